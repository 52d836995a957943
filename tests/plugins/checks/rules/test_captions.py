"""Captions: their language, and their step."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks.rules import captions_in_wrong_language, captions_out_of_step
from tests.plugins.checks.checked import assert_has_words, checked_site, together
from tests.plugins.model.edits import Told, told
from tests.small_site import index_text, write

CAPTIONS = together(captions_in_wrong_language.check, captions_out_of_step.check)

FILM = "news/meeting"
KK, RU = "Бүгін жиналыста жылдық есеп қаралды.", "Сегодня собрание рассмотрело годовой отчёт."
SECONDS = 10.0


def vtt(*cues: tuple[str, str]) -> str:
    return "WEBVTT\n\n" + "\n".join(f"{time}\n{words}\n" for time, words in cues)


def found(content: Path, kk: str, ru: str = "") -> list[Told]:
    """Return what is told of a film with these captions."""
    facts = content / FILM / "facts.yaml"
    write(facts, facts.read_text(encoding="utf-8") + "films: {talk: {file: talk.mp4}}\n")
    write(content / FILM / "talk.mp4", "фильм")
    write(content / FILM / "talk.kk.md", index_text("Сұхбат", "Сұхбаттың мәтіні.", body="Мәтін."))
    write(content / FILM / "talk.ru.md", index_text("Беседа", "Текст беседы.", body="Текст."))
    write(content / FILM / "talk.kk.vtt", kk)
    write(content / FILM / "talk.ru.vtt", ru or vtt(("00:01.000 --> 00:05.000", RU)))
    site = replace(checked_site(content), video_seconds={f"content/{FILM}/talk.mp4": SECONDS})
    problems = sorted(CAPTIONS(site))
    assert_has_words(problems)
    return told(problems)


FINE = {
    "one": vtt(("00:01.000 --> 00:05.000", KK)),
    "one after the other": vtt(("00:01.000 --> 00:04.000", KK), ("00:04.000 --> 00:07.000", KK)),
    "to the very end": vtt(("00:05.000 --> 00:10.000", KK)),
    "a rounding beyond the end": vtt(("00:05.000 --> 00:10.200", KK)),
    "as fast as one can read": vtt(("00:01.000 --> 00:02.000", "1" * 21)),
    "a name that belongs to no language": vtt(("00:01.000 --> 00:05.000", KK), ("00:05.000 --> 00:08.000", "2025")),
}


@pytest.mark.parametrize("kk", FINE.values(), ids=FINE)
def test_captions_in_step_are_not_told(content: Path, kk: str) -> None:
    assert found(content, kk) == []


GOOD = ("00:01.000 --> 00:04.000", KK)
LATE = ("00:04.000 --> 00:07.000", KK)
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
    "as SubRip writes it": (vtt(GOOD).replace("WEBVTT", "1"), [(1, "cue-no-signature")]),
}  # fmt: skip


@pytest.mark.parametrize(("kk", "expected"), FAULTS.values(), ids=FAULTS)
def test_captions_out_of_step_are_told_at_their_line(content: Path, kk: str, expected: list[tuple[int, str]]) -> None:
    assert found(content, kk) == [
        (f"{FILM}/talk.kk.vtt", line, 1, "captions-out-of-step", {"detail": f"@{phrase}"}) for line, phrase in expected
    ]


def wrong(file: str, line: int, column: int, said: str, expected: str) -> Told:
    values = {"language": f"@in-{said}", "expected": f"@in-{expected}"}
    return (f"{FILM}/talk.{file}.vtt", line, column, "captions-in-wrong-language", values)


def test_captions_in_the_other_language_are_told_once_a_file(content: Path) -> None:
    ru, kk = vtt(("00:01.000 --> 00:05.000", RU)), vtt(("00:01.000 --> 00:05.000", KK))
    assert found(content, ru, kk) == [wrong("kk", 1, 1, "ru", "kk"), wrong("ru", 1, 1, "kk", "ru")]


def test_one_caption_in_the_other_language_is_told_at_its_words(content: Path) -> None:
    several = vtt(GOOD, LATE, ("00:07.000 --> 00:09.900", RU))
    assert found(content, several) == [wrong("kk", 10, 1, "ru", "kk")]
