"""Rules that look at more than one cell: each notes what it finds and changes nothing.

A rule says nothing where a cell that it needs is missing or wrong, as that was noted already.
"""

from data.forms.checking.rules.competitions import check_competitions
from data.forms.checking.rules.contacts import check_contacts
from data.forms.checking.rules.identity import check_identity
from data.forms.checking.rules.kinds import check_kinds
from data.forms.checking.rules.pairs import check_pairs
from data.forms.checking.rules.persons import check_persons
from data.forms.checking.rules.providers import check_providers
from data.forms.checking.rules.repeats import check_repeats
from data.forms.checking.rules.size import check_size
from data.forms.checking.rules.totals import check_totals

RULES = (
    check_identity,
    check_contacts,
    check_repeats,
    check_kinds,
    check_persons,
    check_pairs,
    check_size,
    check_competitions,
    check_providers,
    check_totals,
)
"""In the order in which a clerk would look."""
