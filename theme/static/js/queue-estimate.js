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
