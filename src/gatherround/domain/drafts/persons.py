"""Who is one person: a full name and each part of it that is nobody else's, without what a family calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from gatherround.domain.drafts.names import FAMILY, TITLES, is_starter


def core(name: str) -> str:
    """Gives what is somebody's own of a name: "Jo" of "Opa Jo". Whoever is only "Opa" has nothing else."""
    words = name.split(" ")
    last = max((at for at, word in enumerate(words) if word in FAMILY or word in TITLES), default=-1)
    return " ".join(words[last + 1 :]) or name


def parts(name: str) -> tuple[str, ...]:
    """Gives the parts by which somebody of a full name may be met too; none where it is no row of names."""
    words = name.split(" ")
    is_row = len(words) > 1 and all(word.isalpha() and word[:1].isupper() and len(word) > 1 for word in words)
    return tuple(word for word in words if not is_starter(word) and word not in FAMILY) if is_row else ()


def forms(name: str) -> tuple[str, ...]:
    """Gives every form under which somebody of a name may be met, the one that is their own first."""
    own = core(name)
    return tuple(dict.fromkeys((own, *parts(own))))


def persons(
    people: Sequence[tuple[str, ...]], others: Iterable[str], small: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Gives everybody by all their names: first the people, each with their nicknames, then the others.

    A part that two full names share is neither's, and one that is met in `small` letters is a word.
    """
    others = tuple(dict.fromkeys(others))
    full = dict.fromkeys(core(name) for name in (*(name for group in people for name in group), *others))
    shared = {part for part, count in Counter(part for name in full for part in parts(name)).items() if count > 1}

    def met(name: str) -> tuple[str, ...]:
        return tuple(one for one in forms(name) if one == core(name) or (one not in shared and one not in small))

    made = [tuple(dict.fromkeys(form for name in group for form in met(name))) for group in people]
    at = dict.fromkeys(made, -1)
    for name in sorted(others, key=lambda name: " " not in core(name)):  # a full name says whose its parts are
        whose = next((at for at, group in enumerate(made) if _folded(group) & _folded(met(name))), None)
        if whose is None:
            made.append(met(name))
            at[met(name)] = others.index(name)
        else:
            before = made[whose]
            made[whose] = tuple(dict.fromkeys((*before, *met(name))))
            at[made[whose]] = min(at[before], others.index(name))
    return tuple(sorted(made, key=lambda group: at[group]))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
