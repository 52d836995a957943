// Sorts the tables of loans by a column and filters their rows. Without it every row is there, in the editor's order.

for (const form of document.querySelectorAll('[data-module="loan-table"]')) {
  const sections = [...document.querySelectorAll("[data-purpose]")];
  const count = form.querySelector('[data-part="count"]');
  const chosen = (name) => form.elements[name].value;

  function fits(row) {
    const towns = row.dataset.towns.split(" ").filter(Boolean);
    return (
      (!chosen("own") || Number(row.dataset.own ?? 0) <= Number(chosen("own"))) &&
      (!chosen("term") || Number(row.dataset.term ?? Infinity) >= Number(chosen("term"))) &&
      (!chosen("town") || towns.length === 0 || towns.includes(chosen("town")))
    );
  }

  function showLimits(row) {
    const limits = [...row.querySelectorAll("[data-town]")];
    const own = limits.filter((limit) => limit.dataset.town.split(" ").includes(chosen("town")));
    for (const limit of limits) {
      limit.hidden = chosen("town") !== "" && (own.length ? !own.includes(limit) : limit.dataset.town !== "");
    }
  }

  function filter() {
    let shown = 0;
    for (const section of sections) {
      section.hidden = chosen("purpose") !== "" && section.dataset.purpose !== chosen("purpose");
      const [terms, ...cases] = [...section.querySelectorAll("tbody")].map((body) => [...body.rows]);
      terms.forEach((row) => {
        const isShown = fits(row);
        for (const same of [row, ...cases.flat().filter((other) => other.dataset.of === row.id)]) same.hidden = !isShown;
        showLimits(row);
        if (isShown && !section.hidden) shown += 1;
      });
    }
    count.textContent = count.dataset.words.replace("{}", shown);
  }

  function sort(heading) {
    const key = heading.dataset.sort;
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = heading.closest("table").tBodies[0];
    const known = (row) => key in row.dataset; // what is not known stands last either way
    const order = (left, right) =>
      known(right) - known(left) || (Number(left.dataset[key]) - Number(right.dataset[key])) * (down ? -1 : 1) || 0;
    body.append(...[...body.rows].sort(order));
  }

  for (const heading of document.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "loan-table__sort";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
}
