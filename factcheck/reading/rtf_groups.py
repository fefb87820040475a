"""The groups of rich text: what holds inside the braces that are open now."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace

from factcheck.reading.word_styles import PLAIN_STYLE, Style, style_named

# Groups whose text is kept for something other than the page.
_KEPT = frozenset(
    [
        *("annotation", "atnauthor", "atrfstart", "atrfend", "atnref", "atndate", "fldinst"),
        *("fonttbl", "stylesheet"),
    ]
)
_UNREAD = frozenset(
    [
        *("colortbl", "info", "pict", "objdata", "themedata", "colorschememapping", "datastore", "xmlnstbl"),
        *("listtable", "listoverridetable", "rsidtbl", "generator", "latentstyles", "header", "headerl", "headerr"),
        *("headerf", "footer", "footerl", "footerr", "footerf", "nonshppict", "mmathPr", "listtext", "pntext"),
        *("atnid", "atnicn", "atnparent", "bkmkstart", "bkmkend", "sp", "xe", "tc", "template", "revtbl", "ftnsep"),
        *("ftnsepc", "aftnsep", "aftnsepc", "filetbl", "private", "shprslt", "do", "pntxta", "pntxtb", "datafield", "operator"),
    ]
)  # fmt: skip
_SHOWN = frozenset(["shptxt", "shpinst", "fldrslt", "result", "field", "shp"])


@dataclass(slots=True)
class Group:
    """What holds in one group; an inner one begins as the one around it is."""

    destination: str = ""  # empty: the page itself
    is_optional: bool = False  # it may be passed over by who does not know it
    is_bold: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    in_table: bool = False
    font: int = 0
    style: int = 0
    level: int = 0
    stand_ins: int = 1  # code points after a character that stand for it where it cannot be read
    kept: list[str] = field(default_factory=list)  # the text of a group that is kept
    link: str = ""  # the name of the link that ends with this group
    opened: str = ""  # the destination that begins with this very group

    @property
    def takes_bytes(self) -> bool:
        return self.destination != "unread"


_SWITCHES: dict[str, Callable[[Group, bool], None]] = {
    "b": lambda group, on: setattr(group, "is_bold", on),
    "v": lambda group, on: setattr(group, "is_hidden", on),
    "deleted": lambda group, on: setattr(group, "is_deleted", on),
    "revised": lambda group, on: setattr(group, "is_inserted", on),
}


class Groups:
    """The groups that are open, and the fonts and styles that the file names."""

    def __init__(self) -> None:
        self._open = [Group()]
        self._pages: dict[int, str] = {}
        self._styles: dict[int, Style] = {}

    @property
    def now(self) -> Group:
        return self._open[-1]

    @property
    def depth(self) -> int:
        return len(self._open) - 1

    def open(self) -> None:
        group = copy(self.now)
        group.is_optional, group.link, group.opened = False, "", ""
        self._open.append(group)

    def close(self) -> Group:
        """The group that ends here."""
        if len(self._open) == 1:
            return Group()  # a brace too many
        group = self._open.pop()
        if group.destination == "stylesheet":
            name = "".join(group.kept).strip().rstrip(";")
            if name:
                level = group.level
                named = style_named(name)
                self._styles[group.style] = replace(
                    named, level=named.level or (0 if named.role else level), bold=group.is_bold
                )
            group.kept.clear()
        return group

    def add(self, text: str) -> None:
        """Keep text of a group that is not the page."""
        if self.now.destination in _KEPT:
            self.now.kept.append(text)

    def style(self, group: Group) -> Style:
        """What the style of a paragraph in that group says."""
        style = self._styles.get(group.style, PLAIN_STYLE)
        return replace(style, level=group.level) if group.level and not style.role else style

    def page_of_font(self, font: int) -> str:
        return self._pages.get(font, "")

    def set_page_of_font(self, page: str) -> None:
        if self.now.destination == "fonttbl":
            self._pages[self.now.font] = page

    def obey(self, word: str, number: int | None) -> None:
        """Do what a control word says of its group."""
        group = self.now
        if word in _SWITCHES:
            _SWITCHES[word](group, number != 0)
        elif word == "plain":
            group.is_bold = group.is_hidden = group.is_deleted = group.is_inserted = False
        elif word == "pard":
            group.style = group.level = 0
            group.in_table = False
        elif word == "intbl":
            group.in_table = True
        elif word == "f":
            group.font = number or 0
        elif word == "s":
            group.style = number or 0
        elif word == "outlinelevel":
            group.level = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word == "uc":
            group.stand_ins = max(0, min(number if number is not None else 1, 10))
        else:
            self._turn_to(word)

    def _turn_to(self, word: str) -> None:
        """Begin the group that the word opens; one that nobody must know is passed over."""
        group = self.now
        if group.destination == "unread":
            return
        if word in _KEPT or word == "footnote":
            group.destination, group.opened, group.kept = word, word, []
        elif word == "shptxt":
            group.destination, group.opened = "", word
        elif word in _UNREAD or (group.is_optional and word not in _SHOWN):
            group.destination = "unread"
        group.is_optional = False
