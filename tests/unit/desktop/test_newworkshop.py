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
