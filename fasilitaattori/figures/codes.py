"""Codes for phones' cameras: one joins the hall's Wi-Fi, the other opens the page. Both stand as text beside them."""

import msgspec

from fasilitaattori.figures.svg import Drawing, drawing, rect

QUIET_ZONE = 4  # modules of white around a code; cameras need them


class Network(msgspec.Struct, frozen=True):
    """The hall's Wi-Fi. `security` is "WPA" (of every kind), "SAE" (WPA3 alone) or "nopass"; an empty password means an open
    network."""

    ssid: str
    password: str = ""
    security: str = "WPA"
    hidden: bool = False


def wifi_text(network: Network) -> str:
    r"""What the code of a network says: `WIFI:T:WPA;S:name;P:password;;`.

    Backslash, semicolon, comma, colon and quote are escaped as in ZXing's description of the format. That description
    also quotes names and passwords of hexadecimal digits alone, but an iPhone takes the quotes for a part of the
    password, and Android needs them no more: they are left out.

    WPA, WPA2, WPA3 and networks that take both are all `T:WPA`: so says section 7 of the Wi-Fi Alliance's WPA3 specification,
    and every phone reads it. Only where WPA3 stands alone do many Androids want `T:SAE`, which is no part of the specification
    but what Android writes in its own codes; they try WPA2 after `T:WPA` and fail. Old phones do not know it, but then they
    cannot join such a network either. So it is a choice of its own, and `T:WPA` the usual one.
    """
    secured = network.security.lower() != "nopass" and network.password != ""
    kind = "SAE" if network.security.upper() == "SAE" else "WPA"
    fields = [f"T:{kind if secured else 'nopass'}", f"S:{_escaped(network.ssid)}"]
    if secured:
        fields.append(f"P:{_escaped(network.password)}")
    if network.hidden:
        fields.append("H:true")
    return "WIFI:" + ";".join(fields) + ";;"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in '\\;,:"' else char for char in text)


def matrix(text: str) -> list[list[bool]]:
    """The code of a text as rows of modules (True is black), without the quiet zone; a quarter of it may be spoiled."""
    # Heavy (its image plug-ins), and needed only when a code is made.
    import qrcode
    from qrcode.constants import ERROR_CORRECT_Q

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def code(text: str, title: str, alt: str, *, size: float = 240) -> Drawing:
    """The code as a drawing, black on white with its quiet zone, in every theme alike."""
    rows = matrix(text)
    unit = size / (len(rows) + 2 * QUIET_ZONE)
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in runs(row)
    )
    ink = f'<path transform="scale({unit:.6f})" d="{path}" fill="#000000" shape-rendering="crispEdges"/>'
    return drawing([rect(0, 0, size, size, "#FFFFFF"), ink], alt, size, size, title=title)


def runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of black modules: fewer pieces to draw, and no seams between them."""
    found: list[tuple[int, int]] = []
    for x, black in enumerate(row):
        if black and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif black:
            found.append((x, 1))
    return found
