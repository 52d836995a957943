// Fills the sheet for a bank from a programme and the visitor's terms. Without it the sheet is blank, to be filled by hand.
import "./loan-schedule.js";
import "./amounts.js";
import "./loan-programme.js";
import "./amount-fields.js";

const NAMES = ["p", "price", "years", "own"];

function attach(root) {
  const form = root.querySelector("form");
  const words = root.dataset;
  root.querySelector("[data-print]").addEventListener("click", () => print());
  if (!form) return;
  const { read } = amountFields(form, words);
  const note = root.querySelector('[data-part="note"]');

  function valuesOf({ dataset }, result) {
    const ends = (show) => bothEnds(result, show, words);
    return {
      lender: dataset.lender,
      programme: dataset.programme,
      price: tenge(result.principal + result.own),
      own: `${percent(Number(result.share))}: ${tenge(result.own)}`,
      loan: tenge(result.principal),
      months: String(result.months),
      nominal: dataset.nominal,
      effective: dataset.effective,
      counted: countedRate(result, words),
      payment: ends(({ loan }) => tenge(total(loan.lines[0]))),
      over: ends(({ cost }) => tenge(cost.over)),
      paid: ends(({ cost }) => tenge(cost.paid)),
    };
  }

  function show(values, notes) {
    for (const cell of root.querySelectorAll("[data-filled]")) cell.textContent = values[cell.dataset.filled] ?? "";
    for (const cell of root.querySelectorAll("[data-column]")) cell.hidden = !values.lender;
    for (const head of root.querySelectorAll("th[colspan]")) head.colSpan = values.lender ? 3 : 2;
    root.classList.toggle("is-filled", Boolean(values.lender));
    note.textContent = notes.join("; ");
    note.hidden = !notes.length;
  }

  function fill() {
    const chosen = form.elements.p.selectedOptions[0];
    if (!chosen.value) {
      show({}, []);
      return { p: "" };
    }
    const wanted = { price: read("price", 1e5, 1e9), years: read("years", 1, 50), own: read("own", 0, 95) };
    if (Object.values(wanted).includes(null)) {
      form.querySelector("[aria-invalid]").focus();
      return null;
    }
    const { terms, ceiling } = chosen.dataset;
    const result = underTerms({ ...JSON.parse(terms), ceiling }, wanted, words);
    show(valuesOf(chosen, result), result.notes);
    return { p: chosen.value, ...wanted };
  }

  function restore(query) {
    for (const name of NAMES) {
      const field = form.elements[name];
      if (query.has(name)) field.value = query.get(name);
      else if (name === "p") field.selectedIndex = 0;
    }
    if (form.elements.p.selectedIndex < 0) form.elements.p.selectedIndex = 0; // an address may name what has gone
    if (!query.has("p") || query.has("price")) fill();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = fill();
    if (!wanted) return;
    root.querySelector("#part-sheet").focus();
    keepInAddress(new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)));
  });
  followAddress(restore);
}

for (const root of document.querySelectorAll('[data-module="offer-sheet"]')) attach(root);
