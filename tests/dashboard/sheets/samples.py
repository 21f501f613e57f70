"""Sheets to be set: one as it may be, and what of it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard.sheets.content import PrintedSheet, SheetRow

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'
MAP = SVG.format(100, 78, '<path d="M0 0H100V78H0Z" fill="#07898b"/>')
STRIP = SVG.format(260, 40, '<circle cx="80" cy="20" r="9" fill="#d9531e"/>')
LINE = SVG.format(150, 40, '<path d="M4 30L146 8" stroke="#d9531e" stroke-width="2"/>')
ADDRESS = "https://atlasas.example/savivaldybe/kedainiu-r?metai=2025&panašios=14-15-16&k=8"


def row(number: int, **changes: Any) -> SheetRow:
    made = SheetRow(
        name=f"{number}-asis rodiklis vienam gyventojui",
        group="Pinigai" if number < 5 else "Konkursai",
        own="31,20\u00a0€*",
        median="38,75\u00a0€",
        nation="34,10\u00a0€",
        place="6 iš 9",
        takes="",
        strip=STRIP,
        strip_alt=f"{number}-ojo rodiklio taškai",
        line=LINE,
        line_alt=f"{number}-ojo rodiklio linija",
    )
    return replace(made, **changes)


def sheet(**changes: Any) -> PrintedSheet:
    made = PrintedSheet(
        lang="lt",
        title="Kėdainių rajono savivaldybė",
        subtitle="2025 m. tarp panašių savivaldybių",
        demo="Demonstraciniai (sugalvoti) duomenys",
        sentences=("Skyrė 31,20 € vienam gyventojui: 7 vieta iš 9 panašių.",),
        map=MAP,
        map_alt="Lietuvos žemėlapis",
        peers="Panašios savivaldybės: Jonavos r., Ukmergės r., Utenos r.",
        headings={
            "name": "Rodiklis",
            "own": "Kėdainių r.",
            "median": "Panašių mediana",
            "nation": "Visų mediana",
            "place": "Vieta",
            "strip": "Visos 60",
            "line": "2015–2025",
        },
        rows=tuple(row(number) for number in range(1, 9)),
        takes_title="Ko reikėtų",
        takes=("364 tūkst. € daugiau per metus.", "Dar 3 konkursai."),
        notes="* Gyventojų skaičius apskaičiuotas.",
        source="Šaltinis: Valstybės duomenų agentūra, 2026-01-15.",
        version="Duomenų versija 2026.11",
        address=ADDRESS,
        short="atlasas.example/savivaldybe/kedainiu-r",
        qr_alt="QR kodas su šio puslapio adresu",
        made="2026-11-27",
    )
    return replace(made, **changes)
