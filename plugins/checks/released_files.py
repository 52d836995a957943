"""A release is searched once more before visitors get it: no number or e-mail of a person is in any of its files.

Texts are checked where editors write them; what programs make of them (feeds, JSON-LD, search records, file names) is not
read by anybody. The same patterns as in texts are used. Lines that stand on many pages are looked at once.
Source: law 94-V on personal data, arts 11 and 15.
"""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import personal_data_in_text
from plugins.diagnostics import Problem

_MOST_REPORTED = 50
_KINDS_REPORTED = frozenset(("iin", "card", "account", "phone", "email", "identity-card", "plate", "vin"))
"""All but addresses: that of the office stands on every page."""
_WORTH_A_LOOK = re.compile(r"\d\D{0,4}\d\D{0,4}\d|[@＠﹫¹²³⁰-⁹₀-₉①-⓿❶-➓]|[(\[{ ](?:at|эт|собака)[)\]} ]", re.IGNORECASE)
_RECORDS = ".well-known/"
"""Records of the build: check sums and names of libraries, no words of the content."""
_UNSEEN = re.compile(
    r"<(style|script)\b(?![^>]*(?:ld\+json|application/json))[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE
)
_INSIDE_LINES = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|data|dfn|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|tspan|textPath|u|var|wbr)\b[^<>]*>|<!--.*?-->",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""\s([\w:-]+)=(?:"([^"]*)"|'([^']*)')""")
_SHAPES = frozenset(("d", "points", "viewbox", "transform", "srcset", "sizes", "style", "class", "integrity"))
"""Attributes that hold coordinates, sizes and check sums, which look like numbers of people."""
_SHARDS_OF_FILES = re.compile(r"\.[0-9a-f]{8,64}(?=\.)|-\d{2,4}(?=\.)")
"""Check sums and widths in names of files, which are made by the build."""


def personal_data_in_release(tree: Path, shown: str, declared: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each place of a tree with somebody's number or e-mail, the first fifty of them.

    `declared` is what the cooperative states of itself, in bare form; `shown` is how problems name the tree.
    """
    verdicts: dict[str, str] = {}
    reported = 0
    for file in sorted(path for path in tree.rglob("*") if path.is_file()):
        place = file.relative_to(tree).as_posix()
        if place.startswith(_RECORDS):
            continue
        name = f"{shown}/{place}"
        for line, text in _lines_of(file, place):
            if text not in verdicts:
                verdicts[text] = _kind_in(text, declared)
            if verdicts[text]:
                yield Problem(name, line, 1, "personal-data-in-release", {"kind": verdicts[text]})
                reported += 1
                if reported == _MOST_REPORTED:
                    return


def _kind_in(text: str, declared: frozenset[str]) -> str:
    """Return what of a person is in a line, as the catalogs name it; nothing where there is nothing."""
    if not _WORTH_A_LOOK.search(text):
        return ""
    passage = Passage("release", "ru", Kind.PARAGRAPH, text, 1, 1, declared)
    kinds = (problem.values["kind"] for problem in personal_data_in_text.check(passage))
    return next((kind for kind in kinds if kind.lstrip("@") in _KINDS_REPORTED), "")


def _lines_of(file: Path, name: str) -> Iterator[tuple[int, str]]:
    """Yield what can be read in a file, line by line; its name is the first of them."""
    yield 1, _SHARDS_OF_FILES.sub("", name)
    if reader := _READERS.get(file.suffix):
        yield from reader(file.read_text(encoding="utf-8", errors="replace"))


def _markup(text: str) -> Iterator[tuple[int, str]]:
    seen = _UNSEEN.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, line in enumerate(seen.split("\n"), start=1):
        for tag in _TAG.finditer(line):
            for name, double, single in _ATTRIBUTE.findall(tag[0]):
                if name.lower() not in _SHAPES:
                    yield number, _SHARDS_OF_FILES.sub("", unquote(unescape(double or single)))
        for part in _TAG.split(_INSIDE_LINES.sub("", line)):
            if part.strip():
                yield number, unescape(part)


def _plain(text: str) -> Iterator[tuple[int, str]]:
    yield from enumerate(text.split("\n"), start=1)


def _json(text: str) -> Iterator[tuple[int, str]]:
    try:
        yield from ((1, value) for value in _strings(json.loads(text)))
    except ValueError:
        yield from _plain(text)


def _strings(value: Any) -> Iterator[str]:
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, int | float):
            yield str(one)
        elif isinstance(one, dict):
            pending += [*one, *one.values()]
        elif isinstance(one, list):
            pending += one


_READERS: dict[str, Callable[[str], Iterator[tuple[int, str]]]] = {
    ".html": _markup, ".xml": _markup, ".svg": _markup, ".json": _json, ".webmanifest": _json, ".txt": _plain,
    ".vtt": _plain,
}  # fmt: skip
