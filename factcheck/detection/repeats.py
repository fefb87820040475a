"""Leaves out what an article has already been asked: a role once given, a title quoted again."""

from dataclasses import dataclass, field

from factcheck.detection.blocks import SPEECH, setting_of
from factcheck.detection.merging import Proposal
from factcheck.detection.name_roll import Roll
from factcheck.detection.stand_ins import Cast
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

_SHORT = 3  # words of “Justice Ada Berg”: a role with nothing new to check

_ROLES = frozenset({ClaimKind.ROLE_TITLE, ClaimKind.RELATION_STATUS})


@dataclass(slots=True)
class Memory:
    """The roles and quoted names that the body of one article has had so far, who was named, and what is known of its names."""

    roles: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    cast: Cast = field(default_factory=Cast)
    roll: Roll = field(default_factory=Roll)

    def is_repeat(self, proposal: Proposal) -> bool:
        """Whether the body had it before; what it has now is kept in mind."""
        span = proposal.span
        if setting_of(span.doc).role is not Role.BODY:
            return False
        if proposal.kind is ClaimKind.ROLE_TITLE and _ROLES.issuperset(proposal.kinds):
            return self._is_known_role(str(span.text), str(span[-1].text), len(span) <= _SHORT)
        if proposal.kind is ClaimKind.QUOTATION and len(span) <= SPEECH + 3:
            words = span.text.strip("“”\"‘’',. ").lower()
            known = words in self.quoted
            self.quoted.add(words)
            return known
        return False

    def _is_known_role(self, text: str, surname: str, is_short: bool) -> bool:
        known = text in self.roles or (is_short and surname in self.roles)
        self.roles |= {text, surname}
        return known
