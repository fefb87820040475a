"""Edges and radii of the controls; every colour comes from the theme's tokens."""

from factcheck.resource_files import resource
from factcheck.ui.theme import Theme

_SHEET = """
QToolTip {{ color: {ink}; background: {raised}; border: 1px solid {edge}; padding: 4px 6px; }}
QSplitter::handle {{ background: {separator}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}

QMenuBar {{ background: {chrome}; spacing: 2px; }}
QMenuBar::item {{ padding: 6px 9px; background: transparent; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {selection}; color: {ink}; }}
QMenu {{ background: {raised}; border: 1px solid {edge}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 26px 5px 24px; }}
QMenu::icon {{ padding-left: 6px; }}
QMenu::item:selected {{ background: {selection}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink_3}; }}
QMenu::separator {{ height: 1px; background: {separator}; margin: 4px 0; }}

QLineEdit, QPlainTextEdit, QTextEdit#field, QComboBox, QDateEdit, QSpinBox, QKeySequenceEdit QLineEdit {{
    background: {raised}; color: {ink}; border: 1px solid {edge}; border-radius: 5px; padding: 4px 8px;
    selection-background-color: {selection}; selection-color: {ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit#field:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{
    border: 2px solid {accent}; padding: 3px 7px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {chrome}; color: {ink_3}; }}

QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QSpinBox::down-arrow, QDateEdit::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
QSpinBox::up-arrow, QDateEdit::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {{
    border: none; background: transparent; width: 24px;
}}

QPushButton {{
    background: {raised}; color: {ink}; border: 1px solid {edge}; border-radius: 5px; padding: 5px 12px;
}}
QPushButton:hover {{ background: {selection}; }}
QPushButton:pressed, QPushButton:checked {{ background: {selection}; border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {ink_3}; border-color: {separator}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 5px 12px; }}
QToolButton:hover {{ background: {selection}; }}
QToolButton:checked {{ background: {selection}; }}

QTabWidget::pane {{ border: none; border-top: 1px solid {separator}; }}
QTabBar {{ background: {chrome}; }}
QTabBar::tab {{
    background: transparent; color: {ink_2}; padding: 8px 12px 6px 12px; margin-left: 4px;
    border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {ink}; font-weight: 600; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ border: 2px solid {accent}; }}

QListView, QTreeView, QTableView {{ border: none; outline: none; }}
QHeaderView::section {{ background: {chrome}; border: none; border-bottom: 1px solid {separator}; padding: 5px 8px; }}
QScrollArea {{ border: none; }}

QScrollBar:vertical {{ width: 10px; background: transparent; margin: 1px; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 1px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 24px; min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: 1px solid {edge}; border-radius: 3px; background: {raised}; }}
QProgressBar::chunk {{ background: {accent}; }}
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole program in one set of colours."""
    arrows = {name: resource("icons", f"{name}.svg").as_posix() for name in ("up", "down")}
    return _SHEET.format(**theme.tokens, **arrows)
