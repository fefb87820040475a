"""Finds the claims of a draft, block by block in text order."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from spacy.tokens import Doc

from factcheck.detection.authorship import is_column
from factcheck.detection.blocks import Setting, place
from factcheck.detection.catalogue import Detector
from factcheck.detection.checkworthiness import checkworthiness_of
from factcheck.detection.guard import guarded
from factcheck.detection.languages import language_of
from factcheck.detection.merging import Proposal, proposals
from factcheck.detection.name_roll import Roll
from factcheck.detection.names import names_of
from factcheck.detection.paragraphs import breaks_in, set_breaks
from factcheck.detection.parsing import parsed
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.detection.priority import LEAD, priority_of
from factcheck.detection.questions import question_for
from factcheck.detection.readings import quantities_of, times_of
from factcheck.detection.repeats import Memory
from factcheck.detection.running import Running, running
from factcheck.detection.running_quotes import carried_on
from factcheck.detection.second_parser import SecondParser
from factcheck.detection.sentences import sentences_of
from factcheck.detection.speakers import voices_of
from factcheck.detection.surface import Surface, looks_english, surfaces
from factcheck.model.article import Block, Draft, Role
from factcheck.model.claim import Claim
from factcheck.model.detected import DetectedBlock, Name, Quantity, Quotation, TimeExpression
from factcheck.model.rule import OF_THE_DESK
from factcheck.model.rulebook import NO_RULES, Rulebook
from factcheck.model.text import TextPosition, anchor_at

_TOP = 1_500  # characters: where the first block to read begins below, the lead was read before
NOT_ENGLISH = (
    "This text does not look English: only quotations, figures, ages and dates were looked for."
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one block to parse."""

    block: Block
    setting: Setting
    surface: Surface
    is_last: bool


@dataclass(slots=True)
class _Found:
    """What was found so far in one block."""

    sentences: list[TextPosition] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def detected(self, block: Block) -> DetectedBlock:
        return DetectedBlock(
            block.position,
            tuple(self.sentences),
            tuple(self.claims),
            tuple(self.times),
            tuple(self.quantities),
            tuple(self.quotations),
            tuple(self.names),
            problems=tuple(dict.fromkeys(self.problems)),
        )


def find_claims(
    draft: Draft,
    blocks: Sequence[Block],
    published: date | None,
    language: LoadedLanguage,
    rules: Rulebook = NO_RULES,
    second: SecondParser | None = None,
) -> Iterator[DetectedBlock]:
    """What was found in each block that can hold claims, in text order; each block is parsed alone.

    Of a dateline only its times are told.
    """
    heard = sorted(
        (block for block in blocks if block.role.is_analysed), key=lambda block: block.position
    )
    speaking = [block for block in heard if block.role.holds_claims]
    top = " ".join(block.position.of(draft.text) for block in speaking[:40])
    english = looks_english(top)
    found = _Found(problems=[] if english else [not_english(top)])
    memory = Memory()
    memory.roll = _roll(draft, speaking) if english else memory.roll
    run = running(language, rules, english)
    wanted = rules.wanted()
    problems = iter([run.problems])
    column = is_column(draft.text, [(b.position.start, b.position.end) for b in speaking])
    base = Setting(published=published, is_column=column, silent=run.silent)
    quoted: Quotation | None = None
    pieces = _pieces(draft, heard, base)
    for piece, doc in parsed(pieces, language.nlp, run.parses, second):
        if doc is not None:
            found.problems += next(problems, ())
            if piece.block.role.holds_claims:
                _read(draft, piece, doc, run, memory, found)
            else:
                _read_times(piece, doc, found)
        if piece.is_last:
            found.claims = list(filter(wanted, found.claims))
            position = piece.block.position
            found.quotations = carried_on(draft.text, position, found.quotations, quoted)
            quoted = found.quotations[-1] if found.quotations else None
            yield found.detected(piece.block)
            found = _Found()


def not_english(text: str) -> str:
    """The sentence that says so, with the name of the language where its small words tell it."""
    language = language_of(text)
    if language in ("", "English"):
        return NOT_ENGLISH
    return NOT_ENGLISH.replace("does not look English", f"looks {language}, not English")


def _pieces(draft: Draft, blocks: Sequence[Block], base: Setting) -> Iterator[_Piece]:
    first = next((block for block in blocks if block.role.holds_claims), None)
    depth = 0 if first is None or first.position.start < _TOP else LEAD
    for block in blocks:
        setting = replace(base, role=block.role, depth=depth, offset=block.position.start)
        depth += block.role is Role.BODY
        position = block.position
        pieces = list(surfaces(draft.text, position.start, position.end)) or [_NOTHING]
        for number, surface in enumerate(pieces):
            yield _Piece(block, setting, surface, number == len(pieces) - 1)


_NOTHING = Surface("", array("I"))


def _read(
    draft: Draft, piece: _Piece, doc: Doc, run: Running, memory: Memory, found: _Found
) -> None:
    """Run the detectors over one piece and add what they found, in positions of the draft."""
    place(doc, piece.setting)
    set_breaks(doc, breaks_in(draft.text, piece.surface.places))
    for name, detector in run.detectors:
        guarded(partial(detector, doc), partial(_tell, found, name, piece))
    at = partial(_at, piece.surface)
    found.sentences += [at(*characters) for characters in sentences_of(doc)]
    kept = [p for p in proposals(doc) if not memory.is_repeat(p) or p.priority is not None]
    readings = memory.cast.readings(doc, [p.span for p in kept])
    found.claims += [
        _claim(draft, at(p.span.start_char, p.span.end_char), replace(p, slots=(*p.slots, *read)))
        for p, read in zip(kept, readings, strict=True)
    ]
    found.times += [TimeExpression(at(t.start, t.end), t.value) for t in times_of(doc)]
    found.quantities += [
        Quantity(at(f.start, f.end), f.value, f.unit or _counted(doc, f.end))
        for f in quantities_of(doc)
    ]
    found.quotations += _quotations(doc, piece.surface)
    found.names += [Name(at(n.start, n.end), n.kind) for n in names_of(doc, memory.roll)]


def _read_times(piece: _Piece, doc: Doc, found: _Found) -> None:
    """Of a dateline its times alone: it says when and holds no claim."""
    place(doc, piece.setting)
    at = partial(_at, piece.surface)
    found.times += [TimeExpression(at(t.start, t.end), t.value) for t in times_of(doc)]


def _roll(draft: Draft, blocks: Sequence[Block]) -> Roll:
    """What the running text as a whole tells about its names."""
    running_text = (b for b in blocks if b.role in (Role.BODY, Role.CAPTION))
    return Roll.of(block.position.of(draft.text) for block in running_text)


def _tell(found: _Found, name: str, piece: _Piece, error: Exception) -> None:
    title = name.removeprefix(OF_THE_DESK)
    own = name.startswith(OF_THE_DESK)
    rule = f"desk’s rule “{title}”" if own else f"rule for {Detector(name).title.lower()}"
    where = (
        f"paragraph {piece.setting.depth + 1}"
        if piece.setting.role is Role.BODY
        else f"the {piece.setting.role}"
    )
    found.problems.append(f"The {rule} failed on {where} and was left out. All other rules ran.")


def _at(surface: Surface, start: int, end: int) -> TextPosition:
    return TextPosition(*surface.position(start, end))


def _claim(draft: Draft, position: TextPosition, proposal: Proposal) -> Claim:
    priority = priority_of(proposal)
    return Claim(
        draft.id,
        anchor_at(draft.text, position),
        proposal.kinds,
        priority,
        question=question_for(proposal),
        reasons=proposal.reasons,
        slots=proposal.slots,
        checkworthiness=checkworthiness_of(proposal, priority),
    )


def _counted(doc: Doc, end: int) -> str:
    """What a bare number counts: the noun it stands before, as the text has it."""
    span = doc.char_span(max(0, end - 1), end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return ""
    number = span[-1]
    noun = number.head if number.dep_ in ("nummod", "compound", "quantmod") else None
    if noun is not None and noun.like_num and noun.dep_ == "nummod":
        noun = noun.head
    return str(noun.text) if noun is not None and noun.i > number.i else ""


def _quotations(doc: Doc, surface: Surface) -> Iterator[Quotation]:
    for voice in voices_of(doc):
        yield Quotation(
            _at(surface, voice.quote.start, voice.quote.end),
            None if voice.speaker is None else _phrase_at(surface, doc, *voice.speaker),
            None if voice.cue is None else _phrase_at(surface, doc, voice.cue, voice.cue),
        )


def _phrase_at(surface: Surface, doc: Doc, first: int, last: int) -> TextPosition:
    span = doc[first : last + 1]
    return _at(surface, span.start_char, span.end_char)
