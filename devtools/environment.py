"""The `.venv` beside dev.py: made once from a lock file, then left alone, so that a second start needs no network.

Runs before anything is installed: standard library only.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devtools.machine import Missing

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.json"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"  # everything of RUN_LOCK in the same versions, and more


def is_ready(*, test: bool = False) -> bool:
    """Whether `.venv` holds what the lock names, with a Python that still works."""
    try:
        noted = json.loads(STAMP.read_text())
        # Packages for tests hold those for running.
        accepted = [(TEST_LOCK.name, digest(TEST_LOCK)), *([] if test else [(RUN_LOCK.name, digest(RUN_LOCK))])]
        return (noted["lock"], noted["digest"]) in accepted and noted["python"] == _version(PYTHON)
    except (OSError, ValueError, KeyError, TypeError, subprocess.CalledProcessError):
        return False


def missing_python_parts() -> dict[str, str]:
    """What Python needs for making `.venv` and lacks: Debian keeps venv's pip in a package of its own."""
    if importlib.util.find_spec("venv") and (_has_ensurepip() or has_pip(Path(sys.executable))):
        return {}
    return {"Python's venv with pip": "python3-venv"}


def install_packages(*, test: bool = False) -> None:
    """Make or mend `.venv`. Raises Missing with what to do when it cannot be done."""
    try:
        usable = _version(PYTHON) >= "3.11" and STAMP.exists()
    except (OSError, subprocess.CalledProcessError):
        usable = False
    pip = [str(PYTHON), "-m", "pip"] if usable and has_pip(PYTHON) else _make_venv()
    lock = TEST_LOCK if test else RUN_LOCK
    STAMP.unlink(missing_ok=True)
    print(f"Installing the packages of {lock.name} into .venv: some 300 MB, the first time only …", flush=True)
    command = [*pip, "install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    quiet = [] if sys.stdout.isatty() else ["-q"]  # a slow connection is easier to bear with a progress bar
    if subprocess.run([*command, *quiet, "-r", str(lock)], cwd=ROOT).returncode != 0:
        raise Missing("The packages could not be installed. The first start needs the internet; later ones do not.")
    stamp(lock)


def stamp(lock: Path) -> None:
    """Note that `.venv` now holds the packages of `lock`."""
    STAMP.write_text(json.dumps({"lock": lock.name, "digest": digest(lock), "python": _version(PYTHON)}))


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def child_environment(**more: str) -> dict[str, str]:
    """The environment in which the checkout's own package is found from any folder."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **more}


def _make_venv() -> list[str]:
    """Make `.venv` anew; returns the pip command that installs into it."""
    if VENV.exists():
        shutil.rmtree(VENV)
    importlib.invalidate_caches()
    with_pip = _has_ensurepip()
    subprocess.run([sys.executable, "-m", "venv", *([] if with_pip else ["--without-pip"]), str(VENV)], check=True, cwd=ROOT)
    return [str(PYTHON), "-m", "pip"] if with_pip else [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def has_pip(python: Path) -> bool:
    """Whether that Python has pip of its own."""
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0


def _version(python: Path) -> str:
    shown = subprocess.run(
        [str(python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
        check=True,
        capture_output=True,
        text=True,
    )
    return shown.stdout.strip()
