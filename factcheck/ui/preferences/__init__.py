"""What a checker can set: her name, colours and sizes, keys, and where the casebook lies."""

from factcheck.ui.preferences.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
