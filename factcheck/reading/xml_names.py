"""Names in XML without their namespaces, of which office formats have several for one thing."""

from lxml import etree


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; empty for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, None where there is none."""
    if element is None:
        return None
    return next((piece for piece in element if local_name(piece) == name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    """The attribute in whichever namespace, an empty string where it or the element is missing."""
    if element is None:
        return ""
    return next(
        (str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), ""
    )
