// What a family has left to live on while it repays, as plugins/loans/affordability.py counts it. Sums are whole tiyn.
import "./loan-schedule.js";
import "./amounts.js";
import "./amount-fields.js";

/** The sum of two plain decimals: ("0.09", "0.03") is "0.12". */
function plus(left, right) {
  const [one, other] = [fraction(left), fraction(right)];
  const digits = Math.max(one[1].toString().length, other[1].toString().length) - 1;
  const scaled = ([numerator, denominator]) => (numerator * 10n ** BigInt(digits)) / denominator;
  const text = (scaled(one) + scaled(other)).toString().padStart(digits + 1, "0");
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}

/** A month under each strain. `incomes`, `debts`, `living`, `principal` in tiyn; `rate` and `rise` are decimals a year. */
export function loads({ incomes, debts, living, principal, rate, months, rise }) {
  const whole = incomes.reduce((sum, income) => sum + income, 0n);
  const least = whole - incomes.reduce((most, income) => (income > most ? income : most), 0n);
  const paymentAt = (annual) => {
    const [line] = schedule({ principal, steps: [[1, annual]], months }).lines;
    return line.interest + line.principal;
  };
  const [usual, risen] = [paymentAt(rate), paymentAt(plus(rate, rise))];
  const load = (income, payment) => {
    const left = income - debts - payment;
    return { income, payment, left, spare: left - living };
  };
  return {
    none: load(whole, usual),
    "rate-rises": load(whole, risen),
    "income-lost": load(least, usual),
    both: load(least, risen),
  };
}

const NAMES = ["price", "own", "years", "rate", "first", "second", "debts", "living"];

function attach(root) {
  const form = root.querySelector("form");
  const words = root.dataset;
  const { read } = amountFields(form, words);
  const tiyn = (text) => divideHalfUp(100n * fraction(text)[0], fraction(text)[1]);
  const signed = (amount) => (amount < 0n ? `\u2212${tenge(-amount)}` : tenge(amount));

  function readAll() {
    const sum = (name, isOptional) => read(name, 0, 1e9, { isOptional, range: "sumRange" });
    const wanted = {
      price: read("price", 1e5, 1e9),
      own: read("own", 0, 95),
      years: read("years", 1, 50),
      rate: read("rate", 0, 100),
      first: sum("first", false),
      second: sum("second", true),
      debts: sum("debts", true),
      living: sum("living", false),
    };
    if (Object.values(wanted).every((value) => value !== null)) return wanted;
    form.querySelector("[aria-invalid]").focus();
    return null;
  }

  function draw(wanted) {
    const principal = borrowed(tiyn(wanted.price), hundredths(wanted.own));
    const months = Math.max(1, Math.round(Number(wanted.years) * 12));
    const [first, second, debts, living] = ["first", "second", "debts", "living"].map((name) => tiyn(wanted[name] || "0"));
    const found = loads({ incomes: [first, second], debts, living, principal, rate: hundredths(wanted.rate), months, rise: words.rise });
    for (const row of root.querySelectorAll("[data-strain]")) {
      const load = found[row.dataset.strain];
      for (const cell of row.querySelectorAll("[data-figure]")) {
        const amount = load[cell.dataset.figure];
        const isVerdict = cell.dataset.figure === "spare";
        if (isVerdict) cell.classList.toggle("is-short", amount < 0n);
        const word = amount < 0n ? words.short : words.over;
        cell.firstElementChild.textContent = isVerdict ? word.replace("{}", tenge(amount < 0n ? -amount : amount)) : signed(amount);
      }
    }
    root.querySelector('[data-part="caption"]').textContent = words.yours.replace("{}", tenge(principal));
  }

  /** Take the numbers of the address, as the comparison of loans gives them. */
  function restore(query) {
    for (const name of NAMES) form.elements[name].value = query.get(name) ?? form.elements[name].defaultValue;
    if (!NAMES.some((name) => query.has(name))) return;
    const wanted = readAll();
    if (wanted) draw(wanted);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = readAll();
    if (!wanted) return;
    draw(wanted);
    root.querySelector('[data-part="caption"]').focus();
    keepInAddress(new URLSearchParams(NAMES.filter((name) => wanted[name]).map((name) => [name, wanted[name]])));
  });
  followAddress(restore);
}

for (const root of document.querySelectorAll('[data-module="affordability"]')) attach(root);
