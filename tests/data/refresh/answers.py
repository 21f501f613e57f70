"""Made answers in the true formats of the State Data Agency, the register and the boundaries."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from geo.boundaries import load_boundaries
from geo.places import counties, municipalities

PLACE, TIME = "savivaldybesRegdb", "LAIKOTARPIS"
MES = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
COM = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
GEN = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
COUNTY = {place.code: place.county for place in municipalities()}

Key = tuple[str, ...]


@dataclass
class Answer:
    """A cube to be sent: dimension id → code → name, and figures by key."""

    dimensions: dict[str, dict[str, str]]
    values: dict[Key, Decimal | int | None]
    name: str = "Lentelė"
    prepared: str = "2026-05-15T12:48:00Z"

    def json(self) -> bytes:
        places = [{code: at for at, code in enumerate(each)} for each in self.dimensions.values()]
        observations = {
            ":".join(str(place[code]) for place, code in zip(places, key, strict=True)): [
                value,
                0,
                0 if value is None else None,
            ]
            for key, value in self.values.items()
        }
        axes = [
            {
                "keyPosition": at,
                "id": name,
                "name": name,
                "values": [{"id": code, "name": text} for code, text in names.items()],
            }
            for at, (name, names) in enumerate(self.dimensions.items())
        ]
        answer = {
            "header": {"id": "1", "test": "true", "prepared": self.prepared},
            "dataSets": [{"action": "Information", "observations": observations}],
            "structure": {"name": self.name, "dimensions": {"observation": axes}},
        }
        text = json.dumps(answer, default=lambda value: f"<<{value}>>")
        return text.replace('"<<', "").replace('>>"', "").encode()  # decimals as bare numbers

    def xml(self) -> bytes:
        head = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<mes:GenericData xmlns:mes="{MES}" '
            f'xmlns:com="{COM}" xmlns:g="{GEN}"><mes:Header><mes:ID>1</mes:ID>'
            f"<mes:Prepared>{self.prepared}</mes:Prepared>"
            '<mes:Structure structureID="M1" dimensionAtObservation="AllDimensions">'
            "<com:Structure><URN>urn</URN></com:Structure></mes:Structure></mes:Header>"
            '<mes:DataSet structureRef="M1"><g:Attributes>'
            '<g:Value id="DS_LAST_UPDATE" value="2025-07-18"/></g:Attributes>'
        )
        told = "".join(
            "<g:Obs><g:ObsKey>"
            + "".join(
                f'<g:Value id="{name}" value={quoteattr(code)}></g:Value>'
                for name, code in zip(self.dimensions, key, strict=True)
            )
            + f'</g:ObsKey><g:ObsValue value="{"NaN" if value is None else value}"></g:ObsValue>'
            '<g:Attributes><g:Value id="OBS_DECIMALS" value="1"></g:Value></g:Attributes></g:Obs>'
            for key, value in self.values.items()
        )
        return f"{head}{told}</mes:DataSet></mes:GenericData>\n".encode()


def people(years=range(2015, 2027)) -> Answer:
    """Residents by place, urban and rural, and year, with all that the true table has beside."""
    values: dict[Key, Decimal | int | None] = {}
    for year in years:
        sums: dict[str, list[int]] = {}
        for at, place in enumerate(municipalities()):
            urban, rural = 30_000 + 100 * at + year - 2015, 14_000 - 50 * at
            for code in (place.code, place.county, "00"):
                parts = sums.setdefault(code, [0, 0])
                parts[0] += urban
                parts[1] += rural
        for code, (urban, rural) in sums.items():
            values[code, "0", "asm", str(year)] = urban + rural
            values[code, "1", "asm", str(year)] = urban
            values[code, "2", "asm", str(year)] = rural
        for kind in ("0", "1", "2"):
            values["51", kind, "asm", str(year)] = None  # abolished before 2015
    places = {"00": "Lietuvos Respublika", "51": "Marijampolės r. sav."}
    places |= {county.code: county.name_full_lt for county in counties()}
    places |= {place.code: place.name_lt for place in municipalities()}
    return Answer(
        {
            PLACE: places,
            "Vietove": {"0": "Miestas ir kaimas", "1": "Miestas", "2": "Kaimas"},
            "MATVNT": {"asm": "asmenys"},
            TIME: {str(year): str(year) for year in years},
        },
        values,
        name="S3R167 - Nuolatinių gyventojų skaičius metų pradžioje",
    )


CHANGES = {
    2015: "-0.9",
    2016: "0.9",
    2017: "3.7",
    2018: "2.7",
    2019: "2.3",
    2020: "1.2",
    2021: "4.7",
    2022: "19.7",
    2023: "9.1",
    2024: "0.7",
    2025: "3.8",
}
"""National consumer prices, per cent."""

HARMONISED = CHANGES | {2019: "2.2", 2022: "18.9", 2023: "8.7", 2024: "0.9"}


def inflation(changes=CHANGES, name="S7R121 - Vartotojų kainų pokyčiai") -> Answer:
    """Yearly changes of all prices and of food."""
    values: dict[Key, Decimal | int | None] = {}
    for year, change in changes.items():
        values["00", str(year)] = Decimal(change)
        values["01", str(year)] = Decimal(change) + 1
    return Answer(
        {
            "ECOICOP": {"00": "Vartojimo prekės ir paslaugos", "01": "Maistas"},
            TIME: {str(year): str(year) for year in changes},
        },
        values,
        name=name,
    )


TAKEN = "2026-06-01"
"""The day on which the present figures were taken, after that of the made answers."""

FINER = [
    "-0.8841",
    "0.9055",
    "3.7229",
    "2.6979",
    "2.3345",
    "1.1999",
    "4.6835",
    "19.7050",
    "9.1173",
    "0.7157",
]


def present() -> tuple[str, str]:
    """The tidy files as they stand: residents (100 more each) of six years, prices to 2024."""
    values = people().values
    residents = [
        f"{place.code},{year},{values[place.code, '0', 'asm', str(year)] + 100}"
        for place in municipalities()
        for year in (2015, 2016, 2017, 2018, 2020, 2026)
    ]
    prices = [f"{year},{change}" for year, change in enumerate(FINER, start=2015)]
    return (
        "\n".join(["municipality,year,residents", *sorted(residents), ""]),
        "\n".join(["year,inflation_pct", *prices, ""]),
    )


def monthly_index(first=2014, last=2025, months=12) -> Answer:
    """A monthly index whose yearly means change as CHANGES say; the last year may be cut short."""
    level, values = Decimal(100), {}
    for year in range(first, last + 1):
        level *= 1 + Decimal(CHANGES.get(year, "0")) / 100
        for month in range(1, (months if year == last else 12) + 1):
            wave = Decimal(month * 2 - 13) / 100
            values["00", f"{year}M{month:02}"] = (level + wave).quantize(Decimal("0.000001"))
    return Answer({"ECOICOP": {"00": ""}, TIME: {key[1]: key[1] for key in values}}, values)


def ngos(each=40, header=None, tail="") -> str:
    """The register's NGOs as the open data service writes CSV, with names and addresses."""
    lines = [header or "juridinis_asmuo.ja_kodas,juridinis_asmuo.pilnas_adresas,forma.kodas,vardas"]
    code = 300_000_000
    for place in municipalities():
        for number in range(each):
            code += 1
            form = ("630", "640", "570")[number % 3]
            lines.append(f'{code},"{place.name_lt}, Kauno g. {number}",{form},Slapta Pavardė')
    return "\r\n".join(lines) + "\r\n" + tail


def shapes(project=None, *, name=True, county=True) -> dict:
    """Our own shapes dressed as the register's GeoJSON, projected if asked."""
    names = {place.code: place.name_lt for place in municipalities()}
    features = []
    for feature in load_boundaries()["features"]:
        code = feature["id"]
        if code not in COUNTY:
            continue
        properties = {"SAV_KODAS": int(code)}
        properties |= {"SAV_PAV": names[code]} if name else {}
        properties |= {"APS_KODAS": int(COUNTY[code])} if county else {}
        rings = feature["geometry"]["coordinates"]
        geometry = {"type": "Polygon", "coordinates": project(rings) if project else rings}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}
