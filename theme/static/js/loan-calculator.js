// Counts loans to the tiyn, as plugins/loans does, and sets chosen programmes side by side.
// Money is a whole number of tiyn (BigInt); a rate is a fraction of whole numbers, so nothing is lost before rounding.
// The table of the same page comes with it, in one file: plugins/design/assets.py.
import "./loan-table.js";

const DAY = 86400000;
const divideHalfUp = (numerator, denominator) => (2n * numerator + denominator) / (2n * denominator);

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

const total = (line) => line.interest + line.principal + line.fees;
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

const UNITS = { "": 0, "₸": 0, тг: 0, теңге: 0, тенге: 0, "%": 0, мың: 3, тыс: 3, "тыс.": 3, млн: 6, "млн.": 6 };

/** A number as people here write it, «12 000 000», «12,5», «12 млн», as a plain decimal; null where it is none. */
export function readNumber(text) {
  const tight = text.toLowerCase().replace(/[\s\u00a0\u202f]/g, "").replace(/(.)(₸|теңге|тенге|тг)$/, "$1");
  const match = /^(\d+)(?:[.,](\d+))?(\D*)$/.exec(tight);
  if (!match || !(match[3] in UNITS)) return null;
  const zeros = UNITS[match[3]];
  const part = (match[2] ?? "").padEnd(zeros, "0");
  const rest = part.slice(zeros).replace(/0+$/, "");
  return (match[1] + part.slice(0, zeros)).replace(/^0+(?=\d)/, "") + (rest && `.${rest}`);
}

/** A plain decimal moved by so many places: ("12.5", 2) is "0.125". */
function hundredths(text) {
  const [whole, part = ""] = text.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
const tenge = (tiyn) => `${grouped(String(divideHalfUp(tiyn, 100n)))}\u00a0₸`;
const tiynToo = (tiyn) => `${grouped(String(tiyn / 100n))},${String(tiyn % 100n).padStart(2, "0")}`;
const PER_CENT = "\u00a0%";
const percent = (rate) => `${(Math.floor(rate * 1000 + 0.5 + 1e-9) / 10).toString().replace(".", ",")}${PER_CENT}`;
function between(low, high) {
  if (low === high) return low;
  return low.endsWith(PER_CENT) ? `${low.slice(0, -PER_CENT.length)}–${high}` : `${low} – ${high}`;
}

const FIELDS = ["price", "years", "own", "inflation"];

function attach(root) {
  const form = root.querySelector("form");
  const words = root.dataset;
  const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
  const filled = (text, value) => text.replace("{}", value);

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

  /** The number in a field between two limits, or null after telling what is wrong with it. */
  function read(name, least, most, isOptional = false) {
    const input = form.elements[name];
    if (isOptional && !input.value.trim()) return complain(input, "") && "";
    const value = readNumber(input.value);
    const isNear = value !== null && Number(value) >= least && Number(value) <= most;
    complain(input, isNear ? "" : value === null ? words.notANumber : words[`${name}Range`]);
    return isNear ? value : null;
  }

  function readAll() {
    const chosen = [...form.querySelectorAll('[name="p"]:checked')].map((box) => box.value);
    const choice = form.querySelector("fieldset");
    const isChosen = complain(choice, chosen.length < 2 || chosen.length > 4 ? words.choice : "");
    const price = read("price", 100000, 1000000000);
    const years = read("years", 1, 50);
    const own = read("own", 0, 95);
    const inflation = read("inflation", 0, 100, true);
    if (!isChosen || price === null || years === null || own === null || inflation === null) {
      const wrong = form.querySelector("[aria-invalid]");
      (wrong === choice ? choice.querySelector("input") : wrong).focus();
      return null;
    }
    return { chosen, price, years, own, inflation };
  }

  /** A programme under the visitor's terms: its two ends, or what keeps it from being counted. */
  function count(slug, { price, years, own }) {
    const row = document.getElementById(slug);
    const terms = JSON.parse(row.dataset.terms);
    const notes = [];
    const cost = divideHalfUp(100n * fraction(price)[0], fraction(price)[1]);
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
    const result = { row, terms, notes, share, months, principal, own: cost - principal, ends: [] };
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
    }
    return result;
  }

  function cellsOf(result, { inflation }) {
    const shown = (name) => result.row.querySelector(`[data-field="${name}"]`).cloneNode(true).childNodes;
    const ends = (show) => (result.ends.length ? between(show(result.ends[0]), show(result.ends.at(-1))) : words.ask);
    const rate = ends((end) => (end.rate === null ? words.ask : percent(end.rate)));
    return {
      name: result.row.querySelector("th").cloneNode(true).childNodes,
      nominal: shown("nominal"),
      effective: shown("effective"),
      source: shown("source"),
      counted: result.ends.length ? filled(rate.includes("–") ? words.more : words.least, rate) : rate,
      own: `${percent(Number(result.share))}: ${tenge(result.own)}`,
      loan: tenge(result.principal),
      months: String(result.months),
      payment: ends(({ loan }) => tenge(total(loan.lines[0]))),
      over: ends(({ cost }) => tenge(cost.over)),
      paid: ends(({ cost }) => tenge(cost.paid)),
      month: ends(({ cost }) => tenge(divideHalfUp(cost.over, BigInt(result.months)))),
      today: ends(({ loan, days }) => tenge(paidInMoneyOfToday(loan, days, Number(inflation) / 100))),
      note: result.notes.join("; "),
    };
  }

  function element(name, content, className) {
    const made = document.createElement(name);
    made.append(...(typeof content === "string" ? [content] : content));
    if (className) made.className = className;
    return made;
  }

  function drawTable(results, wanted) {
    const cells = results.map((result) => cellsOf(result, wanted));
    for (const row of root.querySelectorAll("[data-row]")) {
      while (row.cells.length > 1) row.lastElementChild.remove();
      const isHead = row.dataset.row === "name";
      for (const cell of cells) {
        const made = element(isHead ? "th" : "td", cell[row.dataset.row]);
        made.setAttribute("role", isHead ? "columnheader" : "cell");
        if (isHead) made.scope = "col";
        row.append(made);
      }
      if (row.dataset.row === "today") row.hidden = !wanted.inflation;
      if (row.dataset.row === "note") row.hidden = cells.every((cell) => !cell.note);
    }
  }

  /** What has been paid by the end of each year, own money included, in tiyn; it begins with the day of issue. */
  function paidByYear(result) {
    const { loan } = result.ends.at(-1);
    let paid = result.own + loan.atIssue;
    const years = [paid];
    loan.lines.forEach((line, index) => {
      paid += total(line);
      if (index % 12 === 11 || index === loan.lines.length - 1) years.push(paid);
    });
    return years;
  }

  const nameOf = ({ row }) =>
    Array.from(row.querySelector("th").childNodes, (node) => node.textContent.trim()).filter(Boolean).join(" ");

  function svg(name, attributes, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  function drawChart(results) {
    const series = results.map(paidByYear);
    const years = Math.max(...series.map((paid) => paid.length - 1));
    const most = Math.max(...series.map((paid) => Number(paid.at(-1)) / 1e8));
    const power = 10 ** Math.floor(Math.log10(most / 4));
    const step = power * [1, 2, 5, 10].find((digit) => power * digit >= most / 4);
    const top = Math.ceil(most / step) * step;
    const x = (year) => (60 + (560 * year) / years).toFixed(1);
    const y = (millions) => (250 - (235 * millions) / top).toFixed(1);
    const chart = svg("svg", { viewBox: "0 0 640 280", role: "img", "aria-labelledby": "loan-chart-title" });
    for (let line = 0; line <= top + step / 2; line += step) {
      chart.append(svg("line", { class: "loan-chart__grid", x1: 60, x2: 620, y1: y(line), y2: y(line) }));
      const label = String(Math.round(line * 100) / 100).replace(".", ",");
      chart.append(svg("text", { class: "loan-chart__text", x: 52, y: Number(y(line)) + 5, "text-anchor": "end" }, label));
    }
    const every = Math.ceil(years / 10);
    for (let year = 0; year <= years; year += every) {
      chart.append(svg("text", { class: "loan-chart__text", x: x(year), y: 274, "text-anchor": "middle" }, String(year)));
    }
    const legend = results.map((result, index) => {
      const line = { class: `loan-chart__line loan-chart__line--${index}` };
      const points = series[index].map((paid, year) => `${x(year)},${y(Number(paid) / 1e8)}`).join(" ");
      chart.append(svg("polyline", { ...line, points }));
      const key = svg("svg", { viewBox: "0 0 40 12", "aria-hidden": "true" });
      key.append(svg("line", { ...line, x1: 0, x2: 40, y1: 6, y2: 6 }));
      const item = element("li", nameOf(result));
      item.prepend(key);
      return item;
    });
    part("chart").replaceChildren(chart);
    part("legend").replaceChildren(...legend);
    drawYears(results, series, years);
  }

  function drawYears(results, series, years) {
    const heads = part("year-heads");
    heads.replaceChildren(heads.cells[0], ...results.map((result) => element("th", nameOf(result), "number")));
    const rows = Array.from({ length: years + 1 }, (_, year) => {
      const head = element("th", String(year));
      head.scope = "row";
      const cells = series.map((paid) => element("td", tenge(paid[Math.min(year, paid.length - 1)]), "number"));
      return element("tr", [head, ...cells]);
    });
    part("years").replaceChildren(...rows);
  }

  /** The schedules are drawn when they are opened: they are long. */
  function drawSchedules(results) {
    const made = results.map((result) => {
      const details = part("schedule").content.cloneNode(true).firstElementChild;
      part("name", details).textContent = nameOf(result);
      const fill = () => {
        const { loan, days } = result.ends.at(-1);
        const start = Date.parse(words.issued);
        const rows = loan.lines.map((line, index) => {
          const [year, month, day] = new Date(start + days[index] * DAY).toISOString().slice(0, 10).split("-");
          const money = [line.principal, line.interest, line.fees, line.balance].map(tiynToo);
          const cells = [`${day}.${month}.${year}`, ...money].map((text, place) => element("td", text, place && "number"));
          return element("tr", [element("td", String(index + 1), "number"), ...cells]);
        });
        details.querySelector("tbody").replaceChildren(...rows);
      };
      details.addEventListener("toggle", fill, { once: true });
      return details;
    });
    part("schedules").replaceChildren(...made);
  }

  function draw(wanted) {
    const results = wanted.chosen.map((slug) => count(slug, wanted));
    const counted = results.filter((result) => result.ends.length);
    drawTable(results, wanted);
    for (const block of [part("chart").parentNode, part("years").closest(".table-frame"), part("schedules")]) {
      block.hidden = !counted.length;
    }
    if (counted.length) {
      drawChart(counted);
      drawSchedules(counted);
    }
    const { price, years, own } = wanted;
    const told = { price: tenge(borrowed(divideHalfUp(100n * fraction(price)[0], fraction(price)[1]), "0")), years, own: `${own}\u00a0%` };
    part("summary").textContent = words.summary.replace(/\{(\w+)\}/g, (_, key) => told[key].replace(".", ","));
    part("result").hidden = false;
  }

  /** Fill the form from the address and draw, where the address holds a choice. */
  function restore() {
    const query = new URLSearchParams(location.search);
    const boxes = [...form.querySelectorAll('[name="p"]')];
    for (const box of boxes) box.checked = query.getAll("p").includes(box.value);
    if (!query.has("p")) part("result").hidden = true;
    else {
      // what the address does not name was not chosen: another address may have left it in the field
      for (const name of FIELDS) form.elements[name].value = query.get(name) ?? form.elements[name].defaultValue;
      const wanted = readAll();
      if (wanted) draw(wanted);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = readAll();
    if (!wanted) return;
    draw(wanted);
    const query = new URLSearchParams(wanted.chosen.map((slug) => ["p", slug]));
    for (const name of FIELDS) if (wanted[name]) query.set(name, wanted[name]);
    requestAnimationFrame(() => {
      history.pushState(null, "", `?${query}`); // at once, it and the focus would make the browser lay out the page twice
      part("summary").focus();
    });
  });
  addEventListener("popstate", restore);
  root.hidden = false;
  restore();
}

for (const root of document.querySelectorAll('[data-module="loan-calculator"]')) attach(root);
