"""Places in a list as fractional keys, so that moving one step is one small event and two laptops can merge."""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(DIGITS)


def between(low: str, high: str) -> str:
    """A key that sorts after `low` and before `high` ("" = no bound). Keys never end in the lowest digit.

    If the bounds are equal or the wrong way round (two laptops picked the same place), `high` is let go.
    """
    if high and low >= high:
        high = ""
    key = ""
    index = 0
    while True:
        lower = DIGITS.find(low[index]) if index < len(low) else 0
        upper = DIGITS.find(high[index]) if high and index < len(high) else _BASE
        lower = max(lower, 0)
        if upper - lower > 1:
            return key + DIGITS[(lower + upper) // 2]
        key += DIGITS[lower]
        if upper > lower:
            high = ""  # below this digit everything is before `high`
        index += 1
