"""What painted widgets are for screen readers: a widget says it with a ROLE of its class, and Qt learns it here.

Qt knows the roles of its own widgets only; for it, everything else is a piece of ground.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def tell_roles() -> None:
    """From now on, widgets whose class has a ROLE are that for screen readers. Once for the whole process."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, made: QObject) -> QAccessibleWidget | None:
    """The interface of a widget that says its role; None leaves it to Qt."""
    role = getattr(type(made), "ROLE", None)
    if isinstance(made, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(made, role)
    return None
