"""What the browser tests of the phones' pages share: a cable that can be cut, and the first things everybody does."""

import re
import socket
import threading
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from tests.waiting import eventually

LATER = 45_000  # ms to wait for something the page does by itself


class Wire:
    """A cable between browser and server that can be cut: a plain forwarder on a port of its own.

    `streams`: what becomes of open streams on the way: "" they pass, "cut" they are broken off, "held" nothing of them comes
    through (a proxy that waits for their end).
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._pairs: list[socket.socket] = []
        self._cut = False
        self.streams = ""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._server.accept()
                if self._cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._port))
                self._pairs += [near, far]
                for a, b in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(a, b), daemon=True).start()

    def _carry(self, a: socket.socket, b: socket.socket) -> None:
        with suppress(OSError):
            while data := a.recv(65536):
                if self.streams and b"text/event-stream" in data:
                    if self.streams == "cut":
                        break
                    while a.recv(65536):
                        pass
                b.sendall(data)
        for end in (a, b):
            end.close()

    def cut(self) -> None:
        """No more: what was open breaks, what is tried fails."""
        self._cut = True
        for end in self._pairs:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._pairs.clear()

    def mend(self) -> None:
        self._cut = False

    def close(self) -> None:
        self.cut()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()


def join(page: Page, name: str = "Helmi") -> Page:
    page.get_by_label(re.compile("Etunimi|Förnamn|First name")).fill(name)
    page.locator("#join button.pri").click()
    return awake(page)


def awake(page: Page) -> Page:
    """Waits until the page of somebody's own is all there: its script follows, and the phone remembers who it is. Before that,
    a press sends a plain form. A page without scripts is all there when it shows."""
    expect(page.locator("#main")).to_be_visible()
    expect(page.locator("html.js, iframe.status-frame").first).to_be_attached()
    if page.locator("html.js").count():
        eventually(lambda: page.evaluate("() => fasi.people.all.length > 0"), LATER / 1000)
    return page


def by_keyboard(button: Locator, key: str = "Enter") -> None:
    """By keyboard, once it can be pressed: a key that comes earlier is lost without a word."""
    expect(button).to_be_visible(timeout=LATER)
    expect(button).to_be_enabled(timeout=LATER)
    button.press(key)


def choose(option: Locator) -> None:
    """Presses what is around a radio button that is not seen itself, once it stays in its place."""
    option.locator("xpath=ancestor::label").click()
    expect(option).to_be_checked()


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Ideasi").fill(text)
    page.get_by_role("button", name="Lähetä idea").click()


def note(page: Page, text: str) -> Locator:
    """The latest of it: one that has been sent may show twice, until the phone hears of both."""
    return page.locator("li.card", has_text=text).first


def code_of(page: Page) -> str:
    return page.locator("#own-code b").inner_text()


def try_now(page: Page) -> None:
    """Presses "Yritä nyt", also when the page has just tried by itself and put the button away."""
    page.locator("#retry").evaluate("button => button.click()")


def what_now(page: Page) -> None:
    """Presses "Mitä nyt?", also when what it opens has come by itself and put the button away."""
    expect(page.locator("#net-help:visible, #cut:visible").first).to_be_visible(timeout=LATER)
    page.locator("#net-help").evaluate("button => button.click()")
    expect(page.locator("#cut-title")).to_be_focused()


def stay(page: Page) -> None:
    """Waits until the page knows that its connection is cut, and closes what comes by itself when that lasts: however slow the
    machine is, one can go on writing."""
    eventually(lambda: page.evaluate("() => !fasi.net.up"), LATER / 1000)
    page.locator("#cut-back").evaluate("button => button.click()")


_DRAFTS = """() => new Promise((done) => { const asked = indexedDB.open('fasilitaattori'); asked.onsuccess = () => {
    asked.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = (event) => {
        asked.result.close(); done(JSON.stringify(event.target.result)); }; }; })"""


def wait_for_draft(page: Page, text: str) -> None:
    """Until the phone has put by what is half-written."""
    eventually(lambda: f'"{text}"' in page.evaluate(_DRAFTS))
