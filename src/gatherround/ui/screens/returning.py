"""What two come back to from Tonight: the promise of a pause, or what they put aside; one question after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from gatherround.domain.entries import CameBack
from gatherround.host.dealing import come_back
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.asking import Becomes, LaterWhen, WhoComesBack
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.putting_aside import WhatBecomes, WhichOne

if TYPE_CHECKING:
    from gatherround.domain.people import Person
    from gatherround.domain.promises import Promise, PutAside
    from gatherround.ui.screens.tonight import Tonight

TWO: Final = "Two people come back to it. Who is here tonight?"


@in_turn
async def coming_back_over(tonight: Tonight) -> None:
    """Asks what becomes of the promise, and does it."""
    what, promises = await asked(tonight, Becomes()), tonight.house.promises()
    promise = promises.waiting()
    if promise is None:
        tonight.look()  # it was kept or let go in another window
        return
    match what:
        case "now":
            await _back_at_it(tonight, promise)
        case "another-time":
            await _another_time(tonight, promise)
        case "let-go":
            _tried(tonight, lambda: promises.let_go(promise))
        case _:
            return


@in_turn
async def taking_up_over(tonight: Tonight) -> None:
    """Shows what was put aside, of several the one that is picked first, and asks what becomes of it."""
    waiting = tonight.waits.aside
    index = await asked(tonight, WhichOne(waiting)) if len(waiting) > 1 else 0
    if index is None or index >= len(waiting):
        return
    one = waiting[index]
    becomes = await asked(tonight, WhatBecomes(one))
    if becomes is not None and one not in tonight.house.promises().aside(tonight.setting.here):
        tonight.look()  # it was taken up or out in another window
        return
    match becomes:
        case 0:
            await _back_at_it(tonight, one)
        case 1:
            await _another_time(tonight, one)
        case 2:
            _tried(tonight, lambda: tonight.house.promises().take_out(one))
        case _:
            return


async def _another_time(tonight: Tonight, what: Promise | PutAside) -> None:
    """Asks for another time and promises it."""
    later = await asked(tonight, LaterWhen(tonight.house.clock.now(), knows_topic=True))
    if later is not None and (due := later.due) is not None:
        _tried(tonight, lambda: tonight.house.promises().another_time(what, due))


async def _back_at_it(tonight: Tonight, what: Promise | PutAside) -> None:
    """Begins the Round in which two come back to it; of more than two it is asked which."""
    if tonight.rounds.is_held():
        return
    pair = await _which_two(tonight)
    if pair is not None:
        tonight.rounds.begin(come_back(tonight.house, what, pair), CameBack(what.entry))


async def _which_two(tonight: Tonight) -> tuple[Person, Person] | None:
    here = tonight.setting.here
    if len(here) > 2:
        return await asked(tonight, WhoComesBack(here))
    if len(here) == 2:
        return here[0], here[1]
    tonight.notify(TWO, markup=False)
    return None


def _tried(tonight: Tonight, change: Callable[[], None]) -> None:
    """Does something with what waits; where nothing can be written it stays as it is and is said."""
    attempt(tonight, change)
    tonight.look()
