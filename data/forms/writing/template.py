"""The empty form that a municipality gets: a workbook that explains itself and holds its shape."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from data.forms.definition.read import load_form
from data.forms.writing.lists import write_lists
from data.forms.writing.record import write_record
from data.forms.writing.table import write_table
from data.forms.writing.workbook import FormWorkbook
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from data.forms.writing.recipients import Recipient
    from geo.places import Municipality


def file_name(municipality: Municipality, year: int) -> str:
    """Return the name of a municipality's form: "savivalda-forma-13-2026.xlsx"."""
    return f"savivalda-forma-{municipality.code}-{year}.xlsx"


def write_template(
    target: Path, municipality: Municipality, year: int, recipients: Sequence[Recipient] = ()
) -> None:
    """Write a municipality's empty form.

    Args:
        target: the .xlsx file to write, overwritten if it is there (see `write_forms`).
        municipality: filled in on the first sheet.
        year: the reporting year, filled in too.
        recipients: last year's, filled in on the sheet of allocations.

    Raises:
        ValueError: the year is outside the bounds of the form.
        FormError: a recipient has a code that its list does not know.
    """
    target.write_bytes(template_bytes(municipality, year, recipients))


def template_bytes(
    municipality: Municipality, year: int, recipients: Sequence[Recipient] = ()
) -> bytes:
    """Return a municipality's empty form; the same bytes for the same arguments."""
    form = load_form()
    _check_year(year)
    stream = BytesIO()
    title = f"{form.stamp}: {municipality.name_full_lt}, {year} m."
    book = FormWorkbook(stream, title=title, stamp=form.stamp, year=year)
    for sheet in form.sheets:
        book.workbook.add_worksheet(sheet.title)
    lists = write_lists(book, form)
    for sheet in form.sheets:
        if sheet.layout == "record":
            known = {"municipality": municipality.name_full_lt, "year": year}
            write_record(book, form, sheet, lists, known)
        else:
            write_table(book, form, sheet, lists, recipients if sheet.id == "allocations" else ())
    book.workbook.close()
    return stream.getvalue()


def all_forms(
    folder: Path, year: int, recipients_of: Callable[[Municipality], Sequence[Recipient]]
) -> dict[Path, bytes]:
    """Return the forms of all 60 municipalities, ready to be written into a folder.

    Args:
        folder: where they go.
        year: the reporting year.
        recipients_of: last year's recipients of a municipality.

    Returns:
        Contents by file, municipalities in Lithuanian alphabetical order.
    """
    return {
        folder / file_name(each, year): template_bytes(each, year, recipients_of(each))
        for each in municipalities()
    }


def write_forms(forms: Mapping[Path, bytes], *, overwrite: bool = False) -> list[Path]:
    """Write forms; one that is there already may be filled in, and is not lost by accident.

    Args:
        forms: contents by file; folders are made where they are missing.
        overwrite: whether to replace files that say something else.

    Returns:
        The files that were replaced.

    Raises:
        FileExistsError: there are such files, and they are not to be replaced; nothing is written.
    """
    there = [path for path, content in forms.items() if _differs(path, content)]
    if there and not overwrite:
        names = ", ".join(map(str, there))
        raise FileExistsError(
            f"not written, as files with something else in them are there: {names}; "
            "choose another place, or replace them with --overwrite"
        )
    for path, content in forms.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return there


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and (not path.is_file() or path.read_bytes() != content)


def _check_year(year: int) -> None:
    column = load_form().sheet("form").column("year")
    low, high = column.minimum, column.maximum
    if low is None or high is None or not low <= year <= high:
        raise ValueError(f"the form is for years {low} to {high}, got {year}")
