"""Words are never clipped: they wrap, break, or are shortened with the whole text in the tooltip."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QSizePolicy
from pytestqt.qtbot import QtBot

from fasilitaattori.kit.labels import ROLES, Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.paint import shortened
from fasilitaattori.kit.tags import KeyCap, Tag

LONG = "Epäjärjestelmällistyttämättömyydelläänsäkäänköhän"


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_at_least_fourteen_pixels(role: str) -> None:
    assert ROLES[role].pixels >= 14


def test_a_long_compound_breaks_anywhere(look: Look, qtbot: QtBot) -> None:
    label = Label(look, LONG)
    qtbot.addWidget(label)
    line = label.heightForWidth(2000)
    assert label.heightForWidth(120) >= 3 * line
    layouts, _ = label._laid_out(120)
    assert all(layouts[0].lineAt(i).naturalTextWidth() <= 121 for i in range(layouts[0].lineCount()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.text(max_size=200), width=st.integers(30, 900))
def test_any_words_at_any_width_have_room(look: Look, words: str, width: int) -> None:
    label = Label(look, words)
    layouts, height = label._laid_out(width)
    assert label.heightForWidth(width) >= height >= 0
    assert layouts[0].lineCount() * label._line_height() <= height or not words
    label.deleteLater()


def test_one_line_is_shortened_and_told_whole_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Kyläkoulun uusi elämä ja kaikki muu", wrap=False)
    qtbot.addWidget(label)
    label.resize(100, 30)
    label.show()
    assert label.toolTip() == "Kyläkoulun uusi elämä ja kaikki muu"
    label.resize(900, 30)
    assert label.toolTip() == ""


def test_more_lines_than_allowed_end_in_an_ellipsis(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan", max_lines=2)
    qtbot.addWidget(label)
    label.resize(130, 60)
    label.show()
    layouts, height = label._laid_out(130)
    assert layouts[0].lineCount() == 2
    assert height == 2 * label._line_height()
    assert label.toolTip().endswith("kahdeksan")


def test_own_line_breaks_are_kept(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "yksi\nkaksi\nkolme")
    qtbot.addWidget(label)
    assert label.heightForWidth(900) == 3 * label._line_height()


def test_words_are_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "<b>Talo</b> & piha")
    qtbot.addWidget(label)
    interface = QAccessible.queryAccessibleInterface(label)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "<b>Talo</b> & piha"


def test_text_size_scales_everything(look: Look, qtbot: QtBot) -> None:
    label, tag, cap = Label(look, "Sana", wrap=False), Tag(look, "Valmis", icon="check"), KeyCap(look, "F1")
    for widget in (label, tag, cap):
        qtbot.addWidget(widget)
    before = [widget.sizeHint() for widget in (label, tag, cap)]
    look.change(text_scale=2.0)
    after = [widget.sizeHint() for widget in (label, tag, cap)]
    for small, big in zip(before, after, strict=True):
        assert big.width() > 1.7 * small.width()
        assert big.height() >= 1.9 * small.height()


def test_a_label_keeps_its_lines_when_squeezed(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Jäljellä on 2 vaihetta. Puhelimille tulee kiitos, ja muistion luonnos avautuu.")
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    assert label.minimumSizeHint().height() == label.heightForWidth(200)
    assert label.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Minimum


def test_parts_can_be_bold_and_coloured(look: Look, qtbot: QtBot) -> None:
    label = Label(look)
    qtbot.addWidget(label)
    label.set_parts([("Tehtävä:", True, ""), (" kysytään kunnalta", False, "ink2")])
    assert label.words() == "Tehtävä: kysytään kunnalta"
    assert label.sizeHint().width() > Label(look, "Tehtävä: kysytään kunnalta", wrap=False).sizeHint().width() - 1


def test_a_tag_says_its_word(look: Look, qtbot: QtBot) -> None:
    tag = Tag(look, "Muistio kesken", "savi", "note-pencil")
    qtbot.addWidget(tag)
    tag.set_tag("Muistio valmis", "kuusi", "check")
    assert tag.text() == "Muistio valmis"
    assert QAccessible.queryAccessibleInterface(tag).text(QAccessible.Text.Name) == "Muistio valmis"


def test_emoji_in_bold_words_stay_whole(look: Look, qtbot: QtBot) -> None:
    label = Label(look)
    qtbot.addWidget(label)
    label.set_parts([("Toimisto 🙂", True, ""), (" jatkoon", False, "puna")])
    bold, plain = label._formats(label.text())
    assert (bold.start, bold.length) == (0, 11)
    assert (plain.start, plain.length) == (11, 8)


def test_lines_are_cut_at_the_same_place_after_emoji(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "🙂🙂🙂 yksi kaksi kolme neljä viisi kuusi seitsemän", max_lines=2)
    qtbot.addWidget(label)
    layouts, _ = label._laid_out(130)
    shown = layouts[0].text()
    assert shown.startswith("🙂🙂🙂 yksi kaksi")
    assert shown.rstrip("…").strip() in label.text()


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        ("Valkokankaalla: tervetuloa ja QR", "Valkokankaalla: tervetuloa ja QR"),
        ("Valkokankaalla: tervetuloa j…", "Valkokankaalla: tervetuloa…"),
        ("Valkokankaalla: terve…", "Valkokankaalla…"),
        ("Valkokan…", "Valkokan…"),
    ],
)
def test_what_is_shortened_ends_with_a_whole_word(look: Look, room: str, shown: str) -> None:
    font = look.sans(14)
    width = QFontMetricsF(font).horizontalAdvance(room) + 1
    assert shortened("Valkokankaalla: tervetuloa ja QR", font, width) == shown
