"""The papers as the windows ask for them: folded from a copy of their own, so that they can be made in the background.

What makes them is heavy, and loads when the first paper is made: the window does not wait for it.
"""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fasilitaattori.app.sending import sending_of
from fasilitaattori.desktop.services import Letterheads, Papers, PosterFacts, Room, Section, Wish
from fasilitaattori.document.pages import Pages
from fasilitaattori.i18n import Translator, translator
from fasilitaattori.live.door import Door
from fasilitaattori.log.glance import summaries
from fasilitaattori.phones import addresses
from fasilitaattori.settings import Settings
from fasilitaattori.workshop.closing import MAX_SECTION
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.versions import as_approved, as_told

if TYPE_CHECKING:
    from fasilitaattori.figures.codes import Network
    from fasilitaattori.methods.model import LocalMethod
    from fasilitaattori.papers import press
    from fasilitaattori.workshop.letterhead import Letterhead


class Workplace(Protocol):
    """What papers are made from: the log, the settings, and the open room if there is one."""

    door: Door
    settings: Settings

    @property
    def room(self) -> Room | None: ...


def network_of(settings: Settings) -> "Network | None":
    """The hall's Wi-Fi as set, None when it is not."""
    from fasilitaattori.figures.codes import Network  # loads when it is first asked for

    if not settings.wifi_ssid:
        return None
    security = {"open": "nopass", "WPA3": "SAE"}.get(settings.wifi_security, "WPA")
    password = "" if security == "nopass" else settings.wifi_password
    return Network(settings.wifi_ssid, password, security, settings.wifi_security == "hidden")


def papers_of(place: Workplace) -> Papers:
    """Every way to make a paper of the workshops of this place."""

    def fresh(state: Workshop, version: int = 0) -> tuple[Workshop, Translator]:
        copy = as_approved(place.door.replica(state.id), version)
        return copy, translator(copy.info.language)

    def order(wish: Wish) -> "press.Order":
        from fasilitaattori.papers import press

        address = address_of(place) if wish.paper == press.POSTER else ""
        about = (address, network_of(place.settings), wish.version, letterhead(), others, approved)
        return press.Order(wish.paper, wish.public, wish.size, *about)

    def approved(state: Workshop) -> Workshop:
        return as_told(place.door.replica(state.id))

    def others(state: Workshop) -> list[Workshop]:
        from fasilitaattori.papers.series import same_series

        rows = [row for row in summaries(place.door.path) if same_series(row.series, state.info.series)]
        return [as_told(place.door.replica(row.stream)) for row in rows if row.stream != state.id]

    def letterhead() -> "Letterhead":
        from fasilitaattori.papers.letterhead import default_letterhead

        return default_letterhead(place.settings)

    def example(head: "Letterhead", organiser: str, ppi: float) -> bytes:
        from fasilitaattori.papers.letterhead import example

        return example(head, organiser, translator(place.settings.language), ppi)

    def logo(path: Path) -> bytes:
        from fasilitaattori.papers.logo import logo_from

        return logo_from(path)

    def preview(state: Workshop, wish: Wish, ppi: float) -> Pages:
        from fasilitaattori.papers import press

        copy, tr = fresh(state, wish.version)
        return press.preview(copy, order(wish), tr, ppi)

    def save(state: Workshop, wish: Wish, form: str, path: Path) -> Path:
        from fasilitaattori.papers import press

        copy, tr = fresh(state, wish.version)
        return press.save(copy, order(wish), form, path, tr)

    def text(state: Workshop, wish: Wish, form: str) -> str:
        from fasilitaattori.papers import press

        copy, tr = fresh(state, wish.version)
        return press.make(copy, order(wish), form, tr).decode()

    def file_name(state: Workshop, wish: Wish, form: str) -> str:
        from fasilitaattori.papers import press

        named = press.Order(wish.paper, wish.public, wish.size, version=wish.version)
        return press.file_name(state, named, form, translator(state.info.language))

    def sections(state: Workshop) -> list[Section]:
        copy, tr = fresh(state)
        before = approved(copy) if copy.closing.approved else None
        return sections_of(copy, tr, translator(place.settings.language), before)

    def guide(method: "LocalMethod", path: Path) -> Path:
        from fasilitaattori.papers import press

        return press.save_guide(method, path, translator(place.settings.language))

    heads = Letterheads(letterhead, example, logo)
    return Papers(preview, save, text, file_name, sections, lambda: poster_facts(place), guide, heads, sending_of(fresh, order))


def sections_of(state: Workshop, paper: Translator, desk: Translator, approved: Workshop | None = None) -> list[Section]:
    """The sections as the desk lists them: what is printed in the paper's language, the rest in the desk's.

    Their texts are those of the internal version: its tables of names keep their places when a text is edited, and the public
    version drops them. `approved` is the workshop as the approved minutes tell it: what each section would tell otherwise now
    is pointed out.
    """
    from fasilitaattori.document.plain import differences, to_text  # these load when the first paper is made
    from fasilitaattori.papers import minutes

    printed = minutes.sections(state, paper, public=False)
    listed = printed if paper is desk else minutes.sections(state, desk, public=False)
    kept = {p.key: p.text for p in minutes.sections(approved, paper, public=False)} if approved is not None else None

    def section(p: minutes.Section, d: minutes.Section) -> Section:
        generated = to_text(p.generated, paper)
        base = state.closing.based.get(p.key, "")
        since = differences(base, generated[:MAX_SECTION]) if p.edited and base else ()  # which is as much as was kept
        since = since if kept is None else differences(kept.get(p.key, ""), p.text)
        told = (d.brief, d.ask, p.state, p.edited, p.left_out, p.mandatory, since)
        return Section(p.key, d.title, p.text, generated, *told, minutes.step_of(state, p.key))

    return [section(p, d) for p, d in zip(printed, listed, strict=True)]


def address_of(place: Workplace) -> str:
    """What phones open: the open room's address, or the one the next room will have."""
    if place.room is not None:
        return place.room.url
    settings = place.settings
    return addresses.page_address(addresses.best_address(settings.address), settings.port)


def poster_facts(place: Workplace) -> PosterFacts:
    """What a poster made now would tell. The mark holds two bytes of a check sum of the password, too few to find it by."""
    address, network = address_of(place), network_of(place.settings)
    name = network.ssid if network else ""
    secret = f"{network.password}{network.security}{network.hidden}" if network else ""
    mark = f"{address} {name} {zlib.crc32(secret.encode()) & 0xFFFF:04x}"
    return PosterFacts(address, name, mark, not address.startswith("http://127."))
