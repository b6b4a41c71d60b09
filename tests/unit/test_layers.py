"""Who loads what, seen from outside: a fresh process imports one room and shows what came along."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "fasilitaattori"
WITHOUT_QT = ("phones", "papers", "sync", "rehearsal", "live", "log", "methods", "document", "figures", "workshop")
ROOMS = [name for name in WITHOUT_QT if (PACKAGE / name / "__init__.py").exists()]
PURE_TOOL_PARTS = sorted(
    f"tools.{path.parent.name}.{path.stem}"
    for path in PACKAGE.glob("tools/*/*.py")
    if path.stem in ("model", "minutes", "phone")
)


def loaded_by(module: str) -> set[str]:
    """The top names of all modules that importing `fasilitaattori.<module>` and everything below it brings in."""
    code = f"""
import importlib, pkgutil, sys
module = importlib.import_module("fasilitaattori.{module}")
for found in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
    if ".migrations." not in found.name:  # these run inside Alembic alone
        importlib.import_module(found.name)
print(*{{name.partition(".")[0] for name in sys.modules}})
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(shown.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_beside_the_desk_load_no_qt(room: str) -> None:
    assert loaded_by(room).isdisjoint({"PySide6", "shiboken6"})


@pytest.mark.parametrize("part", PURE_TOOL_PARTS)
def test_what_a_phone_and_the_minutes_need_of_a_tool_loads_no_qt(part: str) -> None:
    assert loaded_by(part).isdisjoint({"PySide6", "shiboken6"})


def test_the_pure_rooms_load_no_machinery() -> None:
    for room in ("workshop", "document", "figures"):
        assert loaded_by(room).isdisjoint({"sqlalchemy", "alembic", "starlette", "uvicorn", "jinja2", "typst", "reportlab"})


def test_likeness_loads_no_machinery_and_the_desk_no_likeness() -> None:
    loaded = loaded_by("likeness")
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "starlette", "kfst", "pyvoikko"})
    assert "numpy" in loaded
    assert "numpy" not in loaded_by("tools.ideas.console")
