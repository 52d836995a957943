"""Addresses of other sites that no page may lead to, recognised by host and path (pure).

A film belongs on the page itself; a redirect hides where it leads; a messenger and a cloud drive are places nobody of this
site answers for. `refusal` names the rule an address breaks and the values of its message.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from plugins.diagnostics import Phrase

VIDEO, REDIRECT, MESSENGER, CLOUD = "third-party-video", "redirected-link", "messenger-link", "cloud-drive-link"


def _hosts(*names: str) -> re.Pattern[str]:
    """Return a pattern that is found in `host/path` of these hosts, of those below them, and of their pages."""
    return re.compile(rf"^(?:[\w-]+\.)*(?:{'|'.join(names)})")


_VIDEO_SITES = _hosts(
    r"youtube\.com/", r"youtube-nocookie\.com/", r"youtube\.googleapis\.com/", r"youtu\.be/", r"yt\.be/", r"vimeo\.com/",
    r"rutube\.ru/", r"dailymotion\.com/", r"dai\.ly/", r"tiktok\.com/", r"twitch\.tv/", r"vkvideo\.ru/", r"vk\.video/",
    r"kinescope\.io/", r"streamable\.com/", r"wistia\.com/", r"coub\.com/", r"rumble\.com/", r"odysee\.com/",
    r"bilibili\.com/", r"likee\.video/", r"aitube\.kz/", r"kaztube\.kz/", r"plvideo\.ru/", r"fb\.watch/",
    r"loom\.com/share/", r"smotrim\.ru/video", r"(?:my\.)?mail\.ru/(?:[^/]+/){0,2}video",
    r"(?:vk\.(?:com|ru)|ok\.ru|dzen\.ru|zen\.yandex\.\w+|yandex\.\w+|facebook\.com|instagram\.com)"
    r"/(?:video|watch|reel|clip|live|shorts|tv/|share/[vr]/)",
    r"facebook\.com/[^/]+/videos/",
)  # fmt: skip
_VIDEO_FILE = re.compile(r"\.(?:mp4|m4v|mov|mkv|webm|m3u8|avi)/?$")
_REDIRECTS = _hosts(
    r"google\.[\w.]{2,6}/(?:url|amp/s/|imgres)", r"(?:vk\.com|vk\.ru|m\.vk\.com)/away", r"lm?\.facebook\.com/", r"facebook\.com/l\.php",
    r"l\.instagram\.com/", r"l\.threads\.\w+/", r"l\.messenger\.com/", r"t\.me/iv", r"ok\.ru/dk", r"yandex\.\w+/(?:clck|redir|turbo)",
    r"clck\.yandex\.\w+/", r"(?:r|click|go)\.mail\.ru/", r"youtube\.com/redirect", r"bing\.com/ck", r"duckduckgo\.com/l/",
    r"linkedin\.com/redir", r"lnkd\.in/", r"steamcommunity\.com/linkfilter", r"translate\.google\.\w+/",
    r"[\w-]+\.translate\.goog/", r"bit\.ly/", r"clck\.ru/", r"tinyurl\.com/", r"is\.gd/", r"vk\.cc/", r"t\.co/", r"cutt\.ly/",
    r"ow\.ly/", r"u\.to/", r"qps\.ru/", r"goo\.su/", r"rb\.gy/", r"surl\.li/", r"shorturl\.at/", r"goo\.gl/(?!maps)", r"clc\.to/",
    r"tiny\.cc/", r"rebrand\.ly/", r"linktr\.ee/", r"taplink\.cc/",
)  # fmt: skip
_MESSENGERS = _hosts(
    r"t\.me/", r"telegram\.(?:me|dog)/", r"telesco\.pe/", r"wa\.me/", r"whatsapp\.com/", r"wa\.link/", r"viber\.com/", r"vb\.me/",
    r"m\.me/", r"messenger\.com/", r"vk\.me/", r"discord\.gg/", r"discord\.com/invite", r"signal\.(?:me|group)/", r"line\.me/",
    r"join\.skype\.com/", r"max\.ru/", r"instagram\.com/direct", r"ig\.me/",
)  # fmt: skip
_CLOUDS = _hosts(
    r"(?:drive|docs|photos|sites)\.google\.com/", r"photos\.app\.goo\.gl/", r"forms\.(?:gle|yandex\.\w+)/", r"disk\.yandex\.\w+/",
    r"disk\.360\.yandex\.\w+/", r"docs\.yandex\.\w+/", r"yadi\.sk/", r"cloud\.mail\.ru/", r"dropbox\.com/", r"db\.tt/",
    r"dropboxusercontent\.com/", r"onedrive\.live\.com/", r"1drv\.ms/", r"[\w-]+\.sharepoint\.com/", r"icloud\.com/", r"mega\.(?:nz|io)/",
    r"wetransfer\.com/", r"we\.tl/", r"mediafire\.com/", r"fex\.net/", r"files\.fm/", r"box\.com/", r"pcloud\.(?:com|link)/",
    r"terabox\.com/", r"disk\.sberbank\.\w+/", r"dropmefiles\.com/",
)  # fmt: skip
_MAPS = re.compile(r"maps\.app\.goo\.gl/|goo\.gl/maps")
_PLACES = ((None, _MAPS), (CLOUD, _CLOUDS), (REDIRECT, _REDIRECTS), (VIDEO, _VIDEO_SITES), (MESSENGER, _MESSENGERS))
"""The first that matches counts."""
_APPLICATION = re.compile(r"(?:tg|telegram|whatsapp|viber|skype|intent):(?://)?\w", re.IGNORECASE)
_WORTH_A_LOOK = re.compile(r"[A-Za-z0-9][.:][A-Za-z/]")
_ADDRESS = re.compile(
    r"(?<![\w@.+/:-])(?:(?:https?:)?//|(?:tg|telegram|whatsapp|viber|skype|intent)://)?"
    r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.?(?::\d+)?(?:[/?#][^\s<>()\[\]{}\"'`«»“”|\\]*)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:https?:)?//|www\.|[a-z]+://|[^/?#]+\.[a-z]{2,}\.?(?::\d+)?[/?#]", re.IGNORECASE)
"""What makes words an address: a scheme, `www.`, or a path; a host alone is the name of a site."""
_SIGN = re.compile(r"\.[A-Za-zſ\u212a]|//|w[Ww]{2}\.|W[Ww]{2}\.")
"""What every address has that `_NAMED` knows, and most lines have not. Case apart, ſ is an s, and the sign of the kelvin a k."""
_WEB = re.compile(r"(?:https?:)?//+", re.IGNORECASE)
_HOST_ALONE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]|$)", re.IGNORECASE)
_TARGETS = ("q", "url", "u", "to", "uddg", "target", "link", "st.link", "href", "r")
_PRETTY_END = ".,;:!?…"


class Written(NamedTuple):
    """An address in a text, and where it begins."""

    offset: int
    address: str


class Refusal(NamedTuple):
    """Why an address may not be on a page: the rule, and the values of its message."""

    rule: str
    values: Mapping[str, str]


@lru_cache(maxsize=256)
def addresses_in(text: str) -> tuple[Written, ...]:
    """Return the addresses written in a text, with a scheme or without, in their order."""
    return tuple(_addresses(text)) if _WORTH_A_LOOK.search(text) else ()


@lru_cache(maxsize=4096)
def refusal(address: str) -> Refusal | None:
    """Return what is wrong with an address of another site; None where nothing is, or it leads to no other site."""
    rule = _rule_of(address)
    better = _destination(address) if rule == REDIRECT else ""
    if better and (further := refusal(better)):
        return further
    match rule:
        case None:
            return None
        case "third-party-video":
            return Refusal(rule, {})
        case "redirected-link":
            return Refusal(
                rule, {"link": shortened(address), "better": f"`{better}`" if better else Phrase("direct-address")}
            )
        case _:
            return Refusal(rule, {"link": shortened(address)})


def _rule_of(address: str) -> str | None:
    if _APPLICATION.match(address):
        return MESSENGER
    split = host_and_path(address)
    place = "".join(split) if split else ""
    if _VIDEO_FILE.search(place):
        return VIDEO
    return next((rule for rule, places in _PLACES if places.match(place)), None)


def host_and_path(address: str) -> tuple[str, str] | None:
    """Return host and path of an address of the web in small letters, also where its scheme is left out."""
    if not _WEB.match(address) and not _HOST_ALONE.match(address):
        return None
    try:
        parts = urlsplit("//" + _WEB.sub("", address, count=1))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return None
    return host.removeprefix("www."), (parts.path or "/").casefold()


def shortened(address: str) -> str:
    """Return an address as a message shows it."""
    return address if len(address) <= 60 else address[:59] + "…"


def _addresses(text: str) -> Iterator[Written]:
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue
        start, end = text.rfind("\n", 0, sign.start()) + 1, text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        for match in _ADDRESS.finditer(text, start, end):
            found = match.group().rstrip(_PRETTY_END)
            if _NAMED.match(found):
                yield Written(match.start(), found)


def _destination(address: str) -> str:
    """Return the address a redirect names in its query; nothing where it names none."""
    query = dict(parse_qsl(urlsplit(address).query))
    found = next((query[name] for name in _TARGETS if name in query), "")
    found = unquote(found)
    return found if re.match(r"https?://[^\s`]+$", found) else ""
