"""Pictures of the bundles: inspected, made in the sizes the layout needs, named by content, published once."""

from plugins.media.cleaning import clean_pictures
from plugins.media.manifest import MediaFile, MediaImage, MediaManifest, read_media
from plugins.media.opening import HIDDEN_PHRASES
from plugins.media.pictures import PictureUse
from plugins.media.sizes import SLOTS, PictureSize

__all__ = [
    "HIDDEN_PHRASES", "SLOTS", "MediaFile", "MediaImage", "MediaManifest", "PictureSize", "PictureUse", "clean_pictures",
    "read_media",
]  # fmt: skip
