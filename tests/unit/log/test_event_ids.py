"""Ids of events: the same request makes the same ids on every machine and in every version."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.log.session import event_id


@given(st.uuids(), st.integers(0, 2000))
def test_an_event_id_is_the_fifth_kind_of_uuid_of_its_request(request: uuid.UUID, index: int) -> None:
    assert event_id(str(request), index) == str(uuid.uuid5(request, str(index)))
