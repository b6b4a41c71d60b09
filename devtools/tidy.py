"""Small checks that no off-the-shelf tool makes: nothing of this machine in the repository, and no file too long."""

import re
import subprocess
from pathlib import Path

MAX_LINES = 350
# Registries and mirrors are each machine's own business.
_HOSTS = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.com/[a-z@]|deb\.debian\.org|--(extra-)?index-url|--find-links", re.I
)
_EXCUSED = ("devtools/locks.py", "devtools/tidy.py", "tests/unit/test_dev.py")  # they name the options


def tracked(root: Path) -> list[str]:
    """The files of the repository, relative to `root`; also the new ones that are not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return sorted(name for name in listed.split("\0") if name and (root / name).is_file())


def strangers(root: Path) -> list[str]:
    """Lines that name a registry's host, this checkout's path or this user's home."""
    own = [f"{path}/" for path in {str(root), str(Path.home())} if len(path) > 1]
    found = []
    for name in tracked(root):
        try:
            lines = (root / name).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture, a font, a sound
        for number, line in enumerate(lines, 1):
            if any(path in line for path in own) or (name not in _EXCUSED and _HOSTS.search(line)):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    return found


def long_files(root: Path) -> list[str]:
    """Python files past MAX_LINES, the longest first."""
    lengths = {name: (root / name).read_text(encoding="utf-8").count("\n") for name in tracked(root) if name.endswith(".py")}
    return [f"{n} lines: {name}" for name, n in sorted(lengths.items(), key=lambda item: -item[1]) if n > MAX_LINES]
