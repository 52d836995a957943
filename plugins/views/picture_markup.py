"""The HTML of a picture, the same for pictures of the front matter and of the text."""

from collections.abc import Iterable

from markupsafe import Markup

from plugins.media import SLOTS, MediaFile, MediaImage


def picture_markup(media: MediaFile, alt: str, slot: str, class_name: str = "", eager: bool = False) -> Markup:
    """Return a picture that a template shows; `slot` is one of `plugins/media/sizes.py`."""
    return picture_with(media, Markup('alt="{}"').format(alt), slot, class_name, eager)


def picture_with(media: MediaFile, attributes: Markup, slot: str, class_name: str, eager: bool) -> Markup:
    """Return the picture in the widths of its slot, with its shape, and its mean colour until it has come.

    An `eager` picture is among the first things seen; every other one waits until it is nearly in sight. The colour
    is an attribute of a drawing, because a strict content security policy forbids a `style` attribute.
    """
    loading = Markup('fetchpriority="high"') if eager else Markup('loading="lazy"')
    shape = Markup('{} width="{}" height="{}" {}').format(attributes, *media.size, loading)
    if media.is_drawing:
        names = Markup(' class="{}"').format(class_name) if class_name else ""
        return Markup('<img{} src="{}" {}>').format(names, media.url, shape)
    sizes = SLOTS[slot].sizes
    avif = Markup('<source type="image/avif" srcset="{}" sizes="{}">').format(_srcset(media.avif), sizes)
    return Markup(
        '<span class="{}"><svg aria-hidden="true"><rect width="100%" height="100%" fill="{}"/></svg>'
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" {}></picture></span>'
    ).format(
        f"picture {class_name}".strip(), media.colour, avif if media.avif else "",
        media.fallback[0].url, _srcset(media.fallback), sizes, shape,
    )  # fmt: skip


def _srcset(images: Iterable[MediaImage]) -> str:
    return ", ".join(f"{image.url} {image.width}w" for image in images)
