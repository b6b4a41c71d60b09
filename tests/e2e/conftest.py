"""Real browsers as phones: they fail the test when a script fails or the page's policy refuses something."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.pages import Wire
from tests.unit.phones.house import House

# Every pause of a page's script is so many times shorter: for tests in which pages give something up or come to rest.
HASTE = "(() => { const wait = setTimeout; setTimeout = (what, ms, ...more) => wait(what, ms / %g, ...more); })()"
# What phones ask for at a moment of their own they ask for soon: how those moments spread is test_phone_spread's matter.
SOON = "(() => { const dice = Math.random; Math.random = () => dice() * 0.05; })()"
# What a page says in passing, and a question it takes back by itself, stay ten times as long: for tests that look at them.
LINGER = """(() => { const wait = setTimeout, passing = [4000, 6000, 8000, 20000];
  setTimeout = (what, ms, ...more) => wait(what, passing.includes(ms) ? ms * 10 : ms, ...more); })()"""
# Words on what could not be fetched: from the browser, and from axe, which wants to read style sheets that a test refuses.
OF_NETWORK = ("net::ERR", "status of", "Couldn't load preload assets")
PATIENCE = 90_000  # ms at most: a busy machine is slow, and what shows at once takes no time
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    made.open()
    yield made
    made.close()


@pytest.fixture
def wire(house: House) -> Iterator[Wire]:
    laid = Wire(house.server.port)
    yield laid
    laid.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages that fail the test when their script fails or something is refused by the policy. `dice`: a script that says
    what their dice show; `haste`: how many times shorter their pauses are; `lingers`: what is there in passing stays longer."""
    contexts = []
    troubles: list[str] = []

    def said(message: Any) -> None:
        if message.type in ("error", "warning") and not any(words in message.text for words in OF_NETWORK):
            troubles.append(message.text)

    def make(url: str, width: int = 360, dice: str = SOON, haste: float = 1, lingers: bool = False, **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 740}, **{"locale": "fi-FI", "reduced_motion": "reduce", **more}
        )
        context.set_default_timeout(PATIENCE)
        for script in (dice, HASTE % haste if haste != 1 else "", LINGER if lingers else ""):
            if script:
                context.add_init_script(script)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", said)
        page.goto(url)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not troubles
