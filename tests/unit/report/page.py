"""Reads a report's web page as its reader would: the words of the article, the links, the drawings."""

from html.parser import HTMLParser

_EMPTY = {"meta", "col", "br", "img", "link", "input"}


class Page(HTMLParser):
    """What is on a page: all visible words, the words of the article without numbers and marks, tags with attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._words: list[str] = []
        self._article: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if not {"style", "svg", "title"} & set(self.open):
            self._words.append(data)
            if "article" in self.open and "sup" not in self.open:
                self._article.append(data)

    @property
    def article(self) -> str:
        return "".join(self._article)

    @property
    def words(self) -> str:
        """All words with runs of white space as one space."""
        return " ".join("".join(self._words).split())

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def classes(self) -> list[str]:
        return [str(attributes.get("class", "")) for _, attributes in self.tags]
