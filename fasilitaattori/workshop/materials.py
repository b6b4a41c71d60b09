"""What has to be brought along: a list out of the methods and one's own, ticked off while preparing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MAX_MATERIAL, MOST_MATERIALS = 200, 100


class _Materials(Body, frozen=True):
    PART: ClassVar[str] = "materials"


class MaterialAdded(_Materials, frozen=True):
    """Something to bring along; its id is the event's."""

    text: str
    KIND: ClassVar[str] = "materials.added"
    UNDO: ClassVar[str] = N_("tarvikkeen lisäys")


class MaterialChanged(_Materials, frozen=True):
    """It was written anew."""

    of: str
    text: str
    KIND: ClassVar[str] = "materials.changed"
    UNDO: ClassVar[str] = N_("tarvikkeen muutos")


class MaterialTicked(_Materials, frozen=True):
    """It is packed, or is not after all."""

    of: str
    packed: bool
    KIND: ClassVar[str] = "materials.ticked"
    UNDO: ClassVar[str] = N_("tarvikkeen merkintä")


class MaterialRemoved(_Materials, frozen=True):
    """It is not needed."""

    of: str
    KIND: ClassVar[str] = "materials.removed"
    UNDO: ClassVar[str] = N_("tarvikkeen poisto")


@dataclass(slots=True)
class Material:
    """One line of the list."""

    id: str
    text: str
    packed: bool = False


@dataclass(slots=True)
class Materials:
    """The list, in the order in which it was written."""

    by_id: dict[str, Material] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case MaterialAdded(text=text):
                self.by_id.setdefault(event.id, Material(event.id, text))
            case MaterialRemoved(of=of):
                self.by_id.pop(of, None)
            case MaterialChanged(of=of, text=text) if of in self.by_id:
                self.by_id[of].text = text
            case MaterialTicked(of=of, packed=packed) if of in self.by_id:
                self.by_id[of].packed = packed

    def all(self) -> list[Material]:
        """The list."""
        return list(self.by_id.values())


# --- commands ------------------------------------------------------------------------------------------------------


def add_materials(texts: Iterable[str]) -> Command:
    """Put these on the list, but for those that stand there already. RuleViolation: too_long."""
    wanted = list(texts)

    def command(state: "Workshop") -> list[Outcome]:
        known = {material.text.casefold() for material in state.materials.all()}
        out: list[Outcome] = []
        for text in wanted:
            words = _clean(text)
            if words and words.casefold() not in known and len(known) < MOST_MATERIALS:
                known.add(words.casefold())
                out.append(MaterialAdded(words))
        return out

    return command


def change_material(material_id: str, text: str) -> Command:
    """Write one anew; nothing left of it takes it off the list. RuleViolation: too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        material = state.materials.by_id.get(material_id)
        words = _clean(text)
        if material is None or words == material.text:
            return []
        return [MaterialChanged(material_id, words) if words else MaterialRemoved(material_id)]

    return command


def tick_material(material_id: str, packed: bool) -> Command:
    """Say that it is packed, or is not."""

    def command(state: "Workshop") -> list[Outcome]:
        material = state.materials.by_id.get(material_id)
        return [MaterialTicked(material_id, packed)] if material is not None and material.packed != packed else []

    return command


def remove_material(material_id: str) -> Command:
    """Take it off the list."""

    def command(state: "Workshop") -> list[Outcome]:
        return [MaterialRemoved(material_id)] if material_id in state.materials.by_id else []

    return command


def _clean(text: str) -> str:
    words = " ".join(text.split())
    if len(words) > MAX_MATERIAL:
        raise RuleViolation("too_long", limit=MAX_MATERIAL)
    return words
