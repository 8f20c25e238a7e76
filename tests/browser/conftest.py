"""A headless Chromium with the network blocked, and pages that remember what went wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from kg.front.graph import open_graph
from kg.queries.rows import Picture
from kg.views.explorer import draw_explorer

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Return the Chromium to use; None leaves it to Playwright, which fails where it has none."""
    found = (shutil.which(name) for name in NAMES)
    return os.environ.get("KG_CHROMIUM") or next((path for path in found if path), None)


@dataclass
class Watched:
    """A page, and everything that it asked for, complained of or popped up."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def note_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def is_quiet(self) -> None:
        """Fail when the page asked for anything but itself, complained, or opened a dialog."""
        assert self.complaints == []
        assert self.dialogs == []
        assert [
            url for url in self.requests if url.split("#")[0] != self.page.url.split("#")[0]
        ] == []


Opener = Callable[..., Watched]


@pytest.fixture(scope="session")
def bundled(bundled_build: Path) -> Picture:
    return open_graph(bundled_build).picture()


@pytest.fixture(scope="session")
def explorer(bundled: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the bundled graph, without what is asked for beside its picture."""
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    path.write_text(draw_explorer(bundled), encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the browser; where none is found that is a failure, and no reason to skip."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Return a function that opens a file in a fresh profile, offline, every request aborted."""
    contexts: list[BrowserContext] = []

    def opener(  # noqa: PLR0913  # what a window can be like
        path: Path,
        *,
        fragment: str = "",
        width: int = 1400,
        height: int = 860,
        scheme: str = "light",
        script: bool = True,
        touch: bool = False,
    ) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            offline=True,
            java_script_enabled=script,
            has_touch=touch,
        )
        contexts.append(context)
        address = path.as_uri()
        context.route("**/*", lambda route: route.abort())
        context.route(address, lambda route: route.continue_())
        watched = Watched(context.new_page())
        page = watched.page
        page.set_default_timeout(10_000)
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        page.on("console", lambda message: watched.complaints.append(message.text))
        page.on("dialog", watched.note_dialog)
        page.goto(address + fragment)
        page.wait_for_timeout(150)
        return watched

    yield opener
    for context in contexts:
        context.close()
