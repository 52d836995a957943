"""`inv serve-config`: prints the configuration of a web server."""

from pathlib import Path
from urllib.parse import urlsplit

from plugins.commands.reporting import refusals_reported
from plugins.delivery import caddy, nginx
from plugins.delivery.headers import hash_sources
from plugins.delivery.layout import ServerLayout
from plugins.delivery.styles import style_hashes
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.terminal import say
from plugins.model.cooperative import published_address

_SERVERS = {"nginx": nginx, "caddy": caddy}


@refusals_reported
def run_serve_config(root: Path, server: str, folder: str, port: int, *, language: str | None) -> int:
    """Print a configuration of `server`; with a port, one that serves `folder` on this machine as it is, otherwise
    that of the server the site is published on. Return 0, or 1 for an unknown server or folder."""
    if server not in _SERVERS:
        raise RefusedError("unknown_server", server=server, servers=", ".join(_SERVERS))
    if not port:
        host = str(urlsplit(published_address(root / "content")).hostname)
        say(_SERVERS[server].site_configuration(ServerLayout(host)).rstrip())
        return 0
    served = root / folder
    if not served.is_dir():
        raise RefusedError("no_such_path", path=folder)
    say(_SERVERS[server].local_configuration(served, port, hash_sources(style_hashes(served))).rstrip())
    return 0
