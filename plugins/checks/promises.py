"""How promises are told in Kazakh and Russian, for `forbidden-claim`: by stems that stand near each other in a sentence.

`promises.yaml` holds the claims. A sentence that asks, warns or denies promises nothing, nor do words in «…».
`bench/promises.py` gives precision and recall on sentences of our own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("promises.yaml")
_MOST_WORDS = 11
"""Words of a claim that says nothing else."""
_SENTENCE = re.compile(r"[^.!?…]{1,1000}[.!?…]*")
"""A sentence, or a part of one that is too long to be one."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
_SPELLED = re.compile("[0-9a-zа-яәғқңөұүһі_]+")
"""Parts of words in small letters; a part that no claim has may be a word that one has only at its beginning."""

_WARNING = re.compile(
    r"\?|\bесли\b[^.!?]*(?:обеща|плат|предлага|говор|гарантиру)|\b(?:кто|тем,\s+кто|тому,\s+кто|тех,\s+кто)\s+(?:\w+\s+)?(?:обеща|гарантиру|говор|плат)"
    r"|не\s+верьте|насторож|остерега|обманыв|пирамид|мошенник|запреща|запрещен|обеща(?:ют|л\w*)\b|увер(?:яют|яет|ял\w*)\b|называют|говорят|не\s+(?:утвержда|говор|обеща)|\bнельзя\b"
    r"|никто\s+не\b|ни\s+один\s+документ|деп\s+(?:айт|уәде|сендір)|\bм[аеы]\b\s*,|уәде\s+ет(?:кен|се)|туралы\s+айтса|сенбеңіз|сақ\s+бол|алдай|алаяқ|тыйым|пирамида"
    r"|болмайды\s*[.!]?$|не\s+быва(?:ет|ют)|не\s+обой|\bдесе\b|\bдеген(?:ге|дер)?\b",
    re.IGNORECASE,
)
"""What makes a sentence ask or warn, wherever it is."""
_DENIAL = re.compile(r"\b(?:не|ни)\s+(?:\w+\s+)?\Z|\bне\s+быва\w+[^.!?]*\Z|\bнет\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
"""What denies the words after it."""
_DENIAL_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:не\s(?!ограничен)|нет\b|емес|болмайды|жоқ)|[^.!?]{0,30}\s(?:у\s+нас\s+нет|бізде\s+жоқ)",
    re.IGNORECASE,
)
_NEGATIVE_VERB = re.compile(
    r"\w[мбп][ае](?:й(?:ді|ды|м|с)\w*|ған\b|ген\b|ды\b|ді\b|сын\b|сін\b|са\b|се\b|ймін\b|у\b|уы\b|уі\b)", re.IGNORECASE
)
"""A Kazakh verb with the suffix of denial."""
_NEAR = 100
"""Characters before a claim in which it may be denied."""
_NONE = frozenset[int]()
_MOST_KEPT, _LONGEST_KEPT = 100_000, 60
"""Words, and letters of a word, that are remembered with the claims they begin."""


@dataclass(frozen=True)
class _Claim:
    """Its patterns are compiled when a sentence may make it: most texts make few of them."""

    near: tuple[str, ...]
    """The slots as the file has them."""
    unless: tuple[str, ...]
    """What makes the sentence innocent."""
    denies: bool
    """Whether the claim is itself worded as a denial (no risk)."""
    most_words: int
    """Words from the first slot to the last, with both."""

    @cached_property
    def slots(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_slot, self.near))

    @cached_property
    def innocent(self) -> re.Pattern[str] | None:
        return _slot(" | ".join(self.unless)) if self.unless else None


@dataclass(frozen=True)
class _Claims:
    claims: tuple[_Claim, ...]
    slots: Sequence[frozenset[int]]
    """By the number of a claim, the numbers of its slots; the claims whose first slot is found are looked at closely."""
    first: "_BegunBy"
    """What a word begins, as numbers of claims whose first slot it begins."""
    later: "_BegunBy"
    """The same for every other slot, as numbers of slots."""

    def of(self, sentence: str) -> Sequence[_Claim]:
        """Return the claims all slots of which may stand in a sentence, told by its words alone."""
        words = _SPELLED.findall(sentence.lower())
        wanted = self.first.all_of(words, sentence)
        if not wanted:
            return ()
        found = self.later.all_of(words, sentence)
        return [self.claims[number] for number in sorted(wanted) if self.slots[number] <= found]


class _BegunBy(dict[str, frozenset[int]]):
    """What may begin with a word; most words of a site begin nothing and come back often."""

    def __init__(self, beginnings: Mapping[str, frozenset[int]]) -> None:
        """`beginnings` has first words, and stems with a `*`, as keys."""
        super().__init__()
        self._beginnings = beginnings
        self._longest = max(map(len, beginnings))
        self._signs = tuple(word for word in beginnings if not _LETTERS.match(word))

    def __missing__(self, word: str) -> frozenset[int]:
        stems = (f"{word[:length]}*" for length in range(1, min(len(word), self._longest) + 1))
        found = frozenset[int]().union(*(self._beginnings.get(one, _NONE) for one in (word, *stems)))
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(word) <= _LONGEST_KEPT:
            self[word] = found
        return found

    def all_of(self, words: Iterable[str], sentence: str) -> frozenset[int]:
        """Return what begins with one of the words of a sentence, or with a sign in it."""
        begun = {*map(self.__getitem__, words)}
        for sign in self._signs:
            if sign in sentence:
                begun.add(self._beginnings[sign])
        begun.discard(_NONE)
        return _NONE.union(*begun) if begun else _NONE


def promises(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every promise in a text, in their order; nothing for another language than kk and ru."""
    known = _claims().get(language)
    if known is None:
        return
    plain = _without_quotations(text.replace("ё", "е").replace("Ё", "Е"))
    for part in _SENTENCE.finditer(plain):
        sentence = part[0]
        claims = known.of(sentence)
        places = sorted(place for claim in claims for place in _places(claim, sentence)) if claims else ()
        if not places or _WARNING.search(sentence):
            continue
        end_of_last = 0
        for start, end in places:
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


def _places(claim: _Claim, sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence makes a claim."""
    if claim.innocent and claim.innocent.search(sentence):
        return
    others_of = [[match.span() for match in slot.finditer(sentence)] for slot in claim.slots[1:]]
    if not all(others_of):
        return
    for first in claim.slots[0].finditer(sentence):
        spans = [first.span()]
        for others in others_of:
            free = [one for one in others if all(one[1] <= start or one[0] >= end for start, end in spans)]
            if not free:
                break
            spans.append(min(free, key=lambda one: max(one[0] - first.end(), first.start() - one[1])))
        else:
            start, end = min(spans)[0], max(end for _, end in spans)
            is_near = len(_WORD.findall(sentence[start:end])) <= claim.most_words
            if is_near and (claim.denies or not _is_denied(sentence, spans)):
                yield start, end


def _is_denied(sentence: str, spans: list[tuple[int, int]]) -> bool:
    start, end = min(spans)[0], max(end for _, end in spans)
    return (
        any(_DENIAL.search(sentence[max(0, begin - _NEAR) : begin]) for begin, _ in spans)
        or bool(_DENIAL_AFTER.match(sentence, end))
        or bool(_NEGATIVE_VERB.search(sentence, start))
    )


@cache
def _claims() -> Mapping[str, _Claims]:
    data = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {language: _ready([row for rows in groups.values() for row in rows]) for language, groups in data.items()}


def _ready(rows: list[dict[str, Any]]) -> _Claims:
    claims = tuple(
        _Claim(
            tuple(row["near"]),
            tuple(row.get("not", ())),
            row.get("denial") == "kept",
            row.get("within", _MOST_WORDS),
        )
        for row in rows
    )
    first: dict[str, frozenset[int]] = {}
    later: dict[str, frozenset[int]] = {}
    slots: list[frozenset[int]] = []
    count = 0
    for number, row in enumerate(rows):
        _add(first, row["near"][0], number)
        slots.append(frozenset(range(count, count := count + len(row["near"]) - 1)))
        for slot, alternatives in zip(sorted(slots[-1]), row["near"][1:], strict=True):
            _add(later, alternatives, slot)
    return _Claims(claims, slots, _BegunBy(first), _BegunBy(later))


def _add(beginnings: dict[str, frozenset[int]], alternatives: str, number: int) -> None:
    for alternative in alternatives.split("|"):
        for word in _first_words(alternative.split()[0].lower()):
            beginnings[word] = beginnings.get(word, _NONE) | {number}


def _first_words(word: str) -> tuple[str, ...]:
    """Return the words, or stems with a `*`, one of which begins what `_form` matches for a word of `promises.yaml`."""
    if word == "%":
        return "%", "процент*", "пайыз*"
    letters = _LETTERS.match(word)
    if letters is None:
        return (word[0],)
    return (word,) if letters[0] == word.removesuffix("*") else (letters[0],)


def _slot(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(alternatives)})", re.IGNORECASE)


def _alternatives(slot: str) -> str:
    return "|".join(_form(one.strip()) for one in slot.split("|"))


def _form(words: str) -> str:
    """Return the pattern of an alternative: `сам* надежн*` is two words of which only the beginnings are given."""
    parts = [
        r"(?:%|процент\w*|пайыз\w*)"
        if word == "%"
        else re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else r"(?!\w)")
        for word in words.split()
    ]
    return r"\s*".join(parts) if "%" in words else r"\s+".join(parts)
