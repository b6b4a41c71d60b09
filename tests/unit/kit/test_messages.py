"""Focus, toasts and dialogs: what the keyboard meets, what stays, and what goes by itself."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.focus import FocusRing
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.kit.toast import Toasts
from tests.unit.kit.conftest import Show


@pytest.fixture
def ring(look: Look, qapp: QApplication):  # type: ignore[no-untyped-def]
    made = FocusRing(look, qapp)
    yield made
    made.close()


def test_the_ring_follows_the_keyboard(look: Look, ring: FocusRing, shown: Show) -> None:
    one, two = Button(look, "Yksi"), Button(look, "Kaksi")
    shown(one, two)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.is_shown_around(one)
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.is_shown_around(two)
    assert not ring.is_shown_around(one)
    around = ring._ring
    assert around is not None
    assert around.geometry() == two.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_moves_with_the_widget_and_goes_with_it(look: Look, ring: FocusRing, shown: Show) -> None:
    button = Button(look, "Yksi")
    window = shown(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.move(button.pos() + QPoint(0, 40))
    assert ring._ring is not None
    assert ring._ring.geometry().top() == button.geometry().top() - 5
    window.hide()
    assert not ring.is_shown_around(button)


def test_a_mouse_click_shows_no_ring_until_a_key_is_pressed(look: Look, ring: FocusRing, shown: Show) -> None:
    button = Button(look, "Yksi")
    shown(button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert not ring.is_shown_around(button)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Shift)
    assert ring.is_shown_around(button)


def test_a_field_shows_the_ring_also_by_mouse(look: Look, ring: FocusRing, shown: Show) -> None:
    field = QLineEdit()
    shown(field)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert ring.is_shown_around(field)


def test_a_widget_that_paints_its_own_focus_gets_no_ring(look: Look, ring: FocusRing, shown: Show) -> None:
    rug = RugStrip(look, walkable=True)
    shown(rug)
    rug.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.is_shown_around(rug)


def test_inside_a_scrolling_area_the_ring_scrolls_along(look: Look, ring: FocusRing, shown: Show) -> None:
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    buttons = [Button(look, f"Nappi {n}") for n in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inside)
    shown(area)
    buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring._ring is not None
    assert ring._ring.parentWidget() is area.viewport()
    before = ring._ring.geometry()
    area.verticalScrollBar().setValue(20)
    assert ring._ring.geometry().top() == before.top() - 20


def test_the_ring_survives_the_death_of_what_it_was_around(look: Look, ring: FocusRing, shown: Show) -> None:
    one, two = Button(look, "Yksi"), Button(look, "Kaksi")
    shown(one, two)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.deleteLater()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    two.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.is_shown_around(two)
    ring.close()
    ring.close()


def toasts(look: Look, shown: Show) -> Toasts:
    return Toasts(look, shown(Button(look, "Ohjaa"), width=900))


def test_a_toast_undoes_and_goes(look: Look, shown: Show) -> None:
    made, undone = toasts(look, shown), []
    toast = made.show("Siirryttiin: Kahvitauko", action="Kumoa", key="Ctrl Z", on_action=lambda: undone.append(1))
    assert toast.isVisible()
    assert toast.is_waiting()
    assert toast._timer.interval() == 8000
    assert toast.button is not None
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert made.shown() == ()


def test_a_toast_goes_by_itself(look: Look, shown: Show, qtbot: QtBot) -> None:
    made = toasts(look, shown)
    toast = made.show("Tallennettu")
    with qtbot.waitSignal(toast.closed):
        toast._timer.start(1)
    assert made.shown() == ()


def test_a_toast_waits_while_it_is_looked_at(look: Look, shown: Show) -> None:
    toast = toasts(look, shown).show("Siirryttiin", action="Kumoa")
    middle = QPointF(10, 10)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast.is_waiting()
    toast.leaveEvent(QEnterEvent(middle, middle, middle))
    assert toast.is_waiting()
    assert toast.button is not None
    toast.button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast.is_waiting()


def test_errors_stay_until_they_are_closed(look: Look, shown: Show) -> None:
    made = toasts(look, shown)
    error = made.show("Tallennus ei onnistu: levy on täynnä", "error", "Vaihda paikka")
    assert not error.is_waiting()
    made.show("Siirryttiin: Kahvitauko")
    made.show("Siirryttiin: Ideaseinä")
    assert [toast.accessibleName() for toast in made.shown()] == [
        "Tallennus ei onnistu: levy on täynnä",
        "Siirryttiin: Ideaseinä",
    ]
    QTest.keyClick(error, Qt.Key.Key_Escape)
    assert len(made.shown()) == 1


def test_what_is_said_already_is_renewed_instead_of_piled_up(look: Look, shown: Show) -> None:
    made, done = toasts(look, shown), []
    first = made.show("Vaihe ei ole auki.", "warning")
    other = made.show("Levytila on loppumassa.", "error")
    first._timer.start(1000)  # nearly gone
    again = made.show("Vaihe ei ole auki.", "warning", on_action=lambda: done.append(2))
    assert again is first
    assert made.shown() == (first, other)
    assert first._timer.remainingTime() > 1000
    assert first.on_action is not None
    first.on_action()
    assert done == [2]
    third = made.show("Vaihe ei ole auki.", "warning", action="Avaa se")  # another button is another notice
    assert made.shown() == (other, third)


def test_a_notice_looked_at_is_not_hurried_by_its_like(look: Look, shown: Show) -> None:
    made = toasts(look, shown)
    toast = made.show("Vaihe ei ole auki.", "warning")
    toast._hold(True)
    made.show("Vaihe ei ole auki.", "warning")
    assert not toast.is_waiting()


def test_toasts_never_pile_up_past_three(look: Look, shown: Show) -> None:
    made = toasts(look, shown)
    for n in range(5):
        made.show(f"Virhe {n}", "error")
    assert len(made.shown()) == 3
    places = [toast.geometry() for toast in made.shown()]
    assert all(not one.intersects(other) for one in places for other in places if one != other)


def test_one_passing_toast_at_a_time_and_the_newest_wins(look: Look, shown: Show) -> None:
    made = toasts(look, shown)
    lasting = made.show("Puhelimet eivät pääse huoneeseen", "error")
    known = made.show("Osoite vaihtui", "warning", about="address")
    made.show("Siirryttiin: Kahvitauko", action="Kumoa")
    made.show("3 puhelinta putosi verkosta", "warning")
    newest = made.show("Siirryttiin: Ideaseinä", action="Kumoa")
    assert made.shown() == (lasting, known, newest)
    error = made.show("Levy on täynnä", "error")
    assert made.shown() == (lasting, known, error)  # what passes by itself gives way to what must be seen


def test_toasts_lie_side_by_side_where_there_is_room(look: Look, shown: Show) -> None:
    host = shown(Button(look, "Ohjaa"), width=1200)
    made = Toasts(look, host)
    error, done = made.show("Levy on täynnä", "error"), made.show("Siirryttiin: Kahvitauko", action="Kumoa")
    assert error.y() == done.y()
    assert error.geometry().right() < done.x()
    host.resize(700, host.height())
    assert error.geometry().bottom() < done.y()


@pytest.mark.parametrize(("x", "width"), [(20, 300), (250, 200), (100, 700)])
def test_no_toast_lies_over_a_main_button(look: Look, shown: Show, x: int, width: int) -> None:
    host = shown(QWidget(), width=900)
    host.resize(900, 400)
    main = Button(look, "Seuraava vaihe", "primary", parent=host)
    main.setGeometry(x, 300, width, 52)
    main.show()
    made = Toasts(look, host, 1)
    for words, kind in (("Levy on täynnä", "error"), ("Puhelimet eivät pääse huoneeseen", "error"), ("Siirryttiin", "done")):
        made.show(words, kind)  # type: ignore[arg-type]
        assert not any(toast.geometry().intersects(main.geometry()) for toast in made.shown())
        assert all(host.rect().contains(toast.geometry()) for toast in made.shown())


def test_what_stays_makes_way_for_the_main_button_of_another_page(look: Look, shown: Show, qtbot: QtBot) -> None:
    pages, main = QStackedWidget(), Button(look, "Siirry kokoamaan", "primary", "large")
    for button in (None, main):
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        if button is not None:
            column.addWidget(button)
        pages.addWidget(page)
    pages.setMinimumHeight(370)
    host = shown(pages, width=900)
    made = Toasts(look, host, 30)
    toast = made.show("Kone ei ole missään verkossa", "error")
    pages.setCurrentIndex(1)
    qtbot.waitUntil(
        lambda: main.isVisible() and not toast.geometry().intersects(QRect(main.mapTo(host, QPoint()), main.size()))
    )


def test_a_long_toast_wraps_at_large_text(look: Look, shown: Show) -> None:
    look.change(text_scale=2.0)
    made = toasts(look, shown)
    toast = made.show("Tallennus ei onnistu: levy on täynnä. Vaihda paikka. Teksti on tallessa.", "error")
    assert toast.height() > look.px(52)
    assert toast.label.height() >= toast.label.heightForWidth(toast.label.width())


def test_the_safe_choice_has_the_focus_and_escape(look: Look, shown: Show, qtbot: QtBot) -> None:
    window = shown(Button(look, "Lopeta"))
    dialog = Dialog(look, "Lopetetaanko ilta?", "Jäljellä on 2 vaihetta.", "Lopeta ja kokoa", "Jatka iltaa", parent=window)
    dialog.open()
    qtbot.waitUntil(dialog.safe_button.hasFocus)
    assert QAccessible.queryAccessibleInterface(dialog).text(QAccessible.Text.Name) == "Lopetetaanko ilta?"
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_verb_does_it(look: Look, shown: Show, qtbot: QtBot) -> None:
    window = shown(Button(look, "Lopeta"))
    dialog = Dialog(look, "Poistetaanko vaihe?", act="Poista", role="delete", parent=window)
    dialog.open()
    assert dialog.safe_button.words() == "Peruuta"
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)


def test_enter_presses_the_button_that_has_the_focus(look: Look, shown: Show, qtbot: QtBot) -> None:
    window = shown(Button(look, "Lopeta"))
    for chosen in ("act", "safe"):
        dialog = Dialog(look, "Poistetaanko vaihe?", act="Poista", parent=window)
        dialog.act_button.setDefault(True)
        dialog.open()
        button = dialog.act_button if chosen == "act" else dialog.safe_button
        button.setFocus()
        with qtbot.waitSignal(dialog.accepted if chosen == "act" else dialog.rejected):
            QTest.keyClick(button, Qt.Key.Key_Return)
