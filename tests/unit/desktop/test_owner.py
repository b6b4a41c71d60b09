"""One program owns a data folder, and a second start brings it to the front."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.owner import Owner


def test_the_second_start_is_refused_and_the_first_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    raised: list[int] = []
    first, second = Owner(tmp_path), Owner(tmp_path)
    assert first.take()
    first.listen(lambda: raised.append(1))
    assert not second.take()
    assert second.raise_other()
    qtbot.waitUntil(lambda: raised == [1])
    first.close()
    first.close()
    assert second.take()
    second.close()


def test_other_folders_are_free(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = Owner(tmp_path / "a"), Owner(tmp_path / "b")
    assert one.take()
    assert other.take()
    assert not one.raise_other()
    one.close()
    other.close()
