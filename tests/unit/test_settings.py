import json
from pathlib import Path

import pytest

from fasilitaattori.errors import StorageError
from fasilitaattori.i18n import translator
from fasilitaattori.settings import Choice, Number, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def test_every_default_passes_its_own_check_and_has_a_label(path: Path) -> None:
    settings = Settings(path)
    for name, setting in Settings.declared.items():
        assert setting.check(setting.default) == getattr(settings, name)
        assert setting.label


def test_a_change_is_saved_at_once_and_told(path: Path) -> None:
    settings = Settings(path)
    told: list[str] = []
    stop = settings.watch(told.append)
    settings.text_size = 130
    settings.text_size = 130
    settings.change(wifi_ssid="Kylätalo", wifi_password="mansikka")
    stop()
    settings.language = "sv"
    assert told == ["text_size", "wifi_ssid", "wifi_password"]
    again = Settings(path)
    assert (again.text_size, again.wifi_ssid, again.wifi_password, again.language) == (130, "Kylätalo", "mansikka", "sv")
    assert again.trouble is None


def test_a_value_that_will_not_do_changes_nothing(path: Path) -> None:
    settings = Settings(path)
    bad: list[dict[str, object]] = [
        {"text_size": 99},
        {"text_size": 100.5},
        {"text_size": True},
        {"theme": "pimea"},
        {"reduce_motion": 1},
        {"wifi_ssid": None},
        {"hall_distance": float("nan")},
        {"port": 8081, "sound_volume": 101},
    ]
    for values in bad:
        with pytest.raises(ValueError, match=r".+"):
            settings.change(**values)
    assert not path.exists()
    assert settings.port == 8080


def test_a_whole_number_will_do_for_metres(path: Path) -> None:
    settings = Settings(path)
    settings.hall_distance = 9
    assert Settings(path).hall_distance == 9.0


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000])
def test_a_broken_file_is_kept_aside_and_the_program_starts(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    settings = Settings(path)
    assert settings.language == "fi"
    assert settings.trouble is not None
    aside = path.with_name("settings-broken.json")
    assert aside.read_bytes() == raw
    assert str(aside) in settings.trouble.text(translator("fi"))


def test_one_bad_value_does_not_cost_the_others(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"text_size": "suuri", "theme": ["ilta"], "organisation": "Kyläyhdistys"}))
    settings = Settings(path)
    assert (settings.text_size, settings.theme, settings.organisation) == (100, "paiva", "Kyläyhdistys")
    assert settings.trouble is not None


def test_what_a_newer_version_wrote_stays_in_the_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"hologram": true, "text_size": 150}')
    settings = Settings(path)
    settings.theme = "ilta"
    assert settings.trouble is None
    assert json.loads(path.read_text()) == {"hologram": True, "text_size": 150, "theme": "ilta"}


def test_a_file_that_cannot_be_read_or_written_is_told_in_plain_words(path: Path) -> None:
    path.mkdir(parents=True)  # a folder in the file's place: neither can be done
    settings = Settings(path)
    assert settings.trouble is not None
    with pytest.raises(StorageError) as failure:
        settings.text_size = 150
    assert str(path.parent) in failure.value.text(translator("fi"))
    assert settings.text_size == 150


def test_a_declaration_tells_its_limits() -> None:
    assert isinstance(Settings.text_size, Number)
    assert (Settings.text_size.low, Settings.text_size.high) == (100, 200)
    assert isinstance(Settings.wifi_security, Choice)
    assert list(Settings.wifi_security.choices) == ["WPA", "WPA3", "open", "hidden"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Kylätalo", "kylatalo"),
        ("Åkerby byagård.local", "akerby-byagard"),
        ("  ", ""),
        ("-nuija ja tosinaulat!-", "nuija-ja-tosinaulat"),
        ("x" * 99, "x" * 30),
        ("日本", ""),
    ],
)
def test_a_name_for_the_network_is_made_of_what_is_written(path: Path, written: str, kept: str) -> None:
    settings = Settings(path)
    settings.local_name = written
    assert settings.local_name == kept
