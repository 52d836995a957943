"""What publishing changes: the address of the site, and what may be shown."""

from pathlib import Path

from pelicanconf import *  # noqa: F403
from plugins.model.cooperative import published_address

SITEURL = published_address(Path(__file__).parent / "content")
PUBLISHED = True
