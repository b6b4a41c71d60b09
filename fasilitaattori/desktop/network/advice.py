"""What to do, step by step and in plain words, where the program itself can do nothing: switching a router on, letting phones
through the firewall. The steps depend on where the network comes from and on the operating system (`sys.platform`). No Qt here.
"""

from dataclasses import dataclass

from fasilitaattori.i18n import Translator

HOTSPOT_CARRIES = 8
"""Phones that a laptop's or a phone's own network carries for certain: Windows stops at 8, others at about 10."""
POINT_CARRIES = 50
"""Phones that one small business access point carries."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step; the icon is its picture."""

    icon: str
    words: str


def getting_a_network(source: str, platform: str, tr: Translator) -> list[Step]:
    """How the laptop gets into a network that phones can join, in three steps (and one more on Windows)."""
    if source == "laptop":
        steps = sharing(platform, tr)
    elif source == "hall":
        steps = [
            Step("key", tr("Kysy talon verkon nimi ja salasana.")),
            Step("wifi-high", tr("Yhdistä tämä kone siihen, langattomasti tai johdolla.")),
        ]
    else:
        steps = [
            Step("power", tr("Kytke reititin pistorasiaan ja odota pari minuuttia.")),
            Step("wifi-high", tr("Yhdistä tämä kone reitittimeen, langattomasti tai johdolla.")),
        ]
    return [*steps, Step("qr-code", tr("Odota hetki. Koodit tulevat tähän itsestään, kun yhteys on päällä."))]


def sharing(platform: str, tr: Translator) -> list[Step]:
    """How this machine shares a network of its own, in two or three steps."""
    if platform == "win32":
        return [
            Step("gear-six", tr("Avaa Windowsin asetuksista Verkko ja Internet ja sieltä mobiilihotspot.")),
            Step("power", tr("Kytke se päälle. Ilman yhteyttä, jota jakaa, Windows ei käynnistä sitä.")),
            Step(
                "device-mobile",
                tr("Silloin jaa verkko puhelimesta, 8–10 laitteelle, tai ota mukaan reititin. Nettiä ei tarvita."),
            ),
        ]
    if platform == "darwin":
        return [
            Step("gear-six", tr("Avaa Järjestelmäasetukset, Yleiset ja Jako, ja sieltä Internet-yhteyden jakaminen.")),
            Step("power", tr("Jaa yhteys Wi-Fin kautta ja kytke jakaminen päälle.")),
        ]
    return [
        Step("gear-six", tr("Avaa järjestelmän asetuksista Wi-Fi.")),
        Step("power", tr("Kytke valikosta päälle Wi-Fi-yhteyspiste.")),
    ]


def if_the_page_stays_shut(source: str, ssid: str, address: str, tr: Translator) -> list[Step]:
    """What to try on a phone on which the page does not open, the likeliest first."""
    if ssid:
        joined = tr("Katso puhelimesta, että se on verkossa {name}.", name=ssid)
    else:
        joined = tr("Katso puhelimesta, että se on samassa verkossa kuin tämä kone.")
    if source == "hall":
        guests = tr("Talon vierasverkko voi estää laitteita näkemästä toisiaan. Silloin tarvitaan oma reititin.")
    elif source == "laptop":
        guests = tr("Katso, että koneen jakama verkko on yhä päällä.")
    else:
        guests = tr("Jos reitittimessä on vierasverkko, käytä sen sijaan reitittimen omaa verkkoa.")
    return [
        Step("wifi-high", joined),
        Step("device-mobile", tr("Android kysyy, pysytäänkö verkossa ilman nettiä: valitse Pysy ja Älä kysy uudelleen.")),
        Step("device-mobile", tr("iPhone sanoo, ettei internet-yhteyttä ole: valitse Käytä ilman internetiä.")),
        Step("x-circle", tr("Kytke puhelimen mobiilidata hetkeksi pois.")),
        Step("keyboard", tr("Kirjoita selaimen osoiteriville http://{address}", address=address)),
        Step("share-network", guests),
        Step("lock-simple-open", tr("Jos sivu aukeaa tällä koneella muttei millään puhelimella, katso palomuurin ohje.")),
    ]


def firewall(platform: str, port: int, tr: Translator) -> list[Step]:
    """How to let phones through the laptop's own firewall."""
    if platform == "win32":
        return [
            Step("question", tr("Jos Windows kysyi, saako Fasilitaattori käyttää verkkoa, salli se kaikissa verkoissa.")),
            Step("gear-six", tr("Avaa Asetukset, Verkko ja Internet ja tämän verkon ominaisuudet. Valitse Yksityinen.")),
            Step("magnifying-glass", tr("Jos se ei auta, avaa Käynnistä-valikko ja kirjoita: salli sovellus palomuurin läpi.")),
            Step("check-square", tr("Merkitse Fasilitaattori sallituksi sekä yksityisessä että julkisessa verkossa.")),
            Step("briefcase", tr("Työnantajan kone voi kieltää tämän. Silloin pyydä lupa koneen ylläpitäjältä.")),
        ]
    if platform == "darwin":
        return [
            Step("gear-six", tr("Avaa Järjestelmäasetukset, Verkko ja Palomuuri.")),
            Step("check-square", tr("Jos palomuuri on päällä, avaa Valinnat ja salli Fasilitaattorille saapuvat yhteydet.")),
            Step("x-circle", tr("Katso, ettei Estä kaikki saapuvat yhteydet ole valittuna.")),
        ]
    return [
        Step("info", tr("Monessa Linux-koneessa palomuuri ei ole päällä, eikä mitään tarvitse tehdä.")),
        Step("keyboard", f"{tr('Ubuntussa salli yhteydet tällä komennolla:')}\nsudo ufw allow {port}/tcp"),
        Step("keyboard", f"{tr('Fedorassa salli ne tällä komennolla:')}\nsudo firewall-cmd --add-port={port}/tcp"),
    ]


def devices_apart(source: str, tr: Translator) -> list[Step]:
    """What to try when the network seems to keep its devices from seeing each other."""
    steps = [
        Step("wifi-high", tr("Katso puhelimesta, että se on samassa verkossa kuin tämä kone, ei vierasverkossa.")),
        Step("device-mobile", tr("Avaa sivu puhelimella vielä kerran, mobiilidata pois kytkettynä.")),
    ]
    if source == "hall":
        return [
            *steps,
            Step(
                "users",
                tr("Kysy talosta, onko verkossa laitteiden eristys (client isolation). Sen voi poistaa vain ylläpitäjä."),
            ),
            Step("share-network", tr("Jos on, ota käyttöön oma reititin. Nettiä siihen ei tarvita.")),
        ]
    if source == "laptop":
        return [
            *steps,
            Step("share-network", tr("Kytke koneen jakama verkko pois ja takaisin päälle, tai ota mukaan reititin.")),
        ]
    return [
        *steps,
        Step("gear-six", tr("Katso reitittimen asetuksista, ettei laitteiden eristys (AP isolation) ole päällä.")),
        Step("share-network", tr("Käytä reitittimen omaa verkkoa, ei sen vierasverkkoa.")),
    ]


def for_many(source: str, tr: Translator) -> list[Step]:
    """How a hall full of phones gets into the network."""
    most = POINT_CARRIES
    steps = [
        Step("laptop", tr("Kannettavan tai puhelimen jakama verkko kantaa 8–10 puhelinta.")),
        Step("wifi-high", tr("Pieni yrityskäyttöön tehty tukiasema kantaa noin {most} puhelinta.", most=most)),
    ]
    if source == "laptop":
        steps.append(Step("share-network", tr("Ota mukaan reititin ja valitse verkon lähteeksi Mukana tuotu reititin.")))
    else:
        steps.append(Step("share-network", tr("Suurempaan saliin kytke toinen tukiasema johdolla samaan verkkoon.")))
    steps.append(
        Step("users", tr("Puhelimen voi myös jakaa: painike Seuraava henkilö on jokaisen sivulla. Paperi käy yhtä hyvin."))
    )
    return steps
