"""Reading the methods and decks of several folders; what cannot be read becomes a Problem and the rest goes on."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.methods import languages, problems
from fasilitaattori.methods.model import Deck, LocalDeck, LocalMethod, Method, StepTemplate
from fasilitaattori.methods.problems import Problem, Wrong
from fasilitaattori.workshop.agenda import StepPlan

Check = Callable[[str, dict[str, Any]], None]
"""(tool, settings): raises LookupError for an unknown tool, ValueError or FasilitaattoriError for settings it rejects."""

T = TypeVar("T")
Made = TypeVar("Made", Method, Deck)


class Library(msgspec.Struct, frozen=True):
    """All methods and decks that could be read, and why the others could not."""

    methods: tuple[Method, ...] = ()
    problems: tuple[Problem, ...] = ()
    decks: tuple[Deck, ...] = ()

    def method(self, method_id: str) -> Method | None:
        """The method of that id, or None."""
        return next((method for method in self.methods if method.id == method_id), None)

    def deck(self, deck_id: str) -> Deck | None:
        """The deck of that id, or None."""
        return next((deck for deck in self.decks if deck.id == deck_id), None)

    def plans(self, method: Method, language: str) -> list[StepPlan]:
        """Steps for a workshop's agenda in that language, fresh ids, the cards of decks copied in."""
        local = method.in_language(language)
        return [self.with_cards(step, language).plan(local.name) for step in local.steps]

    def with_cards(self, step: StepTemplate, language: str) -> StepTemplate:
        """The step with the cards of the deck it names in its settings (unless it brings its own)."""
        return _with_cards(step, self.decks, language)

    def what_next(self, language: str) -> StepTemplate | None:
        """The block every workshop ends with (what is done with this, who tells, when), for a plan that lacks it."""
        steps = (step for method in self.methods for step in method.in_language(language).steps)
        return next((step for step in steps if step.what_next), None)


def load_library(roots: Sequence[Path], check: Check | None = None) -> Library:
    """The `methods/` and `decks/` of each root (the program's resources first, then the user's own data folder)."""
    decks, broken = load_decks([root / "decks" for root in roots])
    library = load_methods([root / "methods" for root in roots], check, decks)
    return msgspec.structs.replace(library, problems=(*broken, *library.problems))


def load_methods(folders: Sequence[Path], check: Check | None = None, decks: Sequence[Deck] | None = None) -> Library:
    """The `*.toml` of the folders as methods. A folder that is not there is empty; of two with one id the first stays.

    Given `decks`, a step that names a deck outside them is a problem; with None the names are not looked up.
    """

    methods, broken = _load(folders, lambda raw, own: _method(raw, own, check, decks))
    return Library(tuple(methods), tuple(broken), tuple(decks or ()))


def read_method(path: Path, check: Check | None = None, decks: Sequence[Deck] | None = None) -> tuple[Method, dict[str, Any]]:
    """One file, checked as those of the folders are, and what it says as it stands there. FasilitaattoriError when it is not a
    method."""
    raw: dict[str, Any] = {}

    def build(found: dict[str, Any]) -> Method:
        raw.update(found)
        return _method(found, True, check, decks)

    return _read(path, build), raw


def _method(raw: dict[str, Any], own: bool, check: Check | None, decks: Sequence[Deck] | None) -> Method:
    versions = _versions(raw, LocalMethod)
    for language, version in versions.items():
        _check_method(version)
        _check_steps(version, language, check, decks)
    return Method(versions, own)


def load_decks(folders: Sequence[Path]) -> tuple[tuple[Deck, ...], tuple[Problem, ...]]:
    """The `*.toml` of the folders as decks, and the problems."""
    decks, broken = _load(folders, lambda raw, own: Deck(_versions(raw, LocalDeck), own))
    return tuple(decks), tuple(broken)


def _load(folders: Sequence[Path], build: Callable[[dict[str, Any], bool], Made]) -> tuple[list[Made], list[Problem]]:
    """What `build` makes of each file; it is told whether the file is the user's own (any folder but the first)."""
    found: dict[str, Made] = {}
    broken: list[Problem] = []

    def build_new(own: bool, raw: dict[str, Any]) -> Made:
        made = build(raw, own)
        if made.id in found:
            raise Wrong(N_("Tunnus ”{id}” on jo käytössä. Anna tälle toinen tunnus."), key="id", id=made.id)
        return made

    for number, folder in enumerate(folders):
        for path in sorted(folder.glob("*.toml")):
            try:
                made = _read(path, partial(build_new, number > 0))
                found[made.id] = made
            except Wrong as wrong:
                broken.append(Problem(path, wrong.message, wrong.params, wrong.line, wrong.item))
    return list(found.values()), broken


def _read(path: Path, build: Callable[[dict[str, Any]], T]) -> T:
    """What `build` makes of the file. Wrong, with its line where it is known."""
    try:
        source = path.read_text("utf-8-sig")
    except OSError as error:
        raise Wrong(N_("Tiedostoa ei voi lukea ({why})."), why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise Wrong(N_("Tiedosto ei ole UTF-8-tekstiä. Tallenna se uudelleen UTF-8-muodossa.")) from error
    try:
        return build(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise problems.of_parsing(str(error)) from error
    except Wrong as wrong:
        wrong.line = wrong.line or problems.line_of(source, wrong)
        raise


def _versions(raw: dict[str, Any], kind: type[T]) -> dict[str, T]:
    """The content in each of its languages, checked."""
    named = languages.declared(raw)
    body = {key: value for key, value in raw.items() if key != "languages"}
    languages.check(body, named)
    try:
        return {language: msgspec.convert(languages.in_language(body, language), kind) for language in named}
    except msgspec.ValidationError as error:
        raise problems.of_types(str(error)) from error


def _check_method(version: LocalMethod) -> None:
    group, minutes = version.group, version.minutes
    if not group.min <= group.opt <= group.max:
        raise Wrong(N_("Ryhmän koossa pitää olla min ≤ opt ≤ max."), key="group")
    if not minutes.min <= minutes.default <= minutes.max:
        raise Wrong(N_("Kestossa pitää olla min ≤ default ≤ max."), key="minutes")
    if version.total != minutes.default:
        raise Wrong(
            N_("Vaiheet kestävät yhteensä {total} min, mutta menetelmän kestoksi on merkitty {default} min."),
            key="minutes",
            total=version.total,
            default=minutes.default,
        )


def _check_steps(version: LocalMethod, language: str, check: Check | None, decks: Sequence[Deck] | None) -> None:
    for item, step in enumerate(version.steps, 1):
        deck = step.settings.get("deck")
        if decks is not None and deck and not step.settings.get("cards") and all(deck != one.id for one in decks):
            raise Wrong(N_("Korttipakkaa ”{deck}” ei ole."), key="deck", item=item, deck=deck)
        if check is None:
            continue
        settings = _with_cards(step, decks or (), language).settings
        try:
            check(step.tool, settings)
        except LookupError as error:
            raise Wrong(N_("Työtapaa ”{tool}” ei ole."), key="tool", item=item, tool=step.tool) from error
        except (ValueError, FasilitaattoriError) as error:
            why = error.params.get("why") if isinstance(error, FasilitaattoriError) else None
            why = why or str(error)
            raise Wrong(N_("Työtavan asetukset eivät kelpaa: {why}"), key="settings", item=item, why=why) from error


def _with_cards(step: StepTemplate, decks: Iterable[Deck], language: str) -> StepTemplate:
    deck = next((deck for deck in decks if deck.id == step.settings.get("deck")), None)
    if deck is None or step.settings.get("cards"):
        return step
    return msgspec.structs.replace(step, settings={**step.settings, "cards": deck.in_language(language).settings()})
