"""Cues for the hall: a knock at five minutes, two at one minute, three kantele tones at the end, a click for a turn.

Sound is never the only way anything is told, so a laptop without an audio device simply stays silent.
QtMultimedia is imported when the first cue plays.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from fasilitaattori.errors import N_
from fasilitaattori.paths import resource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

logger = logging.getLogger(__name__)

CUES: dict[str, str] = {
    "knock": N_("Muistutus ennen loppua: yksi koputus"),
    "two-knocks": N_("Viimeinen minuutti: kaksi koputusta"),
    "kantele": N_("Aika loppui: kolme kanteleen ääntä"),
    "click": N_("Puheaika loppui: pehmeä naksahdus"),
}
"""Cue -> what it tells, for the settings. The file is resources/sounds/<cue>.wav."""


class Sounds(QObject):
    """Plays the cues. Volumes are 0–1 per cue; a cue at 0 is off."""

    def __init__(self, volumes: Mapping[str, float] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volumes: dict[str, float] = dict.fromkeys(CUES, 0.8) | dict(volumes or {})
        self._effects: dict[str, QSoundEffect] = {}
        self._closed = self._told = False
        self.muted = False
        """Silent for now, whatever the volumes are; what is seen is not affected."""

    def set_volume(self, cue: str, volume: float) -> None:
        """How loud a cue is, 0 (off) to 1."""
        self._volumes[cue] = min(1.0, max(0.0, volume))

    def volume(self, cue: str) -> float:
        """How loud a cue is, 0–1."""
        return self._volumes[cue]

    def play(self, cue: str) -> bool:
        """Starts a cue and returns at once; False when it is off or there is nothing to play it with."""
        volume = self._volumes[cue]
        if volume <= 0 or self.muted or self._closed or self._is_silent():
            return False
        effect = self._effects.get(cue) or self._load(cue)
        effect.setVolume(volume)
        effect.play()
        return True

    def close(self) -> None:
        """Stops and lets go of the audio device; may be called twice."""
        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects.clear()
        self._closed = True

    def _load(self, cue: str) -> QSoundEffect:
        # heavy: imported when the first cue plays
        from PySide6.QtMultimedia import QSoundEffect

        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(resource("sounds", f"{cue}.wav"))))
        self._effects[cue] = effect
        return effect

    def _is_silent(self) -> bool:
        # asked anew each time: loudspeakers may be plugged in during the evening
        silent = not _has_audio()
        if silent and not self._told:
            self._told = True
            logger.info("No audio device: the cues stay silent")
        return silent


def _has_audio() -> bool:
    try:
        # heavy, and its libraries may be missing: imported when the first cue plays
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # no sound library on this machine is as good as no loudspeaker
        return False
    return not QMediaDevices.defaultAudioOutput().isNull()
