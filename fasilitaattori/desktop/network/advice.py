"""What to do, step by step and in plain words, where the program itself can do nothing: switching a router on, letting phones
through the firewall. The steps depend on where the network comes from and on the operating system (`sys.platform`). No Qt here.
"""

from dataclasses import dataclass

from fasilitaattori.i18n import Translator


@dataclass(frozen=True, slots=True)
class Step:
    """One step; the icon is its picture."""

    icon: str
    words: str


def getting_a_network(source: str, platform: str, tr: Translator) -> list[Step]:
    """How the laptop gets into a network that phones can join, in three steps."""
    if source == "laptop":
        first, second = sharing(platform, tr)
    elif source == "hall":
        first = Step("key", tr("Kysy talon verkon nimi ja salasana."))
        second = Step("wifi-high", tr("Yhdistä tämä kone siihen, langattomasti tai johdolla."))
    else:
        first = Step("power", tr("Kytke reititin pistorasiaan ja odota pari minuuttia."))
        second = Step("wifi-high", tr("Yhdistä tämä kone reitittimeen, langattomasti tai johdolla."))
    return [first, second, Step("qr-code", tr("Odota hetki. Koodit tulevat tähän itsestään, kun yhteys on päällä."))]


def sharing(platform: str, tr: Translator) -> list[Step]:
    """How this machine shares a network of its own, in two steps."""
    if platform == "win32":
        return [
            Step("gear-six", tr("Avaa Windowsin asetuksista Verkko ja Internet ja sieltä mobiilihotspot.")),
            Step("power", tr("Kytke se päälle. Jos Windows vaatii ensin nettiyhteyden, ota mukaan reititin.")),
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
        Step("wifi-high", f"{joined} {tr('Jos se varoittaa, ettei nettiä ole, valitse Pysy verkossa.')}"),
        Step("device-mobile", tr("Kytke puhelimen mobiilidata hetkeksi pois.")),
        Step("keyboard", tr("Kirjoita selaimen osoiteriville http://{address}", address=address)),
        Step("share-network", guests),
        Step("lock-simple-open", tr("Jos sivu aukeaa tällä koneella muttei millään puhelimella, katso palomuurin ohje.")),
    ]


def firewall(platform: str, port: int, tr: Translator) -> list[Step]:
    """How to let phones through the laptop's own firewall, which no program can look into."""
    if platform == "win32":
        return [
            Step("question", tr("Jos Windows kysyi, saako Fasilitaattori käyttää verkkoa, salli se kaikissa verkoissa.")),
            Step("magnifying-glass", tr("Muuten avaa Käynnistä-valikko ja kirjoita: salli sovellus palomuurin läpi.")),
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
