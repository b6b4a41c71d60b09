"""What the room sees of a dialogue: the question, the ground rules until they are agreed on, or whose turn it is in a round."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.slides.around import Around, Head, Surround, TimeLeft
from fasilitaattori.kit.slides.listing import Item, Items
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.sheet import RIGHT, Canvas, Sheet, best, place_of
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.speaking import SpeakingSlide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.kit.slides.words import Setting, Style, set_words
from fasilitaattori.tools.discussion.model import Round

RULE_SIZES = (72, 66, 60, 54, 48, 44)
ASK = Style(60, serif=True, leading=1.16)
PAD = 48.0
PLACE = Style(44)
PLACE_ROOM = 140.0
"""Room for the number of a page."""


@dataclass(frozen=True)
class RulesSlide(Slide):
    """The ground rules, and the question whether we accept them."""

    NAME: ClassVar[str] = N_("pelisäännöt")

    around: Around
    title: str
    rules: tuple[str, ...]
    question: str
    accepted: bool
    time: TimeLeft | None

    @property
    def key(self) -> Hashable:
        return (type(self), self.rules, self.accepted)

    def pages(self, sheet: Sheet) -> int:
        return len(self._plan(sheet)[2].pages)

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, ask, items = self._plan(canvas)
        surround.draw(canvas)
        main = surround.main
        band = QRectF(main.left(), main.bottom() - ask.height - 36, main.width(), ask.height + 36)
        canvas.frame(main, 16, "surface")
        with paint.saved(canvas.painter):
            canvas.painter.setClipPath(paint.bubble_path(main, 16))
            canvas.painter.fillRect(band, canvas.theme["kuusi-tint"])
            canvas.rule(band.left(), band.top(), band.width(), "ink", 3)
        canvas.frame(main, 16, None, "ink")
        indent = 0.0
        if self.accepted:
            indent = 84.0
            canvas.icon(band.left() + PAD, band.center().y(), 64, "check-circle-fill", "kuusi")
        canvas.put(ask, band.left() + PAD + indent, band.top() + 18, tier="A")
        if len(items.pages) > 1:
            where = set_words(place_of(page, len(items.pages)), PLACE, PLACE_ROOM)
            canvas.put(where, band.right() - PAD - PLACE_ROOM, band.center().y() - where.height / 2, align=RIGHT)
        items.draw(canvas, page, framed=True)

    def spoken(self, tr: Translator) -> Spoken:
        rules = listing(f"{number} {rule}" for number, rule in enumerate(self.rules, 1))
        return spoken(self.title, rules, passage(self._asked(tr)), self.around.told(tr, self.time))

    def _asked(self, tr: Translator) -> str:
        """What stands under the rules."""
        return tr("Hyväksyttiin yhdessä") if self.accepted else self.question or tr("Hyväksymmekö nämä?")

    def _plan(self, sheet: Sheet) -> tuple[Surround, Setting, Items]:
        beside = self.time.tag(sheet.tr) if self.time is not None else self.around.clock_beside(sheet)
        surround = Surround(sheet, Head(sheet, self.title, beside), self.around.foot(sheet))
        main = surround.main
        room = main.width() - 2 * PAD - PLACE_ROOM - (84.0 if self.accepted else 0.0)
        ask = best(self._asked(sheet.tr), ASK, room, ASK.line * 2, (60,))
        box = main.adjusted(PAD, 6, -PAD, -ask.height - 36 - 6)
        items = [Item(rule, str(number)) for number, rule in enumerate(self.rules, 1)]
        return surround, ask, Items(sheet, box, items, RULE_SIZES)


def slide(stage: Stage) -> Slide:
    """A round going on goes first, then ground rules not agreed on, then the prompt."""
    settings, mine = stage.settings, stage.mine
    if mine.round is not None:
        return round_slide(stage, mine.round)
    prompts = [prompt.strip() for prompt in settings.prompts if prompt.strip()]
    rules = tuple(rule.strip() for rule in settings.ground_rules if rule.strip())
    if rules and (len(prompts) < 2 or not mine.room_accepted):
        question = prompts[0] if len(prompts) == 1 else ""
        return RulesSlide(stage.around, stage.title, rules, question, mine.room_accepted, stage.time)
    prompt = settings.prompts[mine.prompt_index].strip() if mine.prompt_index < len(settings.prompts) else ""
    prompt = prompt or (prompts[0] if prompts else "")
    heading = stage.title if prompt else stage.state.info.title.strip()
    return CardSlide(stage.around, heading, prompt or stage.title, settings.aside.strip(), time=stage.time)


def round_slide(stage: Stage, going: Round) -> Slide:
    """Whose turn it is, and who comes next. The time is that of the turn, not of the step."""
    left = going.left
    speaker = stage.who(left[0]) if left else None
    used = max(0, stage.now_ms - going.turn_ms) // 1000
    waiting = tuple(stage.who(number) for number in left[1:5])
    allowed = stage.settings.turn_seconds
    used = min(used, allowed) if allowed else 0
    return SpeakingSlide(stage.around, stage.title, speaker, used, allowed, waiting, max(0, len(left) - 1), True)
