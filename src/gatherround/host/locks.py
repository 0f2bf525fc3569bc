"""A word that opens a card: only what scrypt makes of it is kept, and that cannot be turned back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import scrypt
from hmac import compare_digest
from secrets import token_bytes
from typing import Final
from unicodedata import normalize

from gatherround.domain.fitting import fitted_line
from gatherround.domain.members import Lock, Member, covered, may_lock
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit, line
from gatherround.host.chance import Clock, day_of
from gatherround.storage.database import Database, drawer
from gatherround.storage.members import change_lock

LONGEST: Final = 60
COST: Final = 2**15
"""Memory and time that one try costs: 32 MiB, and about a tenth of a second on a small computer."""
NOT_THEIRS: Final = "That word does not open this card."
ANOTHER_LOCK: Final = "Another window has changed this lock. Look at the card again."
TOO_YOUNG: Final = "A card may be locked from twelve years on."
_BLOCK: Final = 8
_SALT: Final = 16


class Locks:
    """The locks on the cards of a house; what changes one raises CannotBe or CannotKeep."""

    def __init__(self, database: Database | None, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def lock(self, member: Member, word: str) -> Member:
        """Locks a card with a word; raises CannotBe for somebody under twelve, or no word."""
        if not may_lock(member, day_of(self._clock)):
            raise CannotBe(TOO_YOUNG)
        lock = locked_with(word)
        return self._keep(member, lambda now: replace(now, lock=lock))

    def refuse(self, member: Member, word: str) -> None:
        """Raises CannotBe where a word does not open somebody's card; one without a lock is open."""
        if member.lock is not None and not opens(member.lock, word):
            raise CannotBe(NOT_THEIRS)

    def unlock(self, member: Member, word: str) -> Member:
        """Takes a lock away with its word; raises CannotBe where the word does not open it."""
        self.refuse(member, word)
        return self._keep(member, lambda now: replace(now, lock=None))

    def empty(self, member: Member) -> Member:
        """Takes a lock away whose word is forgotten; what it hid is emptied first, so that nobody reads it."""
        return self._keep(member, lambda now: replace(now, card=covered(now.card), lock=None))

    def _keep(self, member: Member, change: Callable[[Member], Member]) -> Member:
        """Keeps what becomes of a card as it is now; raises CannotBe where its lock is not the one that was found."""

        def changed(now: Member) -> Member:
            if now.lock != member.lock:
                raise CannotBe(ANOTHER_LOCK)
            return change(now)

        return change_lock(drawer(self._database), member.id, changed)


def locked_with(word: str) -> Lock:
    """Gives the lock that a word opens; raises CannotBe for no word at all, or one that is too long."""
    said = fitted_line(word, LONGEST)
    if not said:
        raise CannotBe("A lock needs a word.")
    salt = token_bytes(_SALT)
    return Lock(salt.hex(), _digest(said, salt, COST), COST)


def opens(lock: Lock, word: str) -> bool:
    """Tells whether a word opens a lock, whatever its case and its spaces; a lock that cannot be read stays shut."""
    try:
        made = _digest(line(word, LONGEST), bytes.fromhex(lock.salt), lock.cost)
        return compare_digest(lock.digest.encode(), made.encode())
    except (Unfit, ValueError, TypeError, OverflowError):
        return False


def _digest(word: str, salt: bytes, cost: int) -> str:
    said = normalize("NFKC", word).casefold().encode()
    return scrypt(said, salt=salt, n=cost, r=_BLOCK, p=1, maxmem=256 * cost * _BLOCK, dklen=32).hex()
