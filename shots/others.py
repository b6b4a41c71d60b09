"""Other workshops in the library, so that it looks as it does after a year of use."""

from dataclasses import dataclass
from datetime import timedelta

from fasilitaattori.app.program import Program
from fasilitaattori.rehearsal.words import words
from fasilitaattori.workshop import closing, info, people, running

TITLES = {
    "fi": (
        "Lähimetsän retkipäivä",
        "Kyläkaupan jatko",
        "Yhdistyksen vuosisuunnitelma",
        "Kulttuurikaveri-ilta",
        "Rantasaunan talkoot",
    ),
    "sv": ("Utflykt i närskogen", "Bybutikens framtid", "Föreningens årsplan", "Kulturvänskväll", "Talko vid strandbastun"),
    "en": ("A day in the woods", "The village shop's future", "The association's year", "Culture friends", "Shore sauna"),
}
PLACES = {
    "fi": ("lähtö koulun pihalta", "kyläkaupan piha", "kylätalo", "kirjasto", "rantasauna"),
    "sv": ("start från skolgården", "bybutikens gård", "byagården", "biblioteket", "strandbastun"),
    "en": ("from the school yard", "the shop's yard", "village hall", "library", "the shore sauna"),
}


DIALOGUE = "eratauko"
"""The method of those that belong to the series."""


@dataclass(frozen=True)
class _Other:
    """A workshop so many days from today; `people` who came, or are expected."""

    method: str
    days: int
    start: str
    end: str
    people: int

    @property
    def is_held(self) -> bool:
        return self.days < 0

    @property
    def is_approved(self) -> bool:
        return self.days < -60


OTHERS = (
    _Other("aivoriihi", 21, "11:00", "12:00", 15),
    _Other("eratauko", -7, "17:30", "19:30", 12),
    _Other("oppimiskahvila", -30, "18:00", "19:15", 28),
    _Other("penkkikahvila", -61, "10:00", "12:00", 41),
    _Other("yksin-kaksin-kaikki", -120, "16:00", "16:45", 19),
)


def fill(program: Program, language: str) -> None:
    """A workshop to come and some that have been held, the oldest with approved minutes."""
    today = program.clock.now().date()
    for title, place, other in zip(TITLES[language], PLACES[language], OTHERS, strict=True):
        stream = program.new_workshop(other.method, language)
        day = (today + timedelta(days=other.days)).isoformat()
        heading = {"title": title, "place": place, "date": day, "start": other.start, "end": other.end}
        if other.method == DIALOGUE:
            heading["series"] = words(language).series
        commands = [info.set_info(**heading, expected=other.people)]
        if other.is_held:
            commands += [running.open_room(), people.set_headcount(other.people), running.start(), running.end()]
        if other.is_approved:
            commands.append(closing.approve("Helmi Korpela"))
        for command in commands:
            program.door.ask(stream, command).result()
