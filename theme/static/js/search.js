// The search of one language. The index is opened when the field is first used, or when the address brings a query.
import { openIndex } from "./search-index.js";

const PAUSE = 120; // ms without a key, after which the answers follow the writing
const AT_ONCE = 10;

class Search {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.form = root.querySelector("form");
    this.field = root.querySelector("input");
    this.status = root.querySelector("[role=status]");
    this.idle = this.status.textContent;
    this.list = Object.assign(document.createElement("ol"), { className: "search__results" });
    this.more = Object.assign(document.createElement("button"), { className: "button button--quiet", type: "button" });
    this.more.textContent = this.words.more;
    this.asked = 0;

    this.field.addEventListener("focus", () => this.open(), { once: true });
    this.field.addEventListener("input", () => this.wait());
    this.form.addEventListener("submit", (event) => this.submit(event));
    root.addEventListener("keydown", (event) => this.walk(event));
    this.more.addEventListener("click", () => this.showMore());

    this.field.value = new URLSearchParams(location.search).get("q") ?? "";
    if (this.field.value) this.ask();
  }

  open() {
    this.index ??= openIndex(this.words.index).catch((error) => {
      this.index = undefined; // the next word tries again
      throw error;
    });
    this.index.catch(() => {}); // told where a query waits for it
    return this.index;
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  async submit(event) {
    event.preventDefault();
    clearTimeout(this.pause);
    await this.ask();
    this.list.querySelector("a")?.focus();
  }

  async ask() {
    const query = this.field.value;
    this.asked += 1;
    const turn = this.asked;
    this.keepInAddress(query.trim());
    if (!query.trim()) {
      this.tell(this.idle, []);
      return;
    }
    try {
      const index = await this.open();
      const found = await index.find(query);
      const shown = await Promise.all(found.slice(0, AT_ONCE).map(({ page }) => index.show(page, query)));
      if (turn !== this.asked) return; // another query has been written meanwhile
      this.found = { query, rest: found.slice(AT_ONCE) };
      const { nothing, found: count } = this.words;
      this.tell(found.length ? `${count} ${found.length}` : nothing, shown);
    } catch {
      if (turn === this.asked) this.tell(this.words.failed, []);
    }
  }

  async showMore() {
    const found = this.found;
    const { query, rest } = found;
    let next;
    try {
      const index = await this.open();
      next = await Promise.all(rest.slice(0, AT_ONCE).map(({ page }) => index.show(page, query)));
    } catch {
      this.status.textContent = this.words.failed; // the button stays, and tries again
      return;
    }
    if (found !== this.found || rest !== found.rest) return; // another query has been answered, or the button pressed twice
    found.rest = rest.slice(AT_ONCE);
    const items = next.map((page) => this.result(page));
    this.list.append(...items);
    items[0]?.querySelector("a").focus();
    if (!found.rest.length) this.more.remove();
  }

  tell(words, pages) {
    this.status.textContent = words;
    this.list.replaceChildren(...pages.map((page) => this.result(page)));
    if (pages.length) this.status.after(this.list);
    else this.list.remove();
    if (pages.length && this.found.rest.length) this.list.after(this.more);
    else this.more.remove();
  }

  result({ path, title, summary, section, headings }) {
    const address = new URL(path, new URL("..", this.form.action)).pathname;
    const item = element("li", "search__result");
    if (section) item.append(element("p", "search__section", section));
    const heading = element("h2", "search__title");
    heading.append(link(address, title));
    item.append(heading, element("p", "search__summary", summary));
    if (headings.length) {
      const places = element("ul", "search__places");
      for (const { id, text } of headings) {
        const place = element("li");
        place.append(link(`${address}#${encodeURIComponent(id)}`, text));
        places.append(place);
      }
      item.append(places);
    }
    return item;
  }

  // Down and up lead from the field through the answers and back; Escape returns to the field, and there empties it.
  walk(event) {
    const links = [...this.list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    const isInField = document.activeElement === this.field;
    if (event.key === "Escape" && !isInField) this.field.focus();
    else if (event.key === "Escape") this.empty();
    else if (event.key === "ArrowDown" && (isInField || place >= 0)) links[place + 1]?.focus();
    else if (event.key === "ArrowUp" && place >= 0) (links[place - 1] ?? this.field).focus();
    else return;
    event.preventDefault();
  }

  empty() {
    this.field.value = "";
    this.ask();
  }

  keepInAddress(query) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }
}

function element(name, className = "", text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

function link(address, text) {
  return Object.assign(document.createElement("a"), { href: address, textContent: text });
}

for (const root of document.querySelectorAll("[data-module~=search]")) new Search(root);
