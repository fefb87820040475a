"""Sign-offs, re-openings and the stages of a desk as rows."""

from factcheck.model.signoff import Reopening, SignOff, Stage
from factcheck.storage.table import Row, as_moment, made_table, moment


def _stage_row(stage: Stage) -> Row:
    return (stage.id, stage.name, stage.order, int(stage.is_gated))


def _stage(id_: str, name: str, order: int, is_gated: int) -> Stage:
    return Stage(name, order, bool(is_gated), id_)


def _sign_off_row(signed: SignOff) -> Row:
    about = (signed.id, signed.article_id, signed.draft_id, signed.stage)
    made = (signed.by, moment(signed.at))
    return (*about, *made, signed.text_sha256, signed.entry, signed.head)


def _sign_off(
    id_: str,
    article_id: str,
    draft_id: str,
    stage: str,
    by: str,
    at: str,
    text_sha256: str,
    entry: int,
    head: str,
) -> SignOff:
    made = (by, as_moment(at), text_sha256, entry, head)
    return SignOff(article_id, draft_id, stage, *made, id_)


def _reopening_row(reopened: Reopening) -> Row:
    about = (reopened.id, reopened.article_id, reopened.draft_id)
    return (*about, reopened.reason, reopened.by, moment(reopened.at))


def _reopening(
    id_: str, article_id: str, draft_id: str, reason: str, by: str, at: str
) -> Reopening:
    return Reopening(article_id, draft_id, reason, by, as_moment(at), id_)


STAGES = made_table("stages", "id name order is_gated", _stage_row, _stage)
SIGN_OFFS = made_table(
    "sign_offs",
    "id article_id draft_id stage by at text_sha256 entry head",
    _sign_off_row,
    _sign_off,
)
REOPENINGS = made_table(
    "reopenings", "id article_id draft_id reason by at", _reopening_row, _reopening
)
