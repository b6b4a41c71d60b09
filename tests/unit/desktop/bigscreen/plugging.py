"""Displays that can be plugged in and out, for tests in a process of their own: the switchboard of Qt's offscreen platform.

WORKAROUND: it is a C++ function that Qt hands out as a native resource, and PySide does not wrap it; so it is called by ctypes,
until PySide does.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PySide6
import shiboken6
from PySide6.QtCore import QJsonDocument
from PySide6.QtGui import QGuiApplication

LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
FIRST_OWN_METHOD = 12
"""Place of QPlatformNativeInterface's first virtual method, after those of QObject."""


@dataclass(frozen=True)
class Plugged:
    """A display: its name, its place on the virtual desktop and its size in pixels, and device pixels per pixel."""

    name: str
    left: int
    top: int
    width: int
    height: int
    ratio: float = 1.0

    def told(self) -> dict[str, object]:
        """As Qt's offscreen platform wants it."""
        place = {"name": self.name, "x": self.left, "y": self.top, "width": self.width, "height": self.height}
        return place | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": self.ratio}


class _Bytes(ctypes.Structure):
    """A QByteArray of bytes that are somebody else's."""

    _fields_ = (("d", ctypes.c_void_p), ("data", ctypes.c_char_p), ("size", ctypes.c_ssize_t))


def plug(displays: Sequence[Plugged]) -> None:
    """From now on these displays are there, and no others. The first is the primary one."""
    gui, core = (ctypes.CDLL(str(LIBRARIES / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    find: Any = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    find.restype = ctypes.c_void_p
    native = find()
    methods = ctypes.cast(native, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(_Bytes))(methods[FIRST_OWN_METHOD])
    name = b"setConfiguration"
    switch = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(resource(native, _Bytes(None, name, len(name))))
    document = QJsonDocument.fromJson(json.dumps({"screens": [each.told() for each in displays]}).encode())
    wanted = ctypes.c_void_p()  # a QJsonObject is one pointer
    take: Any = core._ZNK13QJsonDocument6objectEv
    take.restype, take.argtypes = ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_void_p)
    take(ctypes.addressof(wanted), shiboken6.getCppPointer(document)[0])
    switch(ctypes.addressof(wanted), native)
    assert [screen.name() for screen in QGuiApplication.screens()] == [each.name for each in displays]
