"""Promises in Kazakh and Russian, for `forbidden-claim`: families of words that stand near each other in a sentence.

`promises.ru.yaml` and `promises.kk.yaml` hold families of words that mean the same (money, a home, certainty, a rival)
and claims, each of which is a few families. A sentence that asks, warns or denies promises nothing, nor do words in «…».
`bench/promises.py` gives precision and recall on sentences of our own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.checks.innocence import asks, denies, is_answered_with_yes, is_past, warns
from plugins.language.by_word import ByWord

_MOST_WORDS = 11
"""Words of a claim that says nothing else."""
_SENTENCE = re.compile(r"[^.!?…]{1,1000}[.!?…]*")
"""A sentence, or a part of one that is too long to be one."""
_WORD = re.compile(r"\w+|[%№]")
_CLAUSE_END = re.compile(r"[^\s\w-]")
_FAMILY = "@"
_SOFTER = {"к": "г", "қ": "ғ", "п": "б"}
LANGUAGES = ("kk", "ru")


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    """In small letters."""


class _Span(NamedTuple):
    first: int
    last: int
    """Numbers of tokens, both included."""


_Filled = Mapping[int, Sequence[_Span]]
"""Where the slots of a sentence are filled."""


@dataclass(frozen=True)
class _Claim:
    near: tuple[int, ...]
    """Numbers of the slots that stand near each other."""
    bits: int
    """The same as bits of a number."""
    unless: tuple[int, ...]
    """Slots that make the sentence innocent."""
    excuses: int
    """The same as bits."""
    denies: bool
    """Whether the claim is itself worded as a denial (no risk)."""
    is_future: bool
    """Whether a sentence about the past does not make it."""
    asks: bool
    """Whether a question makes it, too: «why pay a bank?»."""
    ordered: bool
    """Whether its slots follow each other as they are listed."""
    within: int
    """The most words from the first slot to the last, with both."""


class _Phrase(NamedTuple):
    slot: int
    bit: int
    """The slot as a bit of a number."""
    forms: tuple[str, ...]
    """Its words, a stem or an ending with its `*`."""
    place: int
    """The number of its longest word, by which it is found."""


class _Words:
    """The phrases of all slots, found by their longest word."""

    def __init__(self, phrases: Mapping[str, Sequence[_Phrase]]) -> None:
        """`phrases` has words, stems and endings, with their `*`, as keys."""
        self._phrases = phrases
        self._longest = max(map(len, phrases))
        self._endings = tuple(form[1:] for form in phrases if form[0] == "*")

    def phrases_with(self, word: str) -> tuple[int, tuple[_Phrase, ...]]:
        """Return the slots a word may be of, as bits, and their phrases."""
        forms = [word, *[f"{word[:length]}*" for length in range(1, min(len(word), self._longest) + 1)]]
        if word.endswith(self._endings):
            forms += [f"*{ending}" for ending in self._endings if word.endswith(ending)]
        found = tuple(phrase for form in forms for phrase in self._phrases.get(form, ()))
        return reduce(or_, (phrase.bit for phrase in found), 0), found


class _Claims(NamedTuple):
    language: str
    words: ByWord[tuple[int, tuple[_Phrase, ...]]]
    """The slots that a word may be of, as bits, and their phrases."""
    by_slot: Mapping[int, Sequence[_Claim]]
    """Claims by the bit of one of their slots."""
    looked_for: int
    """The bits of these slots."""

    def may_be_in(self, words: Iterable[str]) -> list[_Claim]:
        """Return the claims all slots of which may be filled by the words."""
        known = self.words
        slots = 0
        for word in words:
            if of_word := known[word][0]:
                slots |= of_word
        found = []
        wanted = slots & self.looked_for
        while wanted:
            bit = wanted & -wanted
            wanted ^= bit
            found += [claim for claim in self.by_slot[bit] if slots & claim.bits == claim.bits]
        return found


def promises(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every promise in a text, in their order; nothing for another language than kk and ru."""
    if language not in LANGUAGES:
        return
    known = _claims(language)
    plain = _without_quotations(text.replace("ё", "е").replace("Ё", "Е"))
    for part in _SENTENCE.finditer(plain):
        sentence = part[0]
        claims = known.may_be_in(_WORD.findall(sentence.lower()))
        if not claims:
            continue
        if asks(sentence) and not is_answered_with_yes(plain, part.end()):
            claims = [claim for claim in claims if claim.asks]
        end_of_last = 0
        for start, end in sorted(_places(claims, known, sentence)) if claims else ():
            if start >= end_of_last:
                end_of_last = end
                yield part.start() + start, part.start() + end


def _without_quotations(text: str) -> str:
    """Return a text of the same length with dots for all words from « to the next »."""
    parts, done = [], 0
    while (start := text.find("«", done)) >= 0 and (end := text.find("»", start)) >= 0:
        parts += [text[done : start + 1], "·" * (end - start - 1), "»"]
        done = end + 1
    return "".join((*parts, text[done:]))


def _places(claims: Sequence[_Claim], known: _Claims, sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence makes one of the claims."""
    tokens = [_Token(found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(sentence)]
    filled = _filled(claims, tokens, known.words, sentence)
    for claim in claims:
        if any(slot not in filled for slot in claim.near) or any(slot in filled for slot in claim.unless):
            continue
        for spans in _together(claim, filled):
            places = [(tokens[span.first].start, tokens[span.last].end) for span in spans]
            if _is_made(claim, places, sentence, known.language):
                yield min(places)[0], max(end for _, end in places)


def _filled(
    claims: Sequence[_Claim], tokens: Sequence[_Token], words: ByWord[tuple[int, tuple[_Phrase, ...]]], sentence: str
) -> _Filled:
    """Return where each slot of the claims is filled; a phrase does not go over a comma."""
    wanted = reduce(or_, (claim.bits | claim.excuses for claim in claims))
    filled: dict[int, list[_Span]] = {}
    for number, token in enumerate(tokens):
        slots, phrases = words[token.word]
        if not slots & wanted:
            continue
        for slot, bit, forms, place in phrases:
            first, end = number - place, number - place + len(forms)
            if not bit & wanted or first < 0 or end > len(tokens):
                continue
            if len(forms) == 1 or (
                all(map(_fits, forms, tokens[first:end]))
                and not _CLAUSE_END.search(sentence, tokens[first].end, tokens[end - 1].start)
            ):
                filled.setdefault(slot, []).append(_Span(first, end - 1))
    return filled


def _fits(form: str, token: _Token) -> bool:
    if form[0] == "*":
        return token.word.endswith(form[1:])
    return token.word.startswith(form[:-1]) if form[-1] == "*" else token.word == form


def _together(claim: _Claim, filled: _Filled) -> Iterator[list[_Span]]:
    """Yield the fillings of the slots near every filling of the first one."""
    for first in filled[claim.near[0]]:
        spans = _arranged(claim, filled, [first])
        if spans and max(span.last for span in spans) - min(spans).first < claim.within:
            yield spans


def _arranged(claim: _Claim, filled: _Filled, taken: list[_Span]) -> list[_Span]:
    """Return the fillings nearest to the first one, which no two slots share; nothing if there are none."""
    if len(taken) == len(claim.near):
        return taken
    first = taken[0]
    near = [
        one
        for one in filled[claim.near[len(taken)]]
        if abs(one.first - first.first) < claim.within and abs(one.last - first.last) < claim.within
    ]
    for one in sorted(near, key=lambda one: max(one.first - first.last, first.first - one.last)):
        if all(one.first > other.last or (one.last < other.first and not claim.ordered) for other in taken):
            spans = _arranged(claim, filled, [*taken, one])
            if spans:
                return spans
    return []


def _is_made(claim: _Claim, places: Sequence[tuple[int, int]], sentence: str, language: str) -> bool:
    if warns(sentence, places, is_denial=claim.denies):
        return False
    if not claim.denies and denies(sentence, places, language):
        return False
    return not (claim.is_future and is_past(sentence, language))


@cache
def _claims(language: str) -> _Claims:
    file = Path(__file__).with_name(f"promises.{language}.yaml")
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return _ready(language, data["families"], [row for rows in data["claims"].values() for row in rows])


def _ready(language: str, families: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> _Claims:
    slots: dict[str, int] = {}
    claims = [_claim(row, slots) for row in rows]
    found_by: dict[str, list[_Phrase]] = {}
    sizes: dict[int, int] = {}
    for alternatives, slot in slots.items():
        phrases = list(_phrases(alternatives, families))
        if language == "kk":
            phrases = [voiced for forms in phrases for voiced in _voiced(forms)]
        sizes[slot] = len(phrases)
        for forms in phrases:
            place = max(range(len(forms)), key=lambda number: len(forms[number]))
            found_by.setdefault(forms[place], []).append(_Phrase(slot, 1 << slot, forms, place))
    by_slot: dict[int, list[_Claim]] = {}
    for claim in claims:
        by_slot.setdefault(1 << min(claim.near, key=sizes.__getitem__), []).append(claim)
    return _Claims(language, ByWord(_Words(found_by).phrases_with), by_slot, sum(by_slot))


def _claim(row: Mapping[str, Any], slots: dict[str, int]) -> _Claim:
    """Return a claim; `slots` gets a number for each list of alternatives that has none yet."""
    near = tuple(slots.setdefault(one, len(slots)) for one in row["near"])
    unless = tuple(slots.setdefault(one, len(slots)) for one in row.get("not", ()))
    return _Claim(
        near,
        reduce(or_, (1 << slot for slot in near)),
        unless,
        reduce(or_, (1 << slot for slot in unless), 0),
        denies=row.get("denial") == "kept",
        is_future=row.get("past") == "innocent",
        asks=row.get("asks") == "kept",
        ordered=row.get("order") == "kept",
        within=row.get("within", _MOST_WORDS),
    )


def _phrases(alternatives: str, families: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of each alternative; `@family` stands for all of a family."""
    for alternative in map(str.strip, alternatives.split("|")):
        if alternative.startswith(_FAMILY):
            yield from _phrases(families[alternative[1:]], families)
        elif alternative:
            yield tuple(re.findall(r"\*?\w+\*?|[%№]", alternative.lower()))


def _voiced(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words, and with `көліг*` for `көлік*`: a Kazakh stem ends softer before a vowel."""
    softer = tuple(re.sub(r"[кқп]\*$", lambda found: _SOFTER[found[0][0]] + "*", form) for form in forms)
    yield from dict.fromkeys((forms, softer))
