"""How the table of vectors gets to a machine: taken from its package, asked for once."""

import io
import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from devtools import take_vectors, vectors
from fasilitaattori.likeness.floret import Table

SETTINGS = {
    "mode": "floret",
    "minn": 4,
    "maxn": 5,
    "hash_count": 2,
    "hash_seed": 2166136261,
    "bow": "<",
    "eow": ">",
    "attr": 65,
}


def package(folder: Path, **changed: object) -> Path:
    """A package as the real one is built, with a small table."""
    path, inside = folder / "package-1.0-py3-none-any.whl", io.BytesIO()
    np.save(inside, np.random.default_rng(1).normal(size=(50, 6)).astype(np.float32))
    with ZipFile(path, "w") as wheel:
        wheel.writestr("package/package-1.0/vocab/vectors", inside.getvalue())
        wheel.writestr("package/package-1.0/vocab/vectors.cfg", json.dumps(SETTINGS | changed))
    return path


def test_the_table_is_taken_out_of_its_package(tmp_path: Path) -> None:
    take_vectors.take(package(tmp_path), tmp_path / "new" / "fi.npy")
    assert Table(tmp_path / "new" / "fi.npy").vectors(["koira"]).shape == (1, 6)


def test_a_package_that_hashes_otherwise_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="another way"):
        take_vectors.take(package(tmp_path, minn=3), tmp_path / "fi.npy")
    assert not (tmp_path / "fi.npy").exists()


def test_the_lock_names_one_package_by_its_hash_and_no_address() -> None:
    text = vectors.LOCK.read_text(encoding="utf-8")
    assert len(re.findall(r"^[a-z-]+==\S+ \\\n +--hash=sha256:[0-9a-f]{64}$", text, flags=re.MULTILINE)) == 1
    assert "://" not in text


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder and a lock of its own."""
    monkeypatch.setattr(vectors, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(vectors, "FOLDER", tmp_path / "vectors")
    monkeypatch.setattr(vectors, "TABLE", tmp_path / "vectors" / "fi.npy")
    monkeypatch.setattr(vectors, "NOTE", tmp_path / "vectors" / "fetched.json")
    monkeypatch.setattr(vectors, "LOCK", tmp_path / "vectors.lock")
    (tmp_path / "vectors.lock").write_text("package==1.0")
    return tmp_path


def test_what_was_fetched_is_not_asked_for_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "download", lambda folder: package(folder).exists())
    assert not vectors.is_settled()
    assert vectors.fetch()
    assert vectors.is_settled()
    assert vectors.is_here()
    assert sorted(path.name for path in (place / "vectors").iterdir()) == ["fetched.json", "fi.npy"]
    vectors.TABLE.unlink()
    assert not vectors.is_settled()
    assert vectors.fetch()
    vectors.LOCK.write_text("package==2.0")
    assert not vectors.is_settled()


def test_what_cannot_be_fetched_is_said_and_stops_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(vectors, "download", lambda folder: False)
    assert not vectors.fetch()
    assert "could not be fetched" in capsys.readouterr().out
    assert vectors.is_settled()  # a start does not ask again …
    assert not vectors.is_here()  # … but set-up does
