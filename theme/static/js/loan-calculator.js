// Sets chosen programmes side by side. The parts it is made of come with it, in one file: plugins/design/assets.py.
import "./loan-schedule.js";
import "./amounts.js";
import "./loan-programme.js";
import "./amount-fields.js";
import "./loan-table.js";

const FIELDS = ["price", "years", "own", "inflation"];

function attach(root) {
  const form = root.querySelector("form");
  const words = root.dataset;
  const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);

  const { complain, read } = amountFields(form, words);

  function readAll() {
    const chosen = [...form.querySelectorAll('[name="p"]:checked')].map((box) => box.value);
    const choice = form.querySelector("fieldset");
    const isChosen = complain(choice, chosen.length < 2 || chosen.length > 4 ? words.choice : "");
    const price = read("price", 100000, 1000000000);
    const years = read("years", 1, 50);
    const own = read("own", 0, 95);
    const inflation = read("inflation", 0, 100, { isOptional: true });
    if (!isChosen || price === null || years === null || own === null || inflation === null) {
      const wrong = form.querySelector("[aria-invalid]");
      (wrong === choice ? choice.querySelector("input") : wrong).focus();
      return null;
    }
    return { chosen, price, years, own, inflation };
  }

  /** A programme of the table under the visitor's terms. */
  function count(slug, wanted) {
    const row = document.getElementById(slug);
    return { row, slug, ...underTerms({ ...JSON.parse(row.dataset.terms), ceiling: row.dataset.ceiling }, wanted, words) };
  }

  /** Links on with the choice: whether the family can afford it, and the sheet for the bank. */
  function linksOf({ slug, terms }, { price, years, own }) {
    const link = (name, query) => {
      const made = element("a", words[name]);
      made.href = `${words[`${name}Url`]}#${new URLSearchParams(query)}`;
      return element("p", [made]);
    };
    const steps = terms.high ?? terms.low;
    const rate = steps ? { rate: (Number(steps.at(-1)[1]) * 100).toFixed(2) } : {};
    const links = [];
    if (words.affordability) links.push(link("affordability", { price, own, years, ...rate }));
    if (words.sheet) links.push(link("sheet", { p: slug, price, years, own }));
    return links;
  }

  function cellsOf(result, wanted) {
    const { inflation } = wanted;
    const shown = (name) => result.row.querySelector(`[data-field="${name}"]`).cloneNode(true).childNodes;
    const ends = (show) => bothEnds(result, show, words);
    return {
      name: result.row.querySelector("th").cloneNode(true).childNodes,
      nominal: shown("nominal"),
      effective: shown("effective"),
      source: shown("source"),
      counted: countedRate(result, words),
      own: `${percent(Number(result.share))}: ${tenge(result.own)}`,
      loan: tenge(result.principal),
      months: String(result.months),
      payment: ends(({ loan }) => tenge(total(loan.lines[0]))),
      over: ends(({ cost }) => tenge(cost.over)),
      paid: ends(({ cost }) => tenge(cost.paid)),
      month: ends(({ cost }) => tenge(divideHalfUp(cost.over, BigInt(result.months)))),
      today: ends(({ loan, days }) => tenge(paidInMoneyOfToday(loan, days, Number(inflation) / 100))),
      note: result.notes.join("; "),
      next: linksOf(result, wanted),
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
    const told = { price: tenge(inTiyn(price)), years, own: `${own}\u00a0%` };
    part("summary").textContent = words.summary.replace(/\{(\w+)\}/g, (_, key) => told[key].replace(".", ","));
    part("result").hidden = false;
  }

  /** Fill the form from the address and draw, where the address holds a choice. */
  function restore(query) {
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
      keepInAddress(query); // at once, it and the focus would make the browser lay out the page twice
      part("summary").focus();
    });
  });
  root.hidden = false;
  followAddress(restore);
}

for (const root of document.querySelectorAll('[data-module="loan-calculator"]')) attach(root);
