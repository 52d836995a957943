"""Items and section pages as they were read, cached by the content of their folder; only changed ones are parsed again."""

import pickle
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from plugins.cache.memo import key_of
from plugins.cache.store import Records
from plugins.markdown import Document
from plugins.media.uses import images_of
from plugins.model.items import Intro, Item, Part, SiteContent
from plugins.model.sections import SECTIONS


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part, and the targets of the images in its texts."""

    part: Part
    images: tuple[str, ...]


class KeptParts:
    """The parts kept under one `context`: what reading depends on beside the folder itself."""

    def __init__(self, cache: Path, context: str, digests: Mapping[str, str]) -> None:
        self._records = Records(cache, "parts")
        self._keys = {folder: key_of(context, folder, digest) for folder, digest in digests.items()}

    def read(self, folders: Iterable[str]) -> dict[str, KeptPart]:
        """Return those of `folders` that are kept."""
        keys = {folder: self._keys[folder] for folder in folders if folder in self._keys}
        kept = self._records.get_many(keys.values())
        found: dict[str, KeptPart] = {}
        for folder, key in keys.items():
            if key in kept:
                with suppress(AttributeError, ImportError, LookupError, TypeError, ValueError, pickle.UnpicklingError):
                    found[folder] = pickle.loads(kept[key])  # noqa: S301 - our own, checked against its key
        return found

    def keep(self, parts: Iterable[Part], documents: Mapping[str, Document]) -> None:
        """Keep parts for later builds; not those with videos, whose sources are read again."""
        kept = (part for part in parts if part.folder in self._keys and not (isinstance(part, Item) and part.videos))
        self._records.put_all(
            (self._keys[part.folder], pickle.dumps(KeptPart(part, images_of(part, documents)), 5)) for part in kept
        )


def with_parts(content: SiteContent, parts: Iterable[Part]) -> SiteContent:
    """Return the content with further parts in their places: in the order in which reading gives them."""
    parts = list(parts)
    intros = {**content.intros, **{part.section.folder: part for part in parts if isinstance(part, Intro)}}
    found: dict[str, list[Item]] = {folder: list(items) for folder, items in content.items.items()}
    for part in parts:
        if isinstance(part, Item):
            found[part.section.folder].append(part)
    for section in SECTIONS:
        items = found[section.folder]
        items.sort(key=attrgetter("slug"))
        items.sort(key=lambda item, order=section.order: order(item.facts), reverse=section.newest_first)  # type: ignore[misc]
    return replace(
        content,
        intros={section.folder: intros[section.folder] for section in SECTIONS if section.folder in intros},
        items={folder: tuple(items) for folder, items in found.items()},
    )
