"""What several tests of tools share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.workshop.agenda import new_step
from tests.unit.desktop.live.rig import Rig
from tests.unit.tools.ideas_wall import SETTINGS, Wall


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
    qtbot.addWidget(console)
    rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
    console.resize(980, 560)
    console.show()
    qtbot.waitExposed(console)
    yield Wall(rig, console)
    rig.close()
