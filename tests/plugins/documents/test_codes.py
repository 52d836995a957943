"""Codes on a document: read where their reader is installed, named as missing where it is not."""

import sys

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from plugins.documents.codes import codes_in
from plugins.documents.inspection import inspect_lines
from plugins.documents.reading import MissingReaderError
from plugins.documents.words import Box, Word
from plugins.words.store import LANGUAGES


def test_a_missing_reader_of_codes_is_told_in_words_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "zxingcpp", None)  # what Python does for a module that is not installed
    with pytest.raises(MissingReaderError) as refused:
        list(codes_in(Image.new("RGB", (20, 20))))
    for language in LANGUAGES:
        assert "make papers" in refused.value.message(language)


def test_a_code_that_was_read_makes_no_paper_hard_to_read() -> None:
    image = Image.new("RGB", (900, 420), "white")
    draw = ImageDraw.Draw(image)
    words = tuple(Word("шартты", Box(60, 40 + 60 * number, 150, 24)) for number in range(5))
    for word in words:
        draw.rectangle((word.box.x, word.box.y + 4, word.box.right, word.box.bottom - 4), "black")
    code = zxingcpp.create_barcode("https://example.kz/", zxingcpp.BarcodeFormat.QRCode)
    dots = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=10))
    image.paste(dots.resize((300, 300)), (500, 60))
    inspected = inspect_lines(image, [words])
    assert [finding.kind for finding in inspected.findings if finding.box.covers(Box(560, 120, 180, 180)) > 0.9]
    assert inspected.understood > 0.9
