"""What the actions do, by what a checker is about: moving, deciding, recording, settling, signing, drafting, filing, asking, looking."""

from dataclasses import dataclass

from factcheck.ui.commands.asking import Asking
from factcheck.ui.commands.deciding import Deciding
from factcheck.ui.commands.drafting import Drafting
from factcheck.ui.commands.filing import Filing
from factcheck.ui.commands.looking import Looking
from factcheck.ui.commands.moving import Moving
from factcheck.ui.commands.recording import Recording
from factcheck.ui.commands.restoring import Restoring
from factcheck.ui.commands.settling import Settling
from factcheck.ui.commands.signing import Signing


@dataclass(frozen=True, slots=True)
class Commands:
    """Every command of the window; the table of actions names them by path, as in ``moving.next_claim``."""

    moving: Moving
    deciding: Deciding
    recording: Recording
    settling: Settling
    signing: Signing
    drafting: Drafting
    filing: Filing
    asking: Asking
    restoring: Restoring
    looking: Looking
