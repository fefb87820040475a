"""Finds who says quoted words and by which word: beside them, around them, or in the paragraph before."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from factcheck.detection.blocks import quotes_of
from factcheck.detection.clauses import subject_of
from factcheck.detection.paragraphs import breaks_of
from factcheck.detection.words import is_form_of, verb_bases
from factcheck.model.quote_marks import Quoted

_VOICES = "claims.voices"
_REACH = 30  # tokens between the words quoted and who says them
_LISTS = ("reporting-verbs", "speech-act-verbs", "quotation-verbs")
_SHARING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp", "prep", "dep", "ccomp"})
_NAMING = frozenset({"prep", "appos", "compound", "nmod", "nummod", "flat", "poss", "amod"})
_NO_SPEAKER = frozenset({"that", "this", "there", "what", "these", "those"})
_MINDS = frozenset({"feel", "think", "believe", "hope", "fear", "know", "find", "want", "expect"})
_ENDS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation with the tokens that name its speaker (first and last) and the word of saying."""

    quote: Quoted
    speaker: tuple[int, int] | None = None
    cue: int | None = None


def voices_of(doc: Doc) -> list[Voice]:
    """The quotations of the text with their speakers, found once."""
    found = doc.user_data.get(_VOICES)
    if not isinstance(found, list):
        found = doc.user_data[_VOICES] = _Hearing(doc).voices()
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation in tokens, its marks included, and the number of its paragraph."""

    quote: Quoted
    start: int
    end: int
    paragraph: int


class _Hearing:
    """One text with its quotations and paragraphs in tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.breaks = breaks_of(doc)
        self.places = [p for q in quotes_of(doc).quotes if (p := self._place(q)) is not None]
        self.quoted = bytearray(len(doc) + 1)
        for place in self.places:
            self.quoted[place.start : place.end] = b"\1" * (place.end - place.start)

    def _place(self, quote: Quoted) -> _Place | None:
        span = self.doc.char_span(quote.start, quote.end, alignment_mode="expand")
        if span is None:
            return None
        return _Place(quote, span.start, span.end, bisect_right(self.breaks, quote.start))

    @cached_property
    def _borders(self) -> list[int]:
        """The token at which each paragraph begins, and the end of the text."""
        starts = [0]
        for at in self.breaks:
            span = self.doc.char_span(at, at + 1, alignment_mode="expand")
            starts.append(span.start if span is not None else starts[-1])
        return [*starts, len(self.doc)]

    def voices(self) -> list[Voice]:
        """The voice of each quotation; one without a tag of its own goes on with the voice before it."""
        if not self.doc.has_annotation("DEP"):
            return [Voice(place.quote) for place in self.places]
        found: list[Voice] = []
        before: _Place | None = None
        latest: Voice | None = None
        for place in self.places:
            voice = self._inner(place) if place.quote.depth else self._voice(place)
            if voice.speaker is None and latest is not None and self._goes_on(place, before):
                voice = Voice(place.quote, latest.speaker)
            found.append(voice)
            if place.quote.depth == 0:
                before = place
                latest = voice if voice.speaker is not None else latest
        return found

    def _goes_on(self, place: _Place, before: _Place | None) -> bool:
        """Whether the quotation goes on after the tag of the one before, or over paragraphs."""
        if before is None or place.quote.depth:
            return False
        near = place.paragraph - before.paragraph
        if near == 0:
            return self._is_whole(place)
        opens = place.start <= self._borders[place.paragraph] + 1
        return opens and (not before.quote.closed or (near == 1 and self._is_whole(place)))

    def _is_whole(self, place: _Place) -> bool:
        """Whether whole sentences are quoted: a capital at the start and more than a few words."""
        first = self.doc.text[place.quote.start + 1 : place.quote.start + 2]
        return (first.isupper() or first in "[.…") and place.end - place.start > 5

    def _voice(self, place: _Place) -> Voice:
        after, before = self._after(place), self._before(place)
        tags = [after, before] if self._awaits_tag(place) else [before, after]
        for region, forward in zip(tags, (tags[0] is after, tags[1] is after), strict=True):
            for near in self._cues(region, forward):
                cue = self._reporting(near)
                if (speaker := self._speaker(cue, region)) is not None:
                    return Voice(place.quote, self._phrase(speaker, cue), cue.i)
        return self._by_parse(place) or self._by_name(place, before, after) or Voice(place.quote)

    def _awaits_tag(self, place: _Place) -> bool:
        """Whether the quotation ends as one does before “she said”: with a comma, or goes on in small letters."""
        last = self.doc.text[max(0, place.quote.end - 4) : place.quote.end - 1].rstrip()[-1:]
        following = self.doc[place.end] if place.end < len(self.doc) else None
        if last in (",", "—", "-"):
            return True
        opener = self.doc[place.start - 1].text if place.start else ""
        if opener in (":", ",") or following is None:
            return False
        return last in ("?", "!") or following.text == ","

    def _after(self, place: _Place) -> range:
        """The tokens behind the quotation up to the end of the sentence, the paragraph or the next quotation."""
        limit = min(self._borders[place.paragraph + 1], place.end + _REACH)
        last = place.end
        while last < limit and self.doc[last].text not in _ENDS:
            if self.quoted[last] and not self._is_phrase_at(last):
                break
            last += 1
        return range(place.end, last)

    def _before(self, place: _Place) -> range:
        """The tokens before the quotation from the start of the sentence, or the line that announces it."""
        border = self._borders[place.paragraph]
        first = place.start
        if first <= border and place.paragraph and self.doc[max(0, first - 1)].text == ":":
            border = self._borders[place.paragraph - 1]
        limit = max(border, place.start - _REACH)
        while first > limit and self.doc[first - 1].text not in _ENDS:
            if self.quoted[first - 1] and not self._is_phrase_at(first - 1):
                break
            first -= 1
        return range(first, place.start)

    def _is_phrase_at(self, index: int) -> bool:
        """Whether the token stands in a quoted phrase, which does not part a speaker from what follows it."""
        inside = [p for p in self.places if p.start <= index < p.end]
        return all(p.end - p.start <= 8 for p in inside)

    def _cues(self, region: range, forward: bool) -> list[Token]:
        order = region if forward else reversed(region)
        cues = [self.doc[i] for i in order if not self.quoted[i] and is_cue(self.doc[i])]
        if not forward and len(region) > 1 and self.doc[region.stop - 1].text in (",", ":"):
            last = self.doc[max(region.start, region.stop - 4) : region.stop - 1]
            cues = [t for t in last if t.tag_ in ("VBD", "VBZ", "VBP")][-1:] + cues
        return cues

    def _reporting(self, cue: Token) -> Token:
        """The word that reports what the cue belongs to: “Berg says | she feels “great””."""
        subject = speaker_by(cue)
        close = subject is None or subject.tag_ == "PRP" or is_form_of(cue.text, "feeling-verbs")
        close |= not any(is_form_of(cue.text, name) for name in _LISTS[:2])
        if not close and not any(base in _MINDS for base in verb_bases(cue.text)):
            return cue
        return self._above(cue) or cue

    def _above(self, token: Token) -> Token | None:
        """The word of saying whose content holds the token."""
        for above in token.ancestors:
            if self.quoted[above.i]:
                continue
            if is_cue(above) and (speaker := speaker_by(above)) and self._may_speak(speaker):
                inside = next(a for a in (token, *token.ancestors) if a.head.i == above.i)
                if inside.dep_ in ("ccomp", "xcomp", "parataxis", "dep"):
                    return above
        return None

    def _speaker(self, cue: Token, region: range) -> Token | None:
        """Who speaks by the word: by the parse, else the noun that stands next to it."""
        speaker = speaker_by(cue)
        if speaker is not None and self._may_speak(speaker):
            beside = self._beside(cue) if speaker.i > cue.i and cue.lower_ != "according" else None
            return beside or speaker
        if cue.lower_ == "according":
            return None
        if (beside := self._beside(cue)) is not None:
            return beside
        if cue.i - region.start <= 1:  # “asked the engineer” straight behind the quotation
            following = self.doc[cue.i + 1 : min(region.stop, cue.i + 6)]
            while len(following) and following[0].tag_[:2] in ("DT", "JJ", "CD"):
                following = following[1:]
            if len(following) and following[0].tag_.startswith("N"):
                while len(following) > 1 and following[1].tag_.startswith("N"):
                    following = following[1:]
                return following[0] if self._may_speak(following[0]) else None
        near = [*range(cue.i - 1, region.start - 1, -1)]
        for i in [*near, *range(cue.i + 1, min(region.stop, cue.i + 4))]:
            token = self.doc[i]
            if token.tag_ in ("NNP", "NNPS") or (token.tag_ == "PRP" and token.dep_ != "dobj"):
                return token if self._may_speak(token) else None
        return None

    def _beside(self, cue: Token) -> Token | None:
        """The noun straight before the word of saying, past adverbs and what stands in brackets."""
        i = cue.i - 1
        while i > 0:
            token = self.doc[i]
            if token.text == ")":
                while i > 0 and self.doc[i].text != "(":
                    i -= 1
            elif not token.tag_.startswith("RB") and token.dep_ not in ("aux", "auxpass"):
                break
            i -= 1
        token = self.doc[max(i, 0)]
        named = token.tag_.startswith("N") or (token.tag_ == "PRP" and token.dep_ != "dobj")
        if not named or token.dep_ in ("pobj", "dobj", "npadvmod") or not self._may_speak(token):
            return None
        return token

    def _may_speak(self, token: Token) -> bool:
        return not self.quoted[token.i] and token.lower_ not in _NO_SPEAKER

    def _by_parse(self, place: _Place) -> Voice | None:
        """The subject of the sentence that quotes a phrase, whatever its verb, unless the phrase is a title."""
        if (first := self._above(self.doc[place.start : place.end].root)) is not None:
            speaker = speaker_by(first)
            if speaker is not None:
                return Voice(place.quote, self._phrase(speaker, first), first.i)
        words = [t for t in self.doc[place.start : place.end] if t.is_alpha]
        if not words or (len(words) > 1 and sum(t.is_title for t in words) * 2 > len(words)):
            return None
        for above in self.doc[place.start : place.end].root.ancestors:
            if self.quoted[above.i] or not above.tag_.startswith("V"):
                continue
            subject = speaker_by(above)
            if subject is not None and self._may_speak(subject) and self._can_say(subject):
                return Voice(place.quote, self._phrase(subject, above), above.i)
        return None

    def _can_say(self, token: Token) -> bool:
        """Whether the noun may be somebody: a name, a pronoun of a person, or people."""
        return (
            token.tag_ in ("NNP", "NNPS", "WP") or token.lower_ in _PERSONS or token.tag_ == "NNS"
        )

    def _by_name(self, place: _Place, before: range, after: range) -> Voice | None:
        """“surprised the pollster Ada Berg: “…””, and “…” — Ada Berg: a name without a word of saying."""
        if len(before) and self.doc[before.stop - 1].text == ":":
            for i in reversed(before):
                token = self.doc[i]
                if not self.quoted[i] and token.tag_.startswith("N") and self._may_speak(token):
                    return Voice(place.quote, self._phrase(token, token))
        if len(after) > 1 and self.doc[after.start].text in "―—–--":
            name = self.doc[after.start + 1]
            if name.tag_ == "NNP":
                last = name.i
                while last + 1 < len(self.doc) and self.doc[last + 1].tag_ == "NNP":
                    last += 1
                return Voice(place.quote, (name.i, last))
        return None

    def _inner(self, place: _Place) -> Voice:
        """A quotation in a quotation: who speaks by a word of saying that stands before it inside the outer one."""
        outer = next(
            (p for p in self.places if p.quote.depth == 0 and p.start < place.start < p.end), None
        )
        if outer is None:
            return Voice(place.quote)
        region = range(max(outer.start + 1, place.start - 8), place.start)
        for i in reversed(region):
            if self.doc[i].text in _ENDS:
                break
            if is_cue(self.doc[i]) and (speaker := speaker_by(self.doc[i])) is not None:
                return Voice(place.quote, self._phrase(speaker, self.doc[i]), i)
        return Voice(place.quote)

    def _phrase(self, speaker: Token, cue: Token) -> tuple[int, int]:
        """The words that name the speaker, with what stands in apposition, without clauses."""
        first, last = speaker.left_edge.i, speaker.i
        for child in speaker.rights:
            named = child.dep_ in _NAMING and child.right_edge.i - speaker.i <= 14
            if named and not any(self.quoted[child.left_edge.i : child.right_edge.i + 1]):
                last = max(last, child.right_edge.i)
        if last < cue.i <= last + 5 and all(
            t.tag_.startswith(("NN", "CC", "IN")) for t in self.doc[last + 1 : cue.i]
        ):
            last = cue.i - 1
        outside = not self.quoted[speaker.i]
        while first < speaker.i and ((outside and self.quoted[first]) or self.doc[first].is_punct):
            first += 1
        if speaker.i < cue.i <= last:
            last = cue.i - 1
        if first <= cue.i < speaker.i:
            first = cue.i + 1
        while last > speaker.i and self.doc[last].is_punct:
            last -= 1
        return first, last


_PERSONS = frozenset(
    ["he", "she", "they", "i", "we", "you", "who", "one", "another", "others", "some", "many"]
)


def is_cue(token: Token) -> bool:
    """Whether the token is a word of saying."""
    if token.lower_ == "according":
        return True
    return token.tag_.startswith("V") and any(is_form_of(token.text, name) for name in _LISTS)


def speaker_by(cue: Token) -> Token | None:
    """Who speaks by the word of saying: its subject, the subject it shares, or whom a “who” stands for."""
    if cue.lower_ == "according":
        to = next((c for c in cue.children if c.lower_ == "to"), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    agent = next((c for c in cue.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    verb = cue
    while (own := subject_of(verb)) is None:
        if verb.dep_ not in _SHARING or verb.head.i == verb.i:
            return None
        if verb.head.tag_.startswith("N") and verb.dep_ == "acl":
            return verb.head
        verb = verb.head
    if own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return own
