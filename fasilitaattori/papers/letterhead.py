"""The letterhead a paper gets: the workshop's own, else the one of the facilitator's settings."""

from base64 import b64decode

import msgspec

from fasilitaattori.document.blocks import Document, Heading, paragraph
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.forms import typesetting
from fasilitaattori.settings import Settings
from fasilitaattori.workshop.letterhead import Letterhead
from fasilitaattori.workshop.state import Workshop


def default_letterhead(settings: Settings) -> Letterhead:
    """The facilitator's own, as set. The organisation's name is each workshop's."""
    return Letterhead(
        unit=settings.letterhead_unit,
        address=settings.letterhead_address,
        accent=settings.letterhead_accent,
        style=settings.letterhead_style,
        logo=b64decode(settings.letterhead_logo),
        alt=settings.letterhead_alt,
    )


def letterhead_of(state: Workshop, default: Letterhead | None) -> Letterhead | None:
    """What the workshop's papers are headed with; None = the organisation's name alone."""
    return _shown(state.info.letterhead or default, state)


def letterhead_of_minutes(state: Workshop, default: Letterhead | None) -> Letterhead | None:
    """What its minutes are headed with: approved ones keep what they were approved with."""
    kept = state.closing.versions[-1].letterhead if state.closing.approved else None
    return letterhead_of(state, default) if kept is None else _shown(kept, state)


def _shown(found: Letterhead | None, state: Workshop) -> Letterhead | None:
    return None if found is None or _says_nothing(found, state.info.organiser) else found


def _says_nothing(letterhead: Letterhead, organiser: str) -> bool:
    return letterhead.is_plain and letterhead.organisation in ("", organiser)


def headed(document: Document, letterhead: Letterhead | None) -> Document:
    """The paper with its letterhead."""
    if letterhead is None:
        return document
    organisation = letterhead.organisation or document.organisation
    return msgspec.structs.replace(document, organisation=organisation, letterhead=letterhead)


def example(letterhead: Letterhead, organiser: str, tr: Translator, ppi: float) -> bytes:
    """The first page of a short paper with this letterhead, as PNG."""
    blocks = (
        Heading(tr("Miksi kokoonnuimme")),
        paragraph(tr("Näin teksti asettuu sivulle. Otsikot ja viivat saavat valitun värin.")),
        Heading(tr("Mitä tällä tehdään, kuka kertoo ja milloin")),
        paragraph(tr("Muistio lähetetään osallistujille, kun se on hyväksytty.")),
    )
    kind = tr.c("laji", "Muistio")
    shown = Document(f"{kind}: {tr('Kyläilta')}", tr.language, blocks, organisation=organiser, kind=kind, dated="1.2.2026")
    return typesetting.pages(headed(shown, None if _says_nothing(letterhead, organiser) else letterhead), ppi)[0]
