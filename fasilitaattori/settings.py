"""The facilitator's choices: each declared once (name, kind, default, label), so that the settings page, the file
and the code that obeys a choice can never disagree.

    settings = Settings(data_dir / "settings.json")
    settings.text_size              # 100
    settings.text_size = 130        # checked, told to whoever watches, saved at once
    Settings.text_size.label        # "Tekstin koko", a msgid for tr(...)

The file holds the hall's Wi-Fi password: it stays on this machine, readable by its owner alone.
"""

import base64
import json
import logging
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, overload

from fasilitaattori.errors import N_, FasilitaattoriError, StorageError
from fasilitaattori.i18n import LANGUAGE_NAMES
from fasilitaattori.paths import write_atomically

log = logging.getLogger(__name__)

T = TypeVar("T")


class Setting(Generic[T]):
    """One choice. Read on the class it is this declaration, read on an instance its value."""

    def __init__(self, default: T, label: str) -> None:
        self.default = default
        self.label = label
        self.name = ""

    def check(self, value: object) -> T:
        """The value if it will do, else ValueError."""
        if type(value) is not type(self.default):
            raise ValueError(f"{self.name}: {value!r} is not {type(self.default).__name__}")
        return value

    def __set_name__(self, owner: "type[Settings]", name: str) -> None:
        self.name = name
        owner.declared[name] = self

    @overload
    def __get__(self, instance: None, owner: "type[Settings]") -> Self: ...
    @overload
    def __get__(self, instance: "Settings", owner: "type[Settings]") -> T: ...
    def __get__(self, instance: "Settings | None", owner: "type[Settings]") -> Self | T:
        return self if instance is None else instance.value(self)

    def __set__(self, instance: "Settings", value: T) -> None:
        instance.change(**{self.name: value})


class Choice(Setting[str]):
    """One of a few: `choices` maps each value to its label (a msgid)."""

    def __init__(self, default: str, label: str, choices: dict[str, str]) -> None:
        super().__init__(default, label)
        self.choices = choices

    def check(self, value: object) -> str:
        if value not in self.choices:
            raise ValueError(f"{self.name}: {value!r} is not one of {', '.join(self.choices)}")
        return super().check(value)


class Number(Setting[T]):
    """A number from `low` to `high`, both included. Whole if the default is an int."""

    def __init__(self, default: T, label: str, low: float, high: float) -> None:
        super().__init__(default, label)
        self.low, self.high = low, high

    def check(self, value: object) -> T:
        if isinstance(self.default, float) and type(value) is int:
            value = float(value)
        number = super().check(value)
        if not self.low <= cast(float, number) <= self.high:  # nan fails too
            raise ValueError(f"{self.name}: {number} is not from {self.low} to {self.high}")
        return number


class HostName(Setting[str]):
    """A name a computer can have in a network: letters a–z, digits and hyphens. Whatever else is written is made into one."""

    LONGEST = 30

    def check(self, value: object) -> str:
        plain = super().check(value).lower().strip().removesuffix(".local")
        bare = unicodedata.normalize("NFKD", re.sub(r"[ _.]", "-", plain))  # dots and rings part from their letters
        kept = "".join(letter for letter in bare if letter.isascii() and (letter.isalnum() or letter == "-"))
        return kept[: self.LONGEST].strip("-")


class Marks(Setting[str]):
    """Minutes before the end of a step, most first: "10, 5, 1, 0". Whatever stands between the numbers will do."""

    MOST, LONGEST = 6, 120

    def check(self, value: object) -> str:
        text = super().check(value)
        found = sorted({int(number) for number in re.findall(r"\d{1,4}", text)}, reverse=True)
        if re.search(r"[^\d\s,;.]", text) or len(found) > self.MOST or any(number > self.LONGEST for number in found):
            raise ValueError(f"{self.name}: {text!r} is not minutes")
        return ", ".join(str(number) for number in found)


class Colour(Setting[str]):
    """A colour as "#1F4D3F", "" for none."""

    def check(self, value: object) -> str:
        text = super().check(value).strip().upper()
        if text and not re.fullmatch(r"#[0-9A-F]{6}", text):
            raise ValueError(f"{self.name}: {text!r} is not a colour")
        return text


class Picture(Setting[str]):
    """A small picture as base64, so that it is saved with the settings or not at all; "" for none."""

    LONGEST = 200_000

    def check(self, value: object) -> str:
        text = super().check(value)
        if len(text) > self.LONGEST:
            raise ValueError(f"{self.name}: {len(text)} characters")
        base64.b64decode(text, validate=True)
        return text


_THEMES = {"paiva": N_("Päivä"), "ilta": N_("Ilta"), "kontrasti": N_("Kontrasti")}


class Settings:
    """Every choice and its value. Belongs to the main thread; other threads may read. A file that cannot be read
    is no reason not to start: `trouble` then tells what happened, once, in plain words."""

    declared: ClassVar[dict[str, Setting[Any]]] = {}

    language = Choice("fi", N_("Kieli"), LANGUAGE_NAMES)
    theme = Choice("paiva", N_("Väriteema"), {**_THEMES, "jarjestelma": N_("Järjestelmän mukaan")})
    screen_theme = Choice("paiva", N_("Valkokankaan väriteema"), _THEMES)
    text_size = Number(100, N_("Tekstin koko"), 100, 200)  # per cent
    reduce_motion = Setting(False, N_("Vähennä liikettä"))
    show_keys = Setting(True, N_("Näytä pikanäppäimet painikkeissa"))
    time_marks = Marks("5, 1, 0", N_("Muistutukset, minuuttia ennen vaiheen loppua"))
    sound_five_minutes = Setting(True, N_("Muistutus ennen loppua: yksi koputus"))
    sound_one_minute = Setting(True, N_("Viimeinen minuutti: kaksi koputusta"))
    sound_time_up = Setting(True, N_("Aika loppui: kolme kanteleen ääntä"))
    sound_speaking_time = Setting(False, N_("Puheaika loppui: pehmeä naksahdus"))
    sound_volume = Number(70, N_("Äänenvoimakkuus"), 0, 100)  # per cent
    welcomed = Setting(False, N_("Alkuopastus on nähty"))
    wifi_ssid = Setting("", N_("Verkon nimi"))
    wifi_password = Setting("", N_("Verkon salasana"))
    wifi_security = Choice(
        "WPA",
        N_("Verkon suojaus"),
        {
            "WPA": N_("Salasana (WPA)"),
            "WPA3": N_("Salasana, vain WPA3"),
            "open": N_("Avoin, ei salasanaa"),
            "hidden": N_("Piilotettu, salasana (WPA)"),
        },
    )
    network_source = Choice(
        "router",
        N_("Verkon lähde"),
        {"router": N_("Mukana tuotu reititin"), "hall": N_("Kylätalon verkko"), "laptop": N_("Tämä kone jakaa")},
    )
    port = Number(8080, N_("Puhelinten portti"), 1024, 65535)
    address = Setting("", N_("Puhelinten osoite"))  # "": the best one is found by itself
    local_name = HostName("", N_("Verkkonimi"))  # found by some phones as name.local; "": none is announced
    network_tested = Setting("", N_("Verkko, jossa puhelin on kokeiltu"))  # network name and address of the last good test
    organisation = Setting("", N_("Järjestäjä"))
    facilitator = Setting("", N_("Ohjaajan nimi"))
    letterhead_unit = Setting("", N_("Yksikkö tai toimiala"))
    letterhead_address = Setting("", N_("Osoiterivi"))
    letterhead_accent = Colour("", N_("Väri"))  # "": the program's own ink
    letterhead_style = Choice("", N_("Marginaalit"), {"": N_("Ohjelman omat"), "layout": N_("Asiakirjan asettelu")})
    letterhead_logo = Picture("", N_("Logo"))
    letterhead_alt = Setting("", N_("Mitä logossa on"))
    papers_folder = Setting("", N_("Tulosteiden kansio"))  # where a paper was saved last
    hall_distance = Number(12.0, N_("Takarivin etäisyys"), 1, 60)  # metres
    picture_height = Number(1.5, N_("Kuvan korkeus"), 0.3, 10)  # metres

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}  # only what differs from the defaults
        self._unknown: dict[str, Any] = {}  # from a newer version: kept as they came
        self._watchers: list[Callable[[str], None]] = []
        self.trouble: FasilitaattoriError | None = None
        self.is_new = not path.exists()
        """Has nothing been chosen on this machine yet?"""
        self._load()

    def value(self, setting: Setting[T]) -> T:
        """The value of one setting; for code that goes through `declared`."""
        return cast(T, self._values.get(setting.name, setting.default))

    def change(self, **values: object) -> None:
        """Change one or more at once. Raises ValueError (nothing changes) if a value will not do, StorageError
        (the change holds until the program ends) if it could not be saved."""
        checked = {name: self.declared[name].check(value) for name, value in values.items()}
        changed = [name for name, value in checked.items() if value != self.value(self.declared[name])]
        if not changed:
            return
        self._values.update(checked)
        for name in changed:
            for watcher in tuple(self._watchers):
                watcher(name)
        self._save()

    def watch(self, watcher: Callable[[str], None]) -> Callable[[], None]:
        """Call `watcher(name)` after each change; call what this returns to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def _load(self) -> None:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            log.info("settings could not be read: %s", error)
            self.trouble = FasilitaattoriError(
                N_("Asetuksia ei voitu lukea, joten ne ovat nyt oletusarvoissa."),
                N_("Tarkista kansion oikeudet: {folder}"),
                folder=str(self._path.parent),
            )
            return
        try:
            found = json.loads(raw)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or not self._take(found):
            self._keep_aside(raw)

    def _take(self, found: dict[str, Any]) -> bool:
        """Take over every value that will do; tell whether all did."""
        good = True
        for name, value in found.items():
            setting = self.declared.get(name)
            if setting is None:
                self._unknown[name] = value
                continue
            try:
                self._values[name] = setting.check(value)
            except (ValueError, TypeError):
                good = False
        return good

    def _keep_aside(self, raw: bytes) -> None:
        aside = self._path.with_name("settings-broken.json")
        self.trouble = FasilitaattoriError(
            N_("Asetustiedostossa oli virhe. Asetukset, joita ei voitu lukea, ovat nyt oletusarvoissa."),
            N_("Vanha tiedosto on tallessa: {file}"),
            file=str(aside),
        )
        try:
            write_atomically(aside, raw, private=True)
        except OSError as error:
            log.info("the broken settings could not be kept aside: %s", error)
            self.trouble = FasilitaattoriError(self.trouble.message)

    def _save(self) -> None:
        text = json.dumps({**self._unknown, **self._values}, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            write_atomically(self._path, text.encode() + b"\n", private=True)
        except OSError as error:
            raise StorageError(
                N_("Asetusta ei voitu tallentaa. Se on voimassa ohjelman sulkemiseen asti."),
                N_("Tarkista, että levyllä on tilaa ja että kansioon voi kirjoittaa: {folder}"),
                folder=str(self._path.parent),
            ) from error
