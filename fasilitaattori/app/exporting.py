"""Papers and data from the command line: read beside the program that may be running, written into a folder."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from fasilitaattori.app.papers import network_of
from fasilitaattori.errors import N_, FasilitaattoriError, StorageError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import summaries
from fasilitaattori.log.reading import events_on_disk
from fasilitaattori.papers import press
from fasilitaattori.papers.data import saving
from fasilitaattori.papers.forms.glyphs import watched
from fasilitaattori.papers.letterhead import default_letterhead
from fasilitaattori.papers.series import same_series
from fasilitaattori.phones import addresses
from fasilitaattori.settings import Settings
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Workshop, all_kinds
from fasilitaattori.workshop.versions import as_told

CSV = "csv"
FORMS = (*dict.fromkeys(form for _, forms in press.PAPERS.values() for form in forms if form != "zip"), CSV)


def export_workshop(
    data: Path,
    named: str,
    forms: Sequence[str],
    out: Path,
    *,
    public: bool,
    language: str = "",
    tell: Callable[[str], object] = lambda words: None,
) -> list[Path]:
    """Write every paper of a workshop, and its data, in the forms asked for (those of FORMS each paper has). Gives the files.
    `tell` hears, in words, when there are signs that cannot be printed.

    `named` is the workshop's title or id. FasilitaattoriError: no such workshop or several, folder not writable.
    """
    state = _read(data, named)
    tr = translator(language or state.info.language)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(N_("Kansioon {folder} ei voi kirjoittaa."), N_("Valitse toinen kansio."), folder=str(out)) from error
    files: list[Path] = []
    with watched() as lacking:
        for form in forms:
            if form == CSV:
                files += saving.save_csv(state, out, tr, public=public)
            for paper, (_, its_forms) in press.PAPERS.items():
                if form in its_forms and (order := _order(data, state, paper, public=public)) is not None:
                    files.append(press.save(state, order, form, out, tr))
    if lacking:
        tell(tr("Näitä merkkejä ei voi painaa, ja niiden paikalla on ruutu: {signs}", signs=" ".join(sorted(lacking))))
    return files


def export_everything(data: Path, named: str, out: Path) -> list[Path]:
    """Every public paper of a workshop, and its data, in every form: a folder for each language. What people wrote stays in the
    language they wrote it in. Gives the files; raises as `export_workshop`."""
    made = (export_workshop(data, named, FORMS, out / language, public=True, language=language) for language in LANGUAGES)
    return [file for files in made for file in files]


def _read(data: Path, named: str) -> Workshop:
    """The workshop with this id or title, folded from disk."""
    wanted = named.strip().casefold()
    rows = summaries(data / FILE)
    found = [row for row in rows if row.stream == named] or [row for row in rows if row.title.strip().casefold() == wanted]
    if not found:
        raise FasilitaattoriError(N_("Työpajaa {name} ei löydy."), N_("Tarkista nimi ja kansio (--data)."), name=named)
    if len(found) > 1:
        listed = ", ".join(f"{row.stream} ({row.date or '–'})" for row in found)
        raise FasilitaattoriError(
            N_("Samannimisiä työpajoja on useita: {listed}."), N_("Anna nimen sijasta tunnus."), listed=listed
        )
    return _replica(data, found[0].stream).state


def _replica(data: Path, stream: str) -> Replica:
    """A workshop as it is on disk."""
    return Replica(stream, MODELS, events_on_disk(data / FILE, stream, all_kinds(MODELS)))


def _approved(data: Path, mine: Workshop) -> Workshop:
    """The workshop as its approved minutes tell it."""
    return as_told(_replica(data, mine.id))


def _others(data: Path, mine: Workshop) -> list[Workshop]:
    """The other workshops of the same series."""
    rows = [row for row in summaries(data / FILE) if row.stream != mine.id and same_series(row.series, mine.info.series)]
    return [as_told(_replica(data, row.stream)) for row in rows]


def _order(data: Path, state: Workshop, paper: str, *, public: bool) -> press.Order | None:
    """How to make the paper; None when the workshop lacks what it is made of."""
    if not press.can_be_made(state, paper):
        return None
    settings = Settings(data / "settings.json")
    letterhead = default_letterhead(settings)
    if paper in (press.MINUTES, press.SERIES):
        others, approved = partial(_others, data), partial(_approved, data)
        return press.Order(paper, public, letterhead=letterhead, others=others, approved=approved)
    if paper != press.POSTER:
        return press.Order(paper, public, letterhead=letterhead)
    address = addresses.page_address(addresses.best_address(settings.address), settings.port)
    return press.Order(paper, public, address=address, network=network_of(settings), letterhead=letterhead)
