"""Knows lines that are no part of an article: advertisements, invitations to share or read on, legal notices.

Every pattern must match a whole line: a notice that is missed costs a glance, a paragraph taken for one is never
checked.
"""

import re
import unicodedata

_ADVERTISING = (
    r"adverti[sz]e?ments?|ad feedback|sponsored(?: content)?|promoted(?: content| stories)?|"
    r"add advertisement|(?:story|article) continues (?:below|after)(?: this)?(?: advertisement| ad)?|"
    r"[اإ]ضافة [اإ]علان|[اإ]علان|publicidad|publicité|pubblicità|publicidade|werbung|anzeige|"
    r"advertentie|реклама|广告|廣告|広告|광고"
)
_READ_ON = (
    r"read (?:more|also|next|the full (?:story|article)|further)\b.{0,120}|also read\b.{0,120}|"
    r"more (?:from|stories|news) .{0,60}|(?:more|see also|see more|read on|related .{1,30}): .{1,120}|"
    r"(?:(?:related|recommended|trending|popular|latest|top) )?"
    r"(?:articles|news|stories|topics|content|posts|links|reading|coverage|tags|categories)|"
    r"(?:related|trending|recommended)(?:: .{1,120})?|see also|see more|more|external links|"
    r"you (?:may|might) (?:also like|be interested in)\b.{0,40}|most (?:read|popular|viewed|shared)|"
    r"(?:up next|(?:previous|next) (?:article|post|story))(?:: .{1,120})?|sister links|"
    r"(?:watch|listen)(?: more| now| live| also)?: .{1,100}|editors?[’'] picks?|"
    r"don[’']t miss: .{1,80}|(?:filed under|topics?|categor(?:y|ies)|keywords|tags?): .{1,150}|"
    r"in this (?:article|story):?"
)
_PLACES_TO_SHARE = (
    r"facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|e-?mail|instagram"
)
_SHARING = (
    r"(?:share|tweet|print|save|e-?mail|bookmark)(?: (?:this|the))?"
    r"(?: (?:page|article|story|link|post|news))?"
    rf"(?: (?:on|via|with|to) (?:{_PLACES_TO_SHARE}|(?:your )?friends|a friend)\b.{{0,60}})?[!.:]?|"
    rf"(?:(?:share|tweet|like|pin|print|copy link|{_PLACES_TO_SHARE})(?:[|•·,/\s]+|$))+|"
    rf"follow (?:us|me|@?\w+|.{{1,40}}) on (?:{_PLACES_TO_SHARE}|social media).{{0,60}}|"
    r"like us on .{1,40}|join the (?:conversation|discussion)\b.{0,60}|"
    r"have an opinion on this story\?.{0,40}|(?:leave|post|add|write) a (?:comment|reply)\b.{0,60}|"
    r"(?:\d+ |view |show |no )?comments?|back to (?:top|home|homepage)|\d+ shares?"
)
_SUBSCRIBING = (
    r"(?:subscribe|sign up)(?: (?:to|for|now|here|today)\b.{0,100})?[!.]?|"
    r"(?:sign in|log in|register|donate)(?: (?:now|here|today))?[!.]?|"
    r"get (?:the|our) .{0,60}newsletters?\b.{0,80}|(?:our |daily |weekly )?newsletters?|"
    r"(?:download|get) (?:the|our) .{0,40}\bapp\b.{0,40}|enter your e-?mail\b.{0,60}|"
    r"support (?:our|independent) journalism\b.{0,60}|already a (?:subscriber|member)\?.{0,40}|"
    r"this (?:article|story) is for subscribers\b.{0,60}"
)
_PAGE_FURNITURE = (
    r"(?:skip|jump) to (?:main )?(?:content|navigation|menu|search)|home|menu|search|close|"
    r"(?:open|close) menu|toggle (?:menu|search|navigation)|(?:click|tap) here\b.{0,100}|"
    r"loading|please wait|(?:page )?\d{1,3} of \d{1,3}|page \d{1,4}|accept(?: all)? cookies|"
    r"(?:privacy|cookie) (?:policy|settings|notice)|terms (?:of (?:use|service)|and conditions)|"
    r"view (?:all|gallery)\b.{0,40}|(?:estimated )?reading time: .{1,30}|\d+ min(?:ute)?s? read|"
    r"listen to (?:this|the) (?:article|story)\b.{0,40}|this article is more than .{1,20} old|"
    r"our standards: .{1,80}|register (?:now )?for (?:free )?(?:unlimited )?access\b.{0,60}|"
    r"for immediate release|-* ?(?:30|ends?) ?-*|#{1,5}|[*_=~–—-]{3,}|"
    r"this (?:article|story) (?:was )?(?:first|originally) (?:published|appeared)\b.{0,140}|"
    r"(?:re)?published (?:with permission|under (?:a |the )?creative commons)\b.{0,140}"
)
_CONTACTS = (
    r"(?:for )?(?:media|press)(?: and [a-z ]{1,20})? (?:contacts?|inquiries|enquiries|office)\b.{0,100}|"
    r"(?:contacts?|e-?mail|phone|tel|fax|web(?:site)?)\.?:\s?[^\s].{0,80}|contacts?|"
    r"[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+|www\.\S+"
)
_LEGAL = (
    r"(?:copyright|©|\(c\))\W{0,3}(?:copyright )?(?:©|\(c\))?\s*(?:19|20)\d\d\b.{0,200}|©.{1,200}|"
    r".{0,200}\ball rights reserved\b.{0,250}|copyright by\b.{1,80}|"
    r".{0,120}\bmay not be (?:published|reproduced|republished|copied)\b.{0,30}"
    r"\b(?:broadcast|rewritten|redistributed|permission)\b.{0,120}"
)
_LINK_LIST = re.compile(
    _READ_ON + r"|(?:sources?|references|bibliography|notes and references|further reading):?",
    re.IGNORECASE,
)
_ANY_LINE = re.compile(
    "|".join((_ADVERTISING, _READ_ON, _SHARING, _SUBSCRIBING, _PAGE_FURNITURE, _CONTACTS, _LEGAL)),
    re.IGNORECASE,
)
_DECORATION = " \t\u00a0»«›‹>→▶►▼▲+[](){}|•·*…:"
_LONGEST = 450  # code points: the longest legal notice taken for one

# An advertising slot that was lost in the copying stands glued to a paragraph's end.
_CUT_IN = re.compile(
    r"(?<=[.!?”’\"')])\s*(?P<notice>[اإ]ضافة [اإ]علان|ADVERTISEMENT|(?<!\s)Advertisement)$"
)
_GLUED_WORDS = re.compile(r"(?<=[.!?”’\"')])(?P<notice>[^\W\d_]+(?: [^\W\d_]+){0,3})$")

_OUTLET = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|chronicle|journal|press|daily|observer|guardian|"
    r"telegraph|mail|express|standard|independent|radio|tv|television|broadcasting|wikinews|"
    r"bbc|cnn|reuters|afp)\b|^[\w.-]+\.(?:com|org|net|co\.\w\w)$",
    re.IGNORECASE,
)


def is_boilerplate(words: str) -> bool:
    """Whether the whole line is no part of the article."""
    if len(words) > _LONGEST:
        return False
    bare = words.strip(_DECORATION)
    return bool(_ANY_LINE.fullmatch(words) or (bare and _ANY_LINE.fullmatch(bare)))


def opens_link_list(words: str) -> bool:
    """Whether links to other texts, or a list of sources, may follow the line."""
    return len(words) <= _LONGEST and bool(_LINK_LIST.fullmatch(words.strip(_DECORATION)))


def is_outlet(words: str) -> bool:
    """Whether a line is the name of a paper, a station or a site and nothing else."""
    names = words.split()
    return (
        len(names) <= 5
        and bool(_OUTLET.search(" ".join(names[-2:])))
        and not any(name[0].islower() and name not in {"of", "the", "and"} for name in names)
    )


def notice_at_end(words: str) -> int:
    """Where in ``words`` an advertising notice begins that was glued to the end of a paragraph, or its length."""
    tail = words[-60:]
    cut = len(words) - len(tail)
    if found := _CUT_IN.search(tail):
        return cut + found.start("notice")
    if (found := _GLUED_WORDS.search(tail)) and _is_foreign(
        found["notice"], words[: cut + found.start()]
    ):
        return cut + found.start("notice")
    return len(words)


def _is_foreign(notice: str, before: str) -> bool:
    """Whether ``notice`` is written in none of the scripts of the words before it."""
    used = {_script(char) for char in before[-400:] if char.isalpha()}
    return bool(used) and used.isdisjoint(_script(char) for char in notice if char.isalpha())


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
