"""Take pictures of every view of the explorer into docs/screenshots: wide and narrow, light and dark.

Run as ``python tools/screenshots.py [FOLDER]``; ``make screenshots`` does. Which views there are
the page itself says. The bundled data is built anew, so that the pictures show what is committed.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import FLAGS, chromium  # noqa: E402  # the folder is no package of ours

TARGET = ROOT / "docs" / "screenshots"
SIZES = {"wide": (1400, 860), "narrow": (375, 800)}
COLOURS = 200
SMALL_ENOUGH = 3_000_000


def main(arguments: list[str]) -> int:
    target = Path(arguments[0]) if arguments else TARGET
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = drawn(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        pictures = dict(taken(browser, page))
        browser.close()
    if target == TARGET:
        for old in target.glob("*.png"):
            old.unlink()
    for name, png in sorted(pictures.items()):
        (target / name).write_bytes(png)
    size = sum(map(len, pictures.values()))
    print(f"{len(pictures)} pictures, {size / 1e6:.1f} MB")
    if size > SMALL_ENOUGH:
        print("more than 3 MB: take fewer, or fewer colours", file=sys.stderr)
    return int(size > SMALL_ENOUGH)


def drawn(folder: Path) -> Path:
    kg = (sys.executable, "-m", "kg")
    subprocess.run((*kg, "build", "--out", folder / "build"), check=True, stdout=subprocess.DEVNULL)
    made = (*kg, "explore", "--graph", folder / "build", "--out", folder / "explorer.html")
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    return folder / "explorer.html"


def taken(browser: Browser, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and PNGs of every view, and of what else a page can look like."""
    views = views_of(opened(browser, path, "", "wide", "light"))
    shots = {view: f"view={view}" for view in views}
    shots |= {"network-whole": "view=network&whole=yes", "embed": "view=overview&embed=1"}
    for size in SIZES:
        for theme in ("light", "dark"):
            for name, fragment in shots.items():
                page = opened(browser, path, f"#{fragment}&theme={theme}", size, theme)
                yield f"{name}-{size}-{theme}.png", small(page.screenshot(animations="disabled"))
                page.context.close()
            page = opened(browser, path, f"#theme={theme}", size, theme)
            page.evaluate("document.querySelector('.tabs [data-part=evidence]').click()")
            if size == "narrow":
                yield f"evidence-{size}-{theme}.png", small(page.screenshot(animations="disabled"))
            page.context.close()


def views_of(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("[data-of]", "all => all.map(x => x.dataset.of)")
    page.context.close()
    return found


def opened(browser: Browser, path: Path, fragment: str, size: str, theme: str) -> Page:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        offline=True,
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(path.as_uri() + fragment)
    page.locator("html.js").wait_for(state="attached")
    # The engine of the view of SPARQL takes a while; what moves would make another picture each time.
    expect(page.locator("progress:visible")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(400)
    if wrong:
        raise SystemExit(f"{fragment}: {wrong}")
    return page


def small(png: bytes) -> bytes:
    """Return the picture with so few colours that it is small, and without a day or a maker."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    # Other ways of choosing give up the colours of few pixels: the very lines that tell a denial.
    cover = Image.Quantize.MAXCOVERAGE
    few = image.quantize(COLOURS, method=cover, kmeans=2, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
