"""An evening as the big screen meets it, ordinary and extreme, made by the real commands."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from fasilitaattori.workshop.info import set_info
from tests.ledger import START_MS, Ledger

CODES = Codes(
    "WIFI:T:WPA;S:Kuikkapera;P:talkoot2026;;", "Kuikkapera", "talkoot2026", "http://192.168.8.2:8080/", "192.168.8.2:8080"
)
OPEN = Codes("WIFI:T:nopass;S:Kuikkapera;;", "Kuikkapera", "", "http://192.168.8.2:8080/", "192.168.8.2:8080")
NO_WIFI = Codes("", "", "", "http://192.168.8.2:8080/", "192.168.8.2:8080")
LONG_SECRET = "talkoot-2026-Kuikkapera-kylatalo-rantasauna-grilli-kesateatteri"
LONG_CODES = Codes(
    f"WIFI:T:WPA;S:Kuikkaperän kyläyhdistyksen wifi;P:{LONG_SECRET};;",
    "Kuikkaperän kyläyhdistyksen wifi",
    LONG_SECRET,
    "http://192.168.108.122:18080/",
    "192.168.108.122:18080",
)
COMPOUND = "Osallisuustyönkehittämiskumppanuuspöytätyöskentelymenetelmäkoulutus"
QUESTION = "Millainen on hyvä arki Kuikkaperällä kymmenen vuoden päästä?"
LONG_QUESTION = (
    "Mitä pitäisi tapahtua, jotta kyläkoulun tyhjilleen jääneistä luokkahuoneista tulisi kaikenikäisten yhteinen "
    "kohtaamispaikka, ja kuka meistä voisi ottaa siinä ensimmäisen, vaikka pienenkin askeleen?"
)
VERY_LONG = " ".join([LONG_QUESTION] * 5)
LONG_TITLE = "Kunnan ja kyläyhdistysten yhteinen osallisuustyön kehittämispäivä ja kumppanuuspöytä"
THEMES = ("Kohtaaminen", "Työ", "Palvelut", "Liikunta")
WALL = (
    *("Kyläkahvila kerran viikossa", "Yhteinen ruoka joka keskiviikko", "Nuorten tila yläkertaan"),
    *("Kylän olohuone, ovi auki päivisin", "Juhlasali lainaan", "Lukuhetki lapsille ja mummoille"),
    *("Etätyöhuone ja nopea netti", "Verstas ja työkalulainaamo", "Koulun keittiö vuokralle", "Kesän pop-up-kauppa"),
    *("Käsitöiden myyntipiste", "Yrittäjien aamukahvit", "Kirjaston noutopiste", "Terveydenhoitaja kerran kuussa"),
    *("Digitukea joka toinen tiistai", "Pakettiautomaatti seinään", "Kimppakyytitaulu", "Lähitori pihalle"),
    *("Kuntosali vanhaan luokkaan", "Jumppa ja tuolijooga", "Ladun lähtöpaikka", "Luontopolku talkoilla"),
    *("Frisbeegolf metsään", "Avantouinti ja pukuhuone"),
)
LONG_NOTE = (
    "Kumppanuuspöytätyöskentelyn vapaaehtoistoimintakoordinaattori voisi kiertää kylätaloilla kerran kuussa ja auttaa "
    "hakemusten kanssa, ja samalla juotaisiin kahvit 🙂 ja katsottaisiin, mitä talkoissa seuraavaksi tehdään yhdessä."
)
LABELS = [
    *("En voi hyväksyä tätä", "Minulla on iso huoli", "Minulla on pieni huoli", "Voin elää tämän kanssa"),
    *("Tämä on hyvä", "Lähden itse tekemään"),
]
NAMES = ("Helmi", "Reino", "Aino", "Pöytä 4", "Sirkka", "", "Maria-Magdaleena von Haartmansdotter-Kuikkaperäläinen", "Onni")
SURVEY = [
    {"id": "a", "text": "Minua kuunneltiin.", "low": "Täysin eri mieltä", "high": "Täysin samaa mieltä"},
    {"id": "b", "text": "Mistä kuulit illasta?", "kind": "one", "options": ["Naapurilta", "Lehdestä", "Kylän sivuilta"]},
    {"id": "c", "text": LONG_QUESTION, "kind": "many", "options": ["Kahvit", COMPOUND, "Keskustelu 🙂"]},
    {"id": "d", "text": "Mitä haluat vielä sanoa?", "kind": "text"},
]


@dataclass
class Evening:
    """A ledger with the evening's steps in it, and what phones need."""

    language: str = "fi"
    codes: Codes | None = CODES
    title: str = "Kyläkoulun uusi elämä"
    ledger: Ledger = field(default_factory=Ledger)

    def plan(self, step: StepPlan, after: StepPlan | None = None) -> str:
        """An evening around one step; gives its id."""
        self.ledger.do(
            set_info(
                title=self.title,
                place="Kuikkaperän kylätalo",
                date="2026-03-12",
                start="18.00",
                end="20.30",
                language=self.language,
            )
        )
        rest = [
            new_step("Tervetuloa ja esittäytyminen", "talk", 10),
            new_step("Pelisäännöt", "discussion", 5),
            new_step("Alkujuttu: koulun vaiheet", "talk", 5, "esitys"),
            new_step("Pariporina", "cards", 10, "pari"),
            step,
            after or new_step("Kahvitauko", "pause", 20, "tauko"),
            new_step("Ideaseinä", "ideas", 20, "yksin"),
            new_step("Ryhmittely ja syventäminen", "discussion", 15, "ryhma"),
            new_step("Pisteäänestys", "vote", 10, "aani"),
            new_step("Sovitaan jatkosta", "discussion", 15),
        ]
        self.ledger.plan(*rest)
        return step.id

    def go(self, step_id: str, minutes_in: float = 0.0) -> None:
        """Half an hour has passed; the step has been on for so many minutes."""
        for name in NAMES:
            self.ledger.do(people.join(name, "fi", f"hash-{name}"))
        self.ledger.do(running.open_room())
        self.ledger.do(running.start())
        self.ledger.wait(30 * 60)
        self.ledger.do(running.go_to(step_id))
        self.ledger.wait(minutes_in * 60)

    def scene(self) -> Scene:
        """The moment as it is now."""
        zone = dt.timezone(dt.timedelta(hours=2))
        clock = dt.datetime(2026, 3, 12, 18, 0, tzinfo=zone) + dt.timedelta(milliseconds=self.ledger.now - START_MS)
        return Scene(self.ledger.state, self.ledger.now, clock, self.codes)


Made = Callable[[str], Scene]


def step_of(title: str, tool: str, minutes: int = 35, mode: str = "kaikki", **settings: object) -> StepPlan:
    return new_step(title, tool, minutes, mode, settings=settings)


def simple(step: StepPlan, minutes_in: float = 15.4, **evening: object) -> Made:
    """A step that is simply on."""

    def made(language: str) -> Scene:
        it = Evening(language, **evening)  # type: ignore[arg-type]  # fields of Evening by name
        it.go(it.plan(step), minutes_in)
        return it.scene()

    return made
