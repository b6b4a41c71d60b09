"""Which address goes into the code that phones read."""

import pytest

from fasilitaattori.phones import addresses
from fasilitaattori.phones.addresses import Adapter, judge, page_address

LAPTOPS = {
    "linux": (
        [
            Adapter("lo", ("127.0.0.1",)),
            Adapter("docker0", ("172.17.0.1",)),
            Adapter("virbr0", ("192.168.122.1",)),
            Adapter("wg0", ("10.8.0.2",)),
            Adapter("enp3s0", ("192.168.1.20",)),
            Adapter("wlp2s0", ("192.168.1.31",)),
        ],
        "192.168.1.31",
    ),
    "linux hotspot": ([Adapter("wlp2s0", ("10.42.0.1",)), Adapter("enp3s0", ("192.168.1.20",))], "10.42.0.1"),
    "windows": (
        [
            Adapter("Loopback Pseudo-Interface 1", ("127.0.0.1",)),
            Adapter("vEthernet (WSL)", ("172.28.0.1",)),
            Adapter("VirtualBox Host-Only Network", ("192.168.56.1",)),
            Adapter("Ethernet 2", ("169.254.11.9",)),
            Adapter("Tailscale", ("100.101.1.1",)),
            Adapter("Wi-Fi", ("192.168.0.14",)),
        ],
        "192.168.0.14",
    ),
    "windows in Finnish, sharing": (
        [Adapter("Langaton verkkoyhteys", ("192.168.0.14",)), Adapter("Lähiverkkoyhteys* 12", ("192.168.137.1",))],
        "192.168.137.1",
    ),
    "mac": (
        [
            Adapter("lo0", ("127.0.0.1",)),
            Adapter("utun3", ("10.10.0.2",)),
            Adapter("awdl0", ("169.254.1.1",)),
            Adapter("en0", ("10.0.0.5",)),
        ],
        "10.0.0.5",
    ),
    "windows in Swedish, sharing": (
        [Adapter("Wi-Fi", ("192.168.0.14",)), Adapter("Anslutning till lokalt nätverk* 3", ("192.168.137.1",))],
        "192.168.137.1",
    ),
    "windows with everything an employer puts in": (
        [
            Adapter("Npcap Loopback Adapter", ("169.254.7.7",)),
            Adapter("Bluetooth-verkkoyhteys", ("169.254.9.9",)),
            Adapter("vEthernet (Default Switch)", ("172.20.16.1",)),
            Adapter("VMware Network Adapter VMnet8", ("192.168.40.1",)),
            Adapter("PANGP Virtual Ethernet Adapter", ("10.20.0.9",)),
            Adapter("TAP-Windows Adapter V9", ("10.8.0.6",)),
            Adapter("Matkapuhelin", ("10.64.3.2",)),
            Adapter("Ethernet 3", ("192.168.8.20",)),
        ],
        "192.168.8.20",
    ),
    "mac, sharing": ([Adapter("en0", ("10.0.0.5",)), Adapter("bridge100", ("192.168.2.1",))], "192.168.2.1"),
    "two Wi-Fis": (
        [Adapter("wlx00c0ca", ("192.168.8.31",)), Adapter("wlp2s0", ("192.168.1.31",)), Adapter("wwp0s20", ("100.70.1.1",))],
        "192.168.1.31",
    ),
    "cable only": ([Adapter("eth0", ("10.1.2.3",)), Adapter("wlan0", ("192.168.5.5",), up=False)], "10.1.2.3"),
}


@pytest.mark.parametrize("laptop", LAPTOPS)
def test_the_address_phones_can_reach_comes_first(laptop: str) -> None:
    adapters, wanted = LAPTOPS[laptop]
    best = judge(adapters)[0]
    assert (best.ip, best.reason) == (wanted, "")


def test_every_unreachable_address_says_why() -> None:
    judged = {address.ip: address.reason for address in judge(LAPTOPS["windows"][0])}
    assert judged == {
        "192.168.0.14": "",
        "127.0.0.1": addresses.LOOPBACK,
        "172.28.0.1": addresses.VIRTUAL,
        "192.168.56.1": addresses.VIRTUAL,
        "169.254.11.9": addresses.LINK_LOCAL,
        "100.101.1.1": addresses.TUNNEL,
    }


def test_a_connection_that_is_off_is_no_way_in() -> None:
    assert judge([Adapter("Wi-Fi", ("192.168.0.14",), up=False)])[0].reason == addresses.DOWN


def test_the_facilitators_choice_holds_while_it_is_there() -> None:
    own = [address.ip for address in addresses.all_addresses() if not address.reason]
    assert addresses.best_address("203.0.113.9") == (own[0] if own else "127.0.0.1")
    if own:
        assert addresses.best_address(own[-1]) == own[-1]


def test_the_address_is_as_short_as_it_can_be() -> None:
    assert page_address("192.168.1.5", 80) == "http://192.168.1.5/"
    assert page_address("192.168.1.5", 8080) == "http://192.168.1.5:8080/"


def test_a_network_of_ipv6_alone_is_told_but_not_offered() -> None:
    lone = judge([Adapter("Wi-Fi", ("fe80::1%12", "2001:db8::7")), Adapter("lo", ("127.0.0.1", "::1"))])
    assert [(each.ip, each.reason) for each in lone] == [("2001:db8::7", addresses.NO_IPV4), ("127.0.0.1", addresses.LOOPBACK)]
    both = judge([Adapter("Wi-Fi", ("192.168.0.14", "2001:db8::7"))])
    assert [(each.ip, each.reason) for each in both] == [("192.168.0.14", "")]
    assert judge([Adapter("Wi-Fi", ("fe80::1%12",))]) == []


def test_a_mobile_connection_of_the_laptop_is_no_hall() -> None:
    judged = {
        each.adapter: each.reason for each in judge([Adapter("wwp0s20", ("100.70.1.1",)), Adapter("Cellular", ("10.1.1.1",))])
    }
    assert judged == {"wwp0s20": addresses.MOBILE, "Cellular": addresses.MOBILE}


def test_without_any_network_there_is_nothing_to_offer() -> None:
    assert judge([]) == []
    assert [each.reason for each in judge([Adapter("lo", ("127.0.0.1",)), Adapter("eth0", ())])] == [addresses.LOOPBACK]
