"""Sets an article's text into a QTextDocument: one paragraph a line, each part in its role's formats."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from factcheck.model.article import Block, Role
from factcheck.model.case import Case
from factcheck.model.text import TextPosition
from factcheck.ui.article.formats import Formats
from factcheck.ui.positions import Positions, shown


def blocks_over(case: Case, position: TextPosition) -> list[Block]:
    """The blocks that share a code point with ``position``, in text order."""
    first = bisect_right(case.blocks, position.start, key=lambda b: b.position.end)
    last = bisect_left(case.blocks, position.end, key=lambda b: b.position.start)
    return case.blocks[first:last]


def main_role(case: Case, position: TextPosition) -> Role:
    """The role of most of the words at ``position``; body where no block lies there."""
    shares: dict[Role, int] = {}
    for block in blocks_over(case, position):
        start, end = block.position.start, block.position.end
        inside = min(end, position.end) - max(start, position.start)
        shares[block.role] = shares.get(block.role, 0) + inside
    return max(shares, key=lambda role: shares[role], default=Role.BODY)


def fill(document: QTextDocument, case: Case, positions: Positions, formats: Formats) -> None:
    """Make ``document`` show the text of ``case``, and nothing else."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(formats.paragraph(Role.BODY))
    # one insertion in the commonest format; the parts that differ are formatted after it
    cursor.insertText(
        "\n".join(shown(p.position.of(case.text)) for p in positions.paragraphs),
        formats.words(Role.BODY),
    )
    _format(cursor, case, positions, formats, _unlike_body(case, positions))
    cursor.endEditBlock()


def reformat(
    document: QTextDocument,
    case: Case,
    positions: Positions,
    formats: Formats,
    paragraphs: Iterable[int],
) -> None:
    """Give these paragraphs the formats of the roles they have now."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for index in paragraphs:
        _select(cursor, document.findBlockByNumber(index))
        cursor.setCharFormat(formats.words(Role.BODY))
        cursor.setBlockFormat(formats.paragraph(Role.BODY))
        _format(cursor, case, positions, formats, (index,))
    cursor.endEditBlock()


def recolour(document: QTextDocument, case: Case, positions: Positions, formats: Formats) -> None:
    """Give the parts that are not in ink the colours of ``formats``; nothing moves."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _format(cursor, case, positions, formats, _unlike_body(case, positions))
    cursor.endEditBlock()


def paragraphs_over(positions: Positions, position: TextPosition) -> range:
    """The indices of the paragraphs that ``position`` touches."""
    first = max(0, positions.paragraph_of(position.start))
    return range(first, positions.paragraph_of(max(position.start, position.end - 1)) + 1)


def _unlike_body(case: Case, positions: Positions) -> list[int]:
    touched: dict[int, None] = {}
    for block in case.blocks:
        if block.role is not Role.BODY:
            touched.update(dict.fromkeys(paragraphs_over(positions, block.position)))
    return list(touched)


def _format(
    cursor: QTextCursor,
    case: Case,
    positions: Positions,
    formats: Formats,
    paragraphs: Iterable[int],
) -> None:
    document = cursor.document()
    for index in paragraphs:
        place = positions.paragraphs[index].position
        _select(cursor, document.findBlockByNumber(index))
        cursor.setBlockFormat(formats.paragraph(main_role(case, place)))
        for block in blocks_over(case, place):
            start, end = positions.range_of(
                TextPosition(
                    max(block.position.start, place.start), min(block.position.end, place.end)
                )
            )
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(formats.words(block.role))


def _select(cursor: QTextCursor, block: QTextBlock) -> None:
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
