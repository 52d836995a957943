"""The one table of response headers: server configurations and `_headers` are written from it.

Sources: OWASP Secure Headers Project; Content Security Policy Level 3 (hashes of inline styles); RFC 9111 (caching).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.model.items import LANGUAGES

NAMED_BY_CONTENT = ("theme", "media", "social", "search")
"""Folders at the root whose files get another name when their content changes."""

SHARED_PICTURES = "social"
"""The folder of the pictures that other sites show when a page is shared."""

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATED = "no-cache"
"""A copy is kept and used only after the server has said that it is still the newest."""

CONTENT_TYPES: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "webp": "image/webp",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "mp4": "video/mp4",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
}
"""Media type by the ending of a file name: servers know some of them differently, or not at all."""

COMPRESSIBLE = ("html", "css", "js", "json", "webmanifest", "xml", "txt", "vtt", "svg")
"""Endings of files that are stored compressed too; pictures, films and fonts are compressed already."""

_NOTHING_OF_THE_DEVICE = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "usb",
    "xr-spatial-tracking", "browsing-topics",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """A header that every answer has, with the value of every path, or of all paths but those in some folders."""

    name: str
    value: str
    in_folders: Mapping[str, str] | None = None
    """The value below a folder at the root, where it is another one."""

    def value_at(self, path: str) -> str:
        """Return the value for a path such as `/theme/js/site.12345678.js`."""
        folder = path.split("/")[1] if path.count("/") > 1 else ""
        return (self.in_folders or {}).get(folder, self.value)


def response_headers(styles: str, *, preview: bool = False) -> tuple[Header, ...]:
    """Return the table; `styles` is what the policy allows as inline styles (see `policy`).

    A preview adds a header that keeps it out of search engines.
    """
    table = (
        Header("Content-Security-Policy", policy(styles)),
        Header("Strict-Transport-Security", "max-age=63072000"),
        Header("X-Content-Type-Options", "nosniff"),
        Header("Referrer-Policy", "strict-origin-when-cross-origin"),
        Header("Permissions-Policy", ", ".join(f"{name}=()" for name in _NOTHING_OF_THE_DEVICE)),
        Header("Cross-Origin-Opener-Policy", "same-origin"),
        Header("Cross-Origin-Resource-Policy", "same-origin", {SHARED_PICTURES: "cross-origin"}),
        Header("Cache-Control", REVALIDATED, dict.fromkeys(NAMED_BY_CONTENT, IMMUTABLE)),
    )
    return (*table, Header("X-Robots-Tag", "noindex, nofollow")) if preview else table


def policy(styles: str) -> str:
    """Return the Content-Security-Policy; `styles` is a list of hashes, or the variable of a server that holds it."""
    directives = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": styles or "'none'",
        "img-src": "'self'",
        "media-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hash_sources(hashes: Iterable[str]) -> str:
    """Return hashes such as `sha256-…` as a list of sources of a policy, in order."""
    return " ".join(f"'{value}'" for value in sorted(set(hashes)))


def not_found_pages() -> Mapping[str, str]:
    """Return the page of each folder of a language for addresses that are not there."""
    return {language: f"/{language}/404.html" for language in LANGUAGES}
