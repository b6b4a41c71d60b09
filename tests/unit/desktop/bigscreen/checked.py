"""The summary while the hall checks it: ordinary, without phones, just put up, and more than fits."""

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.workshop import running, settling
from fasilitaattori.workshop.checking import Check
from fasilitaattori.workshop.checkingfacts import Mark, Point
from tests.unit.desktop.bigscreen.evening import CODES, COMPOUND, LONG_QUESTION, VERY_LONG, Evening, Made, step_of

POINTS = (
    Point("Pisteet: eniten saivat Kylän olohuone ja kahvila 16, Etätyöhuone ja nopea netti 12, Kuntosali ja jumppa 11"),
    Point("Kyläyhdistys kutsuu koolle työryhmän olohuoneesta ja kahvilasta."),
    Point("Kysytään kunnalta koulun lämmityskulut", "Kyläyhdistys", "31.3."),
    Point("Järjestetään talkoot pihan siistimiseksi", "Talkooväki", "16.5."),
    Point("Ideat ja tulos viedään kunnan tilapalveluihin.", "Kyläyhdistys", "20.4., ilmoitustaulu"),
)


def checked(answers: int = 6, codes: Codes | None = CODES, *, long: bool = False) -> Made:
    """So many phones have marked it, one of them something to be mended, which has been."""

    def made(language: str) -> Scene:
        it = Evening(language, codes)
        it.go(it.plan(step_of("Sovitaan jatkosta", "discussion")), 4)
        it.ledger.do(running.end())
        extreme = [Point(f"{LONG_QUESTION} {n}") for n in range(8)] + [
            Point(VERY_LONG[:300]),
            Point(COMPOUND, COMPOUND, COMPOUND),
        ]
        it.ledger.do(settling.put_up(extreme if long else POINTS))
        check = it.ledger.state.checking.last
        assert check is not None
        if codes is None:
            it.ledger.do(settling.count_hands(19))
        elif answers:
            _answered(it, check, answers)
        return it.scene()

    return made


def _answered(it: Evening, check: Check, answers: int) -> None:
    for number in range(1, answers + 1):
        marks = {point: Mark(True) for point in check.points}
        if number == 1:
            marks["4"] = Mark(False, "Talkoot vasta kesäkuussa")
        it.ledger.do(settling.mark(check.id, number, marks), number)
    point = check.points["4"]
    it.ledger.do(settling.mend("4", f"{point.text[:80]}, kun lumet ovat sulaneet", point.who, point.due))
