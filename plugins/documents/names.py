"""Names: first names in all cases, surnames by their form, initials, and capitals that no ordinary word explains."""

import re
from collections.abc import Iterator

from plugins.documents.finding import Finding
from plugins.documents.labels import label_of
from plugins.documents.lexicon import folded, is_given_name, is_ordinary, is_ordinary_as_written, is_public
from plugins.documents.passage import Passage
from plugins.documents.understood import is_understood
from plugins.documents.words import Box, Word, around
from plugins.model.papers import PersonalData

_EDGES = "\"'«».,:;()[]{}|/\\_-—–*“”„‘’!?"
_PATRONYMIC = re.compile(
    r"[а-яё]{2,}(?:ович|евич|овна|евна|ична|ьич|овн|евн)[а-я]{0,2}$|[^\W\d_]{3,}(?:[ұу]лы|[қк]ыз[ыі]|[қк]ьіз[іы])[а-яңғ]{0,4}$",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"[^\W\d_]{2,}(?:[оеё]в|[иы]н|ск[иі]й|цк[иі]й|енко|[ұу]лы|[қк]ыз[ыі]|баев|беков)(?:а|у|ым|е|ой|ы|ых|ға|ге|қа|ке|а[ғг]а|а[нм]ан|дан|ден|тан|тен|на[нң]|н[іыи][ңн]|д[іыи][ңн]|ны|ді|ды|мен|пен|бен|аны[ңн]|адан|аны)?$"
    r"|[^\W\d_]{2,}(?:ская|цкая|ской|цкой|ского|скому|ским)$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[«(|/]?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z036][.,](?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z036][.,]?)?[,;)|/]?")
_INITIALS = re.compile(r"[«(|/]?(?![МM][.,]\s?[ПО])[А-ЯЁӘҒҚҢӨҰҮҺІ][.,][А-ЯЁӘҒҚҢӨҰҮҺІ][.,]?[,;)|/]?")
"""Two initials; «М.П.» and «М.О.» are places for a seal."""
_UNREAD_SURNAME = 5
"""Heights of initials before them in which the surname must stand that was not read, under a seal or a hand."""
_MISREAD_INITIAL = re.compile(r"[89][.,]")
"""«Ә.» or «В.» behind a name, read as a figure."""
_GLUED = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}[.,]?[А-ЯЁӘҒҚҢӨҰҮҺІ][.,](?:[А-ЯЁӘҒҚҢӨҰҮҺІ][.,]?)?")
_LEAST_SURE, _LEAST_SURE_ALONE = 35, 60
"""Sureness below which a word is no name, and below which it is none that only its capital letter marks."""

_SHORT = 4
"""Letters of a surname that is an ordinary word too, such as Ким or Пак, and is one beside an initial."""

_SHORT_SURNAMES = frozenset(("ким", "пак", "цой", "хан", "тен", "шин", "нам", "лим", "хван", "кан"))
"""Surnames of Koreans in Kazakhstan, which are beside a first name a surname even where a sentence begins."""

_SENTENCE_END = re.compile(r"[.:;!?…»|]$")
_NOT_NAMES = tuple(
    map(folded, ("шарт", "договор", "взнос", "магазин", "один", "тенге", "целин", "термин", "кооператив", "актив", "архив",
                 "основ", "услов", "срок"))
)  # fmt: skip
"""Beginnings of words that have the form of a surname in some case."""


def names_in(passage: Passage) -> Iterator[Finding]:
    """Yield every run of words that is somebody's name: whole, in part, with initials, in any case."""
    words = passage.words[: passage.own]
    marks = _with_small_letters(words, [_mark(words, place) for place in range(len(words))])
    place = 0
    while place < len(words):
        if not marks[place]:
            place += 1
            continue
        end = place
        while end < len(words) and marks[end] and (end == place or _is_near(words[end - 1], words[end])):
            end += 1
        if _is_somebody(marks[place:end]):
            start, stop = _with_unread(words, _first(words, place), _last(words, end, marks))
            yield from passage.of_words(PersonalData.NAME, range(start, stop))
        elif any(_INITIALS.fullmatch(word.text) for word in words[place:end]):
            yield Finding(PersonalData.NAME, _with_place_before(words, place, end))
        place = end
    yield from _behind_labels(passage)


def _mark(words: tuple[Word, ...], place: int) -> str:
    """Return what a word may be of a name: `n` surely, `i` an initial, `m` or first in a sentence `w` perhaps, `o` hardly."""
    word = words[place]
    core = word.text.strip(_EDGES)
    if word.sure < _LEAST_SURE:
        return ""
    if _INITIAL.fullmatch(word.text) or (len(core) == 1 and core.isupper() and core.isalpha() and word.text[0] == core):
        return "i"
    if (_GLUED.fullmatch(word.text) and not word.text.isupper()) or (_is_capital(core) and _is_sure(core)):
        return "n"
    if not _is_capital(core) or is_public(core):
        return ""
    return _perhaps(words, place, core)


def _with_small_letters(words: tuple[Word, ...], marks: list[str]) -> list[str]:
    """Return the marks, with a father's name behind a first name also where its capital was read as a small letter."""
    return [
        "n"
        if not mark
        and place
        and marks[place - 1] == "n"
        and word.sure >= _LEAST_SURE
        and _is_father(word.text.strip(_EDGES))
        else mark
        for place, (word, mark) in enumerate(zip(words, marks, strict=True))
    ]


def _is_father(core: str) -> bool:
    return len(core) >= 6 and _PATRONYMIC.search(core) is not None


def _with_unread(words: tuple[Word, ...], start: int, end: int) -> tuple[int, int]:
    """Return where a name begins and ends with a word close to it, on either side, of which no sense could be made."""
    if start and _is_unread_beside(words[start - 1], words[start - 1], words[start]):
        start -= 1
    if end < len(words) and _is_unread_beside(words[end], words[end - 1], words[end]):
        end += 1
    return start, end


def _is_unread_beside(word: Word, left: Word, right: Word) -> bool:
    height = max(left.box.height, right.box.height)
    return right.box.x - left.box.right < height and not is_understood(word, height)


def _with_place_before(words: tuple[Word, ...], start: int, end: int) -> Box:
    """Return the place of initials and of the surname before them that was not read, up to the word before."""
    box = around(*(word.box for word in words[start:end]))
    before = [word.box.right for word in words[:start] if is_understood(word, box.height) and word.box.right <= box.x]
    left = max(0, box.x - _UNREAD_SURNAME * box.height, *before)
    return around(box, Box(left, box.y, 1, box.height))


def _perhaps(words: tuple[Word, ...], place: int, core: str) -> str:
    """Return what a capital letter alone may mean."""
    if all(is_ordinary(part) or len(part) < 4 for part in re.split(r"[-/–]", core)):
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        is_beside_initial = len(core) <= _SHORT and any(_INITIAL.fullmatch(word.text) for word in beside)
        return "o" if core.isalpha() and (is_beside_initial or not is_ordinary_as_written(core)) else ""
    if words[place].sure < _LEAST_SURE_ALONE or (core.isupper() and len(core) < 4):
        return ""
    return "w" if place == 0 or _SENTENCE_END.search(words[place - 1].text) else "m"


def _is_capital(core: str) -> bool:
    """Return whether a word with a capital letter may belong to a name at all."""
    letters = sum(map(str.isalpha, core))
    is_word = len(core) >= 3 and core[0].isalpha() and core[0].isupper() and letters >= 0.8 * len(core)
    return is_word and not label_of(core) and not folded(core).startswith(_NOT_NAMES)


def _is_sure(core: str) -> bool:
    """Return whether a word is a father's name, a first name or has the form of a surname."""
    if _is_father(core):
        return True
    if is_given_name(core):
        return len(core) >= 5 or not is_public(core)
    return bool(len(core) >= 5 and _SURNAME.search(core)) and not (is_public(core) or is_ordinary_as_written(core))


def _is_somebody(run: list[str]) -> bool:
    """Return whether a run of marks is a name: one sure part, a capital inside a sentence, or a word with an initial."""
    whole = "".join(run)
    return "n" in whole or "m" in whole or "ww" in whole or ("i" in whole and ("w" in whole or "o" in whole))


def _first(words: tuple[Word, ...], place: int) -> int:
    """Return where a name begins that may have an ordinary word for a surname: two words before a father's name."""
    has_father = any(_PATRONYMIC.search(word.text.strip(_EDGES)) for word in words[place : place + 2])
    for _ in range(2 if has_father else 1):
        is_open = place and _may_be_surname(words[place - 1].text) and _is_near(words[place - 1], words[place])
        if not is_open or not (has_father or _is_name_at_any_place(words, place - 1)):
            break
        place -= 1
    return place


def _is_name_at_any_place(words: tuple[Word, ...], place: int) -> bool:
    """Return whether the capital letter of a word is that of a name: it begins no sentence, or the name is known."""
    begins = place == 0 or _SENTENCE_END.search(words[place - 1].text) is not None
    return not begins or folded(words[place].text.strip(_EDGES)) in map(folded, _SHORT_SURNAMES)


def _last(words: tuple[Word, ...], end: int, marks: list[str]) -> int:
    """Return where a name ends that begins with a first name: a capital behind it is the surname."""
    if end < len(words) and "n" in marks[end - 1] and _MISREAD_INITIAL.fullmatch(words[end].text):
        return end + int(_is_near(words[end - 1], words[end]))
    if end < len(words) and marks[end - 1] == "n" and not _SENTENCE_END.search(words[end - 1].text.rstrip('»"')):
        is_open = _may_be_surname(words[end].text) and _is_near(words[end - 1], words[end])
        return end + int(is_open and not words[end - 1].text.endswith(","))
    return end


def _may_be_surname(text: str) -> bool:
    core = text.strip(_EDGES)
    is_capital = len(core) >= 3 and core.isalpha() and core[0].isupper()
    return is_capital and not label_of(core) and not is_public(core) and not text.endswith((":", ";"))


def _is_near(one: Word, other: Word) -> bool:
    return other.box.x - one.box.right < 2.2 * max(one.box.height, other.box.height)


def _behind_labels(passage: Passage) -> Iterator[Finding]:
    words = passage.words[: passage.own]
    labels = [place for place, word in enumerate(words) if label_of(word.text) is PersonalData.NAME]
    for label in labels:
        behind: list[int] = []
        for place in range(label + 1, len(words)):
            if label_of(words[place].text) not in (None, PersonalData.NAME):
                break
            if is_name(words[place].text):
                behind.append(place)
            elif behind and re.search(r"\w", words[place].text):
                break
        if behind:
            yield from passage.of_words(PersonalData.NAME, behind)


def is_name(text: str) -> bool:
    """Return whether a word behind a label may be part of a name: a capital letter first, or an initial."""
    letters = text.strip(_EDGES)
    if not letters or not letters[0].isalpha() or label_of(letters) or not letters[0].isupper():
        return False
    if len(letters) == 1 or _INITIAL.fullmatch(text):
        return True
    return len(letters) > 2 and (is_given_name(letters) or not is_public(letters))
