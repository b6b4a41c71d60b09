"""What the room of papers says: a form, a ballot and a slip are called what they are called in the hall."""

from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.papersheet import BALLOT, FORM, MANY, ONE, POINTS, TEXT, Sheet, Standing

FEW = 5  # papers added at a time; of fewer, the record's figures before and after tell how they were filled in


def numbered(noun: str, number: int, tr: Translator) -> str:
    """ "Lomake 12"."""
    if noun == BALLOT:
        return tr("Lippu {n}", n=number)
    return tr("Lomake {n}", n=number) if noun == FORM else tr("Lappu {n}", n=number)


def saved(noun: str, number: int, tr: Translator) -> str:
    """ "Lomake 12 tallessa"."""
    if noun == BALLOT:
        return tr("Lippu {n} tallessa", n=number)
    return tr("Lomake {n} tallessa", n=number) if noun == FORM else tr("Lappu {n} tallessa", n=number)


def typed_in(noun: str, count: int, tr: Translator) -> str:
    """How many there are."""
    if noun == BALLOT:
        return tr.n("{n} lippu syötetty", "{n} lippua syötetty", count)
    if noun == FORM:
        return tr.n("{n} lomake syötetty", "{n} lomaketta syötetty", count)
    return tr.n("{n} lappu syötetty", "{n} lappua syötetty", count)


def counting(told: str, *, few: bool, tr: Translator) -> str:
    """What is asked before papers (`told` says how many) are counted; `few` are added to a result that is there already."""
    asked = tr("{papers}. Laskemisen jälkeen niitä ei voi enää avata eikä korjata.", papers=told)
    if not few:
        return asked
    warning = tr("Kun papereita on näin vähän, niiden vastaukset voi päätellä kirjatuista luvuista ennen ja jälkeen.")
    return f"{asked} {warning}"


def empty(noun: str, tr: Translator) -> str:
    """What Enter does with a paper on which nothing stands."""
    if noun == BALLOT:
        return tr("Lippu on tyhjä. Enter uudelleen tallentaa sen tyhjänä äänenä.")
    return tr("Lomake on tyhjä. Enter uudelleen tallentaa sen tyhjänä.")


def closed(sheet: Sheet, standing: Standing, tr: Translator) -> tuple[str, str, str]:
    """Heading, sentence and button where papers can be added only on purpose."""
    if sheet.noun == BALLOT:
        if not standing.done:
            return (
                tr("Äänestys ei ole auki"),
                tr("Voit syöttää liput silti. Ne lasketaan, kun painat Laske mukaan, ja muistio kertoo siitä."),
                tr("Syötä liput"),
            )
        told = tr(
            "Äänestys on suljettu, ja {n} ääntä on laskettu. Lippuja voi vielä lisätä: ne lasketaan tulokseen, kun painat "
            "Laske mukaan, ja muistio kertoo lisäyksestä. Jos lippuja on vain muutama, tuloksen muutos voi paljastaa ne.",
            n=standing.answers,
        )
        return tr("Äänestys on jo laskettu"), told, tr("Lisää lippuja")
    if not standing.done:
        return (
            tr("Kysely ei ole auki"),
            tr("Voit syöttää lomakkeet silti. Ne lasketaan, kun painat Laske mukaan, ja muistio kertoo siitä."),
            tr("Syötä lomakkeet"),
        )
    told = tr(
        "Kysely on suljettu, ja {n} vastausta on laskettu. Lomakkeita voi vielä lisätä: ne lasketaan tuloksiin, kun painat "
        "Laske mukaan, ja muistio kertoo lisäyksestä. Jos lomakkeita on vain muutama, tulosten muutos voi paljastaa ne.",
        n=standing.answers,
    )
    return tr("Kysely on jo laskettu"), told, tr("Lisää lomakkeita")


def keys_of(sheet: Sheet, tr: Translator) -> list[tuple[str, str]]:
    """The keys that do something on this paper, for the list beside it."""
    kinds = {asked.kind for asked in sheet.questions}
    rows: list[tuple[str, str]] = []
    if kinds & {ONE, MANY}:
        rows.append(("1 2 3", tr("Merkitse: paina merkityn kohdan numeroa")))
    if POINTS in kinds:
        rows.append(("1 2 3", tr("Piste vaihtoehdolle; sama uudelleen antaa toisen")))
        if any(asked.each > 3 for asked in sheet.questions):
            rows.append(("2=10", tr("Vaihtoehdolle 2 kymmenen pistettä")))
    rows.append(("Enter", tr("Seuraavaan kohtaan, viimeisestä seuraavaan paperiin")))
    rows.append(("⌫", tr("Peru merkintä, tyhjästä edelliseen kohtaan")))
    if sheet.noun == BALLOT:
        rows.append(("X", tr("Hylätty lippu")))
    elif kinds & {ONE, MANY}:
        rows.append(("X", tr("Merkinnästä ei saa selvää")))
    if TEXT in kinds:
        rows.append(("[…]", tr("Kirjoita näin sanan paikalle, josta ei saa selvää")))
    rows.append(("PgUp", tr("Edellinen paperi, jos siinä on korjattavaa")))
    rows.append(("Ctrl Enter", tr("Tallenna heti, loput jäävät tyhjiksi")))
    return rows
