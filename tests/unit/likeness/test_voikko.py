"""The Finnish dictionary is read as its makers read it."""

import lzma
import struct

import pytest

from fasilitaattori.likeness.finnish import parts_of, whole
from fasilitaattori.likeness.voikko import Transducer, dictionary

FOUND = dictionary()


def bases(word: str) -> set[str]:
    return {whole(parts_of(output)) for output in FOUND.outputs(word)}


def test_forms_lead_to_their_words() -> None:
    assert FOUND.outputs("juosten") == ["[Lt][Xp]juosta[X]juost[Tn2]en"]
    assert bases("kylänraitilla") == {"kylänraitti"}
    assert bases("terveyskeskuksessa") == {"terveyskeskus"}
    assert bases("tulisi") == {"tulla"}
    assert bases("kuusta") >= {"kuu", "kuusi"}
    assert bases("aggregaattiin") == {"aggregaatti"}


def test_what_is_no_word_is_not_known() -> None:
    for word in ("", "niinko", "ihimisille", "bussiyhteydetkö?", "😀", "\0", "öööööööööööööööööööööööööööö"):
        assert FOUND.outputs(word) == []


def test_a_compound_without_end_is_given_up() -> None:
    assert isinstance(FOUND.outputs("talo" * 200), list)


def test_flags_hold_apart_what_may_not_be_joined() -> None:
    assert len(FOUND.outputs("talokissa")) == 1
    assert FOUND.outputs("talossakissa") == []  # only some forms may begin a compound
    assert FOUND.outputs("-talo") != FOUND.outputs("talo")


@pytest.mark.parametrize("data", [b"KFSX" + bytes(13), struct.pack("!4sHHII?", b"KFST", 1, 0, 0, 0, False), b"KFST"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, struct.error)):
        Transducer(data + lzma.compress(b""))
