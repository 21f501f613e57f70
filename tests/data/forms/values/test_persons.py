"""Names of private persons are told from those of organisations; whoever is in doubt hides."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.building.describe import DEFAULT_FOLDER
from data.forms.values.given_names import GIVEN
from data.forms.values.persons import PRIVATE, full_names, is_private, public_name

PERSONS = [
    "Jonas Pramanytis", "Ona Pramanytienė", "J. Pramanytis", "J.Pramanytis", "V. A. Pramanauskas",
    "PRAMANYTIS JONAS", "Pramanytis, Jonas", "jonas pramanytis", "Xenija Pramanauskaitė",
    "Jonas Petras Pramanauskas", "Ieva Pramanaitė-Išgalvotienė", "Dr. Jonas Pramanauskas",
    "Jonas Pramanytis 1234567", "Jonas Pramanytis ir Ona Pramanytienė", "Jonas Kazlas",
    "Jonas Pramanytis „Vakaras“", "Jonas Pramanytis, statybos darbai", "Jono Pramanyčio dirbtuvės",
    "Jono Pramanyčio ūkis", "jono pramanycio ukis", "Pramanyčio ūkis", "Jono Kazlo ūkis",
    "Ūkininkas Jonas Išgalvotasis", "Ukininkas Jonas", "Ūkininkė Ona Onaitė", "Ūkininko ūkis",
    "Ona Onaitė, individuali veikla", "Ona Onaitė ind. veikla", "Individuali veikla",
    "Šokių studija „Ritmas“, individuali veikla", "Petras Vėjas pagal pažymą Nr. 123456",
    "Petras Vėjas pagal individualios veiklos pažymą", "Verslo liudijimas, Petras",
    "Fizinis asmuo", "fiziniai asmenys", "Asmuo", "Notarė Ona Onaitė", "Advokatas J. Kazlas",
]  # fmt: skip

ORGANISATIONS = """
Neįgalių asmenų draugija|Fizinių asmenų bankroto administratorių asociacija|UAB Jonaitis
Individualią veiklą vykdančių asmenų asociacija|Lietuvos ūkininkų sąjunga
MB „Jono Jonaičio ūkis“|Kauno miškų ūkis|Butų ūkis|UAB „Ūkininko patarėjas“
Kelmės ūkininkų kooperatyvas|Jonaičio ir Ko, TŪB|Jono Basanavičiaus gimnazija
Vaikų darželis „Saulutė“|A. Puškino muziejus|Antano Vienuolio progimnazija
J. Basanavičiaus gatvės namo bendrija|Benedikto Gylio paramos fondas
Juozo Miltinio dramos teatras|Vilniaus miesto savivaldybės administracija|Šv. Jono bažnyčia
Šv. Juozapo parapija|Vilniaus arkivyskupija|Marijos ir Jurgio Šlapelių namas-muziejus
Rimanto Kaukėno paramos grupė|Jono Pauliaus II gimnazija|Viešoji įstaiga „Ona Onaitė“
VšĮ „Jonas ir Ona“|Asociacija „Petras“|Moterų klubas „Ona“|BĮ Senjorų namai
Labdaros ir paramos fondas „Marija“|Kultūros centras|Sporto klubas „Žalgiris“
Futbolo klubas „Jonas“|Kaimo bendruomenė „Šilutė“|Naujųjų Verkių bendruomenė|Lietuvos skautija
Lietuvos šaulių sąjunga|Advokatų kontora „Ellex Valiūnas ir partneriai“
Advokatų profesinė bendrija „Jonaitis“|Notarų rūmai|Vilniaus „Caritas“
Raudonojo Kryžiaus draugija|Senjorų choras „Rasa“|Folkloro ansamblis „Ona“
Pučiamųjų orkestras „Trimitas“|Kauno kolegija|Vytauto Didžiojo universitetas
Lietuvių kalbos institutas|Kauno poliklinika|Respublikinė ligoninė
Priešgaisrinė gelbėjimo tarnyba|Kaltinėnų seniūnija
Jaunimo organizacijų sąjunga „Apskritasis stalas“|Moksleivių akademija
Vaikų dienos centras „Ona“|Sveikuolių bendrija|Medžiotojų būrelis, klubas|Krepšinio lyga
Jachtklubas|Vienuolynas|Pranciškonų ordinas|Lietuvos paštas, AB|Šilumos tinklai
VĮ Registrų centras|SĮ „Susisiekimo paslaugos“|Turizmo agentūra|Savanorių sąjūdis
Policijos komisariatas|Vaistinė „Eglė“|Metodistų kongregacija|Kurčiųjų reabilitacijos centras
Bitė Lietuva|Mažesnieji broliai|Endo invest|Naujoji Šilutė|Vilniaus Saulutė|Senasis Kaunas
Kelmės dvaras|IĮ „Ramunė“|Ramunės IĮ|Žemės ūkio bendrovė „Jonava“|Žemės ūkio rūmai
Tėvų komitetas|Pagalbos tinklas|Europos Sąjungos agentūra|Tautinių mažumų taryba
Literatūros biuras|Kauno radijas|Šiaulių televizija|Profesinė sąjunga „Solidarumas“
Miško urėdija|Lietuvos žydų (litvakų) bendruomenė|KRS|DSKS Žalgiris
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


@pytest.mark.parametrize("name", PERSONS)
def test_what_looks_like_a_private_persons_name_is_one(name: str) -> None:
    assert is_private(name)
    assert public_name(name) == PRIVATE


def test_organisations_of_all_kinds_are_none() -> None:
    assert len(ORGANISATIONS) >= 80
    assert [name for name in ORGANISATIONS if is_private(name)] == []


ENDINGS = (
    "aitis", "ytis", "utis", "evičius", "avičius", "auskas", "inskas", "ienė", "aitė", "ytė", "utė",
    "ūtė", "iūtė", "auskaitė",
)  # fmt: skip
BEGINNINGS = ("Pram", "Išgalv", "Nebūn", "Žvirgžd", "Tuštėn", "Kuršl")
SURNAMES = st.tuples(st.sampled_from(BEGINNINGS), st.sampled_from(ENDINGS)).map("".join)
WRITTEN = (
    "{given} {surname}", "{initial}. {surname}", "{initial}.{surname}", "{surname} {given}",
    "{surname}, {given}", "{given} {initial}. {surname}", "{given} {surname} (ind. veikla)",
    "Ūkininkas {given} {surname}", "{given} {surname}, pagal verslo liudijimą",
    "{given} {surname}-Nebūnaitė", "Prof. {given} {surname}", "{given} {surname} „Projektas“",
)  # fmt: skip


@given(
    given_name=st.one_of(
        st.sampled_from(sorted(GIVEN)).map(str.capitalize),
        st.sampled_from(("Aušra", "Gintaras", "Rūta", "Birutė", "Yvonne", "Oleksandr", "Džordana")),
    ),
    surname=SURNAMES,
    written=st.sampled_from(WRITTEN),
    case=st.sampled_from((str, str.upper)),
)
def test_a_full_name_is_private_however_it_is_written(given_name, surname, written, case) -> None:
    name = case(written.format(given=given_name, initial=given_name[0], surname=surname))
    assert is_private(name)
    assert full_names(name)


@given(st.text(max_size=60))
def test_any_text_has_one_public_name(name: str) -> None:
    shown = public_name(name)
    assert public_name(shown) == shown
    assert shown == PRIVATE or not is_private(shown)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("J. Jonaičio individuali įmonė", "Individuali įmonė"),
        ("Jono Pramanyčio įmonė", "Individuali įmonė"),
        ("B.Babarskienės IĮ Šakotis", "Individuali įmonė"),
        ("IĮ „Petraitis“", "Individuali įmonė"),
        ("J. Jonaičio IĮ „Ramunė“", "Individuali įmonė „Ramunė“"),
        ("IĮ „Ramunė“", "IĮ „Ramunė“"),
        ("Individuali įmonė „Šakotis“", "Individuali įmonė „Šakotis“"),
        ("UAB „Įmonė“", "UAB „Įmonė“"),
    ],
)
def test_an_individual_enterprise_loses_its_owner_and_keeps_its_own_name(
    name: str, shown: str
) -> None:
    assert public_name(name) == shown


def test_no_organisation_of_the_carried_tables_is_taken_for_a_person() -> None:
    """Of the 1,475 names that Vilnius has published every one was looked at: all are legal."""
    names = set()
    for file, column in (("biudzeto_ivykdymas", "ISTAIGOS_PAV"), ("sutartys", "TIEKEJAS")):
        table = DEFAULT_FOLDER / "vilnius" / "tables" / f"{file}.csv"
        with table.open(encoding="utf-8-sig", newline="") as rows:
            names |= {row[column] for row in csv.DictReader(rows, delimiter=";")}
    assert len(names) > 1400
    assert {name: public_name(name) for name in names if public_name(name) != name} == {}
