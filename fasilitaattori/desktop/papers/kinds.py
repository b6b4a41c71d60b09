"""Which papers there are, what they are for, and how each may be had."""

from dataclasses import dataclass
from datetime import time

from fasilitaattori.desktop.services import Wish
from fasilitaattori.errors import N_
from fasilitaattori.workshop.info import parse_time
from fasilitaattori.workshop.state import Workshop

POSTER, RULES, PROGRAMME, SHEET, MINUTES = "poster", "ground_rules", "agenda", "run_sheet", "minutes"
EVENING = time(16)
DAY_PROGRAMME = N_("Päivän ohjelma")


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper: `name` and `about` are msgids; `versions` = there is a public and an internal one."""

    key: str
    name: str
    about: str
    sizes: tuple[str, ...] = ("a4",)
    forms: tuple[str, ...] = ("pdf",)
    versions: bool = False


KINDS = (
    Kind(POSTER, N_("QR-juliste"), N_("Oveen ja seinälle: näin puhelimella pääsee mukaan."), ("a4", "a3")),
    Kind(RULES, N_("Pelisäännöt"), N_("Seinälle, jotta kaikki näkevät ne koko ajan."), ("a4", "a3")),
    Kind(PROGRAMME, N_("Illan ohjelma"), N_("Pöydille: mitä tehdään ja milloin."), forms=("pdf", "docx")),
    Kind(
        SHEET,
        N_("Ohjaajan ajolista"),
        N_("Vain sinulle: kellonajat, kysymykset, omat muistiinpanot ja tarvikkeet."),
        forms=("pdf", "docx"),
    ),
    Kind(
        MINUTES,
        N_("Muistio"),
        N_("Osallistujille ja eteenpäin: mitä puhuttiin ja sovittiin."),
        forms=("pdf", "docx"),
        versions=True,
    ),
)
SIZES = {"a4": "A4", "a3": "A3"}


@dataclass(slots=True)
class Choice:
    """What has been chosen for one paper: is it among those to be given out, and how."""

    checked: bool = False
    size: str = "a4"
    public: bool = True
    form: str = "pdf"
    copies: int = 1

    def wish(self, kind: Kind) -> Wish:
        """The paper as it is to be made."""
        return Wish(kind.key, self.public, self.size)


def first_choices(state: Workshop) -> dict[str, Choice]:
    """What one needs: before the end what goes on the walls and tables, after it the minutes. The run sheet is for one person
    and does not go among what is handed out unless it is asked for."""
    ended = state.run.phase == "ended"
    return {kind.key: Choice(checked=kind.key != SHEET and (kind.key == MINUTES) == ended) for kind in KINDS}


def name_of(kind: Kind, state: Workshop) -> str:
    """The paper's name (a msgid): a programme is an evening's or a day's."""
    start = parse_time(state.info.start)
    return DAY_PROGRAMME if kind.key == PROGRAMME and start is not None and start < EVENING else kind.name
