"""What makes a sentence with the words of a promise innocent: it asks, warns, denies, or tells of the past."""

import re
from collections.abc import Sequence
from functools import lru_cache

Places = Sequence[tuple[int, int]]
"""Start and end of the words in a sentence that make a claim."""

_WARNING = re.compile(
    # Russian
    r"\bесли\b[^.!?]*(?:обеща|\bплат|предлага|говор|гарантиру|сул[ия]т|утвержда)|\b(?:кто|кому|когда)\s+(?:\w+\s+){0,2}(?:обеща|гарантиру|говор|плат|сул[ия]т)"
    r"|не\s+верьте|не\s+верь\b|настор[оа]ж|остерега|обманыв|обманщик|пирамид|мошенни|аферист|жулик|ловушк|запреща|запрет|запрещен|обеща(?:ют|л\w*|я|ющ\w*|ет)\b"
    r"|увер(?:яют|яет|ял\w*)\b|называют|говор(?:ят|ит|ил\w*)\b|сул[ия]т\b|скажут\b|якобы|не\s+(?:утвержда|говор|обеща|вправе)|не\s+име\w+\s+права|не\s+може\w+\s+(?:обещ|гарант)"
    r"|\A\W*что\s|да[ею]т\s+слово\b|ни\s+один\s+документ|не\s+быва(?:ет|ют)|повод\w*\s+(?:уйти|отказ|насторож)|(?:^|[,;:—–]\s*)уходите|откажитесь|не\s+подпис"
    # Kazakh
    r"|екенін\W*\Z|берсе\b|талап\s+етсе|деп\s+(?:айт|уәде|сендір|үгіт|жарнама)|\b[мбп][аеы]\b\s*,|уәде\s+(?:ет(?:кен|се|еді|етін|іп)|бер(?:ген|се|еді|етін))|туралы\s+айтса|сенбе(?:ңіз|й|ңдер)|сен[бу]\w*\s+болмайды|сақ\s+бол"
    r"|алда(?:й|п|уы|у\b)|алаяқ|тыйым|пирамида|\bде(?:се|йді|йтін|п\s+тұр|п\s+айтады)\b|\bдеген(?:ге|дер|ді|нің)?\b|құқығы\s+жоқ|құқылы\s+емес|жалған|өтірік",
    re.IGNORECASE,
)
"""What makes a sentence warn, wherever it is beside the claim."""
_NOBODY = re.compile(
    r"никто\s+не\b|\bнельзя\b|не\s+обой|болмайды\s*[.!]?$|ешкім\s+(?:\w+\s+){0,3}алмайды", re.IGNORECASE
)
"""What denies a whole sentence, unless the claim is a denial itself."""
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
_YES = re.compile(
    r"\s*(?:легко|запросто|реально|проще\s+простого|без\s+проблем|элементарно|конечно|ещ[её]\s+как|легче\s+легкого|оп-оңай|оңай|әрине|болады|бола\s+қалды"
    r"|еш\s+қиындығы\s+жоқ)\s*(?:[.!…]|\Z)",
    re.IGNORECASE,
)
"""An answer of eager words alone."""
_NEAR = 100
"""Characters before a claim in which it may be denied."""
_PAST = {
    "ru": re.compile(
        r"(?<!\w)(?:(?!если|или|мало|капитал\b)\w{2,}[аеиоуыяь]л(?:а|и|о|ся|ась|ись|ось)?"
        r"|(?:(?:вы|воз|под|пере|раз)?рос|\w*н[её]с|\w*в[её]з|\w*мог|\w*спас)(?:л[аои])?(?:сь|ся)?|\w*(?:ш[её]л|шл[аои])(?:сь|ся)?)(?!\w)",
        re.IGNORECASE,
    ),
    "kk": re.compile(r"(?<![аеиыіүұйөо])[дт][ыі](?:м|қ|к|мыз|міз)?\W*\Z|[ғқгк][ае]н\W*\Z", re.IGNORECASE),
}
"""A Russian verb of the past; a Kazakh one where it stands, at the end."""


def asks(sentence: str) -> bool:
    """Return whether a sentence is a question."""
    return "?" in sentence


def is_answered_with_yes(text: str, end: int) -> bool:
    """Return whether the sentence that ends at `end` is followed by an eager yes: it only seems to ask."""
    return bool(_YES.match(text, end))


def warns(sentence: str, places: Places, *, is_denial: bool) -> bool:
    """Return whether a sentence warns, by words that are not the claim's own. `is_denial`: the claim denies."""
    return any(_is_beside(found, places) for found in _found(_WARNING, sentence)) or (
        not is_denial and any(_is_beside(found, places) for found in _found(_NOBODY, sentence))
    )


@lru_cache(maxsize=8)
def _found(pattern: re.Pattern[str], sentence: str) -> tuple[tuple[int, int], ...]:
    """Return where a pattern is found; kept for the other claims of the same sentence."""
    return tuple(found.span() for found in pattern.finditer(sentence))


def _is_beside(found: tuple[int, int], places: Places) -> bool:
    return all(found[1] <= start or found[0] >= end for start, end in places)


def denies(sentence: str, places: Places, language: str) -> bool:
    """Return whether the words of a claim are denied."""
    start, end = min(places)[0], max(end for _, end in places)
    return (
        any(_DENIAL.search(sentence[max(0, begin - _NEAR) : begin]) for begin, _ in places)
        or bool(_DENIAL_AFTER.match(sentence, end))
        or (language == "kk" and bool(_NEGATIVE_VERB.search(sentence, start)))
    )


def is_past(sentence: str, language: str) -> bool:
    """Return whether a sentence tells what has happened."""
    return bool(_found(_PAST[language], sentence))
