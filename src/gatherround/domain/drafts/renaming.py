"""Real names out, made-up ones in: everywhere, with what hangs on them, and never a hint of the first letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import normalize

from gatherround.domain.drafts.draft import Draft, Renamed
from gatherround.domain.drafts.names import FAMILY, MONTHS, begins_sentence, is_word, names_in, small_in
from gatherround.domain.drafts.persons import forms, persons
from gatherround.domain.drafts.pronouns import said_of
from gatherround.domain.drafts.standing_in import bare, stand_in
from gatherround.domain.drafts.ways import way_in

_OWNER: Final = re.compile(r"\b([^\W\d_]{2,})['’]s\b")
_BETWEEN: Final = re.compile(r"[,;()]|(?<=\w)\s*/\s*(?=\w)|\bor\b|\balso\b")
PEOPLE: Final = ("name1", "name2", "name3")
_BEFORE_MONTHS: Final = re.compile(
    r"\b(?:in|on|since|until|till|by|last|next|this|of|every|early|late|mid)\s+$", re.IGNORECASE
)
_AFTER_VERBS: Final = re.compile(
    r"\s+(?:i|you|he|she|it|we|they|this|that|there|the|a|an|somebody|anybody|anyone)\b", re.IGNORECASE
)
_STARTS_VERBS: Final = frozenset({"will", "may", "mark", "grant", "hope", "chase", "pat", "sue", "rob", "ray", "bill"})


def called(said: str) -> tuple[str, ...]:
    """Reads a name and the nicknames after it: "Theo, Teddy" or "Theo (Teddy)"."""
    parts = (part.strip() for part in _BETWEEN.split(said))
    return tuple(dict.fromkeys(part for part in parts if part))


def proposed(draft: Draft, known: Iterable[str] = (), settled: Collection[str] = ()) -> tuple[Renamed, ...]:
    """Gives everybody whose name is to be changed, and into what: first the people, then every other name that is met.

    A `known` name of this house is met however it is written, any other by its capital. No made-up name is met in the
    story or is one of the `known`; as long as the alphabet lasts, none begins like a real one or like another made-up
    one, and each goes with what is said of somebody. What was agreed to before stays, and so do the `settled`.
    """
    kept = {one.real[0].casefold(): one.made_up for one in draft.renamed if one.real}
    said = " ".join(draft.meant(box.field) for box in way_in(draft.way).boxes)
    people = [called(draft.meant(field)) for field in PEOPLE]
    people = [group for group in people if group and not set(group) <= FAMILY]
    texts = [draft.meant(box.field) for box in way_in(draft.way).boxes if box.field not in {*PEOPLE, "title"}]
    owners = _OWNER.findall(draft.meant("title"))  # every word of a title may have a capital, but not many own things
    theirs = met([draft.meant(box.field) for box in way_in(draft.way).boxes], known := tuple(known))
    others = [
        *_met_in(texts, (*(form for group in people for name in group for form in forms(name)), *known)),
        *owners,
        *theirs,
    ]
    groups = persons(people, [name for name in others if name not in FAMILY], small_in(said))
    groups = tuple(group for group in groups if group[0] not in settled)
    real = [*(name for group in groups for name in group), *known]
    taken = [*kept.values(), *settled]
    made: list[Renamed] = []
    for group, she_or_he in zip(groups, said_of(draft, groups), strict=True):
        name = kept.get(group[0].casefold()) or stand_in(taken, real, f"{said} {' '.join(known)}", she_or_he)
        taken.append(name)
        made.append(Renamed(group, name))
    return tuple(made)


def _met_in(texts: Sequence[str], alone: Iterable[str]) -> Iterator[str]:
    """Gives the names in all of these texts; what one of them shows to be two names is so in every other."""
    alone = {*alone, *(name for text in texts for name in names_in(text))}
    for text in texts:
        yield from names_in(text, alone)


@dataclass(frozen=True, slots=True)
class Naming:
    """A story whose names are being changed: who becomes whom, which made-up names were passed over, and who stays."""

    draft: Draft
    names: tuple[Renamed, ...]
    passed: tuple[str, ...] = ()

    def stays(self, at: int) -> bool:
        """Tells whether this one keeps their real name."""
        return self.names[at].real[0] in self.draft.stays

    def with_another(self, at: int, known: Iterable[str]) -> Naming:
        """Gives it with another made-up name for this one."""
        passed = (*self.passed, self.names[at].made_up)
        names = another(self.draft, self.names, at, known, passed)
        # Once all were seen they come round again.
        return Naming(self.draft, names, passed if names[at].made_up not in passed else passed[-1:])

    def staying(self, at: int, *, stays: bool) -> Naming:
        """Gives it with this one's real name kept, said in so many words, or changed again."""
        name = {self.names[at].real[0]}
        kept = {*self.draft.stays} | name if stays else {*self.draft.stays} - name
        return replace(self, draft=replace(self.draft, stays=tuple(sorted(kept))))

    @property
    def finished(self) -> Draft:
        """The draft with the names that were agreed to."""
        return agreed(self.draft, self.names)

    def told(self) -> tuple[str, ...]:
        """Gives every box of the story as it will be kept."""
        after = renamed(self.finished)
        boxes = (box.field for box in way_in(after.way).boxes if box.field != "ages")
        return tuple(said for field in boxes if (said := after.meant(field)))


def another(
    draft: Draft, names: Sequence[Renamed], at: int, known: Iterable[str] = (), passed: Iterable[str] = ()
) -> tuple[Renamed, ...]:
    """Gives the same names with another made-up one at this place, as strict as before.

    None of those `passed` over comes before all were seen.
    """
    known = tuple(known)
    said = " ".join((*(draft.meant(box.field) for box in way_in(draft.way).boxes), *known))
    real = [name for one in names for name in one.real]
    taken = [one.made_up for one in names]
    she_or_he = said_of(draft, [one.real for one in names])[at]
    made = stand_in(taken, [*real, *known], said, she_or_he, tuple(passed))
    return tuple(replace(one, made_up=made) if number == at else one for number, one in enumerate(names))


def met(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Gives those of these names that stand in the texts, with whatever hangs on them; whom every family has is nobody.

    A name that is a word too counts only with its capital, as it does where names are changed.
    """
    together = "\n".join(texts)
    return tuple(
        name for name in names if name not in FAMILY and swapped(together, [Renamed((name,), "\0")]) != together
    )


def agreed(draft: Draft, names: Iterable[Renamed]) -> Draft:
    """Gives the draft with every one of these names changed, but for those that were to stay in so many words."""
    return replace(draft, renamed=tuple(one for one in names if one.real[0] not in draft.stays))


def renamed(draft: Draft) -> Draft:
    """Gives the draft with every agreed name changed in every box; the lists of names are left behind."""
    for box in way_in(draft.way).boxes:
        said = draft.said(box.field)
        if box.field in PEOPLE and (people := called(said)):
            whole = next((one.made_up for one in draft.renamed if people[0] in one.real), None)
            draft = draft.saying(box.field, whole or swapped(people[0], draft.renamed))
        elif box.field != "ages":
            draft = draft.saying(box.field, swapped(said, draft.renamed))
    return replace(draft, renamed=(), stays=())


def swapped(text: str, changes: Iterable[Renamed]) -> str:
    """Gives a text with every real name changed, in one pass, so that a made-up name is never changed again."""
    to = {form: one.made_up for one in changes for name in one.real for form in _forms(name)}
    if not to:
        return text
    longest = sorted(to, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(s(?!\w))?(?!\w)(['’](?!\w))?", re.IGNORECASE)
    folded = {form.casefold(): made for form, made in to.items()}
    return pattern.sub(lambda found: _instead(found, folded), text)


def _forms(name: str) -> set[str]:
    """Gives the spellings under which a name is met: as it is, and without its accents."""
    return {name, normalize("NFC", name), bare(name)} - {""}


def _instead(found: re.Match[str], to: dict[str, str]) -> str:
    written, plural, mark = found[1], found[2] or "", found[3] or ""
    if is_word(written) and _is_the_word(found):
        return found[0]
    made = to[written.casefold()]
    made = made.upper() if written.isupper() and len(written) > 1 else made
    if mark and (written + plural)[-1:].casefold() == "s" and _owns(found):
        mark = f"{mark}s"
    return f"{made}{plural}{mark}"


def _owns(found: re.Match[str]) -> bool:
    """Tells whether a bare apostrophe says whose something is, as in James' hat, and does not end what is said."""
    before = found.string[: found.start()]
    opened = len(re.findall(r"(?<!\w)['‘]", before)) > len(re.findall(r"(?<=[.,!?\w])['’](?!\w)", before))
    return not opened and re.match(r"\s+\w", found.string[found.end() :]) is not None


def _is_the_word(found: re.Match[str]) -> bool:
    """Tells whether a name that is a word too is only a word here: small letters, a month, how a question begins."""
    written, text = found[1], found.string
    if not written[:1].isupper():
        return True
    if written.casefold() in MONTHS and _BEFORE_MONTHS.search(text[: found.start()]):
        return True
    begins = begins_sentence(text, found.start())
    return begins and written.casefold() in _STARTS_VERBS and _AFTER_VERBS.match(text[found.end() :]) is not None
