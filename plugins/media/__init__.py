"""Pictures of the bundles: measured, named by their content, published once for both languages."""

from plugins.media.manifest import MediaFile, MediaManifest, publish_media, read_media
from plugins.media.pictures import DamagedPictureError, PictureSize, measure

__all__ = ["DamagedPictureError", "MediaFile", "MediaManifest", "PictureSize", "measure", "publish_media", "read_media"]
