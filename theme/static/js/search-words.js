// Words brought to one stem: the reader of the same table as plugins/language/stemming.py, where the rules are told.
const WORD = /[0-9]+|[A-Za-z\u00c0-\u024f\u0400-\u04ff]+/g;
const CYRILLIC = /[\u0400-\u04ff]/;
const INVISIBLE = /[\u00ad\u0300-\u036f\u200b-\u200d\u2060]/g;

export function wordsToFind(text) {
  return text.normalize("NFC").replace(INVISIBLE, "").match(WORD) ?? [];
}

function cut(word, { endings, rest, again }) {
  for (;;) {
    const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= rest);
    if (!ending) return word;
    word = word.slice(0, -ending.length);
    if (!again) return word;
  }
}

export class Stemmer {
  constructor(table) {
    this.table = table;
    this.ignored = new Set(table.ignored.map((word) => this.fold(word)));
    const endings = table.rounds.flatMap((round) => round.endings);
    this.endings = new RegExp(`^(?:${endings.join("|")})*$`);
  }

  fold(word) {
    const { fold, lookalikes } = this.table;
    const folded = Array.from(word.toLowerCase(), (letter) => fold[letter] ?? letter).join("");
    if (!CYRILLIC.test(folded)) return folded;
    return Array.from(folded, (letter) => lookalikes[letter] ?? letter).join("");
  }

  isIgnored(word) {
    return this.ignored.has(this.fold(word));
  }

  stem(word) {
    const { forms, kept, rounds, final, irregular } = this.table;
    let folded = this.fold(word);
    if (Object.hasOwn(forms, folded)) return forms[folded];
    const root = kept.find((one) => folded.startsWith(one) && this.endings.test(folded.slice(one.length)));
    if (root) return root;
    for (const round of rounds) folded = cut(folded, round);
    const last = Object.keys(final).find((end) => folded.endsWith(end) && folded.length > end.length + 1);
    if (last) folded = folded.slice(0, -last.length) + final[last];
    return Object.hasOwn(irregular, folded) ? irregular[folded] : folded;
  }
}
