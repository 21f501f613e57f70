"""All ways to pass a view on, under one another: links, code, picture, citation, frames."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.site import SITE
from dashboard.pages.share.citing import STYLES, reference
from dashboard.pages.share.framing import HEIGHTS, frame_code, frame_path
from dashboard.pages.share.oembed import PICTURE

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.pages.share.looked import Looked

PANEL = "share-panel"
"""Id of what assets/shared/share.js shows over a page."""


def panel(view: Looked, heading: str, said: str, atlas: Atlas) -> Component:
    """The panel.

    Args:
        view: What is shared.
        heading: Above it.
        said: What it is for.
        atlas: The data.
    """
    words = view.words
    close = html.Form(
        html.Button("×", **aria(label=words.t("share.close"))), method="dialog", id="share-close"
    )
    status = html.P(
        "", id="share-said", role="status", **{"data-by-hand": words.t("share.by_hand")}
    )
    return html.Div(
        [
            html.H1(heading, id="share-title"),
            close,
            html.P(said, className="sentence"),
            html.P(
                [
                    html.A(view.content.title, href=view.place.path),
                    html.Br(),
                    view.content.sentence,
                ],
                className="share-back",
            ),
            _links(view),
            _picture(view),
            _citation(view, atlas),
            *_frames(view),
            status,
        ],
        id=PANEL,
    )


def _links(view: Looked) -> Component:
    words, short = view.words, view.short
    lines = [_line("whole", words.t("share.link"), f"{SITE}{view.place.path}", view)]
    if short:
        lines.append(_line("short", words.t("share.short"), f"{SITE}{short}", view))
        lines.append(html.P(words.t("share.short_lasts"), className="source"))
    shown = f"{SITE}{short or view.place.path}"
    code = html.Img(
        src=_asking(f"/qr/{words.code}.svg", view),
        alt=words.t("share.qr", address=shown),
        width="150",
        height="150",
        loading="lazy",
        className="share-code",
    )
    return html.Div([html.Div(lines), code], className="share-links")


def _line(name: str, label: str, value: str, view: Looked) -> Component:
    """A text in one line, to be copied."""
    field = Input(id=f"share-{name}", type="text", value=value, readOnly=True, spellCheck="false")
    copy = _copy(name, label, view)
    return html.Div(
        [
            html.Label(label, htmlFor=f"share-{name}"),
            html.Div([field, copy], className="share-row"),
        ],
        className="field",
    )


def _lines(name: str, label: str, value: Any, view: Looked) -> list[Component]:
    """A text in several lines, to be copied."""
    rows = str(min(12, 2 + str(value).count("\n") + len(str(value)) // 80))
    field = html.Textarea(value, id=f"share-{name}", readOnly=True, rows=rows, spellCheck="false")
    return [html.Label(label, htmlFor=f"share-{name}"), field, _copy(name, label, view)]


def _copy(name: str, label: str, view: Looked) -> Component:
    said = view.words.t("share.copy")
    return html.Button(
        said,
        type="button",
        className="scripted",
        **{"data-copies": f"share-{name}", "data-said": view.words.t("share.copied", what=label)},
        **aria(label=f"{said}: {label}"),
    )


def _picture(view: Looked) -> Component:
    words, (width, height) = view.words, PICTURE
    alt = words.t("share.picture_of", title=view.content.title)
    shown = html.Img(
        src=view.picture, alt=alt, width=str(width), height=str(height), loading="lazy"
    )
    files = {view.picture: f"{width} × {height} PNG"} | view.pictures()
    links = [html.A(label, href=address, download=True) for address, label in files.items()]
    return _folded("picture", [shown, html.P(links, className="downloads")], view)


def _citation(view: Looked, atlas: Atlas) -> Component:
    words, cited = view.words, reference(view, atlas, SITE, datetime.now(UTC).date())
    parts: list[Component] = []
    for kind, (write, _) in STYLES.items():
        label = words.t(f"share.cite.{kind}")
        file = html.A(
            words.t("share.file", kind=f".{kind}"),
            href=_asking(f"/cite/{words.code}.{kind}", view),
            download=True,
        )
        text = _lines(f"cite-{kind}", label, write(cited).rstrip(), view)
        parts.append(html.Div([*text, html.Span(file, className="downloads")], className="field"))
    return _folded("cite", parts, view)


def _frames(view: Looked) -> list[Component]:
    """Code and preview of what can stand in a frame; a preview is fetched once it is unfolded."""
    words = view.words
    parts = []
    for at, (kind, _) in enumerate(view.content.frames):
        label = words.t(f"share.frame.{kind}")
        preview = words.t("share.preview", what=label)
        # Without scripts browsers fetch even lazy frames at once: only the link fills this one.
        link = html.A(preview, href=frame_path(view, at), target=f"preview-{kind}")
        frame = html.Iframe(name=f"preview-{kind}", title=preview, height=str(HEIGHTS[kind]))
        code = _lines(f"frame-{kind}", words.t("share.code"), str(frame_code(view, at, SITE)), view)
        parts.append(
            html.Details(
                [html.Summary(label), html.Div([*code, html.P(link), frame], className="field")],
                id=f"share-of-{kind}",
            )
        )
    return [_folded("frame", [html.P(words.t("share.frame_how")), *parts], view)] if parts else []


def _folded(name: str, content: list[Component], view: Looked) -> Component:
    heading = html.Summary(html.H2(view.words.t(f"share.{name}")))
    return html.Details([heading, *content], id=f"share-{name}-part", className="share-part")


def _asking(path: str, view: Looked) -> str:
    return f"{path}?{urlencode({'page': view.place.path})}"
