"""What the machine itself must have (shared libraries, a browser for tests), and whether it has a screen.

Runs before anything is installed: standard library only.
"""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

# What Qt opens at start, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
}
# What it needs besides to show a window on X11.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class Missing(Exception):
    """Something that only the machine's owner can install; the message says what to type."""


def has_screen() -> bool:
    """Whether a window can be shown: on Linux, whether a display server answers where the environment says."""
    if not sys.platform.startswith("linux"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and _answers(Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / wayland):
        return True
    host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        # X servers listen on a file, an abstract name, or both.
        return _answers(f"\0/tmp/.X11-unix/X{number}") or _answers(Path(f"/tmp/.X11-unix/X{number}"))
    try:
        socket.create_connection((host, 6000 + int(number)), timeout=2).close()
    except OSError:
        return False
    return True


def _answers(address: str | Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(address))
        except OSError:
            return False
    return True


def missing_libraries(*, window: bool) -> dict[str, str]:
    """Libraries that Qt needs and the machine lacks, each with its Debian package. `window`: to show one, too."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {**QT_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    return {name: package for name, package in wanted.items() if not _loads(name)}


def missing_browser() -> dict[str, str]:
    """Chromium, which tests drive as a phone, if the machine lacks it."""
    return {} if any(map(shutil.which, CHROMIUM)) else {"Chromium": "chromium-headless-shell"}


def missing_office() -> dict[str, str]:
    """LibreOffice, which tests have open the files for word processors, if the machine lacks it."""
    return {} if shutil.which("soffice") else {"LibreOffice": "libreoffice-writer-nogui"}


def install(missing: dict[str, str]) -> None:
    """Install the Debian packages of what is missing, or raise Missing with the one command to type."""
    if not missing:
        return
    things, packages = ", ".join(missing), " ".join(missing.values())
    if shutil.which("apt-get") is None:
        raise Missing(f"These are missing: {things}. Install them with this system's own tools and try again.")
    command = f"apt-get update && apt-get install --no-install-recommends -y {packages}"
    if os.geteuid() != 0:
        raise Missing(f"These are missing: {things}. Install them with this and try again:\n\n    sudo sh -c '{command}'\n")
    print(f"Installing {packages} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        why = "\n".join(done.stderr.strip().splitlines()[-3:])
        raise Missing(f"{why}\n\nThis did not succeed. Is there a network? The command was:\n\n    {command}\n")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
