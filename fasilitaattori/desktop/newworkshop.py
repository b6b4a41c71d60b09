"""The dialog that makes a workshop: its heading, and a method to start from."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.creating import Draft, draft_from, minutes_between, new_stream
from fasilitaattori.desktop.entries import ClockEntry, DayEntry, LineEntry, read_clock
from fasilitaattori.desktop.methods.choice import minutes_range
from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGE_NAMES
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.methods.model import Method

DAYS_AHEAD = 7
WIDTH = 600  # pixels at 100 %
AROUND, BETWEEN = 40, 12  # pixels beside the fields, and between them
MESSAGE_GAP = 6  # over a message, and for the thicker frame of its field
SHARES = {"date": 3, "start": 2, "end": 2}  # of the width
START, END = "18:00", "20:00"
BAD_CLOCK = N_("Kirjoita aika muodossa 18.30.")
MESSAGES = {
    "title": N_("Anna työpajalle nimi."),
    "date": N_("Päivää ei ole. Kirjoita se muodossa 12.3.2026."),
    "start": BAD_CLOCK,
    "end": BAD_CLOCK,
}
"""Field -> what is said under it when it cannot be read."""


def make_workshop(workbench: Workbench, draft: Draft, page: str = "suunnittele") -> None:
    """Make the workshop, open it and show a page."""
    workbench.open(new_stream(), "", lambda: workbench.do(draft.command(), lambda _: workbench.go(page)))


class NewWorkshop(Dialog):
    """Asks the heading; "Tee työpaja" makes it and opens its plan."""

    def __init__(self, workbench: Workbench, method: str = "", parent: QWidget | None = None) -> None:
        tr, look = workbench.tr, workbench.look
        super().__init__(look, tr("Uusi työpaja"), act=tr("Tee työpaja"), safe=tr("Peruuta"), width=WIDTH, parent=parent)
        self._workbench = workbench
        self._library = workbench.services.methods()
        today = workbench.services.clock.now().date()
        self._title = LineEntry()
        self._title.setPlaceholderText(tr("Esimerkiksi: Kyläkoulun uusi elämä"))
        self.day = DayEntry(look, today, (today + timedelta(days=DAYS_AHEAD)).isoformat())
        self._start, self._end = ClockEntry(look, START), ClockEntry(look, END)
        self._place = LineEntry()
        self._place.setPlaceholderText(tr("Esimerkiksi: Kuikkaperän kylätalo"))
        self.methods, self._language = Select(look, tr("Menetelmä")), Select(look, tr("Työpajan kieli"))
        self._hint = Label(look, "", "small", "ink2", icon="info", icon_tone="jarvi")
        self._fields = self._lay_out()
        self._fill(method)
        for clock in (self._start, self._end):
            clock.textChanged.connect(self._mend_hint)
        self.methods.currentIndexChanged.connect(self._mend_hint)
        self._mend_hint()
        self.act_button.setDefault(True)  # Enter in a field makes the workshop
        self._keep_size()
        self._title.setFocus()

    def _lay_out(self) -> dict[str, Field]:
        tr, look = self.look.tr, self.look
        fields = {
            "title": Field(look, tr("Nimi"), self._title),
            "date": Field(look, tr("Päivä"), self.day),
            "start": Field(look, tr("Alkaa klo"), self._start),
            "end": Field(look, tr("Loppuu klo"), self._end),
            "place": Field(look, tr("Paikka"), self._place),
            "method": Field(look, tr("Mistä aloitetaan?"), self.methods),
            "language": Field(look, tr("Työpajan kieli"), self._language),
        }
        self.body.addWidget(fields["title"])
        times = row(*(fields[key] for key in SHARES), spacing=BETWEEN)
        for place, (key, stretch) in enumerate(SHARES.items()):
            times.setStretch(place, stretch)
            times.setAlignment(fields[key], Qt.AlignmentFlag.AlignTop)  # a message under one leaves the others in their places
        self.body.addLayout(times)
        self.body.addWidget(fields["place"])
        kinds = row(fields["method"], fields["language"], spacing=12)
        for place, stretch in enumerate((5, 3)):
            kinds.setStretch(place, stretch)
        self.body.addLayout(kinds)
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        return fields

    def _keep_size(self) -> None:
        """As high as with everything it may come to say, so that nothing moves under the hand; messages replace the hint."""
        look, room = self.look, self.look.px(WIDTH) - AROUND
        share = (room - 2 * BETWEEN) / sum(SHARES.values())
        widths = {"title": room, **{key: round(share * part) for key, part in SHARES.items()}}
        heights = {
            key: Label(look, look.tr(words), "small", icon="warning-circle").heightForWidth(widths[key])
            for key, words in MESSAGES.items()
        }
        told = heights["title"] + max(heights[key] for key in SHARES) + 2 * MESSAGE_GAP
        hint = Label(look, self._longest_hint(), "small", icon="info").heightForWidth(room) + self.body.spacing()
        layout = self.layout()
        assert layout is not None
        self._hint.hide()
        needed = layout.totalHeightForWidth(look.px(WIDTH)) + max(told, hint)
        self._hint.show()
        parent = self.parentWidget()
        self.setMinimumHeight(min(needed, parent.window().height()) if parent is not None else needed)

    def _show_messages(self, bad: Sequence[str]) -> None:
        """Say under these fields what cannot be read, and nothing under the others."""
        for key, words in MESSAGES.items():
            self._fields[key].set_message(self.look.tr(words) if key in bad else "", "error")
        self._hint.setVisible(not bad)

    def heading_fields(self) -> dict[str, LineEntry]:
        """The lines of the heading by their key."""
        return {"title": self._title, "place": self._place, "start": self._start, "end": self._end}

    def _fill(self, method: str) -> None:
        tr = self.look.tr
        self.methods.addItem(tr("Tyhjä ohjelma"), "")
        named = [(each.in_language(tr.language).name, each) for each in self._library.methods]
        for name, each in sorted(named, key=lambda pair: tr.sort_key(pair[0])):
            self.methods.addItem(f"{name} · {minutes_range(tr, each)}", each.id)
        self.methods.setCurrentIndex(max(0, self.methods.findData(method)))
        for code, name in LANGUAGE_NAMES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(tr.language))

    def _chosen(self) -> Method | None:
        return self._library.method(self.methods.currentData() or "")

    def _longest_hint(self) -> str:
        return self.look.tr("Menetelmä tarvitsee vähintään {n} min. Ohjelmasta tulee pidempi kuin aika.", n=100)

    @Slot()
    def _mend_hint(self) -> None:
        tr, method = self.look.tr, self._chosen()
        minutes = minutes_between(read_clock(self._start.text()) or "", read_clock(self._end.text()) or "")
        words = tr("Menetelmän voi ottaa myös myöhemmin.")
        if method is not None and minutes is None:
            words = tr("Vaiheista tulee yhtä pitkiä kuin menetelmässä.")
        elif method is not None and minutes is not None:
            if minutes < method.minutes.min:
                words = tr("Menetelmä tarvitsee vähintään {n} min. Ohjelmasta tulee pidempi kuin aika.", n=method.minutes.min)
            elif minutes > method.minutes.max:
                words = tr("Menetelmä kestää enintään {n} min. Loppuun jää väljää aikaa.", n=method.minutes.max)
            else:
                words = tr("Vaiheet sovitetaan {n} minuuttiin.", n=minutes)
        self._hint.set_text(words)

    def accept(self) -> None:
        """Make the workshop, if everything can be read; otherwise say under the field what cannot."""
        heading = self._heading()
        if heading is None:
            return
        language = str(self._language.currentData())
        draft = draft_from(self._library, self._chosen(), heading, language)
        super().accept()
        make_workshop(self._workbench, draft)

    def _heading(self) -> dict[str, object] | None:
        self.day.line.commit()
        clocks = {"start": read_clock(self._start.text()), "end": read_clock(self._end.text())}
        read = {
            "title": bool(self._title.text().strip()),
            "date": self.day.is_read(),
            **{key: clock is not None for key, clock in clocks.items()},
        }
        bad = [key for key in MESSAGES if not read[key]]
        self._show_messages(bad)
        if bad:
            self._fields[bad[0]].widget.setFocus()
            return None
        settings = self._workbench.services.settings
        return {
            "title": self._title.text().strip(),
            "place": self._place.text().strip(),
            "date": self.day.day,
            "start": clocks["start"] or "",
            "end": clocks["end"] or "",
            "language": str(self._language.currentData()),
            "organiser": settings.organisation,
            "facilitator": settings.facilitator,
        }
