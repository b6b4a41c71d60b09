"""`dev.py shots` takes its pictures with the real program, and puts them on a page."""

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]


def test_a_moment_of_the_evening_is_photographed(tmp_path: Path) -> None:
    """The desk in its two sizes and the big screen in its two, in the language and theme asked for."""
    asked = ["--out", str(tmp_path), "--only", "tauko", "--language", "sv", "--theme", "ilta"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-m", "shots", *asked], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    sizes = {"desk": ((1366, 768), (1920, 1080)), "slide": ((1024, 768), (3840, 2160))}
    files = {tmp_path / kind / f"tauko_sv_ilta_{w}x{h}.png": (w, h) for kind, of in sizes.items() for w, h in of}
    assert set(tmp_path.glob("*/*.png")) == set(files)
    for file, size in files.items():
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == size
        assert len({picture.pixel(x, size[1] // 2) for x in range(0, size[0], 7)}) > 1, f"{file.name} is empty"
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="([^"#]+)"', page)) == {file.relative_to(tmp_path).as_posix() for file in files}
