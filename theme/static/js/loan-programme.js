// A programme under the visitor's terms. Joined below loan-schedule.js and amounts.js.

const filled = (text, value) => text.replace("{}", value);

/** Tenge, a plain decimal such as "12000000" or "0.5", as tiyn. */
export const inTiyn = (decimal) => divideHalfUp(100n * fraction(decimal)[0], fraction(decimal)[1]);

/** Own money, sum lent and both ends of the cost; `notes` tell what the programme does otherwise or cannot do. */
export function underTerms(terms, { price, years, own }, words) {
  const notes = [];
  const cost = inTiyn(price);
  let share = hundredths(own);
  if (terms.deposit) notes.push(words.deposit);
  if (terms.own && Number(terms.own) > Number(share)) {
    share = terms.own;
    notes.push(filled(words.moreOwn, percent(Number(share))));
  }
  let months = Math.max(1, Math.round(Number(years) * 12));
  if (terms.term && months > terms.term[1]) {
    months = terms.term[1];
    notes.push(filled(words.shorter, months));
  } else if (terms.term && months < terms.term[0]) {
    months = terms.term[0];
    notes.push(filled(words.longer, months));
  }
  const principal = borrowed(cost, share);
  const result = { terms, notes, share, months, principal, own: cost - principal, ends: [] };
  const limit = (value) => tenge(BigInt(value) * 100n);
  if (terms.price && cost > BigInt(terms.price) * 100n) notes.push(filled(words.tooDear, limit(terms.price)));
  else if (terms.most && principal > BigInt(terms.most) * 100n) notes.push(filled(words.tooMuch, limit(terms.most)));
  else if (principal < BigInt(terms.least ?? 1) * 100n) notes.push(filled(words.tooLittle, limit(terms.least ?? 1)));
  else {
    if (terms.usualPrice && cost > BigInt(terms.usualPrice) * 100n) notes.push(filled(words.someTowns, limit(terms.usualPrice)));
    if (terms.usualMost && principal > BigInt(terms.usualMost) * 100n) notes.push(filled(words.someTowns, limit(terms.usualMost)));
    const days = dueDays(words.issued, months);
    for (const steps of [terms.low, terms.high]) {
      if (!steps) continue;
      const loan = schedule({ principal, steps, months, fees: terms.fees });
      result.ends.push({ loan, days, cost: costOf(loan), rate: effectiveRate(loan, days) });
    }
    const highest = Math.max(...result.ends.map(({ rate }) => rate ?? 0));
    if (terms.ceiling && highest > Number(terms.ceiling)) notes.push(filled(words.aboveCeiling, percent(Number(terms.ceiling))));
  }
  return result;
}

/** Both ends of a figure of a programme, or the words that send to the bank. */
export const bothEnds = (result, show, words) =>
  result.ends.length ? between(show(result.ends[0]), show(result.ends.at(-1))) : words.ask;

/** The rate of the formula, with «at least» before it: fees that the source does not name are not in it. */
export function countedRate(result, words) {
  const rate = bothEnds(result, (end) => (end.rate === null ? words.ask : percent(end.rate)), words);
  return result.ends.length ? filled(rate.includes("–") ? words.more : words.least, rate) : rate;
}
