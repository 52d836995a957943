"""The page on which an editor confirms what is hidden, as files by their names beside its address, and its answer."""

import io
import json
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from string import Template

from PIL import Image

from plugins.documents.words import Box
from plugins.words.store import words

_LANGUAGES = ("kk", "ru")
_KINDS = {"page.js": "text/javascript", "page.css": "text/css"}


def page_parts(image: Image.Image, boxes: Sequence[Box]) -> Mapping[str, tuple[bytes, str]]:
    """Return content and media type of every part of the page; the page itself has the empty name."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=90)
    here = files(__package__)
    parts = {name: (here.joinpath(name).read_bytes(), kind) for name, kind in _KINDS.items()}
    parts[""] = (_page(here.joinpath("page.html").read_text(encoding="utf-8")), "text/html")
    parts["words.json"] = (json.dumps(_words_of_script(), ensure_ascii=False).encode(), "application/json")
    parts["photo.jpg"] = (file.getvalue(), "image/jpeg")
    parts["boxes.json"] = (json.dumps(boxes).encode(), "application/json")
    return parts


def boxes_left(answer: bytes, size: tuple[int, int]) -> list[Box] | None:
    """Return the boxes that the page sends, cut to a photo of `size` pixels; None for an answer that is none."""
    try:
        boxes = [Box(*map(int, box)) for box in json.loads(answer)]
    except (TypeError, ValueError, OverflowError, RecursionError):
        return None
    inside = [box.within(*size) for box in boxes]
    return [box for box in inside if box.width and box.height]


def _page(template: str) -> bytes:
    """Return the page in Kazakh and Russian side by side: an editor may read either."""
    both = {f"{language}_{key}": escape(text) for language in _LANGUAGES for key, text in _hide_words(language).items()}
    return Template(template).substitute(both).encode()


def _words_of_script() -> dict[str, list[str]]:
    keys = ("remove", "count", "done", "failed")
    return {key: [_hide_words(language)[f"hide_{key}"] for language in _LANGUAGES] for key in keys}


def _hide_words(language: str) -> dict[str, str]:
    return {key: text for key, text in words(language, "commands").items() if key.startswith("hide_")}
