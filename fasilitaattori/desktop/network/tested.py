"""Remembering that a phone has been tried in this very network at this very address. No Qt here."""

from fasilitaattori.settings import Settings


def key_of(settings: Settings, url: str) -> str:
    """What identifies the network tried: its name and the address phones used."""
    return f"{settings.wifi_ssid} {url}".strip()


def is_tested(settings: Settings, url: str) -> bool:
    """Has a phone been tried here?"""
    return bool(url) and settings.network_tested == key_of(settings, url)


def url_of(address: str, port: int) -> str:
    """What phones open."""
    return f"http://{address}:{port}/" if address else ""
