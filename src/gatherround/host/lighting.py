"""How the room is lit and whether anything moves in it: kept for the whole house, and nothing about a person."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from gatherround.storage.database import Database, drawer
from gatherround.storage.opening import LIGHTING
from gatherround.storage.preferences import as_plain, keep_preference, preference

if TYPE_CHECKING:
    from gatherround.domain.plain_values import Plain

Light: TypeAlias = Literal["candle", "daylight", "clear"]
LIGHTS: Final[tuple[Light, ...]] = get_args(Light)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lighting:
    """The light to sit in, whether all stands still, plain signs in place of blocks, and a bell for the candle."""

    light: Light = "candle"
    still: bool = False
    plain_signs: bool = False
    bell: bool = False

    def for_tonight(self, light: Light | None, still: bool | None, plain_signs: bool | None) -> Lighting:
        """Gives it as somebody asks for one evening; what they say nothing of stays as it is."""
        said = {"light": light, "still": still, "plain_signs": plain_signs}
        return replace(self, **{name: wish for name, wish in said.items() if wish is not None})  # type: ignore[arg-type]


def lighting_of(database: Database | None) -> Lighting:
    """Gives how the room is lit here, as it was when the drawer was opened; without one, by candle."""
    return _lighting(as_plain(database.lighting)) if database is not None else Lighting()


def keep_lighting(database: Database | None, name: str, choice: str | bool) -> None:
    """Keeps one choice and leaves the others as they are kept; raises CannotKeep, also in a house without a drawer."""
    kept = asdict(_lighting(preference(drawer(database), LIGHTING))) | {name: choice}
    keep_preference(drawer(database), LIGHTING, kept)


def _lighting(kept: Plain) -> Lighting:
    """Reads what is kept; whatever this edition does not know is left out."""
    said: dict[str, Any] = kept if isinstance(kept, dict) else {}
    switches = {name: said.get(name) is True for name in ("still", "plain_signs", "bell")}
    light: Light = next((one for one in LIGHTS if one == said.get("light")), "candle")
    return Lighting(light=light, **switches)
