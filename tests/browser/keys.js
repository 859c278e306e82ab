// A reader without a pointer: goes by Tab and arrows, presses keys, and looks at each stop whether it can be seen.

import assert from "node:assert/strict";

/** Stops until something has to be reached. */
const MOST = 300;

/** Runs in the page: what has the focus, and what is wrong with how it is shown. */
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "", wrong: "" };
  const shown = element.querySelector(":scope > .hit") ?? element.closest(".form")?.querySelector(`.drop[for="${element.id}"]`) ?? element;
  const looks = getComputedStyle(shown);
  const outlined = looks.outlineStyle !== "none" && Number.parseFloat(looks.outlineWidth) >= 2;
  const stroked = shown !== element && looks.stroke !== "none" && Number.parseFloat(looks.strokeWidth) >= 2;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const inside = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  const at = document.elementFromPoint(Math.min(Math.max((left + right) / 2, 1), innerWidth - 1), Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1));
  const clear = at && (shown.contains(at) || at.contains(shown) || element.contains(at));
  // In a frame it is the frame's to show.
  const marked = outlined || stroked || element.localName === "iframe";
  const wrong = [marked ? "" : "no outline", inside ? "" : "out of view", inside && !clear ? "covered" : ""];
  return { name: `<${element.localName}${element.id ? ` id=${element.id}` : ""}> ${(element.ariaLabel ?? element.textContent).trim().slice(0, 30)}`, wrong: wrong.filter(Boolean).join(", ") };
}

/** Keys on a page that is open. */
export class Keys {
  constructor(visit) {
    Object.assign(this, { visit, page: visit.page });
  }

  /** Presses keys one after the other, and waits until what they began is drawn. */
  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.visit.settled();
    }
  }

  /** Whether the focus is on what a selector names. */
  on(selector) {
    return this.page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  }

  /** Checks that the stop can be seen. */
  async seen() {
    // Scrolling may be gentle.
    let found;
    for (let i = 0; i < 20; i += 1) {
      found = await this.page.evaluate(stop);
      if (!found.wrong) return found.name;
      await this.page.waitForTimeout(50);
    }
    assert.fail(`${found.name}: ${found.wrong}`);
  }

  /** Goes on by a key, Tab if not said otherwise, to what a selector names; every stop on the way can be seen. */
  async to(selector, key = "Tab") {
    const passed = [];
    for (let i = 0; i < MOST; i += 1) {
      await this.page.keyboard.press(key);
      passed.push(await this.seen());
      if (await this.on(selector)) return;
    }
    assert.fail(`${selector} is not reached; passed ${[...new Set(passed)].slice(-30).join(" · ")}`);
  }

  /** Goes to a page by its link on top, from wherever the focus is. */
  async goTo(link) {
    await this.press("Control+Home");
    await this.to(link, "Shift+Tab");
    await this.press("Enter");
  }
}
