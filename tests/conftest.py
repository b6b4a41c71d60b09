"""What every test stands on: no screen, a home of its own, patience, a log in which nothing unexpected was said, and nothing
that goes on when the test has ended."""

import asyncio
import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.sharing import LONG, shared_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_HOME = Path(tempfile.mkdtemp(prefix="fasilitaattori-test-"))
# Before Qt is loaded: Qt reads these once. A test never touches the data of whoever runs it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_RUNTIME_DIR"] = str(_HOME / "run")
os.environ["XDG_DATA_HOME"] = str(_HOME / "data")
os.environ["XDG_CONFIG_HOME"] = str(_HOME / "config")
os.environ["XDG_CACHE_HOME"] = str(_HOME / "cache")
(_HOME / "run").mkdir(mode=0o700)

# No time limits: a slow machine is not a wrong program. And the same examples in every run: what fails is what was changed, not
# what luck has found meanwhile. Others are looked for on purpose: --hypothesis-profile=searching.
_UNHURRIED = hypothesis_settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("searching", _UNHURRIED, derandomize=False, max_examples=1000)
hypothesis_settings.register_profile("fasilitaattori", _UNHURRIED, derandomize=True)
hypothesis_settings.load_profile("fasilitaattori")


LATER = 180_000  # ms at most for what comes at once on a machine that has time: a busy one is slow, not wrong
ENDING = 60.0  # seconds for a thread that has been told to end


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """After everybody else has ordered them."""
    yield
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    items[:] = shared_out(items, processes, lambda item: item.nodeid.startswith(LONG))


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


class PatientBot(QtBot):
    """Waits until something is so, also on a busy machine, and goes on at once when it is."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LATER) -> None:
        end, pause = time.monotonic() + timeout / 1000, 1
        while time.monotonic() < end:
            try:
                found = callback()
                if found not in (None, True, False):
                    break  # pytest-qt says that this is no answer
                if found is None or found:
                    return
            except AssertionError:
                pass
            self.wait(pause)
            pause = min(pause + 1, 10)
        super().waitUntil(callback, timeout=0)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = LATER, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = LATER) -> Any:
        """At once: pytest-qt's own waits only at the end of a `with`."""
        with super().waitExposed(widget, timeout=timeout):
            pass

    def waitActive(self, widget: QWidget, *, timeout: int = LATER) -> Any:
        """At once, as above."""
        with super().waitActive(widget, timeout=timeout):
            pass


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's own."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_goes_on() -> Iterator[None]:
    """Fail the test that leaves a thread behind for which the end of the whole run would wait."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if not thread.daemon and thread not in before]
    for thread in left:
        thread.join(ENDING)
    if going_on := [thread.name for thread in left if thread.is_alive()]:
        pytest.fail(f"still running: {', '.join(going_on)}", pytrace=False)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test if anything logs a warning, unless it is marked `log_warnings`. A program's own file of
    the log ends with its test, as its folder does."""
    collector, root, ours = _Collector(), logging.getLogger(), logging.getLogger("fasilitaattori")
    before, level = tuple(root.handlers), ours.level
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    ours.setLevel(level)
    for handler in [each for each in root.handlers if isinstance(each, logging.FileHandler) and each not in before]:
        root.removeHandler(handler)
        handler.close()
    if collector.said and request.node.get_closest_marker("log_warnings") is None:
        pytest.fail("unexpected in the log:\n" + "\n".join(collector.said), pytrace=False)


@pytest.fixture(autouse=True)
def focus_is_free() -> None:
    """Qt leaves the focus in a dialog that was closed with its window until something else takes it: not so for the next test,
    which may ask from where the focus came."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    at = widgets.QApplication.focusWidget() if widgets is not None else None
    if at is not None and not at.isVisible():
        at.clearFocus()


@pytest.fixture(autouse=True)
def undressed() -> Iterator[None]:
    """A test leaves no window behind that is only to be deleted later, and no style sheet, font, colours or ways of writing
    numbers for the next one, which may measure undressed widgets. Qt remembers styled widgets, so those that are no more go
    first."""
    yield
    widgets, core = sys.modules.get("PySide6.QtWidgets"), sys.modules.get("PySide6.QtCore")
    app = widgets.QApplication.instance() if widgets is not None else None
    if app is None or core is None:
        return
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    core.QLocale.setDefault(core.QLocale.system())
    if app.styleSheet():
        gc.collect()
        app.setStyleSheet("")
    fonts = sys.modules["PySide6.QtGui"].QFontDatabase
    palette, font = app.style().standardPalette(), fonts.systemFont(fonts.SystemFont.GeneralFont)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.font() != font:
        app.setFont(font)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium, which `dev.py test` sees to."""
    found = next(
        filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
    )
    assert found, "Chromium is missing: python3 dev.py test installs it or tells how"
    return found


class _Shop:
    """One browser program for all tests of a process: each has contexts of its own in it, which share nothing.

    Playwright's event loop stands still between its calls, but is marked as running in this thread, where others may want to
    run one of their own: so the mark is put on for the tests that use the browser, and taken off after them.
    """

    def __init__(self, chromium: str) -> None:
        # Playwright costs a second: imported where a test needs it.
        from playwright.sync_api import sync_playwright

        from reliability.browser import CHROMIUM

        self._playwright = sync_playwright().start()
        self._loop = asyncio.get_running_loop()
        self._start = partial(self._playwright.chromium.launch, executable_path=chromium, args=CHROMIUM)
        self._browser = self._start()
        asyncio._set_running_loop(None)

    def __enter__(self) -> "Browser":
        asyncio._set_running_loop(self._loop)
        if not self._browser.is_connected():
            self._browser = self._start()
        return self._browser

    def __exit__(self, *_: object) -> None:
        asyncio._set_running_loop(None)

    def close(self) -> None:
        with self as browser:
            browser.close()
            self._playwright.stop()


@pytest.fixture(scope="session")
def _shop(chromium: str) -> Iterator[_Shop]:
    opened = _Shop(chromium)
    yield opened
    opened.close()


@pytest.fixture
def browser(_shop: _Shop) -> "Iterator[Browser]":
    """The browser all tests of this process share; a test closes the contexts it makes."""
    with _shop as opened:
        yield opened
