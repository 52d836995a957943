"""The theme's words: every phrase of the templates stands in both catalogs, with its placeholders and plurals."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.small_site import ROOT

TEMPLATES = ROOT / "theme/templates"
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def phrases() -> Iterator[str | tuple[str, str]]:
    """Yield every phrase of the templates; one with a plural as a pair."""
    found = extract_from_dir(
        str(TEMPLATES),
        method_map=[("**.html", "jinja2.ext:babel_extract")],
        options_map={"**.html": {"silent": "false"}},
        keywords={"_": None, "ngettext": (1, 2)},
    )
    for _, _, message, _, _ in found:
        yield tuple(message[:2]) if isinstance(message, tuple) else message


def catalog(language: str) -> Catalog:
    with (ROOT / f"theme/translations/{language}/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_phrase_is_translated_and_no_translation_is_left_over(language: str) -> None:
    wanted = set(phrases())
    held = {message.id: message for message in catalog(language) if message.id}
    assert len(wanted) > 80
    assert set(held) == wanted
    for message in held.values():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        names = set(PLACEHOLDER.findall(" ".join(ids)))
        for text in texts:
            assert text.strip(), message.id
            assert set(PLACEHOLDER.findall(text)) == names, message.id


@pytest.mark.parametrize(("language", "forms"), [("kk", 1), ("ru", 3)])
def test_plurals_follow_the_language(language: str, forms: int) -> None:
    plurals = [message.string for message in catalog(language) if isinstance(message.id, tuple)]
    assert plurals
    assert {len(texts) for texts in plurals} == {forms}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_latin_letter_hides_in_a_translation(language: str) -> None:
    for message in catalog(language):
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            if message.id:
                assert not re.search(r"[A-Za-z]", PLACEHOLDER.sub("", text)), text


def test_raw_colours_stand_in_the_tokens_only() -> None:
    for path in (ROOT / "theme/static/css").rglob("*.css"):
        if path.name != "tokens.css":
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", path.read_text(encoding="utf-8")), path.name


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
        assert f"asset('{sheet.relative_to(folder.parent).as_posix()}')" in templates, sheet.name


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Contrast of two colours, WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("text", "ground", "at_least"),
    [
        ("ink", "ground", 7.0), ("ink", "ground-soft", 7.0), ("ink", "welcome-light", 7.0), ("ink", "welcome-deep", 7.0),
        ("muted", "ground", 4.5), ("muted", "ground-soft", 4.5), ("action", "ground", 4.5),
        ("action", "ground-soft", 4.5), ("action-strong", "ground", 4.5), ("on-action", "action", 4.5),
        ("on-action", "action-strong", 4.5), ("question", "question-ground", 4.5), ("answer", "answer-ground", 4.5),
        ("action-strong", "answer-ground", 4.5), ("life", "ground", 4.5), ("life", "life-ground", 4.5),
        ("notice", "notice-ground", 4.5),
    ],
)  # fmt: skip
def test_colours_that_meet_can_be_read(text: str, ground: str, at_least: float) -> None:
    source = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", source))
    tokens["ground"] = "#ffffff" if tokens["ground"] == "#fff" else tokens["ground"]
    tokens["on-action"] = "#ffffff" if tokens["on-action"] == "#fff" else tokens["on-action"]
    assert _contrast(tokens[text], tokens[ground]) >= at_least
