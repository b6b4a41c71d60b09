"""What can be done on every page of the window: the one table of it (see `acts`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fasilitaattori.desktop.acts import Act
from fasilitaattori.desktop.pages import ON_RAIL

if TYPE_CHECKING:
    from fasilitaattori.desktop.window import MainWindow


def window_acts(window: MainWindow) -> list[Act]:
    """The acts of the window, and the pages with their keys."""
    bench, tr = window.workbench, window.look.tr
    group = tr("Kaikkialla")

    def is_open() -> bool:
        return bench.session is not None

    acts = [
        Act(tr("Pikanäppäimet"), window.help.show_keys, group, ("F1", "?", "Shift+?"), "F1, ?", "keyboard"),
        Act(tr("Etsi ja tee mitä vain"), window.help.show_palette, group, ("Ctrl+K",), "Ctrl K", "magnifying-glass"),
        Act(tr("Kumoa"), bench.undo, group, ("Ctrl+Z",), "Ctrl Z", "arrow-counter-clockwise", is_open),
        Act(tr("Tee uudelleen"), bench.redo, group, ("Ctrl+Y", "Ctrl+Shift+Z"), "Ctrl Y", "arrow-clockwise", is_open),
        Act(tr("Uusi työpaja"), bench.ask_new_workshop, group, ("Ctrl+N",), "Ctrl N", "plus"),
        Act(tr("Lopeta harjoitus"), bench.practice.end, group, icon="graduation-cap", able=lambda: bench.is_rehearsal),
        Act(tr("Koko näyttö päälle tai pois"), window.toggle_full_screen, group, ("F11",), "F11", "arrows-out-simple"),
    ]
    for number, (name, entry) in enumerate(ON_RAIL.items(), 1):
        button = window.rail.button(name)
        acts.append(
            Act(tr(entry.words), button.click, tr("Sivut"), (f"Alt+{number}",), f"Alt {number}", entry.icon, button.isEnabled)
        )
    return acts
