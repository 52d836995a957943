"""A film plays on the site itself.

The member's review said it: a film that opens elsewhere takes the reader away, and many do not trust it. The other site
also learns who watched, and takes the film down when it likes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.yaml_source import Location

_HOSTS = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|rutube\.ru|dailymotion\.com|dai\.ly|"
    r"tiktok\.com|twitch\.tv|vkvideo\.ru|kinescope\.io|streamable\.com|wistia\.com)$"
)
_PLACES = re.compile(r"(?:^|\.)(?:vk\.com|ok\.ru|dzen\.ru|facebook\.com|instagram\.com)/(?:video|watch|reel|clip|live)")
_VIDEO_FILE = re.compile(r"\.(?:mp4|m4v|mov|mkv|webm|m3u8|avi)$", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link in a text, and every address in a YAML file, that leads to a film elsewhere."""
    for markdown in site.all_markdown():
        for link in markdown.document.links:
            if leads_to_video(link.target):
                yield markdown.problem("third-party-video", link.target_span.start)
    for source in site.content.sources.values():
        for location, value in _texts(source.data):
            if leads_to_video(value):
                yield source.problem_at_value("third-party-video", location)


def leads_to_video(address: str) -> bool:
    """Return whether an address of another site is that of a film."""
    if not _WEB.match(address):
        return False
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    return bool(_HOSTS.search(host) or _PLACES.search(host + parts.path) or _VIDEO_FILE.search(parts.path))


def _texts(value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*location, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*location, index))
