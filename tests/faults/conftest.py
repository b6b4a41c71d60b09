"""A hall for each test: the program, its phones and the network between them, all gone when the test ends, however it ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reliability.browser import Shop, phones_in
from reliability.hall import Hall
from reliability.network import NoNetwork

NOT_TRIED = "THE FAULTS OF A HALL'S NETWORK WERE NOT TRIED"
_reasons: set[str] = set()

OpenHall = Callable[..., Hall]
OpenShop = Callable[[Hall], Shop]


@pytest.fixture
def open_hall(tmp_path: Path) -> Iterator[OpenHall]:
    """Opens a hall with room for so many phones. Skips, aloud, where a machine cannot have such a network."""
    halls: list[Hall] = []

    def build(phones: int, **more: object) -> Hall:
        try:
            halls.append(Hall(tmp_path / f"data-{len(halls)}", phones, seed=20260312, **more))  # type: ignore[arg-type]
        except NoNetwork as reason:
            _reasons.add(str(reason))
            pytest.skip(f"{NOT_TRIED}: {reason}")
        return halls[-1]

    yield build
    for hall in halls:
        hall.close()


@pytest.fixture
def open_shop(chromium: str, tmp_path: Path) -> Iterator[OpenShop]:
    """Where a test gets phones with a real browser in a hall's network."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda hall: stack.enter_context(phones_in(hall.network, chromium, tmp_path))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in sorted(_reasons):
        terminalreporter.write_sep("!", f"{NOT_TRIED}: {reason}", red=True, bold=True)
