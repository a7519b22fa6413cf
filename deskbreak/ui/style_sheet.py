"""The small style sheet of all windows."""

from __future__ import annotations

from deskbreak.ui.colours import Theme

RADIUS = 12
"""Corner radius of panels in device-independent pixels."""


def style_sheet(theme: Theme) -> str:
    """Return the small style sheet: buttons, cards, muted text and a visible focus."""
    return f"""
    QPushButton {{
        background: {theme.card}; color: {theme.text};
        border: 1px solid {theme.line}; border-radius: 8px; padding: 7px 15px;
    }}
    QPushButton:hover {{ background: {theme.soft}; }}
    QPushButton:pressed {{ background: {theme.line}; }}
    QPushButton:disabled {{ color: {theme.muted}; background: {theme.window}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 6px 14px; }}
    QPushButton[role="primary"] {{
        background: {theme.accent}; color: {theme.on_accent};
        border: 1px solid {theme.accent}; font-weight: 600;
    }}
    QPushButton[role="primary"]:hover {{ border: 1px solid {theme.text}; }}
    QPushButton[role="primary"]:disabled {{
        color: {theme.muted}; background: {theme.soft}; border: 1px solid {theme.line};
    }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {theme.text}; }}
    QPushButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
    QPushButton[role="quiet"]:hover {{ background: {theme.soft}; }}
    QPushButton[role="quiet"]:focus {{ border: 2px solid {theme.accent}; }}
    QPushButton[role="tiny"] {{ padding: 3px 5px; }}
    QPushButton[role="tiny"]:focus {{ border: 2px solid {theme.accent}; padding: 2px 4px; }}
    QPushButton[role="slim"] {{
        background: transparent; border-color: transparent; padding: 3px 7px;
    }}
    QPushButton[role="slim"]:hover {{ background: {theme.soft}; }}
    QPushButton[role="slim"]:focus {{ border: 2px solid {theme.accent}; padding: 2px 6px; }}
    QPushButton[role="filter"] {{ padding: 4px 11px; }}
    QPushButton[role="filter"]:checked {{
        background: {theme.accent_soft}; border: 1px solid {theme.accent};
    }}
    QPushButton[role="filter"]:focus {{ border: 2px solid {theme.accent}; padding: 3px 10px; }}
    QFrame[role="card"] {{
        background: {theme.card}; border: 1px solid {theme.line}; border-radius: {RADIUS}px;
    }}
    QFrame[role="line"] {{ background: {theme.line}; border: none; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="chip"] {{
        background: {theme.accent_soft}; color: {theme.text};
        border-radius: {RADIUS}px; padding: 3px 12px;
    }}
    QLabel[role="warn"] {{ color: {theme.warn}; }}
    QToolTip {{ background: {theme.card}; color: {theme.text}; border: 1px solid {theme.line}; }}
    """
