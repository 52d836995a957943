"""Names that keep the language they come from: places beside their kind, orders and medals, words of the other culture.

`Красный Яр а.` is Kazakh, `ул. Қабанбай батыра` and `орден «Құрмет»` are Russian, and so is a list of customs:
`шильдехана, тұсаукесер, асар`, and the word that a sentence explains: `Асар — старый обычай помогать друг другу`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from plugins.language.gaps import Boundary, Gap

MOST_OF_TITLE = 9
"""Words in the quoted name of an order or a title of honour."""

MOST_OF_ENTRY = 2
"""Words in an entry of a list of foreign words."""

CLEAR = 2.0
"""Log-odds of a word that surely is of the page's language."""

_CAPITALISED = r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+)(?:[ \u00a0-][А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+){0,2}"
_BEFORE_KIND = re.compile(
    rf"({_CAPITALISED})[ \u00a0](?:(?:қ|ауд|а|көш|даңғ|ықш|ықшам|обл)\.|ш\.[ \u00a0]?а\."
    r"|(?:қала|ауыл|аудан|көше|кент|облыс|даңғыл|ықшамаудан|станция|тұйық)(?:с?[ыі]\w{0,6})?\b|к-сі)"
)
_AFTER_KIND = re.compile(
    rf"\b(?:(?:ул|г|с|пос|пр|просп|пер|мкр|обл)\.|мкр|[Уу]лиц\w+|[Гг]ород\w*|[Сс]ел[оаеу]\w{{0,2}}|[Аа]ул\w{{0,2}}|[Пп]росп\w+"
    rf"|[Мм]икрорайон\w*|[Пп]ос[её]л\w+)[ \u00a0]?({_CAPITALISED})"
)
_AWARD = re.compile(
    r"\b(?:[Оо]рден|[Мм]едал|[Зз]вани|[Зз]на[кч]|[Пп]реми|[Гг]рамот|[Нн]аград|[Сс]тепен)\w*[: \u00a0]+"
    rf"(?:«[^«»]{{1,120}}»(?:(?:,| и|, а также)?[ \u00a0](?:медаль\w*[ \u00a0])?«[^«»]{{1,120}}»)*|{_CAPITALISED})"
)
_HONOURED = re.compile(
    r"\bҚР[ \u00a0](?:[а-яәғқңөұүһі]+[ \u00a0]){1,5}(?:қайраткері|үздігі|ардагері|шебері|ұстазы|азаматы)\b"
)
"""A title of honour before a Russian name: `ҚР мәдениет қайраткері`."""

MAY_BE_BESIDE_NAME = re.compile(
    r"(?:ул|г|с|а|ш|қ|пос|пр|просп|пер|мкр|обл|ауд|көш|даңғ|ықш|ықшам|к|қр)$|қала|ауыл|аудан|көше|кент|облыс|даңғыл|станц|тұйық"
    r"|улиц|город|сел|аул|просп|микро|посел|орден|медал|звани|зна[кч]|преми|грамот|наград|степен"
)
"""Beginnings of words, in small letters, beside which a name is looked for; without one a text has none."""

_TERM = r"[«\"“]?[^\W\d_]+(?:[ \u00a0-][^\W\d_]+)?[»\"”]?"
_EXPLAINED = re.compile(
    rf"(?:\A|(?<=[.!?…]\s)|(?<=\n))(?P<terms>{_TERM}(?:(?:, | и ){_TERM}){{0,4}})[ \u00a0][–—-][ \u00a0](?P<meaning>[^.!?…\n]+)"
)
_NO_TERM = re.compile(r"(?:[дт][ыі]|[мң][ыі]з|с[ыі]|[ғгқк][ае]н)\Z", re.IGNORECASE)
"""The end of a Kazakh verb, or of `жарғысы`, "its charter": two words with it are part of a sentence, and no term."""

LEAST_OF_MEANING = 2
"""Words by which a term is explained; one word on each side of a dash is a heading of two languages."""

_AND = frozenset(("и", "или", "а", "также"))
_RUSSIAN_AND = frozenset(("и", "или"))


def lower_places(text: str, starts: Sequence[int], scores: list[float]) -> None:
    """Take away what the name of a place says beside the word or the abbreviation for its kind."""
    for pattern, sign in ((_BEFORE_KIND, 1.0), (_AFTER_KIND, -1.0)):
        for found in pattern.finditer(text):
            for place in _places(starts, *found.span(1)):
                if scores[place] * sign < 0:
                    scores[place] = 0.0


def lower_awards(text: str, starts: Sequence[int], scores: list[float]) -> None:
    """Take away what the Kazakh name of an order says after the Russian word for it."""
    honoured = _HONOURED.finditer(text) if min(scores, default=0.0) <= -CLEAR else ()
    for found in (*_AWARD.finditer(text), *honoured):
        places = _places(starts, *found.span())[found.re is _AWARD :]
        if len(places) <= 2 * MOST_OF_TITLE:
            for place in places:
                scores[place] = min(scores[place], 0.0)


def lower_explained(text: str, starts: Sequence[int], scores: list[float]) -> None:
    """Take away what Kazakh words say that begin a Russian sentence, have a dash behind them and are explained by the rest."""
    for found in _EXPLAINED.finditer(text):
        term, meaning = _places(starts, *found.span("terms")), _places(starts, *found.span("meaning"))
        if any(" " in one and _NO_TERM.search(one.rstrip('»”"')) for one in re.split(", | и ", found["terms"])):
            continue
        if len(meaning) >= LEAST_OF_MEANING and sum(scores[place] for place in meaning) <= -CLEAR:
            for place in term:
                scores[place] = min(scores[place], 0.0)


def lower_lists(
    text: str, starts: Sequence[int], ends: Sequence[int], gaps: Sequence[Gap], scores: list[float]
) -> None:
    """Take away what Kazakh words say that are listed in Russian text: names of customs, dishes, instruments.

    The list is Russian after a Russian word, or where `и` or `или` joins its end.
    """
    entry: list[int] = []
    listed: list[list[int]] = []
    is_after_russian = is_joined = False
    for place in range(len(scores)):
        word = text[starts[place] : ends[place]].lower()
        if gaps[place].boundary >= Boundary.LIKELY:
            _clear(listed, entry, scores, is_after_russian=is_after_russian, is_joined=is_joined)
            entry, listed, is_after_russian, is_joined = [], [], False, False
        is_parted = place and (gaps[place].boundary is Boundary.CLAUSE or word in _AND)
        if is_parted and entry:
            listed, entry = [*listed, entry], []
        if word in _AND:
            is_joined = is_joined or (len(listed) > 1 and word in _RUSSIAN_AND)
            continue
        if scores[place] <= -CLEAR and not listed:
            is_after_russian, entry = True, []
            continue
        entry.append(place)
    _clear(listed, entry, scores, is_after_russian=is_after_russian, is_joined=is_joined)


def _clear(
    listed: list[list[int]], entry: list[int], scores: list[float], *, is_after_russian: bool, is_joined: bool
) -> None:
    entries = [*listed, entry] if entry else listed
    if is_joined and not is_after_russian:
        entries = list(takewhile(_is_short, reversed(entries)))
        is_after_russian = len(entries) > 2
    if is_after_russian and len(entries) >= 2 and all(map(_is_short, entries)):
        for place in (place for words in entries for place in words):
            scores[place] = min(scores[place], 0.0)


def _is_short(entry: list[int]) -> bool:
    return len(entry) <= MOST_OF_ENTRY


def _places(starts: Sequence[int], first: int, after: int) -> range:
    return range(bisect_left(starts, first), bisect_left(starts, after))
