"""Checks the desk's requests, and restricts what its pages may do."""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' blob: data:;"
    " connect-src 'self'; media-src 'self' blob:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Styles that the text editor makes in the page carry the nonce of the answer."""
MOST_BYTES = 48_000_000
"""Of a whole request; a photo of a phone has a tenth of it."""
MOST_BYTES_OF_A_FILM = 64_000_000
"""Of a request that brings a film, which may have 60 MB."""


class Guarded:
    """Sends a strict policy with every page of the desk, and reads no more of a request than it may have."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            return
        most = MOST_BYTES_OF_A_FILM if scope["path"].endswith("/film/") else MOST_BYTES
        length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if not length.isdigit() or int(length) > most:
            await PlainTextResponse("too large", 413)(scope, receive, send)
            return
        nonce = scope["desk_nonce"] = secrets.token_urlsafe(18)
        read = 0

        async def bounded() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            return {"type": "http.disconnect"} if read > most else message

        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = _POLICY.format(nonce=nonce)
                headers["referrer-policy"] = "same-origin"
                headers["x-content-type-options"] = "nosniff"
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._app(scope, bounded, with_policy)


def is_token(given: object, token: str) -> bool:
    """Return whether a request brings the token of this start, which only pages of the desk know."""
    return isinstance(given, str) and secrets.compare_digest(given.encode(), token.encode())
