"""A form of statuses as tests fill it in: one good row, changed as a test wants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)
GOOD = {
    "Įsipareigojimas": "4-3",
    "Vertintojas": "Atsakinga institucija (Vyriausybė)",
    "Skalė": "Įgyvendinimo lygmuo",
    "Vertinimo data": "2019-06-30",
    "Būklė": "Įpusėta",
    "Įrodymas": "Sistemos bandomoji versija",
    "Kliūtis": "",
    "Pastaba": "Pirmas etapas",
    "Pradinis terminas": "2020-06-15",
    "Patikslintas terminas": "2020-12-31",
    "Atlikimo data": "",
    "Šaltinis": "Pažangos ataskaita",
    "Skelbėjas": "Finansų ministerija",
    "Šaltinio adresas": "https://finmin.example.org/ataskaita",
    "Data nenurodyta": "",
    "Žinoma, kad po": "",
}


class Fill(Protocol):
    def __call__(self, *changes: dict[str, str]) -> Path: ...
