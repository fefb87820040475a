import errno
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ReportFailed
from factcheck.model.article import Role
from factcheck.report.write import FORMATS, write_report
from tests.makers import make_case, make_claim
from tests.unit.report.occasions import make_occasion

BEGINNINGS = {
    ".html": b"<!DOCTYPE html>",
    ".pdf": b"%PDF-",
    ".csv": b"\xef\xbb\xbfnumber,",
    ".json": b"{",
}


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_picks_the_format(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"Report of the day{ending.upper()}"
    write_report(make_case(claims=[make_claim()]), make_occasion(), path)
    assert path.read_bytes().startswith(BEGINNINGS[ending])
    assert files(tmp_path) == [path.name]


@pytest.mark.parametrize("name", ["report.docx", "report", ".html"])
def test_another_ending_is_told_which_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(ReportFailed, match=r"\.html, \.pdf, \.csv and \.json"):
        write_report(make_case(), make_occasion(), tmp_path / name)
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_report_and_no_other_file(
    code: int, said: str, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    path.write_text("the report of yesterday")

    def fail(*args: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(ReportFailed, match=said):
        write_report(make_case(), make_occasion(), path)
    assert path.read_text() == "the report of yesterday"
    assert files(tmp_path) == ["report.json"]


def test_a_job_that_is_stopped_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*args: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_report(make_case(), make_occasion(), tmp_path / "report.html")
    assert files(tmp_path) == []


def test_a_full_disk_is_met_in_earnest() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no always full device here")
    with pytest.raises(ReportFailed):
        write_report(make_case(), make_occasion(), full / "report.json")


def test_a_folder_that_is_not_there_and_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(ReportFailed, match="There is no folder"):
        write_report(make_case(), make_occasion(), tmp_path / "gone" / "report.html")
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ReportFailed, match="is a folder"):
        write_report(make_case(), make_occasion(), tmp_path / "report.html")
    assert files(tmp_path) == ["report.html"]


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("whoever runs this test may write anywhere")
        with pytest.raises(ReportFailed, match="may not be written"):
            write_report(make_case(), make_occasion(), tmp_path / "report.html")
    finally:
        tmp_path.chmod(0o755)


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(ReportFailed, match="too long"):
        write_report(make_case(), make_occasion(), tmp_path / ("x" * 300 + ".html"))
    assert files(tmp_path) == []


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "there.json").write_text("old")
    (tmp_path / "here.json").symlink_to(tmp_path / "there.json")
    write_report(make_case(), make_occasion(), tmp_path / "here.json")
    assert (tmp_path / "here.json").is_symlink()
    assert (tmp_path / "there.json").read_text().startswith("{")


def test_others_may_read_the_report_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").touch()
    write_report(make_case(), make_occasion(), tmp_path / "report.csv")
    assert (tmp_path / "report.csv").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


@pytest.mark.parametrize("ending", [".html", ".csv", ".json", ".pdf"])
def test_half_a_surrogate_pair_and_control_characters_do_no_harm(
    ending: str, tmp_path: Path
) -> None:
    text = "A bridge\x01 \ud83d broke\x0b in 1931\x7f"
    case = make_case(text, [Role.BODY], [make_claim("broke", of=text)])
    path = tmp_path / f"report{ending}"
    write_report(case, make_occasion(), path)
    assert b"broke" in path.read_bytes() or ending == ".pdf"
    if ending != ".pdf":
        path.read_text("utf-8")
