"""Pictures of every window and every slide, and one page on which they all are.

    python3 dev.py shots [--out DIR] [--only NAME] [--language fi] [--theme paiva] [--publish]

Languages are photographed side by side in processes of their own, the desk beside the slides. `--only` takes those with NAME in
their name. `--publish` puts those that stand in README and handbook (shots/published.py) into docs/screenshots.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.kit.theme import THEME_NAMES

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "shots"
WORK = ("evening", "scenes")
DISPLAY = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def main(arguments: list[str] | None = None) -> int:
    options = _parsed(arguments)
    if options.work:
        return work(options)
    options.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    jobs = [(what, language) for what in WORK for language in options.language or LANGUAGES]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        codes = list(pool.map(lambda job: _start(options, *job), jobs))
    from shots.sheet import write

    page = write(options.out)
    pictures = len(list(options.out.glob("*/*.png")))
    if options.publish and not max(codes):
        from shots.published import publish

        publish(options.out)
    print(f"{pictures} pictures after {time.monotonic() - began:.0f} s: {page}")
    return max(codes)


def work(options: argparse.Namespace) -> int:
    """What one process does: one language's evening, or its scenes."""
    from PySide6.QtWidgets import QApplication

    from shots.evening import Evening
    from shots.hall import in_a_hall
    from shots.pictures import Photographer, Wish
    from shots.scenes import photograph

    app = QApplication(sys.argv[:1])
    language = options.language[0]
    wish = Wish(options.out, options.only, (language,), options.theme or tuple(THEME_NAMES))
    photographer = Photographer(wish, language)
    if options.work == "scenes":
        photograph(photographer)
        return 0
    with tempfile.TemporaryDirectory(prefix="fasilitaattori-shots-") as folder, in_a_hall():
        evening = Evening(Path(folder), language, photographer)
        try:
            evening.run()
        finally:
            evening.close()
    del app
    return 0


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py shots", description="Pictures of every window and every slide.")
    parser.add_argument("--out", type=Path, default=OUT, help="where they go; build/shots without this")
    parser.add_argument("--only", default="", metavar="NAME", help="only those with this in their name")
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="may be given again; all without this")
    parser.add_argument("--theme", action="append", choices=list(THEME_NAMES), help="may be given again; all without this")
    parser.add_argument("--publish", action="store_true", help="renew the pictures of README and handbook")
    parser.add_argument("--work", choices=WORK, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _start(options: argparse.Namespace, what: str, language: str) -> int:
    """A process for one language's evening or scenes."""
    command = [sys.executable, "-m", "shots", "--work", what, "--language", language, "--out", str(options.out.resolve())]
    command += ["--only", options.only, *(word for theme in options.theme or () for word in ("--theme", theme))]
    with tempfile.TemporaryDirectory(prefix="fasilitaattori-shots-") as folder:
        displays = Path(folder) / "displays.json"  # large enough that a menu opens where it would: the platform's own is small
        displays.write_text(json.dumps({"screens": [DISPLAY]}), encoding="utf-8")
        env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={displays}"}
        return subprocess.run(command, cwd=ROOT, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
