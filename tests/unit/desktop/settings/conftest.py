"""The settings page in the real window."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.settings.page import SettingsPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice

Open = Callable[[str], SettingsPage]
Panel = TypeVar("Panel", bound=QWidget)


def panel_of(page: SettingsPage, kind: type[Panel]) -> Panel:
    """The panel of that kind on show."""
    return next(panel for panel in page.panels if isinstance(panel, kind))


@pytest.fixture
def open_section(window: MainWindow) -> Open:
    """Shows a section of the settings and gives the page."""

    def show(section: str) -> SettingsPage:
        window.workbench.go("asetukset")
        page = window.pages.page
        assert isinstance(page, SettingsPage)
        page.show_section(section)
        return page

    return show


@pytest.fixture
def notices(window: MainWindow) -> list[Notice]:
    """What the window has told."""
    told: list[Notice] = []
    window.workbench.notice_given.connect(told.append)
    return told
