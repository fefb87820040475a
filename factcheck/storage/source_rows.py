"""Sources, and what a desk asks of them, as rows."""

from datetime import date

from factcheck.model.evidence import Source, SourceForm, SourceKind, SourceQuality
from factcheck.model.standard import Standard, WhenShort
from factcheck.storage.table import Row, Table, made_table


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _source_row(source: Source) -> Row:
    named = (source.id, source.article_id, source.title, source.form.value)
    found = (source.reference, source.quality.value, _text(source.accessed), source.sha256)
    about = (source.kind.value, _text(source.dated), source.contact)
    return (*named, *found, *about, int(source.is_confidential), source.origin)


def _source(
    id_: str,
    article_id: str,
    title: str,
    form: str,
    reference: str,
    quality: str,
    accessed: str | None,
    sha256: str,
    kind: str,
    dated: str | None,
    contact: str,
    is_confidential: int,
    origin: str,
) -> Source:
    return Source(
        article_id,
        title,
        SourceForm(form),
        reference,
        SourceQuality(quality),
        _day(accessed),
        sha256,
        SourceKind(kind),
        _day(dated),
        contact,
        bool(is_confidential),
        origin,
        id_,
    )


def _standard_row(standard: Standard) -> Row:
    asked = (int(standard.primary_suffices), standard.independent)
    return (standard.id, *asked, standard.when_short.value, int(standard.gates))


def _standard(
    id_: str, primary_suffices: int, independent: int, when_short: str, gates: int
) -> Standard:
    asked = (bool(primary_suffices), independent, WhenShort(when_short))
    return Standard(*asked, bool(gates), id_)


_SOURCE_COLUMNS = (
    "id article_id title form reference quality accessed sha256"
    " kind dated contact is_confidential origin"
)
SOURCES = Table(
    "sources",
    tuple(_SOURCE_COLUMNS.split()),
    _source_row,
    _source,
    later={"kind": "other", "dated": None, "contact": "", "is_confidential": 0, "origin": ""},
)
STANDARDS = made_table(
    "standards", "id primary_suffices independent when_short gates", _standard_row, _standard
)
