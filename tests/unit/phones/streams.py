"""An open stream of the phones' server, read in the background."""

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx

from tests.waiting import PATIENCE

Event = tuple[str, Any]


class Stream:
    """Everything that comes, in `events`: (kind, data). The last one is ("end", None), when the server ends it."""

    def __init__(self, address: str) -> None:
        self.events: list[Event] = []
        self._place = 0
        self._news = threading.Condition()
        self._answer = httpx.stream("GET", address, timeout=PATIENCE, trust_env=False)
        self.response = self._answer.__enter__()
        assert self.response.headers["content-type"] == "text/event-stream"
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        kind = "message"
        try:
            for line in self.response.iter_lines():
                if line.startswith("event: "):
                    kind = line[7:]
                elif line.startswith("data: "):
                    self._put(kind, json.loads(line[6:]))
                    kind = "message"
        except (httpx.HTTPError, httpx.StreamError, RuntimeError):
            pass
        self._put("end", None)

    def _put(self, kind: str, data: Any) -> None:
        with self._news:
            self.events.append((kind, data))
            self._news.notify_all()

    def _find(self, wanted: Callable[[str, Any], bool], since: int) -> int:
        """Where the first event stands for which this holds, from the place `since` on."""
        place = since
        with self._news:
            while True:
                assert self._news.wait_for(partial(self._reaches, place), timeout=PATIENCE), self.events[since:]
                if wanted(*self.events[place]):
                    return place
                assert self.events[place][0] != "end", "the stream ended"
                place += 1

    def _reaches(self, place: int) -> bool:
        return place < len(self.events)

    def wait(self, wanted: Callable[[str, Any], bool]) -> Any:
        """What the first event tells for which this holds, of all that came and will come."""
        return self.events[self._find(wanted, 0)][1]

    def next(self, kind: str = "message", wanted: Callable[[Any], bool] = lambda data: True) -> Any:
        """What the next event of this kind tells for which `wanted` holds; what came before it is passed over."""
        place = self._find(lambda got, data: got == kind and wanted(data), self._place)
        self._place = place + 1
        return self.events[place][1]

    def told(self, kind: str = "message") -> list[Any]:
        """What all events of this kind have told so far."""
        return [data for got, data in list(self.events) if got == kind]

    def close(self) -> None:
        """As a phone that goes away; also after the server has ended it."""
        wire = self.response.extensions["network_stream"].get_extra_info("socket")
        with contextlib.suppress(OSError):  # the other end has closed it
            wire.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)
        self._answer.__exit__(None, None, None)
