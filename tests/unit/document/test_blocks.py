"""A table that does not fit itself is refused where it is made."""

import pytest

from fasilitaattori.document.blocks import table


def test_rows_and_weights_must_fit_the_header() -> None:
    with pytest.raises(ValueError, match="one value for each column"):
        table(["a", "b"], [["1"]])
    with pytest.raises(ValueError, match="one value for each column"):
        table(["a", "b"], [["1", "2"]], weights=[1])
