"""A workshop is closed while its last change is still on its way: the page that goes shows it no more, and is not kept."""

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.workshop.info import set_info
from tests.unit.desktop.acting import until
from tests.unit.desktop.conftest import House, OpenAt


@pytest.mark.parametrize("name", ["suunnittele", "ohjaa", "kokoa", "tulosteet", "paperilta"])
def test_the_page_goes_though_its_last_change_comes_after_it_was_closed(
    open_at: OpenAt, house: House, workbench: Workbench, qtbot: QtBot, name: str
) -> None:
    page = weakref.ref(open_at(house.evening("kylailta"), name))
    until(qtbot, lambda: not house.background.is_busy())
    session = workbench.open_session
    workbench.do(set_info(title="Toinen nimi"))
    house.door.ask(session.stream, set_info(place="Muualla")).result()  # by now the change waits for the Qt thread
    workbench.close_workshop()
    assert session.pending
    until(qtbot, lambda: not session.pending)

    def gone() -> bool:
        gc.collect()
        return page() is None

    until(qtbot, gone)
