"""Markdown: the text as it is shown, not as it is typed, with its footnotes and links."""

import re
from dataclasses import replace
from html import escape

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from factcheck.reading.asides import day_of
from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import Reading, refuse_too_long
from factcheck.reading.web import read_fragment

_DEEPEST = 20  # quotations and lists inside one another; what lies deeper is read as text
_FIELD = re.compile(
    r"^(?P<name>title|date)\s*:\s*(?P<said>\S.*?)\s*$", re.MULTILINE | re.IGNORECASE
)


def read_markdown(data: bytes, file_name: str) -> Reading:
    """The text that the markdown shows, in whatever encoding; the date it gives itself is that of publication."""
    source = clean(decode(data, file_name))
    refuse_too_long(source, file_name)
    language = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table")
    language.use(footnote_plugin).use(front_matter_plugin)
    head: dict[str, str] = {}
    tokens = language.parse(source)
    for token in tokens:
        if token.type == "front_matter":
            head = {
                found["name"].lower(): found["said"].strip("\"'")
                for found in _FIELD.finditer(token.content)
            }
    markup = language.renderer.render(tokens, language.options, {})
    title = head.get("title", "")
    if title and not any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        markup = f"<h1>{escape(title)}</h1>{markup}"
    reading = read_fragment(f"<div>{markup}</div>", file_name)
    return replace(reading, published=day_of(head.get("date", "")), title=title)
