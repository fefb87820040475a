"""What the window remembers between runs: preferences, recent files, sizes. Never a verdict."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from factcheck.storage import default_casebook, log_in_name
from factcheck.ui.theme import ColourSet

RECENT = 10
PLACES = 100  # of casebooks in risky folders that were told of


class Settings:
    """Typed access to one QSettings; what is missing or spoilt there reads as the default."""

    def __init__(self, store: QSettings) -> None:
        self.store = store

    @property
    def checker(self) -> str:
        """The name verdicts are signed with; the log-in name until the checker gives her own."""
        return self._text("checker") or log_in_name()

    @checker.setter
    def checker(self, name: str) -> None:
        self.store.setValue("checker", name.strip())

    @property
    def is_checker_named(self) -> bool:
        """Whether the checker gave a name of her own."""
        return bool(self._text("checker"))

    @property
    def desk(self) -> str:
        return self._text("desk")

    @desk.setter
    def desk(self, name: str) -> None:
        self.store.setValue("desk", name.strip())

    @property
    def colour_set(self) -> ColourSet:
        value = self._text("colours")
        return ColourSet(value) if value in set(ColourSet) else ColourSet.SYSTEM

    @colour_set.setter
    def colour_set(self, value: ColourSet) -> None:
        self.store.setValue("colours", value.value)

    @property
    def article_zoom(self) -> int:
        """Percent, 50 to 300."""
        return min(300, max(50, self._number("article_zoom", 100)))

    @article_zoom.setter
    def article_zoom(self, percent: int) -> None:
        self.store.setValue("article_zoom", percent)

    @property
    def interface_zoom(self) -> int:
        """Percent, 75 to 200; takes effect when the window is opened again."""
        return min(200, max(75, self._number("interface_zoom", 100)))

    @interface_zoom.setter
    def interface_zoom(self, percent: int) -> None:
        self.store.setValue("interface_zoom", percent)

    @property
    def single_keys(self) -> bool:
        """Whether letters alone act on claims."""
        return self._text("single_keys") != "off"

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        self.store.setValue("single_keys", "on" if on else "off")

    @property
    def goes_on(self) -> bool:
        """Whether a verdict leads on to the next open claim."""
        return self._text("goes_on") == "on"

    @goes_on.setter
    def goes_on(self, on: bool) -> None:
        self.store.setValue("goes_on", "on" if on else "off")

    def keys_of(self, action: str) -> list[str] | None:
        """The keys a person gave an action, or None where it has its own."""
        value = self._text(f"keys/{action}")
        return None if not self.store.contains(f"keys/{action}") else value.split(" ; ")

    def set_keys(self, action: str, keys: list[str] | None) -> None:
        if keys is None:
            self.store.remove(f"keys/{action}")
        else:
            self.store.setValue(f"keys/{action}", " ; ".join(keys))

    @property
    def casebook(self) -> Path:
        """The casebook to open: the last one, or the one in the person's own data folder."""
        last = self._text("casebook")
        return Path(last) if last else default_casebook()

    @casebook.setter
    def casebook(self, path: Path) -> None:
        self.store.setValue("casebook", str(path))

    @property
    def folder(self) -> Path:
        """Where the last file was opened or written."""
        folder = self._text("folder")
        return Path(folder) if folder else Path.home()

    @folder.setter
    def folder(self, path: Path) -> None:
        self.store.setValue("folder", str(path))

    @property
    def recent(self) -> list[Path]:
        """Article files opened lately, the latest first."""
        return [Path(line) for line in self._text("recent").splitlines() if line]

    def remember_recent(self, path: Path) -> None:
        kept = [path, *(other for other in self.recent if other != path)][:RECENT]
        self.store.setValue("recent", "\n".join(str(p) for p in kept))

    def knows_place(self, casebook: Path) -> bool:
        """Whether it was said already that this casebook lies in a risky folder."""
        return str(casebook) in self._text("risky_places").splitlines()

    def know_place(self, casebook: Path) -> None:
        """Say no more of the folder that this casebook lies in."""
        lines = [*self._text("risky_places").splitlines(), str(casebook)]
        self.store.setValue("risky_places", "\n".join(lines[-PLACES:]))

    def layout(self, name: str) -> QByteArray:
        """The size and places of a part of the window as it was left; empty where never left."""
        value = self.store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, value: QByteArray) -> None:
        self.store.setValue(f"layout/{name}", value)

    def _text(self, key: str) -> str:
        value = self.store.value(key, "")
        return value if isinstance(value, str) else ""

    def _number(self, key: str, default: int) -> int:
        try:
            return int(str(self.store.value(key, default)))
        except ValueError:
            return default
