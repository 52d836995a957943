// What this site remembers on the device only. Storage may be switched off: then nothing is kept, and nothing breaks.
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // the choice holds for this page
  }
}

export function keptData(key, otherwise) {
  try {
    return JSON.parse(kept(key)) ?? otherwise;
  } catch {
    return otherwise; // something else is stored there
  }
}
