"""Knows who is named for words and pictures: bylines, picture credits, captions and datelines."""

import re

_AGENCY = (
    r"(?:AFP|AP|Reuters|Associated Press|The Associated Press|Agence France-Presse|dpa|DPA|EPA|"
    r"EPA-EFE|EFE|ANSA|Xinhua|Kyodo|Kyodo News|Bloomberg|UPI|TASS|PTI|ANI|IANS|PA|PA Media|Getty|"
    r"Getty Images|Shutterstock|iStock|Wikimedia(?: Commons)?|Petra|Anadolu|SPA|WAM)"
)
_AGENCIES = rf"{_AGENCY}(?:\s*[/,&-]\s*(?:{_AGENCY}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}))*"
_PICTURE = (
    r"(?:(?:file |stock |courtesy |handout |screen ?)?"
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|screenshots?|videos?|pics?)"
    r"(?: (?:credits?|courtesy(?: of)?|by|from))?|credits?|courtesy(?: of)?)"
)
_NAMED = (
    r"[^.:;!?()\n]{1,60}(?:\.(?=[\w ])[^.:;!?()\n]{1,40}){0,2}"  # a name may hold a point: “J. Doe”
)
_STOCK = r"(?:Getty(?: Images)?|Shutterstock|iStock|Wikimedia(?: Commons)?|Unsplash|Flickr)"
_IN_BRACKETS = re.compile(
    r"\s*(?P<credit>[(\[](?:"
    rf"(?i:{_PICTURE})\s*(?:[:/|–—-]|(?i:by|courtesy|via|from)\b)[^()\[\]\n]{{1,120}}"
    rf"|{_AGENCIES} (?i:(?:file )?(?:photo|picture|image)s?)\b[^()\[\]\n]{{0,80}}"
    rf"|[^()\[\]\n]{{0,80}}\b{_STOCK}\b[^()\[\]\n]{{0,40}}"
    r")[)\]]\.?)$"
)
_AGENCY_IN_BRACKETS = re.compile(rf"\s*(?P<credit>[(\[]{_AGENCIES}[)\]])\.?$")
_AFTER_LABEL = re.compile(
    r"(?:^|(?<=[.!?”’\"')\]|–—-])\s*)(?P<credit>"
    r"(?i:(?:file |stock |handout )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|screenshots?)"
    r"(?: (?:credits?|courtesy(?: of)?|by))?|(?:photo |image |picture )?credits?|courtesy)"
    rf"\s*[:/|]\s*{_NAMED}\.?)$"
)
_PICTURE_BY = re.compile(
    r"(?:^|(?<=[.!?”’\"')\]])\s+)(?P<credit>(?i:photo(?:graph)?s?|pictures?|images?|illustrations?) "
    rf"(?i:by|courtesy of|via) [A-Z]{_NAMED}\.?)$"
)
_AGENCY_ALONE = re.compile(rf"[(\[]?{_AGENCIES}[)\]]?")
_PERSON = r"[A-ZÀ-Þ][\w.’'-]*"
_NAMES = rf"{_PERSON}(?:(?:,? (?:and|&|de|van|von|der|la|al|bin|in|for|of|the|with)|,|;| [|/–—-])? {_PERSON}){{0,9}}"
_BYLINE = re.compile(
    rf"(?i:by|written by|words by|story by|text by|report by|author|from our correspondents?)\s*:?\s+(?:the )?{_NAMES}"
)
_REPORTERS = re.compile(
    r"[(\[]?(?i:(?:additional )?reporting|edited|editing|writing|with reporting|compiled|translated|translation)"
    r"(?: and (?i:reporting|editing|writing))? by\b.{1,200}[)\]]?"
    r"|.{1,90}\bcontributed (?:to this (?:report|story|article)|reporting)\.?"
)
_CAPTION_OPENING = re.compile(
    r"this (?:combination of|undated|(?:file |handout |aerial |satellite |archive |screen ?)?"
    r"(?:photo(?:graph)?|picture|image|grab|handout)\b)"
    r"|in this [^.]{0,60}\b(?:photo(?:graph)?|picture|image|frame grab)\b|an? file (?:photo|picture|image)\b"
    r"|(?:file|handout|archive|stock) (?:photo(?:graph)?s?|pictures?|images?)\b|file(?: photo)?\s*[:–—-]\s"
    r"|(?:photo|pictured?|caption|above|below|image)\s*:\s",
    re.IGNORECASE,
)
_CAPTION_MARK = re.compile(
    r"\((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]entre|[Cc]enter|[Pp]ictured|[Tt]op|[Bb]ottom|2nd [LR])\)"
    r"|\b(?:pictured|seen here|file photo|file picture)\b"
)
_LONGEST_CAPTION = 700
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'/-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.’'/-]*){0,4}"
_TOWN = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]*|of|de|da|do|el|la)){0,3}"
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?"
_DASH = r" ?(?:[—–―]|--|-(?= ))"
_OPENING = (
    r"\s*(?=[A-ZÀ-Þ“\"‘'«\d])"  # an article goes on with a capital; “NASA — the agency —” does not
)
_BY_WIRE = rf" ?\((?:{_AGENCIES}|[A-Z][\w .]{{1,30}})\)"
_DATELINE = re.compile(
    rf"(?P<dateline>(?:{_CITY}(?:, {_TOWN})?(?:,? {_DAY})?(?:{_BY_WIRE})?"
    rf"|{_TOWN}(?:, {_TOWN})?(?:,? {_DAY}(?:{_BY_WIRE})?|{_BY_WIRE})"
    rf"|{_TOWN}(?:, {_TOWN})?(?=\s?[—–―])"
    rf"|\(?{_AGENCIES}\)?){_DASH}){_OPENING}"
)


def credit_at_end(words: str) -> int:
    """Where in ``words`` a picture credit begins that ends the line, or its length."""
    tail = words[-200:]
    for pattern in (_IN_BRACKETS, _AFTER_LABEL, _PICTURE_BY):
        if found := pattern.search(tail):
            return len(words) - len(tail) + found.start("credit")
    return len(words)


def agency_at_end(words: str) -> int:
    """Where in ``words`` the name of an agency begins that ends the line in brackets, or its length."""
    tail = words[-100:]
    found = _AGENCY_IN_BRACKETS.search(tail)
    return len(words) - len(tail) + found.start("credit") if found else len(words)


def is_byline(words: str) -> bool:
    """Whether the line names who wrote the article, or the agency it comes from, and nothing else."""
    return len(words) <= 250 and bool(
        (len(words) <= 120 and (_BYLINE.fullmatch(words) or _AGENCY_ALONE.fullmatch(words)))
        or _REPORTERS.fullmatch(words)
    )


def opens_caption(words: str) -> bool:
    """Whether the line speaks of the picture it stands under."""
    return len(words) <= _LONGEST_CAPTION and bool(
        _CAPTION_OPENING.match(words) or (len(words) <= 400 and _CAPTION_MARK.search(words))
    )


def is_short_enough_for_caption(words: str) -> bool:
    """Whether a line that ends in a picture credit can be a caption."""
    return len(words) <= _LONGEST_CAPTION


def dateline_at_start(words: str) -> int:
    """How much of the start of ``words`` is a dateline, its dash included; 0 where there is none."""
    head = words[:120]
    found = _DATELINE.match(head)
    return found.end("dateline") if found else 0
