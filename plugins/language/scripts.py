"""Latin letters inside Cyrillic words, and the other way round: they look right, but search and speech stumble.

A letter is at fault only in a run of letters that has nothing but look-alikes: `IT-маман`, `USBде` and `Wi-Fi` are
right, `кooператив` and `тiркеу` are not.
"""

import re

CYRILLIC = "\u0400-\u0482\u048a-\u052f"
LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
"""Insides of regular expression classes."""

_PAIRS = dict(zip("ABCEHIKMOPTXYaceiopxyhkəƏɵƟëË", "АВСЕНІКМОРТХУасеіорхуһкәӘөӨёЁ", strict=True))
"""Latin letter and the Cyrillic one it looks like; Latin h stands for Kazakh һ, ə for ә, ɵ for ө."""

_LATIN_TO_CYRILLIC = str.maketrans(_PAIRS)
_CYRILLIC_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _PAIRS.items() if latin.isascii()})
_HIDDEN_LATIN = frozenset(_PAIRS)
_HIDDEN_CYRILLIC = frozenset(chr(letter) for letter in _CYRILLIC_TO_LATIN) - {"һ"}
"""Letters that are Kazakh only (ә ө һ) are never at fault."""

_SEEN_CYRILLIC = "У"
"""A capital that is drawn unlike its Latin counterpart (Y): where it is seen, it is meant, as in `KPУ`."""

LEAST_OF_WORD = 4
"""Letters from which on a word is no Roman number or abbreviation."""

_CURSIVE = str.maketrans("mnurt", "тпигт")
_CURSIVE_ALONE = re.compile(rf"(?<=[{CYRILLIC}])[mnurt](?![{LATIN}])|(?<![{LATIN}])[mnurt](?=[{CYRILLIC}]{{2}})")
"""A Latin letter that looks like the cursive form of a Cyrillic one; at fault only when it stands alone."""

_GREEK = str.maketrans("ΑΒΓΕΗΙΚΛΜΝΟΠΡΤΥΧαβγεικλνοπρτυχ", "АВГЕНІКЛМНОПРТУХавгеіклнопртух")
_GREEK_AMONG_CYRILLIC = re.compile(rf"(?<=[{CYRILLIC}])[\u0370-\u03ff]|[\u0370-\u03ff](?=[{CYRILLIC}])")

_LETTERS = re.compile(rf"[{CYRILLIC}{LATIN}\u0300-\u036f\u00ad]+")
_RUN = re.compile(rf"(?P<latin>[{LATIN}]+)|(?P<cyrillic>[{CYRILLIC}]+)")
_BOTH = re.compile(rf"[{LATIN}][\u0300-\u036f\u00ad]*[{CYRILLIC}]|[{CYRILLIC}][\u0300-\u036f\u00ad]*[{LATIN}]")
_ROMAN_NUMBER = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LATIN_ABBREVIATIONS = frozenset({"IT", "AI", "PC", "CC", "TB", "BMX", "HTTP", "XP", "OK", "IP", "TOP", "BIM", "KYC"})


def is_mixed_script(word: str) -> bool:
    """Say whether letters of the other script hide in the word as look-alikes."""
    return mend_mixed_script(word) != word


def mend_mixed_script(word: str) -> str:
    """Return the word with every hidden letter replaced by the one it looks like."""
    if _GREEK_AMONG_CYRILLIC.search(word):
        word = word.translate(_GREEK)
    if not _BOTH.search(word):
        return word
    return _LETTERS.sub(lambda part: _mend_part(part[0]), word)


def look_alikes(word: str) -> list[tuple[int, str, str]]:
    """Return place, letter and right letter of every hidden letter."""
    mended = mend_mixed_script(word)
    return [
        (place, wrong, right) for place, (wrong, right) in enumerate(zip(word, mended, strict=True)) if wrong != right
    ]


def to_cyrillic(word: str) -> str:
    """Return the word with every Latin look-alike made Cyrillic, whatever stands around it."""
    return word.translate(_LATIN_TO_CYRILLIC)


def _mend_part(part: str) -> str:
    if len(re.findall(f"[{CYRILLIC}]", part)) * 2 > len(part):  # among Latin letters `m` is no cursive `т`
        part = _CURSIVE_ALONE.sub(lambda letter: letter[0].translate(_CURSIVE), part)
    runs = list(_RUN.finditer(part))
    if len({run.lastgroup for run in runs}) < 2:
        return part
    firm = {run.lastgroup for run in runs if not _is_all_look_alike(run)}
    if len(firm) == 2 and len(runs) == 2:
        return part
    if not firm:
        is_latin = _is_better_latin(part) or (_is_mostly_latin(runs) and not _is_meant_cyrillic(part))
        return _to_latin(part) if is_latin else to_cyrillic(part)
    if firm == {"latin"}:
        return _to_latin(part)
    if firm == {"cyrillic"}:
        return to_cyrillic(part)
    return _mend_between(part, runs)


def _mend_between(part: str, runs: list[re.Match[str]]) -> str:
    """Mend a compound of both scripts (`PDFтi`): a hidden run takes the script of the firm run before it."""
    mended, script = part, next(run.lastgroup for run in runs if not _is_all_look_alike(run))
    for run in runs:
        if not _is_all_look_alike(run):
            script = run.lastgroup
            continue
        letters = _to_latin(run[0]) if script == "latin" else to_cyrillic(run[0])
        mended = mended[: run.start()] + letters + mended[run.end() :]
    return mended


def _is_all_look_alike(run: re.Match[str]) -> bool:
    return (_HIDDEN_LATIN if run.lastgroup == "latin" else _HIDDEN_CYRILLIC).issuperset(run[0])


def _is_mostly_latin(runs: list[re.Match[str]]) -> bool:
    """Return whether more than half of the letters are Latin; all of them look alike."""
    latin = sum(len(run[0]) for run in runs if run.lastgroup == "latin")
    return latin * 2 > sum(len(run[0]) for run in runs)


def _is_meant_cyrillic(part: str) -> bool:
    """Return whether a Cyrillic letter was not typed by mistake: one seen to be no Latin one, or і of the Kazakh keyboard."""
    return _SEEN_CYRILLIC in part or ("і" in part.lower() and not part.isupper() and len(part) >= LEAST_OF_WORD)


def _is_better_latin(part: str) -> bool:
    latin = _to_latin(part)
    return latin in _LATIN_ABBREVIATIONS or bool(_ROMAN_NUMBER.fullmatch(latin))


def _to_latin(part: str) -> str:
    return part.translate(_CYRILLIC_TO_LATIN)
