"""A slide of every body there is, in texts as long as they come, without a database."""

from __future__ import annotations

from dashboard.charts import palette
from dashboard.charts.picture import LegendEntry
from dashboard.charts.series import TargetLine, TrendLine, TrendPicture
from dashboard.slides.content import (
    BarsBody,
    Cell,
    LinesBody,
    MapBody,
    MapPanel,
    MapPlace,
    MapsBody,
    MapYear,
    NumberBody,
    Slide,
    SlideBar,
    SlideDeck,
    SourcesBody,
    SpokenTable,
    TableBody,
    WordsBody,
)
from geo.places import municipalities

DEMO = "Demonstraciniai (sugalvoti) skaičiai."
SOURCE = "Šaltiniai: demonstracinis rinkinys (2026-11-20). Duomenų versija 0123456789ab."
OWN = tuple(place.code for place in municipalities() if place.county == "09")
NAMES = ("Anykščių r.", "Ignalinos r.", "Molėtų r.", "Utenos r.", "Visagino", "Zarasų r.")
TITLE = "NVO konkursuose laimėjo, % viso biudžeto, {year} m."
SENTENCE = (
    "Utenos apskrityje daugiausia – Anykščių r. sav. (4,12 %, 9 iš 60), mažiausia – Visagino sav. "
    "(1,07 %, 55 iš 60); visų savivaldybių bendras rodiklis – 3,25 %."
)
SPANS = ("0,5–1,4 %", "1,5–2,4 %", "2,5–3,4 %", "3,5–4,9 %", "5–9,2 %")


def places() -> tuple[MapPlace, ...]:
    """All municipalities; those of the deck have letters."""
    letters = dict(zip(OWN, "AIMUVZ", strict=False))
    return tuple(
        MapPlace(place.code, place.name_lt.removesuffix(" sav."), letters.get(place.code, ""))
        for place in municipalities()
    )


def legend() -> tuple[LegendEntry, ...]:
    """Five classes and what has no figure."""
    colours = palette.sequential(5)
    keys = [
        LegendEntry(colour, span, 11 + at)
        for at, (colour, span) in enumerate(zip(colours, SPANS, strict=True))
    ]
    return (*reversed(keys), LegendEntry(palette.UNKNOWN_COLOUR, "neatsakė", 3, "?"))


def fills(shift: int) -> tuple[str, ...]:
    """Every class, and one without a figure."""
    colours = palette.sequential(5)
    return tuple(
        palette.UNKNOWN_COLOUR if at == 7 else colours[(at + shift) % 5]
        for at in range(len(municipalities()))
    )


def signs() -> tuple[str, ...]:
    """One without an answer."""
    return tuple("?" if at == 7 else "" for at in range(len(municipalities())))


def a_year(year: int) -> MapYear:
    """A map of a year."""
    told = tuple("neatsakė" if at == 7 else f"{at % 9},2{at % 10} %*" for at in range(60))
    return MapYear(
        str(year), TITLE.format(year=year), f"{year}: {SENTENCE}", fills(year), signs(), told,
        legend(), DEMO,
    )  # fmt: skip


def a_map(*, close: bool = False) -> Slide:
    """A map of three years."""
    years = tuple(map(a_year, (2023, 2024, 2025)))
    table = SpokenTable(TITLE, ("Savivaldybė", "2025"), (("Alytaus m.", "0,20 %"),))
    return Slide(
        "county_map" if close else "map", years[2].title, years[2].sentence,
        MapBody(places(), years, 2, OWN, close, "% viso biudžeto"),
        "Pradėkite nuo spalvų.", DEMO, "* Gyventojų skaičius apskaičiuotas.", SOURCE, table,
    )  # fmt: skip


def bars() -> Slide:
    """A ranking with the country, one without a figure, and a target."""
    found = [SlideBar(name, f"{9 - at},41 %*", 9.41 - at, rank=str(3 * at + 1))
             for at, name in enumerate(NAMES[:5])]  # fmt: skip
    country = SlideBar("Visos savivaldybės", "3,25 %", 3.25, "nation")
    nothing = SlideBar(NAMES[5], "neatsakė", None)
    body = BarsBody(
        (*found[:3], country, *found[3:], nothing), "%", (15.0, "Tikslas 2026 m.: 15 %"), 2
    )
    return Slide("ranking", TITLE.format(year=2025), SENTENCE, body, "", DEMO, "", SOURCE)


def changes() -> Slide:
    """Bars to both sides."""
    found = tuple(
        SlideBar(name, f"{value:+.1f} (1,2 → 3,4)".replace(".", ","), value)
        for name, value in zip(NAMES, (3.1, 1.2, 0.4, -0.2, -1.5, -2.6), strict=True)
    )
    return Slide("changes", "Kas pasikeitė labiausiai, 2024–2025 m.", SENTENCE,
                 BarsBody(found, "procentiniai punktai"), "", DEMO, "", SOURCE)  # fmt: skip


def lines() -> Slide:
    """A trend of the country and six municipalities, with a target."""
    years = tuple(range(2015, 2026))
    picture = TrendPicture(
        years,
        TrendLine("", "Visos savivaldybės", tuple(1 + 0.2 * at for at in range(11)), label="Visos"),
        tuple(
            TrendLine(code, name, tuple(None if at == 3 else 0.5 + 0.1 * at * (no + 1)
                                        for at in range(11)), colour, name)
            for no, (code, name, colour) in enumerate(
                zip(OWN, NAMES, palette.SELECTED, strict=False))
        ),
        (TargetLine(5.0, "Tikslas: 5 %"),),
    )  # fmt: skip
    body = LinesBody(picture, lambda value: f"{value:.1f}".replace(".", ","), "%", 1)
    return Slide("trend", "NVO konkursuose laimėjo, % viso biudžeto, 2015–2025 m.", SENTENCE, body,
                 "", DEMO, "○ Netikslu.", SOURCE)  # fmt: skip


def two_years() -> Slide:
    """Two years and their difference."""
    panel = MapPanel("2015 m.", fills(0), signs(), legend())
    body = MapsBody(
        places(),
        panel,
        MapPanel("2025 m.", fills(2), signs(), legend()),
        MapPanel("Pokytis, proc. p.", fills(4), signs(), legend()),
        OWN,
    )
    return Slide(
        "two_years", "Prieš dešimt metų ir dabar", SENTENCE, body, demo=DEMO, source=SOURCE
    )


def table() -> Slide:
    """A table with marks."""
    rows = tuple(
        (Cell(name), Cell("✓", spoken="yra"), Cell("–", spoken="nėra"), Cell("6"),
         Cell("Įvykdyta iš dalies", "light-dark(#0f6a8a, #79cbe0)", "◐"))
        for name in NAMES
    )  # fmt: skip
    head = ("Savivaldybė", "NVO taryba", "Biudžetas viešas", "Posėdžių", "Būsena")
    return Slide("openness", "Ar savivaldybės atviros, 2025 m.", SENTENCE, TableBody(head, rows),
                 "", DEMO, "", SOURCE)  # fmt: skip


def words() -> tuple[Slide, ...]:
    """Slides of words: the title, one number, a question, the end."""
    return (
        Slide("title", "Utenos apskrities forumas", "", WordsBody(
            ("Metinė analizė: kaip savivaldybės dalija biudžetą", "2025 m. duomenys"),
            "Utenos apskritis")),
        Slide("number", TITLE.format(year=2025), SENTENCE,
              NumberBody("3,25 %*", "viso savivaldybių biudžeto laimėjo NVO konkursuose",
                        (("2,10 %", "Utenos apskritis"), ("1,90 %", "2015 m."))),
              "Pauzė.", DEMO, "", SOURCE),
        Slide("question", "Klausimas aptarti", "",
              WordsBody(("Kas jūsų savivaldybėje trukdo perduoti paslaugas bendruomenėms?",))),
        Slide("sources", "Šaltiniai ir metodika", "", SourcesBody(
            (SOURCE, "Rodiklis – NVO konkursuose laimėtų lėšų dalis nuo viso biudžeto."),
            "https://example.org/forumas?select=utena-county", "example.org/forumas", "QR kodas")),
    )  # fmt: skip


def example_slides() -> tuple[Slide, ...]:
    """All of them."""
    first, number, question, end = words()
    return (first, number, a_map(), a_map(close=True), bars(), changes(), lines(), two_years(),
            table(), question, end)  # fmt: skip


def example_deck() -> SlideDeck:
    """A deck of them."""
    return SlideDeck("lt", "Utenos apskrities forumas", example_slides(), "light", "0123456789ab",
                     "2026 m. lapkričio 27 d.", "https://example.org/forumas")  # fmt: skip
