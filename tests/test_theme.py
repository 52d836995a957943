"""The theme: plurals of its words, colours that can be read, raw values in one place."""

import re
from dataclasses import dataclass

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.small_site import ROOT

TEMPLATES = ROOT / "theme/templates"


def catalog(language: str) -> Catalog:
    with (ROOT / f"theme/translations/{language}/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.mark.parametrize(("language", "forms"), [("kk", 2), ("ru", 3)])
def test_plurals_follow_the_language(language: str, forms: int) -> None:
    plurals = [message.string for message in catalog(language) if isinstance(message.id, tuple)]
    assert plurals
    assert {len(texts) for texts in plurals} == {forms}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_latin_letter_hides_in_a_translation(language: str) -> None:
    for message in catalog(language):
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            if message.id:
                assert not re.search(r"[A-Za-z]", re.sub(r"%\(\w+\)s", "", text)), text


def test_every_stylesheet_is_part_of_a_page() -> None:
    folder = ROOT / "theme/static/css"
    whole = {folder / "site.css", *folder.glob("pages/*.css")}
    imported = {
        (sheet.parent / name).resolve()
        for sheet in whole
        for name in re.findall(r'@import "([^"]+)";', sheet.read_text(encoding="utf-8"))
    }
    assert imported == set(folder.rglob("*.css")) - whole
    templates = "".join(template.read_text(encoding="utf-8") for template in TEMPLATES.rglob("*.html"))
    for sheet in whole:
        assert f"style('{sheet.relative_to(folder.parent).as_posix()}')" in templates, sheet.name


def _six_digits(colour: str) -> str:
    return colour if len(colour) > 4 else "#" + "".join(2 * digit for digit in colour[1:])


@dataclass(frozen=True)
class Scheme:
    name: str
    tokens: dict[str, str]


def schemes() -> list[Scheme]:
    """Return the colours of each scheme by token, as tokens.css states them."""
    source = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);", source)
    contrast = source.split('[data-scheme="contrast"] {')[1].split("}")[0]
    light = {name: _six_digits(value) for name, value, _ in pairs}
    own = {name: _six_digits(value) for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]+);", contrast)}
    dark = {name: _six_digits(value) for name, _, value in pairs}
    return [Scheme("light", light), Scheme("dark", dark), Scheme("contrast", dark | own)]


SCHEMES = schemes()
BODY_TEXT, TEXT, SHAPE = 7.0, 4.5, 3.0
"""WCAG 2.2: 1.4.6 (AAA) for what is read at length, 1.4.3 (AA) for the rest, 1.4.11 for edges that mean something."""

PAIRS = {
    ("ink", "ground"): BODY_TEXT, ("ink", "ground-soft"): BODY_TEXT, ("ink", "welcome-light"): BODY_TEXT,
    ("ink", "welcome-deep"): BODY_TEXT, ("ink", "question-ground"): BODY_TEXT, ("ink", "life-ground"): BODY_TEXT,
    ("heading", "ground"): BODY_TEXT, ("heading", "ground-soft"): BODY_TEXT, ("heading", "life-ground"): TEXT,
    ("muted", "ground"): BODY_TEXT, ("muted", "ground-soft"): BODY_TEXT, ("muted", "answer-ground"): TEXT,
    ("action", "ground"): TEXT, ("action", "ground-soft"): TEXT, ("action", "life-ground"): TEXT,
    ("action-strong", "ground"): TEXT, ("action-strong", "ground-soft"): TEXT, ("action", "answer-ground"): TEXT,
    ("on-action", "action"): TEXT, ("on-action", "action-strong"): TEXT,
    ("question", "ground"): TEXT, ("question", "question-ground"): BODY_TEXT, ("question", "welcome-light"): TEXT,
    ("answer", "ground"): TEXT, ("answer", "answer-ground"): BODY_TEXT, ("answer", "question-ground"): TEXT,
    ("life", "ground"): BODY_TEXT, ("life", "life-ground"): BODY_TEXT, ("notice", "notice-ground"): BODY_TEXT,
    ("edge", "ground"): SHAPE, ("edge", "question-ground"): SHAPE, ("question", "ground-soft"): SHAPE,
    ("answer", "ground-soft"): SHAPE, ("ground", "question"): TEXT,
}  # fmt: skip
"""Every text or edge and the ground it stands on; the browser tests look whether the pages hold others."""


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids="-on-".join)
def test_colours_that_meet_can_be_read(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(scheme.tokens[text], scheme.tokens[ground]) >= PAIRS[text, ground]


def test_every_scheme_names_the_same_colours() -> None:
    light, dark, high = SCHEMES
    assert set(light.tokens) == set(dark.tokens) == set(high.tokens)
    own = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8").split('"contrast"] {')[1].split("}")[0]
    assert set(light.tokens) <= set(re.findall(r"--([\w-]+):", own))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_a_colour_means_the_same_in_every_scheme(scheme: Scheme) -> None:
    """Blue acts and answers, green asks, red is for lives: the largest part of each colour is the one it is named for."""
    for token, largest in {"action": 2, "answer": 2, "heading": 2, "question": 1, "life": 0}.items():
        red, green, blue = (int(scheme.tokens[token][place : place + 2], 16) for place in (1, 3, 5))
        assert max((red, 0), (green, 1), (blue, 2))[1] == largest, token


def test_colours_that_meet_in_a_rule_of_the_stylesheets_are_among_the_pairs() -> None:
    for path in (ROOT / "theme/static/css/components").glob("*.css"):
        for rule in re.findall(r"\{([^{}]+)\}", path.read_text(encoding="utf-8")):
            text = re.search(r"(?<![-\w])color: var\(--([\w-]+)\)", rule)
            ground = re.search(r"background: var\(--([\w-]+)\)", rule)
            if text and ground:
                assert (text[1], ground[1]) in PAIRS, f"{path.name}: {text[1]} on {ground[1]}"


RAW = {
    "colour": r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|light-dark\(",
    "size of text": r"font-size: (?!var|inherit|0\.85em|1[0-9](px|pt))",
    "font": r"font-family:(?! var)",
    "corner": r"border-radius: (?!var|inherit|50%)",
    "distance": r"(?:padding|margin|gap)[\w-]*: [^;]*(?<![-\w.])[1-9][\d.]*(?:rem|px)",
}


@pytest.mark.parametrize("kind", RAW)
def test_raw_values_stand_in_the_tokens_only(kind: str) -> None:
    seen = 0
    for path in (ROOT / "theme/static/css").rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        if path.name in {"tokens.css", "fonts.css"}:
            seen += 1
            continue
        assert not re.search(RAW[kind], text), f"{path.name}: {re.search(RAW[kind], text)}"
    assert seen == 2


@pytest.mark.parametrize(
    ("kind", "css"),
    [("colour", "color: #fff"), ("size of text", "font-size: 2rem"), ("font", "font-family: serif"),
     ("corner", "border-radius: 3px"), ("distance", "margin: 0 12px")],
)  # fmt: skip
def test_a_raw_value_would_be_seen(kind: str, css: str) -> None:
    assert re.search(RAW[kind], css)


def test_every_rule_stands_in_a_layer() -> None:
    """A rule outside the layers would win over all of them, wherever it stands."""
    layers = re.search(r"^@layer ([\w, ]+);", (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8"))
    assert layers and layers[1] == "tokens, base, layout, components, print"
    for path in (ROOT / "theme/static/css").rglob("*.css"):
        outside = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for opening in re.findall(r"^(\S[^\n]*?) ?[{;]", outside, re.MULTILINE):
            assert opening.startswith(("@layer", "@import", "@font-face")), f"{path.name}: {opening}"


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_page_has_a_place_for_its_videos() -> None:
    """A video that is declared is shown: by article.html, or by the template itself."""
    templates = [*TEMPLATES.glob("pages/*.html"), *TEMPLATES.glob("sections/*/item.html")]
    assert len(templates) > 15
    for template in templates:
        source = template.read_text(encoding="utf-8")
        is_article = 'extends "article.html"' in source and "block videos" not in source
        assert is_article or "{{ video_player(shown) }}" in source, template
