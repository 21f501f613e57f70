"""Which names of recipients are private persons', and how a name may be shown to others.

The atlas is of legal entities. A form may name a person all the same, who works by a certificate or
has a farm, and whose income is nobody's business. A name is the only sign: codes of farms and of
certificates look like old ones of legal entities. So a name is a private person's that

- says so: individual activity, a business licence, a farmer or a farm, a natural person, a notary;
- is nothing but a person's name, and no word of it says an organisation.

Whoever is in doubt hides: a small organisation that is called like a person and nothing else is not
named, and its money is counted. A word that says a legal form outweighs everything: "UAB Jonaitis"
and the association of those who work by a certificate are no persons.
"""

from __future__ import annotations

import re
from itertools import takewhile

from data.forms.values.given_names import GIVEN, GIVEN_GENITIVE
from data.forms.values.names import INDIVIDUAL, WITHHELD
from data.forms.values.spelling import fold, plain

PRIVATE = "Fizinis asmuo"
"""What is shown in the place of a private person's name."""

_FORM = re.compile(
    r" (?:u?ab|mb|tub|kub|vsi|i ?i|[vbs]i|zub|zuk|kb|asociacija|sajunga|federacija|konfederacija"
    r"|(?:viesoji|biudzetine) istaiga|savivaldybe\w*|\w*administracija|\w*draugija|\w*bendrija"
    r"|\w*bendrove|\w*fondas|kooperatyvas|imone|firma|koncernas|ltd|gmbh|llc) "
)
"""Words, as `fold` makes them, that say a legal form: nobody who is one is a private person."""

_ORGANISATION = re.compile(
    r" (?:\w*(?:bendruomen|draugij|bendrij|bendrov|istaig|organizacij|mokykl|gimnazij|bibliotek"
    r"|universitet|kolegij|akademij|teatr|centr|federacij|institut|muziej)\w*"
    r"|(?:asociacij|klub|fond|parapij|baznyc|baznyt|vyskupij|arkivyskupij|vienuolyn|kongregacij"
    r"|ordin|sajung|sajudi|judejim|brolij|seserij|komitet|taryb|tarnyb|agentur|sekcij|skyri"
    r"|darzel|lopsel|licej|konservatorij|ligonin|poliklinik|ambulatorij|sanatorij|seniunij|policij"
    r"|rumai|rumu|namai|namu|globos|paramos|labdar|savanori|savivald|ministerij|inspekcij|uredij"
    r"|chor|ansambl|orkestr|kapel|leidykl|redakcij|spaustuv|laikrast|radij|televizij|lyg|rinktin"
    r"|skaut|ateitinink|sauli|carit|kooperatyv|imon|firm|partneri|partij|konsorci|susivienijim"
    r"|tinkl|klaster|memorial|vaistin|biur|direkcij|administracij|profesin|filial|atstovyb"
    r"|m kl|gimn|progimn|foundation|association|company|school|academy|union|society|club)\w*"
    r"|dc|vdc|smc|sk|fk|kk|nvo|ko|vo) "
)
"""Words that say an organisation, or what only one has."""

_SAYS_SO = re.compile(
    r" (?:individual\w* veikl\w*|ind(?:iv)? ?veikl\w*|(?:verslo )?liudijim(?:as|a|o|u)"
    r"|pagal (?:\w+ ){0,3}pazym\w*|ukinink(?:as|e|o|es)(?! patarej)|fizin\w+ asm\w+"
    r"|(?:advokat|notar)(?:as|e|o|es)|antstol(?:is|e|io|es)) "
)
"""Activities, farms and professions that a person alone has; plurals are of organisations."""

_PERSON = re.compile(r"(?<! juridinis) asmuo ")

_SURNAME = re.compile(r"(?:[auy]itis|[uy]tis|[aei]vicius|auskas|[iy]nskas|iene|[au]ite|[uy]te)$")
_SURNAME_GENITIVE = re.compile(
    r"(?:[auy]icio|[uy]cio|[aei]viciaus|ausko|[iy]nsko|ienes|[au]ites|[uy]tes)$"
)
_ANY_SURNAME = re.compile(r"(?:[aiuy]s|e|skaja|skij|ski|ska|[oe]va?|ic|uk|enko|o|os|es)$")
_NO_SURNAME = re.compile(
    r"(?:ausr|bit|egl|geg|kregzd|lel|peled|ram|saul|sird|sil|snaig|sviesel?|zvaigzd|zvak)ute"
    r"|(?:boruz|merg|ramun|ras|up|varl|viln|zem)yte"
)
"""Small things and places that end like a surname, and that organisations are called by."""

_QUOTED = re.compile(r"(?:[„“”\"«»‟]|,,|'')([^„“”\"«»‟]+?)(?:[“”\"«»‟„]|,,|'')")
_APART = re.compile(r"[,;/()|:+&„“”\"«»]|\s[–—-]\s|(?<=\s)(?:ir|bei)(?=\s)", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:dr|prof|doc|hab|p|gyd|arch|nr|kodas|ponas|ponia)\b\.?|\d[\w/-]*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF_NO_NAME = re.compile(
    r"ukinink\w*|uki\w*|sodyb\w*|individual\w*|veikl\w*|verslo|liudijim\w*|pagal|pazym\w*"
    r"|fizin\w+|asmuo|asmen\w*|advokat\w*|notar\w*|antstol\w*"
)
_FARM = frozenset(("ukis", "sodyba", "seimos", "ekologinis", "kaimo", "turizmo", "zemes"))


def says_organisation(name: str) -> bool:
    """Whether a word of a name says a legal form or an organisation."""
    folded = f" {fold(name)} "
    return bool(_FORM.search(folded) or _ORGANISATION.search(folded))


def is_private(name: str) -> bool:
    """Whether a recipient's name is that of a private person, as far as a name can tell."""
    folded = f" {fold(name)} "
    if _FORM.search(folded):
        return False
    if _SAYS_SO.search(folded):
        return True
    if _ORGANISATION.search(folded):
        return False
    if _PERSON.search(folded):
        return True
    return any(map(_is_a_persons, _parts(name)))


def full_names(name: str) -> list[tuple[str, str]]:
    """Return the full names in a private person's name: given name or initial, and surname."""
    found = []
    for part in _parts(name):
        said = [word for word in _WORD.findall(part) if not _OF_NO_NAME.fullmatch(plain(word))]
        words = [word for word in said if word[0].isupper() or part.islower()]
        if 2 <= len(words) <= 4 and len(words[-1]) > 1:
            found.append((words[0], words[-1]))
    return found


def public_name(name: str) -> str:
    """Return a recipient's name as it may be shown: no private person's, no owner's.

    An individual enterprise is a legal entity that bears its owner's name: of it stays the name of
    its own, if it has one in quotes that is no surname.
    """
    if is_private(name):
        return PRIVATE
    if not (re.search(INDIVIDUAL, name) or _is_owned(name)):
        return name
    own = _QUOTED.search(name)
    if not own or any(map(_looks_like_surname, _WORD.findall(own[1]))):
        return WITHHELD
    rest = fold(name.replace(own[0], " "))
    return name if rest in {"ii", "i i", "individuali imone"} else f"{WITHHELD} „{own[1].strip()}“"


def _parts(name: str) -> list[str]:
    """Return what stands apart in a name, without what is quoted in it; of "Surname, Name" both."""
    outside = _QUOTED.sub(",", name) if _QUOTED.sub("", name).strip(" .,") else name
    parts = [part for part in _APART.split(_BESIDE.sub(" ", outside)) if part.strip(" .")]
    single = len(parts) == 2 and all(len(_WORD.findall(part)) == 1 for part in parts)
    return [*parts, " ".join(parts)] if single else parts


def _is_owned(name: str) -> bool:
    """Whether it is the enterprise of somebody whose surname the name gives."""
    words = fold(name).split()
    return words[-1:] in (["imone"], ["firma"]) and any(map(_SURNAME_GENITIVE.search, words))


def _looks_like_surname(word: str) -> bool:
    bare = plain(word)
    return len(bare) == 1 or bool(_SURNAME.search(bare) or _SURNAME_GENITIVE.search(bare))


def _is_a_persons(part: str) -> bool:
    """Whether a part of a name is nothing but a person's name, or a farm's that bears one."""
    said = [word for word in _WORD.findall(part) if plain(word) not in _FARM]
    farm = len(said) < len(_WORD.findall(part))
    words = [plain(word) for word in said]
    names = [word for word in words if len(word) > 1]
    if not names or not (farm or 2 <= len(words) <= 4):
        return False
    if _is_of_a_person(said):
        return True
    capital = all(word[0].isupper() for word in said)
    if not part.isupper() and any(word.isupper() and len(word) > 1 for word in said):
        return False  # an abbreviation
    if len(names) < len(words):  # initials
        return capital and len(names) <= 2 and bool(_ANY_SURNAME.search(names[-1]))
    if farm and len(names) == 1:
        return bool(_SURNAME_GENITIVE.search(names[0]))
    return _is_full_name(names, capital=capital)


def _is_of_a_person(said: list[str]) -> bool:
    """Whether words begin with a person's name in the genitive: Jono Jonaičio fotostudija."""
    name = [plain(word) for word in takewhile(lambda word: word[0].isupper(), said)]
    if not 2 <= len(name) < len(said):
        return False
    known = len(name[0]) == 1 or name[0] in GIVEN_GENITIVE
    return known and bool(_SURNAME_GENITIVE.search(name[-1]))


def _is_full_name(names: list[str], *, capital: bool) -> bool:
    """Whether words are given name and surname, in either order, in nominative or genitive."""
    first, last = names[0], names[-1]
    if len(names) > 3:
        return False
    surname = _SURNAME.search(last) or _SURNAME.search(first)
    if {first, last} & GIVEN and (capital or surname):
        return True
    if {first, last} & GIVEN_GENITIVE and re.search(r"(?:o|aus|os|es|ies)$", last):
        return capital or bool(_SURNAME_GENITIVE.search(last))
    if _NO_SURNAME.fullmatch(first) or _NO_SURNAME.fullmatch(last):
        return False
    if _SURNAME.search(first):
        return capital
    of_a_place = first.endswith(("os", "aus", "es", "o", "u"))
    adjective = first.endswith(("oji", "asis", "ysis", "usis"))
    if _SURNAME.search(last) and not of_a_place and not adjective:
        return capital
    return capital and bool(_SURNAME_GENITIVE.search(last)) and of_a_place
