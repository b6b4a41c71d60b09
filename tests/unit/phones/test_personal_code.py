"""The short code of a person: easy to read and to type, the same every time, one person's alone."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.phones.hall import hash_of
from fasilitaattori.phones.personal import LENGTH, SIGNS, code_of, is_free, read, whose
from fasilitaattori.workshop.people import People, Person

HASHES = st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")


@given(HASHES)
def test_a_code_is_read_however_it_is_typed(hashed: str) -> None:
    code = code_of(hashed)
    assert len(code) == LENGTH + 1
    assert set(code) <= set(SIGNS) | {" "}
    for typed in (code, code.lower(), code.replace(" ", ""), f" {code.replace(' ', '-')}. ", " ".join(code)):
        assert read(typed) == code


@given(HASHES)
def test_a_sign_mistaken_for_another_is_understood(hashed: str) -> None:
    code = code_of(hashed)
    for shown, mistaken in (("Q", "O"), ("Q", "0"), ("J", "I"), ("J", "l"), ("7", "1"), ("2", "z"), ("5", "S"), ("8", "b")):
        assert read(code.replace(shown, mistaken)) == code


@given(st.text())
def test_anything_may_be_typed(typed: str) -> None:
    assert read(typed) == "" or len(read(typed)) == LENGTH + 1


def test_signs_are_not_look_alikes() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 28
    for likes in ("0OQ", "1IL", "2Z", "5S", "8B"):
        assert len(set(likes) & set(SIGNS)) <= 1


def test_it_says_nothing_of_the_hash_and_spreads_evenly() -> None:
    codes = [code_of(hash_of(str(number))) for number in range(2000)]
    assert len(set(codes)) == 2000
    firsts = {sign: sum(code[0] == sign for code in codes) for sign in SIGNS}
    assert min(firsts.values()) > 2000 / 28 / 2


def test_finding_the_person() -> None:
    people = People()
    for number in (1, 2):
        hashed = hash_of(str(number))
        people.all[number] = Person(number, "", "fi", True, hashed)
        people.by_token[hashed] = number
    people.all[3] = Person(3, "Reino", "", False)  # no phone, no code
    people.all[2].removed = True
    assert whose(code_of(hash_of("1")), people) is people.all[1]
    assert whose(code_of(hash_of("2")), people) is people.all[2]
    assert whose("", people) is None
    assert whose(code_of(hash_of("4")), people) is None
    assert whose(code_of(""), people) is None
    assert not is_free(hash_of("1"), people)
    assert is_free(hash_of("4"), people)


def test_codes_are_as_many_as_the_signs_allow() -> None:
    """Every sign at every place: nothing of the room for guesses is given away."""
    seen = [set[str]() for _ in range(LENGTH)]
    for number in itertools.count():
        for place, sign in enumerate(code_of(hash_of(f"n{number}")).replace(" ", "")):
            seen[place].add(sign)
        if all(len(signs) == len(SIGNS) for signs in seen):
            return
