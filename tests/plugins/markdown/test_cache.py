"""Documents kept between builds: the kept one is used, a text that changed is converted anew."""

import json
import zlib
from pathlib import Path

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Records
from plugins.markdown import Documents, parse

TEXT, OTHER = "## Әділ баға\n\n[ё](/news/) ![қ](a.svg)", "## Басқа"


def test_a_second_run_reads_what_the_first_has_kept(tmp_path: Path) -> None:
    assert dict(Documents([TEXT], tmp_path)) == {TEXT: parse(TEXT)}
    key = key_of(code_version("markdown", libraries=("markdown",)), TEXT)
    records = Records(tmp_path, "markdown")
    kept = json.loads(zlib.decompress(records.get(key) or b""))
    records.put(key, zlib.compress(json.dumps(kept | {"html": "<p>кэштен</p>"}).encode()))
    assert Documents([TEXT], tmp_path)[TEXT].html == "<p>кэштен</p>"


def test_equal_texts_are_converted_once_and_no_texts_are_no_conversions(tmp_path: Path) -> None:
    assert dict(Documents([TEXT, OTHER, TEXT, TEXT], tmp_path)) == {TEXT: parse(TEXT), OTHER: parse(OTHER)}
    assert dict(Documents([], tmp_path)) == {}


def test_many_texts_are_converted_in_parallel_as_one_by_one(tmp_path: Path) -> None:
    texts = [f"## Бөлім {number}\n\n[ё](/a-{number}/)" for number in range(120)]
    assert dict(Documents(texts, tmp_path)) == {text: parse(text) for text in texts}


def test_many_documents_are_found_again_after_others_were_asked_for(tmp_path: Path) -> None:
    texts = [f"## Бөлім {number}\n\nСөз {number}." for number in range(80)]
    documents = Documents(texts, tmp_path)
    assert [documents[text] for text in (*texts, texts[0])] == [parse(text) for text in (*texts, texts[0])]


def test_what_is_no_document_is_converted_anew(tmp_path: Path) -> None:
    key = key_of(code_version("markdown", libraries=("markdown",)), TEXT)
    for kept in (b"", b"{}", zlib.compress(b"{}"), zlib.compress(b"\xff")):
        Records(tmp_path, "markdown").put(key, kept)
        assert Documents([TEXT], tmp_path)[TEXT] == parse(TEXT)
