"""Hands and seals on a drawn foot of a paper, with words as a reading gives them: hidden, or told, and never passed."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from plugins.documents.inspection import inspect_lines, left_in
from plugins.documents.lighting import pen_ink
from plugins.documents.understood import is_understood
from plugins.documents.words import Box, Word
from plugins.model.papers import PersonalData

SIZE = (900, 420)
PEN, BLACK, LAMP = (30, 44, 150), (24, 24, 28), (255, 214, 150)
LINES = [
    (
        Word("Тараптар", Box(60, 40, 150, 24)),
        Word("шартты", Box(222, 40, 120, 24)),
        Word("оқыды", Box(354, 40, 90, 24)),
    ),
    (Word("(қолы)", Box(120, 300, 80, 20)), Word("Ахметов", Box(420, 250, 120, 24)), Word("Б.", Box(552, 250, 30, 24))),
]
Draw = ImageDraw.ImageDraw


def jags(draw: Draw, x: int, y: int, ink: tuple[int, int, int], step: int = 14) -> Box:
    """Draw a hand with its left end at (x, y); return its place."""
    draw.line([(x + number * step, y + (-24 if number % 2 else 20)) for number in range(12)], ink, 3)
    return Box(x, y - 24, 11 * step, 44)


def seal_cut_by_the_edge(draw: Draw) -> Box:
    draw.ellipse((620, 250, 860, 490), outline=PEN, width=4)
    return jags(draw, 650, 380, PEN)


def on_a_line(draw: Draw) -> Box:
    draw.line((100, 290, 330, 290), BLACK, 2)
    return jags(draw, 120, 270, BLACK)


def across_a_name(draw: Draw) -> Box:
    return jags(draw, 420, 262, PEN)


HANDS = {"a seal cut by the edge": seal_cut_by_the_edge, "on a line": on_a_line, "across a name": across_a_name}


def paper(hand: Callable[[Draw], Box] | None, light: tuple[int, int, int] = (255, 255, 255)) -> tuple[Image.Image, Box]:
    """Return the foot of a paper in this light, and the place of the hand."""
    image = Image.new("RGB", SIZE, (250, 250, 246))
    draw = ImageDraw.Draw(image)
    for word in (word for line in LINES for word in line):
        for x in range(word.box.x, word.box.right, 9):
            draw.rectangle((x, word.box.y + 4, x + 3, word.box.bottom - 4), BLACK)
    place = hand(draw) if hand else Box(0, 0, 0, 0)
    parts = [part.point(lambda value, by=by: value * by // 255) for part, by in zip(image.split(), light, strict=True)]
    return Image.merge("RGB", parts), place


@pytest.mark.parametrize("light", [(255, 255, 255), LAMP], ids=["by day", "by a lamp"])
@pytest.mark.parametrize("hand", HANDS.values(), ids=HANDS)
def test_a_hand_is_found(hand: Callable[[Draw], Box], light: tuple[int, int, int]) -> None:
    image, place = paper(hand, light)
    hands = [finding.box for finding in inspect_lines(image, LINES).findings if finding.kind is PersonalData.SIGNATURE]
    assert max(box.covers(place) for box in hands) > 0.9


@pytest.mark.parametrize("light", [(255, 255, 255), LAMP], ids=["by day", "by a lamp"])
def test_print_is_no_hand(light: tuple[int, int, int]) -> None:
    image, _ = paper(None, light)
    findings = (*inspect_lines(image, LINES).findings, *left_in(image, LINES, []))
    assert [finding for finding in findings if finding.is_read and finding.kind is PersonalData.SIGNATURE] == []


@pytest.mark.parametrize("stroke", ["/", "\\", "|", "^", "А", "ЖЛ", "МММ"])
def test_a_stroke_of_a_hand_that_is_read_as_a_sign_is_part_of_it(stroke: str) -> None:
    image, place = paper(on_a_line)
    end = Word(stroke, Box(place.right - 60, place.y, 60, place.height))
    found = inspect_lines(image, [*LINES, (end,)]).findings
    hands = [each.box for each in found if each.is_read and each.kind is PersonalData.SIGNATURE]
    assert max(box.covers(end.box) for box in hands) > 0.9


def test_print_of_usual_height_is_no_hand_whatever_its_letters() -> None:
    assert [is_understood(Word(text, Box(0, 0, 40, 24)), 24) for text in ("А", "МАЛИ", "№")] == [True] * 3
    assert is_understood(Word("кооператива", Box(0, 0, 150, 24), 40), 24), "known, though unclear"
    assert not is_understood(Word("Ахметовтің", Box(0, 0, 150, 24), 40), 24)


def test_a_seal_makes_no_paper_hard_to_read() -> None:
    print_alone, _ = paper(None)
    with_seal, _ = paper(seal_cut_by_the_edge)
    assert inspect_lines(with_seal, LINES).understood == inspect_lines(print_alone, LINES).understood


def small(draw: Draw) -> Box:
    return jags(draw, 120, 262, BLACK, 4)


@pytest.mark.parametrize("label", ["(қолы)", "подпись", "М.П.", "М.О."])
def test_small_ink_beside_a_label_is_told_and_no_other(label: str) -> None:
    image, place = paper(small)

    def told(image: Image.Image, word: str) -> list[Box]:
        foot = (Word(word, Box(120, 300, 80, 20)), *LINES[1][1:])
        return [each.box for each in left_in(image, [LINES[0], foot], []) if each.kind is PersonalData.SIGNATURE]

    assert max(box.covers(place) for box in told(image, label)) > 0.6
    assert told(image, "бұдан") == []
    assert told(paper(None)[0], label) == []


def test_a_screen_at_night_has_no_pen() -> None:
    image = Image.new("RGB", SIZE, (22, 22, 26))
    draw = ImageDraw.Draw(image)
    for word in (word for line in LINES for word in line):
        draw.rectangle((word.box.x, word.box.y, word.box.right, word.box.bottom), (236, 238, 240))
    jags(draw, 420, 262, (90, 120, 255))
    assert pen_ink(image).getbbox() is None
