"""Measures precision and recall of `forbidden-claim`: `python -m bench.promises`.

`promises_set/<language>.txt` holds one sentence a line, which the patterns are made for; the promises of
`<language>.unseen.txt` were written afterwards and no pattern was added for them, so their recall is the honest one. A
line has `+` for a promise the site must not make, `-` for a denial, a warning, a question or plain talk with its words.
"""

from pathlib import Path

from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import forbidden_claim

_FOLDER = Path(__file__).parent / "promises_set"


def sentences(name: str) -> list[tuple[bool, str]]:
    """Return every sentence of a set, such as `kk` or `kk.unseen`, with whether it is a promise."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(line[0] == "+", line[2:]) for line in lines]


def is_found(sentence: str, language: str) -> bool:
    """Return whether the rule reports a sentence."""
    return any(forbidden_claim.check(Passage("a", language, Kind.PARAGRAPH, sentence, 1, 1)))


def main() -> None:
    """Print precision and recall for each language, and every sentence judged wrongly."""
    for name in ("kk", "ru", "kk.unseen", "ru.unseen"):
        judged = [(is_promise, is_found(text, name[:2]), text) for is_promise, text in sentences(name)]
        hits = sum(promise and found for promise, found, _ in judged)
        reported, promises = sum(found for _, found, _ in judged), sum(promise for promise, *_ in judged)
        print(f"{name}: {len(judged)} sentences, precision {hits / reported:.3f}, recall {hits / promises:.3f}")
        for promise, found, text in judged:
            if promise is not found:
                print("  missed: " if promise else "  false: ", text)


if __name__ == "__main__":
    main()
