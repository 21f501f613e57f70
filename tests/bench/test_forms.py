"""The forms that are measured are forms as they should be."""

from pathlib import Path

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from geo.places import municipalities
from tests.bench.forms import make


def test_a_measured_form_has_no_problem_in_any_year(tmp_path: Path) -> None:
    for path in make(municipalities()[0], tmp_path, range(2016, 2019)):
        assert check_file(path, context=Context(demo=True)).problems == ()
