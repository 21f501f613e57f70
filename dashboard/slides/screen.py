"""A deck as one file of HTML: what a room sees, and what is taken away on a memory stick.

It is a document first: without scripts all slides stand below each other, and are printed one a
page. Its script makes a presentation of it. It asks for nothing but itself.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from dashboard.slides import ink
from dashboard.slides.document.controls import CONTROL_TEXTS, controls
from dashboard.slides.document.data import as_block
from dashboard.slides.document.section import section, sizes
from dashboard.slides.drawing import shared_outlines

if TYPE_CHECKING:
    from dashboard.slides.content import SlideDeck

ASSETS: Final = Path(__file__).parent / "assets"

SCRIPT_TEXTS: Final = (
    "presenter_open",
    "presenter_closed",
    "presenter_blocked",
    "presenter_full",
    "presenter_go_on",
    "presenter_pause",
    "blank_black",
    "blank_white",
    "blank_off",
    "number_slide",
    "number_none",
)
"""What the script says by itself."""

SAYS: Final = tuple(sorted({*CONTROL_TEXTS, *SCRIPT_TEXTS}))
"""Keys of the texts that a deck brings in `SlideDeck.says`."""

INK: Final = (
    f":root{{--ground:{ink.GROUND};--text:{ink.TEXT};--muted:{ink.MUTED};--line:{ink.LINE}}}"
)
"""Colours of what stands around the pictures are theirs."""

DOCUMENT: Final = Markup("""<!DOCTYPE html>
<html lang="{lang}" data-look="{look}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="generator" content="Savivalda {version}">
<link rel="icon" href="data:,">
<style>{styles}</style>
</head>
<body>
{outlines}
<main>
<h1 class="visually-hidden">{title}</h1>
{slides}
</main>
{controls}
{says}
<script>{script}</script>
</body>
</html>
""")

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def slides_html(deck: SlideDeck) -> str:
    """A deck as a document that needs nothing else.

    Args:
        deck: With a text for each of `SAYS`.

    Raises:
        KeyError: A text is missing.
    """
    count = len(deck.slides)
    numbered = list(enumerate(deck.slides, start=1))
    script = Markup(_assets("js"))  # noqa: S704 - our own
    styles = "\n".join([INK, _assets("css"), *(sizes(number, slide) for number, slide in numbered)])
    return DOCUMENT.format(
        lang=deck.lang,
        look=deck.look,
        policy=_policy(script),
        title=deck.title,
        version=deck.version,
        styles=Markup(styles),  # noqa: S704 - our own, and numbers
        outlines=Markup(shared_outlines()),  # noqa: S704 - drawn
        slides=Markup("\n").join(section(number, count, slide) for number, slide in numbered),
        controls=controls(deck.says),
        says=as_block("says", {key: deck.says[key] for key in SCRIPT_TEXTS}),
        script=script,
    )


def policy(html: str) -> str:
    """The Content-Security-Policy under which a document of `slides_html` works, and no more.

    The document has it in its head too, as it is opened without a server. A server may add what
    stands in a header only, such as who may frame it.
    """
    found = _SCRIPT.search(html)
    if not found:
        raise ValueError("a document of slides has one script, here is none")
    return _policy(found[1])


def _policy(script: str) -> str:
    """Styles cannot run code; pictures and sizes carry them as attributes."""
    mark = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{mark}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _assets(kind: str) -> str:
    """All files of a kind, as one."""
    found = sorted(ASSETS.glob(f"*.{kind}"))
    return "\n".join(path.read_text(encoding="utf-8") for path in found)
