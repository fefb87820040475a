"""Finds words in the article as somebody types them."""

import re

# what a keyboard has, and what an article may be set with instead
_ALIKE = {
    "'": "['’‘ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–—]",
    " ": r"[^\S\n]+",
}

Hit = tuple[
    int, int
]  # start and end in code points; plain, since one letter is found 200,000 times in a book


def find_all(text: str, words: str) -> list[Hit]:
    """Every place of ``words``; capitals count where some are typed, quotation marks and spaces of any kind match."""
    if not words.strip():
        return []
    pattern = "".join(_ALIKE.get(char, re.escape(char)) for char in re.sub(r"\s+", " ", words))
    flags = re.NOFLAG if any(char.isupper() for char in words) else re.IGNORECASE
    return [found.span() for found in re.finditer(pattern, text, flags)]
