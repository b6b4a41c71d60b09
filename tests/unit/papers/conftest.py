"""What several tests of papers share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.waiting import PATIENCE_MS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page of a browser that reaches no network."""
    context = browser.new_context(offline=True)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()
