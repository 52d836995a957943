"""The slots of the layout in which each picture of the content is shown, by section and field."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.markdown import Document
from plugins.media import PictureUse
from plugins.model.fields import Picture
from plugins.model.items import Part, SiteContent
from plugins.model.references import values_in

_SLOTS = {
    ("honor-board", "portrait"): frozenset({"portrait", "life"}),
    ("testimonials", "pictures"): frozenset({"card", "paper", "sheet"}),
    ("testimonials", "papers"): frozenset({"paper", "sheet"}),
}
"""What a template of the section does with the pictures of a field; it names the same slots."""

_IN_TEXT = frozenset({"prose"})


def picture_uses(content: SiteContent, images: Mapping[str, Iterable[str]]) -> Iterator[PictureUse]:
    """Yield every picture that facts or texts name, with the slots it is shown in.

    `images` names those of the texts of each part, by its folder.
    """
    for item in content.all_items():
        for location, value in values_in(item.facts):
            if isinstance(value, Picture):
                slots = _SLOTS.get((item.section.folder, str(location[0])), _IN_TEXT)
                yield PictureUse(f"{item.folder}/{value.file}", slots)
    for part in content.parts():
        for target in images[part.folder]:
            yield PictureUse(f"{part.folder}/{target}", _IN_TEXT)


def images_of(part: Part, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Return the targets of the images in the texts of a part; not those of storyboards, which are drawn into videos."""
    texts = (body.source for body in part.bodies.values() if "![" in body.source)  # without it there is no image
    return tuple(image.target for text in texts for image in documents[text].images)
