"""Every paper of a workshop in one file: what may be given to anybody, and apart from it what may not.

What is public has no names and no password. The internal papers lie in a folder whose name says so, and only when they were
asked for.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import export, press
from fasilitaattori.workshop.state import Workshop

PUBLIC, INTERNAL = N_("Julkinen"), N_("Sisäinen, ei julkaistavaksi")
_MINUTES_FORMS, _DATA_FORMS = ("pdf", "docx", "html"), ("xlsx", "json")
_AT = (1980, 1, 1, 0, 0, 0)  # the same papers give the same packet


class Piece(msgspec.Struct, frozen=True):
    """A paper in the packet: in which folder, under which name, and how it is made."""

    folder: str
    name: str
    order: press.Order
    form: str


Tell = Callable[[float], object]


def contents(state: Workshop, order: press.Order, tr: Translator, *, internal: bool) -> list[Piece]:
    """What is in the packet, the public papers first. `order` has what papers need to know beside the workshop."""
    found: list[Piece] = []
    taken: set[str] = set()
    for public in (True, False) if internal else (True,):
        folder = tr(PUBLIC if public else INTERNAL)
        for paper in press.PAPERS:
            if not _belongs(paper, order, public=public) or not press.can_be_made(state, paper):
                continue
            asked = msgspec.structs.replace(order, paper=paper, public=public, size="a4")
            for form in _forms(paper):
                name = _free(press.file_name(state, asked, form, tr), f"{folder}/", taken)
                found.append(Piece(folder, name, asked, form))
    return found


def packed(state: Workshop, pieces: list[Piece], tr: Translator, tell: Tell = lambda share: None) -> bytes:
    """The packet (zip) with a list of what is in it. `tell` hears how much is done (0–1), and may raise to stop it. Raises as
    `press.make`."""
    root = export.file_name(state.info.title or tr("Työpaja"), "").rstrip(".")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(_entry(f"{root}/{tr('Sisällys')}.txt"), "\r\n".join(listed(state, pieces, tr)).encode("utf-8-sig"))
        for number, piece in enumerate(pieces):
            tell(number / len(pieces))
            zipped.writestr(_entry(f"{root}/{piece.folder}/{piece.name}"), press.make(state, piece.order, piece.form, tr))
    tell(1.0)
    return out.getvalue()


def save(state: Workshop, pieces: list[Piece], path: Path, tr: Translator, tell: Tell = lambda share: None) -> Path:
    """Write the packet whole or not at all. Raises as `packed`, and StorageError when it cannot be written."""
    export.save(packed(state, pieces, tr, tell), path)
    return path


def listed(state: Workshop, pieces: list[Piece], tr: Translator) -> Iterator[str]:
    """The list, line by line: folders with what is in them, and what they are for."""
    yield state.info.title
    for folder in dict.fromkeys(piece.folder for piece in pieces):
        yield ""
        yield folder
        yield _about(folder == tr(PUBLIC), tr)
        yield from (f"- {piece.name}" for piece in pieces if piece.folder == folder)
    yield ""


def name_of(state: Workshop, tr: Translator, *, internal: bool) -> str:
    """The name of the file; the one with internal papers says so."""
    parts = (tr("Tulosteet"), state.info.title, tr("sisäinen") if internal else "")
    return export.file_name(" ".join(part for part in parts if part), "zip")


def _about(public: bool, tr: Translator) -> str:
    if public:
        return tr("Ilman osallistujien nimiä. Tarkista silti teksti ennen julkaisemista.")
    return tr("Nimiä, omia muistiinpanoja tai verkon salasana. Vain järjestäjille.")


def _belongs(paper: str, order: press.Order, *, public: bool) -> bool:
    """A poster tells the network's password, the run sheet private notes; of most papers there is only one version."""
    if paper == press.POSTER:
        return bool(order.address) and public == (order.network is None or not order.network.password)
    if paper == press.SHEET:
        return not public
    return public or paper in press.NAMED


def _forms(paper: str) -> tuple[str, ...]:
    forms = press.PAPERS[paper][1]
    wanted = {press.MINUTES: _MINUTES_FORMS, press.DATA: _DATA_FORMS}.get(paper, ("pdf",))
    return tuple(form for form in wanted if form in forms)


def _free(name: str, folder: str, taken: set[str]) -> str:
    """The name, numbered when the folder has one that systems would take for the same."""
    path = Path(name)
    for number in range(2, 100):
        if f"{folder}{name}".casefold() not in taken:
            break
        name = f"{path.stem} {number}{path.suffix}"
    taken.add(f"{folder}{name}".casefold())
    return name


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _AT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
