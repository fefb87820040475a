from collections.abc import Callable
from datetime import date

import pytest

from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.model.article import Block, Draft, Role
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.detected import DetectedBlock
from factcheck.model.text import TextPosition
from tests.makers import make_draft


@pytest.fixture(scope="session")
def language() -> LoadedLanguage:
    return load_language()


@pytest.fixture(scope="session")
def blank() -> LoadedLanguage:
    """The language as it loads where no model is installed."""
    detectors = list(load_language().detectors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "factcheck.detection.pipeline.settings",
            lambda: {
                "model": {"packages": ["no_such_model"], "components": ["parser"]},
                "claims": {"detectors": detectors},
            },
        )
        return load_language()


def blocks_of(draft: Draft, *roles: Role) -> list[Block]:
    """One block a paragraph; the roles in order, body where there are no more."""
    blocks, start = [], 0
    for number, paragraph in enumerate(draft.text.split("\n\n")):
        role = roles[number] if number < len(roles) else Role.BODY
        blocks.append(Block(draft.id, TextPosition(start, start + len(paragraph)), role))
        start += len(paragraph) + 2
    return blocks


@pytest.fixture
def detect(language: LoadedLanguage) -> Callable[..., list[DetectedBlock]]:
    def run(
        text: str, *roles: Role, published: date | None = date(2021, 6, 16)
    ) -> list[DetectedBlock]:
        draft = make_draft(text)
        return list(find_claims(draft, blocks_of(draft, *roles), published, language))

    return run


@pytest.fixture
def claims(detect: Callable[..., list[DetectedBlock]]) -> Callable[..., list[Claim]]:
    def run(text: str, *roles: Role) -> list[Claim]:
        return [claim for block in detect(text, *roles) for claim in block.claims]

    return run


@pytest.fixture
def marked(claims: Callable[..., list[Claim]]) -> Callable[..., list[str]]:
    """The words marked as a claim of the kind."""

    def run(text: str, kind: ClaimKind, *roles: Role) -> list[str]:
        return [claim.text for claim in claims(text, *roles) if kind in claim.kinds]

    return run
