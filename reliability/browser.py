"""Real phones among the crowd: Chromium in the phones' network, with the program's own pages and scripts."""

import shlex
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from reliability.addresses import LAPTOP, PORT
from reliability.network import Network

URL = f"http://{LAPTOP}:{PORT}/"
PATIENCE = 120_000  # ms: a machine may be slow
CHROMIUM = ("--no-sandbox", "--disable-gpu")  # root may start it, and no driver of a graphics card is asked for
# The phone's own clock, as many milliseconds off as `ahead` says at the moment.
WRONG_DATE = """(() => {
  const Right = Date;
  window.ahead = %d;
  const now = () => Right.now() + window.ahead;
  window.Date = class extends Right {
    constructor(...given) { if (given.length) super(...given); else super(now()); }
    static now() { return now(); }
  };
})();"""
_IDEA = 'form[data-kind="ideas.added"]'


class RealPhone:
    """One page in a browser of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.written: list[str] = []
        self._origin = 0.0

    def join(self, name: str) -> None:
        """Through the join page, as a person does."""
        self.page.goto(URL)
        self.page.locator("#join input[name=name]").fill(name)
        self.page.locator("#join button.pri").click()
        self.page.wait_for_url("**/o/*")
        self.page.wait_for_selector("html.js")
        self._origin = self._time_origin()

    def set_clock(self, hours: float) -> None:
        """Somebody sets the phone's own clock (one that was handed out wrong)."""
        self.page.evaluate(f"() => {{ window.ahead = {int(hours * 3_600_000)}; }}")

    @property
    def reloaded(self) -> bool:
        """Is the page another one than the one that opened at joining?"""
        return self._time_origin() != self._origin

    def _time_origin(self) -> float:
        return float(self.page.evaluate("performance.timeOrigin"))

    def write(self, text: str) -> None:
        """Write an idea and press send."""
        self.written.append(text)
        self.page.locator(f"{_IDEA} textarea").fill(text)
        self.page.locator(f"{_IDEA} button.pri").click()

    def wait_saved(self) -> None:
        """Until nothing waits in this phone."""
        self.page.wait_for_function("() => !window.fasi.outbox.waiting().length")

    def wait_step(self, tool_form: str = _IDEA) -> None:
        """Until the step is on the page."""
        self.page.wait_for_selector(tool_form)

    def time_left(self) -> str:
        """What the page says of the time left."""
        return str(self.page.locator("[data-timer]").first.text_content() or "")


@contextmanager
def phones_in(network: Network, chromium: str, folder: Path) -> Iterator["Shop"]:
    """Where one gets phones."""
    starter = folder / "chromium-among-the-phones"
    starter.write_text(f'#!/bin/sh\nexec {shlex.join([*network.inside("phones"), chromium])} "$@"\n', encoding="utf-8")
    starter.chmod(starter.stat().st_mode | stat.S_IXUSR)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=starter, args=CHROMIUM)
        try:
            yield Shop(browser)
        finally:
            browser.close()


class Shop:
    """Hands out phones of one browser program, each with a store of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def phone(self, ahead_hours: float | None = None) -> RealPhone:
        """A phone; `ahead_hours`: its own clock is so wrong."""
        size: Any = {"width": 360, "height": 740}
        context = self._browser.new_context(viewport=size, locale="fi-FI")
        context.set_default_timeout(PATIENCE)
        if ahead_hours is not None:
            context.add_init_script(WRONG_DATE % int(ahead_hours * 3_600_000))
        return RealPhone(context.new_page())
