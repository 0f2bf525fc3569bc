"""Names in what somebody tells: found by their capital letters, so that a person may say who is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


FAMILY: Final = _words(
    "Mum Mom Mummy Mommy Dad Daddy Papa Mama Gran Granny Grandma Grandad Grandpa Nana Nan Opa Oma Auntie Aunt Uncle"
)
"""Whom every family has: they may be people of a story, and their names need no changing."""
WORDS_TOO: Final = _words(
    "amber angel april archer art ash august autumn basil bear belle bill bob bonnie carter chance charity chase "
    "christian clay cliff constance cooper daisy dale dawn dean drew faith felicity finn frank glen grace grant "
    "guy harmony harry hazel heath honey hope hunter iris ivy jack jay josh joy june lily mark mason may melissa "
    "melody miles nick olive parker pat patience pearl penny piper poppy porter prudence ray reed rich river rob "
    "robin rose ruby sage sky skye sonny star storm sue summer tanner taylor teddy tiffany verity victor violet "
    "wade will wren"
)
"""Names that are words of the language as well, in small letters."""
MONTHS: Final = frozenset({"april", "may", "june", "august", "autumn", "summer"})
_STARTERS: Final = _words(
    "a about add after afterwards again agree all almost also although always an and another any anybody anyone "
    "argue arrive as ask at away back bake bang because before begin best better big blow both bounce breakfast "
    "breathe bring build but buy by call can carry catch chat check choose clap clean climb close colour come "
    "cook could count cover cross cry cut dance decide did dig dinner do does down draw dream drink drive drop "
    "during each early eat either end enjoy even ever every everybody everyone everything except explain feed "
    "feel fetch few fight fill finally find first five fix fold follow for forget four from get give go good "
    "guess had half hand hang has have he hear hello help her here hers hide him his hold how however hug hum i "
    "if imagine in inside into invite is it its join jump just keep kick kiss knock last later laugh lay lead "
    "learn leave lend let lie lift light like listen little live long look lots love luckily lunch make many "
    "march maybe me meanwhile measure meet mend mix more morning most move much my nearly never next night nine "
    "no nobody none not nothing now of off oh okay old on once one only open or other our out outside over pack "
    "paint pass pay people perhaps phone pick plan plant play please point poor pretend pull push put quick "
    "quietly quite read really remember right ring roll run sadly saturday save say school scream sell send set "
    "seven shake share she should shout show shut since sing sit sitting six sleep small smell smile sneeze snow "
    "so some somebody someone something sometimes soon speak spell spend stamp stand start stay still stir stop "
    "such suddenly sun swap sweep swim take talk taste teach tell ten than thank thanks that the their them then "
    "there these they think this those three through throw tidy to today tomorrow tonight too touch trade try "
    "tuck turn two under until up use very visit wait wake walk want was wash watch wave we wear well were what "
    "whatever when whenever where wherever which while whisper who whoever whose why will wink wipe wish with "
    "without wonder work would wrap write yell yes yesterday yet you your"
)
"""Words that begin sentences and are nobody's name."""
_NEVER: Final = _words(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December English German French Spanish Christmas Easter Eid Diwali Hanukkah "
    "Ramadan Lego Mr Mrs Ms Mx Dr OK TV"
)
TITLES: Final = _words("Mr Mrs Ms Mx Dr")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-][^\W\d_]+)*")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:…\n]|[.!?…][\"”'’)])[\s\"“‘'(]*$")
_QUOTED: Final = re.compile(r"[\"“‘'(]$")


def names_in(text: str, alone: Collection[str] = ()) -> tuple[str, ...]:
    """Gives what looks like somebody's name, the most often met first: a capital where grammar asks for none.

    At the beginning of a sentence a word counts unless it is one that begins sentences, or is met in small letters too.
    Two words with capitals in a row are one name, unless each of them is met by itself, here or among those `alone`.
    """
    counts = _counted(text, alone)
    return tuple(sorted(counts, key=lambda name: -counts[name]))


def people_in(text: str) -> tuple[str, ...]:
    """Gives the two who are most likely the people of a story, in the order in which they come; fewer if there are."""
    counts: dict[str, int] = {}
    counted = _counted(text)
    for name, count in counted.items():
        full = [one for one in counted if " " in one and name in one.split(" ")]
        whole = full[0] if len(full) == 1 else name
        counts[whole] = counts.get(whole, 0) + count
    return tuple(sorted(sorted(counts, key=lambda name: -counts[name])[:2], key=text.index))


def small_in(text: str) -> frozenset[str]:
    """Gives what is met in small letters, as it would be written with a capital."""
    return frozenset(found[0].capitalize() for found in _WORD.finditer(text) if found[0][:1].islower())


def is_starter(word: str) -> bool:
    """Tells whether a word begins sentences and is nobody's name."""
    return word.casefold() in _STARTERS and not is_word(word)


def is_word(name: str) -> bool:
    """Tells whether a name is also a word, so that only its capital tells the two apart."""
    return name.casefold() in WORDS_TOO


def begins_sentence(text: str, at: int) -> bool:
    """Tells whether a sentence, or something that is said, begins at this place."""
    before = text[:at]
    return _SENTENCE_START.search(before) is not None or _QUOTED.search(before) is not None


def _counted(text: str, alone: Collection[str] = ()) -> dict[str, int]:
    """Gives what looks like a name, in the order in which it is met, and how often it is."""
    rows = [*_rows(text)]
    singles = {*alone, *(row[0] for row in rows if len(row) == 1)}
    counts: dict[str, int] = {}
    for row in rows:
        together = len(row) > 1 and (row[0] in FAMILY or not singles.issuperset(row))
        for name in (" ".join(row),) if together else row:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _rows(text: str) -> Iterator[list[str]]:
    """Gives the names in a row, word by word; a word such as Opa begins one."""
    small = {found[0] for found in _WORD.finditer(text) if found[0][:1].islower()}
    row: list[str] = []
    ends = -1
    for word, at, begins in _capitals(text):
        if begins and (word.casefold() in _STARTERS or word.casefold() in small or word.casefold() in WORDS_TOO):
            continue
        if row and not (text[ends:at] == " " and not begins and word not in FAMILY and word != row[-1]):
            yield row
            row = []
        row.append(word)
        ends = at + len(word)
    if row:
        yield row


def _capitals(text: str) -> Iterator[tuple[str, int, bool]]:
    for found in _WORD.finditer(text):
        word = found[0]
        cased = word[:1].isupper() and (len(word) == 1 or not word.isupper()) and len(word) > 1
        if cased and word not in _NEVER and text[found.start() - 1 : found.start()] not in {"'", "’", "<"}:
            yield word, found.start(), begins_sentence(text, found.start())
