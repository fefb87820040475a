"""A place in a text, and how to find it again; every offset is a code point of the article's own text."""

from dataclasses import dataclass

CONTEXT = 32  # code points kept on either side of a quote


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A stretch of text from ``start`` to ``end`` (exclusive), in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a stretch of text: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def contains(self, other: "TextPosition") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "TextPosition") -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "TextPosition":
        return TextPosition(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class TextQuote:
    """The words of a place and up to 32 code points on either side of them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place by position and by quote, so that it can be found again when one of them no longer holds."""

    position: TextPosition
    quote: TextQuote


def anchor_at(text: str, position: TextPosition) -> Anchor:
    """The anchor of ``position`` in ``text``."""
    start, end = position.start, position.end
    return Anchor(
        position,
        TextQuote(
            text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        ),
    )


def trimmed(text: str, position: TextPosition) -> TextPosition:
    """``position`` without the white space at either end; empty where there is nothing else."""
    words = position.of(text)
    start = position.start + len(words) - len(words.lstrip())
    return TextPosition(start, max(start, position.start + len(words.rstrip())))
