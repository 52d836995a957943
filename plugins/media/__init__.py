"""Pictures of the bundles: inspected, made in the sizes the layout needs, named by content, published once."""

from plugins.media.manifest import MediaFile, MediaImage, MediaManifest, inspect_media, read_media
from plugins.media.sizes import SLOTS, PictureSize, PictureUse

__all__ = [
    "SLOTS",
    "MediaFile",
    "MediaImage",
    "MediaManifest",
    "PictureSize",
    "PictureUse",
    "inspect_media",
    "read_media",
]
