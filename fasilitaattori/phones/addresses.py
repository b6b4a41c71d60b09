"""Which of the laptop's addresses phones can reach.

QR codes that carry the wrong address (169.254.x, a virtual adapter, a VPN) are the commonest reason why an evening with phones
fails. So every address is judged with its reason, the hotspot and Wi-Fi come first, and the facilitator may choose otherwise.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from fasilitaattori.errors import N_

HOTSPOT, WIFI, WIRED, OTHER = "hotspot", "wifi", "wired", "other"
KINDS = {
    HOTSPOT: N_("tämän koneen oma verkko"),
    WIFI: N_("langaton verkko"),
    WIRED: N_("verkkokaapeli"),
    OTHER: N_("muu verkko"),
}
_ORDER = (HOTSPOT, WIFI, WIRED, OTHER)

LOOPBACK = N_("Osoite toimii vain tässä koneessa.")
LINK_LOCAL = N_("Verkko ei antanut osoitetta, joten puhelimet eivät löydä tätä.")
VIRTUAL = N_("Virtuaalikoneen verkko: puhelimet eivät näe sitä.")
TUNNEL = N_("VPN-yhteys: puhelimet eivät näe sitä.")
MOBILE = N_("Koneen oma mobiiliyhteys: puhelimet eivät näe sitä.")
DOWN = N_("Yhteys ei ole päällä.")
NO_IPV4 = N_("Verkko antoi vain IPv6-osoitteen, eikä moni puhelin avaa sivua siitä. Käytä toista verkkoa.")

_VIRTUAL = re.compile(
    r"docker|^br-|^veth|^virbr|^vnet|vmnet|vmware|virtualbox|^vbox|host-only|vethernet|hyper-v|wsl|^lxc|^lxd|podman|^cni|"
    r"^flannel|^dummy|^anpi|^awdl|^llw|^p2p|parallels|^bridge0$|bluetooth|^pan\d|loopback|npcap|teredo|isatap|6to4|ip-https",
    re.IGNORECASE,
)
_TUNNEL = re.compile(
    r"^(tun|tap|wg|utun|ppp|ipsec|gpd|zt|tailscale)|vpn|tap-windows|tailscale|zerotier|wireguard|wintun|anyconnect|fortinet|"
    r"fortissl|globalprotect|pangp|cloudflare|nordlynx|mullvad|proton|hamachi|radmin|openconnect|f5 networks|zscaler",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"^(wwan|ww[px]|rmnet|cdc-wdm)|cellular|mobile broadband|mobiililaajakaista|matkapuhelin|mobilt bredband", re.I
)
_WIFI = re.compile(r"^(wl|wlan|wifi|ath|ra)\w*|wi-?fi|wireless|langaton|tr.dl.s|airport", re.IGNORECASE)
_WIRED = re.compile(r"^(eth|en|em|usb)\w*|ethernet|l.hiverkko|local area|lokalt n.tverk", re.IGNORECASE)
_SHARED = re.compile(
    r"(local area connection|l.hiverkkoyhteys|anslutning till lokalt n.tverk)\* |^bridge1\d\d$|^ap\d|hotspot", re.IGNORECASE
)
# Where operating systems put themselves when they share their connection: Windows, NetworkManager, macOS.
_SHARING = ("192.168.137.1", "10.42.0.1", "192.168.2.1")


@dataclass(frozen=True, slots=True)
class Adapter:
    """A network adapter as the operating system tells it; its addresses are of IPv4 and IPv6."""

    name: str
    addresses: tuple[str, ...]
    up: bool = True


@dataclass(frozen=True, slots=True)
class Address:
    """An address; `kind` one of KINDS; `reason` a msgid why phones cannot reach it, "" if they can (it is of IPv4 then)."""

    ip: str
    adapter: str
    kind: str
    reason: str = ""


def judge(adapters: Iterable[Adapter]) -> list[Address]:
    """Every address of IPv4, and the one of IPv6 where an adapter has nothing else; each with its kind and whether phones can
    reach it; the best first."""
    found = [
        Address(ip, adapter.name, _kind(adapter.name, ip), _reason(adapter, ip))
        for adapter in adapters
        for ip in _told(adapter.addresses)
    ]
    return sorted(found, key=lambda a: (bool(a.reason), _ORDER.index(a.kind), not _is_private(a.ip), a.adapter, a.ip))


def _told(addresses: Iterable[str]) -> list[str]:
    """What there is to say of an adapter. One of IPv6 alone that came from the network (not only for the cable itself) is
    worth a line: it looks like being in a network."""
    parsed = [_parsed(ip) for ip in addresses]
    old = [str(ip) for ip in parsed if isinstance(ip, ipaddress.IPv4Address)]
    new = [str(ip) for ip in parsed if isinstance(ip, ipaddress.IPv6Address) and not ip.is_link_local and not ip.is_loopback]
    return old or new[:1]


def _parsed(ip: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return None


def _is_private(ip: str) -> bool:
    return ipaddress.ip_address(ip).is_private


def _kind(name: str, ip: str) -> str:
    if ip in _SHARING or _SHARED.search(name):
        return HOTSPOT
    if _WIFI.search(name):
        return WIFI
    if name == "en0":  # macOS: the built-in adapter, Wi-Fi on every laptop of this decade
        return WIFI
    return WIRED if _WIRED.search(name) else OTHER


def _reason(adapter: Adapter, ip: str) -> str:
    address = ipaddress.ip_address(ip)
    if address.is_loopback or address.is_unspecified:
        return LOOPBACK
    if address.is_link_local:
        return LINK_LOCAL
    if not adapter.up:
        return DOWN
    if _TUNNEL.search(adapter.name):
        return TUNNEL
    if _MOBILE.search(adapter.name):
        return MOBILE
    if _VIRTUAL.search(adapter.name) and _kind(adapter.name, ip) != HOTSPOT:
        return VIRTUAL
    return "" if address.version == 4 else NO_IPV4


def all_addresses() -> list[Address]:
    """The laptop's own addresses now, judged, the best first."""
    return judge(_adapters())


def best_address(wanted: str = "") -> str:
    """The address for the code: `wanted` while phones can reach it, else the best; the loopback one when there is no other."""
    found = [address.ip for address in all_addresses() if not address.reason]
    if wanted in found:
        return wanted
    return found[0] if found else "127.0.0.1"


def is_own(ip: str) -> bool:
    """Is this the machine's address to itself, which nobody else can reach?"""
    return ipaddress.ip_address(ip).is_loopback


def _adapters() -> list[Adapter]:
    # Imported here: only asked for when a room is opened.
    import psutil

    stats = psutil.net_if_stats()
    return [
        Adapter(
            name,
            tuple(address.address for address in addresses if address.family in (socket.AF_INET, socket.AF_INET6)),
            name not in stats or stats[name].isup,
        )
        for name, addresses in psutil.net_if_addrs().items()
    ]


def page_address(ip: str, port: int) -> str:
    """What the address code and the text beside it say; the port is left out where browsers know it."""
    return f"http://{ip}/" if port == 80 else f"http://{ip}:{port}/"
