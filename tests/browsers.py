"""Pages read as a browser reads them: a strict reader of our own, and a real Chromium where there is one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
_CLOSED_AT_ONCE = {"meta", "br"}
_MEASURE = """<script>
const off = [];
for (const box of document.querySelectorAll('.bits, .card, .slips > div'))
    if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
        off.push(box.className + ' of ' + (box.closest('.card').querySelector('h2, h3') || {}).textContent);
document.title = JSON.stringify({off, cards: document.querySelectorAll('.card').length});
</script></body>"""


class Reader(HTMLParser):
    """Reads a page, and refuses one whose elements are not closed in turn."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.told: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append((tag, dict(attrs)))
        if tag not in _CLOSED_AT_ONCE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self) -> str:
        """Everything that can be read, on one line."""
        return " ".join(" ".join(self.said).split())


def harmless(source: str) -> Reader:
    """Reads a page and makes sure that it runs nothing, fetches nothing and leads nowhere."""
    page = Reader(source)
    names = {name for name, _ in page.told}
    assert not names & {"script", "link", "img", "iframe", "object", "a", "form", "base"}
    for _, told in page.told:
        assert not {key for key in told if key.startswith("on") or key in {"src", "href", "action", "srcdoc"}}
    assert not re.search(r"url\(|@import|https?:(?!//www\.w3\.org/2000/svg)", source)
    assert "default-src 'none'" in source
    return page


def printed(page: str, folder: Path) -> tuple[int, tuple[float, float]]:
    """Has Chromium print a page; gives how many sides it has, and how large each is in points."""
    (folder / "page.html").write_text(page, "utf-8")
    _chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={folder / 'page.pdf'}")
    made = (folder / "page.pdf").read_bytes()
    wide, high = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made).groups()  # type: ignore[union-attr]
    return len(re.findall(rb"/Type /Page\b(?!s)", made)), (float(wide), float(high))


def measured(page: str, folder: Path) -> dict[str, Any]:
    """Has Chromium lay a page out in wide letters, and gives which boxes hold more than fits."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</body>", _MEASURE)
    (folder / "page.html").write_text(free.replace("Georgia,", '"DejaVu Serif", Georgia,'), "utf-8")
    title = re.search(r"<title>(.*?)</title>", _chromium(folder, "--dump-dom"), re.DOTALL)
    assert title is not None
    told: dict[str, Any] = json.loads(title[1].replace("&gt;", ">").replace("&amp;", "&"))
    return told


def _chromium(folder: Path, *ways: str) -> str:
    asked = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}", *ways]
    run = subprocess.run([*asked, f"file://{folder / 'page.html'}"], capture_output=True, timeout=120, check=True)
    return run.stdout.decode("utf-8", "replace")
