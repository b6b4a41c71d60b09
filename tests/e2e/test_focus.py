"""Where the focus is: never lost, always seen, and nobody's but the one's who reads."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import floor, info, running
from tests.e2e.looking import lost
from tests.e2e.pages import LATER, by_keyboard, join
from tests.unit.phones.house import OPTIONS, PLAN, House

Open = Callable[..., Page]
COVERED = """() => { const e = document.activeElement;
  if (e === document.body) return null;
  const ring = e.matches('.opt input') ? e.nextElementSibling : e, box = ring.getBoundingClientRect();
  const over = [...document.querySelectorAll('#net, .sum')]
    .filter(bar => !bar.contains(e) && getComputedStyle(bar).position === 'sticky')
    .some(bar => { const b = bar.getBoundingClientRect(); return box.bottom > b.top + 1 && box.top < b.bottom - 1; });
  return { what: e.outerHTML.slice(0, 120), over: over, seen: getComputedStyle(ring).outlineStyle === 'solid',
           inside: box.top >= -1 && box.bottom <= innerHeight + 1 }; }"""


def test_the_focus_is_never_lost(house: House, open_page: Open) -> None:
    """Whatever is pressed by keyboard, and whatever is drawn anew under it."""
    page = join(open_page(house.url))
    house.go("rules")
    by_keyboard(page.get_by_role("button", name="Hyväksyn pelisäännöt"))
    expect(page.locator("main p:visible", has_text="Hyväksyit pelisäännöt")).to_be_visible()  # also once it is drawn anew
    assert not lost(page)
    house.go("talking")
    by_keyboard(page.locator("form[data-kind='floor.asked'] .pri"))
    expect(page.locator(".place")).to_be_visible()
    assert not lost(page)
    by_keyboard(page.locator("form[data-kind='floor.withdrawn'] button"))
    expect(page.locator(".place")).to_be_hidden()
    assert not lost(page)
    house.go("ideas")
    page.locator("#text").fill("Avantouinti", timeout=LATER)
    by_keyboard(page.get_by_role("button", name="Lähetä idea"))
    withdraw = page.get_by_role("button", name="Peru lappu: Avantouinti")
    by_keyboard(withdraw)
    expect(withdraw).to_be_hidden()
    assert not lost(page)
    house.do(info.set_info(title="Kuikkaperän koulu"))
    page.get_by_role("button", name="Lähetä idea").focus()
    expect(page.locator("header b")).to_have_text("Kuikkaperän koulu", timeout=LATER)
    house.do(info.set_info(title="Koulu"))
    expect(page.locator("header b")).to_have_text("Koulu", timeout=LATER)
    expect(page.get_by_role("button", name="Lähetä idea")).to_be_focused()
    page.locator("#text").fill("Kesken")
    house.go("dots")
    by_keyboard(page.get_by_role("button", name="Siirry mukaan"))
    assert not lost(page)
    by_keyboard(page.get_by_role("button", name="Selvä"))
    assert not lost(page)
    plus = page.get_by_role("button", name=f"Anna piste: {OPTIONS[0]}")
    for _ in range(3):
        by_keyboard(plus)
    expect(plus).to_be_disabled()
    expect(plus).to_be_focused()
    plus.press("Enter")  # and nothing comes of it
    expect(page.locator("[data-left]")).to_have_text("0 pistettä jäljellä")
    for _ in range(3):
        by_keyboard(page.get_by_role("button", name=f"Ota piste pois: {OPTIONS[0]}"))
    expect(plus).to_be_focused()
    house.do(info.set_info(title="Kyläkoulu"))
    expect(page.locator("header b")).to_have_text("Kyläkoulu", timeout=LATER)
    expect(plus).to_be_focused()
    house.go("survey")
    by_keyboard(page.locator("[data-next]"))
    assert not lost(page)
    by_keyboard(page.locator("[data-next]"))  # without the answer that is needed
    legend = page.locator("fieldset:visible legend")
    expect(legend).to_be_focused()
    expect(page.locator("fieldset:visible")).to_have_attribute("aria-describedby", "answer-trouble")
    expect(page.locator("#answer-trouble")).to_have_text("Valitse ensin vastaus")
    by_keyboard(page.locator("fieldset:visible input").nth(3), "Space")
    for _ in range(3):
        by_keyboard(page.locator("[data-next]"))
        assert not lost(page)
    by_keyboard(page.locator("[data-send]"))
    expect(page.locator("#survey-thanks")).to_be_visible()
    assert not lost(page)


def test_the_focus_is_never_lost_on_the_remote(house: House, open_page: Open) -> None:
    """Also where an order makes its own button one that cannot be pressed."""
    house.go("scale")
    house.do(running.adjust(-PLAN["scale"][2] * 60 + 30))
    page = open_page(f"{house.url}/r/{house.remote}")
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^\+?0:\d\d$"))
    by_keyboard(page.locator("#next"))
    expect(page.locator("#next")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    house.go("rules")
    expect(page).to_have_title("Pelisäännöt", timeout=LATER)
    by_keyboard(page.locator("[value=previous]"))
    expect(page.locator("[value=previous]")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    house.go("talking")
    house.do(floor.ask(house.add("Reino")))
    by_keyboard(page.get_by_role("button", name="Seuraava puhuja"))
    expect(page.get_by_role("button", name="Seuraava puhuja")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    by_keyboard(page.get_by_role("button", name="Päätä puheenvuoro"))
    expect(page.get_by_role("button", name="Päätä puheenvuoro")).to_be_hidden(timeout=LATER)
    assert not lost(page)


@pytest.mark.parametrize("size", [0, 2])
def test_the_focus_is_always_seen(house: House, open_page: Open, size: int) -> None:
    """Forwards and backwards through the longest pages: there is a ring, and no bar covers what has it."""
    page = join(open_page(house.url))
    for _ in range(size):
        page.locator("#aa").click()
    for key in ("dots", "several", "swot", "survey"):
        house.go(key)
        expect(page).to_have_title(re.compile("^" + PLAN[key][0]), timeout=LATER)
        page.set_viewport_size({"width": 360, "height": 600})
        page.evaluate("document.querySelector('.skip').focus()")
        for press in ("Tab", "Shift+Tab"):
            for _ in range(60):
                page.keyboard.press(press)
                now = page.evaluate(COVERED)
                if now is None:
                    break
                assert now["seen"], (key, now)
                assert not now["over"], (key, press, now)
                assert now["inside"] or "skip" in now["what"] or "textarea" in now["what"], (key, press, now)


def test_the_frame_that_refreshes_takes_neither_focus_nor_words(house: House, open_page: Open) -> None:
    page = join(open_page(house.url, java_script_enabled=False))
    house.go("ideas")
    page.get_by_role("link", name="Päivitä").click()
    field = page.get_by_role("textbox", name="Ideasi")
    field.fill("Kesken jää")
    house.go("dots")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("link", name="Siirry nykyiseen vaiheeseen")).to_be_visible(timeout=LATER)
    expect(field).to_be_focused()
    expect(field).to_have_value("Kesken jää")
