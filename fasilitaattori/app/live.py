"""A room opened from the command line, with or without a window, that says in one line of JSON how to reach it."""

import json
import signal
import threading
from pathlib import Path

from PySide6.QtCore import QLockFile

from fasilitaattori.app.program import OpenRoom, Program
from fasilitaattori.app.windowed import Windowed, open_windowed
from fasilitaattori.desktop.owner import FILE as LOCK_FILE
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.workshop import running


def live_without_window(data: Path, method: str, language: str, host: str, port: int | None) -> int:
    """Serve until interrupted. FasilitaattoriError: no such method, port taken, folder in use or not writable."""
    program = Program(data)
    lock = QLockFile(str(data / LOCK_FILE))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise FasilitaattoriError(
            N_("Toinen ohjelma käyttää jo näitä työpajoja."), N_("Sulje se ensin, tai valitse toinen kansio: --data KANSIO.")
        )
    over = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda number, frame: over.set())
    try:
        program.door.start()
        program.door.wait_ready()
        _announce(*_open(program, method, language, host, port))
        while not over.wait(0.5):  # short waits, so that Windows hears Ctrl+C
            pass
    finally:
        program.close()
        lock.unlock()
    return 0


def live_in_window(data: Path, method: str, language: str, host: str, port: int | None) -> int:
    """The same with the window open at the live desk."""
    program = Program(data)

    def begin(whole: Windowed) -> None:
        def opened(found: tuple[str, OpenRoom]) -> None:
            _announce(*found)
            bench = whole.window.workbench
            bench.room = found[1]
            bench.open(found[0], "ohjaa", bench.room_changed.emit)

        whole.background.run(lambda: _open(program, method, language, host, port), opened, whole.window.troubles.show)

    return open_windowed(program, begin)


def _open(program: Program, method: str, language: str, host: str, port: int | None) -> tuple[str, OpenRoom]:
    stream = program.new_workshop(method, language)
    program.door.ask(stream, running.open_room()).result()
    return stream, program.open_room(stream, host=host, port=port)


def _announce(stream: str, room: OpenRoom) -> None:
    print(json.dumps({"url": room.url, "remote": room.remote, "workshop": stream}), flush=True)
