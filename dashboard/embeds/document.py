"""The HTML of an embed: one answer and one style file, no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dashboard.frame import html
from dashboard.frame.icon import icon
from dashboard.frame.notes import notes_text
from dashboard.frame.rendering import below, render
from dashboard.indicators.figures import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.address import Note
    from dashboard.embeds.embed import Embed
    from dashboard.language.i18n import Language

DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="{code}"{look}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{icon}">
<link rel="stylesheet" href="{css}">
</head>
<body class="embed">
{body}
</body>
</html>
""")
LOOK = Markup(' data-theme="{}"')


def document(title: str, body: Any, words: Language, css: str, base: str, look: str = "") -> str:
    """A whole document.

    Args:
        title: Of the document.
        body: Components.
        words: Its language.
        css: Address of its style file, without the base.
        base: Path below which the atlas stands.
        look: `light` or `dark`; empty leaves it to the visitor.
    """
    text = DOCUMENT.format(
        code=words.code,
        look=LOOK.format(look) if look else "",
        title=words.t("shell.title", page=title),
        icon=icon(),
        css=css,
        body=render(body),
    )
    return below(text, base)


def embed_body(kind: str, embed: Embed, notes: Sequence[Note], words: Language) -> list[Component]:
    """What stands in the frame."""
    note = notes_text(notes, words)
    mark = [html.Strong(embed.demo, className="embed-mark")] if embed.demo else []
    replies = [html.P(each, className="reply") for each in embed.notes if _is_reply(each)]
    return [
        html.Main(
            [
                html.H1(embed.title),
                html.P(embed.sentence, className="sentence"),
                *([html.P(note, className="note", role="status")] if note else []),
                *mark,
                html.Figure(embed.picture, className=f"picture picture-{kind}"),
                *replies,
                _more(embed, words),
            ]
        ),
        html.Footer(
            [
                html.P(embed.source, className="source"),
                html.P(_link(words.t("embed.open"), embed.full)),
            ]
        ),
    ]


def _is_reply(note: str) -> bool:
    """Whether it is a remark of a municipality: a right of reply is not to be folded away."""
    return note.startswith(SIGNS["remarked"])


def _more(embed: Embed, words: Language) -> Component | None:
    """The same in words, and what signs mean, to be unfolded."""
    notes = [html.P(note) for note in embed.notes if not _is_reply(note)]
    inner = notes + ([embed.table] if embed.table else [])
    if not inner:
        return None
    text = words.t("embed.table" if embed.table else "embed.notes")
    return html.Details([html.Summary(text), html.Div(inner, className="more")])


def _link(text: str, address: str) -> Component:
    """Leads out of the frame: the page around it stays."""
    return html.A(text, href=address, target="_blank", rel="noopener", className="full")
