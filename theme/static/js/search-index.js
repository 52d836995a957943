// The index of one language: its parts are fetched when a word needs them, and each once.
import { Stemmer, wordsToFind } from "./search-words.js";

const MOST_WORDS = 12;
const SYNONYM = 0.7;
const UNFINISHED = 0.7;
const LONGER = 0.3; // a longer word, where the word itself is on the site too
const MISSPELT = 0.6;
const IGNORED = 0.2;
const LAST_LETTER = "\uffff";

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export async function openIndex(address) {
  return new SearchIndex(await read(address));
}

class SearchIndex {
  constructor({ table, synonyms, count, words, pages, pagesInAPart }) {
    this.stemmer = new Stemmer(table);
    this.count = count;
    this.starts = words.map(([start]) => start);
    this.addresses = words.map(([, address]) => address);
    this.pageAddresses = pages;
    this.pagesInAPart = pagesInAPart;
    this.reading = new Map();
    this.alike = new Map();
    for (const line of synonyms) {
      for (const stem of line) this.alike.set(stem, [...(this.alike.get(stem) ?? []), ...line]);
    }
  }

  // Pages that hold all words of the query, or all but one; the best first: {page, score, words}.
  async find(query) {
    const [words, ignored] = this.words(query);
    const isUnfinished = !/\s$/.test(query);
    const found = await Promise.all(
      words.map((word, place) => this.findWord(word, isUnfinished && place === words.length - 1)),
    );
    const pages = new Map();
    for (const scores of found) {
      for (const [page, score] of scores) {
        const before = pages.get(page) ?? { page, score: 0, words: 0 };
        pages.set(page, { page, score: before.score + score, words: before.words + 1 });
      }
    }
    for (const scores of await Promise.all(ignored.map((word) => this.findIgnored(word)))) {
      for (const [page, score] of scores) if (pages.has(page)) pages.get(page).score += score;
    }
    const most = Math.max(0, ...[...pages.values()].map((one) => one.words));
    return [...pages.values()]
      .filter((one) => one.words >= Math.max(1, most - 1))
      .map((one) => ({ ...one, score: one.score * (one.words / most) ** 2 }))
      .sort((one, other) => other.score - one.score || one.page - other.page);
  }

  // What a result shows, with the headings that hold most words of the query.
  async show(page, query) {
    const part = await this.part(this.pageAddresses[Math.floor(page / this.pagesInAPart)]);
    const [path, title, summary, section, headings] = part[page % this.pagesInAPart];
    return { path, title, summary, section, headings: this.headingsFor(query, headings) };
  }

  // The words that tell something, and those that only weigh between equals: «кім», «қалай», «кто», «как».
  words(query) {
    const words = [...new Set(wordsToFind(query))].slice(0, MOST_WORDS);
    const telling = words.filter((word) => !this.stemmer.isIgnored(word));
    return telling.length ? [telling, words.filter((word) => !telling.includes(word))] : [words, []];
  }

  async findWord(word, isUnfinished) {
    const stem = this.stemmer.stem(word);
    const scores = new Map();
    await this.score(scores, [stem], 1);
    const isOnSite = scores.size > 0;
    const alike = this.alike.get(stem) ?? [];
    await this.score(scores, alike.filter((one) => one !== stem), SYNONYM);
    if (isUnfinished && word.length > 2 && !/\d/.test(word)) {
      const begun = [...(await this.beginning(stem)), ...(await this.beginning(this.stemmer.fold(word)))];
      await this.score(scores, begun.filter((one) => one !== stem), isOnSite ? LONGER : UNFINISHED);
    }
    if (!scores.size && word.length > 4) {
      const near = (await this.beginning(stem.slice(0, 2))).filter((one) => isOneSlipAway(one, stem));
      await this.score(scores, near, MISSPELT);
    }
    return scores;
  }

  async findIgnored(word) {
    const scores = new Map();
    await this.score(scores, [this.stemmer.stem(word)], IGNORED);
    return scores;
  }

  async score(scores, stems, share) {
    const rows = await Promise.all(stems.map((stem) => this.row(stem)));
    for (const row of rows) {
      const rarity = Math.log(1 + (2 * this.count) / (row.length || 1));
      for (let place = 0, page = 0; place < row.length; place += 2) {
        page += row[place];
        scores.set(page, Math.max(scores.get(page) ?? 0, row[place + 1] * rarity * share));
      }
    }
  }

  async row(stem) {
    const number = this.partOf(stem);
    if (number < 0) return [];
    const part = await this.part(this.addresses[number]);
    return Object.hasOwn(part, stem) ? part[stem] : [];
  }

  async beginning(letters) {
    const parts = this.addresses.slice(Math.max(0, this.partOf(letters)), this.partOf(letters + LAST_LETTER) + 1);
    const read = await Promise.all(parts.map((address) => this.part(address)));
    return read.flatMap((part) => Object.keys(part).filter((stem) => stem.startsWith(letters)));
  }

  partOf(stem) {
    return this.starts.findLastIndex((start) => start <= stem);
  }

  part(address) {
    if (!this.reading.has(address)) {
      const part = read(address);
      this.reading.set(address, part);
      part.catch(() => this.reading.delete(address)); // the next word tries again
    }
    return this.reading.get(address);
  }

  headingsFor(query, headings) {
    const wanted = new Set(this.words(query)[0].map((word) => this.stemmer.stem(word)));
    const found = [];
    for (let place = 0; place < headings.length; place += 2) {
      const stems = new Set(wordsToFind(headings[place + 1]).map((word) => this.stemmer.stem(word)));
      const shared = [...wanted].filter((stem) => stems.has(stem)).length;
      if (shared > wanted.size / 2) found.push({ id: headings[place], text: headings[place + 1], shared });
    }
    return found.sort((one, other) => other.shared - one.shared).slice(0, 2);
  }
}

// Whether one letter is missing, too many, another, or two have changed places.
export function isOneSlipAway(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
