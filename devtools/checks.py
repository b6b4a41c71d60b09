"""Every check of the source, one after another; all are run even if one fails. Runs in `.venv`."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from devtools import catalogues, texts, tidy

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = [name for name in ("fasilitaattori", "tests", "benchmarks", "devtools", "dev.py") if (ROOT / name).exists()]


def main() -> int:
    """Run the checks and name those that failed. Returns an exit code."""
    found = texts.in_tree(ROOT)
    checks: dict[str, Callable[[], bool]] = {
        "format": lambda: _tool("ruff", "format", "--check", "--quiet", "."),
        "lint": lambda: _tool("ruff", "check", "--quiet", "."),
        "types": lambda: _tool("mypy", *_SOURCES),
        "layers": lambda: _program("lint-imports"),
        "texts": lambda: _none(f"{fault.file}:{fault.line}: {fault.what}" for fault in sorted(found.faults)),
        "translations": lambda: _none(catalogues.check(found.texts)),
        "nothing of this machine": lambda: _none(tidy.strangers(ROOT)),
    }
    failed = []
    for name, check in checks.items():
        print(f"── {name}", flush=True)
        if not check():
            failed.append(name)
    for line in tidy.long_files(ROOT):
        print(f"long: {line}")
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


def _tool(module: str, *arguments: str) -> bool:
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT).returncode == 0


def _program(name: str, *arguments: str) -> bool:
    """A tool that has a command beside Python but no module to run."""
    return subprocess.run([str(Path(sys.executable).with_name(name)), *arguments], cwd=ROOT).returncode == 0


def _none(faults: Iterable[str]) -> bool:
    found = list(faults)
    for fault in found:
        print(fault)
    return not found


if __name__ == "__main__":
    sys.exit(main())
