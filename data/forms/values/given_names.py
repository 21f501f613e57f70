"""Given names by which a person's name is told, where the surname alone does not tell it.

The commonest ones of people in Lithuania, other peoples' too. Those that organisations like to be
called by as well, because they are words or names of old (Aušra, Rūta, Gintaras, Birutė), are left
out: beside one of them a surname must be told by its ending.
"""

from __future__ import annotations

from data.forms.values.spelling import plain

_MEN = """
Adomas Albertas Albinas Aleksandras Aleksas Aleksejus Alfonsas Alfredas Algimantas Algis Algirdas
Alvydas Andrejus Andrius Anatolijus Antanas Arnas Arnoldas Artūras Arūnas Arvydas Augustas
Augustinas Aurelijus Benas Bernardas Boleslovas Boris Bronislovas Bronius Dainius Daniel Danielius
Darius Deividas Dimitrijus Dmitrijus Dominykas Domantas Donatas Edgaras Edmundas Edvardas Edvinas
Egidijus Eimantas Emilis Ernestas Eugenijus Evaldas Feliksas Gediminas Genadijus Genrikas
Gintautas Grigorijus Gvidas Henrikas Ignas Igoris Ivanas Jan Jaroslavas Jevgenijus Jokūbas Jonas
Juozapas Juozas Jurgis Jurijus Justas Justinas Karolis Kazimieras Kazys Kęstutis Konstantinas
Kostas Kristijonas Kristupas Laimonas Laimutis Laurynas Leonardas Leonas Leonidas Leopoldas Liudas
Liudvikas Lukas Mantas Marekas Marijus Marius Martynas Matas Mindaugas Michailas Modestas Motiejus
Mykolas Napoleonas Naglis Nerijus Nikolajus Nojus Olegas Oskaras Paulius Pavelas Petras Povilas
Pranas Pranciškus Raimondas Raimundas Ramūnas Rapolas Regimantas Remigijus Renatas Ričardas
Rimantas Rimas Rimvydas Robertas Rokas Rolandas Romanas Romas Romualdas Ruslanas Saulius Sergejus
Sigitas Simas Simonas Stanislovas Stasys Steponas Šarūnas Tadas Tautvydas Teodoras Titas Tomas
Vaclovas Vadimas Vaidas Vaidotas Valdas Valdemaras Valentinas Valerijus Vasilijus Viačeslavas
Vidas Vidmantas Vikentas Viktoras Vilius Virgilijus Virginijus Vitalijus Vitalius Vladas
Vladimiras Vladislovas Vykintas Vytautas Vytenis Zenonas Zigmas Zigmantas Žilvinas Žydrūnas
"""
_WOMEN = """
Adelė Agnė Akvilė Aldona Alina Alma Ana Anastasija Anelė Angelė Antanina Asta Augustė Aurelija
Barbora Beata Bronė Bronislava Brigita Dalia Dainora Danutė Deimantė Diana Dovilė Edita Elena
Elvyra Elžbieta Emilija Erika Eugenija Eva Evelina Filomena Gabrielė Galina Genovaitė Giedra
Gitana Goda Gražina Greta Halina Ieva Ilona Ina Indrė Inga Ingrida Irena Irina Irma Janina Jadvyga
Jelena Jolanta Jolita Joana Juozapina Julija Julė Jurga Jurgita Justina Kamilė Karolina Katerina
Kazimiera Klaudija Kornelija Kotryna Kristina Laima Laimutė Larisa Laura Leokadija Leonarda Liuda
Liudmila Liudvika Livija Loreta Lidija Liucija Liucina Marija Marijona Marina Margarita Marta
Martyna Miglė Modesta Monika Nadežda Natalija Nijolė Nina Olga Ona Onutė Petronėlė Rasita Regina
Renata Renė Rima Rimantė Rita Roma Romualda Rožė Sandra Sigita Sigutė Silvija Simona Skaistė
Sofija Stanislava Stasė Stefanija Svetlana Tamara Tatjana Teklė Teresė Toma Urtė Valdonė Valentina
Valerija Valė Vanda Vera Veronika Vida Vidmantė Viktorija Vilma Violeta Virginija Vita Vitalija
Zinaida Zita Zofija Živilė Žaneta Žydrė
"""
_GENITIVES = (("as", "o"), ("is", "io"), ("ys", "io"), ("us", "aus"), ("a", "os"), ("e", "es"))


def _genitive(name: str) -> str:
    for ending, genitive in _GENITIVES:
        if name.endswith(ending):
            return name.removesuffix(ending) + genitive
    return name


GIVEN = frozenset(plain(name) for name in (_MEN + _WOMEN).split())
"""In the nominative, lower case, without diacritics."""

GIVEN_GENITIVE = frozenset(map(_genitive, GIVEN))
"""The same in the genitive, as before "ūkis"."""
