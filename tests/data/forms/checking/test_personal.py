"""Personal data keep a form out, are named by their cell, and are repeated nowhere."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from data.forms.archive.acceptance import accept
from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.checking.marking import marked_bytes
from data.forms.checking.texts import to_json, to_page, to_text
from data.forms.writing.template import write_template
from geo.finding import find_municipality
from tests.data.forms.checking.checks import DEMO, check, found
from tests.data.forms.drafts import at, good, true_to_life
from tests.data.forms.writers import write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

PERSON = "389.0101\n0003"
ADDRESS = "jonas@gmail.com"
NUMBER = "8 612 34567"
ANNOTATION = "<office:annotation><text:p>{}</text:p></office:annotation>"


@pytest.mark.parametrize(
    ("where", "value", "code"),
    [
        (at("allocations", "programme"), f"J. J., {PERSON}", "personal_code"),
        (at("allocations", "name"), f"Ūkis, {ADDRESS}", "contact_data"),
        (at("allocations", "programme"), f"tel. {NUMBER}", "contact_data"),
        (at("allocations", "programme"), 861234567, "contact_data"),
        (at("form", "office"), f"Finansų skyrius, {NUMBER}", "contact_data"),
        (at("form", "contact"), ADDRESS, "private_contact"),
        (at("form", "contact"), NUMBER, "private_contact"),
        ("Asignavimai!P40", ADDRESS, "contact_data"),
    ],
)
def test_a_cell_with_personal_data_is_named_and_not_repeated(
    where: str, value: object, code: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put(where, value)
    report = check(draft, tmp_path)
    assert found(report) == [(code, where)]
    assert report.rows is None
    for lang in ("lt", "en"):
        said = to_text(report, lang) + to_json(report, lang) + to_page([report], lang)
        assert not any(part in said for part in ("0101", "gmail", "34567"))


def test_the_offices_shared_address_is_what_the_form_asks_for(tmp_path: Path) -> None:
    draft = good()
    draft.put(at("form", "contact"), "finansai@vilnius.lt")
    report = check(draft, tmp_path)
    assert report.rows is not None
    assert report.rows["form"][0]["contact"] == "finansai@vilnius.lt"


def with_comment(path: Path, cell: str, said: str) -> Path:
    book = load_workbook(path)
    book["Asignavimai"][cell].comment = Comment(said, "A")
    book.save(path)
    return path


@pytest.mark.parametrize("said", [f"a. k. {PERSON}", ADDRESS, NUMBER])
@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "ods"])
def test_comments_on_cells_are_read_too(kind: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / f"form.{kind}"
    if kind == "ods":
        draft = good()
        draft.put("Asignavimai!L8", "KOMENTARAS")
        write_ods(draft, path)
        inside = path.with_suffix(".zip")
        _rewrite(path, inside, "<text:p>KOMENTARAS</text:p>", ANNOTATION.format(said))
        inside.replace(path)
    else:
        with_comment(write_xlsx(good(), tmp_path / "form.xlsx"), "L8", said).replace(path)
    report = check_file(path, context=DEMO)
    assert found(report) == [("comment_personal", "Asignavimai!L8")]
    assert not report.clean
    assert said not in to_text(report)


def _rewrite(source: Path, target: Path, old: str, new: str) -> None:
    with ZipFile(source) as before, ZipFile(target, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            after.writestr(entry, content.replace(old.encode(), new.encode()))


def test_the_forms_own_comments_and_helps_are_nobodys_data(tmp_path: Path) -> None:
    path = tmp_path / "forma.xlsx"
    write_template(path, find_municipality("13"), 2026)
    assert load_workbook(path)["Forma"]["A9"].value
    codes = {problem.code for problem in check_file(path).problems}
    assert not codes & {"personal_code", "contact_data", "comment_personal", "private_contact"}


def test_what_was_starred_out_in_a_marked_copy_has_to_be_cleared(tmp_path: Path) -> None:
    """Beside the stars may stand whose code it was; once cleared, the copy's remarks do no harm."""
    draft = good()
    draft.put("Asignavimai!L5", f"Jonas Jonaitis {PERSON}")
    draft.put("Asignavimai!L6", f"rašyti {ADDRESS}")
    source = with_comment(write_xlsx(draft, tmp_path / "form.xlsx"), "B9", NUMBER)
    report = check_file(source, context=DEMO)
    book = load_workbook(BytesIO(marked_bytes(report, source)))
    copy = tmp_path / "form-pastabos.xlsx"
    book.save(copy)
    assert found(check_file(copy, context=DEMO)) == [
        ("personal_code", "Asignavimai!L5"),
        ("personal_code", "Asignavimai!L6"),
    ]
    said = [
        f"{cell.value} {cell.comment.text if cell.comment else ''}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not any(part in text for text in said for part in ("389.", ADDRESS, NUMBER))
    for cell in ("L5", "L6"):
        book["Asignavimai"][cell].value = None
    book.save(copy)
    assert found(check_file(copy, context=DEMO)) == []


def test_nothing_of_a_form_with_personal_data_is_kept(tmp_path: Path) -> None:
    draft = true_to_life()
    draft.put("Asignavimai!L5", f"Jonas Jonaitis {PERSON}")
    path = write_xlsx(draft, tmp_path / f"{ADDRESS} {NUMBER} 389.0101.0003.xlsx")
    (done,) = accept(
        [path], tmp_path / "var", check=lambda files: [check_file(each) for each in files]
    )
    assert done.reason == "problems"
    (log,) = [each for each in (tmp_path / "var").rglob("*") if each.is_file()]
    kept = log.read_text(encoding="utf-8")
    assert not any(part in kept for part in ("gmail", "34567", "0101", "Jonaitis"))


def test_a_known_context_changes_nothing_about_that(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!L5", NUMBER)
    assert not check(draft, tmp_path, Context(demo=True, municipality="13", year=2026)).clean
