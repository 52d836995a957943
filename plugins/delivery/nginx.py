"""A configuration of nginx (Debian's 1.22 or newer, with the brotli_static module), written from the table of headers.

`add_header` in a location drops every header of the server around it (h5bp/server-configs-nginx#193). So headers are in
the server block only, and what depends on the path is a `map`.
"""

import getpass
import tempfile
from pathlib import Path

from plugins.delivery.headers import (
    COMPRESSIBLE,
    CONTENT_TYPES,
    NAMED_BY_CONTENT,
    Header,
    not_found_pages,
    response_headers,
)
from plugins.delivery.layout import ServerLayout

BROTLI_MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"


def local_configuration(root: Path, port: int, styles: str) -> str:
    """Return a whole configuration that serves `root` at 127.0.0.1 over HTTP/1.1, without a service or a system folder."""
    scratch = Path(tempfile.gettempdir()) / f"nginx-{port}"
    paths = "".join(
        f"  {name}_temp_path {scratch}-{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"load_module {BROTLI_MODULE};\ndaemon off;\nuser {getpass.getuser()};\npid {scratch}.pid;\n"
        "error_log stderr warn;\nworker_processes auto;\nevents { worker_connections 1024; }\n"
        f"http {{\n  access_log off;\n  sendfile on;\n{paths}"
        f"{_maps(response_headers(styles))}"
        f"  server {{\n    listen 127.0.0.1:{port};\n    root {root.resolve()};\n{_server(response_headers(styles))}  }}\n}}\n"
    )


def site_configuration(layout: ServerLayout) -> str:
    """Return what Debian's nginx includes from `sites-enabled`: the site over HTTPS and HTTP/2, redirects to it, and the
    next release for the test before the switch."""
    headers = response_headers("$style_hashes")
    host, base = layout.host, layout.base
    certificate = f"/etc/letsencrypt/live/{host}"
    log = "  access_log /var/log/nginx/site.log without_addresses;\n"
    return (
        f"# Written by `inv serve-config nginx`. Debian: nginx, libnginx-mod-http-brotli-static.\n"
        "log_format without_addresses '$time_iso8601 \"$request_method $uri\" $status $body_bytes_sent';\n"
        f'map "" $style_hashes {{ include {layout.nginx_styles}; }}\n'
        f"{_dedented(_maps(headers))}"
        f"server {{\n  listen 80;\n  listen [::]:80;\n  server_name {host} www.{host};\n"
        f"  location /.well-known/acme-challenge/ {{ root /var/www/html; }}\n"
        f"  location / {{ return 301 https://{host}$request_uri; }}\n{log}}}\n"
        f"server {{\n  listen 443 ssl http2;\n  listen [::]:443 ssl http2;\n  server_name {host} www.{host};\n"
        f"  ssl_certificate {certificate}/fullchain.pem;\n  ssl_certificate_key {certificate}/privkey.pem;\n"
        "  ssl_session_cache shared:site:2m;\n"
        f"  if ($host != {host}) {{ return 301 https://{host}$request_uri; }}\n"
        f"  root {base}/current;\n{log}{_dedented(_server(headers))}{_dedented(_kept(layout))}}}\n"
        f"server {{\n  listen 127.0.0.1:{layout.smoke_port};\n  root {base}/next;\n  access_log off;\n"
        f"{_dedented(_server(headers))}}}\n"
    )


def _maps(headers: tuple[Header, ...]) -> str:
    maps = [
        _map(_variable(header), header.value, {f"~^/{f}/": value for f, value in header.in_folders.items()})
        for header in headers
        if header.in_folders
    ]
    endings = "|".join(COMPRESSIBLE)
    maps.append(_map("$vary", "", {rf"~(?:/|\.(?:{endings}))$": "Accept-Encoding"}))
    pages = {f"~^/{language}(?:/|$)": page for language, page in not_found_pages().items()}
    maps.append(_map("$not_found", "/404.html", pages))
    return "".join(maps)


def _map(variable: str, default: str, values: dict[str, str]) -> str:
    rows = "".join(f'    "{pattern}" "{value}";\n' for pattern, value in values.items())
    return f'  map $uri {variable} {{\n    default "{default}";\n{rows}  }}\n'


def _server(headers: tuple[Header, ...]) -> str:
    lines = [
        f'add_header {header.name} "{_variable(header) if header.in_folders else header.value}" always;'
        for header in headers
    ]
    types = "".join(f'      "{kind}" {ending};\n' for ending, kind in CONTENT_TYPES.items())
    settings = (
        *lines,
        "add_header Vary $vary always;",
        "server_tokens off;",
        "index index.html;",
        "absolute_redirect off;",
        "default_type application/octet-stream;",
        "brotli_static on;",
        "gzip_static on;",
        "gzip_vary off; # the header above stands on every answer, compressed or not",
        "error_page 404 $not_found;",
        "error_page 403 =404 $not_found; # a folder without a page",
    )
    return f"    types {{\n{types}    }}\n" + "".join(f"    {line}\n" for line in settings)


def _kept(layout: ServerLayout) -> str:
    folders = "|".join(NAMED_BY_CONTENT)
    return (
        f"    location ~ ^/(?:{folders})/ {{ try_files $uri @kept; }}\n"
        f"    location @kept {{ root {layout.base}/kept; }}\n"
    )


def _variable(header: Header) -> str:
    return "$" + header.name.lower().replace("-", "_")


def _dedented(text: str) -> str:
    return "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True))
