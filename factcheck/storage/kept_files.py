"""How the kept files of an article's sources are, and which of its verdicts are weak for that or another reason."""

from factcheck.model.case import Case
from factcheck.model.evidence import FileState
from factcheck.model.quality import WeakLink, weakest_links
from factcheck.model.standard import Standard
from factcheck.storage.casebook import Casebook
from factcheck.storage.vault import Vault


def file_states(case: Case, vault: Vault) -> dict[str, FileState]:
    """How the kept file of each source was found, by the source’s id; each is read to its end."""
    kept = [file for source in case.sources if (file := case.kept_file(source.id)) is not None]
    return {file.owner_id: vault.state(file.sha256) for file in kept}


def file_states_at_sight(case: Case, vault: Vault) -> dict[str, FileState]:
    """The same by size alone, for a window that cannot wait until every file is read."""
    states: dict[str, FileState] = {}
    for source in case.sources:
        if (kept := case.kept_file(source.id)) is None:
            continue
        path = vault.place_of(kept.sha256)
        try:
            size = None if path is None else path.stat().st_size
        except OSError:
            size = None
        same = FileState.WHOLE if size == kept.size else FileState.CHANGED
        states[source.id] = FileState.MISSING if size is None else same
    return states


def weak_links(casebook: Casebook, case: Case) -> list[WeakLink]:
    """Where the verdicts of an article are weak by what the desk asks of sources, the gravest first."""
    standard = casebook.standard() or Standard()
    return weakest_links(case, standard, file_states(case, casebook.vault))


def gating_links(casebook: Casebook, case: Case) -> list[WeakLink]:
    """The weak links that keep the article from print; none where the desk does not let them."""
    gates = (casebook.standard() or Standard()).gates
    return weak_links(casebook, case) if gates else []
