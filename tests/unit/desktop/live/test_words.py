"""What the live desk says of time, lateness and people."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live import words
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.schedule import schedule
from tests.unit.desktop.live.rig import Rig

TR = translator("fi")


@pytest.mark.parametrize(
    ("advance", "said", "kind"),
    [(0, "Ajassa · loppuu 18.30", "kuusi"), (12, "2 min jäljessä · loppuu 18.32", "savi"), (-1, "", "")],
)
def test_lateness_is_told_against_the_plan(tmp_path: Path, qtbot: QtBot, advance: int, said: str, kind: str) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10), new_step("B", "talk", 20)])
    rig.start()
    if advance < 0:
        rig.clock.advance(5 * 60)
        rig.do(running.next_step())
        assert words.lateness(schedule(rig.state, rig.clock.ms()), TR) == ("5 min edellä · loppuu 18.25", "kuusi", "check")
    else:
        rig.clock.advance(advance * 60)
        found = words.lateness(schedule(rig.state, rig.clock.ms()), TR)
        assert found[:2] == (said, kind)
    rig.close()


def test_waiting_and_speaking_times() -> None:
    assert [words.waited(ms, TR) for ms in (0, 59_999, 60_000, 185_000)] == ["äsken", "äsken", "1 min", "3 min"]
    assert [words.duration(ms) for ms in (-5, 0, 84_000, 3_600_000)] == ["0:00", "0:00", "1:24", "60:00"]


def test_a_dialogue_sits_in_a_ring_and_a_talk_does_not(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "discussion", 10), new_step("B", "talk", 20), new_step("C", "pause", 5, "tauko")])
    ring, talk, pause = rig.state.plan.steps()
    assert words.tab_of(ring, TR)[0] == "Nyt: kaikki yhdessä, ringissä"
    assert words.tab_of(talk, TR)[0] == "Nyt: kaikki yhdessä"
    assert words.tab_of(pause, TR) == ("Nyt: tauko", "coffee")
    rig.close()


def test_somebody_without_a_name_is_told_by_number(tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path, qtbot, [new_step("A", "talk", 10)])
    rig.join("Helmi", "")
    rig.do(people.add_person("Helmi"))
    assert [words.person_name(rig.state, number, TR) for number in (1, 2, 3, 99)] == [
        *("Helmi", "Osallistuja 2"),
        *("Helmi 2", "Osallistuja 99"),
    ]
    rig.start()
    assert words.place_of(rig.state, TR) == "Vaihe 1 / 1"
    rig.close()
