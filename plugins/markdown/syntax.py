"""The inline markup of our Markdown: links that remember where they are, marked language spans, HTML shown as text.

Brackets are paired once for each text, so that a line of a hundred thousand `[` costs no more than reading it.
"""

import re
from collections import deque
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    AutolinkInlineProcessor,
    AutomailInlineProcessor,
    BacktickInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import AtomicString

from plugins.markdown.tracing import Trace

_ATTRIBUTES = r"\{\:?[ ]*([^\}\n ][^\n]*)\}"

HTML_TAG = "raw-html"
"""Name of the element that stands for tags an editor wrote; it is unwrapped once their places are known."""

_BEFORE = 80
"""Characters before a piece that are kept with it, to find its place by."""
_LONGEST_ADDRESS = 2000
"""Characters of an address with its title."""
_MOST_NESTED = 32
_TEXTS_PAIRED = 6
"""A link's words are worked on between two links of the text around it; more deeply nested ones are rare."""
_BRACKET = re.compile(r"[\[\]]")
_PARENTHESIS = re.compile(r"[()]")
_LANGUAGE = re.compile(r"\{([^{}\n]{1,20})\}")
_LANGUAGE_VALUE = re.compile(r"lang=([a-z]{2,3})")
TAG = re.compile(r"<(/?)([a-zA-Z!?][\w-]*)(?:[^<>]*>)?")
_ONE_TAG = r"<[/]?[a-zA-Z!?][\w-]*(?:[^<>]*>)?"
_TAGS = rf"{_ONE_TAG}(?:[ ]?{_ONE_TAG}){{0,500}}"
"""Tags side by side are one element of the tree: the library copies the paragraph once for each."""

Found = tuple[Any, int | None, int | None]


class References(dict[str, tuple[str, str]]):
    """Definitions of references by their label, which is marked differently at each place."""

    trace = Trace("")

    def __getitem__(self, label: str) -> tuple[str, str]:
        return super().__getitem__(self._plain(label))

    def __setitem__(self, label: str, definition: tuple[str, str]) -> None:
        super().__setitem__(self._plain(label), definition)

    def __contains__(self, label: object) -> bool:
        return super().__contains__(self._plain(str(label)))

    def _plain(self, label: str) -> str:
        return " ".join(self.trace.plain(label).lower().split())


class Written:
    """What the processors of one text found: the Markdown of each element, and the text before it."""

    def __init__(self) -> None:
        self.trace = Trace("")
        self.pieces: dict[Element, tuple[str, str]] = {}
        self.removed: dict[Element, list[tuple[str, str]]] = {}
        self._data, self._from = "", 0
        self._paired: deque[tuple[str, dict[int, int]]] = deque(maxlen=_TEXTS_PAIRED)
        self._pairs: dict[int, int] = {}
        """Distance from the end of the text of each bracket that opens, and of the one that closes it."""

    def begin(self, trace: Trace) -> None:
        """Forget the last text."""
        self.trace = trace
        self.pieces, self.removed = {}, {}
        self._data, self._from, self._pairs = "", 0, {}
        self._paired.clear()

    def remember(self, found: Found, data: str) -> Found:
        """Return `found` as it is, and keep the Markdown its element was made from."""
        element, start, end = found
        if isinstance(element, Element) and start is not None:
            self.pieces[element] = (data[start:end], data[max(0, start - _BEFORE) : start])
        return found

    def end_of_brackets(self, data: str, opening: int) -> int | None:
        """Return the index of the bracket that closes the one at `opening`, or None."""
        if data is not self._data or opening < self._from:
            self._data, self._from, self._pairs = data, opening, self._pairs_of(data[opening:])
        from_end = self._pairs.get(len(data) - opening)
        return None if from_end is None else len(data) - from_end

    def _pairs_of(self, text: str) -> dict[int, int]:
        for entry in reversed(self._paired):
            if entry[0].endswith(text):  # what is behind a replaced link is paired already
                self._paired.remove(entry)
                self._paired.append(entry)
                return entry[1]
        pairs: dict[int, int] = {}
        open_ones: list[int] = []
        for bracket in _BRACKET.finditer(text):
            from_end = len(text) - bracket.start()
            if bracket[0] == "[":
                open_ones.append(from_end)
            elif open_ones:
                pairs[open_ones.pop()] = from_end
        self._paired.append((text, pairs))
        return pairs


def register(md: Markdown, written: Written) -> None:
    """Put our processors in place of those of the library, and take away those that pass HTML."""
    md.preprocessors.deregister("html_block")
    patterns = md.inlinePatterns
    for name, processor, pattern, priority in (
        ("backtick", _Code, BACKTICK_RE, 190),
        ("reference", _Reference, LINK_RE, 170),
        ("language-span", _LanguageSpan, LINK_RE, 165),
        ("link", _Link, LINK_RE, 160),
        ("image_link", _Image, IMAGE_LINK_RE, 150),
        ("image_reference", _ImageReference, IMAGE_LINK_RE, 140),
        ("short_reference", _ShortReference, LINK_RE, 130),
        ("short_image_ref", _ShortImageReference, IMAGE_LINK_RE, 125),
        ("autolink", _Autolink, AUTOLINK_RE, 120),
        ("automail", _Automail, AUTOMAIL_RE, 110),
        ("html", _Html, _TAGS, 90),
    ):
        made = processor(pattern, md)
        made.written = written
        patterns.register(made, name, priority)
    attributes = _Attributes(md)
    attributes.written = written
    md.treeprocessors.register(attributes, "attr_list", 8)


class _Remembering:
    """Mixed into a processor of the library."""

    written: Written

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802 - name of the library
        return self.written.remember(super().handleMatch(m, data), data)  # type: ignore[misc]


class _Code(_Remembering, BacktickInlineProcessor):  # type: ignore[misc]
    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern)
        self.md = md


class _Bracketed(_Remembering):
    """A link or an image: `[words]` and then where it leads."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - name of the library
        end = self.written.end_of_brackets(data, index - 1)
        return ("", index, False) if end is None else (data[index:end], end + 1, True)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - name of the library
        if not data.startswith("(", index):
            return "", None, index, False
        window = data[index : index + _LONGEST_ADDRESS]
        depth = 0
        for parenthesis in _PARENTHESIS.finditer(window):
            depth += 1 if parenthesis[0] == "(" else -1
            if depth == 0:
                break
            if depth > _MOST_NESTED:
                return "", None, index, False
        href, title, end, handled = super().getLink(window, 0)  # type: ignore[misc]
        return href, title, index + end, handled


class _Link(_Bracketed, LinkInlineProcessor): ...  # type: ignore[misc]


class _Image(_Bracketed, ImageInlineProcessor): ...  # type: ignore[misc]


class _Reference(_Bracketed, ReferenceInlineProcessor): ...  # type: ignore[misc]


class _ImageReference(_Bracketed, ImageReferenceInlineProcessor): ...  # type: ignore[misc]


class _ShortReference(_Bracketed, ShortReferenceInlineProcessor): ...  # type: ignore[misc]


class _ShortImageReference(_Bracketed, ShortImageReferenceInlineProcessor): ...  # type: ignore[misc]


class _Autolink(_Remembering, AutolinkInlineProcessor): ...  # type: ignore[misc]


class _Automail(_Remembering, AutomailInlineProcessor):
    """`<name@example.kz>`: the library writes each letter as a number, so the marks must go first."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802 - name of the library
        plain = re.compile(AUTOMAIL_RE).fullmatch(self.written.trace.plain(m[0]))
        assert plain is not None  # a mark stands for a letter, which the pattern takes as well
        element, _, _ = AutomailInlineProcessor.handleMatch(self, plain, plain[0])
        return self.written.remember((element, m.start(), m.end()), data)


class _LanguageSpan(InlineProcessor):
    """`[passage]{lang=ru}`: a passage in another language, as Pandoc writes it."""

    written: Written

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802 - name of the library
        end = self.written.end_of_brackets(data, m.end() - 1)
        given = _LANGUAGE.match(data, end + 1) if end is not None else None
        language = _LANGUAGE_VALUE.fullmatch(self.written.trace.plain(given[1])) if given else None
        if end is None or given is None or language is None or end == m.end():
            return None, None, None
        span = Element("span", {"lang": language[1]})
        span.text = data[m.end() : end]
        return self.written.remember((span, m.start(), given.end()), data)


class _Html(InlineProcessor):
    """Tags, shown as the text they are; what the library has put away is in a tag that stands alone."""

    written: Written

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802 - name of the library
        end = m.end()
        if "\x02" in m[0] and (first := TAG.match(data, m.start())):
            end = first.end()
        shown = Element(HTML_TAG)
        shown.text = AtomicString(self.unescape(data[m.start() : end]))
        return self.written.remember((shown, m.start(), end), data)


class _AtTheEnd:
    """A pattern for attributes at the end of a text; one that does not end with a brace has none."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if text.rstrip(" ").endswith("}") else None


class _Attributes(AttrListTreeprocessor):
    """`{#id}`: an id passes, every other attribute is taken away."""

    HEADER_RE = _AtTheEnd(rf"(?<! )[ ]+{_ATTRIBUTES}[ ]*$")  # type: ignore[misc, assignment]
    BLOCK_RE = _AtTheEnd(rf"\n[ ]*{_ATTRIBUTES}[ ]*$")  # type: ignore[misc, assignment]
    written: Written

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        attributes, remainder = get_attrs_and_remainder(attrs_string)
        if strict and remainder:
            return remainder
        for name, value in attributes:
            if self.written.trace.plain(name) == "id" and value:
                elem.set("id", value)
            else:
                self.written.removed.setdefault(elem, []).append((name, value or ""))
        return remainder
