"""Keeps the laptop awake while an evening is on: one that falls asleep takes the hall's network and the big screen with it.

One interface, and one small class for each operating system behind it. Whatever is held is let go by the system itself when
the program ends, in whatever way: so a crash leaves no laptop awake for the night.
"""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from subprocess import Popen

    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

WORKS, REFUSED = "works", "refused"
ANSWER_MS = 3000
NAME = "Fasilitaattori"

logger = logging.getLogger(__name__)


class Awake(QObject):
    """Call `hold` and `release` on the Qt thread, as often as one likes. This one knows of no way.

    `state`: "" nothing has been tried yet, "works", "refused". `changed` when it tells something else.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ""
        self._wanted = self._trying = self._asked = False

    @property
    def holding(self) -> bool:
        """Is the machine kept awake now?"""
        return self._wanted and self._asked and self.state == WORKS

    def hold(self, why: str) -> None:
        """Keep the machine and its displays awake; `why` is what some systems show the user."""
        if not self._wanted:
            self._wanted = True
            self._begin(why)

    def release(self) -> None:
        """Let it sleep again. May be called again."""
        self._wanted = False
        if not self._trying:
            self._end()

    def try_out(self, why: str) -> None:
        """Find out whether it can be done, by doing it for a moment."""
        if not self.state and not self._wanted:
            self._trying = True
            self._begin(why)

    def _begin(self, why: str) -> None:
        if not self._asked:
            self._asked = True
            self._ask(why)

    def _end(self) -> None:
        if self._asked:
            self._asked = False
            self._let_go()

    def _settle(self, works: bool) -> None:
        """The system has answered."""
        state, before = WORKS if works else REFUSED, self.state
        self.state = state
        self._trying = False
        if not self._wanted or not works:
            self._end()
        if state != before:
            if not works:
                logger.info("the machine cannot be kept awake")
            self.changed.emit()

    # --- one of these for every system ---

    def _ask(self, why: str) -> None:
        """Ask the system; `_settle` tells its answer, at once or later."""
        self._settle(False)

    def _let_go(self) -> None:
        """Take back whatever was asked. Never raises."""


class AwakeOnWindows(Awake):
    """SetThreadExecutionState (learn.microsoft.com, winbase.h). It holds for the thread that called it, and ends with it."""

    CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002

    def __init__(self, call: Callable[[int], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = call

    def _ask(self, why: str) -> None:
        self._settle(bool(self._call(self.CONTINUOUS | self.SYSTEM | self.DISPLAY)))  # gives 0 when it fails

    def _let_go(self) -> None:
        self._call(self.CONTINUOUS)


class AwakeOnMac(Awake):
    """caffeinate(8) beside us: it keeps display and system awake, and goes when this program does (-w)."""

    COMMAND = ("/usr/bin/caffeinate", "-d", "-i", "-w")

    def __init__(self, command: Sequence[str] = COMMAND, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._process: Popen[bytes] | None = None

    def _ask(self, why: str) -> None:
        import subprocess  # loads on an evening, and only on a Mac

        quiet = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen([*self._command, str(os.getpid())], stdin=quiet, stdout=quiet, stderr=quiet)
        except OSError as error:
            logger.info("caffeinate: %s", error)
        self._settle(self._process is not None)

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait()


class AwakeOnLinux(Awake):
    """Two services are asked: the desktop's (org.freedesktop.ScreenSaver, Idle Inhibition Specification) keeps the display lit,
    and systemd's (org.freedesktop.login1) keeps the machine from sleeping when nobody touches it. One of them is enough.

    Each holds for as long as we hold on: the first to our connection, the second to the file it gives.
    """

    SESSION, SYSTEM = "fasilitaattori-awake", "fasilitaattori-awake-login"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[QDBusPendingCallWatcher] = []
        self._connected: set[str] = set()
        self._file: Any = None  # closed by Qt when it goes
        self._held = False

    def _ask(self, why: str) -> None:
        # Loads only on an evening, and only on Linux.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        self._held = False
        screen = QDBusMessage.createMethodCall(
            "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Inhibit"
        )
        screen.setArguments([NAME, why])
        login = QDBusMessage.createMethodCall(
            "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit"
        )
        login.setArguments(["idle", NAME, why, "block"])
        for name, address, message in ((self.SESSION, session_bus(), screen), (self.SYSTEM, system_bus(), login)):
            if address:
                self._connected.add(name)
                self._send(QDBusConnection.connectToBus(address, name), message)
        if not self._waiting:
            self._settle(False)

    def _send(self, bus: "QDBusConnection", message: "QDBusMessage") -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher

        if not bus.isConnected():
            logger.info("no bus for %s: %s", message.service(), bus.lastError().message())
            return
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, ANSWER_MS), self)
        self._waiting.append(watcher)
        watcher.finished.connect(self._answered)

    @Slot("QDBusPendingCallWatcher*")
    def _answered(self, watcher: "QDBusPendingCallWatcher") -> None:
        if watcher not in self._waiting:
            return  # let go of meanwhile
        self._waiting.remove(watcher)
        watcher.deleteLater()
        if watcher.isError():
            logger.info("kept awake by nobody here: %s", watcher.error().message())
        else:
            self._held = True
            self._keep(watcher.reply().arguments())
        if not self._waiting:
            self._settle(self._held)

    def _keep(self, given: Sequence[object]) -> None:
        """Hold on to the file systemd gives; the desktop's number is not needed, for the connection itself is what holds."""
        from PySide6.QtDBus import QDBusUnixFileDescriptor

        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._file = given[0]

    def _let_go(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        for watcher in self._waiting:
            watcher.deleteLater()
        self._waiting.clear()
        self._file = None
        for name in self._connected:
            QDBusConnection.disconnectFromBus(name)
        self._connected.clear()


def awake_of(system: str = sys.platform) -> Awake:
    """The way of this operating system (as `sys.platform` tells it)."""
    if system == "win32":
        import ctypes  # loads on Windows only

        windows: Any = vars(ctypes)["windll"]  # there alone
        call = windows.kernel32.SetThreadExecutionState
        return AwakeOnWindows(lambda flags: int(call(ctypes.c_uint(flags))))
    if system == "darwin":
        return AwakeOnMac()
    return AwakeOnLinux() if system == "linux" else Awake()


def session_bus() -> str:
    """Where the user's bus listens; "" = there is none. (Left to itself the library would start one, with nobody on it.)"""
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (f"unix:path={socket}" if socket.exists() else "")


def system_bus() -> str:
    """Where the machine's bus listens; "" = there is none."""
    socket = Path("/run/dbus/system_bus_socket")
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or (f"unix:path={socket}" if socket.exists() else "")
