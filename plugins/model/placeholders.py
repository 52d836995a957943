"""Placeholders, of a new bundle and of other templates, which an editor replaces and which are never published."""

import re
from collections.abc import Iterator, Mapping

from plugins.diagnostics import Phrase, Problem
from plugins.model.items import LANGUAGES, Body, Language
from plugins.model.yaml_source import YamlSource, scalar_nodes
from plugins.words.store import words

PLACEHOLDERS: Mapping[Language, str] = {language: words(language, "commands")["placeholder"] for language in LANGUAGES}
"""In capitals and of one word, so that it is seen, found by a search, and written by nobody by chance."""

_ASKED = (
    "дата|число|имя|фио|ф\\. ?и\\. ?о\\.|сумма|название|город|адрес|место|время|текст|ссылка|номер|должность|"
    "күні|күн|аты|аты-жөні|сомасы|сома|атауы|қала|қаласы|мекенжайы|мекенжай|орны|уақыты|мәтін|мәтіні|сілтеме|нөмірі|лауазымы"
)
"""What a form asks for, between square brackets."""
_TO_DO = "вставить|указать|вписать|заполнить|дописать|уточнить|добавить|проверить"
_TO_DO_KK = "қою|жазу|енгізу|толтыру|қосу|нақтылау|тексеру"
_COUNTED = r"[\s\u00a0]+(?:₸|%|тең|тен|адам|человек|отбасы|сем[ье]|ай\w*\b|месяц|күн|дн[ея]|лет\b|үй\b|дом)"
_PLACEHOLDER = re.compile(
    rf"\b(?:{'|'.join(PLACEHOLDERS.values())}|TODO|FIXME)\b|\{{\{{[^{{}}\n]{{0,60}}\}}\}}|\[(?i:{_ASKED})\](?![\[(])"
    rf"|\[(?i:(?:{_TO_DO})\b[^\[\]\n]{{0,40}}|(?:[^\[\]\n]{{1,40}} )?(?:{_TO_DO_KK})(?: керек)?)\](?![\[(])"
    rf"|(?<!\w)[XХ]{{2,}}(?={_COUNTED})|(?<!\w)[XХxх]{{2}}\.[XХxх]{{2}}\.|(?<=[:—-] )[XХ]{{2,}}(?=[.,;]?(?:\s|$))"
    r"|\b(?:дд\.мм\.гг(?:гг)?|кк\.аа\.жж(?:жж)?|DD\.MM\.YYYY)\b|(?i:\blorem ipsum\b)"
    r"|(?<=[^\s_] )_{2,3}(?= \w| ?[.,;]|$)|(?<!\S)_{2,3}(?= \w)|(?<=\s)\?{2,}(?= \w)",
    re.MULTILINE,
)
_SIGNS = (
    *PLACEHOLDERS.values(), "TODO", "FIXME", "{{", "__", "??", "дд.", "кк.", "DD.", "orem ", "LOREM ",
    *(a + b for a in "XХ" for b in "XХ"), *(a + "." for a in "xх"),
)  # fmt: skip
_ASKED_FOR = re.compile(rf"\[(?i:{_ASKED}|(?:{_TO_DO})\b[^\[\]\n]*|[^\[\]\n]*\b(?:{_TO_DO_KK})(?: керек)?)\]")
"""A text with none of the signs, and in which nothing is asked for, has no placeholder."""


_OF_A_FORM = re.compile(rf"\b(?:{'|'.join(PLACEHOLDERS.values())}|TODO|FIXME)\b|\blorem ipsum\b", re.IGNORECASE)
"""What stands for a whole text that is still to be written."""

_CURES = {
    "fill-asked": re.compile(r"\[|\{"),
    "fill-note": re.compile("TODO|FIXME"),
    "fill-sample": re.compile("lorem", re.IGNORECASE),
    "fill-day": re.compile(r"\w{2}\.\w{2}\."),
}


def placeholder_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each placeholder in a text."""
    if any(sign in text for sign in _SIGNS) or _ASKED_FOR.search(text):
        yield from (found.span() for found in _PLACEHOLDER.finditer(text))


def is_of_a_form(text: str) -> bool:
    """Return whether a text holds a word of a form, which stands for a whole text that is still to be written."""
    return bool(_OF_A_FORM.search(text))


def unfilled_in_yaml(source: YamlSource) -> Iterator[Problem]:
    """Yield a problem at each value in which a placeholder is left; a comment is none."""
    for node in scalar_nodes(source.root):
        if found := _PLACEHOLDER.search(node.value):
            mark = node.start_mark
            place = (mark.line + source.first_line, mark.column + 1)
            is_alone = found.group() == node.value.strip()
            values = {"found": found.group(), "cure": Phrase("fill-key") if is_alone else _cure(found.group())}
            yield Problem(source.path, *place, "unfilled-placeholder", values)


def unfilled_in_body(body: Body) -> Iterator[Problem]:
    """Yield a problem at each placeholder left in a Markdown text."""
    for start, end in placeholder_spans(body.source):
        found = body.source[start:end]
        is_head = found in PLACEHOLDERS.values() and body.source.startswith(":", end)
        values = {"found": found, "cure": Phrase("fill-text") if is_head else _cure(found)}
        yield Problem(body.path, *body.place(start), "unfilled-placeholder", values)


def _cure(found: str) -> Phrase:
    """Return the phrase that says what to write in place of a placeholder among other words."""
    return next((Phrase(cure) for cure, form in _CURES.items() if form.match(found)), Phrase("fill-gap"))
