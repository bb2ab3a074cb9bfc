"""What the interface tells the browser not to do: response headers, and routes that stay closed.

The policy allows what Streamlit's own page needs and nothing from another host. Its page has one inline
script; its hash is computed from the installed file, so that an update of Streamlit does not break it.
"""

import base64
import hashlib
import re
from importlib.resources import files

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")

# Counters of all sessions, and the interface for programs that drive pages: nobody needs them here.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")

FIXED_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def installed_page() -> str:
    """Return the page that the installed Streamlit serves."""
    return files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")


def script_hashes(page: str) -> tuple[str, ...]:
    """Return the CSP sources of a page's inline scripts."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def content_security_policy(hashes: tuple[str, ...], host: str | None) -> str:
    """Return the policy for one response.

    host: of the request; its WebSocket is named because older browsers do not count it as 'self'.
    """
    sockets = f" ws://{host} wss://{host}" if host and _HOST.fullmatch(host) else ""
    directives = {
        "default-src": "'self'",
        # wasm-unsafe-eval: Streamlit reads tables with a WebAssembly module of its own
        "script-src": " ".join(("'self'", "'wasm-unsafe-eval'", *hashes)),
        "style-src": "'self' 'unsafe-inline'",  # its styles are made in the browser
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{sockets}",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


class SecurityHeaders:
    """ASGI middleware that adds the headers to every response and answers 404 for closed routes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.hashes = script_hashes(installed_page())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = content_security_policy(self.hashes, Headers(scope=scope).get("host"))

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = policy
                for name, value in FIXED_HEADERS.items():
                    headers[name] = value
            await send(message)

        if scope["path"].startswith(CLOSED):
            await PlainTextResponse("", status_code=404)(scope, receive, sealed)
        else:
            await self.app(scope, receive, sealed)
