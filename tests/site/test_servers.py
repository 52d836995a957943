"""Real nginx and real Caddy, each by the configuration of the product: headers, compression, pages that are not there."""

import gzip
from pathlib import Path

import brotli
import httpx
import pytest

from plugins.delivery.headers import response_headers
from plugins.delivery.headers_file import headers_file
from tests.served import Served

YEAR = "public, max-age=31536000, immutable"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self'; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
EVERYWHERE = {
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
}


def ask(served: Served, path: str, **headers: str) -> httpx.Response:
    named = {"accept-encoding": "identity"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.get(served.address + path, headers=named)


def one(tree: Path, pattern: str) -> str:
    return "/" + sorted(tree.glob(pattern))[0].relative_to(tree).as_posix()


def has_the_headers(answer: httpx.Response, served: Served, *, kept: str, shared: bool = False) -> None:
    assert answer.headers["content-security-policy"] == POLICY.format(styles=served.styles)
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "camera=()" in answer.headers["permissions-policy"]
    assert answer.headers["cross-origin-resource-policy"] == ("cross-origin" if shared else "same-origin")
    assert answer.headers["cache-control"] == kept


ANSWERS: dict[str, tuple[str, dict[str, str], int, str, str]] = {
    "a page": ("/kk/", {}, 200, "text/html; charset=utf-8", "no-cache"),
    "a script": ("theme/js/site.*.js", {}, 200, "text/javascript; charset=utf-8", YEAR),
    "a font": ("theme/fonts/*.woff2", {}, 200, "font/woff2", YEAR),
    "a drawing": ("theme/illustrations/mark.*.svg", {}, 200, "image/svg+xml", YEAR),
    "a picture": ("media/**/*.avif", {}, 200, "image/avif", YEAR),
    "a picture for other sites": ("social/kk/*.png", {}, 200, "image/png", YEAR),
    "a part of a film": ("media/**/*.mp4", {"range": "bytes=0-99"}, 206, "video/mp4", YEAR),
    "captions": ("media/**/*.vtt", {}, 200, "text/vtt; charset=utf-8", YEAR),
    "a part of the search index": ("search/ru/index.*.json", {}, 200, "application/json", YEAR),
    "a feed": ("/ru/feeds/news.atom.xml", {}, 200, "application/xml", "no-cache"),
    "the manifest": ("/kk/site.webmanifest", {}, 200, "application/manifest+json", "no-cache"),
    "the service worker": ("/sw.js", {}, 200, "text/javascript; charset=utf-8", "no-cache"),
    "the record of the build": ("/.well-known/build.json", {}, 200, "application/json", "no-cache"),
    "a page that is not there": ("/ru/nothing/", {}, 404, "text/html; charset=utf-8", "no-cache"),
    "a file that is not there": ("/theme/js/site.00000000.js", {}, 404, "text/html; charset=utf-8", "no-cache"),
    "a folder without a page": ("/theme/js/", {}, 404, "text/html; charset=utf-8", "no-cache"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "asked", "status", "kind", "kept"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_has_every_header(
    served: Served, path: str, asked: dict[str, str], status: int, kind: str, kept: str
) -> None:
    path = path if path.startswith("/") else one(served.tree, path)
    answer = ask(served, path, **asked)
    assert (answer.status_code, answer.headers["content-type"]) == (status, kind)
    has_the_headers(answer, served, kept=kept, shared=path.startswith("/social/"))


def test_what_has_not_changed_is_not_sent_again_and_keeps_its_headers(served: Served) -> None:
    first = ask(served, "/kk/")
    again = ask(served, "/kk/", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    has_the_headers(again, served, kept="no-cache")


def test_an_address_without_its_slash_is_led_there_once_with_all_headers(served: Served) -> None:
    answer = ask(served, "/kk/faq")
    assert answer.status_code in (301, 308)
    assert answer.headers["location"] == "/kk/faq/"
    has_the_headers(answer, served, kept="no-cache")


@pytest.mark.parametrize("path", ["/kk/", "/kk/nothing/", "/sw.js", "/sitemap.xml", "/ru/feeds/news.atom.xml"])
def test_the_compressed_copy_is_sent_as_it_stands(served: Served, path: str) -> None:
    plain = ask(served, path)
    with httpx.stream("GET", served.address + path, headers={"accept-encoding": "gzip, br"}) as answer:
        packed = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(packed) == plain.content
    with httpx.stream("GET", served.address + path, headers={"accept-encoding": "gzip"}) as answer:
        assert gzip.decompress(b"".join(answer.iter_raw())) == plain.content
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers.get_list("vary") == ["Accept-Encoding"]
    assert "content-encoding" not in plain.headers
    assert plain.headers.get_list("vary") == ["Accept-Encoding"]


@pytest.mark.parametrize(
    ("path", "language"), [("/kk/nothing/", "kk"), ("/ru/a/b", "ru"), ("/nothing", "mul"), ("/kkk/", "mul")]
)
def test_a_page_that_is_not_there_is_reported_in_the_language_of_its_address(
    served: Served, path: str, language: str
) -> None:
    folder = served.tree if language == "mul" else served.tree / language
    assert ask(served, path).content == (folder / "404.html").read_bytes()


def test_headers_for_other_hosts_say_the_same(served: Served) -> None:
    """`_headers` by the rules of its readers: all rules that match, in order; `!` takes a header away."""
    text = (served.tree / "_headers").read_text(encoding="utf-8")
    assert text == headers_file(served.styles)
    rules: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line.removesuffix("*"), []))
        else:
            rules[-1][1].append(line.strip())
    for path in ("/kk/", one(served.tree, "theme/js/site.*.js"), one(served.tree, "social/kk/*.png")):
        said: dict[str, str] = {}
        for line in (line for prefix, lines in rules if path.startswith(prefix) for line in lines):
            name, _, value = line.removeprefix("! ").partition(": ")
            said = {key: old for key, old in said.items() if key != name} | ({name: value} if value else {})
        answer = ask(served, path)
        assert said == {header.name: answer.headers[header.name] for header in response_headers("")}
