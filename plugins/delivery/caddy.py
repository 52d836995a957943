"""A Caddyfile (Caddy 2.8 or newer), written from the table of headers: certificates, HTTP/2 and HTTP/3 come by themselves."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.delivery.headers import (
    CONTENT_TYPES,
    NAMED_BY_CONTENT,
    REVALIDATED,
    Header,
    not_found_pages,
    response_headers,
)
from plugins.delivery.layout import ServerLayout

_LOCAL = """\
{
	admin off
	auto_https off
	servers {
		protocols h1 h2c
	}
}

"""

_LOG_WITHOUT_ADDRESSES = """\
	log {
		output file /var/log/caddy/site.log
		format filter {
			request>remote_ip delete
			request>remote_port delete
			request>client_ip delete
			request>headers delete
		}
	}
"""


def local_configuration(root: Path, port: int, styles: str) -> str:
    """Return a Caddyfile that serves `root` at 127.0.0.1 over HTTP/1.1 and HTTP/2 without TLS."""
    folder = root.resolve()
    return (
        f"{_LOCAL}{_snippet(response_headers(styles))}"
        f"http://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n\timport site {folder} {folder}\n}}\n"
    )


def site_configuration(layout: ServerLayout) -> str:
    """Return the Caddyfile of a server: the site over HTTPS, redirects to it, and the next release for the test before
    the switch. The policy reads the hashes of the styles from a file, so that no release needs a reload."""
    base = layout.base
    return (
        "# Written by `inv serve-config caddy`.\n"
        f"{_snippet(response_headers(f'{{file.{layout.styles}}}'))}"
        f"{layout.host} {{\n{_LOG_WITHOUT_ADDRESSES}\timport site {base}/current {base}/kept\n}}\n\n"
        f"www.{layout.host}, http://www.{layout.host} {{\n\tredir https://{layout.host}{{uri}} permanent\n}}\n\n"
        f"http://127.0.0.1:{layout.smoke_port} {{\n\tbind 127.0.0.1\n\timport site {base}/next {base}/next\n}}\n"
    )


def _snippet(headers: tuple[Header, ...]) -> str:
    """Return what every site imports with two folders: the release, and where to look for files of past ones."""
    return "".join(f"{line}\n" for line in ("# site: folder of the release, folder of kept files", *_site(headers), ""))


def _site(headers: tuple[Header, ...]) -> Iterator[str]:
    folders = " ".join(f"/{folder}/*" for folder in NAMED_BY_CONTENT)
    gone = ("@gone {", f"\tpath {folders}", "\tnot file", "}", "root @gone {args[1]}")
    files = ("file_server {", "\tprecompressed br gzip", "}")  # sends `Vary` by itself
    languages = " ".join(f"/{language} /{language}/*" for language in not_found_pages())
    yield "(site) {"
    yield from _indented(f"@{ending} path *.{ending}" for ending in CONTENT_TYPES)
    yield from _indented(["route {", *_indented([*_of_paths(headers), "root * {args[0]}", *gone, *files]), "}"])
    # An error begins anew, without the headers; what its path would allow to keep does not hold for it.
    errors = [*_of_every_path(headers), f"header Cache-Control {REVALIDATED}", "root * {args[0]}"]
    errors.append(f'header Content-Type "{CONTENT_TYPES["html"]}"')
    for language, page in not_found_pages().items():
        errors += [f"@{language} path /{language} /{language}/*", f"rewrite @{language} {page}"]
    errors += [f"@other not path {languages}", "rewrite @other /404.html", *files]
    yield from _indented(["handle_errors {", *_indented(errors), "}"])
    yield "}"


def _of_every_path(headers: tuple[Header, ...]) -> list[str]:
    return [f'header {header.name} "{header.value}"' for header in headers]


def _of_paths(headers: tuple[Header, ...]) -> list[str]:
    lines = _of_every_path(headers)
    for header in headers:
        lines += [f'header /{folder}/* {header.name} "{value}"' for folder, value in (header.in_folders or {}).items()]
    return [*lines, *(f'header @{ending} Content-Type "{kind}"' for ending, kind in CONTENT_TYPES.items())]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"\t{line}" for line in lines]
