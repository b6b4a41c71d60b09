"""What several tests of whole parts share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from fasilitaattori.phones.gate.limits import Limits
from tests.integration.logs import Desk
from tests.unit.phones.house import House, Phone
from tests.unit.phones.remotes import Remote
from tests.unit.phones.wire import Clock


@pytest.fixture
def steady() -> Clock:
    """The clock of `make_house`."""
    return Clock()


@pytest.fixture
def make_house(tmp_path: Path, steady: Clock) -> Iterator[Callable[..., House]]:
    """A house with these limits, where only 127.0.0.1 is the laptop itself; its connections are looked at all the time."""
    made: list[House] = []

    def build(**limits: Any) -> House:
        known = Limits(**{"own": ("127.0.0.1",), "sweep": 0.02, **limits})
        made.append(House(tmp_path / str(len(made)), limits=known, clock=steady))
        made[-1].open()
        return made[-1]

    yield build
    for house in made:
        house.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    made.open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def lasting_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house that all tests of a file share."""
    made = House(tmp_path_factory.mktemp("house"))
    made.open()
    yield made
    made.close()


@pytest.fixture
def phone(house: House) -> Phone:
    return house.join("Helmi")


@pytest.fixture
def client(house: House) -> Iterator[httpx.Client]:
    with house.client() as opened:
        yield opened


@pytest.fixture
def remote(house: House, client: httpx.Client) -> Remote:
    return Remote(house, client)


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """A log on disk, opened here and in other folders, as often as is needed."""
    desks: list[Desk] = []

    def build(folder: Path = tmp_path, **more: Any) -> Desk:
        desks.append(Desk(folder, **more))
        return desks[-1]

    yield build
    for desk in desks:
        desk.door.close()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()
