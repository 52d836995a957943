"""One name in any spelling: other letters, case, quotes, the form of the organisation beside it (pure)."""

import re
import unicodedata
from difflib import SequenceMatcher

_SOUNDS = str.maketrans({
    "ә": "a", "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "э": "e", "ж": "j", "з": "z", "и": "i",
    "і": "i", "й": "i", "ы": "i", "y": "i", "ь": "", "ъ": "", "к": "k", "қ": "k", "q": "k", "л": "l", "м": "m", "н": "n", "ң": "n",
    "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "w": "u", "ф": "f", "х": "h", "һ": "h",
    "x": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ю": "u", "я": "a", "ı": "i", "c": "k",
})  # fmt: skip
_PAIRS = (("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"), ("ch", "s"), ("ng", "n"), ("iu", "u"), ("ia", "a"))
_FORMS = re.compile(
    r"\b(?:потребительск\w+|тұтыну\w*|кооператив\w*|ауыл\w*\s+шаруашылы\w+|общество|товарищество|серіктестік\w*|ао|ақ|тоо|жшс|пк|тк|спк|"
    r"cooperative|coop|llp|jsc)\b",
    re.IGNORECASE,
)
_ALIKE = 0.88
"""Share of letters in common from which on two spellings are one name: a letter left out or doubled in eight."""
_SHORT = 6
"""Letters of a name below which it must be the whole of the words, and not a part of them."""


def is_named_in(name: str, words: str) -> bool:
    """Return whether `words` hold `name`, however it is spelled."""
    wanted, given = _sounds(name), _sounds(words)
    if not wanted or not given:
        return False
    if len(wanted) < _SHORT:
        return wanted == given
    if wanted in given:
        return True
    windows = range(max(1, len(given) - len(wanted) + 1))
    return any(SequenceMatcher(None, wanted, given[start : start + len(wanted)]).ratio() >= _ALIKE for start in windows)


def _sounds(name: str) -> str:
    """Return what a name sounds like in a few Latin letters, without the form of the organisation."""
    plain = _FORMS.sub(" ", unicodedata.normalize("NFKC", name)) if _FORMS.sub("", name).strip(" «»\"'.") else name
    letters = "".join(
        sign for sign in unicodedata.normalize("NFKD", plain.casefold().translate(_SOUNDS)) if sign.isalnum()
    )
    for pair, one in _PAIRS:
        letters = letters.replace(pair, one)
    return re.sub(r"(.)\1+", r"\1", letters)
