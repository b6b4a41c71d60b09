"""The little of HTTP that every answer shares: security headers, bodies with a limit, packing, plain forms, languages."""

import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.phones.sending import NOT_UNDERSTOOD, TOO_BIG, Problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

NO_PAGE = N_("Sivua ei löydy. Tarkista osoite tai lue koodi uudelleen.")
MAX_BODY = 64 * 1024
MAX_FIELDS = 500
PACK_FROM = 1000  # bytes; below this packing costs more than it saves

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)


def _security(ancestors: str, framing: bytes) -> Headers:
    return [
        (b"content-security-policy", _POLICY.format(ancestors=ancestors).encode()),
        (b"referrer-policy", b"no-referrer"),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", framing),
        # No Cross-Origin-Opener-Policy: without TLS browsers ignore it, and write an error into their console on every page.
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=()"),
    ]


SECURITY = _security("'none'", b"DENY")
FRAMED = _security("'self'", b"SAMEORIGIN")  # the status frame of our own page alone
NO_STORE = (b"cache-control", b"no-store")
# A browser shows no JSON as a page: the shortest of each header will do, the rest would only be weight on the hall's air.
_JSON: Headers = [
    (b"content-type", b"application/json"),
    NO_STORE,
    (b"content-security-policy", b"default-src 'none';frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
HTML = (b"content-type", b"text/html; charset=utf-8")
_encode = msgspec.json.Encoder().encode


async def read_body(scope: Scope, receive: Receive) -> bytes:
    """The body, MAX_BODY at most. Raises Problem(413), Problem(400) when the sender went away."""
    length = header(scope, b"content-length")
    if length.isdigit() and int(length) > MAX_BODY:
        raise Problem(413, "too_big", TOO_BIG)
    message = await receive()
    if not message.get("more_body") and message["type"] == "http.request":
        body: bytes = message.get("body", b"")
    else:
        body = await _read_on(message, receive)
    if len(body) > MAX_BODY:
        raise Problem(413, "too_big", TOO_BIG)
    return body


async def _read_on(message: Message, receive: Receive) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while True:
        if message["type"] == "http.disconnect":
            raise Problem(400, "gone", NOT_UNDERSTOOD)
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > MAX_BODY or not message.get("more_body"):
            return b"".join(chunks)
        message = await receive()


async def read_form(scope: Scope, receive: Receive) -> dict[str, list[str]]:
    """The fields of a plain form. Raises Problem: 413, 422."""
    raw = await read_body(scope, receive)
    try:
        pairs = parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="replace", max_num_fields=MAX_FIELDS)
    except (UnicodeDecodeError, ValueError):
        raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def query(scope: Scope) -> dict[str, str]:
    """The query's fields; of a repeated one the last."""
    return dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"), errors="replace"))


def header(scope: Scope, name: bytes) -> bytes:
    """A request header, b"" without one."""
    for key, value in scope["headers"]:
        if key == name:
            found: bytes = value
            return found
    return b""


def caller(scope: Scope) -> str:
    """The address a request comes from."""
    client = scope.get("client")
    return client[0] if client else ""


def wanted_language(scope: Scope, otherwise: str) -> str:
    """The first of our languages in Accept-Language, by the reader's own order."""
    best, weight = otherwise, 0.0
    for part in header(scope, b"accept-language").decode("latin-1").split(","):
        tag, _, quality = part.strip().partition(";q=")
        language = tag.strip()[:2].lower()
        try:
            worth = float(quality) if quality else 1.0
        except ValueError:
            continue
        if language in LANGUAGES and worth > weight:
            best, weight = language, worth
    return best


def as_text(content: Any) -> str:
    """JSON to stand in a page's attribute."""
    return _encode(content).decode()


async def send_json(send: Send, status: int, content: Any, extra: Headers | None = None) -> None:
    """An answer for scripts."""
    await send_raw(send, status, _encode(content), _JSON + extra if extra else _JSON)


async def send_raw(send: Send, status: int, body: bytes, headers: Headers) -> None:
    """An answer as it is."""
    await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


async def send_page(
    scope: Scope, send: Send, status: int, html: str, security: Headers = SECURITY, extra: Headers | None = None
) -> None:
    """A page, packed where the browser takes it."""
    body = html.encode()
    headers = [HTML, NO_STORE, (b"vary", b"accept-encoding"), *security, *(extra or [])]
    if len(body) >= PACK_FROM and takes_gzip(scope):
        body = gzip.compress(body, 5, mtime=0)
        headers.append((b"content-encoding", b"gzip"))
    await send_raw(send, status, body, headers)


async def see_other(send: Send, address: str) -> None:
    """Go there instead (after a form)."""
    await send_raw(send, 303, b"", [(b"location", address.encode()), NO_STORE, *SECURITY])


def takes_gzip(scope: Scope) -> bool:
    """Does the browser unpack gzip?"""
    return b"gzip" in header(scope, b"accept-encoding")
