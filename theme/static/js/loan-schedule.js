// Counts a loan to the tiyn, as plugins/loans does. Joined to the scripts of the calculators: plugins/design/assets.py.
// Money is a whole number of tiyn (BigInt); a rate is a fraction of whole numbers, so nothing is lost before rounding.
export const DAY = 86400000;
export const divideHalfUp = (numerator, denominator) => (2n * numerator + denominator) / (2n * denominator);

/** The fraction a decimal such as "0.07" stands for. */
export function fraction(text) {
  const [whole, part = ""] = text.split(".");
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

/** Tenge in tiyn for a fixed fee, otherwise a part of the principal or of what is owed. */
function feeIn(tiyn, [, base, value], balance) {
  const [numerator, denominator] = fraction(value);
  const of = { fixed: 100n, principal: tiyn, balance }[base];
  return divideHalfUp(of * numerator, denominator);
}

/** The instalment that repays the balance in so many months at one rate a month. */
function levelInstalment(balance, months, numerator, denominator) {
  const term = BigInt(months);
  if (!numerator) return divideHalfUp(balance, term);
  const growth = (denominator + numerator) ** term;
  return divideHalfUp(balance * numerator * growth, denominator * (growth - denominator ** term));
}

/** What is paid when. `steps`: [[instalment, "rate a year"]]; `fees`: [[timing, base, "value"]]. */
export function schedule({ principal, steps, months, fees = [], falling = false }) {
  const charged = (timing, balance) =>
    fees.reduce((sum, fee) => (fee[0] === timing ? sum + feeIn(principal, fee, balance) : sum), 0n);
  const lines = [];
  const part = principal / BigInt(months);
  let balance = principal, level = 0n, numerator, denominator;
  for (let number = 1; number <= months; number += 1) {
    const step = steps.find(([from]) => from === number);
    if (step) {
      [numerator, denominator] = fraction(step[1]);
      denominator *= 12n;
      if (!falling) level = levelInstalment(balance, months - number + 1, numerator, denominator);
    }
    const interest = divideHalfUp(balance * numerator, denominator);
    let paid = charged("monthly", balance);
    let repaid = falling ? part : level - interest;
    if (number === months || repaid > balance) repaid = balance;
    balance -= repaid;
    if (number % 12 === 0 && number !== months) paid += charged("yearly", balance);
    lines.push({ interest, principal: repaid, fees: paid, balance });
  }
  return { principal, atIssue: charged("at-issue", principal) + charged("yearly", principal), lines };
}

/** Days from the day of issue, "2026-01-15", to each instalment; the last day where a month is too short. */
export function dueDays(issued, months) {
  const [year, month, day] = issued.split("-").map(Number);
  const start = Date.UTC(year, month - 1, day);
  return Array.from({ length: months }, (_, index) => {
    const last = new Date(Date.UTC(year, month + index + 1, 0)).getUTCDate();
    return (Date.UTC(year, month + index, Math.min(day, last)) - start) / DAY;
  });
}

export const total = (line) => line.interest + line.principal + line.fees;
const sum = (amounts) => amounts.reduce((left, right) => left + right, 0n);

/** The effective annual rate as a fraction, right to about 1e-12; null where there is none. */
export function effectiveRate({ principal, atIssue, lines }, days) {
  const given = Number(principal - atIssue);
  const paid = lines.map((line) => Number(total(line)));
  if (given <= 0 || !paid.some(Boolean)) return null;
  let force = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    let worth = 0, moment = 0;
    paid.forEach((amount, index) => {
      const now = amount * Math.exp((-force * days[index]) / 365);
      worth += now;
      moment += now * days[index];
    });
    const step = (Math.log(worth / given) * 365 * worth) / moment;
    force += step;
    if (Math.abs(step) < 1e-13) break;
  }
  return Math.expm1(force);
}

/** Interest, fees and all that is paid, in tiyn. */
export function costOf(loan) {
  const interest = sum(loan.lines.map((line) => line.interest));
  const fees = sum(loan.lines.map((line) => line.fees)) + loan.atIssue;
  return { interest, fees, over: interest + fees, paid: loan.principal + interest + fees };
}

/** All that is paid, in tiyn of the day of issue, at a yearly inflation (0.1 is 10 %). */
export function paidInMoneyOfToday(loan, days, inflation) {
  const worth = loan.lines.reduce(
    (sofar, line, index) => sofar + Number(total(line)) * (1 + inflation) ** (-days[index] / 365),
    Number(loan.atIssue),
  );
  return BigInt(Math.round(worth));
}

/** What is lent when a part of the price, a decimal such as "0.2", is one's own. */
export function borrowed(price, share) {
  const [numerator, denominator] = fraction(share);
  return price - divideHalfUp(price * numerator, denominator);
}
