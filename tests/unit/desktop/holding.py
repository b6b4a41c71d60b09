"""Answers of the log that come when a test says so."""

from typing import Any

import pytest

from fasilitaattori.kit.bridge import Session


class AnswersLater:
    """From now on the answers to what a session asks for are `held`, until they `come`."""

    def __init__(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        self.held: list[list[Any]] = []
        self._deliver, self._monkeypatch, self._session = session.deliver, monkeypatch, session
        monkeypatch.setattr(session, "deliver", self.held.append)

    def come(self) -> None:
        """They are on their way to the Qt thread."""
        self._monkeypatch.setattr(self._session, "deliver", self._deliver)
        for answers in self.held:
            self._deliver(answers)
