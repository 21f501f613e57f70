"""What the presentation is worked with: buttons, the list of keys, the presenter's window.

All of it is hidden until the script runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

BUTTONS: Final = (
    ("back", "previous", "‹"),
    ("on", "next", "›"),
    ("full", "full", "F"),
    ("look", "look", "◐"),
    ("presenter", "presenter", "P"),
    ("help", "help", "?"),
)
"""What each does, its text, its sign, which is the key that does the same if it is one."""

KEYS: Final = (
    ("→ · PgDn · {space} · Enter", "keys_on"),
    ("← · PgUp · Shift + {space}", "keys_back"),
    ("Home · End", "keys_ends"),
    ("1 2 … + Enter", "keys_number"),
    ("↑ · ↓", "keys_year"),
    ("A … Ž", "keys_spot"),
    ("0", "keys_spot_off"),
    ("B · .", "keys_black"),
    ("W · ,", "keys_white"),
    ("F · F5", "keys_full"),
    ("P", "keys_presenter"),
    ("?", "keys_help"),
    ("Esc", "keys_escape"),
    ("⟷ · ↕", "keys_swipe"),
)
"""Keys and what they do."""

PARTS: Final = (
    "presenter_now",
    "presenter_next",
    "presenter_last",
    "presenter_note",
    "presenter_no_note",
    "presenter_clock",
    "presenter_used",
    "presenter_pause",
    "presenter_reset",
)

CONTROL_TEXTS: Final = (
    *(text for _, text, _ in BUTTONS),
    *(text for _, text in KEYS),
    *PARTS,
    "controls",
    "close",
    "keys",
    "keys_space",
)

BUTTON = Markup(
    '<button type="button" data-do="{do}" aria-label="{text}" title="{title}">'
    '<span aria-hidden="true">{sign}</span></button>'
)
KEY = Markup('<tr><th scope="row">{keys}</th><td>{text}</td></tr>')
CONTROLS = Markup("""<nav class="controls" aria-label="{label}" hidden>{buttons}</nav>
<p class="typed" hidden></p>
<p class="notice" role="status"></p>
<p class="said visually-hidden" role="status"></p>
<div class="blank" hidden></div>
<dialog class="help" aria-labelledby="help-title"><h2 id="help-title">{help}</h2>
<table><tbody>{keys}</tbody></table>
<form method="dialog"><button>{close}</button></form></dialog>
{presenter}""")
PRESENTER = Markup("""<template class="presenter"><div class="desk">
<h1 class="visually-hidden">{presenter}</h1>
<section class="now"><h2>{presenter_now} <span class="at"></span></h2>
<div class="frame"></div></section>
<section class="next"><h2>{presenter_next}</h2><div class="frame"></div>
<p class="last" hidden>{presenter_last}</p></section>
<section class="notes"><h2>{presenter_note}</h2><p class="note"></p>
<p class="no-note">{presenter_no_note}</p></section>
<section class="time"><p>{presenter_used} <time class="used"></time></p>
<p>{presenter_clock} <time class="clock"></time></p>
<p><button type="button" data-do="back" aria-label="{previous}">‹</button>
<button type="button" data-do="on" aria-label="{next}">›</button>
<button type="button" data-do="pause">{presenter_pause}</button>
<button type="button" data-do="reset">{presenter_reset}</button></p>
<p class="blanked"></p></section>
</div></template>""")


def controls(says: Mapping[str, str]) -> Markup:
    """All of them.

    Args:
        says: A text for each of `CONTROL_TEXTS`.
    """
    space = says["keys_space"]
    return CONTROLS.format(
        label=says["controls"],
        help=says["keys"],
        close=says["close"],
        buttons=Markup().join(
            BUTTON.format(do=do, text=says[text], title=_title(says[text], sign), sign=sign)
            for do, text, sign in BUTTONS
        ),
        keys=Markup().join(
            KEY.format(keys=keys.format(space=space), text=says[text]) for keys, text in KEYS
        ),
        presenter=PRESENTER.format(**{key: says[key] for key in CONTROL_TEXTS}),
    )


def _title(text: str, sign: str) -> str:
    """A button's text with its key."""
    return f"{text} ({sign})" if sign.isascii() else text
