"""Everyone can take part: by keyboard, with a screen reader, enlarged, in every language, with a browser that is too old."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from fasilitaattori.workshop import floor, moderation, running
from tests.e2e.looking import check, lost
from tests.e2e.pages import LATER, Wire, by_keyboard, join, what_now
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
    what_now(page)
    check(page, "cut", language)
    page.locator("#cut-back").click()
    expect(page.locator("#net.bad")).to_be_visible()
    check(page, "connection lost", language)


@pytest.mark.parametrize(("language", "more"), [("sv", {"color_scheme": "dark"}), ("en", {"forced_colors": "active"})])
def test_very_large_letters(house: House, open_page: Open, language: str, more: dict[str, Any]) -> None:
    page = open_page(house.url, 320, locale=LOCALES[language], **more)
    if language == "en":
        page.route("**/fonts.css", lambda route: route.abort())  # the letters have not come yet: the phone's own are wider
    join(page)
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
        left, words = ("[data-countdown]", re.compile(r"^[01]:\d\d$|^Jatkamme nyt$"))
        if key != "pause":
            left, words = "[data-timer]", re.compile("^(alle minuutti jäljellä|aika täynnä)$")
        expect(page.locator(left).first).to_have_text(words, timeout=LATER)
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


def test_another_language_leaves_nothing_of_the_first(house: House, open_page: Open) -> None:
    """By keyboard; every word that is read or heard is then as on a page opened anew."""
    page = join(open_page(house.url))
    house.go("dots")
    expect(page.locator("[data-plus]").first).to_be_visible(timeout=LATER)
    said = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('svg, noscript, #heard, #notices'))
      .flatMap(e => [e.getAttribute('aria-label'),
        [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('')
          .replace(/\\d+/, digits => e.matches('[data-timer]') ? '' : digits)])
      .filter(Boolean).concat(document.title)"""
    for language, name in (("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")):
        by_keyboard(page.locator("#languages button", has_text=name))
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
    by_keyboard(page.get_by_role("button", name="Lähetä idea"))
    expect(page).to_have_title(re.compile(r"^Ideasi on tallessa\. Ideaseinä"))
    page.get_by_role("textbox", name="Ideasi").fill("Kota")
    house.do(running.close_step())
    by_keyboard(page.get_by_role("button", name="Lähetä idea"))
    expect(page).to_have_title(re.compile("^Ei onnistunut: Ideaseinä"))
    expect(page.get_by_role("alert")).to_contain_text("Kota")
    page.get_by_role("link", name="Seuraava henkilö").click()
    page.get_by_label("Oma koodisi").fill("K7M 4PX")
    page.get_by_role("button", name="Jatka").click()
    expect(page).to_have_title(re.compile("^Ei onnistunut: Seuraava henkilö"))
    expect(page.get_by_label("Oma koodisi")).to_be_focused()
    expect(page.get_by_label("Etunimi")).not_to_have_attribute("aria-invalid", "true")


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
