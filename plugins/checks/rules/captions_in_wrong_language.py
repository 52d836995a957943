"""Captions are in the language of the page.

A reader of the page would understand neither sound nor captions.
Source: WCAG 2.2, 1.2.2; https://www.w3.org/TR/webvtt1/
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in
from plugins.language import classify, foreign_spans
from plugins.model.captions import Captions
from plugins.model.items import Language


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every caption in the other language; one for a whole file of them."""
    for video in site.content.all_videos():
        for language, captions in video.captions.items():
            yield from _language(captions, language)


def _language(captions: Captions, expected: Language) -> Iterator[Problem]:
    said = classify(" ".join(cue.plain for cue in captions.cues)).language
    judged = [language for cue in captions.cues if (language := classify(cue.plain).language) != "neutral"]
    is_other_file = judged.count(expected) * 2 < len(judged)
    if said not in (expected, "neutral") and is_other_file:
        yield _in_wrong_language(captions.path, 1, 1, said, expected)
        return
    for cue in captions.cues:
        for start, _, foreign in foreign_spans(cue.text, expected)[:1]:
            yield _in_wrong_language(captions.path, *place_in(cue.text, start, cue.line + 1), foreign, expected)


def _in_wrong_language(path: str, line: int, column: int, said: str, expected: str) -> Problem:
    values = {"language": Phrase(f"in-{said}"), "expected": Phrase(f"in-{expected}")}
    return Problem(path, line, column, "captions-in-wrong-language", values)
