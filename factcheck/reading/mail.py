"""E-mail: its subject as headline, the day it was sent, its text; what is attached is named and left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html import escape

from factcheck.errors import UnreadableFile
from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import Reading, refuse_too_long
from factcheck.reading.notices import counted, listed
from factcheck.reading.paragraph import lines_of
from factcheck.reading.web import read_fragment

_LOCKED = frozenset(["multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"])
_MOST_PARTS = 1_000
_MOST_NAMED = 5  # attachments
_LONGEST_NAME = 50


def read_mail(data: bytes, file_name: str) -> Reading:
    """The text of a message under its subject; ``UnreadableFile`` where it is encrypted, damaged or holds none."""
    message = _parsed(data, file_name)
    parts = list(_parts(message, file_name))
    texts = _texts(parts)
    if not texts:
        if any(part.get_content_type() in _LOCKED for part, _ in parts):
            raise UnreadableFile(
                f"“{file_name}” is encrypted. Open it in your mail program, save its text, and drop that here."
            )
        raise UnreadableFile(
            f"“{file_name}” is a message without text. Save what is attached to it, and drop that here."
        )
    subject, words = _header(message, "Subject"), [_words(text, file_name) for text in texts]
    refuse_too_long("".join(words), file_name)
    reading = _reading(subject, texts, words, file_name)
    notes = _told_of(_attached(part for part, _ in parts))
    return replace(reading, published=_sent(message), title=subject, notes=(*reading.notes, *notes))


def _reading(subject: str, texts: list[Message], words: list[str], file_name: str) -> Reading:
    """The texts of a message under its subject."""
    if any(text.get_content_type() == "text/html" for text in texts):
        markup = "".join(
            part if text.get_content_type() == "text/html" else f"<pre>{escape(part)}</pre>"
            for text, part in zip(texts, words, strict=True)
        )
        return read_fragment(f"<div><h1>{escape(subject)}</h1>{markup}</div>", file_name)
    whole = "\n\n".join(filter(None, [subject, *words]))
    return Reading(whole, lines_of(whole))


def _parsed(data: bytes, file_name: str) -> Message:
    try:
        message = message_from_bytes(data)
    except RecursionError as error:
        raise _too_deep(file_name) from error
    if not message.keys():
        raise UnreadableFile(
            f"“{file_name}” is no e-mail: it does not begin with who wrote it to whom. If it is text, give its name "
            "the ending .txt and drop it here again."
        )
    return message


def _parts(message: Message, file_name: str) -> Iterator[tuple[Message, Message | None]]:
    """The parts of a message in order, each with the innermost choice between forms that it belongs to."""
    waiting: list[tuple[Message, Message | None]] = [(message, None)]
    seen = 0
    while waiting:
        part, choice = waiting.pop()
        seen += 1
        if seen > _MOST_PARTS:
            raise _too_deep(file_name)
        # asked only for a list: the letters of a single part it would decode by whatever name stands there
        inside = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            if part.get_content_type() in _LOCKED:
                yield part, choice
            around = part if part.get_content_type() == "multipart/alternative" else choice
            pieces = [piece for piece in reversed(inside) if isinstance(piece, Message)]
            waiting += [(piece, around) for piece in pieces]
        else:
            yield part, choice


def _texts(parts: list[tuple[Message, Message | None]]) -> list[Message]:
    """The parts that are the text: of several forms of one, that with markup."""
    with_markup = {id(choice) for part, choice in parts if _is_text(part, "text/html")}
    return [
        part
        for part, choice in parts
        if _is_text(part, "text/html")
        or (_is_text(part, "text/plain") and (choice is None or id(choice) not in with_markup))
    ]


def _too_deep(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{file_name}” was not opened: it has far more parts than any message. Open it in your mail program, save its "
        "text, and drop that here."
    )


def _is_text(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _words(part: Message, file_name: str) -> str:
    """The text of a part, in the encoding it names or, where that is unknown or wrong, the one it seems to be in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        return clean(data.decode(charset)) if charset else clean(decode(data, file_name))
    except (LookupError, ValueError):  # unknown, or wrong, or no name at all
        return clean(decode(data, file_name))


def _header(message: Message, name: str) -> str:
    """What a header says, in letters; empty where it is missing."""
    said = str(message.get(name, ""))
    try:
        pieces = decode_header(said)
    except (HeaderParseError, ValueError):
        pieces = [(said, None)]
    words = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        try:
            words.append(piece.decode(charset or "utf-8", "replace"))
        except (LookupError, ValueError):
            words.append(piece.decode("utf-8", "replace"))
    return " ".join(clean("".join(words)).split())


def _sent(message: Message) -> date | None:
    """The day the message was sent, by the clock of who sent it."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attached(parts: Iterable[Message]) -> list[str]:
    """The names of what is attached, not of the text in one form or another."""
    names = []
    for part in parts:
        if _is_text(part, "text/plain") or _is_text(part, "text/html"):
            continue
        if part.get_content_type() == "message/rfc822":
            names.append("a message")
        elif name := part.get_filename():
            shown = " ".join(clean(name).split())[:_LONGEST_NAME]
            names.append(f"“{shown}”")
    return names


def _told_of(names: list[str]) -> list[str]:
    if not names:
        return []
    more = [f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED else []
    shown = listed([*names[:_MOST_NAMED], *more])
    return [
        f"{counted(len(names), 'attachment').capitalize()} left out: {shown}. Save what you need and drop it here."
    ]
