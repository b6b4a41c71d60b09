"""What the phones are told, as bytes: each change is drawn once per language, however many phones read it.

A phone that has the version before gets what changed, any other the whole page as it is now.
"""

import secrets
from collections.abc import Iterable
from typing import Any

import msgspec

from fasilitaattori.i18n import translator
from fasilitaattori.phones.drawing import Drawing
from fasilitaattori.phones.scene import Scene


class News:
    """The latest version, and how to get there. `version` counts the changes since the server began."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._parts: dict[str, dict[str, str]] = {}
        self._deltas: dict[str, bytes] = {}
        self._wholes: dict[str, bytes] = {}
        self._drawn: tuple[Scene | None, dict[str, dict[str, str]]] = (None, {})
        self._boot = secrets.token_hex(4)  # versions begin anew with the server; phones must notice
        self.version = 0

    def change(self, before: Scene, scene: Scene, languages: Iterable[str], now_ms: int) -> None:
        """A new version: the change as bytes, once per language that anybody reads."""
        self.version += 1
        self._deltas.clear()
        self._wholes.clear()
        for language in languages:
            if before.key != scene.key:
                self._parts.pop(language, None)
                continue
            known = self._parts.get(language)
            now = self._parts[language] = self._parts_of(scene, language, now_ms)
            if known is not None:
                parts = {name: html for name, html in now.items() if known.get(name) != html}
                self._deltas[language] = as_event(self._message(scene, {"parts": parts}))

    def since(self, version: int, key: str, scene: Scene, language: str, now_ms: int) -> bytes:
        """The bytes that bring a phone with this version, which shows the drawing `key`, to the latest: `scene`."""
        delta = self._deltas.get(language)
        if version == self.version - 1 and delta is not None and key == scene.key:
            return delta
        found = self._wholes.get(language)
        if found is None:
            whole = self.whole(scene, language, now_ms)
            self._parts[language] = whole["parts"]
            found = self._wholes[language] = as_event(whole)
        return found

    def whole(self, scene: Scene, language: str, now_ms: int, key: str = "") -> dict[str, Any]:
        """Everything everybody sees; the frame is left out for a phone that shows it already (`key`)."""
        tr = translator(language)
        parts = self._parts_of(scene, language, now_ms)
        message = {"title": page_title(scene), "heading": scene.title, "workshop": scene.workshop, "parts": parts}
        if key != scene.key:
            message["html"] = self._drawing.frame(scene, tr, now_ms)
        return self._message(scene, message)

    def _message(self, scene: Scene, more: dict[str, Any]) -> dict[str, Any]:
        return {"boot": self._boot, "v": self.version, "key": scene.key, "step": scene.step, "facts": scene.facts, **more}

    def _parts_of(self, scene: Scene, language: str, now_ms: int) -> dict[str, str]:
        """The parts that change by themselves, drawn once per scene and language."""
        if self._drawn[0] is not scene:
            self._drawn = (scene, {})
        drawn = self._drawn[1]
        if language not in drawn:
            drawn[language] = self._drawing.parts(scene, translator(language), now_ms)
        return drawn[language]


def page_title(scene: Scene) -> str:
    """The title of the page: the step and the workshop."""
    return f"{scene.title} – {scene.workshop}" if scene.title else scene.workshop


def as_event(message: dict[str, Any]) -> bytes:
    """A message of a stream."""
    return b"data: " + msgspec.json.encode(message) + b"\n\n"
