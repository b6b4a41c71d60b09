"""Moments of an evening as the big screen meets them, ordinary and extreme, made by the real commands."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.workshop import closing, floor, people, running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.show import show
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


def _step(title: str, tool: str, minutes: int = 35, mode: str = "kaikki", **settings: object) -> StepPlan:
    return new_step(title, tool, minutes, mode, settings=settings)


def simple(step: StepPlan, minutes_in: float = 15.4, **evening: object) -> Made:
    """A step that is simply on."""

    def made(language: str) -> Scene:
        it = Evening(language, **evening)  # type: ignore[arg-type]  # fields of Evening by name
        it.go(it.plan(step), minutes_in)
        return it.scene()

    return made


def before(codes: Codes | None, title: str = "Kyläkoulun uusi elämä", opened: bool = True) -> Made:
    """Before the start."""

    def made(language: str) -> Scene:
        it = Evening(language, codes, title)
        it.plan(_step("Yhteinen keskustelu", "discussion"))
        if opened:
            it.ledger.do(running.open_room())
        return it.scene()

    return made


def shown(view: str, text: str = "", codes: Codes | None = CODES) -> Made:
    """The facilitator asked for a view in the middle of a dialogue."""

    def made(language: str) -> Scene:
        it = Evening(language, codes)
        it.go(it.plan(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION])), 15.4)
        it.ledger.do(show(view, text))
        return it.scene()

    return made


def door_closed(open_scene: Made) -> Made:
    """The same when nobody new gets in."""

    def made(language: str) -> Scene:
        scene = open_scene(language)
        scene.state.people.door_open = False
        return scene

    return made


def queue(*askers: int, speaking: bool = True, seconds: float = 84) -> Made:
    """The speaker queue on the screen."""

    def made(language: str) -> Scene:
        it = Evening(language)
        it.go(it.plan(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION])), 15.4)
        for number in askers:
            it.ledger.do(floor.ask(number))
            it.ledger.wait(1)
        if speaking:
            it.ledger.do(floor.next_speaker())
            it.ledger.wait(seconds)
        it.ledger.do(show("queue"))
        return it.scene()

    return made


def going_round(moves: int = 2) -> Made:
    """A round, some of whom have spoken."""

    def made(language: str) -> Scene:
        it = Evening(language)
        step = it.plan(_step("Loppukierros", "discussion", prompts=["Mikä ajatus jäi mieleen?"], turn_seconds=90))
        it.go(step, 3)
        it.ledger.do(discussion.start_round(step))
        for index in range(moves):
            it.ledger.do(discussion.move_round(step, passed=bool(index % 2)))
        it.ledger.wait(30)
        return it.scene()

    return made


def rules(*, accepted: bool = False, long: bool = False) -> Made:
    """Ground rules."""

    def made(language: str) -> Scene:
        it = Evening(language)
        some = [
            "Kuuntele loppuun.",
            "Puhu omasta kokemuksestasi.",
            "Anna tilaa keskeneräiselle.",
            "Kunnioita ja pidä luottamus.",
        ]
        many = [f"{LONG_QUESTION[:90]} {index}" for index in range(9)]
        step = it.plan(_step("Pelisäännöt", "discussion", 5, ground_rules=many if long else some))
        it.go(step, 1)
        if accepted:
            it.ledger.do(discussion.accept_aloud(step))
        return it.scene()

    return made


def card(
    question: str = QUESTION, deeper: str = "Mikä siinä on sinulle tärkeintä?", theme: str = "Arki", *, aside: bool = False
) -> Made:
    """A card is up, or put aside so that none is."""

    def made(language: str) -> Scene:
        it = Evening(language)
        deck = [{"question": question, "deeper": deeper, "theme": theme}]
        step = it.plan(_step("Pariporina", "cards", 10, "pari", cards=deck))
        it.go(step, 4)
        if aside:
            it.ledger.do(cards.put_aside(step))
        return it.scene()

    return made


def wall(
    notes: int = 24,
    *,
    themes: int = 4,
    long: bool = False,
    raised: bool = False,
    question: str = "Mitä vanhalle koululle voisi tehdä?",
    codes: Codes | None = CODES,
    columns: bool = False,
) -> Made:
    """An idea wall with so many notes, dealt to so many themes; the last note has just come."""

    def made(language: str) -> Scene:
        it = Evening(language, codes)
        names = [*THEMES, COMPOUND, "Elinvoima, yrittäminen ja työ", "Seitsemäs"][:themes]
        kind = {"columns": names} if columns else {"themes": names}
        step = it.plan(_step("Ideaseinä", "ideas", 20, "yksin", prompt=question, **kind))
        it.go(step, 3)
        ids = []
        for index in range(notes):
            words = LONG_NOTE if long and index % 5 == 0 else WALL[index % len(WALL)]
            ids += it.ledger.do(ideas.add(step, words))
            if index < notes - 1:
                it.ledger.wait(9 if index == notes - 2 else 1)
        found = it.ledger.state.tool(it.ledger.state.plan.need(step)).themes
        for index, theme in enumerate(found):
            some = ids[index :: len(found)]
            if some and notes > 3:
                it.ledger.do(ideas.move(step, some, theme.id))
        if notes > 12:
            it.ledger.do(ideas.merge(step, [ids[0], ids[themes or 1]]))
        if raised:
            it.ledger.do(ideas.raise_up(step, ids[0]))
        return it.scene()

    return made


def ballot(
    kind: str = "dots", candidates: int = 7, *, long: bool = False, codes: Codes | None = CODES, question: str = ""
) -> Made:
    """A vote that is open: two phones have voted."""
    return _vote(kind, candidates, long, codes, question, counted=False)


def result(
    kind: str = "dots", candidates: int = 7, *, long: bool = False, hands: int = 6, question: str = "", nobody: bool = False
) -> Made:
    """A vote that is counted. `nobody` has voted in it."""
    return _vote(kind, candidates, long, CODES, question, counted=True, hands=hands, nobody=nobody)


def _vote(
    kind: str,
    count: int,
    long: bool,
    codes: Codes | None,
    question: str,
    *,
    counted: bool,
    hands: int = 0,
    nobody: bool = False,
) -> Made:
    def made(language: str) -> Scene:
        it = Evening(language, codes)
        options = [LONG_NOTE if long and index % 4 == 0 else f"{WALL[index % len(WALL)]}" for index in range(count)]
        step = it.plan(
            _step(
                "Pisteäänestys" if kind != "scale" else "Nyrkistä viiteen",
                "vote",
                10,
                "aani",
                question=question or "Mistä ehdotuksista aloitamme?",
                kind=kind,
                dots=3,
                per_option=3,
                max_choices=2,
                options=options,
                labels=LABELS if kind == "scale" else [],
            )
        )
        it.go(step, 4)
        points = {"dots": 3}.get(kind, 1)
        voters = 0 if nobody or (not count and kind != "scale") else 8 if counted else 2
        for voter in range(1, voters + 1):
            key = str(voter % 4 + 2) if kind == "scale" else f"option-{voter % max(1, min(count, 5))}"
            it.ledger.send(voter, "vote.cast", choices={key: points} if voter != 7 else {})
        if counted:
            it.ledger.do(running.close_step())
        if hands and counted:
            keys = [str(index) for index in range(6)] if kind == "scale" else [f"option-{index}" for index in range(count)]
            it.ledger.do(vote.count_hands(step, {key: hands + 40 // (place + 1) for place, key in enumerate(keys[:9])}, hands))
        return it.scene()

    return made


def survey(answers: int = 6, *, counted: bool = True, intro: str = "Neljä lyhyttä kysymystä. Vastaat nimettömänä.") -> Made:
    """A survey with so many answers."""

    def made(language: str) -> Scene:
        it = Evening(language)
        step = it.plan(_step("Palaute ja kiitos", "survey", 5, "yksin", intro=intro, questions=SURVEY))
        it.go(step, 2)
        for author in range(1, answers + 1):
            given = {"a": author % 5 + 1, "b": author % 3, "c": [0, 1], "d": f"Salainen sana {author}"}
            if author > 3:
                given.pop("c")
            it.ledger.send(author, "survey.answered", answers=given)
        if counted:
            it.ledger.do(running.close_step())
        return it.scene()

    return made


def after(*, known: bool = True, long: bool = False) -> Made:
    """The evening is over."""

    def made(language: str) -> Scene:
        it = Evening(language, title=LONG_TITLE if long else "Kyläkoulun uusi elämä")
        it.go(it.plan(_step("Yhteinen keskustelu", "discussion")), 15.4)
        if known:
            where = f"{LONG_QUESTION} {COMPOUND}" if long else "Kyläyhdistyksen hallitukselle ja kunnan tilapalveluun"
            it.ledger.do(closing.what_next(where, "Helmi Korpela", "15.4.2026 klo 18 kylätalolla"))
        it.ledger.do(running.end())
        return it.scene()

    return made


SCENES: dict[str, Made] = {
    "welcome": before(CODES),
    "welcome-open-network": before(OPEN),
    "welcome-address-only": before(NO_WIFI),
    "welcome-no-phones": before(None),
    "welcome-not-open-yet": before(None, opened=False),
    "welcome-extreme": before(LONG_CODES, LONG_TITLE),
    "welcome-mid-evening": shown("welcome"),
    "welcome-door-closed": door_closed(before(CODES)),
    "qr": shown("qr"),
    "qr-door-closed": door_closed(shown("qr")),
    "qr-address-only": shown("qr", codes=NO_WIFI),
    "qr-extreme": shown("qr", codes=LONG_CODES),
    "qr-no-phones": shown("qr", codes=None),
    "black": shown("black"),
    "message": shown("message", "Kahvi on katettu keittiöön. Jatkamme klo 19.25."),
    "message-long": shown("message", (LONG_QUESTION + " " + COMPOUND)[:200]),
    "talk": simple(
        _step("Tervetuloa", "talk", 10, prompt="Kerro vieressä istuvalle, kuka olet ja miten koulu on kuulunut elämääsi.")
    ),
    "talk-speaker": simple(
        _step("Alkujuttu", "talk", 5, "esitys", prompt="Koulu, joka kokosi kylän", speaker="Kyläyhdistys"), 2
    ),
    "talk-nothing": simple(_step("Esittäytyminen", "talk", 10), 2),
    "discussion": simple(
        _step("Yhteinen keskustelu", "discussion", prompts=[QUESTION], aside="Kerro omasta kokemuksestasi. Kuuntele loppuun.")
    ),
    "discussion-200": simple(
        _step("Yhteinen keskustelu", "discussion", prompts=[LONG_QUESTION], aside="Kerro omasta kokemuksestasi.")
    ),
    "discussion-pages": simple(_step(LONG_TITLE, "discussion", prompts=[VERY_LONG], aside=LONG_QUESTION)),
    "discussion-long-aside": simple(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION], aside=VERY_LONG)),
    "discussion-compound": simple(_step(COMPOUND, "discussion", prompts=[COMPOUND], aside=COMPOUND)),
    "discussion-emoji": simple(_step("Juttu 🙂", "discussion", prompts=["Mikä sai sinut hymyilemään? 🙂👵🏽 שלום"])),
    "discussion-no-prompt": simple(_step("Yhteinen keskustelu", "discussion")),
    "discussion-no-phones": simple(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION]), codes=None),
    "discussion-last-minute": simple(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION]), 34.4),
    "discussion-overtime": simple(_step("Yhteinen keskustelu", "discussion", prompts=[QUESTION]), 37.2),
    "discussion-two-hours": simple(_step("Yhteinen keskustelu", "discussion", 240, prompts=[QUESTION]), 12),
    "rules": rules(),
    "rules-accepted": rules(accepted=True),
    "rules-long": rules(long=True),
    "round": going_round(),
    "round-last": going_round(7),
    "queue": queue(1, 2, 3, 4, 5),
    "queue-long": queue(7, 6, 1, 2, 3, 4, 5, 8),
    "queue-over": queue(1, 2, seconds=200),
    "queue-alone": queue(1),
    "queue-empty": queue(speaking=False),
    "queue-waiting": queue(2, 3, speaking=False),
    "card": card(),
    "card-long": card(LONG_QUESTION, LONG_QUESTION, COMPOUND),
    "card-none": card(aside=True),
    "wall": wall(),
    "wall-no-phones": wall(codes=None),
    "wall-even": wall(11, themes=0),
    "wall-even-40": wall(40, themes=0, long=True),
    "wall-first-note": wall(1, themes=0),
    "wall-40": wall(40, themes=5, long=True),
    "wall-seven-themes": wall(60, themes=7),
    "wall-two": wall(9, themes=2),
    "wall-columns-empty": wall(2, themes=4, columns=True),
    "wall-long-question": wall(8, question=LONG_QUESTION),
    "wall-very-long-question": wall(8, question=VERY_LONG),
    "wall-raised": wall(raised=True),
    "wall-raised-long": wall(30, long=True, raised=True, themes=5),
    "wall-empty": wall(0),
    "wall-empty-long": wall(0, question=LONG_QUESTION),
    "ballot": ballot(),
    "ballot-one": ballot("one", 3),
    "ballot-several": ballot("several", 14),
    "ballot-30": ballot(candidates=30, long=True, question=LONG_QUESTION),
    "ballot-scale": ballot("scale", 0, question="Lähdemmekö viemään näitä kolmea eteenpäin?"),
    "ballot-no-phones": ballot(codes=None),
    "ballot-nothing": ballot(candidates=0),
    "result": result(hands=0),
    "result-hands": result(),
    "result-nobody": result(hands=0, nobody=True),
    "result-30": result(candidates=30, long=True, hands=31),
    "result-one": result("one", 4),
    "result-scale": result("scale", 0, hands=0, question="Lähdemmekö viemään näitä kolmea eteenpäin?"),
    "result-scale-hands": result("scale", 0, question=LONG_QUESTION),
    "survey": survey(3, counted=False),
    "survey-result": survey(),
    "survey-few": survey(4),
    "survey-long-intro": survey(2, counted=False, intro=VERY_LONG),
    "pause": simple(_step("Kahvitauko", "pause", 20, "tauko", text="Kahvia ja pullaa keittiön luukulla"), 7.4),
    "pause-plain": simple(_step("Kahvitauko", "pause", 20, "tauko"), 19.5),
    "pause-over": simple(_step("Kahvitauko", "pause", 20, "tauko", text="Kahvia ja pullaa keittiön luukulla"), 21),
    "pause-long": simple(_step(LONG_TITLE, "pause", 240, "tauko", text=LONG_QUESTION), 7.4),
    "end": after(),
    "end-unknown": after(known=False),
    "end-long": after(long=True),
}
"""Name -> the moment, in a language given."""
