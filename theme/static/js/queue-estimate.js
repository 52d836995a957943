// How long one who joins today may wait: the model of plugins/loans/queue/, number for number. Money is BigInt.
const RUNS = 500;
const MONTHS_AHEAD = 120;
const BEYOND = MONTHS_AHEAD + 1;
const LOW = 10, MIDDLE = 50, HIGH = 90; // per cent of the runs

function dice(seed) {
  let state = seed >>> 0;
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) * count) / 2 ** 32);
  };
}

function urn(slips, below) {
  const drawn = [];
  return () => {
    const place = below(slips + drawn.length);
    const slip = place < slips ? place : drawn[place - slips];
    drawn.push(slip);
    return slip;
  };
}

const sum = (values) => values.reduce((total, value) => total + value, 0n);
const proportion = (value, wanted, measured) => (measured ? (value * wanted) / measured : value);

function slipsOf(past, assumed) {
  const months = BigInt(past.months.length);
  const purchases = BigInt(past.prices.length);
  const ended = BigInt(past.left) + purchases;
  const paid = sum(past.months.map(([, payments]) => BigInt(payments)));
  const prices = past.prices.map(BigInt);
  const leave = BigInt(assumed.leave_percent) * ended;
  return {
    months: past.months.map(([joining, payments, returned]) =>
      proportion(BigInt(joining), BigInt(assumed.joined_tenths) * months, BigInt(past.joined) * 10n) +
      proportion(BigInt(payments), BigInt(assumed.payments) * months, paid) -
      proportion(BigInt(returned), leave, BigInt(past.left) * 100n)),
    ended: Number(ended),
    left: Number((2n * leave + 100n) / 200n),
    prices: prices.map((price) => proportion(price, BigInt(assumed.price) * purchases, sum(prices))),
  };
}

function needsOfThoseAhead(slips, ahead, below) {
  const end = urn(slips.ended, below);
  const price = urn(slips.prices.length, below);
  const needs = [];
  for (let place = 1; place <= ahead; place += 1) {
    const wouldLeave = end() < slips.left;
    const need = slips.prices[price()];
    const isYetToLeave = below(ahead) < place;
    if (!(wouldLeave && isYetToLeave)) needs.push(need);
  }
  return needs;
}

function waitOf(slips, assumed, start, run) {
  const needs = needsOfThoseAhead(slips, assumed.ahead, dice(2 * run));
  needs.push(BigInt(assumed.own_price));
  const month = urn(slips.months.length, dice(2 * run + 1));
  let held = start;
  let served = 0;
  for (let number = 1; number <= MONTHS_AHEAD; number += 1) {
    held += slips.months[month()];
    while (served < needs.length && held >= needs[served]) {
      held -= needs[served];
      served += 1;
    }
    if (served === needs.length) return number;
  }
  return BEYOND;
}

// Months from joining: eight of ten runs end from `low` to `high`; null is beyond ten years.
export function estimate(past, assumed, runs = RUNS) {
  const slips = slipsOf(past, assumed);
  const start = BigInt(past.held) + BigInt(assumed.own_share);
  const waits = Array.from({ length: runs }, (_, run) => waitOf(slips, assumed, start, run)).sort((a, b) => a - b);
  const ranked = (percent) => waits[Math.max(1, Math.ceil((waits.length * percent) / 100)) - 1];
  const months = (wait) => (wait === BEYOND ? null : wait);
  return { low: months(ranked(LOW)), middle: months(ranked(MIDDLE)), high: months(ranked(HIGH)) };
}

// The page: numbers are read as people here write them, with spaces between digits and a comma before a tenth.
const GROUPS = /\B(?=(?:\d{3})+$)/g;
const written = (digits) => digits.replace(GROUPS, "\u00a0");

function valueOf(input) {
  const { least, most, tenths } = input.dataset;
  const [, whole, tenth = "0"] = /^(\d{1,15})(?:[.,](\d))?$/.exec(input.value.replace(/[\s₸]/g, "")) ?? [];
  if (whole === undefined || (tenths === undefined && tenth !== "0")) return null;
  const value = tenths === undefined ? Number(whole) : Number(whole) * 10 + Number(tenth);
  if (value < Number(least) || value > Number(most)) return null;
  input.value = written(whole) + (tenth === "0" ? "" : `,${tenth}`);
  return value;
}

function start(part) {
  const find = (selector) => part.querySelector(selector);
  const past = JSON.parse(part.dataset.past);
  const inputs = [...part.querySelectorAll("input")];

  function show(kind, found = {}) {
    for (const words of part.querySelectorAll("[data-answer]")) words.hidden = words.dataset.answer !== kind;
    for (const number of part.querySelectorAll("[data-number]")) number.textContent = found[number.dataset.number] ?? "";
    const band = find("[data-band]");
    band.hidden = kind === "invalid" || kind === "beyond";
    const months = Number(band.dataset.months);
    const place = (month) => (Math.min(month ?? months, months) * 100) / months;
    find("[data-range]").setAttribute("x", `${place(found.low)}%`);
    find("[data-range]").setAttribute("width", `${place(found.high) - place(found.low)}%`);
    find("[data-middle]").setAttribute("x", `${place(found.middle)}%`);
  }

  function calculate() {
    const assumed = {};
    for (const input of inputs) {
      const value = valueOf(input);
      input.setAttribute("aria-invalid", String(value === null));
      document.getElementById(input.getAttribute("aria-describedby")).hidden = value !== null;
      assumed[input.name] = value;
    }
    const wrong = inputs.find((input) => assumed[input.name] === null);
    if (wrong) {
      show("invalid");
      return wrong;
    }
    const found = estimate(past, assumed);
    show(found.middle === null ? "beyond" : found.high === null ? "open" : "range", found);
    return null;
  }

  // Not when a field is left: the answer would push the button from under the finger that is about to press it.
  const answerNow = () => calculate()?.focus();
  find("[data-calculate]").addEventListener("click", answerNow);
  find("[data-form]").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) answerNow();
  });
  find("[data-reset]").addEventListener("click", () => {
    for (const input of inputs) input.value = input.defaultValue;
    calculate();
  });
  find("[data-first]").hidden = true;
  find("[data-form]").hidden = false;
}

document.querySelectorAll('[data-module="queue-estimate"]').forEach(start);
