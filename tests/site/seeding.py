"""Single edits of a copy of the real content, undone afterwards.

A mark `‹rule-id›` in a new text stands right before the character at which the rule must tell a fault: so the place is
taken from the edit itself, and other edits of the content do not move it.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.model import read_content
from plugins.model.sync_translations import fingerprints_of
from plugins.model.synced import IN_STEP_FILE, write_in_step

Place = tuple[str, str, int, int]
"""Rule, path as editors see it, line, column."""

_MARK = re.compile(r"‹([a-z0-9-]+)›")


class Draft:
    """A copy of the content with edits to come; nothing is written before `write`."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.expected: list[Place] = []
        self._texts: dict[str, str] = {}
        self._raw: dict[str, bytes] = {}
        self._removed: set[str] = set()
        self._before: dict[Path, bytes | None] = {}
        self._moved: list[tuple[Path, Path]] = []

    def text(self, file: str) -> str:
        """Return the text of a file with the marks of earlier edits."""
        return self._texts.get(file) or (self.content / file).read_text(encoding="utf-8")

    def put(self, file: str, text: str) -> None:
        self._texts[file] = text

    def put_raw(self, file: str, raw: bytes) -> None:
        self._raw[file] = raw

    def remove(self, file: str) -> None:
        self._removed.add(file)

    def move(self, folder: str, to: str) -> None:
        self._moved.append((self.content / folder, self.content / to))

    def expect(self, rule: str, file: str, line: int = 1) -> None:
        """Expect a fault at the first column of a line, where there is no text to mark."""
        self.expected.append((rule, f"content/{file}", line, 1))

    def items(self) -> set[str] | None:
        """Return the folders of the items the edits change or expect a fault in; None where they reach further than texts."""
        files = {*self._texts, *self._raw, *(path.removeprefix("content/") for _, path, *_ in self.places())}
        if self._raw or self._removed or self._moved or any(file.count("/") != 2 for file in files):
            return None
        return {file.rpartition("/")[0] for file in files}

    def places(self) -> list[Place]:
        """Return what must be reported after the edits, by file and line."""
        in_texts = [
            (rule, f"content/{file}", *place) for file, text in self._texts.items() for rule, *place in _places(text)
        ]
        return by_place([*self.expected, *in_texts])

    def write(self) -> list[Place]:
        """Write every edit, and declare the languages in step where that is not what is tried; return what must be reported."""
        for file, text in self._texts.items():
            self._raw[file] = _MARK.sub("", text).encode()
        for file in (*self._raw, *self._removed):
            path = self.content / file
            self._before[path] = path.read_bytes() if path.is_file() else None
        for file, raw in self._raw.items():
            (self.content / file).parent.mkdir(parents=True, exist_ok=True)
            (self.content / file).write_bytes(raw)
        for file in self._removed:
            (self.content / file).unlink()
        for source, target in self._moved:
            source.rename(target)
        if IN_STEP_FILE not in self._texts:
            self._before.setdefault(self.content / IN_STEP_FILE, (self.content / IN_STEP_FILE).read_bytes())
            content, _ = read_content(self.content)
            if content is not None:
                write_in_step(self.content, {**content.in_step, **fingerprints_of(content)})
        return self.places()

    def edited(self) -> set[str]:
        """Return the folders of the items whose files were edited, such as `news/meeting`."""
        return {file.rpartition("/")[0] for file in (*self._texts, *self._raw, *self._removed) if file.count("/") == 2}

    def undo(self) -> None:
        """Put the copy back as it was."""
        for source, target in self._moved:
            target.rename(source)
        for path, raw in self._before.items():
            if raw is not None:
                path.write_bytes(raw)
            else:
                path.unlink()
                folder = path.parent
                while not any(folder.iterdir()):
                    folder.rmdir()
                    folder = folder.parent


Edit = Callable[[Draft], None]


def by_place(places: Iterable[Place]) -> list[Place]:
    """Return the places by file, line and column; a report has the errors first."""
    return sorted(places, key=lambda place: (place[1:], place[0]))


def all_of(*edits: Edit) -> Edit:
    def edit(draft: Draft) -> None:
        for single in edits:
            single(draft)

    return edit


def replaced(file: str, old: str, new: str) -> Edit:
    """Return the edit that writes `new` where `old` stands, which is one place."""

    def edit(draft: Draft) -> None:
        text = draft.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        draft.put(file, text.replace(old, new))

    return edit


def marked(file: str, rule: str, anchor: str) -> Edit:
    """Return the expectation of a fault where `anchor` stands."""
    return replaced(file, anchor, f"‹{rule}›{anchor}")


def value(file: str, key: str, new: str) -> Edit:
    """Return the edit that gives a key on a line of its own another value, which may begin with marks."""

    def edit(draft: Draft) -> None:
        pattern = re.compile(rf"^( *(?:- )?{key}: ).*$", re.MULTILINE)
        text, count = pattern.subn(lambda match: match.group(1) + new, draft.text(file), count=1)
        assert count == 1, f"no {key!r} in {file}"
        draft.put(file, text)

    return edit


def paragraph(file: str, where: str, words: str) -> Edit:
    """Return the edit that puts a paragraph `first`, in the `middle` or `last` of the text.

    The other language gets a paragraph without a fault there, so that no part of it is missing.
    """
    other = file.replace(".kk.md", ".ru.md") if ".kk.md" in file else file.replace(".ru.md", ".kk.md")
    blocks = [_answering(block, "kk" if ".kk.md" in other else "ru") for block in words.split("\n\n")]
    return all_of(put_paragraph(file, where, words), put_paragraph(other, where, "\n\n".join(blocks)))


def _answering(block: str, language: str) -> str:
    """Return a block of the same kind without a fault; nothing for a block of tags, which has no words to answer."""
    text = {"kk": "Бұл туралы осы бетте айтылған.", "ru": "Об этом сказано на этой странице."}[language]
    plain = _MARK.sub("", block)
    if plain.startswith("<!--"):
        return text if "\n" in block else ""
    if plain.startswith("<"):
        return ""
    return "\n".join(f"- {text}" for _ in plain.split("\n")) if plain.startswith("- ") else text


def put_paragraph(file: str, where: str, words: str) -> Edit:
    """Return the edit that puts a paragraph into one language only."""

    def edit(draft: Draft) -> None:
        opening, front_matter, body = draft.text(file).split("---\n", 2)
        blocks = body.strip("\n").split("\n\n")
        place = {"first": 0, "middle": (len(blocks) + 1) // 2, "last": len(blocks)}[where]
        draft.put(
            file, f"{opening}---\n{front_matter}---\n\n" + "\n\n".join([*blocks[:place], words, *blocks[place:]]) + "\n"
        )

    return edit


def both(item: str, where: str, kk: str, ru: str) -> Edit:
    """Return the edit that puts a paragraph into both languages of an item."""
    return all_of(put_paragraph(f"{item}/index.kk.md", where, kk), put_paragraph(f"{item}/index.ru.md", where, ru))


def body(file: str, words: str) -> Edit:
    """Return the edit that replaces the whole text below the front matter, from its first line on."""

    def edit(draft: Draft) -> None:
        opening, front_matter, _ = draft.text(file).split("---\n", 2)
        draft.put(file, f"{opening}---\n{front_matter}---\n{words}")

    return edit


def begun(file: str, mark: str) -> Edit:
    """Return the expectation of a fault at the first character of a file."""
    return lambda draft: draft.put(file, mark + draft.text(file))


def out_of_step(item: str, language: str, other: str) -> Edit:
    """Return the edit after which `language` of an item holds other words than it was declared with."""
    return all_of(
        changed(IN_STEP_FILE, rf"^({item}: .*{language}: ')[0-9a-f]{{16}}", r"\g<1>0123456789abcdef"),
        changed(f"{item}/index.{other}.md", "^title: ", "title: ‹stale-translation›"),
    )


def changed(file: str, pattern: str, new: str) -> Edit:
    """Return the edit that replaces the one place a pattern matches."""

    def edit(draft: Draft) -> None:
        text, count = re.subn(pattern, new, draft.text(file), flags=re.MULTILINE)
        assert count == 1, f"{pattern!r} stands {count} times in {file}"
        draft.put(file, text)

    return edit


def _places(marked_text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for number, line in enumerate(marked_text.split("\n"), start=1):
        removed = 0
        for match in _MARK.finditer(line):
            found.append((match.group(1), number, match.start() - removed + 1))
            removed += len(match.group(0))
    return found
