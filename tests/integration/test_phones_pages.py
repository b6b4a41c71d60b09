"""What holds for every page: privacy is told, it is guarded, and its files are kept for good."""

import re

import pytest

from tests.unit.phones.house import House, Phone


@pytest.fixture
def house(lasting_house: House) -> House:
    """One house for all of this file."""
    return lasting_house


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_privacy_is_told(house: House, language: str) -> None:
    phone = house.join("", language)
    for text in (phone.page("/privacy"), phone.client.get(f"/privacy?language={language}").text):
        assert f'<html lang="{language}"' in text
        assert "Kuikkaperän kyläyhdistys" in text


def test_every_page_is_guarded(house: House, phone: Phone) -> None:
    for path in ("/", phone.base, "/privacy", "/nothing", f"{phone.base}/nothing", "/o/unknown"):
        headers = phone.client.get(path).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "server" not in headers


def test_files_are_kept_for_good_and_packed(house: House, phone: Phone) -> None:
    addresses = re.findall(r'(?:href|src)="(/a/[^"]+)"', phone.page())
    files = {"phone.css", "fonts.css", "phone.js", "plain.js", "mark.svg"}
    assert {address.rpartition("/")[2] for address in addresses} == files
    for address in addresses:
        answer = phone.client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
    old = phone.client.get("/a/older/phone.css")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")
    font = phone.client.get(addresses[0].replace("phone.css", "fonts/besley-600.woff2"))
    assert font.content[:4] == b"wOF2"
    assert phone.client.get("/a/x/../../settings.json").status_code == 404
    assert phone.client.get("/a/x/%2e%2e/%2e%2e/pyproject.toml").status_code == 404
