"""Every tool's page in every language, for everybody and for one; hostile texts stay texts."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.phones.assets import ICONS, Assets
from fasilitaattori.phones.drawing import Drawing, Reader, countdown, time_left, turn_length
from fasilitaattori.phones.scene import Scene, mine_of, scene_of
from fasilitaattori.phones.tool_pages import PAGES
from fasilitaattori.phones.words import words
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import change_step, new_step
from fasilitaattori.workshop.info import set_info
from tests.ledger import Ledger
from tests.unit.phones.house import PLAN

EVIL = '<script>alert("x")</script>&lt;\'"›𝕏\u202eevil'
DRAWING = Drawing(Assets())


class Evening(Ledger):
    """A workshop in memory with the plan of the served one."""

    def __init__(self) -> None:
        super().__init__()
        self.do(set_info(title="Kyläkoulun uusi elämä", start="18:00", goal="Sovitaan koulusta"))
        plans = {
            key: new_step(title, tool, minutes, settings=settings) for key, (title, tool, minutes, settings) in PLAN.items()
        }
        self.plan(*plans.values())
        self.steps = {key: plan.id for key, plan in plans.items()}
        for number, name in enumerate(("Helmi", "", "Reino"), 1):
            self.do(people.join(name, "fi", f"hash{number}"))

    def go(self, key: str) -> Scene:
        self.do(running.go_to(self.steps[key]))
        return self.scene

    @property
    def scene(self) -> Scene:
        return scene_of(self.state, self.now)

    def draw(self, language: str = "fi", number: int = 0) -> str:
        tr, scene = translator(language), self.scene
        if not number:
            return DRAWING.frame(scene, tr, self.now)
        page, step = PAGES.get(scene.tool), self.state.current
        own = page.mine(self.state, step, number) if page and step else {}
        reader = Reader(mine_of(scene.facts, number, tr), "/o/abc", "form-1", {**own, "choice": None})
        return DRAWING.frame(scene, tr, self.now, reader)


class Page(HTMLParser):
    """Checks that tags close in order and collects what there is."""

    VOID = frozenset({"input", "br", "meta", "link", "use", "rect"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def test_every_tool_has_its_page() -> None:
    assert PAGES.keys() == MODELS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PLAN)
def test_every_step_is_drawn_for_all_and_for_one(key: str, language: str) -> None:
    evening = Evening()
    scene = evening.go(key)
    shared, own = evening.draw(language), evening.draw(language, 1)
    for html in (shared, own):
        page = Page(html)
        ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
        assert len(ids) == len(set(ids))
        assert sum(tag == "h1" for tag, _ in page.tags) >= 1
        assert not any(
            name == "style" or name.startswith("on") for _, attrs in page.tags for name in attrs
        )  # the policy forbids
        for tag, attrs in page.tags:
            if tag == "use":
                assert str(attrs["xlink:href"]).removeprefix("#i-") in ICONS
    assert "/o/abc" not in shared
    assert shared.count("<form") == own.count("<form")
    assert own.count('action="/o/abc/form"') == own.count("<form")
    assert scene.view.keys() >= PAGES[scene.tool].LIVE


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_and_after_the_steps_there_is_a_page_too(language: str) -> None:
    evening = Evening()
    Page(evening.draw(language))
    evening.go("talk")
    evening.do(running.end())
    Page(evening.draw(language, 1))


@pytest.mark.parametrize("key", PLAN)
def test_what_people_write_is_never_markup(key: str) -> None:
    evening = Evening()

    def spoil(value: Any) -> Any:
        if isinstance(value, str) and value not in (
            "one",
            "several",
            "scale",
            "dots",
            "many",
            "text",
            "q1",
            "q2",
            "q3",
            "q4",
            "q5",
        ):
            return value + EVIL
        if isinstance(value, list):
            return [spoil(one) for one in value]
        return {k: spoil(v) for k, v in value.items()} if isinstance(value, dict) else value

    settings = spoil(PLAN[key][3])
    evening.do(change_step(evening.steps[key], title=EVIL, settings=settings))
    evening.do(people.change_person(1, name="<b>" + EVIL[:20]))
    evening.go(key)
    if "floor.asked" in MODELS[PLAN[key][1]].sends and settings.get("floor", True):
        evening.send(1, "floor.asked", reply=False)
    if PLAN[key][1] == "ideas":
        evening.send(1, "ideas.added", text=EVIL)
    for html in (evening.draw(), evening.draw("sv", 1), evening.draw("en", 3), words("fi")):
        assert "<script" not in html
        assert "<b>" not in re.sub(r"<b( data-fill=\"\w+\")?>[^<]*</b>", "", html)
        Page(html)


def test_time_left_is_calm_whole_minutes() -> None:
    evening = Evening()
    evening.go("ideas")
    tr = translator("fi")
    shown = []
    for seconds in (0, 1, 60 * 18, 59, 1, 60):
        evening.wait(seconds)
        shown.append(time_left(evening.scene, tr, evening.now))
    assert shown == [
        "20 min jäljellä",
        "20 min jäljellä",
        "2 min jäljellä",
        "1 min jäljellä",
        "alle minuutti jäljellä",
        "aika täynnä",
    ]
    evening.do(running.pause())
    assert time_left(evening.scene, tr, evening.now) == "kello pysäytetty"


def test_a_break_counts_seconds() -> None:
    evening = Evening()
    evening.go("pause")
    evening.wait(61)
    assert countdown(evening.scene, translator("fi"), evening.now) == "18:59"
    evening.wait(60 * 20)
    assert countdown(evening.scene, translator("fi"), evening.now) == "Jatkamme nyt"


def test_how_long_a_turn_is() -> None:
    tr = translator("fi")
    assert turn_length(120, tr) == "Jokainen puhuu enintään 2 minuuttia."
    assert turn_length(60, tr) == "Jokainen puhuu enintään 1 minuutin."
    assert turn_length(90, tr) == "Jokainen puhuu enintään 90 sekuntia."
