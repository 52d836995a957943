"""A tiny finished release: every kind of file once, of which a version changes all names and contents."""

import hashlib
import os
from pathlib import Path

from plugins.delivery.tree import Finishing, finish_tree

STYLE = "<style>body { color: navy }</style>"


def write_release(folder: Path, version: str, address: str, cache: Path, previous: Path | None = None) -> Path:
    """Write the release `version` of a site at `address` into `folder`, finish it, and return the folder."""
    script = _named(folder, "theme/js/site.js", f"export const version = {version!r};\n" + "// long enough\n" * 40)
    film = _named(folder, "media/film.mp4", f"{version} " * 200)
    picture = _named(folder, "social/kk/home.png", f"picture {version}")
    index = _named(folder, "search/kk/index.json", f'["{version}"]')
    for name in ("", "kk/", "ru/", "kk/news/", "ru/news/"):
        body = (
            f'<html lang="kk"><head>{STYLE}<link rel="canonical" href="{address}/{name}">'
            f'<script type="module" src="{script}"></script></head><body id="top"><p>{version} {name}</p>'
            f'<a href="/kk/#top">kk</a> <a href="/ru/news/">ru</a> <img src="{picture}" srcset="{picture} 1x, {picture} 2x">'
            f'<video src="{film}"></video><i data-index="{index}"></i>{"<p>text</p>" * 60}</body></html>'
        )
        _write(folder / name / "index.html", body)
    for name in ("", "kk/", "ru/"):
        _write(folder / name / "404.html", f"<html>{STYLE}<p>{name} {version} not found</p>{'<p>text</p>' * 60}</html>")
    pages = "".join(f"<url><loc>{address}/{name}</loc></url>" for name in ("", "kk/", "ru/", "kk/news/", "ru/news/"))
    _write(
        folder / "sitemap.xml",
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>',
    )
    _write(folder / "robots.txt", "User-agent: *\nAllow: /\n")
    finish_tree(folder, Finishing(folder.parent, cache, previous or folder / "none", "output", address), {"pages": 8})
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, links followed."""
    return {
        f"{at.removeprefix(str(folder)).lstrip('/')}/{name}".lstrip("/"): (Path(at) / name).read_bytes()
        for at, _, names in os.walk(folder, followlinks=True)
        for name in names
    }


def _named(folder: Path, path: str, content: str) -> str:
    stem, _, ending = path.rpartition(".")
    name = f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.{ending}"
    _write(folder / name, content)
    return f"/{name}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
