"""The kinds of edits that the YAML files declare, and the single edits made from them.

A kind is one of six: texts (`kk` and `ru` lists, put into `slots` by turns), `changes` (a pattern replaced in files that
match), `files` (written beside what is there), `losses` (a part that
one language loses), `pairs` (texts that do not say the same), `captions` (of a film). `‹›` marks the character whose
line must be reported; a text without a mark is reported at its beginning.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from bench.faults_set.losses import can_lose, lose
from bench.faults_set.slots import SLOTS, hosts
from tests.site.seeding import Draft, Edit, all_of, replaced
from tests.site.seeds_of_videos import with_video

FOLDER = Path(__file__).parent
_PLACES = ("first", "middle", "last")
_ANY = "any"
"""The rule of an edit of which nothing may be reported."""


@dataclass(frozen=True, slots=True)
class SingleEdit:
    """One edit of the real content: of which kind, what an editor did, which rules may tell it."""

    subject: str
    kind: str
    shown: str
    rules: tuple[str, ...]
    edit: Edit
    is_good: bool = False
    needs_place: bool = True
    """Whether the line is judged; the loss of a heading may be reported at the next one."""


def edits(content: Path) -> Iterator[SingleEdit]:
    """Yield every declared edit."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for number, kind in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))):
            yield from _of_kind(content, file.stem, kind, number)


def _of_kind(content: Path, subject: str, kind: Mapping[str, Any], number: int) -> Iterator[SingleEdit]:
    rules = kind.get("rule", [])
    reported = (rules,) if isinstance(rules, str) else tuple(rules)
    is_good = subject.startswith("good")
    rule = reported[0] if reported else _ANY
    made: Iterator[tuple[str, Edit]]
    if "changes" in kind:
        made = _changes(content, kind["changes"], rule)
    elif "files" in kind:
        made = _files(content, kind["files"], rule)
    elif "losses" in kind:
        made = _losses(content, kind["losses"], kind.get("times", 6), rule)
    elif "pairs" in kind:
        made = _pairs(content, kind, number, rule)
    elif "captions" in kind:
        made = _captions(kind["captions"], rule)
    elif is_good:
        made = _good_texts(content, kind, number)
    else:
        made = _texts(content, kind, number, rule)
    needs_place = kind.get("place", True)
    for shown, edit in made:
        yield SingleEdit(subject, kind["kind"], shown, reported, edit, is_good, needs_place)


def _texts(content: Path, kind: Mapping[str, Any], number: int, rule: str) -> Iterator[tuple[str, Edit]]:
    folders, slots = cycle(_turned(hosts(content), number * 5)), cycle(kind.get("slots", _PLACES))
    for language in ("kk", "ru"):
        for text in kind.get(language, ()):
            for _ in range(kind.get("times", 1)):
                host, slot = next(folders), next(slots)
                marked = _marked(text.rstrip("\n"), rule)
                yield f"{language}, {slot} of {host}: {text.strip()}", SLOTS[slot](host, language, marked)


def _good_texts(content: Path, kind: Mapping[str, Any], number: int) -> Iterator[tuple[str, Edit]]:
    """Yield edits of both languages at once: nothing may be reported, so nothing may be missing on either side."""
    folders, slots = cycle(_turned(hosts(content), number * 5)), cycle(kind.get("slots", _PLACES))
    for kk, ru in zip(kind["kk"], kind["ru"], strict=True):
        host, slot = next(folders), next(slots)
        both = all_of(SLOTS[slot](host, "kk", kk.rstrip("\n")), SLOTS[slot](host, "ru", ru.rstrip("\n")))
        yield f"{slot} of {host}: {kk.strip()} / {ru.strip()}", both


def _pairs(content: Path, kind: Mapping[str, Any], number: int, rule: str) -> Iterator[tuple[str, Edit]]:
    """Yield edits of both languages at once that do not say the same."""
    folders, slots = cycle(_turned(hosts(content), number * 5)), cycle(kind.get("slots", _PLACES))
    for kk, ru in kind["pairs"]:
        host, slot = next(folders), next(slots)
        edit = all_of(SLOTS[slot](host, "kk", _marked(kk, rule)), SLOTS[slot](host, "ru", _marked(ru, rule)))
        yield f"{slot} of {host}: {kk} / {ru}", edit


def _captions(captions: Sequence[Mapping[str, str]], rule: str) -> Iterator[tuple[str, Edit]]:
    for words in captions:
        kk, ru = (f"‹{rule}›{words[language]}" if language in words else "" for language in ("kk", "ru"))
        yield str(words), with_video(kk=kk, ru=ru)


def _changes(content: Path, changes: Sequence[Mapping[str, Any]], rule: str) -> Iterator[tuple[str, Edit]]:
    for change in changes:
        pattern = re.compile(change["find"], re.MULTILINE)
        names = [file.relative_to(content).as_posix() for file in sorted(content.glob(change["in"]))]
        matching = [name for name in names if pattern.search((content / name).read_text(encoding="utf-8"))]
        if not matching:
            raise LookupError(f"{change['find']!r} is not in {change['in']}")
        times = change.get("times", 1)
        for name in matching[:: max(1, len(matching) // times)][:times]:
            yield f"{name}: {change['find']} → {change['put']}", _change(name, pattern, change, rule)


def _change(name: str, pattern: re.Pattern[str], change: Mapping[str, Any], rule: str) -> Edit:
    put, occurrence = change["put"], change.get("nth", 0)

    def edit(draft: Draft) -> None:
        text = draft.text(name)
        found = list(pattern.finditer(text))[occurrence]
        written = found.expand(put)
        marked = written.replace("‹›", f"‹{rule}›") if "‹›" in written else f"‹{rule}›{written}"
        draft.put(name, text[: found.start()] + marked + text[found.end() :])
        if at := change.get("at"):
            draft.put(name, draft.text(name).replace(f"‹{rule}›", "", 1))
            replaced(name, at, f"‹{rule}›{at}")(draft)

    return edit


def _files(content: Path, files: Sequence[Mapping[str, str]], rule: str) -> Iterator[tuple[str, Edit]]:
    for file in files:
        yield file["name"], _copy(content, file, rule) if "copy_of" in file else _file(file, rule)


def _file(file: Mapping[str, str], rule: str) -> Edit:
    def edit(draft: Draft) -> None:
        draft.put_raw(file["name"], file.get("holds", "x").encode())
        if rule != _ANY:
            draft.expect(rule, file["name"])

    return edit


def _copy(content: Path, file: Mapping[str, str], rule: str) -> Edit:
    """Return the edit that writes an item once more, under another address; the named file must be reported."""

    def edit(draft: Draft) -> None:
        to = file["name"].rpartition("/")[0]
        for one in sorted((content / file["copy_of"]).iterdir()):
            draft.put_raw(f"{to}/{one.name}", one.read_bytes())
        draft.expect(rule, file["name"])

    return edit


def _losses(content: Path, what: str, times: int, rule: str) -> Iterator[tuple[str, Edit]]:
    names = sorted(path.parent.relative_to(content).as_posix() for path in content.rglob("index.ru.md"))
    able = [name for name in names if can_lose(content, what, name)]
    turns = zip(range(times), cycle(able[:: max(1, len(able) // times)]), cycle(_PLACES), cycle(("kk", "ru")))
    for number, host, place, language in turns:
        where = _PLACES[(number + number // 3) % 3] if len(able) < times else place
        yield f"{language} of {host} loses its {where} {what}", lose(what, host, language, where, rule)


def _marked(text: str, rule: str) -> str:
    return text.replace("‹›", f"‹{rule}›") if "‹›" in text else f"‹{rule}›{text}"


def _turned(names: list[str], by: int) -> list[str]:
    start = by % len(names)
    return names[start:] + names[:start]
