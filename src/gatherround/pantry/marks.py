"""What comes out of a text file: values that know their place, problems with their sentences, and a pointing line."""

import re
from dataclasses import dataclass
from string import Template
from typing import Final, Literal, TypeAlias

WIDEST_LINE: Final = 100
"""Columns that a pointing line takes at most."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file, counted as people count: the first line and the first column are 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as written, never a number, date or yes-or-no; `plain` where no quotes or block sign were used."""

    text: str
    mark: Mark
    plain: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Pairs:
    """Fields and their values in the order written, each field once."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    mark: Mark


Node: TypeAlias = Scalar | Items | Pairs


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is, what is off, and what to do about it."""

    line: int
    column: int
    code: str
    message: str
    advice: str
    severity: Literal["error", "finding"] = "error"


_BLOCK = (
    "Leave a | where the text begins and move the text to the line below, two spaces further in than $field. "
    'Example: "$opening", and under it "${inset}Bear said: hello".'
)
_SAVE = 'Open it in a text editor, choose "Save as", and pick UTF-8 as the encoding.'

SENTENCES: Final = {
    "alias": ("A text cannot begin with * because that sign has a job of its own here.", _BLOCK),
    "anchor": ("A text cannot begin with & because that sign has a job of its own here.", _BLOCK),
    "tag": ("A text cannot begin with ! because that sign has a job of its own here.", _BLOCK),
    "sign": ("A text cannot begin with $sign because that sign has a job of its own here.", _BLOCK),
    "merge": ('"<<" is no field: nothing is copied from one place to another here.', "Write the fields out."),
    "directive": (
        "A line cannot begin with % because that sign has a job of its own here.",
        "Take the line out. If it is part of a text, end its field's line with | and move it two spaces further in.",
    ),
    "tab": (
        "A tab stands here, and a tab is not the same width everywhere.",
        "Put spaces in its place: two for every step further in, one between words.",
    ),
    "open-quote": (
        "A quotation mark opens here and is never closed.",
        "Close it with the same mark. Is the mark part of the text? " + _BLOCK,
    ),
    "after-quote": (
        "More text follows after a quotation mark that closes.",
        "A text that begins with a quotation mark ends at the next one of its kind. " + _BLOCK,
    ),
    "escape": (
        "A backslash between double quotation marks begins a code, and this code is not known.",
        "Write two backslashes where you want one, or do without the quotation marks. " + _BLOCK,
    ),
    "colon": ("A colon at the end of a word, inside a text, looks like a new field.", _BLOCK),
    "space": ("A space is missing after $sign here.", 'Put one in, as in "title: Four Tickets" or "- Ring Bea".'),
    "indent": (
        "This line does not begin in the same column as its neighbours.",
        "Give lines that belong together the same number of spaces in front. Does it go on with a text? " + _BLOCK,
    ),
    "line": (
        "This line is neither a field nor part of a text.",
        'Write a field as "title: Four Tickets". Is it part of a text? Move it two spaces further in than its field.',
    ),
    "shallow": (
        "This line is not far enough in to belong to the | of the line above.",
        "Put the text two spaces further in than $field: $spaces in front of each of its lines.",
    ),
    "no-words": (
        "There are no words here: nothing below stands far enough in.",
        "After | or > the text stands on the lines below, two spaces further in than $field: $spaces in front of each.",
    ),
    "dash": (
        "A list cannot begin with a dash here.",
        'Begin the list on the line below, each entry with "- ". Is the dash part of the text? ' + _BLOCK,
    ),
    "block": (
        "After | or > the line ends, and here more follows.",
        "Move the text to the line below, two spaces further in than $field.",
    ),
    "flow": (
        "This does not fit between [ ] or { }, where , ? : each have a job of their own.",
        'Put quotation marks around the text, or write one entry a line without brackets, like "- What next?".',
    ),
    "bracket": (
        "A list in brackets is not closed here, or more text follows it.",
        "Close it with ] or } and end the line there. Is the bracket part of the text? " + _BLOCK,
    ),
    "key": (
        "The name of a field is missing here, or it is more than a name.",
        'Write a name, a colon and a space, as in "title: Four Tickets".',
    ),
    "duplicate": ('"$name" is written twice; the first one is in line $first.', "Keep one and take the other out."),
    "second-document": (
        "Something begins anew here, and a file holds one activity or one story book.",
        "Take the line with --- or ... out, or move what follows into a file of its own.",
    ),
    "empty": ("There is nothing in this file yet.", 'Begin with a field, as in "title: Four Tickets".'),
    "too-large": ("This file is larger than 1 MiB.", "Write one activity a file."),
    "too-deep": ("More than 16 lists and groups of fields lie inside one another here.", "Move this part further out."),
    "too-many": ("This file holds more than 50,000 texts, lists and fields.", "Write one activity a file."),
    "utf-16": ('This file is saved as UTF-16 (some editors say "Unicode"), and story books are saved as UTF-8.', _SAVE),
    "not-utf-8": ("A letter here is not saved as UTF-8, so nobody can tell which one it is.", _SAVE),
    "control": ("Something invisible hides here ($sign).", "Delete it, or delete the line and type it again."),
    "note": ("Everything after this # is a note to yourself, and not part of the text.", _BLOCK),
    "unreadable": ("From here on this file cannot be read.", "Look for a sign too many or too few just before it."),
}
"""What is off, and what to do, for every code; `$opening` becomes the line's own field with a block sign."""


def problem(code: str, mark: Mark, *, before: str = "", finding: bool = False, **words: str | int) -> Problem:
    """Says a code's sentences at a place; `before` is what stands in front of it on its line, for the example."""
    said = {name: shown(str(word)) for name, word in words.items()} | _beginning(before)
    off, cure = (Template(sentence).substitute(said) for sentence in SENTENCES[code])
    return Problem(mark.line, mark.column, code, off, cure, "finding" if finding else "error")


def _beginning(before: str) -> dict[str, str]:
    """Gives the line's own beginning with a block sign after it, or an example's, and how far in its text would stand.

    In a list that is reckoned from the word and not from the dash: with the dash alone YAML sees a field beside it.
    """
    if field := re.match(r"([ ]*)((?:- )*)([a-z][a-z-]{0,30}):(?: |$)", before):
        margin, dashes, name = field.groups()
        opening, inset, called = f"{dashes}{name}: |", len(dashes) + 2, f'the word "{name}"'
    elif dash := re.match(r"([ ]*)- ", before):
        margin, opening, inset, called = dash[1], "- |", 2, "the dash"
    else:
        margin, opening, inset, called = before[: len(before) - len(before.lstrip(" "))], "prompt: |", 2, "its field"
    spaces = f"{len(margin) + inset} spaces"
    return {"opening": opening, "inset": " " * inset, "field": called, "spaces": spaces}


def shown(text: str, most: int = 40) -> str:
    """Cuts a text that somebody else wrote to a few characters and hides what no screen is to be sent."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(character if character.isprintable() else "?" for character in cut)


def mark_at(text: str, index: int) -> Mark:
    """Counts lines and columns up to an index; CRLF, CR and LF each end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def line_before(text: str, index: int) -> str:
    """Gives what stands on the same line in front of an index, 200 letters of it at most."""
    begin = max(0, index - 200)
    return text[max(text.rfind("\n", begin, index) + 1, text.rfind("\r", begin, index) + 1, begin) : index]


def caret(source: bytes, found: Problem) -> str:
    """Draws the line that a problem is in, and under it a line that points; neither is wider than `WIDEST_LINE`."""
    lines = re.split(r"\r\n|\r|\n", source.decode("utf-8", errors="replace").removeprefix("\ufeff"))
    line = lines[found.line - 1].replace("\t", " ") if found.line <= len(lines) else ""
    line = shown(line, most=len(line))
    column = min(found.column - 1, len(line))
    ahead = max(1, sum(map(_columns, line[column:])))
    begin = column - _fitting(line[:column][::-1], max(WIDEST_LINE // 2, WIDEST_LINE - ahead))
    led = sum(map(_columns, line[begin:column]))
    end = column + _fitting(line[column:], WIDEST_LINE - led)
    return f"{line[begin:end]}\n{' ' * led}^"


def _columns(letter: str) -> int:
    if letter.isascii():
        return int(letter.isprintable())
    from wcwidth import wcwidth  # it takes ten milliseconds, and most lines are plain letters

    return max(0, wcwidth(letter))


def _fitting(letters: str, columns: int) -> int:
    """Counts the letters that fit; one without a width counts too, so that a heap of accents ends somewhere."""
    for count, letter in enumerate(letters):
        columns -= max(1, _columns(letter))
        if columns < 0:
            return count
    return len(letters)
