"""The problems of an item while it is being written: the rules of `inv check` on texts that are not saved."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

import yaml

from plugins.cache.fingerprint import stamps
from plugins.checks.mending import is_mendable, mended_files
from plugins.desk.bundles import Bundle
from plugins.desk.plain_words import missing_field, shown_words
from plugins.desk.words import load_words
from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.localized import localized
from plugins.model import frontmatter
from plugins.model.items import FACTS_FILE, LANGUAGES, index_file
from plugins.model.yaml_source import parse
from plugins.pipeline.check import Survey, survey
from plugins.pipeline.item_check import ItemCheck

_OF_TRANSLATION = frozenset({"stale-translation", "undeclared-translation"})
_Stamps = Mapping[str, tuple[int, ...]]
"""What the system says of each file of the content, by its path."""
_ASKS = {
    "missing-consent": "facts.consent",
    "expired-consent": "facts.consent",
    "unsourced-figure": "facts.sources",
    "missing-next-step": "facts.next",
}
"""The part of the form in which a problem is answered, by its rule."""


class Checker:
    """Checks the content of the project at `root`, and single items of it with texts that are not saved.

    The content is mirrored below `.cache/desk/` by second names of the same files, which costs no space. What the last check
    of all found is kept in memory until a file of the content changes; an item that is being written is compared with it.
    """

    def __init__(self, root: Path) -> None:
        self._content, self._theme, self._cache = root / "content", root / "theme", root / ".cache"
        self._mirror = root / ".cache" / "desk" / "mirror"
        self._lock = Lock()
        self._known: tuple[date, _Stamps, ItemCheck] | None = None

    def problems(self, today: date) -> list[Problem]:
        """Return every problem of what is saved."""
        with self._lock:
            try:
                return list(self._checked(today).survey.problems)
            except ContentError as error:
                return list(error.problems)

    def problems_without(self, today: date, address: str) -> list[Problem]:
        """Return every problem that would be there without the item at an address such as `news/meeting`."""
        with self._lock:
            _mirrored(self._content, self._mirror / "content")
            shutil.rmtree(self._mirror / "content" / address)
            try:
                return list(self._survey(today).problems)
            except ContentError as error:
                return list(error.problems)
            finally:
                _mirrored(self._content, self._mirror / "content")

    def problems_of(
        self, today: date, bundle: Bundle, files: Mapping[str, str], *, beside: Path | None = None
    ) -> list[Problem]:
        """Return the problems of one item with `files` as its own, as `inv check` would report them.

        The files of the folder `beside` are in the item's folder too.
        """
        with self._lock:
            try:
                check = self._checked(today, besides="" if bundle.is_intro else bundle.place)
            except ContentError as error:
                return [problem for problem in error.problems if lies_in(problem, bundle)]
            folder = self._mirror / "content" / bundle.place
            if bundle.is_intro:  # its folder is that of all items of the section
                _mirrored_files(bundle.folder, folder)
            else:
                _mirrored(bundle.folder, folder)
            for name, text in files.items():
                (folder / name).unlink(missing_ok=True)
                if text or (bundle.folder / name).is_file():  # an empty file is no missing one
                    (folder / name).write_text(text, encoding="utf-8", newline="")
            if beside and beside.is_dir():
                _mirrored_files(beside, folder)
            return check.problems(bundle.section, "" if bundle.is_intro else bundle.slug)

    def mended(self, today: date, bundle: Bundle, files: Mapping[str, str], only: str = "") -> dict[str, str]:
        """Return the files with every mechanical mend made, or with that of the one problem whose place is `only`."""
        own = [problem for problem in self.problems_of(today, bundle, files) if only in ("", _place(problem))]
        with self._lock:
            changed = mended_files(own, self._mirror)
        return {name: changed.get(f"content/{bundle.place}/{name}", (text, text))[1] for name, text in files.items()}

    def _checked(self, today: date, *, besides: str = "") -> ItemCheck:
        """Return what is known of all that is saved, looked at anew where a file has changed. Raises ContentError.

        Files below the folder `besides` count as unchanged: an item's own check reads them anew.
        """
        seen = {name: stamp[:3] for name, stamp in stamps(self._content).items()}  # a second name changes the fourth
        if self._known is None or not _is_known(self._known[:2], (today, seen), besides):
            self._known = None
            _mirrored(self._content, self._mirror / "content")
            check = ItemCheck(self._survey(today), self._mirror / "content", self._theme, self._cache, today)
            self._known = today, seen, check
        return self._known[2]

    def _survey(self, today: date) -> Survey:
        content = self._mirror / "content"
        return survey(
            content, self._theme, self._cache, published=False, today=today, whole=False, encodes=False, drafts=True
        )


def _is_known(known: tuple[date, _Stamps], now: tuple[date, _Stamps], besides: str) -> bool:
    changed = {name for name, _ in known[1].items() ^ now[1].items()}
    return known[0] == now[0] and all(besides and name.startswith(f"{besides}/") for name in changed)


def lies_in(problem: Problem, bundle: Bundle) -> bool:
    """Return whether a problem is one of the item's files."""
    if bundle.is_intro:
        return problem.path.rpartition("/")[0] == f"content/{bundle.place}"
    return problem.path.startswith(f"content/{bundle.place}/")


def problems_as_data(
    problems: Sequence[Problem], bundle: Bundle, files: Mapping[str, str], language: str
) -> list[dict[str, Any]]:
    """Return the problems in words as `inv check --format json` does, each with the field of the form it is in.

    `offset` and `length` say where in the value of a text it is, `shown` has its words without names of files and keys, `mend` names its place where a machine can mend it, and
    `asks` the part of the form that answers it.
    """
    places = {name: list(_places(name, text)) for name, text in files.items()}
    result: list[dict[str, Any]] = []
    for problem in problems:
        name = problem.path.rpartition("/")[2]
        is_own = lies_in(problem, bundle) and name in files
        field = _field(problem, name, files[name], places[name]) if is_own else ""
        offset = _offset(problem, files[name]) if field.endswith(".body") else None
        place = {"field": field, "offset": offset, "length": _length(problem)}
        cure = {"mend": _place(problem) if is_mendable(problem) else "", "asks": _ASKS.get(problem.rule, "")}
        missing = missing_field(problem, bundle.schema, field or _part_of(name), language) if is_own else {}
        found = asdict(localized(problem, language)) | _fix(problem, language) | place | cure | missing
        result.append(found | {"shown": shown_words(found, bundle.schema, language)})
    return result


def _place(problem: Problem) -> str:
    return f"{problem.rule} {problem.path}:{problem.line}:{problem.column}"


def _fix(problem: Problem, language: str) -> dict[str, str]:
    """Return how to fix what a button of the desk fixes: the desk shows no commands."""
    label = "fix_mend" if is_mendable(problem) else "fix_in_step" if problem.rule in _OF_TRANSLATION else ""
    return {"fix": load_words(language).said[label]} if label else {}


def _part_of(name: str) -> str:
    """Return the part of the form that a file of an item is."""
    return next((code for code in LANGUAGES if name == index_file(code)), "facts")


def _length(problem: Problem) -> int:
    found = problem.values.get("found") or problem.values.get("word") or problem.values.get("text") or ""
    return max(len(found), 1)


def _field(problem: Problem, name: str, text: str, places: Sequence[tuple[int, int, str]]) -> str:
    language = next((code for code in LANGUAGES if name == index_file(code)), "")
    if language and (parts := frontmatter.split(text)) and problem.line >= parts.body_line:
        return f"{language}.body"
    before = [field for line, column, field in places if (line, column) <= (problem.line, problem.column)]
    return before[-1] if before else ""


def _offset(problem: Problem, text: str) -> int:
    """Return where in the body, in characters, a problem is."""
    parts = frontmatter.split(text)
    if parts is None:
        return 0
    above = parts.body.split("\n")[: problem.line - parts.body_line]
    return sum(len(line) + 1 for line in above) + problem.column - 1


def _places(name: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line and column of every key of a file with the name of its field, in order."""
    prefix, first = ("facts", 1) if name == FACTS_FILE else (name.split(".")[1], 2)
    if name != FACTS_FILE:
        parts = frontmatter.split(text)
        text = parts.front_matter if parts else ""
    source, _ = parse(text, name)
    if source is not None:
        yield from sorted(_of_node(source.root, prefix, first))


def _of_node(node: yaml.Node, prefix: str, first: int) -> Iterator[tuple[int, int, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.start_mark.line + first, key.start_mark.column + 1, f"{prefix}.{key.value}"
            yield from _of_node(value, f"{prefix}.{key.value}", first)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield value.start_mark.line + first, value.start_mark.column + 1, f"{prefix}.{number}"
            yield from _of_node(value, f"{prefix}.{number}", first)


def _mirrored(source: Path, mirror: Path) -> None:
    """Make `mirror` hold what is below `source`, and nothing else."""
    wanted = {path.relative_to(source): path for path in source.rglob("*") if not _is_passing(path)}
    for path in sorted(mirror.rglob("*"), reverse=True) if mirror.is_dir() else ():
        relative = path.relative_to(mirror)
        if relative not in wanted or path.is_dir() is not wanted[relative].is_dir():
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    mirror.mkdir(parents=True, exist_ok=True)
    for relative, path in sorted(wanted.items()):
        if path.is_dir():
            (mirror / relative).mkdir(exist_ok=True)
        else:
            _link_or_copy(path, mirror / relative)


def _mirrored_files(source: Path, mirror: Path) -> None:
    """Make `mirror` hold the files that lie in `source` itself; what is in folders stays."""
    for path in source.iterdir():
        if path.is_file() and not _is_passing(path):
            _link_or_copy(path, mirror / path.name)


def _is_passing(path: Path) -> bool:
    """Return whether a file is one that is just being written, or a link."""
    return path.is_symlink() or (path.name.startswith(".") and path.name.endswith(".new"))


def _link_or_copy(path: Path, place: Path) -> None:
    """Give a file a second name, or a copy where the system has none; one that has just gone is seen by the next check."""
    with suppress(FileNotFoundError):
        if place.exists() and _is_same(path, place):
            return
        place.unlink(missing_ok=True)
        try:
            os.link(path, place)
        except OSError:
            shutil.copy2(path, place)


def _is_same(path: Path, place: Path) -> bool:
    one, other = path.stat(), place.stat()
    return (one.st_mtime_ns, one.st_size) == (other.st_mtime_ns, other.st_size)
