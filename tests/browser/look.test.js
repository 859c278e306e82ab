// What holds of every view: accessibility, both languages, both colour schemes, narrow screens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { site } from "./browser.js";
import { VIEWS } from "./views.js";

const open = site();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

for (const [language, colorScheme, viewport] of [
  ["zh", "light", wide],
  ["zh", "dark", phone],
  ["en", "light", phone],
  ["en", "dark", wide],
]) {
  test(`axe finds nothing: ${language}, ${colorScheme}, ${viewport.width} px`, async (t) => {
    const visit = await open(`#overview?lang=${language}`, { colorScheme, viewport, reducedMotion: "reduce" });
    await visit.page.evaluate(AXE);
    for (const [name, show] of Object.entries(VIEWS)) {
      await t.test(name, async () => {
        await show(visit);
        const violations = await visit.page.evaluate(async (values) => {
          const result = await window.axe.run(document, { runOnly: { type: "tag", values } });
          return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
        }, RULES);
        assert.deepEqual(violations, []);
      });
    }
    await visit.quiet();
  });
}

test("in English every word is English, but for what is marked as Chinese", async (t) => {
  const visit = await open("#overview?lang=en");
  await visit.page.locator("html[lang=en]").waitFor();
  for (const [name, show] of Object.entries(VIEWS)) {
    await t.test(name, async () => {
      await show(visit);
      const unmarked = await visit.page.evaluate(() => {
        const chinese = (text) => /\p{Script=Han}/u.test(text ?? "");
        // A name that cannot be marked in part may hold a Chinese name, but is English otherwise.
        const wholly = (text) => chinese(text) && !/[A-Za-z]{2}/.test(text);
        const marked = (element) => element.closest("[lang]")?.getAttribute("lang").startsWith("zh");
        const found = [];
        for (const element of document.body.querySelectorAll("*")) {
          if (marked(element) || element.closest("option, textarea")) continue;
          const tag = element.tagName.toLowerCase();
          const own = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data);
          const named = ["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name));
          const wrong = [...own.filter(tag === "title" ? wholly : chinese), ...named.filter(wholly)];
          found.push(...wrong.map((text) => `<${tag}> ${text}`));
        }
        return found;
      });
      assert.deepEqual(unmarked, []);
    });
  }
  await visit.quiet();
});

test("the language switch turns the interface, and is remembered", async () => {
  const visit = await open();
  await visit.page.getByRole("button", { name: "English" }).click();
  await visit.page.getByRole("link", { name: "Method", exact: true }).click();
  await visit.page.locator("html[lang=en]").waitFor();
  await visit.page.goto(visit.base);
  await visit.alive();
  await visit.page.getByRole("link", { name: "Overview", exact: true }).waitFor();
  await visit.page.getByRole("button", { name: "中文" }).click();
  await visit.page.getByRole("link", { name: "总览", exact: true }).waitFor();
  await visit.quiet();
});

/** How bright the page's ground is, from 0 to 255. */
const brightness = (visit) =>
  visit.page.evaluate(() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
    return (r + g + b) / 3;
  });

test("dark follows the system, unless the reader chose", async () => {
  const visit = await open("", { colorScheme: "dark" });
  assert.ok((await brightness(visit)) < 64, "dark with the system");
  await visit.page.locator("#theme").selectOption("light");
  await visit.settled();
  assert.ok((await brightness(visit)) > 192, "light when chosen");
  await visit.page.goto(visit.base);
  await visit.alive();
  assert.ok((await brightness(visit)) > 192, "and remembered");
  await visit.quiet();
});

for (const width of [320, 360, 768]) {
  test(`nothing scrolls sideways at ${width} px, and no text is too small`, async (t) => {
    for (const language of ["zh", "en"]) {
      const visit = await open(`#overview?lang=${language}`, { viewport: { width, height: 740 }, reducedMotion: "reduce" });
      for (const [name, show] of Object.entries(VIEWS)) {
        await t.test(`${name} (${language})`, async () => {
          await show(visit);
          const [scroll, shown, wide] = await visit.page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            const out = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
            return [scrollWidth, clientWidth, out.slice(0, 5).map((e) => `${e.tagName} ${e.className?.baseVal ?? e.className}`)];
          });
          assert.ok(scroll <= shown, `${scroll} px wide; sticks out: ${wide}`);
          const small = await visit.page.evaluate(() => {
            const size = (t) => Number.parseFloat(getComputedStyle(t).fontSize) * Math.abs(t.getScreenCTM()?.a ?? 1);
            const texts = [...document.querySelectorAll("main svg text")].filter((t) => t.getClientRects().length > 0);
            return texts.filter((t) => size(t) < 11.99).map((t) => `${size(t).toFixed(1)} px: ${t.textContent}`);
          });
          assert.deepEqual(small, [], "text in charts is at least 12 px high");
        });
      }
      await visit.quiet();
    }
  });
}
