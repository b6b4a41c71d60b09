"""Other workshops in the library, so that it looks as it does after a year of use."""

from datetime import timedelta

from fasilitaattori.app.program import Program
from fasilitaattori.workshop import closing, info, running

TITLES = {
    "fi": (
        "Lähimetsän retkipäivä",
        "Kyläkaupan jatko",
        "Yhdistyksen vuosisuunnitelma",
        "Kulttuurikaveri-ilta",
        "Rantasaunan talkoot",
    ),
    "sv": ("Utflykt i närskogen", "Bybutikens framtid", "Föreningens årsplan", "Kulturvänskväll", "Talko vid strandbastun"),
    "en": ("A day in the near forest", "The village shop's future", "The association's year", "Culture friends", "Shore sauna"),
}
METHODS = ("aivoriihi", "eratauko", "oppimiskahvila", "penkkikahvila", "yksin-kaksin-kaikki")
DAYS = (21, -7, -30, -61, -120)  # from today


def fill(program: Program, language: str) -> None:
    """A workshop to come and some that have been held, the oldest with approved minutes."""
    today = program.clock.now().date()
    for title, method, days in zip(TITLES[language], METHODS, DAYS, strict=True):
        stream = program.new_workshop(method, language)
        commands = [info.set_info(title=title, date=(today + timedelta(days=days)).isoformat())]
        if days < 0:
            commands += [running.open_room(), running.start(), running.end()]
        if days < -60:
            commands.append(closing.approve("Helmi Korpela"))
        for command in commands:
            program.door.ask(stream, command).result()
