"""What goes wrong in a hall: the disk fills up, the battery dies. Nothing acknowledged may be missing afterwards."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest

from fasilitaattori.errors import StorageError
from fasilitaattori.live.door import Door
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import record
from fasilitaattori.workshop.clock import Clock
from tests.integration.logs import Desk, make_first_schema
from tests.waiting import PATIENCE

STREAM = "5b0e4f0e-6f0d-4c39-8a3f-000000000001"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB of its own."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"THE FULL DISK IS NOT TESTED HERE: a small file system cannot be mounted ({made.stderr.strip()})")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.log_warnings
def test_a_full_disk_fails_everyone_waiting_loses_nothing_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    heard: list[str] = []
    door = Door(small_disk / FILE, MODELS, Clock(), Reserve(small_disk, 512 * 1024))
    door.storage_listeners.append(heard.append)
    door.start()
    door.wait_ready()
    assert Reserve(small_disk, 512 * 1024).there is False  # not enough room beside it to put one by: the margin is kept
    saved = 0
    failed: list[BaseException] = []
    while not failed:
        futures = [door.ask(STREAM, record.note(f"{n} " + "x" * 3000)) for n in range(50)]
        wait(futures)
        for future in futures:
            error = future.exception()
            if error is None:
                saved += 1
            else:
                failed.append(error)
    assert all(isinstance(error, StorageError) for error in failed)
    assert "levy on täynnä" in str(failed[0])
    assert heard[-1] == "full"
    assert len(door.replica(STREAM).state.record.entries) == saved  # reading goes on
    with pytest.raises(StorageError):
        door.ask(STREAM, record.note("ei mahdu " + "x" * 3000)).result()
    subprocess.run(["mount", "-o", "remount,size=80m", str(small_disk)], check=True)
    door.ask(STREAM, record.note("taas mahtuu")).result()
    entries = door.replica(STREAM).state.record.entries
    assert entries[-1].text == "taas mahtuu"
    assert len(entries) == saved + 1
    assert heard[-1] == "ok"
    door.close()


@pytest.mark.log_warnings
def test_the_reserve_lets_the_evening_go_on(tmp_path: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    heard: list[str] = []
    reserve = Reserve(small_disk, 2 * 1024 * 1024)
    door = Door(small_disk / FILE, MODELS, Clock(), reserve)
    door.storage_listeners.append(heard.append)
    door.start()
    door.ask(STREAM, record.note("alku")).result()
    assert reserve.there
    _fill(small_disk / "photos.bin")
    failed = None
    while failed is None:
        failed = door.ask(STREAM, record.note("x" * 3900)).exception()
    assert isinstance(failed, StorageError)
    assert heard == ["low"]
    assert not reserve.there
    door.ask(STREAM, record.note("kirjataan vielä")).result()
    (small_disk / "photos.bin").unlink()
    door.close()


@pytest.mark.log_warnings
def test_a_disk_that_turns_read_only_fails_everyone_waiting_and_goes_on_when_it_is_mended(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Linux does to a disk in trouble, seen from the folder: nothing can be written, nothing can be removed."""
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    reserve = Reserve(small_disk, 1024 * 1024)
    door = Door(small_disk / FILE, MODELS, Clock(), reserve)
    door.start()
    door.ask(STREAM, record.note("alku")).result()
    assert reserve.there
    # The reserve cannot be given back, and the disk is full.
    monkeypatch.setattr(Path, "unlink", _refuse)
    filler = small_disk / "photos.bin"
    _fill(filler)
    failed = None
    while failed is None:
        failed = door.ask(STREAM, record.note("x" * 3900)).exception(PATIENCE)
    assert isinstance(failed, StorageError)
    assert isinstance(door.ask(STREAM, record.note("x" * 3900)).exception(PATIENCE), StorageError)
    monkeypatch.undo()
    filler.unlink()
    door.ask(STREAM, record.note("taas mahtuu")).result(PATIENCE)
    assert door.replica(STREAM).state.record.entries[-1].text == "taas mahtuu"
    door.close()


@pytest.mark.log_warnings
def test_a_disk_that_may_only_be_read_is_not_called_full(tmp_path: Path, small_disk: Path) -> None:
    """The reserve's folder is the same disk, seen through a mount that may only be read."""
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    seen = tmp_path / "luettava"
    seen.mkdir()
    subprocess.run(["mount", "--bind", str(small_disk), str(seen)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(seen)], check=True)
        heard: list[str] = []
        door = Door(small_disk / FILE, MODELS, Clock(), Reserve(seen, 1024 * 1024))
        door.storage_listeners.append(heard.append)
        door.start()
        filler = small_disk / "photos.bin"
        _fill(filler)
        failed = None
        while failed is None:
            failed = door.ask(STREAM, record.note("x" * 3900)).exception(PATIENCE)
        assert "ei saa kirjoittaa" in str(failed)
        assert heard == ["locked"]
        filler.unlink()
        subprocess.run(["mount", "-o", "remount,bind,rw", str(seen)], check=True)
        door.ask(STREAM, record.note("taas mahtuu")).result(PATIENCE)
        door.close()
    finally:
        subprocess.run(["umount", str(seen)], check=True)


@pytest.mark.log_warnings
def test_a_disk_too_full_to_bring_a_database_up_to_date_is_told_and_nothing_is_lost(small_disk: Path) -> None:
    desk = Desk(small_disk)
    for n in range(100):
        desk.do(record.note(f"{n} " + "x" * 3000))
    desk.door.close()
    make_first_schema(desk.file)
    _fill(small_disk / "photos.bin")
    os.truncate(small_disk / "photos.bin", (small_disk / "photos.bin").stat().st_size - 128 * 1024)  # it opens, but not more
    door = Door(desk.file, MODELS, Clock())
    door.start()
    with pytest.raises(StorageError, match="ei voi tallentaa"):
        door.wait_ready()
    door.close()
    (small_disk / "photos.bin").unlink()
    desk.open()
    assert len(desk.state.record.entries) == 100
    desk.door.close()


def _refuse(path: Path, missing_ok: bool = False) -> None:
    if path.exists() or not missing_ok:
        raise PermissionError(30, "Read-only file system", str(path))


def _fill(path: Path) -> None:
    """Take all the room there is."""
    with path.open("wb") as file:
        try:
            while True:
                file.write(bytes(64 * 1024))
                file.flush()
        except OSError:
            pass


WRITE = """
import json, sys, uuid
from pathlib import Path
from fasilitaattori.live.door import Door
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import record
from fasilitaattori.workshop.clock import Clock
from tests.integration.logs import Desk, make_first_schema

door = Door(Path(sys.argv[1]), MODELS, Clock())
door.start()
stream, wave = sys.argv[2], sys.argv[3]
n = 0
while True:
    asked = []
    for _ in range(40):
        text = f"{wave}-{n}"
        n += 1
        future = door.ask(stream, record.note(text))
        future.add_done_callback(lambda f, text=text: sys.stdout.write(json.dumps(text) + chr(10)))
        asked.append(future)
    for future in asked:
        future.result()
    sys.stdout.flush()
"""


def test_killed_twenty_times_at_random_nothing_acknowledged_is_missing(tmp_path: Path) -> None:
    chance = random.Random(20)
    acknowledged: list[str] = []
    for wave in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(tmp_path / FILE), STREAM, str(wave)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout is not None
        wanted = chance.randint(1, 400)  # after so many acknowledgements, somewhere in the middle of a write
        acknowledged += [json.loads(process.stdout.readline()) for _ in range(wanted)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().splitlines(keepends=True)
        acknowledged += [json.loads(line) for line in rest if line.endswith("\n")]
        process.wait()
        process.stdout.close()
    door = Door(tmp_path / FILE, MODELS, Clock())
    door.start()
    found = [entry.text for entry in door.replica(STREAM).state.record.entries]
    door.close()
    assert len(acknowledged) > 1000
    assert set(acknowledged) <= set(found)
    assert len(found) == len(set(found))
