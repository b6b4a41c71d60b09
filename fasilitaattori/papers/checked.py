"""What the minutes say of the checking in the hall: when, how many took part and agreed, and what became of every correction.

Nobody is named. Of fewer than five people no numbers are told, and a correction stands there as what it is: words.
"""

from datetime import datetime

from fasilitaattori.document.blocks import Block, bullets, paragraph, table
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sections import who
from fasilitaattori.workshop.checking import SHOWN_FROM, Check, Checked, Correction, Tally, ended_at, in_line, tally
from fasilitaattori.workshop.checkingfacts import DIFFERS, KEPT, MENDED
from fasilitaattori.workshop.heading import DIALOGUE, kind_of
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """Every checking in which somebody said something; the last one also while it goes on. The public version has no names of
    participants who answer for something."""
    blocks: list[Block] = []
    for check in told_of(state):
        blocks += [
            paragraph(_when(state, check, tr)),
            paragraph(_how(state, check, tr)),
            _points(state, check, tr, public=public),
        ]
        if check.told:
            blocks += [paragraph(_fates(check, tr)), _corrections(state, check, tr)]
    return blocks


def told_of(state: Workshop) -> list[Check]:
    """The checkings that are worth a word."""
    last = state.checking.last
    return [check for check in state.checking.all.values() if check.answered or check is last]


def brief(state: Workshop, tr: Translator) -> str:
    """A few words for the list of sections."""
    checks = told_of(state)
    if not checks:
        return ""
    if not ended_at(state, checks[-1]):
        return tr("kesken")
    count = sum(len(check.told) for check in checks)
    return tr.n("{n} korjaus", "{n} korjausta", count) if count else tr("ei korjattavaa")


def ask(state: Workshop, tr: Translator) -> str:
    """What a person must still do, "" = nothing."""
    checks = told_of(state)
    if checks and not ended_at(state, checks[-1]):
        return tr("Tarkistus on vielä kesken.")
    left = sum(len(check.unsettled) for check in checks)
    return tr.n("Ratkaise vielä {n} korjausehdotus.", "Ratkaise vielä {n} korjausehdotusta.", left) if left else ""


def place(check: Check, point: Checked) -> int:
    """The number under which the room knows a point, from 1."""
    return list(check.points).index(point.id) + 1


def words(state: Workshop, point: Checked, tr: Translator, *, public: bool) -> str:
    """A point on one line, with who answers for it and by when."""
    return in_line(point.text, who(state, point.who, tr, public=public), point.due)


def _when(state: Workshop, check: Check, tr: Translator) -> str:
    began = datetime.fromisoformat(check.at)
    end = ended_at(state, check)
    if not end:
        return tr("Yhteenveto on tarkistettavana salissa {date} klo {time} alkaen.", date=tr.date(began), time=tr.time(began))
    over = datetime.fromisoformat(end)
    if over.date() != began.date() or tr.time(over) == tr.time(began):
        return tr("Yhteenveto tarkistettiin salissa {date} klo {times}.", date=tr.date(began), times=tr.time(began))
    return tr("Yhteenveto tarkistettiin salissa {date} klo {times}.", date=tr.date(began), times=tr.times(began, over))


def _how(state: Workshop, check: Check, tr: Translator) -> str:
    told = tally(state, check)
    if not told.people:
        return tr("Puhelimella tai kättä nostamalla ei merkitty mitään.")
    if told.people < SHOWN_FROM:
        return tr("Kantaa otti alle viisi henkilöä, joten lukuja ei näytetä.")
    parts = [tr.n("Kantaa otti {n} henkilö", "Kantaa otti {n} henkilöä", told.people)]
    if told.hands and told.phones:
        parts.append(tr("puhelimella {phones} ja kättä nostamalla {hands}", phones=told.phones, hands=told.hands))
    elif told.hands:
        parts.append(tr("kaikki kättä nostamalla"))
    return " ".join([f"{', '.join(parts)}.", *_agreed(check, told, tr)])


def _agreed(check: Check, told: Tally, tr: Translator) -> list[str]:
    """How many agreed. A point that was mended after the marks is told as such: that few have marked its new wording is no
    sign that they disagree."""
    wholly = tr.n(
        "Heistä {n} piti koko yhteenvetoa oikeana sellaisena kuin se tässä on.",
        "Heistä {n} piti koko yhteenvetoa oikeana sellaisena kuin se tässä on.",
        told.wholly,
    )
    if not told.renewed:
        return [wholly]
    numbers = [f"{place(check, check.points[point])}" for point in told.renewed]
    mended = tr.n(
        "Kohta {numbers} korjattiin merkintöjen jälkeen.",
        "Kohdat {numbers} korjattiin merkintöjen jälkeen.",
        len(numbers),
        numbers=tr.listed(numbers),
    )
    said = [mended]
    if len(told.unmarked) == len(told.renewed):
        said.append(tr.n("Uutta sanamuotoa ei merkitty enää.", "Uusia sanamuotoja ei merkitty enää.", len(numbers)))
    if len(told.renewed) < len(check.points):
        said.append(tr.n("Kaikkia muita kohtia piti oikeina {n}.", "Kaikkia muita kohtia piti oikeina {n}.", told.otherwise))
    return [*said, wholly] if told.wholly else said


def _points(state: Workshop, check: Check, tr: Translator, *, public: bool) -> Block:
    told = tally(state, check)
    if told.people < SHOWN_FROM:
        return bullets((words(state, point, tr, public=public) for point in check.points.values()), numbered=True)
    rows = []
    for number, point in enumerate(check.points.values(), 1):
        line = words(state, point, tr, public=public)
        if point.id in told.renewed:
            line += "\n" + tr("Korjattu merkintöjen jälkeen.")
        counts = ("–", "–") if point.id in told.unmarked else (told.right[point.id], told.wrong[point.id])
        rows.append([f"{number}", line, *(f"{count}" for count in counts)])
    header = [tr("Nro"), tr("Tarkistettu kohta"), tr("Oikein"), tr("Korjattava")]
    return table(header, rows, weights=(0.7, 5.6, 1.1, 1.9), right=(2, 3))


def _fates(check: Check, tr: Translator) -> str:
    all_of = check.told
    parts = [tr.n("Korjauksia ehdotettiin {n}.", "Korjauksia ehdotettiin {n}.", len(all_of))]
    by_fate = {how: sum(each.how == how for each in all_of) for how in (MENDED, DIFFERS, KEPT, "")}
    if by_fate[MENDED]:
        parts.append(tr.n("Tekstiin niistä vietiin {n}.", "Tekstiin niistä vietiin {n}.", by_fate[MENDED]))
    if by_fate[DIFFERS]:
        parts.append(tr.n("Eriävänä näkemyksenä kirjattiin {n}.", "Eriävänä näkemyksenä kirjattiin {n}.", by_fate[DIFFERS]))
    if by_fate[KEPT]:
        parts.append(tr.n("Ennalleen jätettiin {n}.", "Ennalleen jätettiin {n}.", by_fate[KEPT]))
    if by_fate[""]:
        parts.append(tr.n("Ratkaisematta on {n}.", "Ratkaisematta on {n}.", by_fate[""]))
    return " ".join(parts)


def _corrections(state: Workshop, check: Check, tr: Translator) -> Block:
    rows = [[f"{place(check, check.points[each.point])}", each.words, fate(state, each, tr)] for each in check.told]
    return table([tr("Nro"), tr("Mitä ehdotettiin"), tr("Mitä siitä seurasi")], rows, weights=(0.7, 4, 4))


def fate(state: Workshop, correction: Correction, tr: Translator) -> str:
    """What became of a correction. In a dialogue a differing view is a perspective among others."""
    match correction.how:
        case "mended":
            return tr("Teksti korjattiin.")
        case "differs" if kind_of(state) == DIALOGUE:
            return tr("Kirjattiin toisena näkökulmana.")
        case "differs":
            return tr("Kirjattiin eriävänä näkemyksenä.")
        case "kept":
            return tr("Teksti jätettiin ennalleen: {why}", why=correction.why)
        case _:
            return tr("Ei vielä ratkaistu.")
