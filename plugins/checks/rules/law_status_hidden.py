"""A page that speaks of a repealed act shows that it is repealed.

The page draws the state of every act that its `laws` name. An act that is only named in the text, by its number or by its
title, bears no mark, and a reader may take it for a law in force.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.diagnostics.places import place_in
from plugins.model.acts import ActStatus
from plugins.model.items import Item, Part
from plugins.model.scalars import as_written
from plugins.model.yaml_source import YamlSource, scalar_nodes

_COUNTRY = re.compile(r"\s*(?:в\s+Республике Казахстан|Республики Казахстан|Қазақстан Республикасы(?:ндағы|ның)?)\s*")
_ENDINGS = 3
"""Letters at the end of a word that its case may change."""
_LETTERS = {"I": "IІl1", "V": "VѴ", "X": "XХ", "-": "-\u2010\u2011\u2012\u2013"}
"""What is typed for a sign of a number: a Cyrillic letter, another hyphen."""
_TYPED_DIFFERENTLY = re.compile(f"[{''.join(_LETTERS)}]")
_REPEALED = {
    "kk": re.compile(r"күші\w*[^.!?]{0,40}жой|күшін жой|қолданылмай|қолданыстан шық|ескі заң", re.IGNORECASE),
    "ru": re.compile(r"утрати\w+ силу|отмен[её]н|не действует|прежн\w+ закон", re.IGNORECASE),
}
"""What says beside its name that an act is repealed."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|\n\s*\n")
_GAP = r"[\s\u00a0]+"


class _Naming(NamedTuple):
    pattern: re.Pattern[str]
    parts: tuple[str, ...]
    """In small letters: of the number and of the title, without either of which a text does not name the act."""


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the first mention, in each language, of a repealed act that the page does not show as such."""
    repealed = {act_id: act for act_id, act in site.content.acts.items() if act.status is ActStatus.REPEALED}
    for part in site.content.parts():
        shown = _shown_acts(part)
        for act_id, act in repealed.items():
            for language, body in part.bodies.items() if act_id not in shown else ():
                markdown = site.markdown(body)
                named = _naming(act.number or act_id, str(getattr(act.title, language)), language)
                offset = _hidden(named, markdown.document.prose, language)
                values = {"act": act_id, "day": str(act.repealed_from)}
                if offset is not None:
                    yield markdown.problem("law-status-hidden", offset, **values)
                elif source := site.content.sources.get(body.path):
                    yield from _in_front_matter(source, named, language, values)


def _in_front_matter(source: YamlSource, named: _Naming, language: str, values: Mapping[str, str]) -> Iterator[Problem]:
    for node in scalar_nodes(source.root):
        text, line, column = as_written(node, source.text)
        offset = _hidden(named, text, language)
        if offset is not None:
            place = place_in(text, offset, line + source.first_line, column + 1)
            yield Problem(source.path, *place, "law-status-hidden", values)
            return


def _hidden(named: _Naming, text: str, language: str) -> int | None:
    """Return where the act is named first in a sentence that does not say that it is repealed."""
    lowered = text.lower()
    if not any(part in lowered for part in named.parts):
        return None
    for match in named.pattern.finditer(text):
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, match.start())]
        start, end = ends[-1] if ends else 0, _SENTENCE_END.search(text, match.end())
        if not _REPEALED[language].search(text, start, end.start() if end else len(text)):
            return match.start()
    return None


@lru_cache
def _naming(number: str, title: str, language: str) -> _Naming:
    """Return how an act is named: by its number, or as a law by its title in any case, without the country too."""
    signs = "".join(f"[{_LETTERS[sign]}]" if sign in _LETTERS else re.escape(sign) for sign in number)
    stems = [word[: max(3, len(word) - _ENDINGS)] for word in _COUNTRY.sub(" ", title.strip("«»")).split()]
    whole = _GAP.join(re.escape(stem) + r"\w*" for stem in stems).replace("О\\w*", "об?", 1)
    about = rf"[«\"“„]\s*{whole}" + (
        rf"|закон\w*(?:{_GAP}[\w№-]+){{0,6}}{_GAP}{whole}"
        if language == "ru"
        else rf"|{whole}[»\"”]?{_GAP}(?:[\w№-]+{_GAP}){{0,3}}заң"
    )
    pattern = re.compile(rf"(?<![\w-]){signs}(?![\w-])|{about}", re.IGNORECASE)
    parts = (max(_TYPED_DIFFERENTLY.split(number), key=len), max(stems, key=len, default=""))
    return _Naming(pattern, tuple(part.lower() for part in parts))


def _shown_acts(part: Part) -> set[str]:
    if not isinstance(part, Item):
        return set()
    own = getattr(part.facts, "act", None)
    return {law.act for law in part.facts.laws} | ({own} if own else set())
