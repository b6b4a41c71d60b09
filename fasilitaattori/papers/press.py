"""The papers by name, for windows and the command line: what is made of a workshop, how it looks, where it goes.

Everything here is slow (a tenth of a second and more) and belongs into the background.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from fasilitaattori.document.blocks import Document, with_its_figures
from fasilitaattori.document.pages import Pages
from fasilitaattori.errors import N_
from fasilitaattori.figures.codes import Network
from fasilitaattori.i18n import Translator
from fasilitaattori.methods.model import LocalMethod
from fasilitaattori.papers import export, followup, handouts, series
from fasilitaattori.papers.data import saving
from fasilitaattori.papers.forms import typesetting
from fasilitaattori.papers.forms.glyphs import watched
from fasilitaattori.papers.letterhead import headed, letterhead_of, letterhead_of_minutes
from fasilitaattori.papers.minutes import minutes, name_of
from fasilitaattori.papers.runsheet import guide, run_sheet
from fasilitaattori.papers.sheets import making
from fasilitaattori.papers.sheets.poster import Poster, poster
from fasilitaattori.papers.sheets.sheet import shapes
from fasilitaattori.paths import is_folder
from fasilitaattori.workshop.letterhead import Letterhead
from fasilitaattori.workshop.state import Workshop

LARGE = "large"
MINUTES, POSTER, PROGRAMME, SHEET, DATA, PRIVACY = "minutes", "poster", "agenda", "run_sheet", "data", "privacy"
FOLLOW_UP, SERIES = "follow_up", "series"
RULES = making.RULES
# Each paper's name, and the forms it comes in: sheets of exact size are PDF only.
PAPERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    MINUTES: (N_("Muistio"), ("pdf", "docx", "odt", "html", "md", "txt")),
    POSTER: (N_("QR-juliste"), ("pdf",)),
    PROGRAMME: (N_("Illan ohjelma"), ("pdf", "docx", "odt", "html", "md", "txt")),
    SHEET: (N_("Ohjaajan ajolista"), ("pdf", "docx", "odt", "html", "md", "txt")),
    PRIVACY: (N_("Tietosuoja"), ("pdf", "docx", "odt", "html", "md", "txt")),
    FOLLOW_UP: (N_("Mitä sanoitte, mitä tehtiin"), ("pdf", "docx", "odt", "html", "md", "txt")),
    SERIES: (N_("Kirjaus dialogisarjasta"), ("pdf", "docx", "odt", "html", "md", "txt")),
    **{name: (made.name, ("pdf",)) for name, made in making.SHEETS.items()},
    DATA: (N_("Aineisto"), saving.FORMS),
}


NAMED = frozenset({MINUTES, DATA, making.TAGS})  # have an internal version, with names


class Order(msgspec.Struct, frozen=True):
    """Which paper, and what it needs to know beside the workshop: `public` without names, `address` and `network` for
    the poster, `size` for sheets of exact size ("a4" or "a3" for what hangs on a wall, how many on a sheet for cards); a size
    that the paper does not come in means its usual one. "a5" is the programme, two on a sheet, LARGE a paper in large print.
    `letterhead` is for workshops without one of their own. `version` names approved minutes in their file name, 0 = as they
    stand: the workshop given is that of the version. `others` gives the other workshops of a series, for its record, `approved`
    the workshop as its approved minutes tell it: what came into the log since is not in them."""

    paper: str
    public: bool = True
    size: str = "a4"
    address: str = ""
    network: Network | None = None
    version: int = 0
    letterhead: Letterhead | None = None
    others: Callable[[Workshop], Sequence[Workshop]] | None = None
    approved: Callable[[Workshop], Workshop] | None = None


def make(state: Workshop, order: Order, form: str, tr: Translator) -> bytes:
    """The paper as a file. ValueError for a paper or form that does not exist; FasilitaattoriError when the workshop
    lacks what it needs."""
    if form not in PAPERS.get(order.paper, ("", ()))[1]:
        raise ValueError(f"no such paper: {order.paper} as {form}")
    if order.paper == DATA:
        return saving.data(state, form, tr, public=order.public)
    document = _document(state, order, tr) if form == "pdf" or order.size != "a5" else _document(state, _as_usual(order), tr)
    return _sheet(state, order, tr) if document is None else export.FORMS[form](document)


def can_be_made(state: Workshop, paper: str) -> bool:
    """Whether the workshop has what the paper is made of: a programme needs steps, a poster of rules needs rules."""
    match paper:
        case "agenda" | "run_sheet":
            return bool(state.plan.steps())
        case "follow_up":
            return followup.possible(state)
        case "series":
            return series.possible(state)
        case _:
            return paper not in making.SHEETS or making.SHEETS[paper].possible(state)


def preview(state: Workshop, order: Order, tr: Translator, ppi: float = 96) -> Pages:
    """The paper's pages as PNG, at this many pixels an inch, and the signs that cannot be printed. Raises as `make`."""
    with watched() as lacking:
        document = _document(state, order, tr)
        if document is not None:
            return Pages(typesetting.pages(document, ppi), lacking, typesetting.places(document))
        pdf = _sheet(state, order, tr)
        return Pages(typesetting.sheet_pictures(pdf, shapes(pdf), ppi), lacking)


def save(state: Workshop, order: Order, form: str, path: Path, tr: Translator) -> Path:
    """Write the paper and give where it is; a folder gets a file named after the paper. Raises as `make`, and
    StorageError when it cannot be written: then nothing is left behind."""
    target = path / file_name(state, order, form, tr) if is_folder(path) else path
    export.save(make(state, order, form, tr), target)
    return target


def file_name(state: Workshop, order: Order, form: str, tr: Translator) -> str:
    """The name under which the paper is offered: "Muistio Kyläkoulun uusi elämä.pdf"."""
    small = order.paper == PROGRAMME and order.size == "a5" and form == "pdf"
    paper = making.PROGRAMMES if small else order.paper
    own = {MINUTES: name_of, PROGRAMME: handouts.programme_title}.get(paper)
    name = own(state, tr) if own else tr(PAPERS[paper][0])
    parts = [name, state.info.series if paper == SERIES else state.info.title]
    if order.paper == MINUTES:
        parts.append(_standing(state, order.version, tr))
    if order.paper == SERIES and not state.closing.approved:
        parts.append(tr("luonnos"))
    if order.paper in NAMED and not order.public:
        parts.append(tr("sisäinen"))
    if order.size == LARGE:
        parts.append(tr("isot kirjaimet"))
    return export.file_name(" ".join(part for part in parts if part), form)


def _standing(state: Workshop, version: int, tr: Translator) -> str:
    """A draft says so in its name; the second approved minutes and those after them have their number."""
    if not version and not state.closing.approved:
        return tr("luonnos")
    number = version or len(state.closing.versions)
    return tr("versio {n}", n=number) if number > 1 or len(state.closing.versions) > 1 else ""


def save_guide(method: LocalMethod, path: Path, tr: Translator) -> Path:
    """Write the guide to a method as a PDF. StorageError when it cannot be written."""
    export.save(typesetting.pdf(guide(method, tr)), path)
    return path


def _as_usual(order: Order) -> Order:
    """The paper in its usual size: a Word file of the programme is not laid two on a sheet."""
    return msgspec.structs.replace(order, size="a4")


def _document(state: Workshop, order: Order, tr: Translator) -> Document | None:
    """The paper as a document; None for the sheets that are drawn point by point. What is for the facilitator alone needs no
    sender."""
    told = order.paper in (MINUTES, SERIES) and state.closing.approved and not order.version
    if told and order.approved is not None:
        state = order.approved(state)
    document = _blocks(state, order, tr)
    if document is not None:
        paper = "a3" if order.paper == PROGRAMME and order.size == "a3" else document.paper
        enlarged = order.size == LARGE and not document.large
        document = with_its_figures(msgspec.structs.replace(document, paper=paper, enlarged=enlarged))
    if document is None or order.paper == SHEET:
        return document
    head = letterhead_of_minutes if order.paper == MINUTES else letterhead_of
    return headed(document, head(state, order.letterhead))


def _blocks(state: Workshop, order: Order, tr: Translator) -> Document | None:
    if order.paper == MINUTES:
        return minutes(state, tr, public=order.public)
    if order.paper == PRIVACY:
        return handouts.privacy_notice(state, tr)
    if order.paper == SHEET:
        return run_sheet(state, tr)
    if order.paper == FOLLOW_UP:
        return followup.follow_up(state, tr)
    if order.paper == SERIES:
        return series.record([state, *(order.others(state) if order.others is not None else ())], state.info.series, tr)
    return handouts.programme(state, tr) if order.paper == PROGRAMME and order.size != "a5" else None


def _sheet(state: Workshop, order: Order, tr: Translator) -> bytes:
    if order.paper == PROGRAMME:
        order = msgspec.structs.replace(order, paper=making.PROGRAMMES)
    head = letterhead_of(state, order.letterhead)
    if order.paper in making.SHEETS:
        made = making.SHEETS[order.paper]
        size = order.size if order.size in made.sizes else made.sizes[0]
        return made.make(state, making.How(size, order.public, head), tr)
    info = state.info
    steps = tuple((step.minutes, step.mode, step.title) for step in state.plan.steps())
    logo = head.logo if head else b""
    told = Poster(info.title, order.address, order.network, info.organiser, steps, order.size, logo)
    return poster(told, tr)
