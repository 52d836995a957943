"""The pages as they are built: every text and attribute a visitor meets is in the language of the page, nothing is loaded
from another site, and nothing asks for a login.

What editors write is checked before; here nothing that the theme adds escapes. The converted text of an item (`.prose`) has
been judged passage by passage and is not judged again. Only the first page that shows a fault is reported. Own id: `login-form`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.cache.workers import spread
from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import foreign_block, foreign_sentence, mixed_script_word
from plugins.diagnostics import Problem
from plugins.diagnostics.places import place_in
from plugins.model.items import LANGUAGES

_SPOKEN_ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "placeholder", "content", "data-label")
_META_OF_BROWSERS = {"viewport", "color-scheme", "robots", "referrer", "theme-color", "generator"}
_NOT_READ = {"script", "style", "template", "code"}
_INLINE = {"a", "abbr", "b", "bdi", "br", "cite", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "wbr"}  # fmt: skip
_LOADED = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "video": ("src", "poster"),
    "audio": ("src",), "track": ("src",), "iframe": ("src", "srcdoc"), "embed": ("src",), "object": ("data",),
    "form": ("action",), "input": ("src",), "use": ("href",), "image": ("href",),
}  # fmt: skip
_LOADING_LINKS = {
    "stylesheet",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "icon",
    "manifest",
}
_ELSEWHERE = re.compile(r"(?:^|,)\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_PAGES_A_TASK = 50


_CHECKS = (foreign_block.check, foreign_sentence.check, mixed_script_word.check)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text of a page, and its language."""

    language: str
    text: str


def check_built_pages(folder: Path, shown: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the pages below `folder`, which problems name `shown`; each fault once.

    `names` are proper names that are the same in both languages. Raises nothing for odd HTML: a browser reads it too.
    """
    pages = sorted(folder.rglob("*.html"))
    reported: set[tuple[str, str]] = set()
    known: set[_Words] = set()
    for file, words, faults in _read_all(pages):
        path = f"{shown}/{file.relative_to(folder).as_posix()}"
        for rule, found in faults:
            if (rule, found) not in reported:
                reported.add((rule, found))
                yield Problem(path, *_place(file, found), rule, {"found": f"<{found.split()[0]}>"})
        for text in words:
            if text not in known:
                known.add(text)
                yield from _judged(text, path, file, names)


def _read_all(pages: list[Path]) -> Iterator[tuple[Path, list[_Words], list[tuple[str, str]]]]:
    groups = [pages[start : start + _PAGES_A_TASK] for start in range(0, len(pages), _PAGES_A_TASK)]
    return chain.from_iterable(spread(lambda group: list(map(_read, group)), groups))


def _read(file: Path) -> tuple[Path, list[_Words], list[tuple[str, str]]]:
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    return file, list(_words_of(tree)), list(_faults(tree))


class PageJudge:
    """Judges pages one by one before they are written; what it has once found good it does not judge again."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are proper names that are the same in both languages."""
        self._names = tuple(names)
        self._good: set[_Words] = set()

    def is_good(self, html: str) -> bool:
        """Return whether `check_built_pages` would find nothing wrong with the page."""
        tree = LexborHTMLParser(html)
        if next(_faults(tree), None):
            return False
        new = _words_of(tree).keys() - self._good
        if any(True for words in new for _ in _judged_words(words, "", self._names)):
            return False
        self._good |= new
        return True


def _words_of(tree: LexborHTMLParser) -> dict[_Words, None]:
    words: dict[_Words, None] = {}
    if tree.root is not None:
        _collect(tree.root, tree.root.attributes.get("lang") or "", words)
    return words


def _collect(node: LexborNode, language: str, words: dict[_Words, None]) -> str:
    """Add the texts below `node` to `words`; return the text that belongs to the line around it."""
    line: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            line.append(child.text_content or "")
            continue
        if tag in _NOT_READ:
            continue
        attributes = child.attributes
        if "prose" in (attributes.get("class") or "").split():
            continue
        if tag == "meta" and attributes.get("name") in _META_OF_BROWSERS:
            continue
        own = attributes.get("lang") or language
        for name in _SPOKEN_ATTRIBUTES:
            if value := attributes.get(name):
                _add(value, own, words)
        inner = _collect(child, own, words)
        if tag in _INLINE and own == language:
            line.append(inner)
        else:
            _add(inner, own, words)
            line.append(" ")
    return "".join(line)


def _add(text: str, language: str, words: dict[_Words, None]) -> None:
    text = " ".join(text.split())
    if any(map(str.isalpha, text)):
        words[_Words(language, text)] = None


def _faults(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for tag, attributes in _LOADED.items():
        for node in tree.css(tag):
            for name in attributes:
                if _ELSEWHERE.search(node.attributes.get(name) or ""):
                    yield "third-party-embed", f"{tag} {node.attributes[name]}"
    for node in tree.css("link[rel][href]"):
        kinds = set((node.attributes["rel"] or "").split())
        if kinds & _LOADING_LINKS and _ELSEWHERE.search(node.attributes["href"] or ""):
            yield "third-party-embed", f"link {node.attributes['href']}"
    for _ in tree.css("input[type=password], form[method=post]"):
        yield "login-form", "form"


def _judged(words: _Words, path: str, file: Path, names: Iterable[str]) -> Iterator[Problem]:
    if any(True for _ in _judged_words(words, path, names)):  # only now is the page read again for the place
        yield from _judged_words(words, path, names, _place(file, words.text))


def _judged_words(words: _Words, path: str, names: Iterable[str], place: tuple[int, int] = (1, 1)) -> Iterator[Problem]:
    if words.language not in LANGUAGES:
        return
    text = words.text
    for name in names:
        text = text.replace(name, " " * len(name))
    passage = Passage(path, words.language, Kind.PARAGRAPH, text, *place)
    for check in _CHECKS:
        yield from check(passage)


def _place(file: Path, found: str) -> tuple[int, int]:
    """Return line and column of a text in the HTML; of its beginning where it is not written in one piece."""
    html = file.read_text(encoding="utf-8")
    return place_in(html, max(html.find(found), 0))
