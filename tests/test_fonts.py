"""The fonts: every character of the site has a glyph in the face that its range asks for, and the files are light."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.site.built import BuiltSite
from tests.small_site import ROOT
from theme.cut_fonts import cut

STATIC = ROOT / "theme/static"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
NEEDED = KAZAKH + "ЁёАЯая₸№«»—–…0123456789 \u00a0"


def _characters(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
        found |= set(range(int(part[0], 16), int(part[1] or part[0], 16) + 1))
    return found


@dataclass(frozen=True)
class Face:
    name: str
    characters: frozenset[int]
    """Those for which a browser loads the file."""


@cache
def faces() -> tuple[Face, ...]:
    css = (STATIC / "css/fonts.css").read_text(encoding="utf-8")
    found = re.findall(r'url\("\.\./fonts/([\w-]+\.woff2)"\).*?unicode-range: ([^;]+);', css, re.DOTALL)
    return tuple(Face(name, frozenset(_characters(ranges))) for name, ranges in found)


@pytest.mark.parametrize("face", faces(), ids=lambda face: face.name)
def test_a_range_promises_exactly_what_its_file_holds(face: Face) -> None:
    assert face.characters == set(TTFont(STATIC / "fonts" / face.name).getBestCmap())


def test_no_character_is_in_two_files() -> None:
    every = [character for face in faces() for character in face.characters]
    assert len(faces()) == 2
    assert len(every) == len(set(every))


def test_both_alphabets_and_the_signs_of_money_have_glyphs() -> None:
    assert {character for character in NEEDED if not _has_glyph(character)} == set()


def test_a_character_without_a_glyph_would_be_seen() -> None:
    assert not _has_glyph("→")


@pytest.mark.parametrize("kind", ["working", "published"])
def test_every_character_of_the_built_site_has_a_glyph(kind: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(f"{kind}_site")
    for page in site.pages.values():
        attributes = "".join(
            str(e.get("alt", "")) + str(e.get("aria-label", "")) for e in page.all("[alt], [aria-label]")
        )
        text = page.tree.get_text() + attributes
        assert {character for character in text if character.isprintable() and not _has_glyph(character)} == set(), (
            page.url
        )


def test_what_styles_and_scripts_write_has_glyphs() -> None:
    for path in [*(STATIC / "css").rglob("*.css"), *(STATIC / "js").glob("*.js")]:
        source = path.read_text(encoding="utf-8")
        written = (
            re.findall(r'content: "([^"]*)"', source) if path.suffix == ".css" else re.findall(r"`([^`]*)`", source)
        )
        assert {character for character in "".join(written) if not _has_glyph(character)} == set(), path.name


def test_letters_figures_and_signs_are_one_file() -> None:
    (common,) = [face for face in faces() if "latin" not in face.name]
    assert set(map(ord, "ӘәҒғҚқҢңӨөҰұҮүҺһІіАяЁё0123456789 .,:;?!%«»–—№₸IVX")) <= common.characters


@pytest.mark.parametrize("face", faces(), ids=lambda face: face.name)
def test_a_file_comes_in_one_round_trip(face: Face) -> None:
    assert (STATIC / "fonts" / face.name).stat().st_size <= 14_000


@pytest.mark.parametrize("face", faces(), ids=lambda face: face.name)
def test_a_font_that_is_cut_again_is_drawn_as_before(face: Face, tmp_path: Path) -> None:
    source = STATIC / "fonts" / face.name
    again = tmp_path / face.name
    cut(source, set(face.characters)).save(again)
    for weight in (400, 550, 600, 700, 800):
        one, other = (instantiateVariableFont(TTFont(file), {"wght": weight}) for file in (source, again))
        assert one["hmtx"].metrics.keys() == other["hmtx"].metrics.keys()
        for name, (width, _) in one["hmtx"].metrics.items():
            assert abs(other["hmtx"][name][0] - width) <= 1, (name, weight)
            points = [font["glyf"]._getCoordinatesAndControls(name, font["hmtx"].metrics)[0] for font in (one, other)]
            assert all(abs(x - u) <= 2 and abs(y - v) <= 2 for (x, y), (u, v) in zip(*points, strict=True)), (
                name,
                weight,
            )


@pytest.mark.parametrize("face", faces(), ids=lambda face: face.name)
def test_widths_are_those_of_the_outlines(face: Face) -> None:
    """A table of widths (HVAR) of the drawings that were left out would win over them in a browser."""
    assert "HVAR" not in TTFont(STATIC / "fonts" / face.name)


def test_a_font_without_a_letter_is_refused() -> None:
    with pytest.raises(ValueError, match=r"U\+2192"):
        cut(STATIC / "fonts" / faces()[0].name, {ord("А"), ord("→")})


def test_the_file_of_the_letters_is_asked_for_by_the_head_of_every_page(working_site: BuiltSite) -> None:
    for page in working_site.both():
        asked = [str(link["href"]) for link in page.all("link[rel=preload][as=font]")]
        assert re.search(r"/golos-text\.\w+\.woff2$", asked[0]), page.url


def _has_glyph(character: str) -> bool:
    return any(ord(character) in face.characters for face in faces())
