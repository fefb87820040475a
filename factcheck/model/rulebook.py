"""A desk's rules about detection, and every edit a person can make to them.

As with a case, each verb returns a ``Change`` and performs nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.claim import Claim
from factcheck.model.rule import DeskRule, HouseRule, RuleRecord, SwitchedOff, key_of


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules as plain values: storage reads them, detection follows them, the preferences show them."""

    desk: tuple[DeskRule, ...] = ()
    house: tuple[HouseRule, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()

    @property
    def in_force(self) -> tuple[DeskRule, ...]:
        """The desk's own rules that are switched on."""
        return tuple(rule for rule in self.desk if rule.is_on)

    def runs(self, detector: str) -> bool:
        """Whether a detector of the program's, or of another package, is switched on."""
        return all(off.detector != detector for off in self.switched_off)

    def wanted(self) -> Callable[[Claim], bool]:
        """The test that a proposed claim must pass: no house rule is about its words and kind."""
        unwanted = frozenset(rule.key for rule in self.house)
        if not unwanted:
            return lambda claim: True
        return lambda claim: key_of(claim) not in unwanted

    def house_rule_on(self, claim: Claim) -> HouseRule | None:
        """The house rule about the claim's words and kind, if there is one."""
        return next((rule for rule in self.house if rule.key == key_of(claim)), None)

    def records(self) -> tuple[RuleRecord, ...]:
        """Everything the desk said."""
        return (*self.desk, *self.house, *self.switched_off)

    # What a person decides

    def write(self, rule: DeskRule, stamp: Stamp) -> Change:
        """The desk's rule as it now is, new or in place of the one with its id."""
        before = next((other for other in self.desk if other.id == rule.id), None)
        return _change(Verb.WRITE_RULE, before, rule, stamp)

    def delete(self, rule: DeskRule, stamp: Stamp) -> Change:
        """The desk's rule gone; what it has marked stays marked."""
        return _change(Verb.DELETE_RULE, rule, None, stamp)

    def switch(self, detector: str, on: bool, stamp: Stamp) -> Change:
        """A detector of the program's, or of another package, on or off from the next look on."""
        before = next((off for off in self.switched_off if off.detector == detector), None)
        after = before
        if on:
            after = None
        elif before is None:
            after = SwitchedOff(detector, stamp.by, stamp.at)
        return _change(Verb.SWITCH_RULE, before, after, stamp)

    def forget(
        self, rule: HouseRule, stamp: Stamp, article_id: str = "", claim_id: str = ""
    ) -> Change:
        """The house rule taken back: its words are marked again from the next look on."""
        return _change(Verb.FORGET, rule, None, stamp, article_id, claim_id)


NO_RULES = Rulebook()  # of a desk that has said nothing


def _change(
    verb: Verb,
    before: RuleRecord | None,
    after: RuleRecord | None,
    stamp: Stamp,
    article_id: str = "",
    claim_id: str = "",
) -> Change:
    """A change of one record; it belongs to no article unless it is made on a claim."""
    edits = () if before == after else (Edit(before, after),)
    return Change(verb, article_id, edits, stamp, claim_id)
