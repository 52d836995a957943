"""What the order of words says where the words themselves say nothing: Russian has a name after its kind, Kazakh before it.

`Фонд «Даму»`, `Протокол № 5`, `Файлы Word` are Russian, `«Союз» кинотеатры` and `«Нұр» ТК` are Kazakh.
"""

import re
from bisect import bisect_left

from plugins.language.abbreviations import BEGINNINGS
from plugins.language.discounts import LONGEST_ABBREVIATION, KnownWord
from plugins.language.gaps import Boundary, Gap
from plugins.language.shared_words import LOANWORDS

ORDER = 2.5
"""Log-odds of an order; of blocks with a shared word before its name, in public text, twenty are Russian to one Kazakh."""

_NUMBER = re.compile(r"[ \u00a0]?№[ \u00a0]?\d")
_TITLE = r"(?:«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|\"[^\"]+\")"
_FIRM = rf"[А-ЯЁӘҒҚҢӨҰҮҺІ]{{2,{LONGEST_ABBREVIATION}}}"
_NAMED_FIRM = re.compile(
    rf"[\W\d]*?(?:(?P<before>{_FIRM})[ \u00a0]{_TITLE}|{_TITLE}[ \u00a0](?P<after>{_FIRM}))[\W\d]*"
)


def may_be_before_name(spelled: str) -> bool:
    """Return whether the word is shared, or the plural of one: `файл`, `файлы`."""
    return spelled in LOANWORDS or is_kazakh_or_plural(spelled)


def is_kazakh_or_plural(spelled: str) -> bool:
    """Return whether the word is "its …" in Kazakh and a plural in Russian: `сайты`."""
    return spelled.endswith("ы") and spelled[:-1] in LOANWORDS


def is_short_abbreviation(word: KnownWord) -> bool:
    """Return whether the word may be the form of a firm: `КХ`, `ТК`."""
    return word.is_upper and not word.is_latin and len(word.spelled) <= LONGEST_ABBREVIATION


def judge_order(text: str, ends: list[int], known: list[KnownWord], gaps: list[Gap], scores: list[float]) -> None:
    """Count a shared word that begins a block and has its name or number behind it as Russian, one that ends it as Kazakh."""
    first, last = known[0].spelled, known[-1].spelled
    if may_be_before_name(first) and _is_before_name(text, ends[0], known, gaps, is_plural=first not in LOANWORDS):
        scores[0] = -ORDER
    if (
        len(known) > 1
        and is_kazakh_or_plural(last)
        and gaps[-1].has_quote
        and text[: ends[-1] - len(last)].rstrip().endswith(("»", "”", "“", '"'))
    ):
        scores[-1] = ORDER


def _is_before_name(text: str, end: int, known: list[KnownWord], gaps: list[Gap], *, is_plural: bool) -> bool:
    if _NUMBER.match(text, end):
        return not is_plural
    if len(known) < 2:
        return False
    if gaps[1].boundary is Boundary.INSIDE and known[1].is_latin and known[1].is_capital:
        return True
    return not is_plural and gaps[1].has_quote and not gaps[0].has_quote and not gaps[1].starts_clause


def judge_named_firm(text: str, starts: list[int], known: list[KnownWord], scores: list[float]) -> None:
    """Count the form of a firm behind its name as Kazakh, where a block has nothing else; a name beside its form says nothing.

    Before its name a form is Russian or Kazakh: it must be one that `judge_abbreviations` knows.
    """
    found = _NAMED_FIRM.fullmatch(text)
    if not found:
        return
    place = bisect_left(starts, found.start("before" if found["before"] else "after"))
    if found["after"] or known[place].spelled in BEGINNINGS:
        scores[:] = [0.0] * len(scores)
        scores[place] = ORDER if found["after"] else 0.0
