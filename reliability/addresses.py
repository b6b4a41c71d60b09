"""Who has which address in the hall that is tried: the laptop one, every phone its own, as on a real Wi-Fi."""

LAPTOP = "10.77.0.1"
PORT = 8080
MASK = "255.255.0.0"
LAPTOP_DEVICE = "hall0"
PHONE_DEVICE = "phones0"
_IN_A_ROW = 200


def phone_address(number: int) -> str:
    """The address of a phone, counted from 1; number 0 is where a browser comes from."""
    return f"10.77.{1 + number // _IN_A_ROW}.{1 + number % _IN_A_ROW}"
