"""The lines of a PDF page: their words in reading order, where they stand and how they are set."""

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from factcheck.reading.pdf_directions import Glyph, has_right_to_left, in_reading_order

LINE_END_HYPHEN = "\ufffe"
_HYPHEN_CODE = 2  # what pdfium makes of a hyphen that ends a line; there it sets no line end
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_SAME_LINE = 0.35  # of the size: how far apart the baselines of two pieces of one line may be
_SAMPLES = 5  # letters looked at to tell how a line is set


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page; lengths in points, ``baseline`` counted from the foot of the page."""

    words: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page's height in points and its lines, in the order of the file."""

    height: float
    lines: list[PdfLine]


class _Letters:
    """The letters of one page, with what pdfium knows of each."""

    def __init__(self, page: pdfium.PdfTextPage) -> None:
        self._owner = page  # pdfium's page is closed when this goes
        self._page = page.raw
        codes = (raw.FPDFText_GetUnicode(self._page, i) for i in range(page.count_chars()))
        self.codes = [ord(LINE_END_HYPHEN) if code == _HYPHEN_CODE else code for code in codes]

    def box(self, index: int) -> tuple[float, float]:
        """Where the letter begins and ends from left to right."""
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._page, index, rect)
        return rect.left, rect.right

    def baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._page, index, x, y)
        return y.value

    def size(self, index: int) -> float:
        """The font size in points as it shows; 0 for text that does not run from left to right."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        if abs(matrix.b) > abs(matrix.a) or matrix.a < 0:
            return 0.0
        return float(raw.FPDFText_GetFontSize(self._page, index)) * math.hypot(matrix.c, matrix.d)

    def font(self, index: int) -> str:
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(self._page, index, name, len(name), None)
        return name.value.decode("utf-8", "replace")

    def is_generated(self, index: int) -> bool:
        return bool(raw.FPDFText_IsGenerated(self._page, index) == 1)


def page_of(page: pdfium.PdfPage, number: int) -> PdfPage:
    """The lines of a page as they are read; upright text only, none from outside the page."""
    width, height = page.get_size()
    letters = _Letters(page.get_textpage())
    lines: list[PdfLine] = []
    for start, end in _stretches(letters.codes):
        line = _line(
            letters, start, end, number, bool(lines) and _is_right_to_left(lines[-1].words)
        )
        if line is None or line.right < 0 or line.left > width or not 0 <= line.baseline <= height:
            continue
        if lines and _goes_on(lines[-1], line):
            lines[-1] = _as_one(lines[-1], line)
        else:
            lines.append(line)
    return PdfPage(height, lines)


def _stretches(codes: list[int]) -> list[tuple[int, int]]:
    """Where pdfium's lines begin and end; it parts them by line ends or by the hyphen that ends one."""
    stretches = []
    start = 0
    for index, code in enumerate(codes):
        if code in {10, 13}:
            stretches.append((start, index))
            start = index + 1
        elif code == ord(LINE_END_HYPHEN):
            stretches.append((start, index + 1))
            start = index + 1
    stretches.append((start, len(codes)))
    return [(start, end) for start, end in stretches if end > start]


def _is_right_to_left(words: str) -> bool:
    """Whether most letters of a line are read from right to left."""
    letters = [char for char in words if char.isalpha()]
    return 2 * sum(has_right_to_left(char) for char in letters) > len(letters)


def _line(
    letters: _Letters, start: int, end: int, page: int, after_right_to_left: bool
) -> PdfLine | None:
    codes = letters.codes[start:end]
    solid = [start + i for i, code in enumerate(codes) if code and not chr(code).isspace()]
    if not solid:
        return None
    step = max(1, len(solid) // _SAMPLES)
    samples = solid[::step][:_SAMPLES]
    size = sorted(letters.size(i) for i in samples)[len(samples) // 2]
    if size <= 0:
        return None
    words = _text(codes)
    left, right = letters.box(solid[0])[0], letters.box(solid[-1])[1]
    if has_right_to_left(words) or (after_right_to_left and not any(map(str.isalpha, words))):
        glyphs = [_glyph(letters, i) for i in range(start, end) if letters.codes[i]]
        words = in_reading_order(glyphs, size, after_right_to_left)
        left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
    fonts = [letters.font(i) for i in samples]
    return PdfLine(
        " ".join(words.split(" ")).strip(" \t\r\n"),
        page,
        left,
        right,
        letters.baseline(solid[0]),
        round(size, 1),
        all(_BOLD.search(font) for font in fonts),
        all(_ITALIC.search(font) for font in fonts),
    )


def _glyph(letters: _Letters, index: int) -> Glyph:
    left, right = letters.box(index)
    return Glyph(chr(letters.codes[index]), left, right, letters.is_generated(index))


def _text(codes: list[int]) -> str:
    """The letters of the codes; halves of a character beyond 16 bits are put together again."""
    units = "".join(map(chr, filter(None, codes)))
    if any(0xD800 <= code < 0xE000 for code in codes):
        return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return units


def _goes_on(line: PdfLine, other: PdfLine) -> bool:
    """Whether ``other`` stands on the same line, a little to the right, such as after a raised number."""
    reach = max(line.size, other.size)
    return (
        not line.words.endswith(LINE_END_HYPHEN)
        and abs(line.baseline - other.baseline) <= _SAME_LINE * reach
        and -0.5 * reach <= other.left - line.right <= 1.5 * reach
    )


def _as_one(line: PdfLine, other: PdfLine) -> PdfLine:
    between = "" if other.left - line.right < 0.15 * line.size else " "
    main = line if len(line.words) >= len(other.words) else other
    return PdfLine(
        line.words + between + other.words,
        line.page,
        min(line.left, other.left),
        max(line.right, other.right),
        main.baseline,
        main.size,
        line.bold and other.bold,
        line.italic and other.italic,
    )


def unmapped_share(pages: list[PdfPage]) -> float:
    """How much of the text is in letters whose meaning the file does not give, from 0 to 1."""
    words = "".join(line.words for page in pages for line in page.lines)
    unknown = sum(unicodedata.category(char) in {"Co", "Cn", "Cc"} for char in words)
    return (unknown - words.count(LINE_END_HYPHEN)) / max(1, len(words))
