"""Headers of every response, the policy that fits the installed Streamlit, and routes that stay closed."""

import asyncio
import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from ui.security import FIXED_HEADERS, SecurityHeaders, content_security_policy, installed_page, script_hashes


def answered(path: str, host: str = "127.0.0.1:8501") -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body that the middleware lets through around an application saying 'ok'."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "path": path, "method": "GET", "headers": [(b"host", host.encode())]}
    # in a thread of its own: a browser test of the same run may have left a loop in this one
    with ThreadPoolExecutor(max_workers=1) as apart:
        apart.submit(asyncio.run, SecurityHeaders(PlainTextResponse("ok"))(scope, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, sent[1]["body"]


def test_every_inline_script_of_the_installed_page_is_allowed_by_its_hash() -> None:
    page = installed_page()
    assert page.count("<script>") == len(script_hashes(page)) >= 1
    body = page.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in content_security_policy(script_hashes(page), None)


def test_no_other_host_and_no_other_inline_script_is_allowed() -> None:
    policy = content_security_policy(("'sha256-x'",), "127.0.0.1:8501")
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval' 'sha256-x'"
    assert directives["connect-src"] == "'self' ws://127.0.0.1:8501 wss://127.0.0.1:8501"
    assert directives["object-src"] == directives["frame-ancestors"] == "'none'"
    assert "http:" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "x'y", "", "[::1"])
def test_a_host_that_is_no_host_does_not_reach_the_policy(host: str) -> None:
    assert content_security_policy((), host) == content_security_policy((), None)


def test_every_answer_carries_the_headers() -> None:
    status, headers, body = answered("/")
    assert (status, body) == (200, b"ok")
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert FIXED_HEADERS.items() <= headers.items()


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/openapi.json"]
)
def test_routes_for_programs_are_closed_and_sealed_too(path: str) -> None:
    status, headers, body = answered(path)
    assert (status, body) == (404, b"")
    assert headers["x-content-type-options"] == "nosniff"
