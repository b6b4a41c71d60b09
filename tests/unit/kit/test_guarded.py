"""A bug in an event filter is told like any other, and the program goes on."""

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import fasilitaattori
from fasilitaattori.kit.guarded import guarded

SOURCE = Path(fasilitaattori.__file__).parent


class Broken(QObject):
    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            raise ValueError("rikki")
        return False


def test_an_error_in_a_filter_is_told_and_the_key_goes_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(str(error)))
    line, broken = QLineEdit(), Broken()
    qtbot.addWidget(line)
    line.installEventFilter(broken)
    QTest.keyClick(line, Qt.Key.Key_A)
    QTest.keyClick(line, Qt.Key.Key_B)
    assert told == ["rikki", "rikki"]
    assert line.text() == "ab"


@pytest.mark.parametrize("name", ["eventFilter", "viewportEvent"])
def test_every_one_is_guarded(name: str) -> None:
    found = 0
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                found += 1
                marks = [mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)]
                assert marks == ["guarded"], f"{path}:{node.lineno}"
    assert found > 1
