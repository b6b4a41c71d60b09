"""The codes say what phones understand, whatever the network is called; a reader reads them back."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from fasilitaattori.figures.codes import QUIET_ZONE, Network, code, matrix, runs, wifi_text


def read_back(text: str) -> str:
    rows = matrix(text)
    size = len(rows) + 2 * QUIET_ZONE
    image = Image.new("L", (size, size), 255)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0 if black else 255)
    return zxingcpp.read_barcodes(image.resize((6 * size, 6 * size), Image.Resampling.NEAREST))[0].text


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        (Network("Kuikkapera", "talkoot2026"), "WIFI:T:WPA;S:Kuikkapera;P:talkoot2026;;"),
        (Network('Kylä;talo "5G"', "a,b:c\\d"), 'WIFI:T:WPA;S:Kylä\\;talo \\"5G\\";P:a\\,b\\:c\\\\d;;'),
        (Network("Avoin"), "WIFI:T:nopass;S:Avoin;;"),
        (Network("Avoin", "turha", "nopass"), "WIFI:T:nopass;S:Avoin;;"),
        (Network("Piilo", "salasana", hidden=True), "WIFI:T:WPA;S:Piilo;P:salasana;H:true;;"),
        (Network("Uusi", "salasana", "SAE"), "WIFI:T:SAE;S:Uusi;P:salasana;;"),
        (Network("Uusi", "", "SAE", hidden=True), "WIFI:T:nopass;S:Uusi;H:true;;"),
        (Network("Åkerby; byagård", '\\";,:'), 'WIFI:T:WPA;S:Åkerby\\; byagård;P:\\\\\\"\\;\\,\\:;;'),
        (Network("CAFE", "20262026"), "WIFI:T:WPA;S:CAFE;P:20262026;;"),
    ],
)
def test_wifi_code_escapes_and_reads_back(network: Network, expected: str) -> None:
    assert wifi_text(network) == expected
    assert read_back(expected) == expected


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_phone_gets_back_the_name_and_password_as_they_were(ssid: str, password: str) -> None:
    assert fields_of(wifi_text(Network(ssid, password))) == {"T": "WPA", "S": ssid, "P": password}


def fields_of(code: str) -> dict[str, str]:
    """Reads the text of a Wi-Fi code as phones do: fields end at a semicolon that is not escaped."""
    fields: list[str] = [""]
    rest = iter(code.removeprefix("WIFI:"))
    for letter in rest:
        if letter == ";":
            fields.append("")
        else:
            fields[-1] += next(rest) if letter == "\\" else letter
    return {field[0]: field[2:] for field in fields if field}


def test_address_code_reads_back_and_is_black_on_white_with_a_quiet_zone() -> None:
    assert read_back("http://192.168.8.2:8080/") == "http://192.168.8.2:8080/"
    drawing = code("http://192.168.8.2:8080/", "Osoite", "Avaa sivu")
    assert 'fill="#FFFFFF"' in drawing.svg
    assert 'fill="#000000"' in drawing.svg
    assert f"M{QUIET_ZONE} {QUIET_ZONE}" in drawing.svg


def test_runs_cover_the_black_modules() -> None:
    assert runs([True, True, False, True]) == [(0, 2), (3, 1)]
    assert runs([False, False]) == []
