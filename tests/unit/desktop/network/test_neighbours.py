"""Who else is in the network: read from what the systems really print."""

import sys

import pytest

from fasilitaattori.desktop.network import neighbours
from fasilitaattori.desktop.network.neighbours import count, gateways_of_linux, of_linux, of_mac, of_windows

LINUX = """IP address       HW type     Flags       HW address            Mask     Device
192.168.8.1      0x1         0x2         94:83:c4:11:22:33     *        wlp2s0
192.168.8.23     0x1         0x2         3c:06:30:aa:bb:01     *        wlp2s0
192.168.8.40     0x1         0x0         00:00:00:00:00:00     *        wlp2s0
192.168.122.7    0x1         0x2         52:54:00:12:34:56     *        virbr0
"""
ROUTES = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
wlp2s0\t00000000\t0108A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
wlp2s0\t0008A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0
"""
MAC = """? (192.168.8.1) at 94:83:c4:11:22:33 on en0 ifscope [ethernet]
? (192.168.8.23) at 3c:6:30:aa:bb:1 on en0 ifscope [ethernet]
? (192.168.8.40) at (incomplete) on en0 ifscope [ethernet]
? (192.168.8.255) at ff:ff:ff:ff:ff:ff on en0 ifscope [ethernet]
mdns.mcast.net (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
"""
WINDOWS = """
Liittymä: 192.168.8.2 --- 0xb
  Internet-osoite       Fyysinen osoite       Tyyppi
  192.168.8.1           94-83-c4-11-22-33     dynaaminen
  192.168.8.23          3c-06-30-aa-bb-01     dynaaminen
  192.168.8.24          3c-06-30-aa-bb-02     dynaaminen
  192.168.8.255         ff-ff-ff-ff-ff-ff     staattinen
  224.0.0.22            01-00-5e-00-00-16     staattinen
  255.255.255.255       ff-ff-ff-ff-ff-ff     staattinen
"""
NETSTAT = """Routing tables

Internet:
Destination        Gateway            Flags               Netif Expire
default            192.168.8.1        UGScg                 en0
127                127.0.0.1          UCS                   lo0
"""
ROUTE_PRINT = """
IPv4-reititystaulukko
===========================================================================
Aktiiviset reitit:
Verkkokohde       Verkkopeite         Yhdyskäytävä      Liittymä   Metriikka
          0.0.0.0          0.0.0.0      192.168.8.1      192.168.8.2     35
        127.0.0.0        255.0.0.0    On-link         127.0.0.1    331
"""
HERE = "192.168.8.2"


def test_linux_tells_who_has_answered() -> None:
    found = of_linux(LINUX)
    assert ("192.168.8.40", "00:00:00:00:00:00") not in found
    assert count(HERE, found, gateways_of_linux(ROUTES)) == 1


def test_the_router_of_linux_is_read_from_its_bytes() -> None:
    assert gateways_of_linux(ROUTES) == ["192.168.8.1"]
    assert gateways_of_linux("") == []


def test_mac_tells_who_has_answered() -> None:
    gateways = neighbours._MAC_GATEWAY.findall(NETSTAT)
    assert gateways == ["192.168.8.1"]
    assert count(HERE, of_mac(MAC), gateways) == 1


def test_windows_tells_in_any_language() -> None:
    gateways = neighbours._WINDOWS_GATEWAY.findall(ROUTE_PRINT)
    assert gateways == ["192.168.8.1"]
    assert count(HERE, of_windows(WINDOWS), gateways) == 2


def test_without_a_known_router_the_first_address_counts_as_it() -> None:
    assert count(HERE, [("192.168.8.1", "94:83:c4:11:22:33")], []) == 0
    assert count(HERE, [("192.168.8.1", "94:83:c4:11:22:33")], ["192.168.8.254"]) == 1


def test_a_device_with_two_addresses_is_one_device() -> None:
    assert count(HERE, [("192.168.8.7", "3c:06:30:aa:bb:01"), ("192.168.8.9", "3c:06:30:aa:bb:01")], []) == 1


def test_nobody_is_nobody() -> None:
    assert count(HERE, [], []) == 0
    assert of_linux("") == of_mac("") == of_windows("") == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads this system's own table")
def test_this_machine_tells_something_or_that_it_cannot() -> None:
    found = neighbours.neighbours("127.0.0.1")
    assert found is None or found >= 0


def test_a_command_that_is_not_there_is_no_disaster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    monkeypatch.setenv("PATH", "/nowhere")
    assert neighbours.neighbours(HERE) is None
