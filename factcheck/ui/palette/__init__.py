"""Goes to any claim or command by a few letters, and shows every key on one sheet."""

from factcheck.ui.palette.command_palette import CommandPalette
from factcheck.ui.palette.key_sheet import KeySheet

__all__ = ["CommandPalette", "KeySheet"]
