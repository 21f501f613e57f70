import csv
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "sources" / "commitments"


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


IVPK = "Informacinės visuomenės plėtros komitetas"
KANCELIARIJA = "Vyriausybės kanceliarija"
SADM = "Socialinės apsaugos ir darbo ministerija"

PUBLISHED_2017_11_21 = [
    ("3-I-1", "atvirų duomenų portal", IVPK, "started"),
    ("3-I-2", "visuomenės dalyvavimo valdyme viešinimas", KANCELIARIJA, "halfway"),
    ("3-II-1", "pajamas, išlaidas", "Finansų ministerija", "started"),
    ("3-II-2", "socialinę reklamą", "Sveikatos apsaugos ministerija", "not_started"),
    ("3-II-3", "rinkimus", "Vyriausioji rinkimų komisija", "halfway"),
    ("3-III-1", "konsultavimosi su visuomene", KANCELIARIJA, "started"),
    ("3-III-2", "atviro viešojo valdymo kultūrą", KANCELIARIJA, "started"),
    ("3-III-3", "NVO duomenų bazę", "Teisingumo ministerija", "started"),
    ("3-III-4", "NVO fondą", SADM, "started"),
]


@pytest.mark.parametrize(("commitment", "words", "institution", "status"), PUBLISHED_2017_11_21)
def test_the_third_plan_stands_as_published(commitment, words, institution, status):
    (found,) = [row for row in rows("commitment") if row["commitment"] == commitment]
    assert words in found["title_lt"]
    assert found["institution_lt"] == institution
    (seen,) = [row for row in rows("commitment_status") if row["commitment"] == commitment]
    assert (seen["status"], seen["assessor"], seen["observed_on"]) == (
        status,
        "government",
        "2017-11-21",
    )


def test_the_third_plan_has_nine_commitments_in_three_sections():
    third = [row for row in rows("commitment") if row["plan"] == "3"]
    assert [row["section"] for row in third] == ["I"] * 2 + ["II"] * 3 + ["III"] * 4
    assert [row["commitment"] for row in third] == [key for key, *_ in PUBLISHED_2017_11_21]
    titles = {r["section"]: r["title_lt"] for r in rows("plan_section") if r["plan"] == "3"}
    assert titles == {
        "I": "Viešojo valdymo institucijų veiklos atvirumas visuomenei",
        "II": "Korupcijos prevencija, skaidrumo skatinimas",
        "III": "Piliečių dalyvavimas ir įsitraukimas",
    }


def test_a_commitments_id_is_its_plan_section_and_number():
    for row in rows("commitment"):
        assert row["commitment"] == f"{row['plan']}-{row['section']}-{row['number']}"
        assert all(row[key] for key in row if key != "ogp_id")


def test_what_is_not_known_stays_empty():
    first, *others = rows("action_plan")
    assert (first["start_year"], first["end_year"]) == ("", "")
    assert [int(plan["plan"]) for plan in others] == [2, 3, 4, 5, 6, 7]
    assert all(int(plan["start_year"]) < int(plan["end_year"]) for plan in others)
    without = [row["commitment"] for row in rows("commitment") if not row["ogp_id"]]
    assert without == ["3-III-2"]


def test_everything_refers_to_something_that_is_there():
    plans = {row["plan"] for row in rows("action_plan")}
    sections = {(row["plan"], row["section"]) for row in rows("plan_section")}
    commitments = {row["commitment"] for row in rows("commitment")}
    assert {plan for plan, _ in sections} <= plans
    assert {(row["plan"], row["section"]) for row in rows("commitment")} <= sections
    assert {row["commitment"] for row in rows("commitment_status")} <= commitments
    for row in rows("commitment_status"):
        date.fromisoformat(row["observed_on"])


def test_names_are_the_same_wherever_they_stand():
    pairs = {(row["institution_lt"], row["institution_en"]) for row in rows("commitment")}
    assert len({lt for lt, _ in pairs}) == len(pairs) == len({en for _, en in pairs})
