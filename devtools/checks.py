"""Every check of the source, one after another; all are run even if one fails. Runs in `.venv`."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from devtools import catalogues, texts, tidy

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = [
    name
    for name in ("fasilitaattori", "tests", "benchmarks", "reliability", "shots", "devtools", "dev.py")
    if (ROOT / name).exists()
]


def main() -> int:
    """Run the checks and name those that failed. Returns an exit code."""
    found = texts.in_tree(ROOT)
    checks: dict[str, Callable[[], bool]] = {
        "format": lambda: _python("-m", "ruff", "format", "--check", "--quiet", "."),
        "lint": lambda: _python("-m", "ruff", "check", "--quiet", "."),
        "types": lambda: _python("-m", "mypy", *_SOURCES),
        "layers": lambda: _python("-c", "from importlinter.cli import lint_imports_command as main; main()"),
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


def _python(*arguments: str) -> bool:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT).returncode == 0


def _none(faults: Iterable[str]) -> bool:
    found = list(faults)
    for fault in found:
        print(fault)
    return not found


if __name__ == "__main__":
    sys.exit(main())
