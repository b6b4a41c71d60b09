"""The plan of an evening that is over."""

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.workshop import running
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House, OpenAt


def test_an_evening_that_is_over_cannot_be_made_to_fit(house: House, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening("kylailta", end="21.30")
    page = open_at(stream, "suunnittele")
    assert isinstance(page, PlanPage)
    assert page.head.fit_button.isVisible()
    do(house, stream, running.start(), running.end())
    until(qtbot, page.head.fit_button.isHidden)
    page.acts.make_fit()
    assert not page.workbench.open_session.pending
