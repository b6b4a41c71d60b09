"""Leaving a page that alone has something unsent: the browser asks first where nothing else keeps it, and never otherwise."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.e2e.pages import LATER, join, note, wait_for_draft, write
from tests.e2e.test_phone_storage import REFUSALS
from tests.unit.phones.house import House


class Asked:
    """Counts the browser's questions and answers "stay" or "leave"."""

    def __init__(self, page: Page) -> None:
        self.count = 0
        self.leave = False
        page.on("dialog", self._answer)

    def _answer(self, dialog: Dialog) -> None:
        assert dialog.type == "beforeunload"
        self.count += 1
        if self.leave:
            dialog.accept()
        else:
            dialog.dismiss()


def reload(page: Page) -> None:
    """As the person would; whether it happens is what is being tried."""
    page.evaluate("() => { window.here = true; setTimeout(() => location.reload(), 0); }")


def is_new(page: Page) -> None:
    page.wait_for_function("() => !window.here && document.documentElement.classList.contains('js')")


@pytest.fixture
def forgetful(house: House, open_page: Callable[..., Page]) -> Page:
    """At the idea wall on a phone that stores nothing."""
    house.go("ideas")
    page = open_page("about:blank")
    page.add_init_script(REFUSALS["it throws"])
    page.goto(house.url)
    return join(page)


def test_what_waits_in_memory_alone_is_not_left_without_asking(house: House, forgetful: Page) -> None:
    page, asked = forgetful, Asked(forgetful)
    page.route("**/events", lambda route: route.abort())
    write(page, "Laituri")
    expect(note(page, "Laituri")).to_contain_text("pidä tämä sivu auki", timeout=LATER)
    with page.expect_event("dialog"):
        reload(page)
    expect(note(page, "Laituri")).to_be_visible()
    assert page.evaluate("() => window.here")
    page.unroute("**/events")
    expect(note(page, "Laituri")).to_contain_text("Lähetetty klo", timeout=LATER)
    reload(page)
    is_new(page)
    assert asked.count == 1
    assert [idea.text for idea in house.tool(house.steps["ideas"]).ideas.values()] == ["Laituri"]


def test_what_is_half_written_is_asked_about_too(forgetful: Page) -> None:
    page, asked = forgetful, Asked(forgetful)
    page.get_by_role("textbox", name="Ideasi").fill("Lait")
    with page.expect_event("dialog"):
        reload(page)
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Lait")
    page.get_by_role("textbox", name="Ideasi").fill("")
    reload(page)
    is_new(page)
    assert asked.count == 1


def test_where_things_are_stored_nobody_is_asked(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    asked = Asked(page)
    page.route("**/events", lambda route: route.abort())
    write(page, "Laituri")
    expect(note(page, "Laituri")).to_contain_text("tallessa puhelimessa", timeout=LATER)
    page.get_by_role("textbox", name="Ideasi").fill("Sau")
    wait_for_draft(page, "Sau")
    reload(page)
    is_new(page)
    expect(note(page, "Laituri")).to_be_visible()
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Sau")
    assert asked.count == 0
