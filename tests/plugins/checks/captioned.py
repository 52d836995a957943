"""A video of ten seconds with captions, for the two rules about captions."""

from dataclasses import replace
from pathlib import Path

from tests.plugins.checks.checked import PartRule, assert_has_words, checked_site
from tests.plugins.model.edits import Reported, reported
from tests.small_site import index_text, write

FOLDER = "news/meeting"
KK, RU = "Бүгін жиналыста жылдық есеп қаралды.", "Сегодня собрание рассмотрело годовой отчёт."
GOOD = ("00:01.000 --> 00:04.000", KK)
LATE = ("00:04.000 --> 00:07.000", KK)
SECONDS = 10.0


def vtt(*cues: tuple[str, str]) -> str:
    """Return a WebVTT file of cues, each with its time and its words."""
    return "WEBVTT\n\n" + "\n".join(f"{time}\n{words}\n" for time, words in cues)


def found_in_captions(rule: PartRule, content: Path, kk: str, ru: str = "") -> list[Reported]:
    """Return what `rule` reports of a video with these captions; without `ru` the Russian ones are right."""
    facts = content / FOLDER / "facts.yaml"
    write(facts, facts.read_text(encoding="utf-8") + "films: {talk: {file: talk.mp4}}\n")
    write(content / FOLDER / "talk.mp4", "фильм")
    write(content / FOLDER / "talk.kk.md", index_text("Сұхбат", "Сұхбаттың мәтіні.", body="Мәтін."))
    write(content / FOLDER / "talk.ru.md", index_text("Беседа", "Текст беседы.", body="Текст."))
    write(content / FOLDER / "talk.kk.vtt", kk)
    write(content / FOLDER / "talk.ru.vtt", ru or vtt(("00:01.000 --> 00:05.000", RU)))
    site = replace(checked_site(content), video_seconds={f"content/{FOLDER}/talk.mp4": SECONDS})
    problems = sorted(rule(site))
    assert_has_words(problems)
    return reported(problems)
