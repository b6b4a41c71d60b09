"""Phones that speak over real HTTP as their pages would, without a browser."""

import uuid
from typing import Any

import httpx


class Phone:
    """One phone, at the laptop of this address."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, trust_env=False, timeout=30)
        self.address = ""

    def join(self, name: str) -> httpx.Response:
        answer = self._client.post("/join", data={"language": "fi", "name": name})
        self.address = answer.headers.get("location", "")
        return answer

    def state(self) -> httpx.Response:
        return self._client.get(f"{self.address}/state")

    def send(self, kind: str, **body: Any) -> httpx.Response:
        message = {"id": str(uuid.uuid4()), "step": self.state().json()["step"]["id"], "kind": kind, "body": body}
        return self._client.post(f"{self.address}/events", json=message)

    def close(self) -> None:
        self._client.close()
