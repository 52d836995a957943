"""Documents kept between builds: the kept one is used, a text that changed is converted anew."""

import json
from pathlib import Path

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Records
from plugins.markdown import convert_all, parse

TEXT, OTHER = "## Әділ баға\n\n[ё](/news/) ![қ](a.svg)", "## Басқа"


def test_a_second_run_reads_what_the_first_has_kept(tmp_path: Path) -> None:
    assert convert_all([TEXT], tmp_path) == {TEXT: parse(TEXT)}
    key = key_of(code_version("markdown", libraries=("markdown",)), TEXT)
    records = Records(tmp_path, "markdown")
    kept = json.loads(records.get(key) or b"")
    records.put(key, json.dumps(kept | {"html": "<p>кэштен</p>"}).encode())
    assert convert_all([TEXT], tmp_path)[TEXT].html == "<p>кэштен</p>"


def test_equal_texts_are_converted_once_and_no_texts_are_no_conversions(tmp_path: Path) -> None:
    assert convert_all([TEXT, OTHER, TEXT, TEXT], tmp_path) == {TEXT: parse(TEXT), OTHER: parse(OTHER)}
    assert convert_all([], tmp_path) == {}


def test_many_texts_are_converted_in_parallel_as_one_by_one(tmp_path: Path) -> None:
    texts = [f"## Бөлім {number}\n\n[ё](/a-{number}/)" for number in range(120)]
    assert convert_all(texts, tmp_path) == {text: parse(text) for text in texts}
