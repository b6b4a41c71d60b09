"""Going on after a crash."""

from datetime import UTC, datetime

from fasilitaattori.desktop.resuming import is_rehearsal, rehearsal_title, unfinished
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.workshop.summary import Summary

FI = translator("fi")
EVENING = datetime(2026, 3, 12, 19, 30, tzinfo=UTC)


def _row(title: str, date: str, status: str = "running") -> Summary:
    return Summary(title, title, date=date, status=status)


def test_tonights_running_workshop() -> None:
    tonight = _row("Kyläilta", "2026-03-12")
    assert unfinished([_row("Muu", "2026-03-12", "ready"), tonight], EVENING, FI) is tonight


def test_last_nights_past_midnight() -> None:
    last_night = _row("Kyläilta", "2026-03-11")
    assert unfinished([last_night], EVENING, FI) is last_night


def test_not_an_old_one_nor_a_rehearsal() -> None:
    assert unfinished([_row("Vanha", "2026-02-12"), _row("Päivätön", "")], EVENING, FI) is None
    assert unfinished([_row(rehearsal_title(FI, "Kyläilta"), "2026-03-12")], EVENING, FI) is None


def test_a_rehearsal_is_known_by_its_title_in_every_language() -> None:
    for language in LANGUAGES:
        tr = translator(language)
        assert is_rehearsal(tr, rehearsal_title(tr, "Kyläilta"))
        assert not is_rehearsal(tr, "Kyläilta")
