"""The rows of the library as a list: the keys stay where they are when the library is read anew."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.library.listview import WorkshopList
from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.summary import Summary

ROWS = [Summary(f"s{n}", f"Työpaja {n}", date="2026-03-12", status="done") for n in range(40)]


@pytest.fixture
def shown(qtbot: QtBot) -> WorkshopList:
    made = WorkshopList(Look(translator("fi")))
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.resize(900, 400)
    made.show()
    QTest.keyClick(made, Qt.Key.Key_Home)
    for _ in range(20):
        QTest.keyClick(made, Qt.Key.Key_Down)
    return made


def chosen(shown: WorkshopList) -> str:
    return shown.rows.row(shown.currentIndex()).stream if shown.currentIndex().isValid() else ""


def test_the_keys_stay_at_the_same_workshop(shown: WorkshopList) -> None:
    assert chosen(shown) == "s20"
    seen = shown.verticalScrollBar().value()
    assert seen > 0
    shown.show_rows([Summary("new", "Uusi", date="2026-03-13"), *ROWS])
    assert chosen(shown) == "s20"
    assert shown.verticalScrollBar().value() >= seen
    assert shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()))
    shown.show_rows([replace(row, title=f"{row.title}!") for row in ROWS])
    assert chosen(shown) == "s20"


def test_when_it_has_gone_they_are_at_the_one_in_its_place(shown: WorkshopList) -> None:
    shown.show_rows([row for row in ROWS if row.stream != "s20"])
    assert chosen(shown) == "s21"
    shown.show_rows(ROWS[:3])
    assert chosen(shown) == "s2"
    shown.show_rows([])
    assert chosen(shown) == ""
    shown.show_rows(ROWS)
    assert chosen(shown) == ""
