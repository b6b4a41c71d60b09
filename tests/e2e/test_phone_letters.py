"""The letters are the heaviest thing there is and nobody needs them to take part: they come after what others may wait for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.pages import LATER, Wire, join
from tests.unit.phones.house import House
from tests.waiting import eventually

DRAWN = "() => document.fonts.check('700 18px \"Atkinson Hyperlegible Next\"') && document.fonts.size > 0"


def asked_of(page: Page) -> list[str]:
    """What the page asks for from now on, in order."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def is_font(url: str) -> bool:
    return url.endswith(".woff2")


def test_the_letters_come_once_the_stream_is_up(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank")
    asked = asked_of(page)
    page.goto(house.url)
    join(page)
    page.wait_for_function(DRAWN, timeout=LATER)
    page.wait_for_load_state("networkidle")
    stream = next(n for n, url in enumerate(asked) if "/stream" in url)
    assert not any(map(is_font, asked[:stream]))
    assert any(map(is_font, asked[stream:]))


def test_a_tab_that_has_had_them_shows_them_at_once(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    page.wait_for_function("() => sessionStorage.getItem('letters')", timeout=LATER)
    page.route("**/stream*", lambda route: route.abort())
    page.route("**/live*", lambda route: route.abort())
    page.reload()
    page.wait_for_function(DRAWN, timeout=LATER)


def test_where_nobody_follows_anything_they_come_after_a_while(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page(house.url, haste=4)
    expect(page.locator('link[href$="fonts.css"]')).to_have_count(1, timeout=LATER)
    page.wait_for_function(DRAWN, timeout=LATER)


def test_without_scripts_they_come_with_the_page(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank", java_script_enabled=False)
    asked = asked_of(page)
    page.goto(house.url)

    def there() -> bool:
        page.wait_for_timeout(20)  # Playwright hears of requests only while it is asked something
        return any(map(is_font, asked))

    eventually(there)


def test_what_a_cut_held_back_comes_with_the_network(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank")
    page.route("**/fonts.css", lambda route: route.abort())
    page.goto(f"http://127.0.0.1:{wire.port}/")
    with page.expect_event("requestfailed", lambda request: "fonts.css" in request.url):
        join(page)
    expect(page.locator('link[href$="fonts.css"]')).to_have_count(0)  # nothing half-loaded is left lying about
    page.unroute("**/fonts.css")
    wire.cut()
    expect(page.locator("#net")).to_have_class(re.compile("bad"), timeout=LATER)
    wire.mend()
    page.wait_for_function(DRAWN, timeout=LATER)


@pytest.mark.parametrize("missing", ["**/fonts.css", "**/*.woff2"])
def test_what_could_not_be_had_is_asked_for_again_calmly(house: House, open_page: Callable[..., Page], missing: str) -> None:
    """The network is fine all the time: nothing else would ever ask again."""
    page = open_page("about:blank", dice="(() => { Math.random = () => 0.99; })()")  # each pause is as long as it may be
    page.clock.install()
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    def asked() -> bool:
        page.wait_for_timeout(20)  # the browser's events come while one waits
        return bool(refused)

    page.route(missing, refuse)
    page.goto(house.url)
    page.wait_for_load_state("load")
    page.clock.fast_forward(8_001)  # the page at the door waits up to eight seconds
    link = page.locator('link[rel="stylesheet"][href$="fonts.css"]')
    eventually(asked)
    expect(link).to_have_count(0)  # nothing half-loaded is left lying about
    before = len(refused)
    page.clock.fast_forward(10_000)
    expect(link).to_have_count(0)
    assert len(refused) == before  # calmly
    page.unroute(missing)
    page.clock.fast_forward(9_500)
    page.wait_for_function(DRAWN, timeout=LATER)
