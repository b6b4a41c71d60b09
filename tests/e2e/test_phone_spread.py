"""A hundred phones that lose the network in one moment, or whose things change in one moment, do not all ask in that moment:
each waits for a while of its own. The page's real script, with dice that show what the test wants."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import Wire, join
from tests.unit.phones.house import House, Phone
from tests.waiting import eventually

# What the dice show, and every pause the script asks for.
STUBS = """Math.random = () => %s; window.pauses = [];
const real = window.setTimeout;
window.setTimeout = (what, ms, ...more) => {
    window.pauses.push(Math.round(ms || 0));
    return real.call(window, what, ms, ...more);
};"""
OWN, STREAM, FIRST_TRY = 2000, 1000, 500  # ms: what is one's own, a fallen stream, the first try after one that failed


def opened(house: House, open_page: Callable[..., Page], wire: Wire, shown: float) -> Page:
    """A phone whose dice always show this; it follows."""
    page = open_page("about:blank", dice=STUBS % shown)
    with page.expect_response(re.compile("/stream")):
        page.goto(f"http://127.0.0.1:{wire.port}/")
        join(page)
    expect(page.locator("#net-text")).to_have_text("Yhteys kunnossa")
    eventually(lambda: page.evaluate("() => window.fasi.page.now.v !== undefined"))
    return page


def waits(page: Page, pause: float) -> None:
    """Until the script has asked for this pause."""
    eventually(lambda: any(abs(asked - pause) <= 1 for asked in page.evaluate("() => window.pauses")))


@pytest.mark.parametrize("shown", [0.0, 0.37, 0.96])
def test_each_phone_asks_at_a_moment_of_its_own(house: House, wire: Wire, open_page: Callable[..., Page], shown: float) -> None:
    house.go("ideas")
    page = opened(house, open_page, wire, shown)
    base = "/o/" + page.url.rpartition("/o/")[2]
    with house.client() as client:
        page.evaluate("() => { window.pauses.length = 0; }")
        with page.expect_response(re.compile("/live")):
            assert (
                Phone(house, client, base).send("ideas.added", text="Sauna").status_code == 201
            )  # on another device of theirs
        waits(page, OWN * shown)
    page.evaluate("() => { window.pauses.length = 0; }")
    wire.cut()
    waits(page, STREAM * shown)
    waits(page, FIRST_TRY * (0.7 + 0.6 * shown))
    wire.mend()
    expect(page.locator("#net-text")).to_have_text("Yhteys kunnossa")


def test_the_dice_fall_everywhere(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    """With the browser's own dice the pauses of many phones spread over the whole of their two seconds."""
    page = join(open_page(f"http://127.0.0.1:{wire.port}/", dice=""))
    pauses: list[float] = page.evaluate(
        """() => { const asked = [], real = window.setTimeout, ask = window.fasi.stream.ask;
        window.fasi.stream.ask = () => Promise.resolve();
        window.setTimeout = (what, ms) => { asked.push([what, ms]); return 1; };
        try { for (let n = 0; n < 200; n++) { window.fasi.page.mineLater(); asked[n][0](); } }
        finally { window.setTimeout = real; window.fasi.stream.ask = ask; }
        return asked.map((one) => one[1]); }"""
    )
    assert all(0 <= pause < OWN for pause in pauses)
    quarters = [sum(low <= pause < low + OWN / 4 for pause in pauses) for low in (0, OWN / 4, OWN / 2, 3 * OWN / 4)]
    assert min(quarters) > 10
