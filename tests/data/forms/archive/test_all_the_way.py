"""A folder of CSV files, from the check to the figures of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.forms.archive.acceptance import accept
from tests.built import quick_build
from tests.data.forms.archive.archived import figures
from tests.data.forms.given import ENTITIES

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checked_folder_of_csv_files_goes_all_the_way(tmp_path: Path, var: Path) -> None:
    folder = tmp_path / "forma"
    folder.mkdir()
    own = "Savivaldybės lėšos"
    (folder / "Forma.csv").write_text(
        "Savivaldybė;Vilniaus miesto savivaldybė\nAtaskaitiniai metai;2020\n"
        "Užpildymo data;2021-02-01\nAtsakingas padalinys;Finansų skyrius\n"
        "Konkurso būdu NVO lėšų neskirta;Ne\nIš viso įvykdyta;1 250,50\n"
        "Iš jų NVO konkurso būdu;250,50\n",
        encoding="utf-8",
    )
    (folder / "Asignavimai.csv").write_text(
        "Juridinio asmens kodas;Gavėjo pavadinimas;Gavėjo tipas;Viešosios politikos sritis;"
        "Skyrimo būdas;Programa arba konkursas;Finansavimo šaltinis;Planuota;Patikslintas planas;"
        "Įvykdyta\n"
        f"{ENTITIES[0]};Pirmoji;Biudžetinė įstaiga;Kultūra;Asignavimas;P1;{own};1000;1000;1000\n"
        f"{ENTITIES[1]};Antroji;NVO;Kultūra;Konkursas;k01;{own};250,5;250,5;250,5\n",
        encoding="utf-8",
    )
    (folder / "Konkursai.csv").write_text(
        "Konkurso kodas;Viešosios politikos sritis;Paskelbimo data;Konkurso biudžetas;"
        "Gauta paraiškų;Finansuota paraiškų;Prašyta;Skirta\n"
        "K01;Kultūra;2020-02-01;300;2;1;300;250,50\n",
        encoding="utf-8",
    )
    (folder / "Paslaugos.csv").write_text(
        "Viešoji paslauga;Viešosios politikos sritis;Teikėjo tipas;Perdavimo etapas;"
        "Perdavimo metai\nPagalba į namus;Socialinė apsauga;NVO;Perduota;2019\n",
        encoding="utf-8",
    )
    (folder / "Atvirumas.csv").write_text(
        "Veikia NVO taryba;taip\nNVO tarybos posėdžių skaičius;4\nNVO atstovų dalis taryboje;50 %\n"
        "Biudžetas skelbiamas atvirai;ne\nNuoroda į biudžetą;\n"
        "Konkursų rezultatai skelbiami;ne\nNuoroda į konkursų rezultatus;\n",
        encoding="utf-8",
    )
    (result,) = accept([folder], var)
    assert [
        problem.text("en") for problem in result.report.problems if problem.severity == "error"
    ] == []
    assert result.result == "accepted"
    quick_build(var / "a.duckdb")
    assert figures(var / "a.duckdb", "ngo_competition_share")["value"] == pytest.approx(
        100 * 250.5 / 1250.5
    )
    assert figures(var / "a.duckdb", "openness")["value"] == 60
    assert figures(var / "a.duckdb", "services_transferred")["value"] == 100
