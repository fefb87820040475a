"""Writes a report to a file, whole or not at all; the ending of its name picks the format."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from factcheck.errors import ReportFailed
from factcheck.model.case import Case
from factcheck.report.as_csv import render_csv
from factcheck.report.as_html import render_html
from factcheck.report.as_json import render_json
from factcheck.report.as_pdf import render_pdf
from factcheck.report.occasion import Occasion
from factcheck.report.public import public_version
from factcheck.report.wording import listed

FORMATS = {
    ".html": "Web page",
    ".pdf": "PDF",
    ".csv": "Table for a spreadsheet",
    ".json": "JSON",
}
_SAFE = "No {} was written; one that was there before is as it was."


def write_report(case: Case, occasion: Occasion, path: Path) -> None:
    """Put the report at ``path`` in the format of its ending: .html, .pdf, .csv or .json."""
    render = _renderer(path)
    if occasion.is_public:
        case, occasion = public_version(case, occasion)
    put(render(case, occasion), path)


def refuse_place(path: Path) -> None:
    """ReportFailed, before anything is done, where no report can be put at ``path``."""
    _renderer(path)
    try:
        folder = path.resolve().parent
        if path.is_dir():
            raise _os_error(errno.EISDIR)
        if not folder.is_dir():
            raise _os_error(errno.ENOENT)
        if not os.access(folder, os.W_OK):
            raise _os_error(errno.EACCES)
    except OSError as error:
        raise ReportFailed(f"{_reason(error, path)} {_SAFE.format('report')}") from error


def _os_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _renderer(path: Path) -> Callable[[Case, Occasion], bytes]:
    render = _RENDERERS.get(path.suffix.lower())
    if render is None:
        endings = listed(list(FORMATS))
        raise ReportFailed(f"“{path.name}” names no kind of report. A report ends in {endings}.")
    return render


def _html(case: Case, occasion: Occasion) -> bytes:
    return render_html(case, occasion).encode("utf-8", "replace")


def _csv(case: Case, occasion: Occasion) -> bytes:
    return render_csv(case, occasion).encode("utf-8", "replace")


def _json(case: Case, occasion: Occasion) -> bytes:
    # half a surrogate pair becomes \udXXX, which is just how JSON writes it
    return render_json(case, occasion).encode("utf-8", "backslashreplace")


_RENDERERS: dict[str, Callable[[Case, Occasion], bytes]] = {
    ".html": _html,
    ".pdf": render_pdf,
    ".csv": _csv,
    ".json": _json,
}


def put(content: bytes, path: Path, what: str = "report") -> None:
    """Write beside the place and move over it, so that no reader and no failure ever sees half a file."""
    try:
        target = path.resolve()
        if target.is_dir():
            raise _os_error(errno.EISDIR)
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReportFailed(f"{_reason(error, path, what)} {_SAFE.format(what)}") from error


def _reason(error: OSError, path: Path, what: str = "report") -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full, so “{path.name}” could not be written."
        case errno.EROFS:
            return f"The disk can only be read, so “{path.name}” could not be written there."
        case errno.EACCES | errno.EPERM:
            return f"“{path.name}” may not be written there, or is open in another program."
        case errno.ENOENT | errno.ENOTDIR:
            return f"There is no folder “{path.parent}” to put “{path.name}” in."
        case errno.EISDIR:
            return f"“{path.name}” is a folder; a {what} needs a name of its own."
        case errno.ENAMETOOLONG:
            return f"The name “{path.name[:40]}…” is too long for this disk."
    return f"“{path.name}” could not be written: {(error.strerror or str(error)).lower()}."
