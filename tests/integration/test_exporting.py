"""Papers and data of a workshop from the command line, read beside whoever has the log open."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from fasilitaattori.app.exporting import FORMS, export_everything, export_workshop
from fasilitaattori.cli import main
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.log.database import open_writer
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.store import add_events, set_summary
from fasilitaattori.workshop import closing, record
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.summary import summarise
from tests.unit.papers.evening import village_evening

PATIENCE = 180


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which the village's evening was held, and held again without a word."""
    folder = tmp_path / "data"
    engine, raw = open_writer(folder / FILE)
    evening = village_evening()
    with engine.begin() as connection:
        add_events(connection, [msgspec.structs.replace(event, stream="ilta") for event in evening.replica.events])
        set_summary(connection, summarise(evening.state))
    engine.dispose()
    raw.close()
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fasilitaattori", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_every_paper_in_every_form(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "paperit"
    done = run("export", "kyläkoulun uusi elämä", "--data", str(data), "--as", ",".join(FORMS), "--out", str(out))
    assert done.returncode == 0, done.stderr
    written = {file.name for file in out.iterdir()}
    assert {line.rpartition("/")[2] for line in done.stdout.splitlines()} == written
    for form in ("pdf", "docx", "odt", "html", "md", "txt"):
        assert f"Muistio Kyläkoulun uusi elämä luonnos.{form}" in written
    for form in ("xlsx", "json"):
        assert f"Aineisto Kyläkoulun uusi elämä.{form}" in written
    assert "Aineisto Kyläkoulun uusi elämä Ideat.csv" in written
    assert {name for name in written if name.startswith("QR-juliste")} == {"QR-juliste Kyläkoulun uusi elämä.pdf"}
    assert not [file for file in out.iterdir() if not file.stat().st_size]


def test_the_language_may_be_chosen(data: Path, tmp_path: Path) -> None:
    done = run("export", "ilta", "--data", str(data), "--as", "md,csv", "--language", "sv", "--out", str(tmp_path / "ut"))
    assert done.returncode == 0, done.stderr
    assert "Promemoria Kyläkoulun uusi elämä utkast.md" in {file.name for file in (tmp_path / "ut").iterdir()}


def test_everything_in_every_language(data: Path, tmp_path: Path) -> None:
    files = export_everything(data, "ilta", tmp_path)
    names = {language: sorted(file.name for file in (tmp_path / language).iterdir()) for language in LANGUAGES}
    assert sorted(files) == sorted(tmp_path / language / name for language, found in names.items() for name in found)
    assert len({len(found) for found in names.values()}) == 1
    for language, minutes, poster in (
        ("fi", "Muistio Kyläkoulun uusi elämä luonnos.pdf", "QR-juliste Kyläkoulun uusi elämä.pdf"),
        ("sv", "Promemoria Kyläkoulun uusi elämä utkast.pdf", "QR-affisch Kyläkoulun uusi elämä.pdf"),
        ("en", "Memo Kyläkoulun uusi elämä draft.pdf", "QR poster Kyläkoulun uusi elämä.pdf"),
    ):
        assert {minutes, poster} <= set(names[language])


def test_wrong_use_is_answered_plainly(data: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    unknown = run("export", "Mansikkamäki", "--data", str(data), "--out", out)
    assert (unknown.returncode, unknown.stderr) == (
        1,
        "Työpajaa Mansikkamäki ei löydy. Tarkista nimi ja kansio (--data).\n",
    )
    assert not Path(out).exists()
    form = run("export", "ilta", "--data", str(data), "--as", "pdf,rtf", "--out", out)
    assert form.returncode == 2
    assert "rtf" in form.stderr
    (tmp_path / "tiedosto").write_text("")
    full = run("export", "ilta", "--data", str(data), "--out", str(tmp_path / "tiedosto" / "x"))
    assert full.returncode == 1
    assert "Valitse toinen kansio." in full.stderr
    assert "Traceback" not in full.stderr


def test_a_series_is_written_from_every_workshop_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    engine, raw = open_writer(folder / FILE)
    with engine.begin() as connection:
        for number, title in enumerate(("Kuikkaperä", "Hepokylä"), 1):
            evening = village_evening()
            evening.do(set_info(title=title, series="Kylien dialogit"))
            stream = f"ilta-{number}"
            events = [
                msgspec.structs.replace(event, stream=stream, id=f"{event.id[:-1]}{number}", device=f"d{number}")
                for event in evening.replica.events
            ]
            add_events(connection, events)
            set_summary(connection, msgspec.structs.replace(summarise(evening.state), stream=stream))
    engine.dispose()
    raw.close()
    export_workshop(folder, "Hepokylä", ["md"], tmp_path / "out", public=True)
    told = (tmp_path / "out" / "Kirjaus dialogisarjasta Kylien dialogit luonnos.md").read_text(encoding="utf-8")
    assert "2 dialogia" in told
    assert "Kuikkaperä" in told
    assert "Helmi" not in told


def test_approved_minutes_are_written_as_they_were_approved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    evening = village_evening()
    evening.do(closing.approve("Aino"))
    evening.wait(1)
    evening.do(record.decide("Kirjattu hyväksymisen jälkeen."))
    engine, raw = open_writer(folder / FILE)
    with engine.begin() as connection:
        add_events(connection, evening.replica.events)
        set_summary(connection, summarise(evening.state))
    engine.dispose()
    raw.close()
    export_workshop(folder, "ilta", ["md"], tmp_path / "out", public=True)
    told = (tmp_path / "out" / "Muistio Kyläkoulun uusi elämä.md").read_text(encoding="utf-8")
    assert "LUONNOS" not in told
    assert "Kirjattu hyväksymisen jälkeen." not in told


def test_stopped_from_the_keyboard_it_ends_without_a_fuss(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("fasilitaattori.papers.press.make", stopped)
    arguments = ["export", "ilta", "--data", str(data), "--out", str(tmp_path / "out")]
    assert main(arguments) == 130
    assert capsys.readouterr() == ("", "")
    assert list((tmp_path / "out").iterdir()) == []
