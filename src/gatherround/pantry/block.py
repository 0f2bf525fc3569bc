"""A story as a file that a person likes to open: block style, one thing a line, long texts wrapped like a letter."""

from __future__ import annotations

from typing import Any, Final

import yaml

from gatherround.domain.activities import Activity
from gatherround.domain.packs import Pack
from gatherround.pantry.writing import Written, written

BY_FORM: Final = (
    "# Written by the Workshop, which can open it again. Change what you like: what it cannot show, it leaves to you."
)
EDITORS: Final = "# yaml-language-server: $schema="
_WIDTH: Final = 88
_LONG: Final = 60
_LAST: Final = ("steps", "others", "close", "exit", "acts", "phrase", "next", "rests-until", "adapted-from")


class _Block(yaml.SafeDumper):
    """Writes lists further in than what they belong to, and nothing twice by reference."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Puts every list two spaces further in."""
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Writes out what is met twice, for no file may refer to itself."""
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if "\n" in text:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    style = ">" if len(text) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Block.add_representer(str, _text)


def activity_page(activity: Activity, schema: str = "", *, by_form: bool = False) -> str:
    """Gives the file of an activity; `schema` is where an editor finds the format, as seen from the file."""
    held = written(activity)
    ordered = {key: value for key, value in held.items() if key not in _LAST}
    ordered |= {key: held[key] for key in _LAST if key in held}
    return _page(ordered, schema, BY_FORM if by_form else "")


def cover_page(pack: Pack, schema: str = "") -> str:
    """Gives the pack.yaml of a story book."""
    fields: Written = {"format": 1, "id": pack.id, "title": pack.title, "version": pack.version}
    fields |= {"language": pack.language, "licence": pack.licence}
    fields |= {"authors": [*pack.authors]} if pack.authors else {}
    fields |= {"summary": pack.summary} if pack.summary else {}
    fields |= {"requires": {"app": pack.requires}} if pack.requires else {}
    fields |= {"replaces": [*pack.replaces]} if pack.replaces else {}
    fields |= {"obsolete": True} if pack.obsolete else {}
    fields |= {"homepage": pack.homepage} if pack.homepage else {}
    return _page(fields, schema, "")


def authored(cover: str, authors: tuple[str, ...]) -> str:
    """Gives the text of a cover with these authors, and all else of it as it was."""
    kept: list[str] = []
    inside = False
    for line in cover.splitlines(keepends=True):
        inside = line.startswith("authors:") or (inside and line[:1] in {" ", "-"})
        kept += [] if inside else [line]
    text = "".join(kept)
    ends = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{ends}{_page({'authors': [*authors]}, '', '')}" if authors else text


def is_by_form(source: bytes) -> bool:
    """Tells whether a file says, at its beginning, that the Workshop wrote it."""
    return BY_FORM.encode() in source[:600].splitlines()


def _page(fields: Written, schema: str, note: str) -> str:
    first = [f"{EDITORS}{schema}"] if schema else []
    first += [note] if note else []
    body = yaml.dump(fields, Dumper=_Block, sort_keys=False, allow_unicode=True, default_flow_style=False, width=_WIDTH)
    return "".join(f"{line}\n" for line in first) + body
