"""What the program is made of and under which licences, read from resources/licences.toml. No Qt here."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from fasilitaattori.errors import N_
from fasilitaattori.paths import resource

KINDS = {"font": N_("Fontit"), "icon": N_("Kuvakkeet"), "library": N_("Kirjastot")}
"""Kind -> its heading, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """A font, a set of icons or some libraries under one licence. `texts` are the licences themselves, where they are here."""

    kind: str
    name: str
    licence: str
    packages: tuple[str, ...] = ()
    texts: tuple[Path, ...] = ()

    def text(self) -> str:
        """The licences themselves, one after another."""
        return "\n\n\n".join(path.read_text(encoding="utf-8").strip() for path in self.texts)


def parts() -> list[Part]:
    """Every part, in the order of the file."""
    with resource("licences.toml").open("rb") as file:
        found = tomllib.load(file)["part"]
    return [
        Part(
            each["kind"],
            each["name"],
            each["licence"],
            tuple(each.get("packages", ())),
            tuple(resource(*text.split("/")) for text in each.get("texts", ())),
        )
        for each in found
    ]
