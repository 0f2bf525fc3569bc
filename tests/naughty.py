"""Strings that programs stumble over, by what they are: written here from the kinds, and copied from no list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_LONG: Final = 20_000

NAUGHTY: Final[dict[str, tuple[str, ...]]] = {
    "nothing": ("", " ", "   ", "\n", "\r\n", "\t", "\n\n\n"),
    "kinds of blank": (
        *"\xa0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000\u2800\u3164\uffa0\u115f",
        "\xa0Mia\u3000",
        "a\u2028b\u2029c",
        "a\x85b\x0bc\x0cd",
    ),
    "reserved words": (
        *("None", "null", "NULL", "nil", "undefined", "true", "False", "yes", "No", "on", "off", "NaN", "-Infinity"),
        *("self", "class", "lambda", "__class__", "__proto__", "constructor", "this", "void 0", "someone", "nobody"),
        *("con", "prn", "aux.txt", "NUL", "COM1", "lpt9.yaml", "~", "<<", "=", "guest-1", "scene", "again"),
    ),
    "numbers that look like other things": (
        *("0", "-0", "00", "007", "0x1F", "0b10", "0o17", "1e309", "-1e-400", ".5", "5.", "1_000", "1,000.00", "١٢٣"),
        *("12:30", "12:30:45.5", "2024-13-45", "2024-02-30T25:61", "1/0", "½", "Ⅷ", "9" * 400, "∞", "1e3", "+1", "०"),
    ),
    "ways out of a folder": (
        *(
            "../../etc/passwd",
            "..\\..\\boot.ini",
            "/etc/shadow",
            "C:\\Windows\\x",
            "\\\\host\\share",
            "file:///etc/hosts",
        ),
        *(
            "~root",
            "./",
            "..",
            "...",
            "a/../../b",
            "%2e%2e%2f",
            "..%c0%af",
            "name\0.yaml",
            "/dev/zero",
            "/proc/self/mem",
        ),
    ),
    "places for words": (
        *("%s%s%s%n", "%(name)s", "%d", "{0}", "{name!r}", "{0.__class__.__mro__}", "{", "}}", "{{7*7}}", "${7*7}"),
        *(
            "$name",
            "${name}",
            "$$",
            "$",
            "#{7*7}",
            "<%= 7*7 %>",
            "{% raise %}",
            "<me>",
            "<next>",
            "<feeling>",
            "<<me>>",
        ),
    ),
    "questions to a database": (
        *("'", '"', "';--", "' OR '1'='1", "Robin'); DROP TABLE entry;--", "1; ATTACH DATABASE 'x' AS y", "%_%", "\\'"),
        *("NEAR/2", "a* AND (", '"unclosed', "col:term", "x' || randomblob(9) || '", "?1", ":name", "@name"),
    ),
    "markup of pages": (
        *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><svg/onload=alert(1)>", "<!--", "]]>"),
        *(
            '" onmouseover="x',
            "&lt;b&gt;",
            "&#x3c;",
            "&",
            "<a href=javascript:x>y</a>",
            "</style>",
            "<![CDATA[",
            "<?xml",
        ),
        *("# heading", "[a](javascript:x)", "![](x)", "**b**", "`code`", "---", "| a | b |", "\\u003cb\\u003e", "<b"),
    ),
    "markup of terminals": (
        *("[/]", "[/b]", "[b", "[bold red]x", "[@click=app.quit]x[/]", "[link=file:///etc]x[/link]", "\\[", "[[", "]]"),
        *(
            "[$error]x",
            "[on red]",
            "[#ff0000]x",
            "[reverse]x",
            "[@click=screen.dismiss(1)]",
            "[/][/][/]",
            "[b][/i][/b]",
        ),
        *(":smile:", "[not bold]", "[=x]", "[a=b]", "[1]", "[ ]", "[" * 200, "]" * 200, "[a]" * 100),
    ),
    "orders to a terminal": (
        *(
            "\x1b[2J",
            "\x1b[31mred\x1b[0m",
            "\x1b]0;title\x07",
            "\x1b]52;c;aGk=\x07",
            "\x1b]8;;//x\x1b\\y\x1b]8;;\x1b\\",
        ),
        *("\x1b[6n", "\x1bc", "\x1b[?1049l", "\x1bP+q544e\x1b\\", "\x9b2J", "\x9d0;x\x9c", "\x90x\x9c", "\x1b[8;1;1t"),
        *(
            "\x1b_Gf=24;AAAA\x1b\\",
            "\x1b(0",
            "\x0e\x0f",
            "\a\a\a",
            "abc\b\b\bxyz",
            "\x7f\x7f",
            "a\rb",
            "\x00",
            "\x1b" * 50,
        ),
    ),
    "directions": (
        *(
            "\u202egpj.exe",
            "\u202a\u202b\u202c\u202d\u202e",
            "\u2066\u2067\u2068\u2069",
            "\u200e\u200f\u061c",
            "a\u202eb",
        ),
        *("مرحبا", "שָׁלוֹם abc 123", "abc \u05d0\u05d1 (def) \u05d2", "ابجد 123 (xyz)", "\u206a\u206f", "ﷺ", "﷽"),
    ),
    "what nobody sees": (
        *(
            "\u200b",
            "Mi\u200ba",
            "\ufeffMia",
            "Mia\ufeff",
            "a\u200db",
            "a\u200cb",
            "\u2060x",
            "\xadx",
            "\u034fx",
            "\u180ex",
        ),
        *(
            "x\U000e0041\U000e0042\U000e007f",
            "A\U000e0101\U000e0102",
            "\ufe0f\ufe0f",
            "\u17b4\u17b5",
            "\U0001d173",
            "\ufff9x\ufffb",
        ),
    ),
    "accents without end": (
        *("Z\u0351\u036b\u0343\u036a\u0302" * 20, "e" + "\u0301" * 500, "\u0301\u0302", "a\u20dd\u20de", "\u0e33" * 20),
        *(
            "o\u0489" * 20,
            "ก" + "\u0e4a" * 100,
            "क्षि" * 30,
            "\u1100" * 100,
            "q\u0323\u0307",
            "s\u0307\u0323",
            "\u0345x",
        ),
    ),
    "pictures": (
        *(
            "😀",
            "👩\u200d👩\u200d👧\u200d👦",
            "🧑🏽\u200d🚀",
            "🇫🇷🇬🇧🇦",
            "🏴\U000e0067\U000e0062\U000e007f",
            "1\ufe0f\u20e3",
            "❤\ufe0f",
        ),
        *("🫨🫷", "☺\ufe0e", "🏽", "🇦", "👨\u200d", "\u200d👩", "🦆" * 100, "©®™", "🀄︎", "🧑" + "🏽" * 200),
    ),
    "beyond sixteen bits": ("𝕸𝖎𝖆", "𝐌𝐢𝐚", "𠜎𠜱𠝹", "𓀀𓂀", "\U0010fffd", "\U0010ffff", "𝔘𝔫𝔦", "🜁", "\U000f0000"),
    "half a character": ("\ud800", "\udfff", "Mia\ud83d", "\udc80\udcff", "\udead\ud800", "a\udcffb"),
    "no character at all": ("\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\ufffd", "\U0010fffe"),
    "look-alikes": (
        *("Міа", "Ｍｉａ", "Ⓜⓘⓐ", "ᴹᶦᵃ", "Mıa", "MİA", "ﬁne", "ß", "ẞ", "ŉ", "ǅ", "ſ", "K", "Å", "Ω", "µ", "①", "㎏"),
        *("раураl", "𝐀", "‐‑‒–—―", "‘’“”„‟", "′″", "⁄∕", "ꓮda", "İ" * 30, "ΐ" * 20, "ᾳ", "ﬃ" * 20),
    ),
    "very long": (
        "x" * _LONG,
        "word " * (_LONG // 5),
        "王" * _LONG,
        "\n" * 3_000,
        "a\n" * 500,
        "e\u0301" * 5_000,
        "-" * 500,
    ),
    "orders to a shell": (
        *(
            "$(reboot)",
            "`id`",
            "; ls -la",
            "| cat",
            "&& true",
            "> /dev/null",
            "!!",
            "*",
            "?",
            "-rf",
            "--help",
            "-",
            "--",
        ),
        *(
            "a b",
            "'; exit 1; '",
            "%PATH%",
            "^C",
            "--version=x",
            "--data-dir=/",
            "\\",
            "'\"'\"'",
            "<(yes)",
            "=1+1",
            "@x",
        ),
    ),
    "signs of YAML": (
        *(
            "*a",
            "&a",
            "!tag",
            "!!python/object/apply:os.system ['x']",
            "%YAML 1.1",
            "- x",
            "? x",
            ": x",
            "a: b",
            "{a: b}",
        ),
        *(
            "[a",
            "| x",
            "> x",
            "# x",
            "@x",
            "`x",
            "x: - y",
            "'x",
            '"x',
            "---",
            "...",
            "a #b",
            "\\x41",
            '"\\e[0m"',
            "key:",
        ),
    ),
    "other tongues": (
        *("Þórður Ólafsson", "Nguyễn Thị Ánh", "山田はなこ", "김민수", "สมชาย ใจดี", "நிலா", "Zoë-Renée d’Été", "ኃይለ"),
        *("Łukasz", "Ægir", "ʻOkina", "ǃXóõ", "၀င်း", "ភក្តិ", "ᠰᠠᠷᠠ", "O'Neil-Ørsted", "Ñandú", "ⵣⵉⵔⵉ"),
    ),
}
"""Every string, under the name of its kind."""


def every() -> Iterator[str]:
    """Gives every string once, in the order they are written in."""
    yield from dict.fromkeys(text for kind in NAUGHTY.values() for text in kind)


def storable() -> Iterator[str]:
    """Gives those that an operating system takes as an argument or a name: without NUL, of a bearable length."""
    for text in every():
        shorter = text.replace("\0", "")[:2_000]
        if all(not "\ud800" <= letter <= "\udfff" or "\udc80" <= letter <= "\udcff" for letter in shorter):
            yield shorter
