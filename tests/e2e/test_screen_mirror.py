"""The big screen in real browsers: it fills the window, follows, comes back by itself, and can be read and heard as text."""

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtGui import QColor, QImage

from fasilitaattori.desktop.bigscreen.mirror import PNG, WEBP, Made, encoded
from fasilitaattori.paths import resource
from fasilitaattori.phones.screen.mirror import Mirror, Passage, Picture, Said
from tests.e2e.looking import axe
from tests.e2e.pages import LATER, Wire
from tests.unit.phones.house import House
from tests.waiting import eventually

CODE, BASE = "482913", "/s/kapabiliteetti-128-bit"
SIZES = ((1920, 1080), (1280, 720), (1024, 768), (360, 740))
QUIET = Passage(("Aikaa on klo 18.50 asti.",), quiet=True)


@pytest.fixture
def mirror() -> Mirror:
    return Mirror(CODE, BASE[3:])


@pytest.fixture
def house(tmp_path: Path, mirror: Mirror) -> Iterator[House]:
    made = House(tmp_path, mirror=mirror)
    made.open()
    yield made
    made.close()


@pytest.fixture
def open_screen(open_page: Callable[..., Page], house: House) -> Callable[..., Page]:
    """Opens a page of the screen in a window of this size."""

    def make(path: str = BASE, size: tuple[int, int] = (1280, 720), **more: Any) -> Page:
        port = more.pop("port", house.server.port)
        page = open_page(f"http://127.0.0.1:{port}{path}", size[0], **more)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    return make


def picture(number: int, *notes: str, title: str = "Ideaseinä", size: tuple[int, int] = (1920, 1080)) -> Picture:
    """A plain picture of a colour of its own."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number * 37 % 360, 200, 100 + number % 150))
    made = encoded(image, frozenset({WEBP, PNG}), Made())
    return Picture(made.version, made.images, Said("fi", title, (Passage(notes, "Työ", listed=True), QUIET)))


def shows(page: Page, wanted: Picture) -> None:
    """Wait until this picture is the one on the page."""
    page.wait_for_function(
        """v => { const i = document.querySelector('#picture img');
                  return i && i.src.includes('v=' + v + '&') && i.complete && i.naturalWidth > 0 }""",
        arg=wanted.version,
        timeout=LATER,
    )


def test_the_code_opens_it_by_keyboard_alone(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1))
    page = open_screen("/screen", (360, 740))
    page.get_by_label("Koodi").focus()
    page.keyboard.type("000 000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Koodi ei täsmää")
    page.get_by_label("Koodi").focus()
    page.keyboard.type("482 913")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{BASE}*")
    shows(page, mirror.picture)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Näytä tekstinä")).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", [(1920, 1080), (1440, 1080)])
def test_the_picture_fills_the_window(
    open_screen: Callable[..., Page], mirror: Mirror, size: tuple[int, int], shape: tuple[int, int]
) -> None:
    mirror.offer(picture(1, size=shape))
    page = open_screen(BASE, size)
    shows(page, mirror.picture)
    box = page.locator("#picture img").bounding_box()
    assert box == {"x": 0, "y": 0, "width": size[0], "height": size[1]}
    assert page.evaluate("getComputedStyle(document.querySelector('#picture img')).objectFit") == "contain"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == list(size)
    assert page.evaluate("getComputedStyle(document.body).overflowY") == "hidden"


def test_pointer_and_buttons_go_when_nothing_moves_and_come_back(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1))
    page = open_screen(haste=4)
    tools = page.locator("#tools")
    expect(page.locator("html")).to_have_class(re.compile("still"), timeout=LATER)
    expect(tools).to_have_css("opacity", "0")
    assert page.evaluate("getComputedStyle(document.documentElement).cursor") == "none"

    def back() -> bool:
        page.mouse.move(random.randrange(900), random.randrange(600))
        return bool(tools.evaluate("tools => getComputedStyle(tools).opacity") == "1")

    eventually(back)  # as long as something moves
    expect(page.locator("html")).to_have_class(re.compile("still"), timeout=LATER)
    page.keyboard.press("Tab")
    expect(tools).to_have_css("opacity", "1")


def test_pictures_are_fetched_when_they_change_and_four_a_second_at_most(
    open_screen: Callable[..., Page], mirror: Mirror
) -> None:
    mirror.offer(picture(0))
    page = open_screen()
    shows(page, mirror.picture)
    page.evaluate("window.stays = true")
    for number in range(1, 60):
        mirror.offer(picture(number, size=(192, 108)))
        page.wait_for_timeout(20)
    shows(page, mirror.picture)
    begun = page.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.name.includes('/picture')).map(e => e.startTime)"
    )
    assert 3 <= len(begun) <= 60
    assert all(later - earlier > 240 for earlier, later in pairwise(begun[1:]))
    mirror.offer(mirror.picture)
    page.wait_for_timeout(600)
    assert page.evaluate("performance.getEntriesByType('resource').filter(e => e.name.includes('/picture')).length") == len(
        begun
    )
    assert page.evaluate("window.stays")


@pytest.mark.parametrize("streams", ["cut", "held"])
def test_it_follows_where_streams_do_not_come_through(
    open_screen: Callable[..., Page], mirror: Mirror, wire: Wire, streams: str
) -> None:
    mirror.offer(picture(1))
    wire.streams = streams
    page = open_screen(BASE, port=wire.port)
    shows(page, mirror.picture)
    for number in (2, 3):
        mirror.offer(picture(number))
        shows(page, mirror.picture)
    expect(page.locator("#word")).to_be_empty()


def test_a_lost_connection_leaves_the_picture_and_comes_back_by_itself(
    open_screen: Callable[..., Page], mirror: Mirror, house: House
) -> None:
    mirror.offer(picture(1))
    page = open_screen()
    shows(page, mirror.picture)
    page.evaluate("window.stays = true")
    port = house.server.port
    house.server.stop()
    expect(page.locator("#word")).to_contain_text("Yhteys poikki", timeout=LATER)
    shows(page, mirror.picture)
    mirror.offer(picture(2))
    house.server.start("127.0.0.1", port)
    shows(page, mirror.picture)
    expect(page.locator("#word")).to_be_empty()
    expect(page.locator("#news")).to_contain_text("Yhteys palasi")
    assert page.evaluate("window.stays")


def test_a_connection_that_has_gone_silent_is_noticed(open_screen: Callable[..., Page], mirror: Mirror, wire: Wire) -> None:
    mirror.offer(picture(1))
    page = open_screen(BASE, port=wire.port)
    page.clock.install()
    page.reload()
    shows(page, mirror.picture)
    with page.expect_request("**/stream*", timeout=LATER):
        page.clock.fast_forward(60_000)  # and nothing has been heard of the server meanwhile, as when the network is gone
    mirror.offer(picture(2))
    page.clock.resume()
    shows(page, mirror.picture)


def test_a_new_code_closes_the_view(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1, "Verstas"))
    page = open_screen()
    shows(page, mirror.picture)
    mirror.renew("111111", "toinen")
    expect(page.locator("#word")).to_contain_text("Tämä näkymä on suljettu", timeout=LATER)
    expect(page.locator("#picture img")).to_have_count(0)
    expect(page.locator("#said")).not_to_contain_text("Verstas")
    page.get_by_role("link", name="Anna uusi koodi").click()
    page.wait_for_url("**/screen*")


def test_it_can_be_read_as_text(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1, "Verstas", "Latu"))
    page = open_screen(BASE, (360, 740))
    expect(page.get_by_role("heading", name="Ideaseinä")).to_have_count(1)  # also while the picture is shown
    page.get_by_role("button", name="Näytä tekstinä").click()
    expect(page.get_by_role("button", name="Näytä kuvana")).to_be_focused()
    expect(page.locator("#picture")).to_be_hidden()
    expect(page.get_by_role("listitem")).to_have_text(["Verstas", "Latu"])
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    mirror.offer(picture(2, "Verstas", "Latu", "Kimppakyyti"))
    expect(page.get_by_role("listitem")).to_have_text(["Verstas", "Latu", "Kimppakyyti"], timeout=LATER)
    page.keyboard.press("Enter")
    expect(page.locator("#picture")).to_be_visible()


def test_only_what_is_new_is_said_aloud(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1, "Verstas", "Latu"))
    page = open_screen(haste=4)
    shows(page, mirror.picture)
    page.evaluate("""window.heard = []; new MutationObserver(() => heard.push(document.getElementById('news').textContent))
                     .observe(document.getElementById('news'), {childList: true, characterData: true, subtree: true})""")
    mirror.offer(picture(2, "Verstas", "Latu", "Kimppakyyti"))
    expect(page.locator("#news")).to_have_text("Kimppakyyti.", timeout=LATER)
    assert page.locator("#news").get_attribute("lang") == "fi"
    later = Said("fi", "Ideaseinä", (Passage(("Latu", "Kimppakyyti"), "Työ", listed=True), Passage(("klo 19.10",), quiet=True)))
    mirror.offer(Picture(mirror.picture.version, mirror.picture.images, later))
    expect(page.locator("#said")).to_contain_text("klo 19.10")
    mirror.offer(picture(3, *(f"Lappu {n}" for n in range(30)), title="Toinen seinä"))
    expect(page.locator("#news")).to_contain_text("Toinen seinä. Lappu 0.", timeout=LATER)
    expect(page.locator("#news")).to_contain_text("ja muuta")
    heard = page.evaluate("heard")
    assert len(heard) == 2
    assert "klo" not in "".join(heard)


def test_it_works_without_scripts(open_screen: Callable[..., Page], mirror: Mirror) -> None:
    mirror.offer(picture(1, "Verstas"))
    page = open_screen("/screen", java_script_enabled=False)
    page.get_by_label("Koodi").fill(CODE)
    page.get_by_role("button", name="Näytä valkokangas").click()
    page.wait_for_url(f"**{BASE}*")
    expect(page.get_by_role("img")).to_have_count(1)
    newer = picture(2, "Latu")
    mirror.offer(newer)
    expect(page.locator(f'img[src*="{newer.version}"]')).to_have_count(1, timeout=LATER)  # it refreshes itself
    page.get_by_role("link", name="Näytä tekstinä").click()
    expect(page.get_by_role("listitem")).to_have_text(["Latu"])
    page.get_by_role("link", name="Näytä kuvana").click()
    expect(page.get_by_role("img")).to_be_visible()


def wrong_code(page: Page) -> None:
    page.locator("#code").fill("000000")
    page.locator("#code").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize(("language", "colours"), [("fi", "light"), ("fi", "dark"), ("sv", "light"), ("en", "light")])
def test_axe_finds_nothing(open_screen: Callable[..., Page], mirror: Mirror, language: str, colours: str) -> None:
    mirror.offer(picture(1, "Verstas"))
    states: list[tuple[str, Callable[[Page], object]]] = [
        ("/screen", lambda page: None),
        ("/screen", wrong_code),
        (BASE, lambda page: shows(page, mirror.picture)),
        (f"{BASE}?text=1", lambda page: None),
        (BASE, lambda page: page.locator("#as-text").click()),
        ("/s/vaara", lambda page: None),
    ]
    for path, act in states:
        mark = "&" if "?" in path else "?"
        page = open_screen(f"{path}{mark}language={language}", (360, 740), color_scheme=colours)
        act(page)
        assert page.evaluate("document.documentElement.lang") == language
        found = axe(page, target_size=True)
        assert not found, f"{path}\n{found}"


def test_the_script_is_for_old_browsers() -> None:
    """Nothing newer than ES5: the browsers of televisions are never renewed."""
    script = resource("web", "screen.js").read_text(encoding="utf-8")
    for new in (
        "=>",
        "let ",
        "const ",
        "`",
        "async ",
        "await ",
        "class ",
        "import ",
        "...",
        "fetch(",
        "?.",
        "??",
        "URLSearchParams",
    ):
        assert new not in script, new
