"""What is promised to a family and to whoever doubts it, and the test that tries each promise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: its key in `docs/figures.json`, its words, and the tests (files under `tests/`) that try it."""

    key: str
    words: str
    tests: tuple[str, ...]


FILE = (
    Promise(
        "kill-moves",
        "A move that was acknowledged is never lost, and none is kept by halves, whenever the game is killed",
        ("proofs/test_kills_by_the_thousand.py", "storage/test_two_windows_and_kills.py"),
    ),
    Promise(
        "kill-evenings",
        "The same through whole plain evenings: what was shown is kept, and a Round goes on at the open beat",
        ("proofs/test_kills_by_the_thousand.py", "host/test_kills.py"),
    ),
    Promise(
        "kill-screens",
        "The same in the dining room itself, in a terminal, with somebody who presses whatever there is",
        ("proofs/test_kills_by_the_thousand.py",),
    ),
    Promise(
        "kill-choosing",
        "Cards, chairs, the table as it was set and half-typed lines are kept whole or not at all",
        ("proofs/test_kills_by_the_thousand.py",),
    ),
    Promise(
        "kill-exporting",
        "An export, a page to keep and every other file appear whole or not at all",
        (
            "proofs/test_kills_by_the_thousand.py",
            "host/test_kills_between_evenings.py",
            "storage/test_whole_files_and_drafts.py",
        ),
    ),
    Promise(
        "kill-migrating",
        "A family file of any schema that was released comes to today's whole or stays as it was",
        ("proofs/test_kills_by_the_thousand.py", "storage/test_migrations.py"),
    ),
    Promise(
        "power-evening",
        "The same when the power goes: a first evening, from a house that is not there yet to the page to keep",
        ("proofs/test_power_cuts.py",),
    ),
    Promise(
        "power-goodbye",
        "The same in the middle of an erasing; and what was erased does not come back with the power",
        ("proofs/test_power_cuts.py",),
    ),
    Promise(
        "power-migration",
        "The same while an old family file is brought up to date",
        ("proofs/test_power_cuts.py", "storage/test_migrations.py"),
    ),
    Promise(
        "power-restoring", "The same while a copy goes back", ("proofs/test_power_cuts.py", "storage/test_copies.py")
    ),
    Promise(
        "power-mending",
        "The same while a copy takes the place of a file that cannot be read, which is kept to the byte",
        ("proofs/test_power_cuts.py",),
    ),
    Promise(
        "power-teeth",
        "The disk on which this is tried is a harsh one: it does harm to what is kept in other ways",
        ("proofs/test_power_cuts.py",),
    ),
    Promise(
        "two-windows",
        "Two windows on one home lose nothing, keep nothing twice and never get into each other's way",
        (
            "proofs/test_two_processes.py",
            "storage/test_two_windows_and_kills.py",
            "host/test_windows_and_disks.py",
            "host/test_people.py",
            "host/test_story_drafts.py",
        ),
    ),
    Promise(
        "failing-disk",
        "On a disk that is full, fails, or may only be read the evening goes on; it is said once, nothing that was kept"
        " is lost, and keeping goes on when it can",
        ("proofs/test_troubled_disks.py", "host/test_windows_and_disks.py", "storage/test_two_windows_and_kills.py"),
    ),
    Promise(
        "damaged-files",
        "A family file that is damaged, newer or not ours is named and never written to, by any command",
        ("cli/test_refused_files.py", "storage/test_opening_a_drawer.py"),
    ),
    Promise("open-umask", "Whatever the game writes, only its owner can open", ("cli/test_open_umask.py",)),
    Promise(
        "no-socket",
        "Nothing leaves this computer: no socket is ever opened but the pair through which the screen's own loop wakes"
        " itself, and that has no address",
        ("proofs/test_no_socket.py",),
    ),
    Promise(
        "time",
        "Whatever the clock does, what happened stays in order, and a promise keeps its hour",
        ("host/test_times.py", "host/test_promises.py"),
    ),
    Promise(
        "copies",
        "Copies are whole, one a day, seven days and four weeks of them; a flipped bit in one is found",
        ("storage/test_copies.py", "host/test_doctor.py", "cli/test_care.py"),
    ),
    Promise(
        "erased",
        "Erased means gone: no byte of a name is left in the home, its copies, its pages or its logs, and no window"
        " that was open before writes one back",
        ("host/test_goodbye.py", "host/test_story_drafts.py", "host/test_kills_between_evenings.py"),
    ),
    Promise(
        "nothing-said",
        "What somebody votes, guesses, feels or is sure of makes no difference to what is written down, on no page of"
        " a Round and on none that follows",
        ("host/test_nothing_that_is_said_is_written_down.py", "domain/test_places.py"),
    ),
)
"""The file: what is kept of a family."""


def _speed(key: str, words: str, bench: str) -> Promise:
    return Promise(f"speed-{key}", words, (f"../benchmarks/{bench}.py",))


SPEED = (
    _speed(
        "start-shipped", "The first screen is there within 1.25× of an empty Textual app: the shipped books", "start"
    ),
    _speed("start-long", "… with 10,000 stories on the shelf", "start"),
    _speed("start-old", "… after ten years of evenings", "start"),
    _speed("memory-shipped", "Memory stays within 1.6× of an empty Textual app, with the shipped books", "start"),
    _speed("memory-long", "… with 10,000 stories on the shelf", "start"),
    _speed("memory-old", "… after ten years of evenings", "start"),
    _speed("key", "A key press has come to rest within 1.5× of the smallest app, median", "keys"),
    _speed("key-99", "… 99th percentile", "keys"),
    _speed("page", "A whole new page is there within 50 ms of the key", "keys"),
    _speed(
        "deal-shipped", "An evening for eight is dealt within 10 ms, after ten years, from the shipped books", "deal"
    ),
    _speed("deal", "… from 10,000 stories", "deal"),
    _speed("find-300", "A letter of a search is at rest within 1.5× of the smallest app, in 300 stories", "find"),
    _speed("find-10000", "… in 10,000", "find"),
    _speed("check-rules", "Advice on 10,000 stories costs no more than 1.5× reading them", "check"),
    _speed("check-cold", "10,000 stories are read cold and checked within 1.5× of libyaml's events", "check"),
    _speed("help", "`--help` costs no more than 3× `python -c pass`", "cli"),
    _speed("check-one", "So does `packs check` of a file, beyond what YAML and the schema cost", "cli"),
    _speed("quilt", "The quilt after ten years opens no more than 100 ms later than after none", "lookback"),
    _speed("lookback", "So does the page behind it", "lookback"),
)
"""Speed: each beside the least there is, in one run."""
WORDS = (
    Promise(
        "text-door",
        "Nothing that hides, turns a line round or orders a terminal about comes in with somebody's words.",
        ("domain/test_the_door_for_words.py", "domain/test_text.py"),
    ),
    Promise(
        "harmless-words",
        "What a person typed that is harmless is kept as it was typed, in every script.",
        ("domain/test_the_door_for_words.py", "domain/test_text.py"),
    ),
    Promise(
        "naughty",
        "Words that trip programs up are words here: as names, notes, stories, searches, arguments and file names.",
        ("host/test_naughty_words.py", "cli/test_naughty_arguments.py"),
    ),
    Promise(
        "canary",
        "No page reads somebody's words as markup or lets an order out to the terminal, even from a file that another"
        " program wrote; a page that is not walked is a red test.",
        ("ui/test_canary.py", "ui/test_hostile_words.py", "ui/test_words_on_screen.py"),
    ),
    Promise(
        "mutants",
        "However a story book is spoilt, reading it ends in a book or in sentences, within 50 ms of work for a story.",
        ("pantry/test_mutants.py", "pantry/test_strict_yaml.py", "pantry/test_bad_packs.py"),
    ),
    Promise(
        "packs-check",
        "`packs check` says sentences of whatever lies at a path, and one odd file keeps no other book shut.",
        ("cli/test_check_anything.py", "cli/test_refused_files.py"),
    ),
    Promise(
        "tricks",
        "Every trick with a zip or a folder that we know of is refused by its name, or comes to nothing.",
        ("pantry/test_tricks.py", "pantry/test_opening.py", "pantry/test_reader.py"),
    ),
)
"""The words, and the story books that bring some."""
RULES = (
    Promise(
        "faults",
        "A small fault put into the rules of a Round, of dealing or of the door for story books is noticed by a test",
        (
            "domain/test_beats_of_steps.py",
            "domain/test_beats_between_people.py",
            "domain/test_comings_and_goings.py",
            "domain/test_dealt_plans.py",
            "domain/test_skeleton_of_a_round.py",
            "domain/test_end_of_a_round.py",
            "domain/test_laws.py",
            "pantry/test_strict_yaml.py",
            "pantry/test_strict_yaml_places.py",
        ),
    ),
)
"""The tests themselves, tried by `make mutants`."""
SCREEN = (
    Promise(
        "monkeys",
        "No key, click, paste or size, however many at once, breaks any page of the game; a page that no monkey comes"
        " over is a red test, and each seed can be seen again.",
        ("ui/test_monkey.py",),
    ),
    Promise(
        "monkeys-terminal",
        "The same through a real terminal, with torn and broken bytes, pastes that would like to be orders, windows"
        " that are pulled, stops and returns: nothing breaks, it ends as it promises, the terminal is given back"
        " whole, the home is whole, and nothing is written, started or called outside it.",
        ("proofs/test_monkeys_at_a_terminal.py",),
    ),
    Promise(
        "memory",
        "A winter of evenings in one window takes no more memory than a few of them.",
        ("proofs/test_soak.py", "ui/test_memory.py"),
    ),
    Promise(
        "leaving",
        "Whatever ends the game (a key, a signal, a closed window), it ends within two seconds, with the code that is"
        " promised, and gives the terminal back whole, also where it is stopped and woken up in that moment.",
        ("ui/test_terminal.py",),
    ),
    Promise(
        "coming-in",
        "Nothing that a terminal may send ends an evening: no byte that is no letter, no torn order, no cat on a key.",
        ("ui/test_terminal.py",),
    ),
    Promise(
        "double-keys",
        "A key pressed twice at once is one move, lays one page, and takes one away.",
        ("ui/test_layers.py", "ui/test_keys.py", "ui/test_noticing.py"),
    ),
    Promise(
        "sizes",
        "From 40 columns by 12 rows up, what is read and what can be answered is never cut; below, one friendly line.",
        ("ui/test_sizes.py",),
    ),
    Promise(
        "letters",
        "Every letter is drawn where the locale knows ASCII alone, and in plain signs where they are asked for.",
        ("ui/test_terminal.py", "ui/test_plain_signs.py"),
    ),
    Promise(
        "crash",
        "Should something break all the same: one kind sentence, the terminal given back, and a log of what sort of"
        " thing broke and where, without a word of anybody's.",
        ("ui/test_crashes.py",),
    ),
)
"""The screen."""
PROMISES: tuple[Promise, ...] = (*FILE, *WORDS, *SCREEN, *RULES, *SPEED)
