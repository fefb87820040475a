"""What a new draft as a whole does to the claims of the old one."""

from time import process_time

from factcheck.model.claim import Slot
from factcheck.model.fate import FateKind
from factcheck.model.text import TextPosition
from tests.makers import make_claim, place_of
from tests.unit.revision.drafts import revised

TWIN = "Turnout was 40 percent."
FILLING = (
    "The mayor won.",
    "Rain fell all day.",
    "The school was full.",
    "Two boats sank.",
    "The inn burned.",
)


def test_of_many_twins_each_goes_to_its_own_place() -> None:
    old = "\n\n".join(f"{line} {TWIN}" for line in FILLING)
    new = "\n\n".join(f"{line} {TWIN}" for line in ("A new line.", *FILLING[1:], FILLING[0]))
    claims = [make_claim(TWIN, of=old, nth=n) for n in range(len(FILLING))]

    fates = revised(old, new, claims).fates

    for claim, fate, line in zip(claims, fates, FILLING, strict=True):
        assert fate.claim_id == claim.id
        assert fate.after is not None
        start = new.index(line) + len(line) + 1
        assert fate.after.position == TextPosition(start, start + len(TWIN))


def test_two_claims_never_end_on_the_same_words() -> None:
    old = "The ship carried about 300 people to the island."
    new = "The ship carried 300 people to the island."
    claims = [make_claim("about 300 people", of=old), make_claim("300 people", of=old)]

    outer, inner = revised(old, new, claims).fates

    assert (outer.kind, inner.kind) in (
        (FateKind.GONE, FateKind.CHANGED),
        (FateKind.CHANGED, FateKind.GONE),
    )


def test_he_is_still_the_same_where_a_sentence_without_another_name_comes_between() -> None:
    old = "Per Holm led the board. He resigned in March."
    new = "Per Holm led the board. The rain had stopped. He resigned in March."
    claim = make_claim("He resigned in March", of=old)
    named = make_claim("He resigned in March", of=old, id="named")
    named = type(named)(
        named.draft_id, named.anchor, named.kinds, named.priority, slots=(Slot("he", "Per Holm"),)
    )

    (unknown,) = revised(old, new, [claim]).fates
    (known,) = revised(old, new, [named]).fates

    assert (unknown.kind, unknown.reason) == (FateKind.CHANGED, "who is meant")
    assert known.kind is FateKind.SAME


def test_the_company_is_another_where_another_was_named_in_between() -> None:
    old = "Acme Foods closed two plants. The company made a loss."
    new = "Acme Foods closed two plants. So did Berg Mills. The company made a loss."
    claim = make_claim("The company made a loss", of=old)
    claim = type(claim)(
        claim.draft_id,
        claim.anchor,
        claim.kinds,
        claim.priority,
        slots=(Slot("the company", "Acme Foods"),),
    )

    (fate,) = revised(old, new, [claim]).fates

    assert (fate.kind, fate.reason) == (FateKind.CHANGED, "who is meant")


def test_differences_tell_what_was_there_and_what_is_there_now() -> None:
    old = "The quake killed 41 people. The dam held. Help came."
    new = "The quake killed 57 people. Help came. Tents were flown in."

    found = {(d.before.of(old), d.after.of(new)) for d in revised(old, new, []).differences}

    assert found == {("41", "57"), ("The dam held.", ""), ("", "Tents were flown in.")}


def test_what_is_the_same_to_the_letter_is_told_as_long_as_it_can_be() -> None:
    old = "One line stays. Another stays. 41 died.\n\nThe end."
    new = "New. One line stays. Another stays. 57 died.\n\nThe end."

    same = [(a.of(old), b.of(new)) for a, b in revised(old, new, []).same]

    assert same == [("One line stays. Another stays.",) * 2, ("The end.",) * 2]


def test_a_claim_over_two_sentences_of_which_one_is_gone_is_changed() -> None:
    old = "The line was built in 1900. It cost 4 million. Nobody complained."
    new = "The line was built in 1900. Nobody complained."
    claim = make_claim("The line was built in 1900. It cost 4 million", of=old)

    (fate,) = revised(old, new, [claim]).fates

    assert fate.kind is FateKind.CHANGED
    assert fate.after is not None
    assert fate.after.position == place_of(new, "The line was built in 1900")


def test_offsets_are_code_points() -> None:
    old = "\N{SAILBOAT}\N{SAILBOAT} Two boats sank off Malta."
    new = "\N{SAILBOAT} Two boats sank off Malta."
    (fate,) = revised(old, new, [make_claim("Two boats sank", of=old)]).fates
    assert fate.after is not None
    assert fate.after.position.of(new) == "Two boats sank"


def test_a_text_twice_as_long_takes_about_twice_as_long() -> None:
    def seconds(paragraphs: int) -> float:
        old = "\n\n".join(
            f"Ward {n} counted {n * 7} votes. The clerk of ward {n} went home. Turnout was {n % 90} percent."
            for n in range(paragraphs)
        )
        new = old.replace("7 votes", "8 votes").replace("0 percent", "1 percent")
        claims = [
            make_claim(f"Ward {n} counted {n * 7} votes", of=old) for n in range(0, paragraphs, 9)
        ]
        start = process_time()
        revised(old, new, claims)
        return process_time() - start

    seconds(100)
    short = min(seconds(500) for _ in range(3))
    assert min(seconds(2000) for _ in range(3)) < 10 * short  # quadratic would be sixteenfold
