"""A remark is made, or withdrawn: two changes, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.durable import locked
from data.errors import RemarkError, suggestion
from data.remarks.checked import read_remark, read_words
from data.remarks.file import read_remarks, write_remarks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from data.asking.remarks import OfficeRemark


def add_remark(data_dir: Path, given: Mapping[str, str], today: date) -> OfficeRemark:
    """Take in a remark and give it the next id.

    Args:
        data_dir: the data folder; made if it is not there.
        given: municipality, office, text_lt and text_en; perhaps indicator, year and link.
        today: when it is made.

    Raises:
        RemarkError: a part is not as it must be; nothing was changed.
        SourceError: the file of remarks is not as it must be; nothing was changed.
        OSError: it cannot be written; nothing was changed.
    """
    fresh = read_remark({**given, "remark": "R1", "made_on": f"{today}"})
    data_dir.mkdir(parents=True, exist_ok=True)
    with locked(data_dir):
        known = read_remarks(data_dir)
        number = max((int(each.remark[1:]) for each in known), default=0) + 1
        remark = replace(fresh, remark=f"R{number}")
        write_remarks(data_dir, (*known, remark))
    return remark


def withdraw_remark(data_dir: Path, remark: str, why: str, today: date) -> OfficeRemark:
    """Withdraw a remark: it stands beside no figure any more, and stays in the history.

    Raises:
        RemarkError: there is none of that id, it is withdrawn already, or no reason is given.
        SourceError: the file of remarks is not as it must be; nothing was changed.
        OSError: it cannot be written; nothing was changed.
    """
    reason = read_words("why", why)
    if not data_dir.is_dir():
        raise RemarkError("remark", f"unknown remark {remark!r}{suggestion(remark, ())}")
    with locked(data_dir):
        known = {each.remark: each for each in read_remarks(data_dir)}
        if remark not in known:
            raise RemarkError("remark", f"unknown remark {remark!r}{suggestion(remark, known)}")
        if day := known[remark].withdrawn_on:
            raise RemarkError("remark", f"{remark} was withdrawn on {day} already")
        known[remark] = replace(known[remark], withdrawn_on=today, why=reason)
        write_remarks(data_dir, known.values())
    return known[remark]
