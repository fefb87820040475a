"""``override`` marks a method whose name Qt dictates; typing has it from Python 3.12 on.

``typing_extensions`` has it before, but takes a fifth of the time in which the window is on the screen to load.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):  # noqa: ANN001, ANN201
        """The method as it is."""
        return method


__all__ = ["override"]
