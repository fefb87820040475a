"""Knows who is named for words and pictures: bylines, picture credits, captions and datelines."""

import re

_AGENCY = (
    r"(?:AFP|AP|Reuters|Associated Press|The Associated Press|Agence France-Presse|dpa|DPA|EPA|"
    r"EPA-EFE|EFE|ANSA|Xinhua|Kyodo|Kyodo News|Bloomberg|UPI|TASS|PTI|ANI|IANS|PA|PA Media|Getty|"
    r"Getty Images|Shutterstock|iStock|Wikimedia(?: Commons)?|Petra|Anadolu|SPA|WAM)"
)
_AGENCIES = rf"{_AGENCY}(?:(?:\s*[/,&]\s*|\s+-\s+)(?:{_AGENCY}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}})){{0,4}}"
_PICTURE = (
    r"(?:(?:file |stock |courtesy |handout |screen ?)?"
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|screenshots?|videos?|pics?)"
    r"(?: (?:credits?|courtesy(?: of)?|by|from))?|credits?|courtesy(?: of)?)"
)
# A name ends at a full stop, unless that follows an initial or stands inside a word: “J. Doe”, “U.S. Navy”, “nasa.gov”.
# Each full stop is read in one way only: with two, a line of initials would have more readings than anybody can try.
_NAMED = (
    r"(?:[^.:;!?()\n]|\.(?>(?=\w)|(?<=\b[A-Z]\.)|(?<=\b[A-Z][a-z]\.)|(?<=\b[A-Z][a-z][a-z]\.))){1,100}"
    r"(?:\([^()\n]{1,40}\))?"
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
_LABEL = (
    r"(?:(?:file |stock |handout )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|screenshots?)"
    r"(?: (?:credits?|courtesy(?: of)?|by))?|(?:photo |image |picture )?credits?|courtesy)"
)
_AFTER_LABEL = re.compile(
    rf"(?:^|(?<=[.!?”’\"')\]|–—-])\s*)(?P<credit>(?i:{_LABEL}\s*[:/|]|image source,)\s*{_NAMED}\.?)$"
)
# Without a full stop before the label, what follows must be names alone.
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|de|via|by|and|user)"
_AFTER_WORDS = re.compile(
    r"\s(?P<credit>(?:Image|Photo|Picture|Photograph)(?:s| credit)?: ?"
    rf"{_NAME_WORD}(?:[ /,–-]{{1,3}}{_NAME_WORD}){{0,10}}(?: \([^()\n]{{1,40}}\))?\.?)$"
)
_LONGEST_WITH_BARE_LABEL = 300
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
    r"|.{1,220}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,40}"
    r"|[(\[]?(?i:with (?:inputs?|files|agency inputs?) from)\b.{1,80}[)\]]?|(?i:sources?): [^.]{1,80}\.?"
)
_CAPTION_OPENING = re.compile(
    r"this (?:combination of|undated|(?:file |handout |aerial |satellite |archive |screen ?)?"
    r"(?:photo(?:graph)?|picture|image|grab|handout)\b)"
    r"|in this [^.]{0,60}\b(?:photo(?:graph)?|picture|image|frame grab)\b|an? file (?:photo|picture|image)\b"
    r"|(?:file|handout|archive|stock) (?:photo(?:graph)?s?|pictures?|images?)\b|file(?: photo)?\s*[:–—-]\s"
    r"|image caption\b"
    r"|(?:photo|pictured?|caption|above|below|image)\s*:\s",
    re.IGNORECASE,
)
_CAPTION_MARK = re.compile(
    # “(R)” alone is a Republican; a caption that says who stands where names another side as well.
    r"\((?:[Ll]eft|[Rr]ight|[Cc]entre|[Cc]enter|[Pp]ictured|[Tt]op|[Bb]ottom|2nd [LR])\)"
    r"|\([LC]\).*\([RC]\)|\([RC]\).*\([LC]\)|\bseen here\b|\bfile (?:photo|picture)\b"
    r"|\b(?:is|are|was|were) pictured\b|, pictured\b|\bpictured in \d{4}\b"
)
_LONGEST_CAPTION = 700
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'/-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.’'/-]*){0,4}"
_TOWN = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]*|of|de|da|do|el|la)){0,3}"
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?"
_DASH = r" ?(?:[—–―]|--|-(?= ))"
# An article goes on with a capital; “NASA — the agency —” does not.
_OPENING = r"\s*(?=[A-ZÀ-Þ“\"‘'«\d])"
_BY_WIRE = rf" ?\((?:{_AGENCIES}|[A-Z][\w .]{{1,30}}|{_DAY})\)"
_NO_CITY = r"(?!(?:DEAR|UPDATED?|WATCH|BREAKING|EXCLUSIVE|OPINION|NOTE|CORRECTION|MORE|LIVE|READ|ANALYSIS|PHOTOS?|VIDEO|FILE)\b)"
_DATELINE = re.compile(
    rf"(?P<dateline>{_NO_CITY}(?:{_CITY}(?:, {_TOWN})?(?:,? {_DAY})?(?:{_BY_WIRE})?{_DASH}(?: {_DAY}{_DASH})?"
    rf"|{_TOWN}(?:, {_TOWN})?(?:,? {_DAY}(?:{_BY_WIRE})?|{_BY_WIRE}){_DASH}"
    rf"|{_TOWN}(?:, {_TOWN})?(?=\s?[—–―]){_DASH}(?: {_DAY}{_DASH})?"
    rf"|\((?:{_TOWN}(?:, {_TOWN})?(?:,? {_DAY})?|[A-Z]{{2,6}}|{_AGENCIES})\){_DASH}"
    rf"|{_AGENCIES}{_DASH}|{_CITY}:)){_OPENING}"
)


def credit_at_end(words: str) -> int:
    """Where in ``words`` a picture credit begins that ends the line, or its length."""
    tail = words[-200:]
    patterns = [_IN_BRACKETS, _AFTER_LABEL, _PICTURE_BY]
    if len(words) <= _LONGEST_WITH_BARE_LABEL:
        patterns.append(_AFTER_WORDS)
    for pattern in patterns:
        if found := pattern.search(tail):
            return len(words) - len(tail) + found.start("credit")
    return len(words)


def agency_at_end(words: str) -> int:
    """Where in ``words`` the name of an agency begins that ends the line in brackets, or its length."""
    tail = words[-100:]
    found = _AGENCY_IN_BRACKETS.search(tail)
    return len(words) - len(tail) + found.start("credit") if found else len(words)


def is_agency(words: str) -> bool:
    """Whether the line is the name of an agency, or several, and nothing else."""
    return len(words) <= 120 and bool(_AGENCY_ALONE.fullmatch(words))


def is_byline(words: str) -> bool:
    """Whether the line names who wrote the article, or where it comes from, and nothing else."""
    return len(words) <= 250 and bool(
        is_agency(words)
        or (len(words) <= 120 and _BYLINE.fullmatch(words))
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
