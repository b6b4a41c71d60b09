"""A room opened from the command line, with or without a window, that says in one line of JSON how to reach it."""

import json
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLockFile

from fasilitaattori.app.program import OpenRoom, Program
from fasilitaattori.desktop.owner import FILE as LOCK_FILE
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.workshop import running

if TYPE_CHECKING:
    from fasilitaattori.app.windowed import Windowed


LOOK_AGAIN = 3.0
"""Seconds between two looks at the laptop's addresses, as often as the desk looks."""


class Wanted(msgspec.Struct, frozen=True):
    """What to open: a new workshop of a method in a language, or (`workshop`) one that is there; where to serve it."""

    method: str
    language: str
    host: str
    port: int | None
    workshop: str = ""


def live_without_window(data: Path, wanted: Wanted) -> int:
    """Serve until interrupted. FasilitaattoriError: no such method, port taken, folder in use or not writable."""
    program = Program(data)
    lock = QLockFile(str(data / LOCK_FILE))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise FasilitaattoriError(
            N_("Toinen ohjelma käyttää jo näitä työpajoja."), N_("Sulje se ensin tai valitse toinen kansio: --data KANSIO.")
        )
    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    try:
        program.door.start()
        program.door.wait_ready()
        stream, room = _open(program, wanted)
        _announce(stream, room)
        serve(stream, room, over)
    finally:
        program.close()
        lock.unlock()
    return 0


def serve(stream: str, room: OpenRoom, over: threading.Event) -> None:
    """Until it is over. The laptop may come into another network meanwhile: then the phones' address is told anew, in a line
    like the first."""
    told, looked = room.url, time.monotonic()
    while not over.wait(min(0.5, LOOK_AGAIN)):  # short waits, so that Windows hears Ctrl+C
        if time.monotonic() - looked < LOOK_AGAIN:
            continue
        room.look_again()
        looked = time.monotonic()
        if room.url != told:
            told = room.url
            _announce(stream, room)


def live_in_window(data: Path, wanted: Wanted) -> int:
    """The same with the window open at the live desk."""
    # The windows are heavy, and not wanted without one.
    from fasilitaattori.app.windowed import open_windowed

    program = Program(data)

    def begin(whole: "Windowed") -> None:
        def opened(found: tuple[str, OpenRoom]) -> None:
            _announce(*found)
            bench = whole.window.workbench
            bench.room = found[1]
            bench.open(found[0], "ohjaa", bench.room_changed.emit)

        whole.background.run(lambda: _open(program, wanted), opened, whole.window.troubles.show)

    return open_windowed(program, begin)


def _open(program: Program, wanted: Wanted) -> tuple[str, OpenRoom]:
    if wanted.workshop and all(row.stream != wanted.workshop for row in program.summaries()):
        raise FasilitaattoriError(N_("Työpajaa {workshop} ei löydy."), workshop=wanted.workshop)
    stream = wanted.workshop or program.new_workshop(wanted.method, wanted.language)
    room = program.open_room(stream, host=wanted.host, port=wanted.port)
    program.door.ask(stream, running.open_room()).result()
    room.look_again()  # announces the name, if there is to be one
    return stream, room


def _announce(stream: str, room: OpenRoom) -> None:
    print(json.dumps({"url": room.url, "remote": room.remote, "workshop": stream}), flush=True)
