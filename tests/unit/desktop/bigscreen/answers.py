"""Moments of an evening in which people answer: walls of ideas, votes and surveys."""

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.workshop import running
from tests.unit.desktop.bigscreen.evening import (
    CODES,
    COMPOUND,
    LABELS,
    LONG_NOTE,
    SURVEY,
    THEMES,
    WALL,
    Evening,
    Made,
    step_of,
)


def wall(
    notes: int = 24,
    *,
    themes: int = 4,
    long: bool = False,
    raised: bool = False,
    question: str = "Mitä vanhalle koululle voisi tehdä?",
    codes: Codes | None = CODES,
    columns: bool = False,
) -> Made:
    """An idea wall with so many notes, dealt to so many themes; the last note has just come."""

    def made(language: str) -> Scene:
        it = Evening(language, codes)
        names = [*THEMES, COMPOUND, "Elinvoima, yrittäminen ja työ", "Seitsemäs"][:themes]
        kind = {"columns": names} if columns else {"themes": names}
        step = it.plan(step_of("Ideaseinä", "ideas", 20, "yksin", prompt=question, **kind))
        it.go(step, 3)
        ids = []
        for index in range(notes):
            words = LONG_NOTE if long and index % 5 == 0 else WALL[index % len(WALL)]
            ids += it.ledger.do(ideas.add(step, words))
            if index < notes - 1:
                it.ledger.wait(9 if index == notes - 2 else 1)
        found = it.ledger.state.tool(it.ledger.state.plan.need(step)).themes
        for index, theme in enumerate(found):
            some = ids[index :: len(found)]
            if some and notes > 3:
                it.ledger.do(ideas.move(step, some, theme.id))
        if notes > 12:
            it.ledger.do(ideas.merge(step, [ids[0], ids[themes or 1]]))
        if raised:
            it.ledger.do(ideas.raise_up(step, ids[0]))
        return it.scene()

    return made


def ballot(
    kind: str = "dots", candidates: int = 7, *, long: bool = False, codes: Codes | None = CODES, question: str = ""
) -> Made:
    """A vote that is open: two phones have voted."""
    return _vote(kind, candidates, long, codes, question, counted=False)


def result(
    kind: str = "dots", candidates: int = 7, *, long: bool = False, hands: int = 6, question: str = "", nobody: bool = False
) -> Made:
    """A vote that is counted. `nobody` has voted in it."""
    return _vote(kind, candidates, long, CODES, question, counted=True, hands=hands, nobody=nobody)


def _vote(
    kind: str,
    count: int,
    long: bool,
    codes: Codes | None,
    question: str,
    *,
    counted: bool,
    hands: int = 0,
    nobody: bool = False,
) -> Made:
    def made(language: str) -> Scene:
        it = Evening(language, codes)
        options = [LONG_NOTE if long and index % 4 == 0 else f"{WALL[index % len(WALL)]}" for index in range(count)]
        step = it.plan(
            step_of(
                "Pisteäänestys" if kind != "scale" else "Nyrkistä viiteen",
                "vote",
                10,
                "aani",
                question=question or "Mistä ehdotuksista aloitamme?",
                kind=kind,
                dots=3,
                per_option=3,
                max_choices=2,
                options=options,
                labels=LABELS if kind == "scale" else [],
            )
        )
        it.go(step, 4)
        points = {"dots": 3}.get(kind, 1)
        voters = 0 if nobody or (not count and kind != "scale") else 8 if counted else 2
        for voter in range(1, voters + 1):
            key = str(voter % 4 + 2) if kind == "scale" else f"option-{voter % max(1, min(count, 5))}"
            it.ledger.send(voter, "vote.cast", choices={key: points} if voter != 7 else {})
        if counted:
            it.ledger.do(running.close_step())
        if hands and counted:
            keys = [str(index) for index in range(6)] if kind == "scale" else [f"option-{index}" for index in range(count)]
            it.ledger.do(vote.count_hands(step, {key: hands + 40 // (place + 1) for place, key in enumerate(keys[:9])}, hands))
        return it.scene()

    return made


def survey(
    answers: int = 6, *, counted: bool = True, intro: str = "Neljä lyhyttä kysymystä. Minkä tahansa saa ohittaa."
) -> Made:
    """A survey with so many answers."""

    def made(language: str) -> Scene:
        it = Evening(language)
        step = it.plan(step_of("Palaute ja kiitos", "survey", 5, "yksin", intro=intro, questions=SURVEY))
        it.go(step, 2)
        for author in range(1, answers + 1):
            given = {"a": author % 5 + 1, "b": author % 3, "c": [0, 1], "d": f"Salainen sana {author}"}
            if author > 3:
                given.pop("c")
            it.ledger.send(author, "survey.answered", answers=given)
        if counted:
            it.ledger.do(running.close_step())
        return it.scene()

    return made
