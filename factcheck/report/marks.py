"""The marks of the states as drawings: shape and letter tell them apart, colour only helps."""

from markupsafe import Markup, escape

from factcheck.model.verdict import STATE_NAMES, State

INK = {
    State.OPEN: "#6B675F",
    State.VERIFIED: "#1F7A45",
    State.CONTRADICTED: "#A81C14",
    State.UNVERIFIABLE: "#8F5700",
    State.AUTHORS_WORD: "#67479A",
    State.WAITING: "#24597C",
    State.NOT_A_CLAIM: "#6B675F",
}

# Letters are strokes, not text, so that they need no font and do not turn up between the article's words when
# these are searched or copied. The square they are drawn in is 20 wide.
_SHAPES = {
    State.OPEN: '<circle cx="10" cy="10" r="7" fill="none" stroke="{ink}" stroke-width="1.7"/>',
    State.VERIFIED: (
        '<circle cx="10" cy="10" r="9.2" fill="{ink}"/>'
        '<path d="M6.6 6.3 10 13.9 13.4 6.3" fill="none" stroke="#fff" stroke-width="2.3"/>'
    ),
    State.CONTRADICTED: (
        '<rect x="1.2" y="1.2" width="17.6" height="17.6" rx="1.4" fill="{ink}"/>'
        '<path d="M6.7 5.8 13.3 14.2M13.3 5.8 6.7 14.2" fill="none" stroke="#fff" stroke-width="2.3"/>'
    ),
    State.UNVERIFIABLE: (
        '<path d="M10 .2 19.8 10 10 19.8 .2 10Z" fill="{ink}"/>'
        '<path d="M7.2 13.6V6.6L12.8 13.4V6.4" fill="none" stroke="#fff" stroke-width="2"/>'
    ),
    State.AUTHORS_WORD: (
        '<path d="M1.6 18.4V7.2L6 1.6H14L18.4 7.2V18.4Z" fill="none" stroke="{ink}" stroke-width="1.6"/>'
        '<path d="M6.6 15 10 6.8 13.4 15M7.9 12.2H12.1" fill="none" stroke="{ink}" stroke-width="1.9"/>'
    ),
    State.WAITING: (
        '<circle cx="10" cy="10" r="8.7" fill="none" stroke="{ink}" stroke-width="1.7" stroke-dasharray="3.3 2.17"/>'
        '<path d="M4.9 6.6 7.6 13.4 10 7.4 12.4 13.4 15.1 6.6" fill="none" stroke="{ink}" stroke-width="1.8"/>'
    ),
    State.NOT_A_CLAIM: (
        '<path d="M7.4 6V14H9.6A4 4 0 0 0 9.6 6Z" fill="none" stroke="{ink}" stroke-width="1.7"/>'
        '<path d="M2 10H18" fill="none" stroke="{ink}" stroke-width="1.4"/>'
    ),
}


def mark(state: State, label: str = "") -> Markup:
    """The state's mark as an inline drawing that a screen reader calls ``label``, or the state by its name."""
    name = escape(label or STATE_NAMES[state])
    shape = _SHAPES[state].format(ink=INK[state])
    # aria-label is what browsers read, <title> what goes into a tagged PDF
    return Markup(
        f'<svg class="mark" role="img" aria-label="{name}" viewBox="0 0 20 20" width="20" height="20">'
        f"<title>{name}</title>{shape}</svg>"
    )
