"""Words that both languages borrowed, told apart by their endings: `офисте` and `офиса`, `анкетасы` and `анкеты`."""

import re

from plugins.language.shared_words import LOANWORDS

ENDING = 6.0
"""Log-odds of an ending that one language has."""

LEAST_STEM = 4
"""Letters; a shorter word with an ending may be another word."""

_VOWELS = "аеёиоуыэюяө"
_VOICED = f"{_VOWELS}йлмнруз"
_KAZAKH = re.compile(
    "(?:[лдт][ае]р)?(?:[ыі]м|[ыі]м[ыі]з|[ыі]ң[ыі]з)?(?:[ндт][ыі]ң?|[дт][ае]н?|[дт][ае]ғ[ыі]|ға|ге|қа|ке|[мбп]ен)"
    "|[лдт][ае]р[ыі]?|с[ыі](?:н[ыіае]?|н[ыі]ң|н[ае]н|мен)?|[ыі](?:н[ае]|н[ыі]ң|нан|нен)|[лдтс][ыі][қкзғг]?"
)
_INTERNATIONAL = re.compile(".{2,}(?:логия|терапия|метрия|скопия|патия|фобия|изм)")
"""Words of science, spelled alike in both languages when they have no ending: `эрготерапия`."""

_AFTER_CONSONANT = frozenset(["а", "у", "е", "ом", "ов", "ам", "ами", "ах"])
_FOR_A = frozenset(["ы", "е", "у", "ой", "ам", "ами", "ах"])
_FOR_YA = frozenset(["и", "ю", "ей", "й", "ям", "ями", "ях"])


def borrowed_score(spelled: str) -> float | None:
    """Return the log-odds of a borrowed word with an ending, above zero for Kazakh; None for any other word.

    Zero where both languages have the ending: `сайты` is "sites" in Russian and "its site" in Kazakh; and for words of science.
    """
    for cut in range(len(spelled) - 1, LEAST_STEM - 2, -1):
        stem, ending = spelled[:cut], spelled[cut:]
        if stem in LOANWORDS and cut >= LEAST_STEM:
            if ending == "ы":
                return 0.0
            if stem[-1] not in _VOWELS and ending in _AFTER_CONSONANT:
                return -ENDING
            if _KAZAKH.fullmatch(ending) and not (ending[0] == "т" and stem[-1] in _VOICED):
                return ENDING
        if (ending in _FOR_A and f"{stem}а" in LOANWORDS) or (ending in _FOR_YA and f"{stem}я" in LOANWORDS):
            return -ENDING
    return 0.0 if _INTERNATIONAL.fullmatch(spelled) else None
