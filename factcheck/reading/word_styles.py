"""What the styles of a Word file say of a paragraph: its role, its heading level, whether it is bold."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from factcheck.model.article import Role
from factcheck.reading.xml_names import attribute, child, local_name

_ROLES = (
    (re.compile(r"caption|cutline|bildunterschrift"), Role.CAPTION),
    (re.compile(r"byline|author|credit"), Role.CREDIT),
    (re.compile(r"dateline"), Role.DATELINE),
    (re.compile(r"sub-?title|sub-?head(line|ing)?|standfirst|deck?\b"), Role.SUBHEADING),
    (re.compile(r"intensequote|pull-?quote"), Role.PULLQUOTE),
    (re.compile(r"cross-?head(ing)?"), Role.CROSSHEAD),
    (re.compile(r"headline"), Role.HEADLINE),
)
_HEADING = re.compile(r"heading([1-9])")
_DEEPEST = 12  # styles that one may rest on, so that a circle ends


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; ``level`` 0 is no heading."""

    role: Role | None = None
    level: int = 0
    bold: bool = False
    based_on: str = ""


PLAIN_STYLE = Style()


def is_on(properties: etree._Element | None, name: str, otherwise: bool = False) -> bool:
    """Whether a property such as bold is switched on; ``otherwise`` where nothing is said."""
    switch = child(properties, name)
    if switch is None:
        return otherwise
    return attribute(switch, "val") not in {"0", "false", "off", "none"}


def read_styles(root: etree._Element) -> dict[str, Style]:
    """The paragraph styles by their id; the default one by an empty id too."""
    styles = {}
    for element in root:
        if local_name(element) != "style" or attribute(element, "type") != "paragraph":
            continue
        identity = attribute(element, "styleId")
        named = child(element, "name")
        rests_on = child(element, "basedOn")
        style = replace(
            style_named(attribute(named, "val") if named is not None else identity),
            bold=is_on(child(element, "rPr"), "b"),
            based_on=attribute(rests_on, "val"),
        )
        level = _outline_level(child(element, "pPr"))
        styles[identity] = replace(style, level=style.level or level)
        if attribute(element, "default") in {"1", "true"}:
            styles[""] = styles[identity]
    return styles


def styled(styles: dict[str, Style], identity: str, properties: etree._Element | None) -> Style:
    """What holds for a paragraph of that style, by its own properties and the styles that one rests on."""
    style = styles.get(identity) or style_named(identity)
    below = style
    for _ in range(_DEEPEST):
        if style.role or style.level or below.based_on not in styles:
            break
        below = styles[below.based_on]
        style = replace(style, role=below.role, level=below.level, bold=style.bold or below.bold)
    level = _outline_level(properties)
    return replace(style, level=level) if level and not style.role else style


def style_named(name: str) -> Style:
    """What a style of that name says, as far as names tell, in Word, OpenDocument and RTF alike."""
    plain = re.sub(r"[\s_]", "", name.lower())
    if plain == "title":
        return Style(level=1)
    if heading := _HEADING.match(plain):
        return Style(level=int(heading[1]))
    return Style(role=next((role for pattern, role in _ROLES if pattern.search(plain)), None))


def _outline_level(properties: etree._Element | None) -> int:
    outline = child(properties, "outlineLvl")
    said = attribute(outline, "val")
    return int(said) + 1 if said in set("012345678") else 0
