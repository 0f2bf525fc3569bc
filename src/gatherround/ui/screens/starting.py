"""The ways in which a Round starts from Tonight: it is dealt, found by hand, or taken out of the envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gatherround.ui.screens.layers import lay_over

if TYPE_CHECKING:
    from gatherround.domain.play.plan import Plan
    from gatherround.ui.screens.tonight import Tonight

NOTHING: Final = "No story here is for just these people yet. Try another table, or add a story book."
STAYS_SEALED: Final = "What is in it is not for just these people. It stays sealed until it is."


def deal(tonight: Tonight) -> None:
    """Begins what is dealt to whoever sits here; who got up while the books were read is not dealt to."""
    from gatherround.domain.dealing.deals import NothingFits
    from gatherround.host import dealing

    setting = tonight.setting
    if not setting.here:
        return
    try:
        plan = dealing.deal(tonight.house, setting.here, setting.minutes, setting.wish)
    except NothingFits:
        tonight.notify(NOTHING, markup=False)
    else:
        begin(tonight, plan)


def find_one(tonight: Tonight) -> None:
    """Opens the shelf for who is here, so that a parent may choose."""
    if not tonight.somebody_sits():
        return
    from gatherround.ui.screens.find_one import FindOne

    def chosen(plan: Plan | None) -> None:
        if plan is not None:
            begin(tonight, plan)

    shelf = FindOne(
        tonight.house, tonight.setting, tonight.books.read, is_held=lambda: tonight.window.open_round() is not None
    )
    lay_over(tonight, shelf, chosen)


def open_envelope(tonight: Tonight) -> None:
    """Begins what was sealed; where it is not for these people it stays sealed, and that is said."""
    from gatherround.domain.dealing.deals import NothingFits
    from gatherround.host.envelopes import Envelopes

    envelopes = Envelopes(tonight.house)
    sealed = envelopes.lying()
    if sealed is None or not tonight.somebody_sits():
        return
    setting = tonight.setting
    try:
        plan = envelopes.deal(sealed, setting.here, setting.minutes, setting.wish)
    except NothingFits:
        tonight.notify(STAYS_SEALED, markup=False)
    else:
        begin(tonight, plan)


def begin(tonight: Tonight, plan: Plan) -> None:
    """Begins the evening of a plan; the table is remembered as it is set."""
    tonight.house.household.remember(tonight.setting)
    tonight.rounds.begin(plan)
