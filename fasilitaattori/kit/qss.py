"""The style sheet of Qt's own widgets, generated from the tokens.

Everything the kit paints itself (buttons, chips, notes …) is not here. This makes line edits, menus, tables
and the dialogs of Qt look as if the same hand had painted them. Qt style sheets know whole pixels only,
so the 1.5 pixel line of the mock-ups is 1 pixel here, and 2 from 150 % text size up.
"""

from __future__ import annotations

from collections.abc import Callable

from fasilitaattori.kit.theme import Theme, luminance
from fasilitaattori.paths import resource

Px = Callable[[float], int]

FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The whole style sheet for one theme and text scale (1.0 = 100 %)."""

    def px(pixels: float) -> int:
        return round(pixels * scale)

    line = 2 if theme.high_contrast or scale >= 1.5 else 1
    parts = (_base, _fields, _buttons, _marks, _bars, _menus, _tables, _tabs)
    return "\n".join(part(theme, px, line) for part in parts)


def _picture(t: Theme, name: str, token: str) -> str:
    """The address of a style icon that can be seen on the colour of a token."""
    tone = "black" if luminance(t[token]) > 0.3 else "white"
    return f'url("{resource("look", f"{name}-{tone}.svg").as_posix()}")'


def _each(*names: str, state: str = "") -> str:
    """A selector of widgets of these classes. One without a class, as `*[state="error"]` or `.QPushButton`, would be tried on
    every widget there is, whenever it is dressed."""
    return ", ".join(name + state for name in names)


def _base(t: Theme, px: Px, line: int) -> str:
    return f"""
QWidget {{ color: {t.hex("ink")}; selection-background-color: {t.hex("kuusi")};
  selection-color: {t.hex("on-kuusi")}; }}
QMainWindow, QDialog, QMessageBox {{ background: {t.hex("ground")}; }}
QWidget:disabled {{ color: {t.hex("edge")}; }}
QToolTip {{ background: {t.hex("ink")}; color: {t.hex("surface")}; border: 1px solid {t.hex("ink")};
  padding: {px(5)}px {px(8)}px; font-size: {px(14)}px; }}
QGroupBox {{ border: {line}px solid {t.hex("line")}; border-radius: 8px; margin-top: {px(22)}px;
  padding: {px(12)}px; background: {t.hex("surface")}; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 2px; font-weight: 700; }}
QSplitter::handle {{ background: {t.hex("line")}; }}
QScrollArea, QScrollArea > QWidget > QWidget#plain {{ background: transparent; border: 0; }}
QLabel {{ background: transparent; }}"""


def _fields(t: Theme, px: Px, line: int) -> str:
    names = _each(*FIELDS)
    height = px(42) - 2 * line
    dashed = "border-style: dashed;" if t.high_contrast else ""  # nothing is paler or tinted there
    return f"""
{names} {{ background: {t.hex("surface")}; color: {t.hex("ink")}; border: {line}px solid {t.hex("edge")};
  border-radius: 6px; padding: 0 {px(11)}px; }}
QLineEdit, QTextEdit, QPlainTextEdit {{ placeholder-text-color: {t.hex("ink2")}; }}
QAbstractSpinBox {{ padding: 0; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; background: transparent; min-height: 0; padding: 0; }}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {height}px; max-height: {height}px; }}
QTextEdit, QPlainTextEdit {{ padding: {px(6)}px {px(8)}px; }}
QTextBrowser {{ border: 0; padding: 0; background: transparent; }}
{_each("QLineEdit", "QAbstractSpinBox", "QComboBox", state='[small="true"]')} {{
  min-height: {px(34) - 2 * line}px; max-height: {px(34) - 2 * line}px; font-size: {px(15)}px; }}
{_each(*FIELDS, state=":hover")} {{ border-color: {t.hex("kuusi")}; }}
QLineEdit:read-only, {_each(*FIELDS, state='[locked="true"]')} {{ background: {t.hex("well")}; {dashed} }}
{_each(*FIELDS, state='[state="error"]')} {{ border: 2px solid {t.hex("puna")}; background: {t.hex("puna-tint")}; }}
{_each(*FIELDS, state='[state="warning"]')} {{ border: 2px solid {t.hex("savi")}; background: {t.hex("savi-tint")}; }}
{_each(*FIELDS, state=":disabled")} {{ background: {t.hex("well")}; border-color: {t.hex("line")}; color: {t.hex("edge")};
  {dashed} }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox {{ padding-right: {px(34)}px; }}
QComboBox::drop-down {{ border: 0; width: {px(34)}px; }}
QComboBox::down-arrow {{ image: {_picture(t, "caret-down", "surface")}; width: {px(18)}px; height: {px(18)}px; }}
QComboBox QAbstractItemView {{ background: {t.hex("surface")}; border: 2px solid {t.hex("ink")}; padding: 4px;
  outline: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {px(34)}px; padding: 0 {px(8)}px; color: {t.hex("ink")}; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.hex("kuusi-tint")}; color: {t.hex("ink")};
  border: {line}px solid {t.hex("kuusi")}; border-radius: 4px; }}"""


def _buttons(t: Theme, px: Px, line: int) -> str:
    button, tool = "QPushButton.QPushButton", "QToolButton.QToolButton"  # Qt's own, and none that paints itself
    return f"""
{button}, {tool} {{ background: {t.hex("surface")}; color: {t.hex("ink")}; font-weight: 700;
  border: {line}px solid {t.hex("edge")}; border-radius: 6px; padding: 0 {px(15)}px;
  min-height: {px(42) - 2 * line}px; }}
{tool} {{ padding: 0 {px(8)}px; min-height: {px(34) - 2 * line}px; }}
{button}:hover, {tool}:hover {{ background: {t.hex("kuusi-tint")}; border-color: {t.hex("kuusi")}; }}
{button}:pressed, {tool}:pressed, {tool}:checked {{ background: {t.hex("kuusi-tint")};
  border: 2px solid {t.hex("kuusi")}; }}
{button}:default {{ background: {t.hex("kuusi")}; border-color: {t.hex("kuusi")}; color: {t.hex("on-kuusi")}; }}
{button}:default:hover {{ background: {t.hex("kuusi-hover")}; }}
{button}:default:pressed {{ background: {t.hex("kuusi-press")}; }}
{button}:disabled, {tool}:disabled {{ background: {t.hex("well")}; border-color: {t.hex("line")};
  color: {t.hex("edge")}; }}"""


def _marks(t: Theme, px: Px, line: int) -> str:
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(9)}px; min-height: {px(28)}px; }}
QAbstractItemView::indicator {{ width: {px(18)}px; height: {px(18)}px; border: 2px solid {t.hex("edge")};
  border-radius: 4px; background: {t.hex("surface")}; }}
QAbstractItemView::indicator:checked {{ background: {t.hex("kuusi")}; border-color: {t.hex("kuusi")};
  image: {_picture(t, "check", "kuusi")}; }}
QSlider {{ min-height: {px(28)}px; }}
QSlider::groove:horizontal {{ height: {px(6)}px; border-radius: {px(6) // 2}px; background: {t.hex("well")};
  border: {line}px solid {t.hex("edge")}; }}
QSlider::sub-page:horizontal {{ background: {t.hex("kuusi")}; border-radius: {px(6) // 2}px;
  border: {line}px solid {t.hex("kuusi")}; }}
QSlider::handle:horizontal {{ width: {px(20)}px; height: {px(20)}px; margin: -{px(8)}px 0;
  border-radius: {(px(6) + 2 * px(8)) // 2}px; background: {t.hex("surface")};
  border: 2px solid {t.hex("kuusi")}; }}
QSlider::handle:horizontal:hover {{ background: {t.hex("kuusi-tint")}; }}
QSlider::handle:horizontal:disabled {{ border-color: {t.hex("line")}; }}
QProgressBar {{ border: {line}px solid {t.hex("edge")}; border-radius: {px(6)}px; background: {t.hex("surface")};
  text-align: center; }}
QProgressBar::chunk {{ background: {t.hex("kuusi")}; border-radius: {px(5)}px; }}"""


def _bars(t: Theme, px: Px, line: int) -> str:
    return f"""
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: {px(14)}px; margin: 0; }}
QScrollBar[narrow="true"]:vertical {{ width: {px(8)}px; }}
QScrollBar:horizontal {{ height: {px(14)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.hex("edge")}; border-radius: {px(4)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(36)}px; margin: 2px {px(3)}px; }}
QScrollBar[narrow="true"]::handle:vertical {{ margin: 2px 1px; border-radius: {px(3)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(36)}px; margin: {px(3)}px 2px; }}
QScrollBar::handle:hover {{ background: {t.hex("kuusi")}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
  border: 0; width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; }}"""


def _menus(t: Theme, px: Px, line: int) -> str:
    unable = f"border: {line}px dashed {t.hex('edge')};" if t.high_contrast else ""  # nothing is paler there
    return f"""
QMenu {{ background: {t.hex("surface")}; border: 2px solid {t.hex("ink")}; padding: 5px; icon-size: {px(20)}px; }}
QMenu::item {{ min-height: {px(34)}px; padding: 0 {px(18)}px 0 {px(10)}px; border-radius: 4px;
  border: {line}px solid transparent; background: transparent; }}
QMenu::item:selected {{ background: {t.hex("kuusi-tint")}; border-color: {t.hex("kuusi")}; color: {t.hex("ink")}; }}
QMenu::item:disabled {{ color: {t.hex("edge")}; {unable} }}
QMenu::icon {{ padding-left: {px(8)}px; }}
QMenu::indicator {{ width: {px(16)}px; height: {px(16)}px; left: {px(8)}px; }}
QMenu::indicator:checked {{ image: {_picture(t, "check", "surface")}; }}
QMenu::right-arrow {{ image: {_picture(t, "caret-right", "surface")}; width: {px(16)}px; height: {px(16)}px;
  right: {px(6)}px; }}
QMenu::separator {{ height: 1px; background: {t.hex("line")}; margin: 5px 4px; }}
QMenuBar {{ background: {t.hex("surface")}; }}
QMenuBar::item:selected {{ background: {t.hex("kuusi-tint")}; }}"""


def _tables(t: Theme, px: Px, line: int) -> str:
    return f"""
QAbstractItemView {{ background: {t.hex("surface")}; border: 0; outline: 0; font-size: {px(15)}px;
  gridline-color: {t.hex("line")}; }}
QTableView::item, QTreeView::item, QListView::item {{ min-height: {px(40)}px; padding: 0 {px(8)}px;
  border-bottom: 1px solid {t.hex("line")}; color: {t.hex("ink")}; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
  background: {t.hex("kuusi-tint")}; color: {t.hex("ink")}; }}
QTableView::item:focus, QListView::item:focus {{ border: 3px solid {t.hex("focus")}; }}
QHeaderView {{ background: {t.hex("surface")}; }}
QHeaderView::section {{ background: {t.hex("surface")}; border: 0; border-bottom: 2px solid {t.hex("ink")};
  padding: 0 {px(8)}px {px(5)}px {px(8)}px; font-size: {px(14)}px; font-weight: 700; text-align: left; }}
QTableCornerButton::section {{ background: {t.hex("surface")}; border: 0; }}"""


def _tabs(t: Theme, px: Px, line: int) -> str:
    return f"""
QTabWidget::pane {{ border: {line}px solid {t.hex("line")}; border-radius: 8px; background: {t.hex("surface")}; }}
QTabBar::tab {{ background: {t.hex("surface")}; border: {line}px solid {t.hex("edge")}; padding: 0 {px(14)}px;
  min-height: {px(34)}px; }}
QTabBar::tab:selected {{ background: {t.hex("kuusi")}; color: {t.hex("on-kuusi")}; font-weight: 700; }}
QTabBar::tab:hover:!selected {{ background: {t.hex("kuusi-tint")}; }}"""
