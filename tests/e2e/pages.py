"""What the browser tests of the phones' pages share: a cable that can be cut, and the first things everybody does."""

import re
import socket
import threading
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

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
    expect(page.locator("#main")).to_be_visible()
    return page


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Ideasi").fill(text)
    page.get_by_role("button", name="Lähetä idea").click()


def note(page: Page, text: str) -> Locator:
    return page.locator("li.card", has_text=text)


def code_of(page: Page) -> str:
    return page.locator("#own-code b").inner_text()


def try_now(page: Page) -> None:
    """Presses "Yritä nyt", also when the page has just tried by itself and put the button away."""
    page.locator("#retry").evaluate("button => button.click()")
