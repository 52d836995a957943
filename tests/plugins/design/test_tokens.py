"""The colours of the theme."""

from pathlib import Path

import pytest

from plugins.design.tokens import light_colours, rgb
from tests.small_site import ROOT

SHEETS = {
    "both schemes": (":root { --ink: light-dark(#14284b, #e8effa); }", {"ink": "#14284b"}),
    "a plain colour": (":root { --ink: #fff; }", {"ink": "#fff"}),
    "an opacity": (":root { --shade: light-dark(#14284b24, #040a1699); }", {"shade": "#14284b24"}),
    "no space": (":root{--ink:light-dark(#FFF,#000)}", {"ink": "#FFF"}),
    "the last without a semicolon": (":root { --ink: #111; --line: #222 }", {"ink": "#111", "line": "#222"}),
    "a size": (":root { --ink: #111; --space: 1rem; }", {"ink": "#111"}),
    "another scheme first": (':root[data-scheme="contrast"] { --ink: #fff; } :root { --ink: #111; }', {"ink": "#111"}),
    "another scheme behind": (':root { --ink: #111; } :root[data-scheme="dark"] { --ink: #fff; }', {"ink": "#111"}),
    "a comment": ("/* :root { --ink: #999; } */ :root { --ink: #111; /* --line: #222; */ }", {"ink": "#111"}),
}


@pytest.mark.parametrize(("css", "colours"), SHEETS.values(), ids=SHEETS)
def test_the_light_colours_are_read(tmp_path: Path, css: str, colours: dict[str, str]) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/tokens.css").write_text(css, encoding="utf-8")
    assert light_colours(tmp_path) == colours


def test_a_sheet_without_colours_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/tokens.css").write_text("body { color: #111; }", encoding="utf-8")
    with pytest.raises(ValueError, match="no colour"):
        light_colours(tmp_path)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#fff", (255, 255, 255)), ("#14284b", (20, 40, 75)), ("#14284b24", (20, 40, 75)), ("#1a2f", (17, 170, 34))],
)
def test_a_colour_as_numbers(colour: str, expected: tuple[int, int, int]) -> None:
    assert rgb(colour) == expected


def test_the_theme_states_every_colour_for_both_schemes() -> None:
    colours = light_colours(ROOT / "theme/static")
    assert colours["ground"] == "#fff"
    assert colours["action"] == "#0b5cc4"
    assert len(colours) == 22
