"""A desktop's screen saver and systemd's login1 as a process, on the session bus of the test. It prints a line for all that is
asked of it: `python inhibitors.py screensaver|login|rude` (the last refuses)."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusError,
    QDBusMessage,
    QDBusServiceWatcher,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

PLACES = {
    "screensaver": ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    "rude": ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    "login": ("org.freedesktop.login1", "/org/freedesktop/login1"),
}


def say(line: str) -> None:
    print(line, flush=True)


class Service(QDBusVirtualObject):
    def __init__(self, kind: str, bus: QDBusConnection) -> None:
        super().__init__()
        self._kind = kind
        self._watcher = QDBusServiceWatcher(self)
        self._watcher.setConnection(bus)
        self._watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
        self._watcher.serviceUnregistered.connect(lambda _: say("released"))
        self._notifiers: list[QSocketNotifier] = []

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        if message.member() != "Inhibit":
            return False
        say(" ".join(("asked", *map(str, message.arguments()))))
        if self._kind == "rude":
            return bool(bus.send(message.createErrorReply(QDBusError.ErrorType.AccessDenied, "no")))
        if self._kind == "screensaver":
            self._watcher.addWatchedService(message.service())
            return bool(bus.send(message.createReply(7)))
        ours, theirs = os.pipe()
        notifier = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)

        def over(*_: object) -> None:
            notifier.setEnabled(False)
            say("released")

        notifier.activated.connect(over)
        self._notifiers.append(notifier)
        sent = bus.send(message.createReply(QDBusUnixFileDescriptor(theirs)))
        os.close(theirs)
        return bool(sent)


def main() -> int:
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.sessionBus()
    service = Service(sys.argv[1], bus)
    name, path = PLACES[sys.argv[1]]
    assert bus.registerVirtualObject(path, service)
    assert bus.registerService(name)
    say("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
