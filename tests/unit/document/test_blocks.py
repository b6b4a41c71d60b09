"""A table that does not fit itself is refused where it is made."""

import pytest

from fasilitaattori.document.blocks import Heading, leads_in, paragraph, table


def test_rows_and_weights_must_fit_the_header() -> None:
    with pytest.raises(ValueError, match="one value for each column"):
        table(["a", "b"], [["1"]])
    with pytest.raises(ValueError, match="one value for each column"):
        table(["a", "b"], [["1", "2"]], weights=[1])


def test_small_print_under_a_heading_stays_with_what_follows() -> None:
    small, said, heading = paragraph("5 min, kaikki yhdessä", small=True), paragraph("Tervetuloa."), Heading("18.00 Alku", 2)
    assert leads_in(small, said, heading)
    assert not leads_in(small, said, said)
    assert not leads_in(small, heading, heading)
    assert not leads_in(small, None, heading)
