"""The day a web page says it was published."""

import json
import re
from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from factcheck.reading.dates import date_from_stamp

_META_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "published-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "originalpublicationdate",
    "date",
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:published|publish-?date|pub-?date|entry-date|posted-on|post-date|article-date|"
    r"date-published|dateline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FIRST_NAMED = 3  # elements whose name speaks of a date; later ones belong to other articles
_LONGEST_STAMP = 200
_ELSEWHERE = frozenset({"aside", "nav", "footer"})


def published_on(root: HtmlElement) -> date | None:
    """The day of publication by the page's metadata, else by its first time stamp; None where it has neither."""
    for stamp in (*_linked_data(root), *_meta(root), *_marked(root)):
        if day := date_from_stamp(stamp):
            return day
    return None


def _linked_data(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue  # a page may say nonsense there and still be a good article
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if isinstance(stamp := value.get("datePublished"), str):
                    yield stamp
                waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _meta(root: HtmlElement) -> Iterator[str]:
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if name := (meta.get(attribute) or "").strip().lower():
                said.setdefault(name, meta.get("content") or "")
    return (said[name] for name in _META_NAMES if name in said)


def _marked(root: HtmlElement) -> Iterator[str]:
    """Time stamps in the page itself; the first stands by the headline, later ones by other articles."""
    named: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        is_stamp = element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("itemprop") != "dateModified"
        )
        is_named = _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if not (is_stamp or is_named) or any(o.tag in _ELSEWHERE for o in element.iterancestors()):
            continue
        stamp = next(filter(None, map(element.get, ("datetime", "content", "title"))), "")
        stamp = stamp or element.text_content()[:_LONGEST_STAMP]
        if is_stamp:
            yield stamp
            break
        named.append(stamp)
    yield from named[:_FIRST_NAMED]
