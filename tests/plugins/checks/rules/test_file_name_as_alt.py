"""Alt texts that are names of files, and those that only look a little like them."""

from pathlib import Path

import pytest

from plugins.checks.rules import file_name_as_alt
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import replaced

NAMES = {
    "kk": ["IMG_2031.jpg", "Сурет 2", "сурет", "экран суреті 3", "20260512_101500", "image1", "paper", "фото 1", "DSC00012"],
    "ru": [
        "IMG 2031", "Скриншот 5", "скриншот", "Фото 3", "Без имени-1", "рисунок1", "WhatsApp Image 2026-05-12 at 10.15.00",
        "Снимок экрана 2026-05-12 в 10.15.00", "image (2)", "home.jpg", "screenshot-2",
    ],
}  # fmt: skip
WORDS = {
    "kk": ["Отбасы жаңа үйінің алдында тұр", "Сурет 5: отбасы", "Үй", "2 бөлмелі пәтер", "Үлгі құжат", "Camry", "Қызыл көлік", "Есеп"],
    "ru": ["Семья у дома", "Фото семьи", "Снимок договора", "Toyota Camry 2020", "Карта области", "Схема", "Портрет", "Скриншот страницы банка"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "alt"), [(language, alt) for language, alts in NAMES.items() for alt in alts])
def test_a_name_of_a_file_is_reported_at_its_picture(content: Path, language: str, alt: str) -> None:
    file = write_case(content, language, f"Ә.\n\nӘ ![{alt}](paper.svg) ё.\n")
    assert reported_by(file_name_as_alt.check, content) == [
        (file, CASE_BODY_LINE + 2, 3, "file-name-as-alt", {"found": alt})
    ]


@pytest.mark.parametrize(("language", "alt"), [(language, alt) for language, alts in WORDS.items() for alt in alts])
def test_words_are_not_reported(content: Path, language: str, alt: str) -> None:
    write_case(content, language, f"![{alt}](paper.svg)\n")
    assert reported_by(file_name_as_alt.check, content) == []


def test_front_matter_is_reported_at_its_value(content: Path) -> None:
    replaced("testimonials/sample/index.kk.md", "paper: Үлгі құжат", "paper: IMG_2031.jpg")(content)
    replaced("honor-board/sample/index.ru.md", "portrait_alt: Образец портрета", 'portrait_alt: "фото 1"')(content)
    assert reported_by(file_name_as_alt.check, content) == [
        ("honor-board/sample/index.ru.md", 5, 16, "file-name-as-alt", {"found": "фото 1"}),
        ("testimonials/sample/index.kk.md", 5, 10, "file-name-as-alt", {"found": "IMG_2031.jpg"}),
    ]
