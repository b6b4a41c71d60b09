"""A whole evening with every tool, played by simulated people over real HTTP: nothing is lost, nothing doubled."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasilitaattori.app.program import Program
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import contributions
from fasilitaattori.rehearsal.crowd import Crowd
from fasilitaattori.rehearsal.evening import Stage, play
from fasilitaattori.rehearsal.words import words
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.clock import DemoClock


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_evening_ends_with_everything_in_its_place(tmp_path: Path, language: str) -> None:
    clock = DemoClock(datetime(2026, 3, 12, 15, 45, tzinfo=UTC))
    program = Program(tmp_path, clock)
    program.door.start()
    stream = program.new_workshop("kylailta", language)
    room = program.open_room(stream, host="127.0.0.1", port=0)
    crowd = Crowd(f"http://127.0.0.1:{room.port}", 8, language)
    pictures: list[str] = []
    try:
        play(
            Stage(
                program.door,
                stream,
                clock,
                crowd,
                words(language),
                shot=lambda kind, name: pictures.append(f"{kind} {name}"),
                page=lambda page: None,
            )
        )
        state = program.door.replica(stream).state
    finally:
        crowd.close()
        program.close()
    assert {step.tool for step in state.plan.steps()} == set(MODELS)
    assert state.run.phase == "ended"
    assert state.closing.approved
    assert state.closing.has_next
    assert state.people.count() == 8 + 10
    found = contributions(tmp_path / FILE, stream)
    assert crowd.tally.refused == 0
    assert crowd.tally.sent == len(crowd.tally.acknowledged) == len(set(found)) == len(found)
    for step in state.plan.steps():
        mine = state.tool(step)
        if step.tool == "vote":
            assert mine.result is not None
            assert mine.result.ballots > 0
            assert mine.hand_voters == 9
        if step.tool == "survey":
            assert mine.result is not None
            assert mine.result.shown
    assert len(pictures) > 40
