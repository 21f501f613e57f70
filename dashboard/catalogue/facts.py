"""What is the same of everything in the catalogue: by whom, of where and when, in what words."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dashboard.catalogue import terms
from dashboard.frame.places import ABOUT_SLUGS
from dashboard.frame.site import SITE
from dashboard.language.i18n import CODES, language
from data.catalog import YEARS
from geo.boundaries import extent

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node
    from dashboard.language.i18n import Language

CATALOG = f"{SITE}/catalog"
PUBLISHER = "Savivalda"


def page_of(slugs: dict[str, str], part: str = "") -> list[Node]:
    """A page of the atlas, in every language."""
    return [
        terms.term(f"{SITE}{language(code).path(f'/{slugs[code]}')}{part}", "foaf:Document")
        for code in CODES
    ]


def title(words: Language, *, demo: bool) -> str:
    """What the whole data set is called; that some of it is invented belongs to the name."""
    name = words.t("catalog.data.title")
    return invented(name, words) if demo else name


def invented(name: str, words: Language) -> str:
    """A name with the mark of what is invented."""
    return words.t("catalog.demo.title", title=name)


def description(words: Language, *, demo: bool) -> str:
    """What the whole data set holds."""
    text = words.t("catalog.data.description", first=YEARS[0], last=YEARS[-1])
    return noted(text, words, demo=demo)


def noted(text: str, words: Language, *, demo: bool) -> str:
    """A description with a warning of what is invented."""
    return f"{text} {words.t('catalog.demo.note')}" if demo else text


def sources(atlas: Atlas) -> list[dict[Any, Any]]:
    """What the data were made of, real sources first, None where something is not known."""
    frame = atlas.sources().astype(object)
    rows: list[dict[Any, Any]] = frame.where(frame.notna(), None).to_dict("records")
    return rows


def keywords(words: Language) -> list[str]:
    """What somebody may look for who needs these data."""
    return words.t("catalog.keywords").split("; ")


def shared(atlas: Atlas) -> Node:
    """What is said of everything that can be had: of the whole, of a table, of the interface."""
    return {
        "dct:publisher": {"@id": f"{CATALOG}#publisher"},
        "dcat:contactPoint": {"@id": f"{CATALOG}#contact"},
        "dct:accessRights": terms.named(terms.PUBLIC),
        "dct:language": [terms.named(each) for each in terms.LANGUAGES],
        "dcat:theme": [terms.named(each) for each in terms.SUBJECTS],
        "dcat:keyword": terms.told(keywords),
        "dct:modified": terms.moment(atlas.store.built_at),
    }


def cover() -> Node:
    """Of where and when the data are, and how often they come."""
    return {
        "dct:spatial": {"@id": terms.COUNTRY},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": terms.day(date(YEARS[0], 1, 1)),
            "dcat:endDate": terms.day(date(YEARS[-1], 12, 31)),
        },
        "dct:accrualPeriodicity": terms.named(terms.YEARLY),
    }


def publisher() -> Node:
    """The project; it is no legal entity, so its kind is not told."""
    home = terms.term(f"{SITE}/", "foaf:Document")
    return terms.term(
        f"{CATALOG}#publisher", "foaf:Agent", **{"foaf:name": PUBLISHER, "foaf:homepage": home}
    )


def contact() -> Node:
    """Where the project tells of itself: it has no office and no address."""
    return {
        "@id": f"{CATALOG}#contact",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": terms.told(lambda _: PUBLISHER),
        "vcard:hasURL": [terms.named(each) for each in page_of(ABOUT_SLUGS)],
    }


@cache
def country() -> Node:
    """Lithuania, with the box around its boundaries."""
    west, south, east, north = extent()
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    box = ", ".join(f"{x} {y}" for x, y in corners)
    middle = f"{(west + east) / 2:.4f} {(south + north) / 2:.4f}"
    return terms.term(
        terms.COUNTRY,
        "dct:Location",
        **{
            "skos:prefLabel": {"lt": "Lietuva", "en": "Lithuania"},
            "dcat:bbox": _shape(f"POLYGON(({box}))"),
            "dcat:centroid": _shape(f"POINT({middle})"),
        },
    )


def _shape(text: str) -> dict[str, Any]:
    return {"@value": text, "@type": "gsp:wktLiteral"}
