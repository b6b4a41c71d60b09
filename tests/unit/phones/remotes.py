"""The facilitator's remote over HTTP for tests: orders, plain forms, the stream."""

import json
import re
import threading
from collections.abc import Callable
from typing import Any

import httpx

from tests.unit.phones.house import House


class Remote:
    """A remote over HTTP, without a browser."""

    def __init__(self, house: House, client: httpx.Client) -> None:
        self.base = f"/r/{house.remote}"
        self.client = client

    def state(self) -> dict[str, Any]:
        answer = self.client.get(self.base + "/state")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def order(self, command: str, **more: Any) -> httpx.Response:
        return self.client.post(self.base, json={"command": command, **more})

    def page(self, query: str = "") -> str:
        answer = self.client.get(self.base + query)
        assert answer.status_code == 200, answer.text
        return answer.text

    def press(self, command: str, page: str | None = None, **fields: str) -> httpx.Response:
        """Press a button of the page as a browser without scripts would."""
        shown = page if page is not None else self.page()
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', shown))
        return self.client.post(
            self.base + "/form", data={**hidden, "entry": "decide", "text": "", **fields, "command": command}
        )


class Follow:
    """An open stream of the remote, read in the background."""

    def __init__(self, house: House, base: str, language: str = "fi") -> None:
        self.events: list[tuple[str, Any]] = []
        self._news = threading.Condition()
        self._answer = httpx.stream("GET", f"{house.url}{base}/stream?language={language}", timeout=30, trust_env=False)
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

    def wait(self, wanted: Callable[[str, Any], bool]) -> Any:
        """The first event for which this holds, of all that came and will come."""
        with self._news:
            assert self._news.wait_for(lambda: any(wanted(*event) for event in self.events), timeout=20)
            return next(data for kind, data in self.events if wanted(kind, data))

    def close(self) -> None:
        self._thread.join(timeout=20)
        self._answer.__exit__(None, None, None)


def on(house: House) -> str:
    """The title of the step that is on."""
    step = house.state.current
    return step.title if step else ""
