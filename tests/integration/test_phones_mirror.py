"""The big screen for other devices over real HTTP: the code, the address behind it, pictures, words, viewers."""

import re
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from fasilitaattori.phones.screen.mirror import PNG, WEBP, Mirror, Passage, Picture, Said
from fasilitaattori.phones.screen.serving import CLOSED, NO_WINDOW, WRONG
from tests.unit.phones.house import House
from tests.unit.phones.streams import Stream
from tests.waiting import eventually

CODE, CAPABILITY = "482913", "kapabiliteetti-128-bit"
BASE = f"/s/{CAPABILITY}"


def picture(version: str, *words: str, size: int = 100, kinds: tuple[str, ...] = (WEBP,)) -> Picture:
    said = Said("fi", "Ideaseinä", (Passage(words, "Työ", listed=True), Passage(("Aikaa on klo 18.50 asti.",), quiet=True)))
    return Picture(version, {kind: (kind[6:] + version).encode() * size for kind in kinds}, said)


@pytest.fixture
def mirror() -> Mirror:
    return Mirror(CODE, CAPABILITY)


@pytest.fixture
def house(tmp_path: Path, mirror: Mirror) -> Iterator[House]:
    made = House(tmp_path, mirror=mirror)
    made.open()
    yield made
    made.close()


@pytest.fixture
def client(house: House) -> Iterator[httpx.Client]:
    with house.client() as made:
        yield made


def follow(house: House, name: str = "tv") -> Stream:
    """A screen that watches."""
    return Stream(f"{house.url}{BASE}/stream?w={name}")


def versions(stream: Stream) -> list[str]:
    return [message["v"] for message in stream.told()]


def shows(stream: Stream, version: str) -> bool:
    return versions(stream)[-1:] == [version]


# --- the code ---


def test_the_code_leads_to_the_screen(client: httpx.Client) -> None:
    page = client.get("/screen")
    assert page.status_code == 200
    assert CAPABILITY not in page.text
    assert CODE not in page.text
    entered = client.post("/screen", data={"code": " 482 913 "})
    assert (entered.status_code, entered.headers["location"].split("?")[0]) == (303, BASE)
    assert client.get(BASE).status_code == 200


@pytest.mark.parametrize("code", ["", "482914", "4829130", "48291", "４８２９１３", "ä", "0" * 5000])
def test_another_code_does_not(client: httpx.Client, code: str) -> None:
    answer = client.post("/screen", data={"code": code})
    assert answer.status_code == 403
    assert WRONG in answer.text
    assert CAPABILITY not in answer.text


def test_guessing_is_slow(client: httpx.Client) -> None:
    answers = [client.post("/screen", data={"code": f"{n:06d}"}) for n in range(200)]
    statuses = [answer.status_code for answer in answers]
    assert 429 in statuses
    refused = answers[statuses.index(429)]
    assert int(refused.headers["retry-after"]) > 0
    assert client.post("/screen", data={"code": CODE}).status_code == 429  # the right one, too, has to wait


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_of_the_code_speaks_each_language(client: httpx.Client, language: str) -> None:
    page = client.get(f"/screen?language={language}").text
    assert f'<html lang="{language}"' in page
    entered = client.post(f"/screen?language={language}", data={"code": CODE})
    assert entered.headers["location"] == f"{BASE}?language={language}"


def test_without_a_window_it_is_not_offered(tmp_path: Path) -> None:
    house = House(tmp_path)
    try:
        house.open()
        with house.client() as client:
            for answer in (client.get("/screen"), client.post("/screen", data={"code": CODE})):
                assert answer.status_code == 404
                assert NO_WINDOW in answer.text
            assert client.get(BASE).status_code == 404
    finally:
        house.close()


@pytest.mark.parametrize("what", ["", "/picture", "/text", "/now", "/stream"])
def test_another_capability_opens_nothing(client: httpx.Client, mirror: Mirror, what: str) -> None:
    mirror.offer(picture("1", "Verstas"))
    answer = client.get(f"/s/{CAPABILITY}x{what}")
    assert answer.status_code == 404
    assert "Verstas" not in answer.text
    if what:
        assert answer.json()["message"] == CLOSED


# --- picture and words ---


def test_the_picture_comes_once_and_then_not_again(client: httpx.Client, mirror: Mirror) -> None:
    assert client.get(f"{BASE}/picture").status_code == 503
    mirror.offer(picture("1", "Verstas"))
    first = client.get(f"{BASE}/picture", headers={"accept": "image/webp,*/*"})
    assert (first.status_code, first.headers["content-type"]) == (200, WEBP)
    assert first.content == mirror.picture.images[WEBP]
    again = client.get(f"{BASE}/picture", headers={"accept": "image/webp,*/*", "if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    mirror.offer(picture("2", "Verstas"))
    other = client.get(f"{BASE}/picture", headers={"accept": "image/webp,*/*", "if-none-match": first.headers["etag"]})
    assert other.content == mirror.picture.images[WEBP]


def test_an_old_browser_is_given_png_as_soon_as_there_is_one(client: httpx.Client, mirror: Mirror) -> None:
    old, new = {"accept": "image/png,image/*;q=0.8"}, {"accept": "image/avif,image/webp,*/*"}
    mirror.offer(picture("1", kinds=(WEBP,)))
    assert client.get(f"{BASE}/picture?w=ipad", headers=old).status_code == 503
    assert mirror.kinds == {PNG}
    assert client.get(f"{BASE}/picture?w=tv", headers=new).status_code == 200
    assert mirror.kinds == {PNG, WEBP}
    mirror.offer(picture("1", kinds=(WEBP, PNG)))
    assert client.get(f"{BASE}/picture?w=ipad", headers=old).headers["content-type"] == PNG
    assert client.get(f"{BASE}/picture?w=tv", headers=new).headers["content-type"] == WEBP


def test_without_webp_everybody_is_given_png(client: httpx.Client, mirror: Mirror) -> None:
    mirror.offer(picture("1", kinds=(PNG,)))
    assert client.get(f"{BASE}/picture", headers={"accept": "image/webp"}).headers["content-type"] == PNG


def test_the_words_are_escaped_and_in_the_language_of_the_room(client: httpx.Client, mirror: Mirror) -> None:
    mirror.offer(picture("1", "<script>alert(1)</script>"))
    for text in (client.get(f"{BASE}/text").text, client.get(f"{BASE}?language=en").text):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
        assert "<script>alert" not in text
        assert '<div class="said" lang="fi">' in text
        assert re.search(r"<li data-news>&lt;", text)
        assert re.search(r"<p[^>]*>Aikaa on klo 18.50 asti.</p>", text)
        assert not re.search(r"<p[^>]*data-news[^>]*>Aikaa", text)  # nobody is interrupted for the time


def test_the_page_works_without_scripts(client: httpx.Client, mirror: Mirror) -> None:
    mirror.offer(picture("77", "Verstas"))
    page = client.get(f"{BASE}?language=sv").text
    assert f'<img src="{BASE}/picture?v=77&amp;w=' in page
    refresh = re.search(r'<noscript><meta http-equiv="refresh" content="(\d+);url=([^"]+)">', page)
    assert refresh is not None
    again = client.get(refresh[2].replace("&amp;", "&")).text
    assert "77" in again
    assert mirror.watching == 1  # the page that refreshes itself is still the same device
    words = client.get(f"{BASE}?text=1").text
    assert '<html lang="fi" class="text">' in words


def test_everything_carries_the_security_headers(client: httpx.Client, mirror: Mirror) -> None:
    mirror.offer(picture("1"))
    for what in ("/screen", BASE, f"{BASE}/picture", f"{BASE}/text"):
        headers = client.get(what, headers={"accept": "image/webp"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "immutable" not in headers["cache-control"]


# --- following ---


def test_a_stream_tells_what_there_is_and_every_change_once(house: House, mirror: Mirror) -> None:
    mirror.offer(picture("1", "Verstas"))
    following = follow(house)
    eventually(lambda: versions(following) == ["1"])
    mirror.offer(picture("1", "Verstas"))
    mirror.offer(picture("2", "Verstas"))
    eventually(lambda: versions(following) == ["1", "2"])
    assert following.told()[0]["t"] == following.told()[1]["t"]  # the words have not changed
    mirror.offer(picture("2", "Verstas", "Latu"))
    eventually(lambda: len(following.told()) == 3)
    assert following.told()[2]["t"] != following.told()[1]["t"]
    following.close()


def test_a_slow_viewer_holds_nobody_up_and_gets_the_newest(house: House, mirror: Mirror, client: httpx.Client) -> None:
    slow = socket.create_connection(("127.0.0.1", house.server.port))
    slow.sendall(f"GET {BASE}/stream?w=slow HTTP/1.1\r\nHost: 127.0.0.1:{house.server.port}\r\n\r\n".encode())
    quick = follow(house)
    for version in range(1, 300):
        mirror.offer(picture(str(version)))
        if version % 50 == 0:
            eventually(partial(shows, quick, str(version)))
    eventually(lambda: versions(quick)[-1] == "299")
    assert client.get(f"{BASE}/now").json()["v"] == "299"
    slow.close()
    quick.close()


def test_who_watches_is_counted_and_forgotten(house: House, mirror: Mirror, client: httpx.Client) -> None:
    assert (mirror.watching, mirror.kinds) == (0, frozenset())
    one, other = follow(house, "one"), follow(house, "other")
    eventually(lambda: mirror.watching == 2)
    client.get(f"{BASE}/picture?w=one", headers={"accept": "image/webp"})
    assert mirror.watching == 2
    one.close()
    other.close()
    mirror.renew("111111", "toinen")
    assert mirror.watching == 0


def test_there_is_room_for_so_many_viewers_and_no_more(client: httpx.Client, mirror: Mirror) -> None:
    statuses = [client.get(f"{BASE}/now?w=viewer{n}").status_code for n in range(40)]
    assert statuses == [200] * 30 + [503] * 10
    assert client.get(f"{BASE}/now?w=viewer3").status_code == 200


def test_a_new_code_sends_those_who_look_away(house: House, mirror: Mirror, client: httpx.Client) -> None:
    mirror.offer(picture("1", "Verstas"))
    following = follow(house)
    eventually(lambda: versions(following) == ["1"])
    mirror.renew("111111", "toinen")
    eventually(lambda: following.told("gone"))
    assert client.get(f"{BASE}/picture").status_code == 404
    assert client.post("/screen", data={"code": CODE}).status_code == 403
    assert client.post("/screen", data={"code": "111111"}).headers["location"].startswith("/s/toinen")
    assert client.get("/s/toinen/now").json()["v"] == "1"
    following.close()


def test_the_address_is_good_after_a_restart_of_the_server(house: House, mirror: Mirror) -> None:
    mirror.offer(picture("1", "Verstas"))
    port = house.server.port
    following = follow(house)
    eventually(lambda: versions(following) == ["1"])
    house.server.stop()
    house.server.start("127.0.0.1", port)
    mirror.offer(picture("2", "Verstas"))
    again = follow(house)
    eventually(lambda: versions(again) == ["2"])
    again.close()
    following.close()
