// Fields for amounts: reads them, says what is wrong beside each, keeps the choice in the address. Joined below amounts.js.

/** The reader of a form: `read` a number between two limits, `complain` beside a field, `focusFirstFault`. */
export function amountFields(form, words) {
  const root = form.closest("[data-module]");

  function complain(input, message) {
    const error = root.querySelector(`#${input.getAttribute("aria-describedby")}`);
    error.textContent = message;
    error.hidden = !message;
    const folded = input.closest("details");
    if (folded && (message || input.value)) folded.open = true; // what is folded in cannot be read
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return !message;
  }

  /** The number in a field as a plain decimal, or null after telling what is wrong with it. */
  function read(name, least, most, { isOptional = false, range = `${name}Range` } = {}) {
    const input = form.elements[name];
    if (isOptional && !input.value.trim()) return complain(input, "") && "";
    const value = readNumber(input.value);
    const isNear = value !== null && Number(value) >= least && Number(value) <= most;
    complain(input, isNear ? "" : value === null ? words.notANumber : words[range]);
    return isNear ? value : null;
  }

  return { complain, read };
}

/** Write the fields named into the address, and into the links to this page in the other language. */
export function keepInAddress(query) {
  history.pushState(null, "", `?${query}`);
  carryOver();
}

export function carryOver() {
  for (const link of document.querySelectorAll(".header a[hreflang]")) link.search = location.search;
}
