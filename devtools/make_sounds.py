"""Synthesises the cues of the hall into resources/sounds/*.wav.

They are made here rather than recorded, so that they are ours to give away, small, and equally loud.
Run `python devtools/make_sounds.py` after changing something; the result is the same on every machine.
"""

from __future__ import annotations

import math
import random
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 44_100
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"

Samples = list[float]


def silence(seconds: float) -> Samples:
    """Nothing, for `seconds`."""
    return [0.0] * round(seconds * RATE)


def add(ground: Samples, sound: Sequence[float], at: float, gain: float = 1.0) -> None:
    """Mixes `sound` into `ground` from `at` seconds on; what does not fit is cut."""
    start = round(at * RATE)
    for i, value in enumerate(sound):
        if start + i >= len(ground):
            return
        ground[start + i] += value * gain


def wood_knock(pitch: float = 1.0) -> Samples:
    """Knuckles on a wooden table: three short resonances of the board and the thud of the hand."""
    chance = random.Random(7)
    sound = silence(0.3)
    for hertz, decay, gain in ((196, 0.055, 0.8), (412, 0.040, 1.0), (873, 0.022, 0.45), (1490, 0.010, 0.2)):
        for i in range(len(sound)):
            t = i / RATE
            sound[i] += gain * math.exp(-t / decay) * math.sin(2 * math.pi * hertz * pitch * t)
    low = 0.0
    for i in range(round(0.018 * RATE)):
        low += 0.18 * (chance.uniform(-1, 1) - low)
        sound[i] += 0.9 * low * math.exp(-i / RATE / 0.005)
    rise = round(0.0015 * RATE)
    for i in range(rise):
        sound[i] *= i / rise
    return sound


def kantele_string(hertz: float, seconds: float) -> Samples:
    """A plucked string (Karplus and Strong 1983), softened as a fingertip does and tuned by interpolation."""
    chance = random.Random(round(hertz))
    period = RATE / hertz - 0.5
    whole = int(period)
    part = period - whole
    string = [chance.uniform(-1, 1) for _ in range(whole + 1)]
    for _ in range(6):
        string = [(string[i] + string[i - 1]) / 2 for i in range(len(string))]
    middle = sum(string) / len(string)
    string = [value - middle for value in string]
    sound: Samples = []
    before = 0.0
    for i in range(round(seconds * RATE)):
        here, beyond = string[i % len(string)], string[(i + 1) % len(string)]
        value = here * part + beyond * (1 - part)
        string[i % len(string)] = 0.998 * (0.5 * value + 0.5 * before)
        before = value
        sound.append(value)
    return sound


def click() -> Samples:
    """A soft click: one short, round resonance."""
    sound = silence(0.09)
    for i in range(len(sound)):
        t = i / RATE
        sound[i] = math.sin(2 * math.pi * 720 * t) * math.exp(-t / 0.011) * min(1.0, t / 0.001)
    return sound


def save(name: str, sound: Samples, peak: float = 0.6) -> None:
    """Writes 16-bit mono at 44.1 kHz, loudest at `peak`, faded out at the end."""
    fade = min(len(sound), round(0.06 * RATE))
    for i in range(fade):
        sound[-1 - i] *= i / fade
    loudest = max(abs(value) for value in sound)
    frames = b"".join(struct.pack("<h", round(value / loudest * peak * 32_767)) for value in sound)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames)


def main() -> None:
    """Writes every cue."""
    save("knock", wood_knock())
    two = silence(0.62)
    add(two, wood_knock(), 0)
    add(two, wood_knock(1.06), 0.27, 0.92)
    save("two-knocks", two)
    tones = silence(1.5)
    for at, hertz in ((0.0, 293.66), (0.26, 369.99), (0.52, 440.0)):
        add(tones, kantele_string(hertz, 1.5 - at), at)
    save("kantele", tones, 0.55)
    save("click", click(), 0.35)


if __name__ == "__main__":
    main()
