"""What may be said about story books on the command line."""

from __future__ import annotations

from gatherround.cli.grammar import Grammar, Ways, path, run, word


def teach(packs: Grammar) -> None:
    """Teaches `packs` its ways; each way's own module is loaded when it is asked for."""
    ways = packs.add_subparsers(title="ways", metavar="WAY", dest="way", required=True)
    listing = ways.add_parser("list", help="every story book and whether it is whole")
    listing.add_argument("--json", action="store_true", help="as JSON")
    listing.set_defaults(run=run("packs", "list_packs"))
    _add_check(ways)
    _add_new(ways)
    _add_moving(ways)
    _add_schema(ways)


def _add_check(ways: Ways) -> None:
    check = ways.add_parser("check", help="read story books and say every problem at once")
    check.add_argument(
        "paths", nargs="+", type=path, metavar="PATH", help="a folder with a pack.yaml, or one .yaml file"
    )
    check.add_argument("--json", action="store_true", help="as JSON")
    check.add_argument("--measure", action="store_true", help="say too how long each takes and how it reads")
    check.add_argument("--strict", action="store_true", help="findings count as errors")
    check.set_defaults(run=run("packs", "check_packs"))


def _add_new(ways: Ways) -> None:
    new = ways.add_parser("new", help="begin a story book that plays as it is, or add a story to one")
    new.add_argument("folder", type=path, metavar="FOLDER", help="its name is the book's id, such as kitchen-tales")
    new.add_argument(
        "--kind", action="append", dest="kinds", metavar="KIND", help="which sort of story; may be repeated"
    )
    new.add_argument("--all-kinds", action="store_true", help="one story of every kind, to look at")
    new.set_defaults(run=run("story_books", "new"))


def _add_moving(ways: Ways) -> None:
    install = ways.add_parser("install", help="bring a story book in: look, be asked, and it is on your shelf")
    install.add_argument("path", type=path, metavar="PATH", help="a .zip, a folder, or one .yaml file")
    remove = ways.add_parser("remove", help="take a story book of yours off the shelf; asked first")
    export = ways.add_parser("export", help="pack a story book of yours into a .zip to pass on")
    for way, name in ((install, "install"), (remove, "remove"), (export, "export")):
        way.add_argument("--yes", action="store_true", help="do not ask; for scripts")
        way.set_defaults(run=run("story_books", name))
    for way in (remove, export):
        way.add_argument("id", metavar="BOOK", help='its id, as "gatherround packs list" says it')
    export.add_argument("file", nargs="?", type=path, metavar="FILE", help="where to; else here, under its own name")
    export.add_argument("--by", metavar="NAME", help="who wrote it; kept on its cover")
    export.add_argument("--story", type=word, dest="alone", metavar="ID", help="one story of it alone")
    export.add_argument(
        "--licence", default="", metavar="NAME", help="as it says now, or CC-BY-SA-4.0, CC-BY-4.0, CC0-1.0"
    )


def _add_schema(ways: Ways) -> None:
    schema = ways.add_parser("schema", help="the JSON schema that an editor completes from")
    one = schema.add_mutually_exclusive_group()
    one.add_argument("--activity", action="store_const", const="activity", dest="of", help="of one activity file")
    one.add_argument("--cover", action="store_const", const="cover", dest="of", help="of a pack.yaml")
    schema.set_defaults(of="book", run=run("packs", "print_schema"))
