"""Draws pages and the parts of them: Jinja templates in the reader's language, with what the templates may call.

A tool's template has a block `frame` (everything), a block `mine` (one's own), and any others are parts that change without
the frame being drawn anew. Drawn without a person it suits everybody: what is one's own stays hidden until the page's
script knows better.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from markupsafe import Markup

import fasilitaattori.tools
from fasilitaattori.i18n import LANGUAGE_NAMES, Translator
from fasilitaattori.paths import resource
from fasilitaattori.phones.assets import REMOTE_ICONS, Assets, mark, sprite
from fasilitaattori.phones.scene import CHECKING, ENDED, NOBODY, WAITING, Mine, Scene
from fasilitaattori.phones.words import words
from fasilitaattori.tools import MODELS

_NOT_PARTS = ("frame", "mine")
_PUBLIC = frozenset(kind for tool in MODELS.values() for kind, send in tool.sends.items() if send.public)


class Typed(dict[str, str]):
    """What a person typed into a form, by field; "" for the rest."""

    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a page is drawn for. `base` is their address, `form` a fresh id for their forms, `own` what only they see."""

    mine: Mine = NOBODY
    base: str = ""
    form: str = ""
    own: Mapping[str, Any] | None = None
    typed: Typed = field(default_factory=Typed)


ANYBODY = Reader()


class Drawing:
    """All templates, compiled once."""

    def __init__(self, assets: Assets) -> None:
        tools = Path(next(iter(fasilitaattori.tools.__path__)))
        loader = ChoiceLoader([FileSystemLoader(resource("web")), PrefixLoader({"tools": FileSystemLoader(tools)})])
        self._jinja = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
        )
        self._jinja.globals.update(
            asset=assets.address,
            icon=_icon,
            strong=_strong,
            bdi=_apart,
            unbroken=_unbroken,
            mark=Markup(mark()),
            sprite=Markup(sprite()),
            remote_sprite=Markup(sprite(REMOTE_ICONS)),
            languages=tuple((code, name[0].upper() + name[1:]) for code, name in LANGUAGE_NAMES.items()),
        )

    def page(self, template: str, tr: Translator, **context: Any) -> str:
        """A whole page. `size` is the step of the text size (0–2)."""
        for name in ("said_in", "trouble", "said"):
            context.setdefault(name, Markup(""))
        return self._jinja.get_template(template).render(tr=tr, words=words(tr.language), **context)

    def blocks(self, template: str, tr: Translator, names: Iterable[str], **context: Any) -> dict[str, str]:
        """Some blocks of a page alone, by name."""
        found = self._jinja.get_template(template)
        inside = found.new_context({"tr": tr, **context})
        return {name: "".join(found.blocks[name](inside)).strip() for name in names}

    def frame(self, scene: Scene, tr: Translator, now_ms: int, reader: Reader = ANYBODY) -> str:
        """What stands between the bars."""
        return "".join(self._blocks(scene, tr, now_ms, reader, ("frame",))["frame"])

    def parts(self, scene: Scene, tr: Translator, now_ms: int) -> dict[str, str]:
        """The parts that change by themselves, the same for everybody."""
        names = tuple(name for name in self._template(scene).blocks if name not in _NOT_PARTS)
        return self._blocks(scene, tr, now_ms, ANYBODY, names)

    def mine(self, scene: Scene, tr: Translator, now_ms: int, reader: Reader) -> str:
        """What only this reader sees; "" where the tool has nothing of the kind."""
        return self._blocks(scene, tr, now_ms, reader, ("mine",)).get("mine", "")

    def _template(self, scene: Scene) -> Template:
        return self._jinja.get_template(
            f"{scene.tool}.html" if scene.tool in (WAITING, ENDED, CHECKING) else f"tools/{scene.tool}/phone.html"
        )

    def _blocks(self, scene: Scene, tr: Translator, now_ms: int, reader: Reader, names: tuple[str, ...]) -> dict[str, str]:
        template = self._template(scene)
        context = template.new_context({**_context(scene, tr, now_ms, reader)})
        return {name: "".join(template.blocks[name](context)).strip() for name in names if name in template.blocks}


def _icon(name: str) -> Markup:
    return Markup('<svg class="ic" aria-hidden="true"><use xlink:href="#i-{}"/></svg>').format(name)


def _strong(text: str) -> Markup:
    return Markup("<b>{}</b>").format(text)


def _unbroken(text: str) -> Markup:
    """A code that stays on one line."""
    return Markup('<b class="keep">{}</b>').format(text)


def _apart(text: str) -> Markup:
    """A name or the like, whose direction of writing does not touch what stands around it."""
    return Markup("<bdi>{}</bdi>").format(text)


def _context(scene: Scene, tr: Translator, now_ms: int, reader: Reader) -> dict[str, Any]:
    """What a tool's template may use."""
    mine = reader.mine

    def sends(kind: str, *, direct: bool = False, box: str = "") -> Markup:
        """Attributes of a form that sends this kind."""
        held = Markup(' data-box="{}"').format(box) if box else ""
        plain = Markup(' action="{}/form"').format(reader.base) if reader.base else ""
        marks = Markup(" data-direct" if direct else "") + Markup(" data-public" if kind in _PUBLIC else "")
        return Markup('method="post" data-kind="{}" data-step="{}"{}{}{}').format(kind, scene.step, plain, held, marks)

    def hidden(kind: str, box: str = "") -> Markup:
        """The hidden fields of such a form, for browsers without scripts."""
        if not reader.base:
            return Markup("")
        fields = {"kind": kind, "step": scene.step, "form": reader.form, **({"box": box} if box else {})}
        return Markup("").join(Markup('<input type="hidden" name="{}" value="{}">').format(*pair) for pair in fields.items())

    def when(*flags: str) -> Markup:
        """Shown only to those for whom all flags hold ("!flag" = does not hold)."""
        holds = reader is not ANYBODY and all((f[1:] not in mine.flags) if f[0] == "!" else (f in mine.flags) for f in flags)
        return Markup('data-when="{}"{}').format(" ".join(flags), "" if holds else Markup(" hidden"))

    return {
        "tr": tr,
        "scene": scene,
        "view": scene.view,
        "said_in": language_of(scene.language, tr),
        "mine": reader.own,
        "typed": reader.typed,
        "time_left": time_left(scene, tr, now_ms),
        "countdown": countdown(scene, tr, now_ms),
        "sends": sends,
        "hidden": hidden,
        "when": when,
        "fill": lambda name: mine.texts.get(name, ""),
        "filled": lambda name: Markup('<b data-fill="{}">{}</b>').format(name, mine.texts.get(name, "")),
        "clock": lambda at: tr.time(dt.datetime.fromisoformat(at)),
        "clock_text": lambda text: tr.time(dt.time.fromisoformat(text)),
        "scale_labels": lambda question: list(scale_labels(question, tr)),
        "is_given": lambda answer, option: option in answer if isinstance(answer, list) else option == answer,
        "turn_length": lambda seconds: turn_length(seconds, tr),
    }


def language_of(language: str, tr: Translator) -> Markup:
    """An attribute for texts in the workshop's own language, so that a screen reader reads them aloud right."""
    return Markup("") if language == tr.language else Markup(' lang="{}"').format(language)


def _left_ms(scene: Scene, now_ms: int) -> int | None:
    timer = scene.facts["timer"]
    if timer is None:
        return None
    left: int = timer["end"] - now_ms if timer["running"] else timer["left"]
    return left


def time_left(scene: Scene, tr: Translator, now_ms: int) -> str:
    """Whole minutes left, rounded up: the room sees calm. "" without a timer."""
    left = _left_ms(scene, now_ms)
    if left is None:
        return ""
    if not scene.facts["timer"]["running"]:
        return tr("kello pysäytetty")
    if left <= 0:
        return tr("aika täynnä")
    return tr("alle minuutti jäljellä") if left < 60_000 else tr("{n} min jäljellä", n=-(-left // 60_000))


def countdown(scene: Scene, tr: Translator, now_ms: int) -> str:
    """Minutes and seconds left of a break."""
    left = _left_ms(scene, now_ms)
    if left is None or left <= 0:
        return tr("Jatkamme nyt")
    seconds = -(-left // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def scale_labels(question: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    """The labels of a scale from 1: words at the ends, or the five steps of agreement when it has none of its own."""
    low, high, steps = question["low"], question["high"], question["steps"]
    if steps == 5 and not low and not high:
        yield tr("Täysin eri mieltä")
        yield tr("Jokseenkin eri mieltä")
        yield tr("En samaa enkä eri mieltä")
        yield tr("Jokseenkin samaa mieltä")
        yield tr("Täysin samaa mieltä")
        return
    for step in range(1, steps + 1):
        word = low if step == 1 else high if step == steps else ""
        yield f"{step} – {word}" if word else str(step)


def turn_length(seconds: int, tr: Translator) -> str:
    """How long everybody may speak."""
    if seconds % 60:
        return tr("Jokainen puhuu enintään {n} sekuntia.", n=seconds)
    return tr.n("Jokainen puhuu enintään {n} minuutin.", "Jokainen puhuu enintään {n} minuuttia.", seconds // 60)
