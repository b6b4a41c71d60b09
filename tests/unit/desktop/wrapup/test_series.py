"""A workshop belongs to a series when its heading says so: then there is a record of the series among its papers."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from fasilitaattori.desktop.papers.kinds import KINDS, SERIES, useful
from fasilitaattori.desktop.wrapup.basicsform import BasicsForm
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.summary import summarise


def test_the_series_is_set_with_the_heading(page: WrapUpPage, reread: Callable[[], Workshop]) -> None:
    kind = next(kind for kind in KINDS if kind.key == SERIES)
    assert not useful(kind, page.workbench.state)
    form = page.editor.forms["basics"]
    assert isinstance(form, BasicsForm)
    QTest.keyClicks(form.lines["series"], "Dialogit 2026\r")
    state = reread()
    assert state.info.series == "Dialogit 2026"
    assert summarise(state).series == "Dialogit 2026"
    assert useful(kind, state)
