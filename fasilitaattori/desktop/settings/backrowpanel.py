"""Näkeekö takarivi? Two measures of the hall, and what can be read from its far end."""

import math
import re

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Icon, Line, column, holder
from fasilitaattori.desktop.settings.arranging import Parts, SettingRow, Turning
from fasilitaattori.desktop.settings.backrow import SIZES, Size, is_read, picture_for, reach, whole_metres
from fasilitaattori.desktop.settings.hallpicture import HallPicture, metres
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Number, Settings

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
TENTHS = 10  # steppers count tenths of a metre


def read_metres(text: str) -> int | None:
    """Tenths of a metre of "12 m", "1,5" or "1.5 m"; None of anything else."""
    found = _NUMBER.search(text)
    return round(float(found[0].replace(",", ".")) * TENTHS) if found else None


class BackRowPanel(Parts):
    """`saving` keeps the measures; the test picture is shown through the workbench."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Näkeekö takarivi?"), parent)
        self._saving = saving
        settings = saving.settings
        self.distance = self._stepper(Settings.hall_distance, settings.hall_distance, 10)
        self.height_of_picture = self._stepper(Settings.picture_height, settings.picture_height, 1)
        self.picture = HallPicture(look, settings.hall_distance, settings.picture_height)
        self.results = {size.u: _Result(look, size) for size in SIZES}
        self.advice = Label(look, "", "dense", icon="info", icon_tone="jarvi")
        self.test_button = Button(look, tr("Näytä testikuva"), "primary", icon="projector-screen")
        self.test_button.clicked.connect(self._show_test)
        self._lay_out()
        saving.changed.connect(self._setting_changed)
        self._refresh_results()

    def _stepper(self, setting: Number[float], value: float, step: int) -> Stepper:
        look, name = self.look, setting.name
        made = Stepper(
            look,
            round(value * TENTHS),
            round(setting.low * TENTHS),
            round(setting.high * TENTHS),
            lambda tenths: metres(look.tr, tenths / TENTHS),
            step,
            look.tr(setting.label),
            read=read_metres,
        )
        made.value_changed.connect(lambda tenths: self._saving.set(name, tenths / TENTHS))
        return made

    def _lay_out(self) -> None:
        look, tr = self.look, self.look.tr
        measures = [
            holder(column(Label(look, tr(setting.label), "field"), stepper, spacing=4))
            for setting, stepper in ((Settings.hall_distance, self.distance), (Settings.picture_height, self.height_of_picture))
        ]
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for result in self.results.values():
            rows.addWidget(Line(look))
            rows.addWidget(result)
        rows.addWidget(Line(look))
        buttons = QHBoxLayout()
        buttons.addWidget(self.test_button)
        buttons.addStretch(1)
        part = self.add_part(title=tr("Näkeekö takarivi?"), spacing=0)
        part.addSpacing(3)
        part.addWidget(Label(look, tr("Mittaa askelilla. Tämä kertoo, mitä kaukaa voi lukea."), "small", "ink2"))
        part.addSpacing(12)
        part.addWidget(Turning(measures, 14, True))
        part.addSpacing(16)
        part.addWidget(self.picture)
        part.addSpacing(8)
        part.addLayout(rows)
        part.addSpacing(12)
        part.addWidget(self.advice)
        part.addSpacing(13)
        part.addLayout(buttons)
        self.finish()

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        settings = self._saving.settings
        if name in (Settings.hall_distance.name, Settings.picture_height.name):
            self.distance.set_value(round(settings.hall_distance * TENTHS))
            self.height_of_picture.set_value(round(settings.picture_height * TENTHS))
            self._refresh_results()

    def _refresh_results(self) -> None:
        distance, picture = self._saving.settings.hall_distance, self._saving.settings.picture_height
        self.picture.set_hall(distance, picture)
        for result in self.results.values():
            result.show_reach(distance, picture)
        self.advice.set_text(self._advice(distance, picture))

    def _advice(self, distance: float, picture: float) -> str:
        tr = self.look.tr
        large, middle, small = (size.u for size in SIZES)
        if is_read(small, picture, distance):
            return tr("Kaikki näkyy koko saliin. Kokeile vielä testikuvalla salin perältä.")
        if is_read(middle, picture, distance):
            return tr("Tärkeän lapun voi nostaa esiin ohjauksessa: silloin se näkyy takariviin.")
        unit = middle if is_read(large, picture, distance) else large
        return tr(
            "Tuo takarivi enintään {n} metrin päähän, tai suurenna kuva: korkeutta vähintään {height}.",
            n=whole_metres(reach(unit, picture)),
            height=metres(tr, math.ceil(picture_for(unit, distance) * TENTHS) / TENTHS),
        )

    @Slot()
    def _show_test(self) -> None:
        bench = self._saving.workbench
        bench.screen.show_test()
        bench.toast(bench.tr("Testikuva on valkokankaalla. Se lähtee, kun napsautat sitä tai näytät jotain muuta."))


class _Result(QWidget):
    """A line of the answer: what, and from how far."""

    def __init__(self, look: Look, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._size = look, size
        self._icon = Icon(look, "check-circle-fill", "kuusi", 20)
        self.verdict = Label(look, "", "dense-strong", wrap=False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._icon, 0, 0)
        words = Label(look, look.tr(size.words), "dense")
        grid.addWidget(SettingRow(words, self.verdict), 0, 1)
        grid.setColumnStretch(1, 1)

    def show_reach(self, distance: float, picture: float) -> None:
        """Tell whether the back row reads it, or from how far it can be read."""
        tr, good = self.look.tr, is_read(self._size.u, picture, distance)
        far = whole_metres(reach(self._size.u, picture))
        words = tr("näkyvät takariviin") if good else tr("näkyvät {n} metriin", n=far)
        self.verdict.set_text(words)
        self._icon.set_icon("check-circle-fill" if good else "warning", "kuusi" if good else "savi")
