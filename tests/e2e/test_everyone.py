"""Everyone can take part: by keyboard, with a screen reader, enlarged, in every language, with a browser that is too old."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from fasilitaattori.workshop import floor, info, moderation, running
from tests.e2e.looking import check
from tests.e2e.pages import LATER, Wire, join
from tests.unit.phones.house import LABELS, OPTIONS, PLAN, QUESTION, QUESTIONS, RULES, House

Open = Callable[..., Page]
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
LISTEN = """() => {
  window.heard = [];
  const places = '#heard, [role=status], [role=alert], [aria-live]';
  new MutationObserver(changes => changes.forEach(change => {
    const element = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const live = element && element.closest(places);
    if (live && live.textContent.trim()) window.heard.push(live.textContent.trim());
    change.addedNodes.forEach(node => {
      if (node.matches && node.matches(places)) window.heard.push(node.textContent.trim());
    });
  })).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] });
}"""
LOST = """() => { const e = document.activeElement;
  return e === document.body || !e.isConnected || (e.offsetParent === null && getComputedStyle(e).position !== 'fixed'); }"""
COVERED = """() => { const e = document.activeElement;
  if (e === document.body) return null;
  const ring = e.matches('.opt input') ? e.nextElementSibling : e, box = ring.getBoundingClientRect();
  const over = [...document.querySelectorAll('#net, .sum')]
    .filter(bar => !bar.contains(e) && getComputedStyle(bar).position === 'sticky')
    .some(bar => { const b = bar.getBoundingClientRect(); return box.bottom > b.top + 1 && box.top < b.bottom - 1; });
  return { what: e.outerHTML.slice(0, 120), over: over, seen: getComputedStyle(ring).outlineStyle === 'solid',
           inside: box.top >= -1 && box.bottom <= innerHeight + 1 }; }"""


def lost(page: Page) -> bool:
    """Has the focus gone nowhere? Asked when the browser has drawn: what is hidden loses it only then."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return bool(page.evaluate(LOST))


def heard(page: Page) -> list[str]:
    said: list[str] = page.evaluate("window.heard")
    return said


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_state_of_the_survey_the_votes_and_the_cut_page(house: House, wire: Wire, open_page: Open, language: str) -> None:
    page = join(open_page(f"http://127.0.0.1:{wire.port}/", 320, locale=LOCALES[language]))
    house.go("survey")
    following = page.locator("[data-next]")
    expect(following).to_be_visible(timeout=LATER)
    for where in ("scale", "required", "one", "many"):
        check(page, where, language)
        following.click()
        if where == "required":
            expect(page.locator("#answer-trouble")).to_be_visible()
            check(page, "answer missing", language)
            page.locator(".opt:visible").first.click()
            following.click()
    check(page, "text", language)
    page.locator("[data-send]").click()
    expect(page.locator("#survey-state .ok")).to_be_visible(timeout=LATER)
    check(page, "thanks", language)
    house.do(running.close_step())
    expect(page.locator("#survey-thanks")).to_have_count(0, timeout=LATER)
    check(page, "survey closed", language)
    house.go("several")
    page.locator("label.opt").first.click()
    page.locator("label.opt").nth(1).click()
    check(page, "as many as may be", language)
    house.go("dots")  # what was chosen and not sent is told
    expect(page.locator("#notices .notice")).to_be_visible(timeout=LATER)
    for _ in range(3):
        page.locator("[data-plus]").first.click()
    check(page, "points given and a notice", language)
    wire.cut()
    page.locator("[data-send]").click()
    page.locator("#net-help").click(timeout=LATER)
    check(page, "cut", language)
    page.locator("#cut-back").click()
    expect(page.locator("#net.bad")).to_be_visible()
    check(page, "connection lost", language)


@pytest.mark.parametrize(("language", "more"), [("sv", {"color_scheme": "dark"}), ("en", {"forced_colors": "active"})])
def test_very_large_letters(house: House, open_page: Open, language: str, more: dict[str, Any]) -> None:
    page = join(open_page(house.url, 320, locale=LOCALES[language], **more))
    page.locator("#aa").click()
    page.locator("#aa").click()
    expect(page.locator("html.size-2")).to_have_count(1)
    for key, (title, *_) in PLAN.items():
        house.go(key)
        expect(page).to_have_title(re.compile("^" + re.escape(title)), timeout=LATER)
        check(page, key, language, forced="forced_colors" in more)


def test_what_others_do_is_not_said_aloud_and_what_one_does_is(house: House, open_page: Open) -> None:
    page = join(open_page(house.url))
    for key in ("talking", "ideas", "dots", "survey", "pause"):
        step = house.go(key)
        expect(page).to_have_title(re.compile("^" + PLAN[key][0]), timeout=LATER)
        expect(page.locator("#heard")).not_to_be_empty()
        page.evaluate(LISTEN)
        phones = [house.join(f"Naapuri {n}") for n in range(8)]
        for phone in phones:
            if key == "talking":
                phone.send("floor.asked", reply=False)
                house.do(floor.next_speaker())
            elif key == "ideas":
                phone.send("ideas.added", text="Sauna")
            elif key == "dots":
                phone.send("vote.cast", choices={house.tool(step).candidates[0].id: 1})
            elif key == "survey":
                phone.send("survey.answered", answers={"q2": 4})
        house.do(running.adjust(-PLAN[key][2] * 60 + 60))  # and the clock: from minutes to under one
        count = {"ideas": "#main [data-part=count]", "dots": "[data-part=turnout]", "survey": "[data-part=answered]"}.get(key)
        if count:
            expect(page.locator(count)).to_contain_text("8", timeout=LATER)
        if key != "pause":
            expect(page.locator("[data-timer]").first).to_have_text("alle minuutti jäljellä", timeout=LATER)
        assert heard(page) == [], key
    house.go("talking")
    page.locator("form[data-kind='floor.asked'] .pri").click(timeout=LATER)
    expect(page.locator("#heard")).to_have_text(re.compile(r"^Olet jonossa, sijasi on \d+\.$"))
    page.locator("form[data-kind='floor.withdrawn'] button").click()
    expect(page.locator("#heard")).to_have_text("Puheenvuoro on peruttu.")
    house.do(moderation.mute(1))
    expect(page.locator("#heard")).to_contain_text("Ohjaaja on hiljentänyt", timeout=LATER)
    house.do(moderation.mute(1, False))
    expect(page.locator("#heard")).to_contain_text("Voit taas lähettää", timeout=LATER)


def test_the_focus_is_never_lost(house: House, open_page: Open) -> None:
    """Whatever is pressed by keyboard, and whatever is drawn anew under it."""
    page = join(open_page(house.url))
    house.go("rules")
    page.get_by_role("button", name="Hyväksyn pelisäännöt").press("Enter", timeout=LATER)
    expect(page.locator("#rules-done")).to_be_visible()
    assert not lost(page)
    house.go("talking")
    page.locator("form[data-kind='floor.asked'] .pri").press("Enter", timeout=LATER)
    expect(page.locator(".place")).to_be_visible()
    assert not lost(page)
    page.locator("form[data-kind='floor.withdrawn'] button").press("Enter")
    expect(page.locator(".place")).to_be_hidden()
    assert not lost(page)
    house.go("ideas")
    page.locator("#text").fill("Avantouinti", timeout=LATER)
    page.get_by_role("button", name="Lähetä idea").press("Enter")
    page.get_by_role("button", name="Peru lappu: Avantouinti").press("Enter", timeout=LATER)
    assert not lost(page)
    house.do(info.set_info(title="Kuikkaperän koulu"))
    page.get_by_role("button", name="Lähetä idea").focus()
    expect(page.locator("header b")).to_have_text("Kuikkaperän koulu", timeout=LATER)
    house.do(info.set_info(title="Koulu"))
    expect(page.locator("header b")).to_have_text("Koulu", timeout=LATER)
    expect(page.get_by_role("button", name="Lähetä idea")).to_be_focused()
    page.locator("#text").fill("Kesken")
    house.go("dots")
    page.get_by_role("button", name="Siirry mukaan").press("Enter", timeout=LATER)
    assert not lost(page)
    page.get_by_role("button", name="Selvä").press("Enter")
    assert not lost(page)
    plus = page.get_by_role("button", name=f"Anna piste: {OPTIONS[0]}")
    for _ in range(3):
        plus.press("Enter")
    expect(plus).to_be_disabled()
    expect(plus).to_be_focused()
    plus.press("Enter")
    expect(page.locator("[data-left]")).to_have_text("0 pistettä jäljellä")
    for _ in range(3):
        page.get_by_role("button", name=f"Ota piste pois: {OPTIONS[0]}").press("Enter")
    expect(plus).to_be_focused()
    house.do(info.set_info(title="Kyläkoulu"))
    expect(page.locator("header b")).to_have_text("Kyläkoulu", timeout=LATER)
    expect(plus).to_be_focused()
    house.go("survey")
    page.locator("[data-next]").press("Enter", timeout=LATER)
    assert not lost(page)
    page.locator("[data-next]").press("Enter")  # without the answer that is needed
    legend = page.locator("fieldset:visible legend")
    expect(legend).to_be_focused()
    expect(page.locator("fieldset:visible")).to_have_attribute("aria-describedby", "answer-trouble")
    expect(page.locator("#answer-trouble")).to_have_text("Valitse ensin vastaus")
    page.locator("fieldset:visible input").nth(3).press("Space")
    for _ in range(3):
        page.locator("[data-next]").press("Enter")
        assert not lost(page)
    page.locator("[data-send]").press("Enter")
    expect(page.locator("#survey-thanks")).to_be_visible()
    assert not lost(page)


def test_the_focus_is_never_lost_on_the_remote(house: House, open_page: Open) -> None:
    """Also where an order makes its own button one that cannot be pressed."""
    house.go("scale")
    house.do(running.adjust(-PLAN["scale"][2] * 60 + 30))
    page = open_page(f"{house.url}/r/{house.remote}")
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^0:\d\d$"))
    page.locator("#next").press("Enter")
    expect(page.locator("#next")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    house.go("rules")
    expect(page).to_have_title("Pelisäännöt", timeout=LATER)
    page.locator("[value=previous]").press("Enter")
    expect(page.locator("[value=previous]")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    house.go("talking")
    house.do(floor.ask(house.add("Reino")))
    page.get_by_role("button", name="Seuraava puhuja").press("Enter", timeout=LATER)
    expect(page.get_by_role("button", name="Seuraava puhuja")).to_be_disabled(timeout=LATER)
    assert not lost(page)
    page.get_by_role("button", name="Päätä puheenvuoro").press("Enter")
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


def test_another_language_leaves_nothing_of_the_first(house: House, open_page: Open) -> None:
    """By keyboard; every word that is read or heard is then as on a page opened anew."""
    page = join(open_page(house.url))
    house.go("dots")
    expect(page.locator("[data-plus]").first).to_be_visible(timeout=LATER)
    said = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('svg, noscript, #heard, #notices'))
      .flatMap(e => [e.getAttribute('aria-label'),
        [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('')])
      .filter(Boolean).concat(document.title)"""
    for language, name in (("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")):
        page.locator("#languages button", has_text=name).press("Enter")
        expect(page.locator("html")).to_have_attribute("lang", language, timeout=LATER)
        assert not lost(page)
        switched = page.evaluate(said)
        page.reload()
        expect(page.locator("html.js")).to_have_count(1)
        assert switched == page.evaluate(said)


def test_the_workshops_own_words_are_marked_as_its_language(house: House, open_page: Open) -> None:
    page = join(open_page(house.url, locale="sv-FI"))
    words = {
        "talk": "Miksi olemme täällä tänään",
        "rules": RULES[0],
        "talking": QUESTION,
        "cards": "Mikä paikka kylällä on sinulle rakas?",
        "pause": "Kahvia ja pullaa on keittiössä.",
        "ideas": "Mitä vanhalle koululle voisi tehdä?",
        "swot": "Uhat",
        "dots": OPTIONS[0],
        "one": OPTIONS[0],
        "scale": LABELS[0],
        "survey": QUESTIONS[0]["text"],
    }
    spoken = """text => { const all = [...document.querySelectorAll('main *')].filter(e => e.textContent.includes(text));
      const inner = all.filter(e => !all.some(other => other !== e && e.contains(other)));
      return inner.map(e => e.closest('[lang]').lang); }"""
    assert page.locator("header b").get_attribute("lang") == "fi"
    for key, text in words.items():
        house.go(key)
        expect(page).to_have_title(re.compile("^" + PLAN[key][0]), timeout=LATER)
        said = page.evaluate(spoken, text)
        assert said, key
        assert set(said) == {"fi"}, key
    assert set(page.evaluate(spoken, "en lainkaan")) == {"fi"}  # the ends of a scale
    assert set(page.evaluate(spoken, "Täysin samaa mieltä")) <= {"sv"}


def test_what_went_wrong_is_in_the_title_and_tied_to_its_field_without_scripts(house: House, open_page: Open) -> None:
    page = open_page(house.url + "/back", java_script_enabled=False)
    page.get_by_label("Oma koodisi").fill("K7M")
    page.get_by_role("button", name="Jatka").click()
    expect(page).to_have_title(re.compile("^Ei onnistunut: Olin jo mukana"))
    field = page.get_by_label("Oma koodisi")
    expect(field).to_be_focused()
    expect(field).to_have_value("K7M")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Koodissa on kuusi merkkiä.*Se näkyi oman sivusi alareunassa"))
    page.goto(house.url)
    join(page)
    expect(page).to_have_title("Kyläkoulun uusi elämä")
    house.go("ideas")
    page.get_by_role("link", name="Päivitä").click()
    page.get_by_role("textbox", name="Ideasi").fill("Laavu")
    page.get_by_role("button", name="Lähetä idea").press("Enter")
    expect(page).to_have_title(re.compile(r"^Ideasi on tallessa\. Ideaseinä"))
    page.get_by_role("textbox", name="Ideasi").fill("Kota")
    house.do(running.close_step())
    page.get_by_role("button", name="Lähetä idea").press("Enter")
    expect(page).to_have_title(re.compile("^Ei onnistunut: Ideaseinä"))
    expect(page.get_by_role("alert")).to_contain_text("Kota")
    page.get_by_role("link", name="Seuraava henkilö").click()
    page.get_by_label("Oma koodisi").fill("K7M 4PX")
    page.get_by_role("button", name="Jatka").click()
    expect(page).to_have_title(re.compile("^Ei onnistunut: Seuraava henkilö"))
    expect(page.get_by_label("Oma koodisi")).to_be_focused()
    expect(page.get_by_label("Etunimi")).not_to_have_attribute("aria-invalid", "true")


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


@pytest.mark.parametrize("path", ["room", "remote"])
def test_a_browser_too_old_for_the_script_gets_the_page_without(house: House, browser: Browser, path: str) -> None:
    """The script is there and does not come alive: what is for those without scripts is brought out."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fi-FI")
    page = context.new_page()
    script = "phone.js" if path == "room" else "remote.js"
    page.route(f"**/{script}", lambda route: route.fulfill(body="const a = b?.;", content_type="text/javascript"))
    if path == "room":
        page.goto(house.url)
        join(page)
        expect(page.frame_locator("iframe").get_by_text("Odotetaan aloitusta")).to_be_visible()
        house.go("ideas")
        page.get_by_role("link", name="Päivitä").click()
        page.get_by_role("textbox", name="Ideasi").fill("Laavu")
        page.get_by_role("button", name="Lähetä idea").click()
        expect(page.get_by_text("Ideasi on tallessa.")).to_be_visible()
    else:
        page.goto(f"{house.url}/r/{house.remote}")
        expect(page.frame_locator("iframe").locator("p").first).not_to_be_empty()
        page.get_by_role("button", name="Aloita: Tervetuloa").click()
        expect(page.get_by_role("heading", name="Tervetuloa")).to_be_visible()
    expect(page.locator("html.js")).to_have_count(0)
    context.close()
