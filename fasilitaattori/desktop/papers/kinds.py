"""Which papers there are, what they are for, and how each may be had."""

from dataclasses import dataclass
from datetime import time

from fasilitaattori.desktop.services import Wish
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.info import parse_time
from fasilitaattori.workshop.state import Workshop

POSTER, RULES, PROGRAMME, SHEET, MINUTES = "poster", "ground_rules", "agenda", "run_sheet", "minutes"
CARDS, BALLOTS, SURVEYS, QUESTIONS, DOTS = "cards", "ballots", "survey_forms", "questions", "dots"
FOLLOW_UP, FOLLOW_UP_POSTER, SERIES = "follow_up", "follow_up_poster", "series"
SIGNS, TAGS, SIGN_IN, SLIPS, PRIVACY = "table_signs", "name_tags", "sign_in", "idea_slips", "privacy"
EVENING = time(16)
DAY_PROGRAMME = N_("Päivän ohjelma")


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper: `name` and `about` are msgids; `versions` = there is a public and an internal one.

    `tools`: only a programme that works with one of these has use for it; `grouped`: only one in which people work in groups.
    `asked` = it is given out only when asked for. `planned` = it tells the plan alone, so that nothing that happens in the
    room changes it. `afterwards` = it tells what came of the evening: there is none before its end.
    """

    key: str
    name: str
    about: str
    sizes: tuple[str, ...] = ("a4",)
    forms: tuple[str, ...] = ("pdf",)
    versions: bool = False
    tools: tuple[str, ...] = ()
    grouped: bool = False
    asked: bool = False
    planned: bool = False
    afterwards: bool = False


KINDS = (  # the usual ones first
    Kind(POSTER, N_("QR-juliste"), N_("Oveen ja seinälle: näin puhelimella pääsee mukaan."), ("a4", "a3")),
    Kind(RULES, N_("Pelisäännöt"), N_("Seinälle, jotta kaikki näkevät ne koko ajan."), ("a4", "a3")),
    Kind(PROGRAMME, N_("Illan ohjelma"), N_("Pöydille: mitä tehdään ja milloin."), ("a4", "a5", "a3"), ("pdf", "docx")),
    Kind(
        CARDS,
        N_("Kysymyskortit"),
        N_("Leikattavaksi. Takasivut osuvat kohdalleen, kun tulostat kaksipuolisena ja käännät pitkältä sivulta."),
        ("4", "2", "8", "9"),
        tools=("cards",),
        asked=True,
        planned=True,
    ),
    Kind(BALLOTS, N_("Äänestysliput"), N_("Leikattavaksi niille, jotka äänestävät paperilla."), tools=("vote",), asked=True),
    Kind(
        SIGN_IN,
        N_("Osallistujalista"),
        N_("Oven viereen: nimet, ja mihin niitä käytetään."),
        asked=True,
    ),
    Kind(
        SHEET,
        N_("Ohjaajan ajolista"),
        N_("Vain sinulle: kellonajat, kysymykset, omat muistiinpanot ja tarvikkeet."),
        ("a4", "large"),
        ("pdf", "docx"),
        asked=True,
    ),
    Kind(
        MINUTES,
        N_("Muistio"),
        N_("Osallistujille ja eteenpäin: mitä puhuttiin ja sovittiin."),
        ("a4", "large"),
        ("pdf", "docx"),
        versions=True,
    ),
    Kind(
        SERIES,
        N_("Kirjaus dialogisarjasta"),
        N_("Eteenpäin: saman sarjan dialogit yhdessä kirjauksessa, ilman nimiä."),
        ("a4", "large"),
        ("pdf", "docx", "html"),
        asked=True,
    ),
    Kind(
        FOLLOW_UP,
        N_("Mitä sanoitte, mitä tehtiin"),
        N_("Osallistujille: mitä heidän sanoilleen on tapahtunut. Verkkosivu sopii myös puhelimen näytölle."),
        ("a4", "large"),
        ("pdf", "html", "docx"),
        asked=True,
        afterwards=True,
    ),
    Kind(
        FOLLOW_UP_POSTER,
        N_("Juliste: mitä tehtiin"),
        N_("Ilmoitustaululle: mitä sanottiin ja mitä siitä on tullut."),
        ("a3", "a4"),
        asked=True,
        afterwards=True,
    ),
    Kind(
        SURVEYS,
        N_("Kyselylomakkeet"),
        N_("Samat kysymykset kuin puhelimissa. Syötä vastaukset koneelle, ennen kuin suljet kyselyn."),
        tools=("survey",),
        asked=True,
        planned=True,
    ),
    Kind(
        PRIVACY,
        N_("Tietosuoja"),
        N_("Oven viereen: mitä tallentuu, miksi, ja mitä asialle voi tehdä."),
        forms=("pdf", "docx"),
        asked=True,
        planned=True,
    ),
    Kind(
        SLIPS,
        N_("Idealaput"),
        N_("Leikattavaksi. Lisää laput seinälle, kun joku on kirjoittanut ideansa paperille."),
        tools=("ideas",),
        asked=True,
        planned=True,
    ),
    Kind(
        QUESTIONS,
        N_("Kysymysjulisteet"),
        N_("Seinälle: jokaisen vaiheen kysymys omalla arkillaan."),
        ("a4", "a3"),
        tools=("discussion", "ideas", "vote"),
        asked=True,
        planned=True,
    ),
    Kind(DOTS, N_("Pistetaulut"), N_("Seinälle, kun äänestetään tarroilla."), ("a4", "a3"), tools=("vote",), asked=True),
    Kind(SIGNS, N_("Pöytäkyltit"), N_("Taita keskeltä ja aseta pöydälle."), grouped=True, asked=True),
    Kind(TAGS, N_("Nimilaput"), N_("Leikattavaksi. Kukin kirjoittaa nimensä itse."), asked=True, planned=True),
)
SIZES = {"a5": "A5", "a4": "A4", "a3": "A3", "large": N_("Isot kirjaimet")}
ON_SHEET = {"2": "2", "4": "4", "8": "8", "9": "9"}  # cards on a sheet of A4


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
    """What one needs: before the end what goes on the walls and tables, after it the minutes. The run sheet is for one person,
    and cards and forms are for evenings that need them: they are made when asked for."""
    ended = state.run.phase == "ended"
    return {kind.key: Choice(not kind.asked and (kind.key == MINUTES) == ended, kind.sizes[0]) for kind in KINDS}


def useful(kind: Kind, state: Workshop) -> bool:
    """Whether the programme has use for the paper."""
    steps = state.plan.steps()
    if kind.key == SERIES:
        return bool(state.info.series.strip())
    if kind.afterwards:
        return state.run.phase == "ended"
    if kind.grouped:
        return any(step.groups or step.mode == "ryhma" for step in steps)
    return not kind.tools or any(step.tool in kind.tools for step in steps)


def size_words(choice: Choice, tr: Translator) -> str:
    """The size as it stands on a card."""
    if choice.size in ON_SHEET:
        return tr("A4 · {n} arkilla", n=choice.size)
    return tr("A4 · {n} arkilla", n=2) if choice.size == "a5" else tr(SIZES[choice.size])


def name_of(kind: Kind, state: Workshop) -> str:
    """The paper's name (a msgid): a programme is an evening's or a day's."""
    start = parse_time(state.info.start)
    return DAY_PROGRAMME if kind.key == PROGRAMME and start is not None and start < EVENING else kind.name
