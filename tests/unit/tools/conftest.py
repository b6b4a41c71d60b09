"""What several tests of tools share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit import bridge
from fasilitaattori.kit.console import Console
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.survey.console import SurveyConsole
from fasilitaattori.tools.vote.console import VoteConsole
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.rig import Rig
from tests.unit.tools.consoles import ShowConsole, Shown
from tests.unit.tools.ideas_wall import SETTINGS, Wall


@pytest.fixture(autouse=True)
def without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Consoles hear of every change at once: how long they rest between two is a matter of the log's bridge."""
    monkeypatch.setattr(bridge, "FRAME_MS", 1)
    monkeypatch.setattr(bridge, "REST", 0)


@pytest.fixture
def wall(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Wall]:
    """The wall is on; Helmi and Reino are here with phones."""
    look = Look(translator("fi"))
    look.install(qapp)
    rig = Rig(tmp_path, qtbot, [new_step("Ideat", "ideas", 20, "yksin", settings=SETTINGS)])
    rig.join("Helmi", "Reino")
    rig.start()
    step = rig.state.current
    assert step is not None
    console = IdeasConsole(look, rig.session, step)
    list(console.begin())
    qtbot.addWidget(console)
    rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
    console.resize(980, 560)
    console.show()
    qtbot.waitExposed(console)
    yield Wall(rig, console)
    rig.close()


@pytest.fixture
def show_console(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[ShowConsole]:
    """Shows the console of a step that is on, with six phones."""
    made: list[Rig] = []

    def build(plan: StepPlan) -> Shown:
        look = Look(translator("fi"))
        look.install(qapp)
        rig = Rig(tmp_path, qtbot, [plan])
        made.append(rig)
        rig.join(*"ABCDEF")
        rig.start()
        step = rig.state.current
        assert step is not None
        console: Console = {"vote": VoteConsole, "survey": SurveyConsole}[plan.tool](look, rig.session, step)
        qtbot.addWidget(console)
        rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
        console.resize(470, 580)
        console.show()
        console.activateWindow()
        qtbot.waitActive(console)
        return Shown(rig, console)

    yield build
    for rig in made:
        rig.close()
