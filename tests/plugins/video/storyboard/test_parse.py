"""Storyboards: what is read, and what is refused at its place."""

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
    "no scene before the words": ("Сөз.\n\n", 0, 1, "scene-heading"),
    "a heading without seconds' braces": ("## Тақырып\n\n", 0, 1, "scene-heading"),
    "a heading of another level": ("# Тақырып {: seconds=9 }\n\n", 0, 1, "scene-heading"),
    "an underlined heading": ("Тақырып\n---\n\n", 0, 1, "scene-heading"),
    "no words in the heading": ("##  {: seconds=9 }\n\n", 0, 1, "scene-heading"),
    "no seconds": ("## Тақырып {: look=title }\n\n", 0, 1, "scene-seconds"),
    "seconds in words": ("## Тақырып {: seconds=тоғыз }\n\n", 0, 15, "scene-seconds"),
    "too short": ("## Тақырып {: seconds=3 }\n\n", 0, 15, "scene-seconds"),
    "too long": ("## Тақырып {: look=plain seconds=21 }\n\n", 0, 26, "scene-seconds"),
    "an unknown attribute": ("## Тақырып {: seconds=9 colour=red }\n\n", 0, 25, "scene-attributes"),
    "an unknown look": ("## Тақырып {: seconds=9 look=loud }\n\n", 0, 25, "scene-attributes"),
    "an unknown tone": ("## Тақырып {: seconds=9 tone=red }\n\n", 0, 25, "scene-attributes"),
    "a word among the attributes": ("## Тақырып {: seconds=9 title }\n\n", 0, 25, "scene-attributes"),
    "attributes of a picture": (f"{SCENE}![а](a.svg){{look=title}}\n\n", 2, 12, "scene-attributes"),
    "a heading that does not fit": (f"## {LONG} {{: seconds=9 }}\n\n", 0, 4, "scene-too-long"),
    "a line that does not fit": (f"{SCENE}{LONG}\n\n", 2, 1, "scene-too-long"),
    "bold in a heading": ("## Тақырып **бір** {: seconds=9 }\n\n", 0, 12, "scene-markup"),
    "bold": (f"{SCENE}Бұл **маңызды**.\n\n", 2, 5, "scene-markup"),
    "all bold": (f"{SCENE}**маңызды**\n\n", 2, 1, "scene-markup"),
    "bold on the second line": (f"{SCENE}Бұл\nөте **маңызды**\n\n", 3, 5, "scene-markup"),
    "a link": (f"{SCENE}Бұл [кезек](/queue/)\n\n", 2, 5, "scene-markup"),
    "a link without words": (f"{SCENE}[![а](a.svg)](/queue/)\n\n", 2, 1, "scene-markup"),
    "a list": (f"{SCENE}- бір\n\n", 2, 3, "scene-markup"),
    "a numbered list": (f"{SCENE}1. бір\n\n", 2, 4, "scene-markup"),
    "a quotation": (f"{SCENE}> бір\n\n", 2, 3, "scene-markup"),
    "HTML": (f"{SCENE}Бұл <b>сөз</b>\n\n", 2, 5, "scene-markup"),
    "a picture among words": (f"{SCENE}Міне ![а](a.svg)\n\n", 2, 7, "scene-markup"),
    "two pictures": (f"{SCENE}![а](a.svg)\n\n![ә](b.svg)\n\n", 4, 1, "scene-picture"),
    "four lines": (f"{SCENE}а\n\nә\n\nб\n\nв\n\n", 0, 1, "scene-too-full"),
    "a picture and a chart": (f"{SCENE}![а](a.svg)\n\n{TABLE}| а | {{quorum}} |\n\n", 0, 1, "scene-too-full"),
    "a chart on a title": (f"## А {{: seconds=9 look=title }}\n\n{TABLE}| а | {{quorum}} |\n\n", 0, 1, "scene-too-full"),
    "two charts": (f"{SCENE}{TABLE}| а | {{quorum}} |\n\n{TABLE}| а | {{tenth}} |\n\n", 6, 1, "scene-chart"),
    "a table without rows": (f"{SCENE}{TABLE}\n", 2, 1, "scene-chart"),
    "three columns": (f"{SCENE}{TABLE}| а | ә | {{quorum}} |\n\n", 4, 1, "scene-chart"),
    "a row without words": (f"{SCENE}{TABLE}| | {{quorum}} |\n\n", 4, 1, "scene-chart"),
    "a row without a figure": (f"{SCENE}{TABLE}| а | 50 % |\n\n", 4, 7, "scene-chart"),
    "two figures in a row": (f"{SCENE}{TABLE}| а | {{quorum}} {{tenth}} |\n\n", 4, 7, "scene-chart"),
    "the fault in the last row": (f"{SCENE}{TABLE}| а | {{quorum}} |\n| ә | көп |\n\n", 5, 7, "scene-chart"),
    "two units": (f"{SCENE}{TABLE}| а | {{quorum}} |\n| ә | {{months}} |\n\n", 2, 1, "scene-chart"),
    "five rows": (f"{SCENE}{TABLE}" + "| а | {quorum} |\n" * 5 + "\n", 2, 1, "scene-chart"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "line", "column", "phrase"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_shown_is_reported_at_its_place(source: str, line: int, column: int, phrase: str) -> None:
    found, problems = read(source + REST)
    assert found is None
    assert problems == [(FIRST_LINE + line, column, "broken-storyboard", {"detail": phrase})]


WRITTEN_AS_GITHUB_SHOWS_IT = {
    "words right below the heading": "## Тақырып {: seconds=9 }\nБірінші жол.\n",
    "braces without a colon": "## Тақырып {seconds=9}\n\nБірінші жол.\n",
    "a line over two lines": "## Тақырып {: seconds=9 }\n\nБірінші\nжол.\n",
}


@pytest.mark.parametrize("source", WRITTEN_AS_GITHUB_SHOWS_IT.values(), ids=WRITTEN_AS_GITHUB_SHOWS_IT)
def test_a_scene_is_read_as_the_page_would_show_it(source: str) -> None:
    scene = board(source + REST).scenes[0]
    assert (scene.heading, scene.seconds, scene.lines) == ("Тақырып", 9, ("Бірінші жол.",))


def test_each_scene_tells_its_own_fault() -> None:
    _, problems = read("## А {: seconds=3 }\n\n## Ә {: seconds=9 tone=red }\n" + REST)
    assert [place[:3] for place in problems] == [
        (FIRST_LINE, 9, "broken-storyboard"), (FIRST_LINE + 2, 19, "broken-storyboard"),
    ]  # fmt: skip


def test_an_unknown_figure_is_reported_with_the_nearest_one() -> None:
    _, problems = read(f"{SCENE}{TABLE}| а | {{quorun}} |\n{REST}")
    assert problems == [(FIRST_LINE + 4, 7, "unknown-figure", {"key": "quorun", "nearest": "quorum"})]


@pytest.mark.parametrize(("seconds", "is_hurried"), [("8", True), ("9", False)])
def test_a_scene_leaves_time_to_read(seconds: str, is_hurried: bool) -> None:
    words = "а" * 100  # with a heading of 7 characters: 107 / 15 + 1 = 8.1 s
    _, problems = read(f"## Тақырып {{: seconds={seconds} }}\n\n{words}\n{REST}")
    expected = [(FIRST_LINE, 1, "hurried-scene", {"seconds": "8", "needed": "8"})]
    assert problems == (expected if is_hurried else [])


@pytest.mark.parametrize(("count", "seconds"), [(2, "40"), (7, "140"), (0, "0")])
def test_a_video_is_neither_too_short_nor_too_long(count: int, seconds: str) -> None:
    _, problems = read("\n\n".join(f"## Көрініс {number} {{: seconds=20 }}" for number in range(count)))
    assert problems == [(FIRST_LINE, 1, "storyboard-length", {"seconds": seconds, "least": "60", "most": "120"})]


def test_a_heading_of_a_hundred_thousand_blanks_holds_nothing_up() -> None:
    found, problems = read("## а" + " " * 100_000 + "б\n" + REST)
    assert found is None
    assert [place[:3] for place in problems] == [(FIRST_LINE, 1, "broken-storyboard")]
