"""Accepts requests only from pages of this server on this machine.

A page of another site can name this machine by a name of its own (DNS rebinding), which shows in `Host`, or send
requests from a visitor's browser, which shows in `Origin`.
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOSTS = frozenset({"127.0.0.1", "localhost"})


class LocalOnly:
    """Passes on what names this machine and comes from a page of this server; refuses the rest with 403."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and not _is_local(Headers(scope=scope)):
            await PlainTextResponse("forbidden", 403)(scope, receive, send)
        elif scope["type"] in ("http", "lifespan"):
            await self._app(scope, receive, send)


def _is_local(headers: Headers) -> bool:
    host = headers.get("host", "")
    name, _, port = host.partition(":")
    if name not in _HOSTS or (port and not port.isdecimal()):
        return False
    return headers.get("origin", f"http://{host}") == f"http://{host}"
