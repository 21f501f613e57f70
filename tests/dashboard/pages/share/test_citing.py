"""A citation says what, of which data, when and by whose licence, and that figures are invented."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.i18n import CODES, language
from dashboard.pages.share.bibtex import SIGNS
from dashboard.pages.share.citing import STYLES, Reference, apa, bibtex, csl_json, reference
from dashboard.pages.share.looked import look, place_at
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas

SITE = "https://atlas.example/base"
SEEN = date(2026, 11, 27)
INVENTED = {"lt": "demonstraciniai (sugalvoti) duomenys", "en": "demonstration (invented) data"}
CSL = {
    "id", "type", "title", "author", "publisher", "issued", "accessed", "version", "URL",
    "language", "note", "custom",
}  # fmt: skip
"""Of what csl-data.json of the Citation Style Language lets an item have, and no more."""

PLAIN = Reference(
    language("en"), "T", f"{SITE}/en/", "2026-11-21.x", date(2026, 11, 21), SEEN, is_invented=False
)


def cited(address: str, atlas: Atlas) -> Reference:
    view = look(place_at(address), atlas)
    return reference(view, atlas, SITE, SEEN)


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """An entry by the grammar of BibTeX: kind, key and fields in balanced braces, and no more."""
    start = re.match(r"@([a-z]+)\{([A-Za-z0-9-]+),\n", text)
    at, fields = start.end(), {}
    while found := re.compile(r"  ([a-z]+) = \{").match(text, at):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        fields[found[1]] = text[found.end() : end - 1]
        at = re.compile(r",?\n").match(text, end).end()
    assert text[at:] == "}\n"
    return start[1], start[2], fields


def read_tex(field: str) -> str:
    """What TeX would print of a text in braces; anything that would be a command fails."""
    inner = field.removeprefix("{").removesuffix("}")
    printed = {escaped: sign for sign, escaped in SIGNS.items()}
    parts = re.split(
        "(" + "|".join(map(re.escape, sorted(printed, key=len, reverse=True))) + ")", inner
    )
    assert not re.search(r"[\\{}%$#&_^~]", "".join(parts[::2]))
    return "".join(printed.get(part, part) for part in parts)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))))
def test_no_title_can_leave_its_field_or_command_anything(title: str) -> None:
    kind, _, fields = read_bibtex(bibtex(replace(PLAIN, title=title)))
    assert kind == "misc"
    assert read_tex(fields["title"]) == title
    assert fields["url"] == f"{SITE}/en/"


def test_an_address_cannot_either() -> None:
    hostile = f"{SITE}/en/?q=}}\\input{{x}}&z=%7B"
    _, _, fields = read_bibtex(bibtex(replace(PLAIN, address=hostile)))
    assert fields["url"] == f"{SITE}/en/?q=%7D%5Cinput%7Bx%7D&z=%7B"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", STYLES)
def test_each_style_says_title_version_day_licence_address_and_what_is_invented(
    atlas: Atlas, code: str, kind: str
) -> None:
    of = cited({"lt": f"{LT_MAP}?year=2019", "en": f"{EN_MAP}?year=2019"}[code], atlas)
    text = STYLES[kind][0](of)
    for part in ("2019", atlas.store.version, "CC BY 4.0", of.address, str(of.issued.year)):
        assert part in text
    assert INVENTED[code] in text, "in the title, which no program leaves out"


@pytest.mark.parametrize("address", ["/apie", "/en/about", f"{LT_MAP}?figures=real&year=2019"])
def test_what_is_not_invented_is_not_called_so(atlas: Atlas, address: str) -> None:
    of = cited(address, atlas)
    for write, _ in STYLES.values():
        assert not any(said in write(of) for said in INVENTED.values())


def test_apa_reads_as_its_readers_expect(atlas: Atlas) -> None:
    of = replace(PLAIN, title="NGO share, 2019")
    assert apa(of) == (
        "Savivalda. (2026, November 21). NGO share, 2019 (Data version 2026-11-21.x) "
        "[Data set; CC BY 4.0]. Retrieved November 27, 2026, from https://atlas.example/base/en/"
    )
    assert apa(replace(of, words=language("lt"), title="NVO dalis, 2019 m.")) == (
        "Savivalda. (2026, lapkričio 21). NVO dalis, 2019 m. (duomenų versija 2026-11-21.x) "
        "[Duomenų rinkinys; CC BY 4.0]. Žiūrėta 2026 m. lapkričio 27 d., "
        "https://atlas.example/base/en/"
    )


def test_csl_has_what_programs_know_and_nothing_else(atlas: Atlas) -> None:
    [item] = json.loads(csl_json(cited(f"{EN_MAP}?year=2019", atlas)))
    assert item.keys() == CSL
    assert item["type"] == "dataset"
    assert item["author"] == [{"literal": "Savivalda"}]
    assert item["accessed"] == {"date-parts": [[2026, 11, 27]]}
    assert item["URL"] == f"{SITE}{EN_MAP}?year=2019"
    assert item["custom"]["demonstration"] is True


def test_the_same_view_and_data_have_the_same_name(atlas: Atlas) -> None:
    one, again = (
        cited(f"{EN_MAP}?year=2019", atlas),
        cited(f"{EN_MAP}?year=2019&utm_source=x", atlas),
    )
    other = cited(f"{EN_MAP}?year=2020", atlas)
    assert one.key == again.key != other.key


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", STYLES)
def test_it_comes_as_a_file(client: Client, code: str, kind: str) -> None:
    answer = client.get(f"/cite/{code}.{kind}?page=%2Fsavivaldybe%2Fkedainiu-r%3Fyear%3D2019")
    assert answer.status_code == 200
    assert re.search(
        rf'filename="savivalda-\d{{4}}-\w{{8}}\.{kind}"', answer.headers["content-disposition"]
    )
    path = {"lt": "/savivaldybe/kedainiu-r", "en": "/en/municipality/kedainiai-district"}[code]
    assert f"http://atlas.test{path}?year=2019" in answer.text


@pytest.mark.parametrize(
    "asked", ["lt.ris", "de.bib", "lt.bib?page=%2Fnera", "lt.txt?page=//evil.example"]
)
def test_what_is_not_there_is_not_found(client: Client, asked: str) -> None:
    assert client.get(f"/cite/{asked}").status_code == 404
