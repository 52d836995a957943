"""Codes on a document: read where their reader is installed, named as missing where it is not."""

import sys

import pytest
from PIL import Image

from plugins.documents.codes import codes_in
from plugins.documents.reading import MissingReaderError
from plugins.words.store import LANGUAGES


def test_a_missing_reader_of_codes_is_told_in_words_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "zxingcpp", None)  # what Python does for a module that is not installed
    with pytest.raises(MissingReaderError) as refused:
        list(codes_in(Image.new("RGB", (20, 20))))
    for language in LANGUAGES:
        assert "make papers" in refused.value.message(language)
