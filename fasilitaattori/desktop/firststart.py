"""The first start: which language, who arranges, and an evening to try. Shown once; all of it stands in the settings."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from fasilitaattori.desktop.creating import example
from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.settings.arranging import fact
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.desktop.settings.workshoppanels import LONGEST
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.ticks import RadioButton
from fasilitaattori.settings import Settings

LANGUAGE, PEOPLE, TRYING = range(3)
NAMES = ("facilitator", "organisation")
TITLES = (N_("Tervetuloa Fasilitaattoriin"), N_("Kuka ohjaa ja kuka järjestää?"), N_("Kokeile heti"))
SENTENCES = (
    N_("Sillä suunnittelet ja ohjaat työpajan, ja muistio syntyy samalla. Nettiä ei tarvita: kaikki pysyy tällä koneella."),
    N_("Uusi työpaja saa nämä valmiiksi. Voit myös jättää ne tyhjiksi."),
    N_("Esimerkki-ilta avautuu sinulle harjoitukseksi, kuin istuisit jo salissa."),
)
_IN_SETTINGS = N_("Kohta {n}/{total}. Kaikki tämä löytyy myöhemmin Asetuksista.")
LATER = (_IN_SETTINGS, _IN_SETTINGS, N_("Kohta {n}/{total}. Harjoitella voi myöhemminkin Työpajat-sivulla."))
WIDTH = 600  # pixels at 100 %


class FirstStart(Dialog):
    """Three screens. Esc leaves at once; nothing must be answered."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench.look, " ", " ", width=WIDTH, parent=parent)
        self._workbench = workbench
        self._saving = Saving(workbench, self)
        self.step = LANGUAGE
        self.count = Label(self.look, "", "small", "ink2")
        self.back_button = Button(self.look, "", icon="arrow-left")
        self.buttons.insertWidget(0, self.back_button)
        self._stack = QStackedWidget()
        self.body.addSpacing(4)
        self.body.addWidget(self._stack)
        self.body.addSpacing(4)
        self.body.addWidget(self.count)
        self.act_button.setDefault(True)  # Enter goes on
        self.back_button.clicked.connect(self._back)
        self._build()
        self.look.changed.connect(self._speak)

    # --- the screens ---

    def _build(self) -> None:
        """Make all three in the desk's language."""
        self._language = self.look.tr.language
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        for make in (self._make_languages, self._make_names, self._make_trial):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            make(column)
            column.addStretch(1)
            self._stack.addWidget(page)
        self._show(self.step)

    def _make_languages(self, column: QVBoxLayout) -> None:
        chosen = self._saving.settings.language
        self.languages: dict[str, RadioButton] = {}
        self._group = QButtonGroup(self._stack)
        column.addWidget(Label(self.look, self.look.tr("Ohjelman kieli"), "field"))
        for code, name in Settings.language.choices.items():
            button = self.languages[code] = RadioButton(self.look, name)
            button.setAccessibleDescription(self.look.tr("Ohjelman kieli"))
            button.setChecked(code == chosen)
            button.clicked.connect(lambda _=False, code=code: self._saving.set("language", code))
            self._group.addButton(button)
            column.addWidget(button)

    def _make_names(self, column: QVBoxLayout) -> None:
        tr, look = self.look.tr, self.look
        examples = (tr("Esimerkiksi: Helmi Kuikka"), tr("Esimerkiksi: Kylätoimikunta"))
        self.names: dict[str, LineEntry] = {}
        for name, shown in zip(NAMES, examples, strict=True):
            entry = self.names[name] = LineEntry(str(getattr(self._saving.settings, name)))
            entry.setPlaceholderText(shown)
            entry.setMaxLength(LONGEST)
            column.addWidget(Field(look, tr(Settings.declared[name].label), entry))

    def _make_trial(self, column: QVBoxLayout) -> None:
        tr, look = self.look.tr, self.look
        column.addLayout(fact(look, "device-mobile", tr("Saliin tulee kaksitoista simuloitua osallistujaa puhelimineen.")))
        column.addLayout(
            fact(look, "projector-screen", tr("Näet, mitä valkokankaalla näkyy ja millainen muistio illasta syntyy."))
        )
        column.addLayout(fact(look, "arrow-counter-clockwise", tr("Et voi rikkoa mitään: harjoitus häviää, kun suljet sen.")))

    def _show(self, step: int) -> None:
        tr = self.look.tr
        title, sentence = tr(TITLES[step]), tr(SENTENCES[step])
        self.step = step
        self.heading.set_text(title)
        self.sentence.set_text(sentence)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        later = LATER[step]
        self.count.set_text(tr(later, n=step + 1, total=TRYING + 1))
        self.back_button.set_words(tr("Takaisin"))
        self.back_button.setVisible(step > LANGUAGE)
        self.safe_button.set_words(tr("Ohita") if step < TRYING else tr("Siirry työpajoihin"))
        self.act_button.set_words(tr("Jatka") if step < TRYING else tr("Kokeile esimerkkiä"))
        self.act_button.set_icon("" if step < TRYING else "graduation-cap")
        self._stack.setCurrentIndex(step)
        first = (self.languages[self._language], self.names[NAMES[0]], self.act_button)[step]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _speak(self) -> None:
        """Once the key that chose the language has done its work: it moves the focus last."""
        if self.look.tr.language != self._language:
            QTimer.singleShot(0, self, self._speak_anew)

    @Slot()
    def _speak_anew(self) -> None:
        self._build()
        self.measure()

    # --- going on ---

    @Slot()
    def _back(self) -> None:
        self._keep_names()
        self._show(self.step - 1)

    def accept(self) -> None:
        """On to the next screen; from the last one into the example."""
        self._keep_names()
        if self.step < TRYING:
            self._show(self.step + 1)
        else:
            self._leave(super().accept)
            self._try()

    def reject(self) -> None:
        """Leave it all as it is."""
        self._keep_names()
        self._leave(super().reject)

    def _keep_names(self) -> None:
        if self.step == PEOPLE:
            for name, entry in self.names.items():
                self._saving.set(name, entry.text().strip())

    def _leave(self, close: Callable[[], None]) -> None:
        self._saving.set("welcomed", True)
        close()

    def _try(self) -> None:
        bench = self._workbench
        draft = example(bench.services.methods(), bench.tr.language, bench.services.clock.now().date().isoformat())
        if draft is None:
            bench.toast(bench.tr("Esimerkkiä ei voi avata, koska sen tiedosto on rikki. Katso Menetelmät."), "warning")
        else:
            bench.rehearse_draft(draft)
