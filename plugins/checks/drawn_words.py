"""The words of drawings (SVG) in the folder of an item: a visitor reads them like a text.

Numbers of persons are looked for in them; their language is not known. A drawing that cannot be read is reported by
`plugins/media/`.
"""

from collections.abc import Iterator
from xml.parsers import expat

from plugins.checks.bundle_files import files_in
from plugins.checks.passages import Kind, Passage, declared_by
from plugins.checks.site import CheckedSite
from plugins.model.files import MOST_DRAWING_BYTES


def drawn_passages(site: CheckedSite) -> Iterator[Passage]:
    """Yield the words of each text of each drawing, without its line ends, at the line where the text begins."""
    declared = declared_by(site.content.cooperative)
    for part in site.content.parts():
        for name in files_in(part, site.root):
            if name.lower().endswith(".svg") and (raw := _drawing(site, f"{part.folder}/{name}")):
                for words, line, column in _texts_of(raw):
                    yield Passage(f"{part.folder}/{name}", "kk", Kind.SIGNS, words, line, column, declared)


def _drawing(site: CheckedSite, path: str) -> bytes:
    """Return a drawing that has texts, else nothing."""
    try:
        with (site.root / path).open("rb") as file:
            raw = file.read(MOST_DRAWING_BYTES)
    except OSError:
        return b""
    return raw if b"<text" in raw or b":text" in raw else b""


def _texts_of(raw: bytes) -> list[tuple[str, int, int]]:
    """Return the words of each `text` with the line and the column of its tag."""
    found: list[tuple[str, int, int]] = []
    words: list[str] = []
    open_texts: list[tuple[int, int]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, _: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == "text":
            open_texts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def end(name: str) -> None:
        if name.rpartition(" ")[2] == "text" and open_texts:
            found.append((" ".join("".join(words).split()), *open_texts.pop()))
            words.clear()

    def read(part: str) -> None:
        if open_texts:
            words.append(part)

    def refuse(*_: object) -> None:
        raise ValueError("entities")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = read, refuse
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, ValueError):
        return []
    return found
