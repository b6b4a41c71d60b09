"""Fields that say nothing until a button or Enter is pressed: what is typed in them is known to the widget alone, and would be
lost when a page is made anew in another language. Named here, they hand it on to their successors. What is given stays in its
field until it is saved, and the next may be begun meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

_NAME = "unsaid_name"


def carry(field: QLineEdit, name: str) -> None:
    """What is typed in the field is carried over. `name` is its own on the whole page, and the same in every language."""
    field.setProperty(_NAME, name)


def written_since(text: str, saving: str) -> str:
    """What somebody in a hurry has gone on to write after what is on its way to the disk."""
    return text.removeprefix(saving)


def _fields(root: QWidget) -> Iterator[tuple[str, QLineEdit]]:
    for field in root.findChildren(QLineEdit):
        name = field.property(_NAME)
        if isinstance(name, str):
            yield name, field


def unsaid(root: QWidget) -> dict[str, str]:
    """What is typed in the named fields under `root`."""
    return {name: field.text() for name, field in _fields(root) if field.text()}


def say_again(root: QWidget, typed: Mapping[str, str]) -> None:
    """Types it into the fields of the same names under another `root`."""
    for name, field in _fields(root):
        if typed.get(name):
            field.setText(typed[name])
