#!/usr/bin/env python3
"""Everything one does with a checkout, on a machine that has nothing but Python 3.11.

python3 dev.py run [arguments]     see to what is needed and open the program
python3 dev.py setup               only see to what is needed, so that later starts need no network
python3 dev.py test [arguments]    see to what tests need and run them all in several processes, or as the arguments tell pytest
python3 dev.py check               format, lint, types, layers, translations, tidiness
python3 dev.py bench [names]       measure; figures go to docs/benchmarks.md
python3 dev.py soak [arguments]    make the hall's network and the program fail for minutes; figures go to docs/reliability.md
python3 dev.py shots [arguments]   pictures of every window and slide, in every language and theme, and a page of all of them
python3 dev.py build               a program for machines without Python, in dist/
python3 dev.py translate           bring translations/*.po up to date with the code
python3 dev.py lock [--upgrade]    write requirements.lock and requirements-test.lock anew
"""

import os
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036  (this very file must be able to say so)
    sys.exit(f"Fasilitaattori needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from devtools import testing, vectors
from devtools.environment import PYTHON, ROOT, child_environment, install_packages, is_ready, missing_python_parts
from devtools.machine import Missing, has_screen, install, missing_browser, missing_libraries, missing_office


def run(arguments: list[str]) -> int:
    """Open the program; where there is no screen and nothing was asked for, play the demo."""
    prepare()
    if has_screen():
        return start("-m", "fasilitaattori", *arguments)
    if arguments:
        return start("-m", "fasilitaattori", *arguments, QT_QPA_PLATFORM="offscreen")
    papers = ROOT / "demo"
    print(f"There is no screen here, so the demo is played instead. Its papers and pictures go to {papers}", flush=True)
    code = start("-m", "fasilitaattori", "demo", "--out", str(papers), QT_QPA_PLATFORM="offscreen", replace=False)
    print(f"The minutes are {papers / 'muistio.pdf'}" if code == 0 else "The demo did not succeed; see above.")
    return code


def setup(arguments: list[str]) -> int:
    prepare(again=True)
    print("Ready. Start with: python3 dev.py run")
    return 0


def test(arguments: list[str]) -> int:
    """Without arguments every test, shared out among processes."""
    prepare(test=True, browser=True, office=True)
    return start("-m", "pytest", *(arguments or testing.everything()))


def check(arguments: list[str]) -> int:
    prepare(test=True)
    return start("-m", "devtools.checks")


def bench(arguments: list[str]) -> int:
    """One benchmark by name with its arguments, or all of them one after another."""
    prepare(test=True, browser=True, office=not arguments or arguments[0] == "papers")
    names = [p.stem for p in sorted((ROOT / "benchmarks").glob("*.py")) if not p.stem.startswith("_")]
    if arguments and arguments[0] in names:
        return start("-m", f"benchmarks.{arguments[0]}", *arguments[1:])
    if arguments:
        print(f"There is no benchmark {arguments[0]}. There are: {', '.join(names)}", file=sys.stderr)
        return 2
    return max((start("-m", f"benchmarks.{name}", replace=False) for name in names), default=0)


def soak(arguments: list[str]) -> int:
    """The faults of tests/faults at full size, again and again."""
    prepare(test=True, browser=True)
    return start("-m", "reliability.soak", *arguments)


def shots(arguments: list[str]) -> int:
    """Minutes on end when nothing narrows it: see its --help."""
    prepare(test=True)
    return start("-m", "shots", *arguments)


def build(arguments: list[str]) -> int:
    """Freeze the program, then let the frozen program play the demo: only that shows that nothing was left out."""
    prepare(test=True)
    out = ROOT / "dist"
    folders = ["--distpath", str(out), "--workpath", str(ROOT / "build")]
    if code := start("-m", "PyInstaller", "--noconfirm", *folders, "fasilitaattori.spec", replace=False):
        return code
    program = out / "fasilitaattori" / ("fasilitaattori.exe" if os.name == "nt" else "fasilitaattori")
    demo = [str(program), "demo", "--out", str(out / "demo"), "--phones", "5"]
    platform = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.run(demo, env={**os.environ, **platform}).returncode
    print(f"{program} {'plays the demo: ready' if code == 0 else 'failed the demo'}")
    return code


def translate(arguments: list[str]) -> int:
    prepare(test=True)
    return start("-m", "devtools.catalogues", "update")


def lock(arguments: list[str]) -> int:
    from devtools.locks import write_locks

    return write_locks(upgrade="--upgrade" in arguments)


def prepare(*, test: bool = False, browser: bool = False, office: bool = False, again: bool = False) -> None:
    """See to everything that running (or `test`ing) needs. When nothing is missing, no network is touched.
    `again`: also what could not be fetched before and can be done without."""
    ready = is_ready(test=test)
    missing = missing_libraries(window=test or has_screen())
    others = (missing_browser() if browser else {}) | (missing_office() if office else {})
    install(missing | others | ({} if ready else missing_python_parts()))
    if not ready:
        install_packages(test=test)
    if not (vectors.is_here() if again or test else vectors.is_settled()):
        vectors.fetch()
    compile_translations()


def compile_translations() -> None:
    """Compile the catalogues that have changed. The program reads them uncompiled too, only slower."""
    sources = (ROOT / "translations").glob("*.po")
    if any(not p.with_suffix(".mo").exists() or p.stat().st_mtime > p.with_suffix(".mo").stat().st_mtime for p in sources):
        start("-m", "devtools.catalogues", "compile", replace=False)


def start(*arguments: str, replace: bool = True, **environment: str) -> int:
    """Run the Python of `.venv`; `replace`: in place of this process, so that signals reach the program itself."""
    command, env = [str(PYTHON), *arguments], child_environment(**environment)
    if replace and os.name == "posix":
        os.execve(command[0], command, env)
    return subprocess.run(command, env=env).returncode


VERBS = {f.__name__: f for f in (run, setup, test, check, bench, soak, shots, build, translate, lock)}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in VERBS:
        print(__doc__)
        return 0 if arguments[:1] in (["--help"], ["-h"], ["help"]) else 2
    try:
        return VERBS[arguments[0]](arguments[1:])
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
