"""File names that cannot be part of an address."""

from pathlib import Path

import pytest

from plugins.checks.rules import unusable_file_name
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Reported, written_bytes

CASE = "testimonials/sample"
BAD = {
    "blank and Kazakh letters": ("Қуаныш 1.jpg", "kuanysh-1.jpg"),
    "comma": ("a,b.png", "a-b.png"),
    "quote": ('he"y.webp', "he-y.webp"),
    "question mark": ("what?.mp4", "what.mp4"),
    "percent": ("50%.svg", "50.svg"),
    "number sign": ("a#b.avif", "a-b.avif"),
    "a second ending": ("invoice.php.jpg", "invoice-php.jpg"),
    "hyphen first": ("-x.png", "x.png"),
    "no letter at all": ("«».png", "file.png"),
    "Russian, upper case": ("Щука.JPG", "shchuka.jpg"),
}
GOOD = ("photo-1.jpg", "Photo_2.PNG", "film.kk.vtt", "film.ru.vtt", "шарт.pdf", ".сурет 1.jpg", "a b.txt")


@pytest.mark.parametrize("folder", [CASE, "news/meeting", "faq"])
@pytest.mark.parametrize(("name", "wanted"), BAD.values(), ids=BAD.keys())
def test_a_name_that_would_break_an_address_is_reported(content: Path, folder: str, name: str, wanted: str) -> None:
    written_bytes(f"{folder}/{name}", b"x")(content)
    expected: list[Reported] = [(f"{folder}/{name}", 1, 1, "unusable-file-name", {"file": name, "wanted": wanted})]
    assert reported_by(unusable_file_name.check, content) == expected
    (content / folder / name).rename(content / folder / wanted)
    assert reported_by(unusable_file_name.check, content) == []


@pytest.mark.parametrize("name", GOOD)
def test_a_usable_name_and_what_is_not_published_are_let_through(content: Path, name: str) -> None:
    written_bytes(f"{CASE}/{name}", b"x")(content)
    assert reported_by(unusable_file_name.check, content) == []
