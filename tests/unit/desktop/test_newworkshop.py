"""The dialog that makes a workshop stays where and as large as it is while one chooses."""

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.newworkshop import NewWorkshop
from fasilitaattori.desktop.window import MainWindow


@pytest.mark.parametrize("end", ["18.45", "20.00", "23.30", "kohta"])
def test_choosing_a_method_does_not_move_the_dialog(window: MainWindow, end: str) -> None:
    dialog = NewWorkshop(window.workbench, parent=window)
    dialog.show()
    lines = dialog.heading_fields()
    QApplication.processEvents()
    before = dialog.geometry()
    lines["end"].setText(end)
    for method in range(dialog.methods.count()):
        dialog.methods.setCurrentIndex(method)
        QApplication.processEvents()
        assert dialog.geometry() == before
    dialog.reject()


@pytest.mark.parametrize("bad", [["title"], ["title", "start", "end"], ["title", "date", "start", "end"]])
def test_what_cannot_be_read_is_told_without_moving_the_dialog(window: MainWindow, bad: list[str]) -> None:
    dialog = NewWorkshop(window.workbench, parent=window)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= 620
    before, places = dialog.geometry(), [button.geometry() for button in (dialog.act_button, dialog.safe_button)]
    lines = dialog.heading_fields()
    for key in ("start", "end"):
        if key in bad:
            lines[key].setText("yöllä")
    if "date" in bad:
        dialog.day.line.setText("joskus")
    dialog.accept()
    QApplication.processEvents()
    assert dialog.isVisible()
    assert [key for key in lines if lines[key].property("state") == "error"] == [key for key in lines if key in bad]
    window.look.change(theme="kontrasti")
    QApplication.processEvents()
    assert [key for key in lines if lines[key].property("state") == "error"] == [key for key in lines if key in bad]
    assert dialog.geometry() == before
    assert [button.geometry() for button in (dialog.act_button, dialog.safe_button)] == places
    dialog.reject()


def test_the_list_of_methods_tells_how_long_each_takes(window: MainWindow) -> None:
    dialog = NewWorkshop(window.workbench, parent=window)
    shown = [dialog.methods.itemText(place) for place in range(dialog.methods.count())]
    assert shown[:2] == ["Tyhjä ohjelma", "Aivoriihi · 25–60 min"]
    assert all(words.endswith(" min") for words in shown[1:])
    dialog.reject()
