"""The facilitator's remote over HTTP for tests: orders, plain forms, the stream."""

import re
from typing import Any

import httpx

from tests.unit.phones.house import House
from tests.unit.phones.streams import Stream


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


def follow(house: House, base: str, language: str = "fi") -> Stream:
    """An open stream of the remote."""
    return Stream(f"{house.url}{base}/stream?language={language}")


def on(house: House) -> str:
    """The title of the step that is on."""
    step = house.state.current
    return step.title if step else ""
