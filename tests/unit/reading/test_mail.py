"""Of an e-mail the subject and the text are read, in whatever form and encoding, and attachments are named."""

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading.mail import read_mail
from factcheck.reading.manuscript import manuscript

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)


def read(data: bytes) -> Manuscript:
    return manuscript(read_mail(data, "a.eml"), "a.eml", "eml", NOW)


def message(text: str = "", html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "desk@example.org"
    made["Subject"] = "Café: town builds “a” bridge"
    made["Date"] = "Thu, 04 Mar 2021 23:30:00 -0500"
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def test_subject_day_and_text() -> None:
    found = read(message(f"{LONG}\n\n{LONG}\n").as_bytes())
    assert found.draft.text.strip() == f"Café: town builds “a” bridge\n\n{LONG}\n\n{LONG}"
    assert found.blocks[0].role.value == "headline"
    assert found.article.published == date(2021, 3, 4)
    assert found.notes == ()


def test_of_two_forms_the_one_with_markup_is_read() -> None:
    html = f'<html><body><h2>A quarrel</h2><p>{LONG}</p><p>See <a href="https://example.org/m">the minutes</a>.</p></body></html>'
    found = read(message("Plain words.", html).as_bytes())
    assert found.draft.text.split("\n\n") == [
        "Café: town builds “a” bridge", "A quarrel", LONG, "See the minutes.",
    ]  # fmt: skip
    assert [(r.position.of(found.draft.text), r.text) for r in found.remarks] == [
        ("the minutes", "https://example.org/m")
    ]


def test_attachments_are_named_and_left_out() -> None:
    made = message(LONG, f"<p>{LONG}</p>")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Zählung.pdf")
    made.add_attachment("a,b", subtype="csv", filename="count.csv")
    made.add_attachment(message("Earlier words."))
    found = read(made.as_bytes())
    assert "Earlier" not in found.draft.text
    assert found.notes == (
        "3 attachments left out: “Zählung.pdf”, “count.csv” and a message. Save what you need and drop it here.",
    )


def test_of_very_many_attachments_the_first_are_named() -> None:
    made = message(LONG)
    for number in range(300):
        name = f"{number} {'x' * 300}.csv"
        made.add_attachment("a", subtype="csv", filename=name)
    (note,) = read(made.as_bytes()).notes
    assert note.startswith("300 attachments left out: “0 xxx") and " and 295 more." in note
    assert len(note) < 450


def test_a_text_in_two_parts_is_read_whole() -> None:
    made = message(LONG)
    made.make_mixed()
    second = EmailMessage()
    second.set_content("And the second part of it.\n", disposition="inline")
    made.attach(second)
    assert read(made.as_bytes()).draft.text.rstrip().endswith("And the second part of it.")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no-such-charset"])
def test_encodings(charset: str) -> None:
    encoding = "utf-8" if charset.startswith("no") else charset
    head = f"From: a@example.org\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n"
    data = head.encode() + "Café für alle, sagt die Bürgermeisterin.".encode(encoding)
    assert "Café für alle" in read(data).draft.text


def test_an_encrypted_message() -> None:
    data = b"From: a@example.org\nContent-Type: application/pkcs7-mime; name=x\n\nMIIB"
    with pytest.raises(UnreadableFile, match="is encrypted"):
        read_mail(data, "a.eml")


def test_what_is_no_message() -> None:
    with pytest.raises(UnreadableFile, match="is no e-mail"):
        read_mail(b"\n\nJust words", "a.eml")


def test_a_message_of_attachments_alone() -> None:
    data = b"From: a@example.org\nContent-Type: image/png; name=x.png\n\nabc"
    with pytest.raises(UnreadableFile, match="message without text"):
        read_mail(data, "a.eml")


@pytest.mark.parametrize("depth", [60, 3000])
def test_parts_nested_as_in_no_message(depth: int) -> None:
    data = b"From: a@example.org\n"
    for level in range(depth):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    data += b"Content-Type: text/plain\n\n" + LONG.encode()
    if depth == 60:
        assert read(data).draft.text.strip() == LONG
    else:
        with pytest.raises(UnreadableFile, match="more parts than any message"):
            read_mail(data, "a.eml")
