"""Nothing opens a socket: an article is read, checked, reported on, its sources kept and its casebook verified offline."""

import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from factcheck.cli import main
from factcheck.resource_files import resource

ROOT = Path(__file__).parents[2]


class NoNetwork(AssertionError):
    """Somebody wanted the network."""


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise NoNetwork("a socket was opened")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


def test_the_test_would_notice(no_sockets: None) -> None:
    with pytest.raises(NoNetwork):
        socket.create_connection(("203.0.113.7", 80))
    with pytest.raises(NoNetwork):
        socket.socket()


def test_from_file_to_report_and_verified_record_nothing_opens_a_socket(
    no_sockets: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, saved = tmp_path / "desk.casebook", tmp_path / "saved.casebook"
    article = resource("samples", "harbour-bridge.txt")
    page = tmp_path / "page.html"
    page.write_text(
        '<html><body><img src="https://203.0.113.7/a.png"><p>The bridge opened.</p></body></html>',
        encoding="utf-8",
    )
    own = ("--casebook", str(book))
    reports = [tmp_path / f"report{suffix}" for suffix in (".html", ".pdf", ".csv", ".json")]
    assert main(["check", str(article), *own]) == 0
    assert main(["check", str(page), *own]) == 0
    for source in (str(page), "https://203.0.113.7/register"):
        verdict = ["verdict", "harbour-bridge.txt", "1", "verified", "--source", source, *own]
        assert main(verdict) == 0
    assert main(["report", "harbour-bridge.txt", *map(str, reports), *own]) == 0
    assert all(path.stat().st_size for path in reports)
    assert main(["verify", str(book)]) == 0
    assert main(["recover", str(book), str(saved)]) == 0
    assert "is whole" in capsys.readouterr().out


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="counts system calls as Linux does"
)
def test_no_system_call_for_a_socket_is_made(tmp_path: Path) -> None:
    """The same from outside, where the system has strace: libraries in C cannot hide from it."""
    try:
        subprocess.run(["strace", "-V"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    article = resource("samples", "harbour-bridge.txt")
    command = [
        *("strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(trace)),
        *(sys.executable, "-m", "factcheck", "check", str(article)),
        *("--casebook", str(tmp_path / "desk.casebook"), "--report", str(tmp_path / "r.html")),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    calls = trace.read_text(encoding="utf-8").splitlines()
    assert [call for call in calls if "AF_INET" in call] == []
