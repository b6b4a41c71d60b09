"""What holds for every page in every state: axe finds nothing, it fits small and enlarged screens, everything can be hit."""

from itertools import pairwise

from axe_playwright_python.base import AXE_SCRIPT, AxeResults  # type: ignore[import-untyped]
from playwright.sync_api import Page, ViewportSize

LOST = """() => { const e = document.activeElement;
  return e === document.body || !e.isConnected || (e.offsetParent === null && getComputedStyle(e).position !== 'fixed'); }"""

NARROW = ViewportSize(width=320, height=740)  # a small phone, or 200 % on a usual one
ENLARGED = ViewportSize(width=320, height=256)  # 400 % of 1280 x 1024

_SMALL = """[...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, .opt .face, .check')]
  .filter(e => e.offsetParent && !e.closest('.away') && !e.matches('.opt input, .check input, .skip, p > a:not([class])'))
  .filter(e => e.getBoundingClientRect().width < 44 || e.getBoundingClientRect().height < 44)
  .map(e => e.outerHTML.slice(0, 200))"""
_HEADINGS = "[...document.querySelectorAll('h1, h2, h3')].filter(e => e.offsetParent).map(e => Number(e.tagName[1]))"
_WIDTH = "document.documentElement.scrollWidth"
_STUCK = """[...document.querySelectorAll('body *')]
  .filter(e => /sticky|fixed/.test(getComputedStyle(e).position) && e.offsetHeight > 0).map(e => e.outerHTML.slice(0, 80))"""
_CLIPPED = """[...document.querySelectorAll('body *')]
  .filter(e => e.offsetParent && e.textContent.trim() && !e.closest('.away, svg'))
  .filter(e => e.tagName !== 'TEXTAREA' && getComputedStyle(e).overflowY !== 'visible')
  .filter(e => e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2).map(e => e.outerHTML.slice(0, 120))"""
_SPACED = """() => { const s = document.styleSheets[0]; s.insertRule('* { line-height: 1.5 !important; '
  + 'letter-spacing: .12em !important; word-spacing: .16em !important }', s.cssRules.length); }"""
_AS_IT_WAS = "() => { const s = document.styleSheets[0]; s.deleteRule(s.cssRules.length - 1); }"


def axe(page: Page, **rules: bool) -> str:
    """What axe finds on the page, "" nothing. `rules` are switched on or off, with _ for -."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)  # half a megabyte, once for every document
    switched = {name.replace("_", "-"): {"enabled": enabled} for name, enabled in rules.items()}
    options = {"resultTypes": ["violations"], "rules": switched}
    found = AxeResults(page.evaluate("async options => ({violations: (await axe.run(options)).violations})", options))
    return str(found.generate_report()) if found.violations_count else ""


def check(page: Page, where: str, language: str, *, forced: bool = False) -> None:
    """Everything that holds for any page. `forced`: the system's colours are on, which are not in the page's own styles."""
    page.wait_for_load_state()
    page.set_viewport_size(NARROW)
    found = axe(page, color_contrast=not forced, target_size=True)
    assert not found, where + "\n" + found
    assert page.evaluate("document.documentElement.lang") == language, where
    assert page.evaluate(_WIDTH) <= 320, where
    assert page.evaluate(_SMALL) == [], where
    headings = page.evaluate(_HEADINGS)
    assert headings.count(1) == 1 or "away" in (page.locator("h1:not([hidden])").first.get_attribute("class") or ""), where
    assert all(b - a <= 1 for a, b in pairwise(headings)), (where, headings)
    page.evaluate(_SPACED)
    assert page.evaluate(_WIDTH) <= 320, where + ", with room between letters and lines"
    assert page.evaluate(_CLIPPED) == [], where + ", with room between letters and lines"
    page.set_viewport_size(ENLARGED)
    assert page.evaluate(_WIDTH) <= 320, where + ", enlarged"
    assert page.evaluate(_STUCK) == [], where + ", enlarged: nothing may cover the little that is seen"
    page.evaluate(_AS_IT_WAS)
    page.set_viewport_size(NARROW)


def lost(page: Page) -> bool:
    """Has the focus gone nowhere? Asked when the browser has drawn: what is hidden loses it only then."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return bool(page.evaluate(LOST))
