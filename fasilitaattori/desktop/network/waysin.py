"""The checks of what lies between the laptop and the phones: the phone that was tried, the firewall, whether the network lets
devices see each other, and how many it carries. Much of it can only be suspected from here, and is told so. No Qt here."""

from fasilitaattori.desktop.network.advice import HOTSPOT_CARRIES, POINT_CARRIES
from fasilitaattori.desktop.network.facts import Facts
from fasilitaattori.desktop.network.finding import BAD, INFO, OK, OPEN, WAITING, Finding
from fasilitaattori.desktop.network.firewalls import OFF, ON, PUBLIC, SHUT
from fasilitaattori.i18n import Translator


def phone(facts: Facts, tr: Translator) -> Finding:
    """A phone's round trip: fine only once one has sent something."""
    key, verb = "phone", tr("Näytä ohje")
    if facts.chosen is None:
        return Finding(key, WAITING, tr("Puhelin"), tr("Kokeillaan, kun kone on verkossa."))
    if facts.posted:
        text = tr.n(
            "{n} muu laite on avannut sivun ja lähettänyt siltä viestin.",
            "{n} muuta laitetta on avannut sivun ja lähettänyt siltä viestin.",
            facts.posted,
        )
        return Finding(key, OK, tr("Yhteys puhelimeen toimii molempiin suuntiin"), text)
    if facts.visitors:
        text = tr("Paina puhelimessa vielä Kokeile yhteyttä. Tämä rivi vaihtuu sitten.")
        if facts.open:
            text = tr("Liity puhelimella vielä mukaan. Tämä rivi vaihtuu sitten.")
        return Finding(key, OPEN, tr("Sivu aukesi puhelimessa"), text, "help", verb)
    text = tr("Lue koodit 1 ja 2 omalla puhelimella. Tämä rivi vaihtuu, kun sivu aukeaa.")
    if facts.tested:
        text = tr("Toimi tässä verkossa aiemmin. Kokeile vielä nyt koodeilla 1 ja 2.")
    return Finding(key, OPEN, tr("Puhelinta ei ole vielä kokeiltu"), text, "help", verb)


def firewall(facts: Facts, tr: Translator) -> Finding:
    """What is read, or suspected, of whatever stops phones on the way."""
    key, verb, wall = "firewall", tr("Näytä ohje"), facts.firewall
    if facts.visitors or facts.posted:
        return Finding(key, OK, tr("Palomuuri päästää puhelimen läpi"), tr("Muu laite on jo käynyt sivulla."))
    if wall.state == SHUT:
        text = tr("Palomuurin asetus estää kaikki saapuvat yhteydet. Kytke esto pois.")
        return Finding(key, BAD, tr("Palomuuri ei päästä ketään sisään"), text, key, verb)
    if wall.state == PUBLIC:
        text = tr("Silloin se usein estää puhelimet. Vaihda verkko yksityiseksi.")
        return Finding(key, BAD, tr("Windows pitää tätä verkkoa julkisena"), text, key, verb)
    if facts.neighbours == 0 and facts.chosen is not None:
        text = tr("Jos puhelin on jo siinä, verkko ehkä pitää laitteet erillään.")
        return Finding(key, INFO, tr("Verkossa ei näy muita laitteita"), text, "apart", verb)
    if wall.state == OFF:
        text = tr("Jos sivu ei aukea puhelimessa, syy on luultavasti verkossa.")
        return Finding(key, INFO, tr("Palomuuri ei ole päällä"), text, "apart", verb)
    if facts.neighbours:
        text = tr.n(
            "Verkossa näkyy {n} muu laite. Jos se on puhelimesi, eikä sivu aukea, epäile palomuuria.",
            "Verkossa näkyy {n} muuta laitetta. Jos jokin niistä on puhelimesi, eikä sivu aukea, epäile palomuuria.",
            facts.neighbours,
        )
        return Finding(key, INFO, tr("Palomuuri voi estää puhelimet"), text, key, verb)
    title = tr("Palomuuria ei voi tarkistaa koneelta käsin")
    if wall.state == ON:
        title = tr("Palomuuri {name} on päällä", name=wall.name) if wall.name else tr("Palomuuri on päällä")
    return Finding(key, INFO, title, tr("Jos sivu aukeaa tällä koneella muttei puhelimella, salli yhteydet."), key, verb)


def crowd(facts: Facts, tr: Translator) -> Finding | None:
    """Does the network carry those who are expected? None = it does, or nobody has said how many come."""
    key, verb = "crowd", tr("Näytä ohje")
    if facts.source == "laptop" and facts.expected > HOTSPOT_CARRIES:
        title = tr("Koneen oma verkko ei riitä näin monelle")
        text = tr("Iltaan odotetaan {people}, ja koneen verkko kantaa 8–10 puhelinta.", people=facts.expected)
        return Finding(key, BAD, title, text, key, verb)
    if facts.source != "laptop" and facts.expected > POINT_CARRIES:
        title = tr("Yksi tukiasema ei ehkä riitä")
        text = tr("Iltaan odotetaan {people}, ja tukiasema kantaa noin {most}.", people=facts.expected, most=POINT_CARRIES)
        return Finding(key, INFO, title, text, key, verb)
    return None
