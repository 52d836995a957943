"""Storyboards: what is read, and what is refused at its line."""

import pytest

from plugins.video.storyboard.scenes import Bar, Look, Picture, Tone
from tests.plugins.video.storyboard.boards import FIRST_LINE, REST, board, read


def test_scenes_are_read_with_everything_they_hold() -> None:
    first, second, third, fourth, fifth = board().scenes
    assert (first.heading, first.seconds, first.look, first.tone) == ("Кім шешеді", 8, Look.TITLE, Tone.GREEN)
    assert first.lines == ("Заң бойынша жауап.",)
    assert second.picture == Picture("hands.svg", "Көтерілген қолдар")
    assert len(second.lines) == 2
    assert (third.look, third.lines) == (Look.STATEMENT, ())
    assert fourth.unit == "мүшелердің үлесі"
    assert fourth.bars == (
        Bar("Жиналыс өтуі үшін", "> 50\u00a0%", 0.5),
        Bar("Жиналыс шақыру үшін", "12,5\u00a0%", 0.125),
    )
    assert (fifth.tone, fifth.line) == (Tone.AMBER, FIRST_LINE + 21)
    assert board().seconds == 60
    assert board().starts == (0, 8, 24, 32, 46)


def test_bars_of_counts_fill_the_track_by_the_largest() -> None:
    chart = "## Мерзім {: seconds=12 }\n\n| Не | ай |\n|---|---|\n| Есеп | {months} |\n| Дау | {half-year} |\n"
    bars = board(chart + REST).scenes[0].bars
    assert [(bar.shown, bar.part) for bar in bars] == [("3", 0.5), ("6", 1.0)]


SCENE = "## Тақырып {: seconds=20 }\n\n"
LONG = "сөз " * 40
TABLE = "| Не | үлес |\n|---|---|\n"

BROKEN = {
    "no scene before the words": ("Сөз.\n\n", 0, "scene-heading"),
    "a heading without seconds' braces": ("## Тақырып\n\n", 0, "scene-heading"),
    "a heading of another level": ("# Тақырып {: seconds=9 }\n\n", 0, "scene-heading"),
    "a heading and words on the next line": ("## Тақырып {: seconds=9 }\nсөз\n\n", 0, "scene-heading"),
    "no seconds": ("## Тақырып {: look=title }\n\n", 0, "scene-seconds"),
    "seconds in words": ("## Тақырып {: seconds=тоғыз }\n\n", 0, "scene-seconds"),
    "too short": ("## Тақырып {: seconds=3 }\n\n", 0, "scene-seconds"),
    "too long": ("## Тақырып {: seconds=21 }\n\n", 0, "scene-seconds"),
    "an unknown attribute": ("## Тақырып {: seconds=9 colour=red }\n\n", 0, "scene-attributes"),
    "an unknown look": ("## Тақырып {: seconds=9 look=loud }\n\n", 0, "scene-attributes"),
    "an unknown tone": ("## Тақырып {: seconds=9 tone=red }\n\n", 0, "scene-attributes"),
    "a word among the attributes": ("## Тақырып {: seconds=9 title }\n\n", 0, "scene-attributes"),
    "no words in the heading": ("##  {: seconds=9 }\n\n", 0, "scene-too-long"),
    "a heading that does not fit": (f"## {LONG} {{: seconds=9 }}\n\n", 0, "scene-too-long"),
    "a line that does not fit": (f"{SCENE}{LONG}\n\n", 2, "scene-too-long"),
    "bold": (f"{SCENE}Бұл **маңызды**.\n\n", 2, "scene-markup"),
    "a link": (f"{SCENE}[кезек](/queue/)\n\n", 2, "scene-markup"),
    "a list": (f"{SCENE}- бір\n\n", 2, "scene-markup"),
    "HTML": (f"{SCENE}<b>сөз</b>\n\n", 2, "scene-markup"),
    "two pictures": (f"{SCENE}![а](a.svg)\n\n![ә](b.svg)\n\n", 4, "scene-picture"),
    "four lines": (f"{SCENE}а\n\nә\n\nб\n\nв\n\n", 0, "scene-too-full"),
    "a picture and a chart": (f"{SCENE}![а](a.svg)\n\n{TABLE}| а | {{quorum}} |\n\n", 0, "scene-too-full"),
    "a chart on a title": (f"## А {{: seconds=9 look=title }}\n\n{TABLE}| а | {{quorum}} |\n\n", 0, "scene-too-full"),
    "two charts": (f"{SCENE}{TABLE}| а | {{quorum}} |\n\n{TABLE}| а | {{tenth}} |\n\n", 6, "scene-chart"),
    "a table without rows": (f"{SCENE}{TABLE}\n", 2, "scene-chart"),
    "three columns": (f"{SCENE}{TABLE}| а | ә | {{quorum}} |\n\n", 4, "scene-chart"),
    "a row without a figure": (f"{SCENE}{TABLE}| а | 50 % |\n\n", 4, "scene-chart"),
    "the fault in the last row": (f"{SCENE}{TABLE}| а | {{quorum}} |\n| ә | көп |\n\n", 5, "scene-chart"),
    "two units": (f"{SCENE}{TABLE}| а | {{quorum}} |\n| ә | {{months}} |\n\n", 2, "scene-chart"),
    "five rows": (f"{SCENE}{TABLE}" + "| а | {quorum} |\n" * 5 + "\n", 2, "scene-chart"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "line", "phrase"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_told_at_its_line(source: str, line: int, phrase: str) -> None:
    found, problems = read(source + REST)
    assert found is None
    assert problems == [(FIRST_LINE + line, "broken-storyboard", {"detail": phrase})]


def test_each_scene_tells_its_own_fault() -> None:
    _, problems = read("## А {: seconds=3 }\n\n## Ә {: seconds=9 tone=red }\n" + REST)
    assert [(line, rule) for line, rule, _ in problems] == [
        (FIRST_LINE, "broken-storyboard"), (FIRST_LINE + 2, "broken-storyboard"),
    ]  # fmt: skip


def test_an_unknown_figure_is_told_with_the_nearest_one() -> None:
    _, problems = read(f"{SCENE}{TABLE}| а | {{quorun}} |\n{REST}")
    assert problems == [(FIRST_LINE + 4, "unknown-figure", {"key": "quorun", "nearest": "quorum"})]


@pytest.mark.parametrize(("seconds", "is_hurried"), [("8", True), ("9", False)])
def test_a_scene_leaves_time_to_read(seconds: str, is_hurried: bool) -> None:
    words = "а" * 100  # with a heading of 7 characters: 107 / 15 + 1 = 8.1 s
    _, problems = read(f"## Тақырып {{: seconds={seconds} }}\n\n{words}\n{REST}")
    expected = [(FIRST_LINE, "hurried-scene", {"seconds": "8", "needed": "8"})]
    assert problems == (expected if is_hurried else [])


@pytest.mark.parametrize(("count", "seconds"), [(2, "40"), (7, "140"), (0, "0")])
def test_a_video_is_neither_too_short_nor_too_long(count: int, seconds: str) -> None:
    _, problems = read("\n\n".join(f"## Көрініс {number} {{: seconds=20 }}" for number in range(count)))
    assert problems == [(FIRST_LINE, "storyboard-length", {"seconds": seconds, "least": "60", "most": "120"})]


def test_a_heading_of_a_hundred_thousand_blanks_holds_nothing_up() -> None:
    found, problems = read("## а" + " " * 100_000 + "б\n" + REST)
    assert found is None
    assert [(line, rule) for line, rule, _ in problems] == [(FIRST_LINE, "broken-storyboard")]
