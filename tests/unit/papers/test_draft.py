"""The e-mail draft is a message any mail program reads: a text, and the papers as they are."""

import email
import email.policy
from email.message import EmailMessage

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
    made = read(draft(subject_of(evening.state, TR, public=True), text_of(evening.state, [], TR), []))
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
    assert "sisäinen" in subject_of(state, TR, public=False)
    assert "sisäinen" not in subject_of(state, TR, public=True)
