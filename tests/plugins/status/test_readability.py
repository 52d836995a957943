"""Sentences and words of a text, counted by hand."""

import io
from collections import Counter
from pathlib import Path

import pytest

from plugins.pipeline.check import survey
from plugins.status.gathering import status_of
from plugins.status.readability import Reading, readings_of, sentences
from plugins.status.showing import print_status
from plugins.words.store import LANGUAGES
from tests.small_site import ROOT, TODAY, write


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Сначала читают устав. Потом платят!", [3, 2]),
        ("Закон № 197-II действует с 2001 г. и не отменён.", [8]),
        ("Кто отвечает? Все, и т. д.", [2, 4]),
        ("Спросите: Кто решает?", [2]),
        ("  Цена.   Её пишут в договоре.", [4]),
        ("«Жарғы қайда?» Әуелі соны сұраңыз…", [2, 3]),
        ("Первый абзац\n\nЕщё одно", [2, 2]),
        ("12 ₸ — 15 %", []),
    ],
)
def test_words_of_each_sentence(text: str, lengths: list[int]) -> None:
    assert list(sentences(text)) == lengths


BODY = """---
title: Собрание прошло
summary: Кратко
---

# Заголовок не считается

Первое предложение из пяти слов. А второе из четырёх.

- Пункт списка тоже предложение.

| Ячейка таблицы | не предложение |
|---|---|
| Раз | два |
"""


def readings(content: Path) -> tuple[Reading, ...]:
    found = survey(content, ROOT / "theme", content.parent / ".cache", published=False, today=TODAY, whole=True)
    return readings_of(found.content, found.documents)


def test_only_running_text_makes_sentences_and_every_word_is_counted(content: Path) -> None:
    file = content / "news/meeting/index.ru.md"
    write(file, BODY.replace("# Заголовок", "## Заголовок"))
    (reading,) = [reading for reading in readings(content) if reading.path.endswith("news/meeting/index.ru.md")]
    assert (reading.sentences, reading.mean) == (3, 4.3)
    assert reading.words == 3 + 5 + 4 + 4 + 4 + 2
    assert reading.is_outlier


@pytest.mark.parametrize(
    ("language", "mean", "is_outlier"),
    [("kk", 7.9, True), ("kk", 8.0, False), ("kk", 14.0, False), ("kk", 14.1, True),
     ("ru", 9.9, True), ("ru", 10.0, False), ("ru", 16.0, False), ("ru", 16.1, True)],
)  # fmt: skip
def test_the_goal_is_ten_to_sixteen_in_russian_and_eight_to_fourteen_in_kazakh(
    language: str, mean: float, is_outlier: bool
) -> None:
    def reported(path: str, count: int = 9) -> bool:
        return Reading(path, language, 99, count, mean).is_outlier  # type: ignore[arg-type]

    assert reported("content/faq/a/index.md") is is_outlier
    assert not reported("content/laws/a/index.md")
    assert not reported("content/pages/easy-read/index.md")
    assert not reported("content/faq/a/index.md", 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_drafts_and_texts_outside_the_goal(content: Path, language: str) -> None:
    write(content / "news/meeting/index.ru.md", BODY.replace("# Заголовок", "## Заголовок"))
    found = survey(content, ROOT / "theme", content.parent / ".cache", published=False, today=TODAY, whole=True)
    status = status_of(
        found.content, {"news": Counter({"kk": 1, "ru": 1})}, [], TODAY, 90, found.documents, {"content/news/begun"}
    )
    assert (status.sections[0].drafts, status.drafts) == (1, ("content/news/begun",))
    shown = io.StringIO()
    print_status(status, language, {}, shown)
    assert "4.3  content/news/meeting/index.ru.md" in shown.getvalue()
