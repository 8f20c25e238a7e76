"""Somebody at the page, with a mouse or with nothing but keys, whose every action is counted."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# So many stops of Tab are looked through before a place counts as out of reach.
_FARTHEST = 90


@dataclass
class Mouse:
    """A click, a choice from a list and a phrase that is typed are one action each."""

    page: Page
    actions: int = 0

    def press(self, target: Locator) -> None:
        target.click()
        self.actions += 1

    def type(self, target: Locator, words: str) -> None:
        target.click()
        self.page.keyboard.type(words)
        self.actions += 2
        self._rest()

    def find(self, words: str) -> None:
        """Type into the search of the page."""
        self.type(self.page.locator("#search"), words)

    def take(self, option: Locator) -> None:
        """Take a suggestion beneath the box in which one just typed."""
        self.press(option)
        self._rest()

    def choose(self, box: Locator, label: str) -> None:
        box.select_option(label=label)
        self.actions += 2

    def date(self, box: Locator, day: str) -> None:
        """Fill in a day, YYYY-MM-DD."""
        year, month, date = day.split("-")
        box.click(position={"x": 12, "y": 12})
        self.page.keyboard.type(f"{month}{date}{year}")
        self.actions += 2
        self._rest()

    def write_over(self, box: Locator, words: str) -> None:
        """Put other words in the place of all that stands in a box."""
        box.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)
        self.actions += 3
        self._rest()

    def _rest(self) -> None:
        self.page.wait_for_timeout(250)


class Keys(Mouse):
    """Each key that is pressed is one action, and so is a phrase; the mouse is not touched."""

    def press(self, target: Locator) -> None:
        self._reach(target)
        self._key("Enter")

    def type(self, target: Locator, words: str) -> None:
        self._reach(target)
        self.page.keyboard.type(words)
        self.actions += 1
        self._rest()

    def find(self, words: str) -> None:
        self._key("/")
        self.page.keyboard.type(words)
        self.actions += 1
        self._rest()

    def take(self, option: Locator) -> None:
        for _ in range(_FARTHEST):
            self._key("ArrowDown")
            if option.get_attribute("aria-selected") == "true":
                break
        self._key("Enter")
        self._rest()

    def choose(self, box: Locator, label: str) -> None:
        self._reach(box)
        self.page.keyboard.type(label)
        self._key("Enter")
        self.actions += 1
        self._rest()
        assert box.locator("option:checked").inner_text() == label

    def date(self, box: Locator, day: str) -> None:
        year, month, date = day.split("-")
        self._reach(box)
        self.page.keyboard.type(f"{month}{date}{year}")
        self.actions += 1
        self._rest()

    def write_over(self, box: Locator, words: str) -> None:
        self._reach(box)
        self._key("Control+A")
        self.page.keyboard.insert_text(words)
        self.actions += 1
        self._rest()

    def arrow(self, key: str, until: Locator) -> None:
        """Walk with an arrow key until something has the focus."""
        for _ in range(_FARTHEST):
            if self._is_at(until):
                return
            self._key(key)
        raise AssertionError(f"{key} does not lead to {until}")

    def _reach(self, target: Locator) -> None:
        """Go to a place by Tab, or back, whichever is nearer; within a group, by the arrow keys."""
        if self._is_at(target):
            return
        if target.evaluate("(each) => each.tabIndex < 0"):
            stop = target.evaluate_handle("(each) => each.closest('#list')")
            assert stop.as_element(), f"no key leads to {target}"
            self._reach(self.page.locator("#list .entry[tabindex='0']"))
            self.arrow("ArrowDown", target)
            return
        key = "Tab" if target.evaluate(_IS_AHEAD) else "Shift+Tab"
        for _ in range(_FARTHEST):
            self._key(key)
            if self._is_at(target):
                return
        raise AssertionError(f"{key} does not lead to {target}")

    def _key(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.actions += 1

    @staticmethod
    def _is_at(target: Locator) -> bool:
        return bool(target.evaluate("(each) => each === document.activeElement"))


_IS_AHEAD = """(each) => {
  const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const stops = [...document.querySelectorAll(kinds)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  const [here, there] = [stops.indexOf(document.activeElement), stops.indexOf(each)];
  return there > here && (here < 0 ? there < stops.length / 2 : there - here <= stops.length / 2);
}"""
