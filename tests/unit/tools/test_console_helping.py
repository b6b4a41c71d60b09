"""The helper's line of the idea wall: it offers, the person decides, and nothing moves by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from fasilitaattori.kit.background import Background
from fasilitaattori.tools.ideas.console.dialogs import ThemeDialog
from fasilitaattori.tools.ideas.model import rules
from tests.unit.tools.ideas_wall import Key, Wall, send, shown

KOHTAAMINEN = ["kahvihetki joka viikko", "yhteinen ruokapöytä", "kyläjuhlat ja tanssit"]
TYO = ["etätyöpisteitä ja nopea netti", "kesätyöpaikkoja nuorille", "toimitila aloittavalle yrittäjälle"]


@pytest.fixture
def helped(wall: Wall) -> Iterator[Wall]:
    """The wall with a pool to work in."""
    background = Background()
    wall.console.work_in(background)
    yield wall
    background.close()


class Lost(QObject):
    """Notes when a widget loses the focus."""

    def __init__(self, parent: QObject, seen: list[bool]) -> None:
        super().__init__(parent)
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._seen.append(True)
        return False


def advised(wall: Wall) -> None:
    """Until the helper has looked at the wall as it stands."""
    wall.until(lambda: wall.console.helping.helper.is_up_to_date and wall.console.helping.helper.advice is not None)


def grouped(wall: Wall) -> None:
    """Three notes in each of the two themes."""
    for place, texts in enumerate((KOHTAAMINEN, TYO)):
        wall.rig.do(rules.move(wall.console.step_id, send(wall, *texts), wall.theme(place)))


def test_a_note_in_hand_gets_offers_and_a_key_takes_one(helped: Wall) -> None:
    grouped(helped)
    work, meeting = send(helped, "työhuone ja verkkoyhteys yrittäjille", "iltamat ja pullakahvit")
    assert helped.console.help.words.words() == "Valitse lappu, niin saat ehdotuksen"
    first = helped.console.help.first
    assert "Nuolet vievät lapusta toiseen" in first.toolTip()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert helped.console.wall.chosen() == [work]
    assert not first.isVisible()
    advised(helped)
    row = helped.console.help
    assert [button.words() for button in row.offers if button.isVisible()] == ["Työ", "Kohtaaminen"]
    assert row.words.words() == "Ehdotus"
    assert helped.ids("") == [work, meeting]  # nothing has moved by itself
    helped.press(Key.Key_Q)
    helped.until(lambda: helped.ids(helped.theme(1))[-1:] == [work])
    helped.console.wall.go_to(meeting)
    advised(helped)
    helped.until(lambda: row.offers[0].words() == "Kohtaaminen")
    QTest.mouseClick(row.offers[0], Qt.MouseButton.LeftButton)
    helped.until(lambda: meeting in helped.ids(helped.theme(0)))
    assert helped.console.help.isHidden()
    helped.rig.session.undo()
    helped.until(lambda: helped.ids("") == [meeting])


def test_a_button_of_it_keeps_the_focus_while_people_write(helped: Wall) -> None:
    row = helped.console.help
    texts = [f"Ajatus {number}" for number in range(6)]
    grouped(helped)
    send(helped, *texts)
    helped.until(row.first.isVisible)
    row.first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[bool] = []
    row.first.installEventFilter(Lost(row, seen))
    newest = send(helped, "Vielä yksi")
    helped.until(lambda: newest[0] in helped.ids(""))
    assert row.first.hasFocus()
    assert not seen


def test_what_it_does_not_know_it_says(helped: Wall) -> None:
    grouped(helped)
    odd, empty = send(helped, "avaruusraketti marsiin", "?!")
    helped.console.wall.go_to(odd)
    advised(helped)
    assert helped.console.help.words.words() == "Epävarma ehdotus"
    helped.console.wall.go_to(empty)
    helped.until(lambda: helped.console.help.words.words() == "Ei ehdotusta: lappu ei muistuta muita")
    assert not any(button.isVisible() for button in helped.console.help.offers)
    helped.press(Key.Key_Q)
    helped.press(Key.Key_S)
    assert helped.ids("") == [odd, empty]


def test_notes_that_say_the_same_are_picked_but_never_merged_by_itself(helped: Wall) -> None:
    grouped(helped)
    first, _, second = send(helped, "Uimarannalle laituri", "bussipysäkki", "uusi laituri uimarannalle")
    helped.console.wall.go_to(first)
    advised(helped)
    helped.until(lambda: helped.console.help.alike.words() == "Lähes samoja 2")
    helped.press(Key.Key_S)
    assert helped.console.wall.picked() == [first, second]
    assert helped.told == ["Valitut näyttävät samalta. Yhdistä ne: Y."]
    assert len(helped.ids("")) == 3
    helped.press(Key.Key_Y)
    helped.until(lambda: helped.state.ideas[second].merged_into == first)


def test_notes_that_say_the_same_are_pointed_out_without_looking_for_them(helped: Wall) -> None:
    grouped(helped)
    first, other, second = send(helped, "Uimarannalle laituri", "bussipysäkki", "uusi laituri uimarannalle")
    helped.console.wall.go_to(other)
    advised(helped)
    placed = helped.console.wall.column(helped.theme(0))
    assert placed is not None
    helped.console.wall.go_to(placed.list.notes.item(0).id)
    assert helped.console.help.alike.words() == "Lähes samoja 2"
    helped.press(Key.Key_S)
    assert helped.console.wall.picked() == [first, second]


def test_notes_that_are_alike_are_picked_together(helped: Wall) -> None:
    grouped(helped)
    ski, _, sledge = send(helped, "hiihtolatu kuntoon", "bussivuorot takaisin", "latu ja suksivuokraamo")
    helped.console.wall.go_to(ski)
    advised(helped)
    helped.until(lambda: helped.console.help.alike.words() == "Samankaltaisia 1")
    QTest.mouseClick(helped.console.help.alike, Qt.MouseButton.LeftButton)
    assert helped.console.wall.picked() == [ski, sledge]


def test_without_themes_it_offers_where_to_begin(helped: Wall) -> None:
    for theme in list(helped.state.by_theme_id):
        helped.rig.do(rules.remove_theme(helped.console.step_id, theme))
    assert helped.console.help.isHidden()
    send(helped, *KOHTAAMINEN, *TYO, "hiihtolatu", "luontopolku ja laavu")
    helped.until(helped.console.help.isVisible)
    QTest.mouseClick(helped.console.help.starters, Qt.MouseButton.LeftButton)
    helped.until(lambda: bool(helped.told))
    assert helped.told[0] == "Nostin ylimmäksi 5 erilaista lappua. Valitse niistä yksi ja tee siitä teema."
    advice = helped.console.helping.helper.advice
    assert advice is not None
    assert helped.ids("")[:5] == list(advice.starters)
    assert len(helped.ids("")) == 8
    assert helped.console.wall.picked() == []  # a theme of all of them would be no theme
    assert helped.console.wall.chosen() == [advice.starters[0]]


def test_a_theme_of_picked_notes_has_a_name_to_begin_with(helped: Wall) -> None:
    grouped(helped)
    notes = send(helped, "bussi myös viikonloppuna", "bussipysäkille katos", "kimppakyyti bussin sijaan")
    helped.console.wall.go_to(notes[0])
    advised(helped)
    helped.pick("", 0, 1, 2)
    QTest.mouseClick(helped.console.top.theme_button, Qt.MouseButton.LeftButton)
    dialog = shown(ThemeDialog)
    assert isinstance(dialog, ThemeDialog)
    assert dialog.line.text() == "Bussi"
    QTest.keyClick(dialog.line, Key.Key_Return)
    helped.until(lambda: len(helped.state.themes) == 3 and helped.ids(helped.theme(2)) == notes)


def test_notes_that_are_alike_stand_side_by_side_when_asked_and_only_then(helped: Wall) -> None:
    grouped(helped)
    came = send(helped, "hiihtolatu kuntoon", "bussi myös iltaisin", "latu ja suksivuokraamo", "bussipysäkille katos")
    ski, bus, sledge, stop = came
    helped.rig.settle()
    assert helped.ids("") == came
    QTest.mouseClick(helped.console.top.order_button, Qt.MouseButton.LeftButton)
    helped.until(lambda: helped.ids("") != came)
    order = helped.ids("")
    assert abs(order.index(ski) - order.index(sledge)) == abs(order.index(bus) - order.index(stop)) == 1
    (late,) = send(helped, "ladun varteen laavu")
    helped.until(lambda: helped.ids("") == [*order, late])  # what comes later does not make the others jump
    helped.rig.do(rules.move(helped.console.step_id, [order[1]], helped.theme(0)))
    helped.until(lambda: helped.ids("") == [order[0], *order[2:], late])
    QTest.mouseClick(helped.console.top.order_button, Qt.MouseButton.LeftButton)
    helped.until(lambda: helped.ids("") == [note for note in [*came, late] if note != order[1]])


def test_while_people_write_it_rests_until_something_is_placed(helped: Wall) -> None:
    grouped(helped)
    work, ski = send(helped, "työhuone ja verkkoyhteys yrittäjille", "hiihtolatu kuntoon")
    helped.console.wall.go_to(work)
    advised(helped)
    known = helped.console.helping.helper.advice
    (late,) = send(helped, "ladun varteen laavu")
    assert helped.console.helping.helper.is_up_to_date
    assert helped.console.helping.helper.advice is known
    helped.console.wall.go_to(late)  # of this one nothing is known yet
    helped.until(lambda: helped.console.help.alike.isVisible() and helped.console.help.alike.words() == "Samankaltaisia 1")
    helped.rig.do(rules.move(helped.console.step_id, [ski], helped.theme(0)))
    helped.until(lambda: not helped.console.help.alike.isVisible())


def test_without_a_pool_the_wall_works_as_ever(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    wall.console.wall.go_to(note)
    wall.press(Key.Key_Q)
    assert wall.console.help.isHidden()
    assert wall.ids("") == [note]
