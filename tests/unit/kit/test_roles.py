"""Painted widgets have roles for screen readers."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Card
from fasilitaattori.kit.roles import tell_roles
from fasilitaattori.kit.rug_widgets import RugStrip


def test_a_widget_is_what_its_class_says(look: Look, qtbot: QtBot) -> None:
    tell_roles()
    tell_roles()
    for widget, role in (
        (Card(look, "Erätauko"), QAccessible.Role.Button),
        (RugStrip(look, walkable=True), QAccessible.Role.Chart),
        (QPushButton("Lisää"), QAccessible.Role.Button),
        (QWidget(), QAccessible.Role.Client),
    ):
        qtbot.addWidget(widget)
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() == role
    card = Card(look, "Erätauko")
    qtbot.addWidget(card)
    interface = QAccessible.queryAccessibleInterface(card)
    assert (interface.text(QAccessible.Text.Name), interface.state().focusable) == ("Erätauko", True)
    card.setAccessibleName("Aivoriihi")
    assert interface.text(QAccessible.Text.Name) == "Aivoriihi"
