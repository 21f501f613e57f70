"""Components as HTML: the elements that they name, everything escaped, addresses below a path."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dashboard.frame.field import Input
from dashboard.frame.rendering import below, data_block, linked_data, render

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")))


class Read(HTMLParser):
    """What a browser would find in a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(texts, texts)
def test_whatever_a_text_or_an_attribute_holds_it_stays_one(text: str, value: str) -> None:
    read = Read(render(html.P([text, html.A("x", href="/", title=value)])))
    assert [tag for tag, _ in read.tags] == ["p", "a"]
    assert read.tags[1][1]["title"] == (value or None) or value == ""
    assert "".join(read.texts) == f"{text}x"


def test_only_what_says_of_itself_that_it_is_html_is_taken_as_such() -> None:
    assert render(html.P(["<b>", Markup("<b>x</b>")])) == "<p>&lt;b&gt;<b>x</b></p>"
    assert render(html.P(title=Markup("<b>"))) == '<p title="&lt;b&gt;"></p>'


@pytest.mark.parametrize(
    ("component", "written"),
    [
        (html.Div(className="a b", tabIndex=-1), '<div class="a b" tabindex="-1"></div>'),
        (html.Label("x", htmlFor="y"), '<label for="y">x</label>'),
        (html.Option("x", value="1", selected=True), '<option value="1" selected>x</option>'),
        (html.Option("x", value="1", selected=False), '<option value="1">x</option>'),
        (html.Div(hidden=True), "<div hidden></div>"),
        (html.Br(), "<br>"),
        (html.Span(style={"--own": "#fff"}), '<span style="--own: #fff"></span>'),
        (html.Div(**{"aria-label": "x", "data-y": ""}), '<div aria-label="x" data-y=""></div>'),
        (Input(type="checkbox", checked=True), '<input type="checkbox" checked>'),
        (html.P([None, 0, ["a", [html.B("b")]]]), "<p>0a<b>b</b></p>"),
        (html.Time("x", dateTime="2026-01-31"), '<time datetime="2026-01-31">x</time>'),
    ],
)
def test_an_element_is_written_as_html_names_it(component: object, written: str) -> None:
    def parts(text: str) -> set[str]:
        return set(text.replace("<", " ").replace(">", " ").split())

    assert parts(render(component)) == parts(written), "in whatever order its attributes stand"
    assert [tag for tag, _ in Read(render(component)).tags] == [
        tag for tag, _ in Read(written).tags
    ]


@pytest.mark.parametrize("component", [dcc.Store(id="x"), dcc.Graph(), dcc.Markdown("x")])
def test_a_component_that_is_no_element_is_refused(component: object) -> None:
    with pytest.raises(TypeError, match=type(component).__name__):
        render(html.Div(component))


def test_the_addresses_of_the_atlas_stand_below_its_path_and_others_as_they_are() -> None:
    page = html.Div(
        [
            html.A("own", href="/apie"),
            html.A("other", href="https://example.org/"),
            html.A("part", href="#x"),
            html.Img(src="/a.svg"),
            html.Form(action="/", title="/title"),
            Markup('<a href="/duomenys">in a text</a>'),
        ]
    )
    links = [attrs["href"] for tag, attrs in Read(below(render(page), "/atlas")).tags if tag == "a"]
    assert links == ["/atlas/apie", "https://example.org/", "#x", "/atlas/duomenys"]
    (form,) = [attrs for tag, attrs in Read(below(render(page), "/atlas")).tags if tag == "form"]
    assert form == {"action": "/atlas/", "title": "/title"}
    assert below(render(page), "") == render(page)


@given(texts)
def test_data_for_a_script_cannot_end_their_block(text: str) -> None:
    for hostile in (text, f"</script><b>{text}", f"<!-- {text} <script>"):
        block = data_block("x", json.dumps({"text": hostile}, ensure_ascii=False).encode())
        read = Read(block)
        assert [tag for tag, _ in read.tags] == ["script"]
        assert json.loads("".join(read.texts)) == {"text": hostile}


def test_linked_data_cannot_end_its_element() -> None:
    written = linked_data('{"name": "</script><b>", "note": "<!-- x"}')
    assert written.count("</script>") == 1
    inner = written.partition(">")[2].rpartition("</script>")[0]
    assert json.loads(inner) == {"name": "</script><b>", "note": "<!-- x"}
