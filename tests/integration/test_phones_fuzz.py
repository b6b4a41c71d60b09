"""Everything at the server: what its description allows, what it forbids, and what is not even HTTP.

Whatever comes, no answer is a server's error, nothing is written to the log, every answer has its security headers, and an
idea sent after all of it is still saved.
"""

import contextlib
import json
import logging
import socket
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from fasilitaattori.phones.api.described import EVENTS, Address
from fasilitaattori.phones.api.openapi import describe, written
from fasilitaattori.phones.api.routes import TABLE
from fasilitaattori.phones.screen.mirror import PNG, WEBP, Mirror, Passage, Picture, Said
from fasilitaattori.tools import MODELS
from tests.unit.phones.house import FREE, House, Phone
from tests.waiting import PATIENCE

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SCREEN = "valkokankaan-128-bittia"
STAGES = ("ideas", "swot", "dots", "several", "scale", "survey", "talking", "rules", "cards", "talk")
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(describe(MODELS))))
ENDLESS = tuple(address.path for address in TABLE if any(answer.content == EVENTS for answer in address.answers))
MANY_SCREENS = "Valkokangasta katsoo jo niin moni laite"
ALLOWED, FORBIDDEN = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
REQUESTS = [
    *((address, ALLOWED, True) for address in TABLE if address.path not in ENDLESS),
    *((address, ALLOWED, False) for address in TABLE if "{" in address.path),
    *((a, FORBIDDEN, True) for a in TABLE if a.path not in ENDLESS and (a.query or a.form or a.json)),
]
PATHS = sorted({written(a.path) for a in TABLE})


def some(examples: int) -> settings:
    checks = [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ]
    return settings(max_examples=examples, suppress_health_check=checks)


def mirror() -> Mirror:
    """A big screen that other devices may show."""
    made = Mirror("482913", SCREEN)
    made.offer(Picture("1", {WEBP: b"RIFF webp", PNG: b"png"}, Said("fi", "Ideaseinä", (Passage(("Kylän olohuone",), "Työ"),))))
    return made


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"), limits=FREE)
    made.open()
    made.server.stop()
    made.server.mirror = mirror()
    made.server.start("127.0.0.1", 0)
    yield made
    made.close()


@pytest.fixture(scope="module")
def phone(house: House) -> Phone:
    return house.join("Helmi")


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as made:
        made.trust_env = False
        yield made


@pytest.fixture(autouse=True)
def silent(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that a phone sends is worth a line at the level of warnings, let alone a traceback."""
    with caplog.at_level(logging.WARNING):
        yield
    assert caplog.text == ""


@pytest.fixture(autouse=True)
def alive(house: House, phone: Phone) -> Iterator[None]:
    yield
    house.open()
    house.go("ideas")
    text = f"Sauna {uuid.uuid4()}"
    assert phone.send("ideas.added", text=text).status_code == 201
    assert phone.state()["mine"]["ideas"][0]["text"] == text


def places(house: House, phone: Phone) -> dict[str, str]:
    """What stands in the paths that lead somewhere."""
    assert house.server._app is not None
    version = house.server._app.hall.assets.version
    return {
        "token": phone.base.removeprefix("/o/"),
        "capability": house.remote,
        "screen": SCREEN,
        "version": version,
        "name": "phone.css",
    }


# --- what the description allows, and what it forbids ---


@pytest.mark.parametrize(
    ("address", "mode", "known"),
    [pytest.param(*r, id=f"{r[0].method}-{r[0].path}-{r[1].value}-{'known' if r[2] else 'unknown'}") for r in REQUESTS],
)
def test_every_answer_is_as_described(
    house: House, phone: Phone, session: requests.Session, address: Address, mode: schemathesis.GenerationMode, known: bool
) -> None:
    house.open()
    house.go("ideas")
    path = written(address.path)
    fixed = {name: value for name, value in places(house, phone).items() if known and f"{{{name}}}" in path}
    operation = SCHEMA[path][address.method]

    @some(30)
    @given(case=operation.as_strategy(mode, path_parameters=fixed or None))
    def check(case: schemathesis.Case[Any]) -> None:
        if "screen" in fixed:
            case.query = {**(case.query or {}), "w": "katsoja"}  # only so many may watch the big screen
        case.call_and_validate(base_url=house.url, session=session, checks=CHECKS)

    check()


@pytest.mark.parametrize("stage", STAGES)
def test_every_message_is_answered_as_described_in_every_step(
    house: House, phone: Phone, session: requests.Session, stage: str
) -> None:
    step = house.go(stage)
    operation = SCHEMA["/o/{token}/events"]["POST"]
    answered: set[int] = set()

    @some(25)
    @given(case=operation.as_strategy(path_parameters={"token": phone.base.removeprefix("/o/")}))
    def check(case: schemathesis.Case[Any]) -> None:
        body: Any = case.body
        case.body = {**body, "id": str(uuid.uuid4()), "step": step}
        answered.add(case.call_and_validate(base_url=house.url, session=session, checks=CHECKS).status_code)

    check()
    assert answered <= {201, 409, 422}


# --- what is not as described, and what is not even HTTP ---

METHODS = ("GET", "POST", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND", "SUBSCRIBE", "BREW")
NAMES = (
    *("accept", "accept-encoding", "accept-language", "content-type", "cookie", "expect", "upgrade", "range", "if-none-match"),
    *("x-forwarded-for", "x-forwarded-host", "origin", "referer", "te", "trailer", "content-encoding", "last-event-id"),
    *("user-agent", "host", "connection", "authorization", "http2-settings", "sec-websocket-key", "x-http-method-override"),
)
odd_values = st.one_of(
    st.binary(max_size=60).map(lambda raw: raw.translate(None, b"\r\n\0")),
    st.sampled_from(
        [b"", b"websocket", b"h2c", b"100-continue", b"gzip;q=nan", b"sv;q=1e999,fi;q=-1", b"*", b"Upgrade", b"9" * 500]
    ),
)
odd_headers = st.lists(st.tuples(st.sampled_from(NAMES), odd_values), max_size=6)
odd_texts = st.one_of(
    st.text(max_size=30).map(lambda text: quote(text, errors="surrogatepass")),
    st.binary(max_size=30).map(quote),
    st.sampled_from(["..", "%2e%2e%2f", "%00", "%", "%zz", "%ud800", "%ed%a0%80", ";", "//", "a" * 3000, "{token}", "\\", "*"]),
)
deep = st.sampled_from([b"[" * 5000, b'{"a":' * 5000, b"[" * 20_000 + b"]" * 20_000])
numbers = st.sampled_from(
    ["1e999", "-1e999", "NaN", "Infinity", "9" * 400, "-0", "1.5", "null", "true", '"\\ud800"', '"\\u0000"', "{}", "[]"]
)
odd_messages = st.builds(
    lambda kind, number, body: f'{{"id": "{uuid.uuid4()}", "step": {number}, "kind": "{kind}", "body": {body}}}'.encode(),
    st.sampled_from(sorted({kind for tool in MODELS.values() for kind in tool.sends})),
    st.one_of(numbers, st.just('"s"')),
    st.one_of(
        numbers,
        st.builds('{{"{}": {}}}'.format, st.sampled_from(["text", "idea", "theme", "choices", "answers", "reply"]), numbers),
        st.builds('{{"{}": {{"x": {}}}}}'.format, st.sampled_from(["choices", "answers"]), numbers),
    ),
)
odd_bodies = st.one_of(
    st.binary(max_size=200),
    deep,
    odd_messages,
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.builds("command={}&aa={}&kind={}&step=%ff&text=%ed%a0%80".format, numbers, numbers, odd_texts).map(str.encode),
)


def talk(house: House, request: bytes, *, half: bool = False) -> tuple[int, dict[str, str], bytes] | None:
    """What the server says to these bytes: status, headers, body; None when it only hangs up. `half` = then we say no more."""
    with socket.create_connection(("127.0.0.1", house.server.port), timeout=PATIENCE) as line:
        line.sendall(request)
        if half:
            line.shutdown(socket.SHUT_WR)
        got = b""
        with contextlib.suppress(ConnectionError):
            while chunk := line.recv(65536):
                got += chunk
                if b"text/event-stream" in got and b"\r\n\r\n" in got:
                    break
    head, _, body = got.partition(b"\r\n\r\n")
    if not got:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(first.split(" ")[1]), headers, body


def check_well(answer: tuple[int, dict[str, str], bytes] | None) -> None:
    """No error of the server's own, and never without its headers."""
    if answer is None:
        return
    status, headers, body = answer
    full = status == 503 and MANY_SCREENS.encode() in body  # only so many may watch the big screen
    assert status < 500 or full, (status, headers, body[:300])
    assert headers.get("x-content-type-options") == "nosniff", (status, headers, body[:300])
    if not headers.get("content-type", "").startswith("application/json"):
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] in ("DENY", "SAMEORIGIN")
    assert "server" not in headers
    assert b"Traceback" not in body


@some(300)
@given(data=st.data())
def test_whatever_is_asked_of_an_address_is_answered_calmly(house: House, phone: Phone, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PATHS))
    for name, value in places(house, phone).items():
        path = path.replace(f"{{{name}}}", data.draw(st.just(value) | odd_texts))
    method, query = data.draw(st.sampled_from(METHODS)), data.draw(st.just("") | odd_texts)
    body = data.draw(st.just(b"") | odd_bodies)
    lines = [
        f"{method} {path}{'?' if query else ''}{query} HTTP/1.1".encode(),
        b"connection: close",
        b"content-length: %d" % len(body),
    ]
    headers = data.draw(odd_headers)
    if all(name != "host" for name, _ in headers):
        lines.append(f"host: 127.0.0.1:{house.server.port}".encode())
    lines += [name.encode() + b": " + value for name, value in headers]
    request = b"\r\n".join(lines) + b"\r\n\r\n" + body
    check_well(talk(house, request, half=any(name in ("connection", "upgrade") for name, _ in headers)))


@some(150)
@given(
    raw=st.one_of(
        st.binary(max_size=200),
        st.builds(b"%b /%b HTTP/%b\r\n%b\r\n\r\n%b".__mod__, st.tuples(*[st.binary(max_size=20)] * 5)),
        st.sampled_from(
            [
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                b"GET / HTTP/1.1\r\ncontent-length: -5\r\n\r\n",
                b"GET / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcde",
                b"POST /join HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
                b"POST /join HTTP/1.1\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n",
                b"POST /join HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
                b"GET http://other.example/ HTTP/1.1\r\nhost: other.example\r\n\r\n",
                b"GET / HTTP/9.9\r\n\r\n",
                b"GET /\r\n",
                b"\r\n\r\n\r\n",
                b"GET /?a=\xff\xfe HTTP/1.1\r\n\r\n",
                b"GET / HTTP/1.1\r\nx: y\r\n z: folded\r\n\r\n",
            ]
        ),
    )
)
def test_what_is_not_http_is_answered_calmly(house: House, raw: bytes) -> None:
    check_well(talk(house, raw, half=True))
