"""Writes the two lock files: every package in one version with the hashes of its public wheels, for all platforms,
and no address of any registry (each machine knows its own).

Standard library only; uv, which solves for all platforms at once, lives in a folder of its own under build/.
"""

import os
import subprocess
import sys

from devtools.environment import ROOT, RUN_LOCK, TEST_LOCK

_UV_VENV = ROOT / "build" / "uv"
_UV = _UV_VENV / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")


def write_locks(*, upgrade: bool) -> int:
    """Solve pyproject.toml anew; versions already locked stay unless `upgrade`. Returns an exit code."""
    if not _UV.exists():
        subprocess.run([sys.executable, "-m", "venv", str(_UV_VENV)], check=True)
        python = _UV.with_name("python.exe" if os.name == "nt" else "python")
        subprocess.run([str(python), "-m", "pip", "install", "-q", "uv"], check=True)
    for lock, groups in ((RUN_LOCK, ()), (TEST_LOCK, ("test", "check", "build"))):
        command = [str(_UV), "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-config", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
        command += ["--only-binary", ":all:", "--custom-compile-command", "python3 dev.py lock", "-o", lock.name]
        if lock == TEST_LOCK:
            command += ["--constraint", RUN_LOCK.name]  # the tests run what people run
        for group in groups:
            command += ["--group", group]
        if upgrade:
            command.append("--upgrade")
        if code := subprocess.run(command, cwd=ROOT).returncode:
            return code
    return 0
