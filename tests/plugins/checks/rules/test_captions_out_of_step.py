"""Captions that end before they begin, overlap, outlast the video, or go by too fast to be read."""

from pathlib import Path

import pytest

from plugins.checks.rules import captions_out_of_step
from plugins.model.captions import read_captions
from tests.plugins.checks.captioned import FOLDER, GOOD, KK, LATE, RU, found_in_captions, vtt

FINE = {
    "one": vtt(("00:01.000 --> 00:05.000", KK)),
    "one after the other": vtt(("00:01.000 --> 00:04.000", KK), ("00:04.000 --> 00:07.000", KK)),
    "to the very end": vtt(("00:05.000 --> 00:10.000", KK)),
    "a rounding beyond the end": vtt(("00:05.000 --> 00:10.200", KK)),
    "as fast as one can read": vtt(("00:01.000 --> 00:02.000", "1" * 21)),
    "in the other language, which is the matter of another rule": vtt(("00:01.000 --> 00:05.000", RU)),
}


@pytest.mark.parametrize("kk", FINE.values(), ids=FINE)
def test_captions_in_step_are_not_reported(content: Path, kk: str) -> None:
    assert found_in_captions(captions_out_of_step.check, content, kk) == []


FAULTS = {
    "ends before it begins": (vtt(("00:05.000 --> 00:04.000", KK)), [(3, "cue-ends-before-start")]),
    "lasts no time": (vtt(("00:05.000 --> 00:05.000", KK)), [(3, "cue-ends-before-start")]),
    "over the one before": (vtt(GOOD, ("00:03.900 --> 00:07.000", KK)), [(6, "cue-overlaps")]),
    "over one that was longer": (
        vtt(("00:01.000 --> 00:06.000", KK), ("00:02.000 --> 00:05.000", KK), ("00:05.500 --> 00:09.000", KK)),
        [(6, "cue-overlaps"), (9, "cue-overlaps")],
    ),
    "in another order": (vtt(LATE, GOOD), [(6, "cue-overlaps")]),
    "beyond the film": (vtt(GOOD, ("00:08.000 --> 00:11.000", KK)), [(6, "cue-beyond-film")]),
    "too fast, in the first place": (vtt(("00:01.000 --> 00:02.000", KK), LATE), [(3, "cue-too-fast")]),
    "too fast, in the last place": (vtt(GOOD, ("00:08.000 --> 00:09.000", KK)), [(6, "cue-too-fast")]),
    "a character too many": (vtt(("00:01.000 --> 00:02.000", "1" * 22)), [(3, "cue-too-fast")]),
    "unreadable, in the middle": (vtt(GOOD, ("4 --> 7", KK), LATE), [(6, "cue-unreadable")]),
    "no cue": ("WEBVTT\n", [(1, "cue-none")]),
    "empty": ("", [(1, "cue-no-signature")]),
    "without its first line": (vtt(GOOD).removeprefix("WEBVTT\n\n"), [(1, "cue-no-signature")]),
    "in small letters": (vtt(GOOD).replace("WEBVTT", "webvtt"), [(1, "cue-odd-signature")]),
    "below an empty line": ("\n" + vtt(GOOD), [(2, "cue-odd-signature")]),
    "a comma for the point": (vtt((GOOD[0].replace(".", ","), KK), LATE), [(3, "cue-comma")]),
    "a short arrow": (vtt(GOOD, (LATE[0].replace("-->", "->"), KK)), [(6, "cue-arrow")]),
    "a dash for the arrow": (vtt((GOOD[0].replace("-->", "—"), KK)), [(3, "cue-arrow")]),
    "no words": (vtt((GOOD[0], ""), LATE), [(3, "cue-no-words")]),
    "an empty line in the words": (vtt((GOOD[0], "сөз\n\nтағы сөз")), [(6, "cue-empty-line")]),
    "no empty line between": (vtt(GOOD, LATE).replace("\n\n00:04", "\n00:04"), [(3, "cue-no-gap")]),
    "as SubRip writes it": (vtt(GOOD).replace("WEBVTT", "1"), [(1, "cue-no-signature")]),
}  # fmt: skip


@pytest.mark.parametrize(("kk", "expected"), FAULTS.values(), ids=FAULTS)
def test_captions_out_of_step_are_reported_at_their_line(
    content: Path, kk: str, expected: list[tuple[int, str]]
) -> None:
    assert found_in_captions(captions_out_of_step.check, content, kk) == [
        (f"{FOLDER}/talk.kk.vtt", line, 1, "captions-out-of-step", {"detail": f"@{phrase}", "cure": f"@{phrase}-cure"})
        for line, phrase in expected
    ]


CURES = {
    "no signature": (vtt(GOOD).removeprefix("WEBVTT\n\n"), "", "WEBVTT\n\n"),
    "small letters": (vtt(GOOD).replace("WEBVTT", "webvtt"), "webvtt\n", "WEBVTT\n\n"),
    "an empty line above": ("\n" + vtt(GOOD), "\nWEBVTT\n", "WEBVTT\n\n"),
    "commas": (vtt((GOOD[0].replace(".", ","), KK)), ",", "."),
    "an arrow": (vtt((GOOD[0].replace("-->", "->"), KK)), "->", "-->"),
    "an empty line inside": (vtt((GOOD[0], "сөз\n\nтағы сөз")), "сөз\n\nт", "сөз\nт"),
    "no empty line between": (vtt(GOOD, LATE).replace("\n\n00:04", "\n00:04"), "\n00:04.000 -", "\n\n00:04.000 -"),
}


@pytest.mark.parametrize(("text", "wrong", "right"), CURES.values(), ids=CURES)
def test_a_cure_that_is_followed_to_the_letter_mends_the_captions(
    content: Path, text: str, wrong: str, right: str
) -> None:
    assert found_in_captions(captions_out_of_step.check, content, text)
    mended = right + text if not wrong else text.replace(wrong, right)
    assert read_captions(mended, "talk.kk.vtt").unreadable == ()
