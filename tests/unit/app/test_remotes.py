"""The remote's capability outlives the program for an evening, and belongs to the owner of the folder alone."""

import datetime as dt
import stat
import sys
from pathlib import Path

import pytest

from fasilitaattori.app.remotes import FILE, RemoteKey

EVENING = dt.datetime(2026, 3, 12, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE


def key(file: Path, workshop: str = "a", later: dt.timedelta = dt.timedelta(), *, going_on: bool = False) -> str:
    return RemoteKey(file, workshop, lambda: EVENING + later, going_on).capability


def test_it_is_128_bits_and_the_same_after_a_crash(file: Path) -> None:
    first = key(file)
    assert len(first) == 22
    assert key(file, later=dt.timedelta(hours=3)) == first


def test_another_workshop_has_another_and_does_not_take_this_one(file: Path) -> None:
    first, other = key(file), key(file, "b")
    assert first != other
    assert key(file) == first


def test_the_next_evening_has_another(file: Path) -> None:
    assert key(file) != key(file, later=dt.timedelta(days=1))


@pytest.mark.parametrize("change", [dt.timedelta(days=400), dt.timedelta(days=-400)])
def test_while_the_evening_goes_on_the_laptops_clock_does_not_matter(file: Path, change: dt.timedelta) -> None:
    assert key(file) == key(file, later=change, going_on=True)


def test_a_renewed_one_is_written_down(file: Path) -> None:
    remote = RemoteKey(file, "a", lambda: EVENING, going_on=True)
    remote.keep("uusi")
    assert key(file) == "uusi"


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"\xff", b'[{"workshop": "a"}]', b'[{"workshop":"a","made":"x","capability":"c"}]']
)
def test_a_broken_file_is_written_anew(file: Path, broken: bytes) -> None:
    file.write_bytes(broken)
    assert key(file) == key(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders to the user")
def test_nobody_else_may_read_it(file: Path) -> None:
    key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_holds_although_it_cannot_be_written_down(tmp_path: Path) -> None:
    assert len(key(tmp_path / "missing" / FILE)) == 22
