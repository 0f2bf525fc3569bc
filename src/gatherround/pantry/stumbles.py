"""Why a YAML parser gave up, in the terms of somebody who writes stories: which sign bit, and where."""

import re
from dataclasses import dataclass
from typing import Final

_QUOTES: Final = ('"', "'")
_NAME: Final = re.compile(r"[ ]*(?:- )*[\w-]+ *")
_FIELD: Final = re.compile(r"[ ]*(?:- |[\w-]+: )")
CRAMPED: Final = re.compile(r"[ ]*(?:- )*(?:[a-z][a-z-]*:(?=[^ \t\r\n/])|-(?=[A-Za-z\"'\xa0]))")
"""A line whose first colon or dash wants its space; the match ends after that sign."""

_OPENS: Final = re.compile(r"[ ]*(?:- )*(?:[\w-]+:[ ]+)?[|>][-+0-9]*(?:[ ]+#.*)?")
_OWN: Final = re.compile(r"[ ]*(?:-(?: |$)|[a-z-]+:(?: |$)|$)")


def opened_above(text: str, index: int) -> str:
    """Gives the nearest written line above an index, where it ends with a block sign and so waits for text; else ""."""
    above = text[: _line_of(text, index)].rstrip()
    line = above[_line_of(above, len(above)) :]
    return line if _OPENS.fullmatch(line) else ""


def _line_of(text: str, index: int) -> int:
    """Gives where the line of an index begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stumble:
    """Where a YAML parser gave up: what it says, while doing what, at which index, and since which."""

    text: str
    says: str
    doing: str
    at: int
    since: int

    def told(self) -> tuple[str, int]:
        """Names the code that helps a parent most, and the index to point at."""
        rules = (
            *(self._shallow, self._in_quotes, self._leading, self._in_brackets),
            *(self._not_allowed, self._out_of_line),
        )
        return next((told for rule in rules if (told := rule())), ("unreadable", self.at))

    def _shallow(self) -> tuple[str, int] | None:
        """A text under a block sign that YAML reads as a neighbour, for it is no further in than the field's name."""
        at = self.since if "find expected ':'" in self.says else self.at
        begin = self._line_of(at)
        line = re.split("[\r\n]", self.text[begin : begin + 200], maxsplit=1)[0]
        if "scalar" in self.doing or _OWN.match(line) or not opened_above(self.text, at):
            return None
        return "shallow", begin + len(line) - len(line.lstrip(" "))

    def _in_quotes(self) -> tuple[str, int] | None:
        if "quoted scalar" not in self.doing:
            return None
        if "escape" in self.says or "hex" in self.says:
            return "escape", self.text.rfind("\\", 0, self.at + 1)
        return "open-quote", self.since

    def _leading(self) -> tuple[str, int] | None:
        if found := re.search(r"(alias|anchor|tag|directive)$", self.doing):
            return found[1], self.since
        if "tag handle" in self.says:
            return "tag", self.at
        if self._sign == "\t":
            return "tab", self.at
        if "block scalar" in self.doing:
            return "block", self.at
        if "start any token" in self.says or ("block" in self.doing and "node content" in self.says):
            return {"|": "flow", ">": "flow", "": "unreadable"}.get(self._sign, "sign"), self.at
        return None

    def _in_brackets(self) -> tuple[str, int] | None:
        if "unexpected ':'" in self.says:
            return "flow", self.since
        if "flow" not in self.doing:
            return None
        if self._left.endswith(_QUOTES):
            return "after-quote", self.at
        here = self._line_of(self.since) == self._line_of(self.at) or self._sign == "?" or "node" in self.doing
        if here and self._sign:
            return "flow", self.at
        return "bracket", max(self.text.rfind("[", 0, self.since + 1), self.text.rfind("{", 0, self.since + 1), 0)

    def _not_allowed(self) -> tuple[str, int] | None:
        if "not allowed" not in self.says:
            return None
        if "values" not in self.says:
            return ("dash" if "entries" in self.says else "sign"), self.at
        if self._left.endswith(_QUOTES):
            return "after-quote", self.at
        begin = self._line_of(self.at)
        above = self._line_of(len(self.text[:begin].rstrip()))
        if above < begin and _NAME.fullmatch(self.text, begin, self.at):
            if cramped := self._cramped(above):
                return cramped
            if _FIELD.match(self.text, above):
                return "indent", self.at - len(self.text[begin : self.at].lstrip())
        return "colon", self.at

    def _out_of_line(self) -> tuple[str, int] | None:
        if "find expected ':'" in self.says:
            return self._cramped(self._line_of(self.since)) or ("line", self.since)
        if not re.search("block end|expected key|'-' indicator|document start", self.says):
            return None
        if self._left.endswith((*_QUOTES, "]", "}")):
            return ("after-quote" if self._left.endswith(_QUOTES) else "bracket"), self.at
        if cramped := self._cramped(self._line_of(self.at)):
            return cramped
        if self._sign == ":":
            return "key", self.at
        return ("second-document" if re.search(r"^\.\.\.", self.text[: self.at], re.MULTILINE) else "indent"), self.at

    def _cramped(self, begin: int) -> tuple[str, int] | None:
        found = CRAMPED.match(self.text, begin)
        return ("space", found.end() - 1) if found else None

    @property
    def _sign(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def _left(self) -> str:
        return self.text[self._line_of(self.at) : self.at].rstrip()

    def _line_of(self, index: int) -> int:
        return _line_of(self.text, index)
