"""Näkymä ja ääni: themes, text size, motion, keys on buttons, and the cues of the hall."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.appearance import CUE_SETTINGS
from fasilitaattori.desktop.parts import Icon
from fasilitaattori.desktop.settings.arranging import Parts, SettingRow
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.desktop.settings.themecards import ThemeCards
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import TEXT_SCALES, Look
from fasilitaattori.kit.ticks import Switch
from fasilitaattori.kit.wheel import Slider
from fasilitaattori.settings import Settings

SIZES = tuple(round(scale * 100) for scale in TEXT_SCALES)
SLIDER_WIDTH, SLIDER_STEP = 112, 10


class ViewPanel(Parts):
    """Follows the settings and changes them."""

    def __init__(self, look: Look, saving: Saving, parent: QWidget | None = None) -> None:
        tr = look.tr
        super().__init__(look, tr("Näkymä ja ääni"), parent)
        self._saving = saving
        themes = {value: tr(words) for value, words in Settings.theme.choices.items()}
        self.themes = ThemeCards(look, themes, tr(Settings.theme.label))
        screens = [(value, tr(words)) for value, words in Settings.screen_theme.choices.items()]
        self.screen_theme = Segmented(look, screens, small=True, name=tr(Settings.screen_theme.label))
        sizes = [(str(size), tr("{n} %", n=size)) for size in SIZES]
        self.text_size = Segmented(look, sizes, small=True, name=tr(Settings.text_size.label))
        self.motion = Switch(look, tr(Settings.reduce_motion.label))
        self.keys = Switch(look, tr(Settings.show_keys.label))
        self._add_looks()
        self.sounds: dict[str, Switch] = {}
        self.plays: dict[str, IconButton] = {}
        self.volume = Slider(Qt.Orientation.Horizontal)
        self._volume_words = Label(look, "", "small", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self._add_sounds()
        self.finish()
        self._refresh()
        saving.changed.connect(self._refresh)
        look.changed.connect(self._fit)
        self._connect()

    def _add_looks(self) -> None:
        look, tr = self.look, self.look.tr
        screen = SettingRow(Label(look, tr(Settings.screen_theme.label)), self.screen_theme)
        self.add_part(self.themes, screen, title=tr(Settings.theme.label))
        size = SettingRow(Label(look, tr(Settings.text_size.label), "strong"), self.text_size)
        self.add_part(size, self.motion, self.keys, spacing=5)

    def _add_sounds(self) -> None:
        look, tr = self.look, self.look.tr
        self.volume.setRange(int(Settings.sound_volume.low), int(Settings.sound_volume.high))
        self.volume.setSingleStep(SLIDER_STEP)
        self.volume.setPageStep(SLIDER_STEP * 2)
        self.volume.setTracking(False)  # saved when it is let go of, not at every pixel
        self.volume.setAccessibleName(tr(Settings.sound_volume.label))
        self.volume.setToolTip(tr(Settings.sound_volume.label))
        loudness = QWidget()
        row = QHBoxLayout(loudness)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (Icon(look, "speaker-high", "ink2", 20), self.volume, self._volume_words):
            row.addWidget(widget)
        part = self.add_part(SettingRow(Label(look, tr("Merkkiäänet"), "section"), loudness), spacing=4)
        for cue, setting in CUE_SETTINGS.items():
            words = tr(Settings.declared[setting].label)
            switch = self.sounds[cue] = Switch(look, words, words_first=False)
            play = self.plays[cue] = IconButton(look, "play", tr("Kuuntele: {sound}", sound=words), size="small")
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(switch, 1)
            line.addWidget(play)
            part.addLayout(line)

    def _connect(self) -> None:
        keep = self._saving.set
        self.themes.chosen.connect(lambda theme: keep("theme", theme))
        self.screen_theme.chosen.connect(lambda theme: keep("screen_theme", theme))
        self.text_size.chosen.connect(lambda size: keep("text_size", int(size)))
        self.motion.clicked.connect(lambda on: keep("reduce_motion", on))
        self.keys.clicked.connect(lambda on: keep("show_keys", on))
        self.volume.valueChanged.connect(lambda value: keep("sound_volume", value))
        self.volume.sliderMoved.connect(self._say_volume)
        for cue, switch in self.sounds.items():
            switch.clicked.connect(lambda on, setting=CUE_SETTINGS[cue]: keep(setting, on))
            self.plays[cue].clicked.connect(lambda _=False, cue=cue: self.listen(cue))

    def listen(self, cue: str) -> None:
        """Play a cue as loud as it would be, also one that is turned off."""
        bench, tr = self._saving.workbench, self.look.tr
        volume = self._saving.settings.sound_volume / 100
        if volume <= 0:
            bench.toast(tr("Äänenvoimakkuus on nollassa. Siirrä säädintä oikealle."), "warning")
            return
        before = bench.sounds.volume(cue)
        bench.sounds.set_volume(cue, volume)
        heard = bench.sounds.play(cue)
        bench.sounds.set_volume(cue, before)
        if not heard:
            bench.toast(tr("Ääntä ei kuulu: koneesta ei löydy kaiutinta. Ajan loppu näkyy silti aina näytöllä."), "warning")

    @Slot()
    def _refresh(self) -> None:
        settings = self._saving.settings
        self.themes.set_value(settings.theme)
        self.screen_theme.set_value(settings.screen_theme)
        self.text_size.set_value(str(min(SIZES, key=lambda size: abs(size - settings.text_size))))
        self.motion.setChecked(settings.reduce_motion)
        self.keys.setChecked(settings.show_keys)
        for cue, switch in self.sounds.items():
            switch.setChecked(bool(settings.value(Settings.declared[CUE_SETTINGS[cue]])))
        self.volume.blockSignals(True)
        self.volume.setValue(settings.sound_volume)
        self.volume.blockSignals(False)
        self._say_volume(settings.sound_volume)
        self._fit()

    @Slot(int)
    def _say_volume(self, value: int) -> None:
        self._volume_words.set_text(self.look.tr("{n} %", n=value))

    @Slot()
    def _fit(self) -> None:
        self.volume.setFixedWidth(self.look.px(SLIDER_WIDTH))
        self._volume_words.setFixedWidth(self.look.px(44))
