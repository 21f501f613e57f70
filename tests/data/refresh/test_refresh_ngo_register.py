"""NGOs are counted by municipality and form, and nothing about one of them is kept."""

import re
from collections import Counter

import pytest

from data.refresh import ngo_register
from data.refresh.refresh import prepare
from geo.places import municipalities
from tests.data.refresh.answers import ngos

CODES = [place.code for place in municipalities()]


def test_ngos_are_counted_by_municipality_and_form(rows):
    found = rows("ngo_register", ngos(), "ngo_register.csv")
    assert Counter({(r["municipality"], r["legal_form"]): int(r["ngos"]) for r in found}) == {
        (code, form): count
        for code in CODES
        for form, count in (("630", 14), ("640", 13), ("570", 13))
    }


def test_nothing_about_an_organisation_is_kept(target, answer):
    proposal = prepare("ngo_register", answer(ngos()), target=target)
    kept = b"".join(proposal.files.values()) + proposal.text("en").encode()
    for private in ("Slapta", "Kauno g.", "300000001", "vardas"):
        assert private.encode() not in kept


def test_a_refusal_does_not_echo_an_organisation(refused):
    for content in (ngos(tail="300000001,Vilnius,630,Slapta Pavardė\r\n"), ngos(tail="Slapta\r\n")):
        assert "Slapta" not in refused("ngo_register", content)
        assert "300000001" not in refused("ngo_register", content)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Vilnius, Gedimino pr. 1", "Vilniaus m. sav."),
        ("Vilniaus r. sav., Nemenčinė, Švenčionių g. 2", "Vilniaus r. sav."),
        ("Vilniaus r. sav. Nemenčinė Švenčionių g. 2", "Vilniaus r. sav."),
        ("Kauno m. sav., Kaunas, Laisvės al. 3", "Kauno m. sav."),
        ("Utena, Aušros g. 4", "Utenos r. sav."),
        ("Kazlų Rūda, Maironio g. 5", "Kazlų Rūdos sav."),
        ("Marijampolė, Gedimino g. 6", "Marijampolės sav."),
        ("Gargždai, Kvietinių g. 7", None),
        ("", None),
    ],
)
def test_a_municipality_is_told_by_the_beginning_of_an_address(address, name):
    codes = {place.name_lt: place.code for place in municipalities()}
    assert ngo_register.place(address) == (codes[name] if name else "")


def test_those_without_a_place_stay_in_the_sum_and_are_told(target, answer):
    content = ngos(tail='400000001,,630,x\r\n400000002,"Gargždai, Kvietinių g.",630,x\r\n')
    proposal = prepare("ngo_register", answer(content), target=target)
    (counts,) = (text for path, text in proposal.files.items() if path.suffix == ".csv")
    assert counts.startswith(b"municipality,legal_form,ngos\n,630,2\n")
    assert "NGOs without a municipality: 2" in proposal.text("en")


HEADER = "juridinis_asmuo.ja_kodas,juridinis_asmuo.pilnas_adresas,forma.kodas,vardas"
BARE = "_type,_id,_revision,juridinis_asmuo._id,forma._id,nvc_nuo"
UNPLACED = "".join(f"{400_000_000 + n},,630,x\r\n" for n in range(500))
BAD_CSV = {
    "references only": (
        f"{BARE}\r\na,b,c,d,e,2020-01-01\r\n",
        "columns missing: .*pilnas_adresas, forma.kodas",
    ),
    "another table": ("a,b\r\n1,2\r\n", "columns missing: .*Ask the service with"),
    "a column twice": (ngos(header=f"{HEADER},vardas").replace("ė\r", "ė,x\r"), "a column twice"),
    "too few": (ngos(each=2), "120 registered NGOs; between 1,000"),
    "no rows": (f"{HEADER}\r\n", "0 registered NGOs"),
    "the same twice": (ngos(tail="300000001,Vilnius,630,x\r\n"), "line 2402: the same"),
    "a cell missing": (ngos(tail="1,Vilnius,630\r\n"), "line 2402: 3 cells, the header has 4"),
    "no identity": (ngos(tail=",Vilnius,630,x\r\n"), "no identity"),
    "a form by name": (ngos(tail="1,Vilnius,Asociacija,x\r\n"), "a code of three digits"),
    "cut off": (ngos()[:-20], "cut off"),
    "cut off in quotes": (ngos(tail='1,"Vilnius\r\n'), "malformed CSV"),
    "a huge cell": (ngos(tail=f"1,{'x' * 200_000},630,x\r\n"), "malformed CSV"),
    "not placed": (ngos(tail=UNPLACED), "only 83% of the NGOs have an address"),
    "an empty municipality": (
        ngos().replace("Neringos sav.", "Palangos m. sav."),
        "without an NGO: Neringos",
    ),
    "not UTF-8": (ngos().encode("cp1257"), "not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), BAD_CSV.values(), ids=BAD_CSV)
def test_another_register_is_refused(refused, content, words):
    assert re.search(words, refused("ngo_register", content), re.DOTALL)
