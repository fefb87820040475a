"""Words in tool tips stay the words they are, whatever they look like to Qt."""

from html import escape


def literal(words: str) -> str:
    """``words`` as a tool tip that shows them letter for letter; Qt reads what looks like markup as markup."""
    return f"<qt>{escape(words)}</qt>" if "<" in words else words
