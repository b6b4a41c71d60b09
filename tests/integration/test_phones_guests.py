"""Foreign names and foreign pages, what operating systems ask, and what every answer carries."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest

from fasilitaattori.phones.gate.limits import Rate
from tests.unit.phones.house import House
from tests.unit.phones.wire import answer, closed, connect, files_of, idea, stranger
from tests.waiting import PATIENCE_MS, eventually

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOREIGN = "mainos.example"
SECURITY = {"content-security-policy", "referrer-policy", "x-content-type-options", "cross-origin-resource-policy"}


@pytest.fixture
def house(make_house: Callable[..., House]) -> House:
    return make_house()


# --- under a foreign name, from a foreign page ---


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8080", "LOCALHOST", "192.168.1.31:8080", "127.0.0.1", "[::1]:8080", "kyla.local"]
)
def test_our_own_names_are_answered(house: House, host: str) -> None:
    house.server.tell_names(["Kyla.local"])
    with house.client() as client:
        assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        FOREIGN,
        f"{FOREIGN}:8080",
        "192.168.1.31.example",
        "localhost.example",
        "localhost@x",
        "kyla.local",
        "1.2.3",
        "x:y",
        "[x]",
        "ä",
    ],
)
def test_a_page_whose_name_leads_here_reads_nothing(house: House, host: str) -> None:
    """DNS rebinding: the browser takes it for the same site, so it may read whatever is answered."""
    phone = house.join("Helmi")
    with house.client() as client:
        for path in ("/", phone.base, f"{phone.base}/state", f"{phone.base}/stream", "/privacy", *files_of(house)):
            refused = client.get(path, headers=[(b"host", host.encode())])
            assert refused.status_code == 421
            assert "Helmi" not in refused.text
            assert FOREIGN not in refused.text
            assert house.state.info.title not in refused.text
        sent = client.post("/join", data={"name": "x"}, headers=[(b"host", host.encode())])
        assert sent.status_code == 421
    assert len(house.state.people.all) == 1


def test_a_foreign_name_is_told_where_to_go(house: House) -> None:
    with house.client() as client:
        page = client.get("/", headers={"host": FOREIGN, "accept-language": "sv"})
        assert f'href="http://127.0.0.1:{house.server.port}/"' in page.text
        assert '<html lang="sv">' in page.text
        told = client.get(f"/o/{'A' * 22}/state", headers={"host": FOREIGN}).json()
        assert told["error"] == "wrong_name"
        assert house.url in told["message"]
    house.server.tell_names([FOREIGN])
    with house.client() as client:
        assert client.get("/", headers={"host": FOREIGN}).status_code == 200
    house.server.tell_names([])
    with house.client() as client:
        assert client.get("/", headers={"host": FOREIGN}).status_code == 421


@pytest.mark.parametrize(
    "hosts", ["", "Host: localhost\r\nHost: localhost\r\n", f"Host: localhost\r\nHost: {FOREIGN}\r\n", "Host:\r\n"]
)
def test_no_host_or_two_are_no_request(house: House, hosts: str) -> None:
    with connect(house) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())
        assert answer(raw).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    ("origin", "site", "status"),
    [
        ("http://localhost", None, 303),
        ("http://localhost", "same-origin", 303),
        ("null", None, 303),  # what browsers send with our plain forms over plain HTTP
        ("null", "same-origin", 303),
        ("null", "none", 303),
        (None, "same-origin", 303),
        ("null", "cross-site", 403),
        ("null", "same-site", 403),
        (None, "cross-site", 403),
        ("http://localhost", "cross-site", 403),
        (f"http://{FOREIGN}", None, 403),
        (f"http://{FOREIGN}", "same-origin", 403),
        ("http://localhost:9999", None, 403),
        ("https://localhost", None, 403),
        ("", None, 403),
    ],
)
def test_a_form_of_another_site_is_refused(house: House, origin: str | None, site: str | None, status: int) -> None:
    given = {"origin": origin, "sec-fetch-site": site, "host": "localhost"}
    headers = {name: value for name, value in given.items() if value is not None}
    with house.client() as client:
        assert client.post("/join", data={"name": "x"}, headers=headers).status_code == status
    assert len(house.state.people.all) == (status == 303)


def test_an_answer_sent_by_another_site_is_refused(house: House) -> None:
    step = house.go("ideas")
    phone = house.join("Helmi")
    for path in (f"{phone.base}/events", f"/r/{house.remote}"):
        refused = phone.client.post(path, json=idea(step), headers={"origin": f"http://{FOREIGN}"})
        assert (refused.status_code, refused.json()["error"]) == (403, "foreign")
    own = phone.client.post(f"{phone.base}/events", json=idea(step), headers={"origin": house.url})
    assert own.status_code == 201


def _has(house: House, ideas: int) -> bool:
    return len(house.tool(house.steps["ideas"]).ideas) == ideas


def test_a_real_browser_joins_and_answers(house: House, browser: "Browser") -> None:
    """What it sends as Origin and Sec-Fetch-Site is its own business."""
    house.go("ideas")
    for scripts in (True, False):
        for host in ("127.0.0.1", "localhost"):
            before = len(house.tool(house.steps["ideas"]).ideas)
            with browser.new_context(java_script_enabled=scripts, locale="fi-FI") as context:
                context.set_default_timeout(PATIENCE_MS)
                page = context.new_page()
                page.goto(f"http://{host}:{house.server.port}/")
                page.get_by_role("button", name="Liity mukaan").click()
                page.wait_for_url("**/o/**")
                page.locator("form[data-kind='ideas.added'] textarea").fill(f"Sauna {host} {scripts}")
                page.get_by_role("button", name="Lähetä idea").click()
                page.get_by_text(f"Sauna {host} {scripts}").first.wait_for()
                eventually(partial(_has, house, before + 1))


# --- is there an internet? ---

EXPECTED = {
    ("connectivitycheck.gstatic.com", "/generate_204"): (204, b""),
    ("www.google.com", "/gen_204"): (204, b""),
    ("captive.apple.com", "/hotspot-detect.html"): (200, b"<BODY>Success</BODY>"),
    ("www.apple.com", "/library/test/success.html"): (200, b"<TITLE>Success</TITLE>"),
    ("www.msftconnecttest.com", "/connecttest.txt"): (200, b"Microsoft Connect Test"),
    ("www.msftncsi.com", "/ncsi.txt"): (200, b"Microsoft NCSI"),
    ("detectportal.firefox.com", "/success.txt?ipv4"): (200, b"success\n"),
    ("detectportal.firefox.com", "/canonical.html"): (200, b"support.mozilla.org/kb/captive-portal"),
    ("nmcheck.gnome.org", "/check_network_status.txt"): (200, b"NetworkManager is online"),
    ("spectrum.s3.amazonaws.com", "/kindle-wifi/wifistub.html"): (200, b"81ce4465-7167-4dcb-835b-dcc9e44c112a"),
}


@pytest.mark.parametrize("asked", EXPECTED)
def test_what_operating_systems_ask_is_answered_as_they_expect(house: House, asked: tuple[str, str]) -> None:
    host, path = asked
    status, content = EXPECTED[asked]
    with house.client() as client:
        told = client.get(path, headers={"host": host})
        assert (told.status_code, content in told.content) == (status, True)
        assert told.headers["cache-control"] == "no-store"
        assert client.head(path, headers={"host": host}).status_code == status


def test_what_windows_opens_in_a_browser_leads_to_the_room(house: House) -> None:
    with house.client() as client:
        told = client.get("/redirect", headers={"host": "www.msftconnecttest.com"})
        assert (told.status_code, told.headers["location"]) == (302, f"{house.url}/")


def test_probes_are_always_answered(make_house: Callable[..., House]) -> None:
    house = make_house(strangers=Rate(1, 0.001))
    with stranger(house) as device:
        assert [device.get("/").status_code for _ in range(2)] == [200, 429]
        assert all(device.get("/generate_204").status_code == 204 for _ in range(100))


# --- what every answer carries ---


def test_every_answer_carries_the_security_headers(make_house: Callable[..., House]) -> None:
    house = make_house(joins=Rate(1, 0.001))
    step = house.go("ideas")
    phone = house.join("Helmi")
    with stranger(house) as device:
        joined = device.post("/join", data={"name": "x"})
        answers = [
            *(
                device.get("/"),
                device.get("/privacy"),
                joined,
                device.get(joined.headers["location"]),
                device.get(files_of(house)[0]),
            ),
            *(device.get(f"{phone.base}{path}") for path in ("/state", "/live", "/status", "/privacy")),
            phone.client.post(f"{phone.base}/events", json=idea(step)),
            phone.client.post(f"{phone.base}/events", content=b"{}"),
            phone.client.post(f"{phone.base}/events", content=b"x" * 70_000),
            device.post("/join", data={"name": "x"}),
            device.post("/join", data={"name": "x"}, headers={"origin": "http://x"}),
            *(
                device.get("/nowhere"),
                device.get("/o/x/state"),
                device.get("/o/x"),
                device.put("/"),
                device.get("/generate_204"),
            ),
            *(device.get("/", headers={"host": "x"}), device.get("/o/x/state", headers={"host": "x"})),
        ]
        with device.stream("GET", f"{phone.base}/stream") as stream:
            answers.append(stream)
    assert {told.status_code for told in answers} >= {200, 201, 204, 303, 403, 404, 405, 413, 421, 422, 429}
    for told in answers:
        assert set(told.headers) >= SECURITY, (told.status_code, told.request.url)
        assert "'unsafe" not in told.headers["content-security-policy"]
        assert told.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in told.headers
        if told.headers.get("content-type", "").startswith("text/html"):
            assert told.headers["x-frame-options"] == ("SAMEORIGIN" if told.request.url.path.endswith("/status") else "DENY")
            assert "geolocation=()" in told.headers["permissions-policy"]


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_no_request_is_told_so_and_not_logged(house: House, nonsense: bytes) -> None:
    with connect(house) as raw:
        raw.sendall(nonsense)
        told = answer(raw).lower()
        assert told.startswith(b"http/1.1 400")
        assert all(name.encode() in told for name in SECURITY)
        assert closed(raw)
