"""The one door through which YAML enters: events only, every scalar a text, every trap a kind sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import yaml

from gatherround.pantry.marks import (
    Items,
    Mark,
    Node,
    Pairs,
    Problem,
    Scalar,
    line_before,
    mark_at,
    problem,
)
from gatherround.pantry.odd_signs import named, odd_in
from gatherround.pantry.stumbles import CRAMPED, Stumble, opened_above

MOST_BYTES: Final = 1_048_576
MOST_DEPTH: Final = 16
"""Lists and mappings inside one another; a text inside the sixteenth still fits."""
MOST_NODES: Final = 50_000
"""Lists, mappings and texts in a file, the names of fields among them."""

Parser: TypeAlias = Literal["libyaml", "python"]
FASTEST: Final[Parser] = "libyaml" if yaml.__with_libyaml__ else "python"

# NEL and the Unicode line separators end a line for YAML and not for an editor: marks would no longer be true.
_HIDDEN = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_DIRECTIVE = re.compile(r"(?:[ ]*(?:#[^\r\n]*)?[\r\n])*+%")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BAD_ESCAPE = re.compile(r"\\(?:u[dD][89a-fA-F]|U0000[dD][89a-fA-F]|U(?!000|0010))")
_CLINGING_NOTE = re.compile(r"[|>][-+0-9]*#")
_NOTE = re.compile(r"[ ]+#\w")

_YamlMark: TypeAlias = "yaml.Mark | yaml._yaml.Mark | None"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, and every problem in the order of the lines; no root where the file cannot be used."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


class _RefusedError(Exception):
    """Reading ends here, with this problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def read(source: bytes, parser: Parser = FASTEST) -> Reading:
    """Turns a file's bytes into nodes and problems, whatever the bytes are; it raises nothing and recurses nowhere.

    Repeated fields, links and tags leave a root beside their problems; where reading had to end there is none.
    """
    tree = _Tree()
    try:
        tree.text = _text_of(source)
        for event in _events(tree.text, parser):
            tree.take(event)
        return Reading(tree.whole(), tuple(sorted(tree.problems)))
    except _RefusedError as refusal:
        found = refusal.found
        others = [other for other in tree.problems if (other.line, other.column) != (found.line, found.column)]
        if found.code == "shallow" and others and others[-1].code == "no-words":
            others.pop()  # the same slip, seen from the line above
        return Reading(None, tuple(sorted([*others, found])))


def _text_of(source: bytes) -> str:
    """Decodes UTF-8, or refuses at the first place that cannot be read."""
    if len(source) > MOST_BYTES:
        raise _RefusedError(problem("too-large", Mark(1, 1)))
    if source.startswith((b"\xff\xfe", b"\xfe\xff")) or (source[0:4:2] == b"\0\0") != (source[1:4:2] == b"\0\0"):
        raise _RefusedError(problem("utf-16", Mark(1, 1)))
    try:
        text = source.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise _RefusedError(problem("not-utf-8", mark_at(before, len(before)))) from None
    if found := _HIDDEN.search(text):
        raise _RefusedError(problem("control", mark_at(text, found.start()), sign=f"U+{ord(found[0]):04X}"))
    if found := _DIRECTIVE.match(text):
        raise _refusal(text, "directive", found.end() - 1)
    return text


def _refusal(text: str, code: str, index: int) -> _RefusedError:
    """Ends the reading at an index; the example in the advice begins as the line does, or as the one it belongs to."""
    before = opened_above(text, index) if code == "shallow" else line_before(text, index)
    return _RefusedError(problem(code, mark_at(text, index), before=before, sign=named(text[index : index + 1])))


def _events(text: str, parser: Parser) -> Iterator[yaml.Event]:
    """Hands out the parser's events; what it cannot read ends at the most telling place.

    A file with a tab goes to the Python parser: it takes none outside quotes, blocks and comments, libyaml takes some,
    and a pack is to read alike in every house.
    """
    fast = parser == "libyaml" and "\t" not in text
    try:
        yield from yaml.parse(text, Loader=yaml.CBaseLoader if fast else yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise _refusal(text, *_stumble(text, error).told()) from None
    except (yaml.YAMLError, ValueError, LookupError, ArithmeticError):
        # The Python parser lets the ValueError or OverflowError of an escape beyond Unicode through, without a mark.
        code = "escape" if _BAD_ESCAPE.search(text) else "unreadable"
        raise _refusal(text, code, _first(_BAD_ESCAPE, text, 0)) from None


@dataclass(slots=True)
class _OpenItems:
    """A list whose end is still to come."""

    mark: Mark
    flow: bool
    items: list[Node] = field(default_factory=list)

    def take(self, node: Node) -> Problem | None:
        """Takes the next item; a list has no complaints."""
        self.items.append(node)
        return None

    def closed(self) -> Node:
        return Items(tuple(self.items), self.mark)


@dataclass(slots=True)
class _OpenPairs:
    """A mapping whose end is still to come; `key` waits for its value, and is not `wanted` after a complaint."""

    mark: Mark
    flow: bool
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None
    wanted: bool = True

    def take(self, node: Node) -> Problem | None:
        """Takes a field's name, then its value, in turn; complains of a name and then drops its value."""
        if self.key is None and isinstance(node, Scalar):
            complaint = self._complaint(node)
            self.key, self.wanted = node, complaint is None
            return complaint
        if self.key is not None:
            if self.flow and _is_nothing(node):
                raise _RefusedError(problem("flow", self.key.mark))
            if self.wanted:
                self.pairs[self.key.text] = (self.key, node)
            self.key = None
        return None

    def _complaint(self, key: Scalar) -> Problem | None:
        if key.plain and key.text == "<<":
            return problem("merge", key.mark)
        if key.plain and (at := odd_in(key.text)) is not None:
            place = Mark(key.mark.line, key.mark.column + at)
            raise _RefusedError(problem("odd-space", place, sign=named(key.text[at])))
        if not key.text.strip() or "\n" in key.text:
            return problem("key", key.mark)
        if key.text in self.pairs:
            return problem("duplicate", key.mark, name=key.text, first=self.pairs[key.text][0].mark.line)
        return None

    def closed(self) -> Node:
        return Pairs(tuple(self.pairs.values()), self.mark)


@dataclass(slots=True)
class _Tree:
    """Grows nodes out of events with a stack of its own."""

    text: str = ""
    open: list[_OpenItems | _OpenPairs] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    nodes: int = 0

    def whole(self) -> Node:
        """Gives the root, or refuses a file that has none."""
        if self.root is None or _is_nothing(self.root):
            raise _refusal("", "empty", 0)
        return self.root

    def take(self, event: yaml.Event) -> None:
        """Takes the next event; the ends of the document and of the stream say nothing new."""
        match event:
            case yaml.DocumentStartEvent() if self.root is not None:
                raise _refusal(self.text, "second-document", _index(event.start_mark))
            case yaml.CollectionEndEvent():
                self._place(self.open.pop().closed())
            case yaml.NodeEvent():
                self.nodes += 1
                if self.nodes > MOST_NODES:
                    raise _refusal(self.text, "too-many", _index(event.start_mark))
                self._forbid(event)
                self._take_node(event)

    def _forbid(self, event: yaml.NodeEvent) -> None:
        """Complains of links, their names and tags, and goes on."""
        tagged = isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag
        code = "alias" if isinstance(event, yaml.AliasEvent) else "anchor" if event.anchor else "tag" if tagged else ""
        if code:
            before = line_before(self.text, _index(event.start_mark))
            self.problems.append(problem(code, _mark(event.start_mark), before=before))

    def _take_node(self, event: yaml.NodeEvent) -> None:
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.CollectionStartEvent():
                self._descend(event)
            case _:
                self._place(Scalar(f"*{event.anchor}", _mark(event.start_mark), plain=True))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        begin, plain = _index(event.start_mark), event.style in (None, "")
        before = line_before(self.text, begin)
        if _SURROGATE.search(event.value):
            raise _refusal(self.text, "escape", _first(_BAD_ESCAPE, self.text, begin))
        if clinging := _CLINGING_NOTE.match(self.text, begin):  # libyaml alone would take it
            raise _refusal(self.text, "block", clinging.end() - 1)
        if plain and self.open and self.open[-1].flow and "?" in event.value:
            raise _refusal(self.text, "flow", self.text.index("?", begin))
        if before.rstrip(" ").endswith("?") and self._awaits_name():
            raise _refusal(self.text, "sign", begin - len(before) + before.rindex("?"))
        if plain:
            self._advise(event, before)
        if event.style in ("|", ">") and not event.value.strip():
            self.problems.append(problem("no-words", _mark(event.start_mark), before=before))
        self._place(Scalar(event.value, _mark(event.start_mark), plain))

    def _advise(self, event: yaml.ScalarEvent, before: str) -> None:
        """Notices what reads well and was hardly meant: a # that hides the rest, a sign without its space."""
        begin, end = _index(event.start_mark), _index(event.end_mark)
        if note := _NOTE.match(self.text, end):
            place = _mark(event.end_mark, note.end() - 2 - end)
            self.problems.append(problem("note", place, before=before, finding=True))
        if not before.strip(" -") and (cramped := CRAMPED.match(self.text, begin)):
            after = self.text[cramped.end() : cramped.end() + 1]
            code, sign = ("odd-space", named(after)) if named(after) != after else ("space", cramped[0][-1])
            place = _mark(event.start_mark, cramped.end() - (code == "space") - begin)
            self.problems.append(problem(code, place, finding=True, sign=sign))

    def _awaits_name(self) -> bool:
        """Says whether the next node is the name of a field."""
        inmost = self.open[-1] if self.open else None
        return isinstance(inmost, _OpenPairs) and inmost.key is None

    def _descend(self, event: yaml.CollectionStartEvent) -> None:
        """Opens a list or a mapping where one may stand."""
        begin, mark, flow = _index(event.start_mark), _mark(event.start_mark), bool(event.flow_style)
        if len(self.open) >= MOST_DEPTH:
            raise _refusal(self.text, "too-deep", begin)
        if self._awaits_name():
            raise _refusal(self.text, "key", begin)
        if isinstance(event, yaml.SequenceStartEvent):
            self.open.append(_OpenItems(mark, flow))
            return
        if flow and self.text[begin : begin + 1] not in "{&!":  # [Bear said: hi] hides a mapping in a list
            raise _refusal(self.text, "flow", begin)
        self.open.append(_OpenPairs(mark, flow))

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif complaint := self.open[-1].take(node):
            self.problems.append(complaint)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.text


def _index(mark: _YamlMark) -> int:
    return mark.index if mark else 0


def _mark(mark: _YamlMark, further: int = 0) -> Mark:
    return Mark(mark.line + 1, mark.column + 1 + further) if mark else Mark(1, 1)


def _first(pattern: re.Pattern[str], text: str, begin: int) -> int:
    found = pattern.search(text, begin)
    return found.start() if found else begin


def _stumble(text: str, error: yaml.MarkedYAMLError) -> Stumble:
    at = _index(error.problem_mark)
    since = _index(error.context_mark) if error.context_mark else at
    return Stumble(text=text, says=error.problem or "", doing=error.context or "", at=at, since=since)
