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

/** Write the choice into the address, behind `#`: a browser sends that part to no server. */
export function keepInAddress(query) {
  history.pushState(null, "", `${location.pathname}#${query}`);
  carryOver(query);
}

/** Call `restore` with the choice in the address, now and when the visitor goes back or on. A link of the site has it behind `?`. */
export function followAddress(restore) {
  function follow() {
    const query = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
    carryOver(query);
    restore(query);
  }
  addEventListener("popstate", () => {
    if (!location.hash || location.hash.includes("=")) follow(); // else the visitor went to a part of this page
  });
  follow();
}

function carryOver(query) {
  for (const link of document.querySelectorAll(".header a[hreflang]")) link.hash = query;
}
