"""The bare floor: a window, Starlette on uvicorn in a thread, and sqlite3 with group commit, with nothing between them.

`python -m benchmarks._floor FOLDER` does what any program must do that stores phones' ideas durably in the process of a
window: read JSON, put a row with a unique id into SQLite (WAL, synchronous=FULL, as many rows in a transaction as are
waiting), show the window, push a count to those who follow, and only then say "saved". It has no rules, people, undo or pages.
"""

import asyncio
import queue
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import uvicorn
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from benchmarks._talk import tell
from benchmarks._watch import Watch

FILE = "floor.db"
STEP = "ideat"
MOST_AT_ONCE = 512
PUSH_SECONDS = 0.5


class Idea(msgspec.Struct):
    """What a phone sends; the same shape as the program takes."""

    id: str
    step: str
    kind: str
    body: dict[str, str]


class Shown(QObject):
    """Rows on their way to the window."""

    came = Signal(object)


class Writer:
    """One thread: everything that waits goes into one transaction; then the window hears, then the callers."""

    def __init__(self, path: Path, shown: Shown, watch: Watch) -> None:
        self._path, self._shown, self._watch = path, shown, watch
        self._jobs: queue.SimpleQueue[tuple[Idea, str, asyncio.Future[None]] | None] = queue.SimpleQueue()
        self.loop: asyncio.AbstractEventLoop
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def put(self, idea: Idea, author: str, waiting: "asyncio.Future[None]") -> None:
        self._jobs.put((idea, author, waiting))

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        connection = sqlite3.connect(self._path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE idea (id TEXT PRIMARY KEY, step TEXT, author TEXT, at TEXT, text TEXT) WITHOUT ROWID")
        while (first := self._jobs.get()) is not None:
            jobs = [first]
            while len(jobs) < MOST_AT_ONCE and not self._jobs.empty():
                job = self._jobs.get()
                if job is None:
                    self._jobs.put(None)
                    break
                jobs.append(job)
            at = time.strftime("%Y-%m-%dT%H:%M:%S")
            rows = [(idea.id, idea.step, author, at, idea.body["text"]) for idea, author, _ in jobs]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR IGNORE INTO idea VALUES (?, ?, ?, ?, ?)", rows)
            connection.execute("COMMIT")
            texts = [row[4] for row in rows]
            self._shown.came.emit(texts)
            self._watch.heard.emit(texts)
            self.loop.call_soon_threadsafe(_wake, [waiting for _, _, waiting in jobs])
        connection.close()


def _wake(waiting: "list[asyncio.Future[None]]") -> None:
    for future in waiting:
        if not future.done():
            future.set_result(None)


class Floor:
    """The web application."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._decode = msgspec.json.Decoder(Idea).decode
        self._own: dict[str, list[str]] = {}
        self._count = 0
        self._changed: asyncio.Event
        routes = [
            Route("/join", self.join, methods=["POST"]),
            Route("/o/{token}/events", self.add, methods=["POST"]),
            Route("/o/{token}/stream", self.stream),
            Route("/o/{token}/live", self.live),
        ]
        self.app = Starlette(routes=routes)

    async def join(self, request: Request) -> Response:
        await request.body()
        token = f"{len(self._own):022}"
        self._own[token] = []
        return RedirectResponse(f"/o/{token}", 303)

    async def add(self, request: Request) -> Response:
        token = request.path_params["token"]
        idea = self._decode(await request.body())
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._writer.put(idea, token, waiting)
        await waiting
        self._own[token].append(idea.body["text"])
        self._count += 1
        content = {"ok": True, "ids": [idea.id], "at": time.strftime("%Y-%m-%dT%H:%M:%S"), "again": False}
        return Response(msgspec.json.encode(content), 201, media_type="application/json")

    async def live(self, request: Request) -> Response:
        own = self._own[request.path_params["token"]]
        return Response(msgspec.json.encode({"count": self._count, "mine": own}), media_type="application/json")

    async def stream(self, request: Request) -> Response:
        async def news() -> AsyncIterator[bytes]:
            told = -1
            while True:
                if told != self._count:
                    told = self._count
                    yield b'data: {"count": %d}\n\n' % told
                await self._changed.wait()

        return StreamingResponse(news(), media_type="text/event-stream")

    async def push(self) -> None:
        """Wake everybody who follows, twice a second."""
        self._changed = asyncio.Event()
        while True:
            await asyncio.sleep(PUSH_SECONDS)
            self._changed.set()
            self._changed = asyncio.Event()


class Window(QMainWindow):
    """Shows how many ideas there are and the latest one."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._count = 0
        self._label = QLabel("0", alignment=Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(self._label)
        self.resize(1366, 768)
        shown.came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _take(self, texts: list[str]) -> None:
        self._count += len(texts)
        self._label.setText(f"{self._count}\n{texts[-1]}")


def _serve(floor: Floor, writer: Writer) -> int:
    """Serve in a thread; gives the port."""
    taken = socket.create_server(("127.0.0.1", 0), backlog=1024)
    settings: dict[str, Any] = {"http": "httptools", "loop": "auto", "ws": "none", "lifespan": "off", "log_config": None}
    less: dict[str, Any] = {"access_log": False, "server_header": False, "proxy_headers": False}
    config = uvicorn.Config(floor.app, backlog=1024, timeout_keep_alive=30, timeout_graceful_shutdown=1, **settings, **less)

    async def run() -> None:
        writer.loop = asyncio.get_running_loop()
        pushing = asyncio.create_task(floor.push())
        await uvicorn.Server(config).serve(sockets=[taken])
        pushing.cancel()

    def loop() -> None:
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(run())

    threading.Thread(target=loop, daemon=True).start()
    port: int = taken.getsockname()[1]
    return port


def main() -> None:
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv)
    shown, watch = Shown(), Watch()
    window = Window(shown)
    window.show()
    writer = Writer(folder / FILE, shown, watch)
    tell(port=_serve(Floor(writer), writer), step=STEP)
    app.exec()
    writer.close()


if __name__ == "__main__":
    main()
