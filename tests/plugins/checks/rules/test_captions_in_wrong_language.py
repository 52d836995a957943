"""Captions in the other language: a whole file is reported once, a single cue at its words."""

from pathlib import Path

import pytest

from plugins.checks.rules import captions_in_wrong_language
from tests.plugins.checks.captioned import FOLDER, GOOD, KK, LATE, RU, found_in_captions, vtt

FIRST, MIDDLE, LAST = "00:01.000 --> 00:04.000", "00:04.000 --> 00:07.000", "00:07.000 --> 00:09.900"

# Kazakh captions, (line, column) of each fault
CASES = {
    "Kazakh": (vtt(GOOD, LATE), []),
    "numbers belong to no language": (vtt(GOOD, (MIDDLE, "2025")), []),
    "no cue": ("WEBVTT\n", []),
    "too fast and in Kazakh": (vtt(("00:01.000 --> 00:01.100", KK)), []),
    "the first cue": (vtt((FIRST, RU), LATE, (LAST, KK)), [(4, 1)]),
    "the middle cue": (vtt(GOOD, (MIDDLE, RU), (LAST, KK)), [(7, 1)]),
    "the last cue": (vtt(GOOD, LATE, (LAST, RU)), [(10, 1)]),
    "the second line of a cue": (vtt((FIRST, f"{KK}\n{RU}"), LATE), [(5, 1)]),
    "the whole file, once": (vtt((FIRST, RU), (MIDDLE, RU)), [(1, 1)]),
}


@pytest.mark.parametrize(("kk", "places"), CASES.values(), ids=CASES)
def test_captions_in_the_other_language_are_reported(content: Path, kk: str, places: list[tuple[int, int]]) -> None:
    values = {"language": "@in-ru", "expected": "@in-kk"}
    assert found_in_captions(captions_in_wrong_language.check, content, kk) == [
        (f"{FOLDER}/talk.kk.vtt", line, column, "captions-in-wrong-language", values) for line, column in places
    ]


def test_exchanged_files_are_reported_one_each(content: Path) -> None:
    found = found_in_captions(captions_in_wrong_language.check, content, vtt((FIRST, RU)), vtt((FIRST, KK)))
    assert [(file, line, column, values) for file, line, column, _, values in found] == [
        (f"{FOLDER}/talk.kk.vtt", 1, 1, {"language": "@in-ru", "expected": "@in-kk"}),
        (f"{FOLDER}/talk.ru.vtt", 1, 1, {"language": "@in-kk", "expected": "@in-ru"}),
    ]
