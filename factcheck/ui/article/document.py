"""Sets an article's text into a QTextDocument: one paragraph a line, each part in its role's formats."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

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


def roles_of(case: Case, positions: Positions) -> list[Role]:
    """The role of most of the words of each paragraph; body where no block lies there."""
    roles: list[Role] = []
    first = 0
    for paragraph in positions.paragraphs:
        start, end = paragraph.position.start, paragraph.position.end
        while first < len(case.blocks) and case.blocks[first].position.end <= start:
            first += 1
        shares: dict[Role, int] = {}
        at = first
        while at < len(case.blocks) and case.blocks[at].position.start < end:
            block = case.blocks[at]
            inside = min(block.position.end, end) - max(block.position.start, start)
            shares[block.role] = shares.get(block.role, 0) + inside
            at += 1
        roles.append(max(shares, key=lambda role: shares[role], default=Role.BODY))
    return roles


def fill(
    document: QTextDocument,
    case: Case,
    positions: Positions,
    formats: Formats,
    roles: Sequence[Role],
) -> None:
    """Set the text of ``case`` into an empty document; ``roles`` are its paragraphs'."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(formats.paragraph(Role.BODY))
    # one insertion in the commonest format; the parts that differ are formatted after it
    cursor.insertText(
        "\n".join(shown(p.position.of(case.text)) for p in positions.paragraphs),
        formats.words(Role.BODY),
    )
    _format(cursor, case, positions, formats, roles, _unlike_body(case, positions))
    cursor.endEditBlock()


def reformat(
    document: QTextDocument,
    case: Case,
    positions: Positions,
    formats: Formats,
    roles: Sequence[Role],
    paragraphs: Iterable[int] | None = None,
) -> None:
    """Give these paragraphs, or all that are not plain body, the formats of the roles they have now."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for index in paragraphs or ():
        _select(cursor, document.findBlockByNumber(index))
        cursor.setCharFormat(formats.words(Role.BODY))
    if paragraphs is None:
        paragraphs = _unlike_body(case, positions)
    _format(cursor, case, positions, formats, roles, paragraphs)
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
    roles: Sequence[Role],
    paragraphs: Iterable[int],
) -> None:
    document = cursor.document()
    for index in paragraphs:
        place = positions.paragraphs[index].position
        _select(cursor, document.findBlockByNumber(index))
        cursor.setBlockFormat(formats.paragraph(roles[index]))
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
