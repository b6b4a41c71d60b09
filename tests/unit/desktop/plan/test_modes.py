"""Seven ways to be together, side by side where there is room."""

import pytest
from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.plan.modes import ModeChooser
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.theme import MODES


@pytest.fixture
def flow(look: Look, qtbot: QtBot) -> QLayout:
    chooser = ModeChooser(look)
    qtbot.addWidget(chooser)
    made = chooser.layout()
    assert made is not None
    chooser.show()
    return made


def test_on_one_row_they_fill_it(flow: QLayout) -> None:
    chooser = flow.parentWidget()
    assert isinstance(chooser, ModeChooser)
    wide = flow.sizeHint().width() + 40
    chooser.resize(wide, flow.heightForWidth(wide))
    flow.activate()
    swatches = [chooser.swatch(mode) for mode in MODES]
    assert swatches[0].geometry().left() == 0
    assert swatches[-1].geometry().right() == wide - 1
    assert len({swatch.y() for swatch in swatches}) == 1


def test_how_high_they_are_at_a_width_does_not_depend_on_how_wide_they_are(flow: QLayout) -> None:
    chooser, needed = flow.parentWidget(), flow.sizeHint().width()
    assert chooser is not None
    widths = (needed - 20, needed, needed + 14, needed + 40)
    told = []
    for width in widths:
        chooser.resize(width, flow.heightForWidth(width))
        flow.activate()
        told.append([flow.heightForWidth(each) for each in widths])
    assert told == [told[0]] * len(widths)
    assert told[0][0] > told[0][1] == told[0][3]
