"""The e-mail draft is a message any mail program reads: a text, and the papers as they are."""

import email
import email.policy
from email.message import EmailMessage

import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.papers.draft import Attached, draft, subject_of, text_of
from fasilitaattori.workshop.info import set_info
from tests.unit.papers.evening import Evening, village_evening

TR = translator("fi")


def read(raw: bytes) -> EmailMessage:
    made = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(made, EmailMessage)
    return made


def test_it_is_read_back_as_it_was_written() -> None:
    minutes = Attached("Muistio Kyläkoulun uusi elämä luonnos.pdf", bytes(range(256)) * 50)
    files = [minutes, Attached("Aineisto.xlsx", b"PK\x03")]
    made = read(draft("Kyläkoulun uusi elämä: tulosteet", "Hei!\n\nÄÖÅ 🎉\n", files))
    assert made["Subject"] == "Kyläkoulun uusi elämä: tulosteet"
    assert made["X-Unsent"] == "1"
    body = made.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Hei!\n\nÄÖÅ 🎉\n"
    attached = list(made.iter_attachments())
    assert [part.get_filename() for part in attached] == [file.name for file in files]
    assert [part.get_content() for part in attached] == [file.data for file in files]
    assert attached[0].get_content_type() == "application/pdf"


def test_its_lines_are_those_of_mail() -> None:
    raw = draft("a", "b\n", [Attached("x.pdf", b"0" * 5000)])
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_it_goes_to_nobody_yet() -> None:
    made = read(draft("a", "b", []))
    assert made["To"] is None
    assert made["From"] is None


def test_a_title_cannot_bring_headers_with_it() -> None:
    evening = Evening()
    evening.do(set_info(title="Kylä\r\nBcc: kaikki@example.org\u2028X: y"))
    made = read(draft(subject_of(evening.state, TR, 0, public=True), text_of(evening.state, [], TR), []))
    assert made["Bcc"] is None
    assert sorted(made.keys()) == ["Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject", "X-Unsent"]


def test_the_text_names_what_goes_with_it_and_who_sends() -> None:
    state = village_evening().state
    text = text_of(state, ["Muistio.pdf", "Aineisto.xlsx"], TR)
    assert "- Muistio.pdf\n- Aineisto.xlsx\n" in text
    assert state.info.title in text
    assert text.rstrip().endswith(state.info.organiser)


def test_internal_papers_are_told_in_the_subject() -> None:
    state = village_evening().state
    assert "sisäinen" in subject_of(state, TR, 2, public=False)
    assert "sisäinen" not in subject_of(state, TR, 2, public=True)


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("fi", "{}: tuloste", "Hei! Tässä on tuloste tilaisuudesta {}.\n\nLiite:\n- Muistio.pdf\n"),
        ("sv", "{}: utskrift", "Hej! Här är en utskrift från {}.\n\nBilaga:\n- Muistio.pdf\n"),
        ("en", "{}: paper", "Hello! Here is a paper from {}.\n\nAttached:\n- Muistio.pdf\n"),
    ],
)
def test_a_single_paper_is_not_told_as_many(language: str, subject: str, text: str) -> None:
    state, tr = village_evening().state, translator(language)
    assert subject_of(state, tr, 1, public=True) == subject.format(state.info.title)
    assert text_of(state, ["Muistio.pdf"], tr).startswith(text.format(state.info.title))
    assert subject_of(state, tr, 2, public=True) != subject.format(state.info.title)
    state.info.title = ""
    assert text_of(state, ["Muistio.pdf"], tr).splitlines()[0] in {
        "Hei! Tässä on tuloste.",
        "Hej! Här är en utskrift.",
        "Hello! Here is a paper.",
    }
