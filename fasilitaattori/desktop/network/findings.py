"""The checks as the facilitator reads them: each in words, with at most one thing to do about it. No Qt here.

Nothing is called fine that has not been tried. A firewall cannot be looked into, so it is fine only once another device has
come through it.
"""

from collections.abc import Sequence

from fasilitaattori.desktop.network import waysin
from fasilitaattori.desktop.network.facts import TROUBLED, Facts, Stage, shown
from fasilitaattori.desktop.network.finding import BAD, CHECKING, INFO, OK, WAITING, Finding
from fasilitaattori.i18n import Translator

KEYS = ("address", "port", "page", "phone", "firewall", "crowd", "screen", "power", "awake")
LOOPBACK = "127."  # the machine's address to itself tells nothing of networks
_LIVE_SCREEN = {"on", "lost"}


def findings(facts: Facts, tr: Translator) -> list[Finding]:
    """Every row, in the order in which they are checked. A row that makes no sense on this machine is left out."""
    rows = [_address, _port, _page, waysin.phone, waysin.firewall, waysin.crowd, _screen, _power, _awake]
    return [found for row in rows if (found := row(facts, tr)) is not None]


def verdict(rows: Sequence[Finding], tr: Translator) -> tuple[str, str, str]:
    """The whole in a few words: (words, kind of tag, icon)."""
    states = {row.key: row.state for row in rows}
    bad = sum(1 for state in states.values() if state == BAD)
    if CHECKING in states.values():
        return tr("Tarkistetaan"), "line", "hourglass-medium"
    if bad:
        return tr.n("{n} asia vaatii huomiota", "{n} asiaa vaatii huomiota", bad), "savi", "warning"
    if states.get("phone") != OK:
        return tr("Kokeile vielä puhelimella"), "jarvi", "device-mobile"
    if states.get("screen") != OK:
        return tr("Puhelinten yhteys on kunnossa"), "kuusi", "check-circle"
    return tr("Kaikki kunnossa. Voit aloittaa."), "kuusi", "check-circle"


def _address(facts: Facts, tr: Translator) -> Finding:
    key, chosen = "address", facts.chosen
    if facts.stage == Stage.ADDRESS:
        return Finding(key, CHECKING, tr("Koneen osoite"), tr("Katsotaan, missä verkoissa tämä kone on."))
    if chosen is None:
        near = next((tr(each.why) for each in facts.found if not each.address.startswith(LOOPBACK)), "")
        why = near or tr("Yhdistä kone verkkoon, niin osoite löytyy itsestään.")
        return Finding(key, BAD, tr("Kone ei ole verkossa"), why, "choose", tr("Näytä osoitteet"))
    place = f"{_capital(tr(chosen.why))}, {chosen.interface}."
    title = tr("Puhelinten osoite on {address}", address=chosen.address)
    if facts.wanted and facts.wanted != chosen.address:
        title = tr("Valitsemasi osoite {address} ei ole nyt käytössä", address=facts.wanted)
        text = tr("Puhelimet ohjataan osoitteeseen {address}.", address=chosen.address)
        return Finding(key, BAD, title, f"{text} {place}", "auto", tr("Käytä sitä"))
    if facts.wanted:
        return Finding(key, OK, title, f"{place} {tr('Valitsit sen itse.')}", "choose", tr("Vaihda"))
    if facts.source == "laptop" and chosen.kind != "hotspot":
        title, text = tr("Tämän koneen jakamaa verkkoa ei näy"), tr("Osoite on nyt {address}.", address=chosen.address)
        return Finding(key, BAD, title, f"{text} {place}", "share", tr("Näytä ohje"))
    several = sum(1 for each in facts.found if each.likely) > 1
    how = tr("Valittu itsestään, muitakin on.") if several else tr("Valittu itsestään.")
    return Finding(key, OK, title, f"{place} {how}", "choose", tr("Vaihda"))


def _port(facts: Facts, tr: Translator) -> Finding:
    key, port = "port", facts.port
    if facts.stage <= Stage.PORT and not facts.port_state:
        return Finding(key, CHECKING, tr("Portti {port}", port=port), tr("Katsotaan, saako puhelinsivu sen."))
    if facts.port_state in TROUBLED:
        title, text = _port_trouble(facts, tr)
        text = f"{text} {tr('Uusi portti muuttaa osoitetta ja koodeja.')}"
        verb = tr("Käytä porttia {port}", port=facts.next_port) if facts.next_port else tr("Valitse portti")
        return Finding(key, BAD, title, text, "port" if facts.next_port else "choose", verb)
    if facts.port_state == "room":
        text = tr("Huone on auki puhelimille.") if facts.open else tr("Puhelinsivu vastaa siinä. Huone avautuu, kun aloitat.")
        return Finding(key, OK, tr("Portti {port} on tämän ohjelman käytössä", port=port), text)
    text = tr("Kokeilusivu vastaa siinä, kun tämä näkymä on auki.") if facts.port_state == "trial" else ""
    return Finding(key, OK, tr("Portti {port} on vapaa", port=port), text)


def _port_trouble(facts: Facts, tr: Translator) -> tuple[str, str]:
    """What kind of trouble it is: (what happened, what it means)."""
    port = facts.port
    if facts.port_state == "ours":
        text = tr("Sulje se, jos se jäi turhaan auki.")
        return tr("Portti {port} on toisen Fasilitaattorin käytössä", port=port), text
    if facts.port_state == "taken" and facts.port_by:
        text = tr("Sulje se, jos et tarvitse sitä.")
        return tr("Portti {port} on ohjelman {program} käytössä", port=port, program=facts.port_by), text
    if facts.port_state == "taken":
        return tr("Portti {port} on toisen ohjelman käytössä", port=port), tr("Puhelimet eivät pääse sisään.")
    if facts.port_kept is not None:
        first, last = facts.port_kept
        text = tr("Se on varannut portit {first}–{last} omaan käyttöönsä.", first=first, last=last)
        return tr("Windows ei anna porttia {port}", port=port), text
    return tr("Käyttöjärjestelmä ei anna porttia {port}", port=port), tr("Puhelimet eivät pääse sisään.")


def _page(facts: Facts, tr: Translator) -> Finding:
    key, url = "page", f"http://{shown(facts.url)}"
    if facts.chosen is None or facts.port_state in TROUBLED:
        return Finding(key, WAITING, tr("Puhelinsivu"), tr("Kokeillaan, kun osoite ja portti ovat kunnossa."))
    if facts.stage < Stage.DONE:
        return Finding(key, CHECKING, tr("Puhelinsivu"), tr("Kokeillaan, vastaako {url}", url=url))
    if facts.trouble:
        return Finding(key, BAD, tr("Puhelinsivu ei avaudu"), facts.trouble, "retry", tr("Kokeile uudelleen"))
    if facts.seconds is None:
        text = tr("{url} ei vastannut tälle koneelle.", url=url)
        return Finding(key, BAD, tr("Puhelinsivu ei avaudu"), text, "retry", tr("Kokeile uudelleen"))
    title = tr("Kokeilusivu avautuu") if facts.port_state == "trial" else tr("Puhelinsivu avautuu")
    text = tr("{url} vastasi tälle koneelle {seconds} sekunnissa.", url=url, seconds=_seconds(facts.seconds, tr))
    return Finding(key, OK, title, text)


def _screen(facts: Facts, tr: Translator) -> Finding:
    key, fix, verb = "screen", "test", tr("Näytä testikuva")
    if facts.mirrored:
        return Finding(key, BAD, tr("Projektori peilaa tätä näyttöä"), facts.mirrored, fix, verb)
    if facts.screen == "lost":
        return Finding(key, BAD, tr("Valkokangas irti"), tr("Tarkista johto. Kuva palaa itsestään."), fix, verb)
    if facts.screen == "absent":
        text = tr(
            "Kytke videotykki tai televisio. Se löytyy itsestään. Jos siinä näkyy sama kuva kuin koneella, valitse koneen "
            "näyttöasetuksista Laajenna."
        )
        return Finding(key, INFO, tr("Toista näyttöä ei ole"), text, fix, verb)
    title = tr("Valkokangas on päällä") if facts.screen in _LIVE_SCREEN else tr("Valkokangas löytyi")
    text = tr("{display}, toinen näyttö.", display=facts.display) if facts.display else ""
    return Finding(key, OK, title, text, fix, verb)


def _power(facts: Facts, tr: Translator) -> Finding | None:
    if facts.plugged is None:
        return None
    key, percent = "power", tr.number(facts.percent)
    if facts.plugged:
        return Finding(key, OK, tr("Laturi on kiinni"), tr("Akussa on virtaa {percent} %.", percent=percent))
    text = tr("Akussa on {percent} %. Kytke laturi ennen iltaa.", percent=percent)
    return Finding(key, BAD, tr("Kone on akun varassa"), text)


def _awake(facts: Facts, tr: Translator) -> Finding | None:
    """Told only where it cannot be done: a machine that stays awake is what everybody expects."""
    if not facts.sleepy:
        return None
    text = tr("Ohjelma ei saa estää sitä tällä koneella. Ota lepotila pois koneen virta-asetuksista illan ajaksi.")
    return Finding("awake", INFO, tr("Kone voi mennä lepotilaan kesken illan"), text)


def _seconds(seconds: float, tr: Translator) -> str:
    """Two decimals, three when it is quicker than that."""
    return tr.number(seconds, 2 if seconds >= 0.01 else 3)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
