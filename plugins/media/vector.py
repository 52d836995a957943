"""Measures SVG files, and refuses those that do more than draw.

A drawing inside a page cannot act, but its own address can be opened like a page. So only elements that draw are taken,
and nothing that leads out of the file.
"""

import re
from xml.etree import ElementTree
from xml.parsers import expat

from plugins.media.drawing_bounds import MOST_DEPTH, MOST_ELEMENTS, check_bounds
from plugins.media.drawing_vocabulary import DRAWN
from plugins.media.faults import PictureFaultError
from plugins.media.sizes import PictureSize

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF, _XML = "http://www.w3.org/1999/xlink href", "http://www.w3.org/XML/1998/namespace"
_LEADS_OUT = re.compile(
    r"url\((?!\s*['\"]?\s*#)|image-set\(|src\(|@import|javascript:|data:|https?:|//|expression\(|\\", re.IGNORECASE
)

_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "utf-16"}


def measure_drawing(raw: bytes) -> PictureSize:
    """Return the size of an SVG, which is that of its viewBox.

    Raises PictureFaultError: `damaged-picture`, `unsafe-svg`, or `picture-metadata` for what a drawing program left.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.element
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = reader.comment
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    parser.XmlDeclHandler = reader.declaration
    try:
        parser.Parse(raw, True)
        _, _, width, height = map(float, reader.view_box.replace(",", " ").split())
        size = PictureSize(round(width), round(height))
    except (expat.ExpatError, LookupError, OverflowError, ValueError) as error:
        raise PictureFaultError("damaged-picture") from error
    if min(size) <= 0:
        raise PictureFaultError("damaged-picture")
    check_bounds(ElementTree.fromstring(raw))
    return size


class _Reader:
    def __init__(self) -> None:
        self.view_box = ""
        self._count = 0
        self._open: list[str] = []
        self._style: list[str] = []
        """The words of the style that is open; entities bring them in parts."""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open:
            if (space, local) != (_SVG, "svg"):  # without its namespace a browser shows nothing
                raise ValueError("no drawing")
            self.view_box = attributes.get("viewBox", "")
        if "style" in self._open:  # a browser reads past it, and joins the words around it
            raise PictureFaultError("unsafe-svg", found=f"<style><{local}>")
        self._open.append(local)
        self._count += 1
        if len(self._open) > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise PictureFaultError(
                "unsafe-svg", found=f"<{local}> × {MOST_DEPTH if self._count <= MOST_ELEMENTS else MOST_ELEMENTS}+"
            )
        if space not in ("", _SVG) or local == "metadata":
            raise PictureFaultError("picture-metadata", found=f"<{local}>")
        if local not in DRAWN and not local.startswith("fe"):
            raise PictureFaultError("unsafe-svg", found=f"<{local}>")
        for key, value in attributes.items():
            _check_attribute(key, value)

    def text(self, words: str) -> None:
        if "style" in self._open:
            self._style.append(words)

    def end(self, _: str) -> None:
        if self._open.pop() == "style":
            if match := _leads_out("".join(self._style)):
                raise PictureFaultError("unsafe-svg", found=match.group(0))
            self._style.clear()

    def comment(self, _: str) -> None:
        raise PictureFaultError("picture-metadata", found="<!-- … -->")

    def doctype(self, *_: object) -> None:
        raise PictureFaultError("unsafe-svg", found="<!DOCTYPE>")

    def declaration(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:  # others are read in more than one way
            raise ValueError(encoding)

    def instruction(self, target: str, _: str) -> None:
        raise PictureFaultError("unsafe-svg", found=f"<?{target}?>")


def _check_attribute(key: str, value: str) -> None:
    space, _, name = key.rpartition(" ")
    if name.lower().startswith("on"):
        raise PictureFaultError("unsafe-svg", found=f"{name}=")
    if (space, name) == (_XML, "base"):
        raise PictureFaultError("unsafe-svg", found="xml:base=")
    if name == "href" and not value.startswith("#"):
        raise PictureFaultError("unsafe-svg", found=f"href={value[:40]}")
    if space not in ("", _XML) and key != _XLINK_HREF:
        raise PictureFaultError("picture-metadata", found=f"{name}=")
    if not name.startswith("aria-") and (match := _leads_out(value)):
        raise PictureFaultError("unsafe-svg", found=match.group(0))


def _leads_out(value: str) -> re.Match[str] | None:
    return _LEADS_OUT.search(re.sub(r"\s+", " ", value))  # a run of blanks would be searched once for each of them
