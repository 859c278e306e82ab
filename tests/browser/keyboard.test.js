// Everything that a reader can do, done by keys alone: nothing here points, clicks or moves the focus by script, and each stop can be seen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PAGES, site } from "./browser.js";
import { Keys } from "./keys.js";

const open = site();

/** The link to a page on top of every page. */
const link = (name) => `.nav a:nth-child(${PAGES.indexOf(name) + 1})`;

async function start(fragment = "") {
  const visit = await open(fragment, { reducedMotion: "reduce" });
  return [visit, new Keys(visit), visit.page];
}

const main = (page, name) => page.locator(`main[data-page=${name}]`).waitFor();

test("总览: past the navigation, into the matrix, through a chart, to a sentence", async () => {
  const [visit, keys, page] = await start();
  await keys.to(".skip");
  await keys.press("Enter");
  assert.ok(await keys.on("#main"), "the first stop leads past the navigation");
  await keys.to("#matrix a");
  await keys.to("main .chart svg a.mark");
  const chart = await page.evaluate(() => document.activeElement.closest("svg").querySelectorAll("a.mark").length);
  assert.ok(chart > 1);
  const tip = page.locator(".tip");
  await tip.waitFor();
  const first = await tip.innerText();
  await keys.press("ArrowDown");
  await keys.seen();
  assert.notEqual(await tip.innerText(), first, "arrows go on inside the chart");
  await keys.press("Escape");
  assert.equal(await tip.count(), 0);
  assert.ok(await keys.on("svg a.mark"), "the focus stays");
  await keys.press("ArrowUp");
  await tip.waitFor();
  // Into the explanation, and out of it again.
  await keys.to(".tip .xbtn");
  await keys.press("Enter");
  assert.equal(await tip.count(), 0);
  assert.ok(await keys.on("svg a.mark"), "the focus comes back");
  await keys.press("Enter");
  await main(page, "report");
  await page.locator("#inspector").waitFor();
  // The browser's own key for it, which a window without a frame does not have.
  await page.goBack();
  await main(page, "overview");
  await visit.quiet();
});

test("报道: open, step, select, filter, unfold, follow", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("报道"));
  await keys.press("Enter");
  await main(page, "report");
  await keys.to("main li h2 a");
  await keys.press("Enter");
  await page.locator("main p.para").first().waitFor();
  const selected = page.locator("main .para a.f[aria-current]");
  const at = () => selected.getAttribute("id");
  await keys.press("j");
  await keys.seen();
  const first = await at();
  await keys.press("ArrowRight", "j");
  assert.notEqual(await at(), first);
  await keys.press("k", "ArrowLeft");
  assert.equal(await at(), first);
  assert.ok(await keys.on(`#${first}`), "the focus goes along");
  assert.match(await page.locator("#inspector").innerText(), /写明|沿用|推定|未知/u);
  await keys.press("Escape");
  assert.equal(await selected.count(), 0);
  await keys.to(".para a.f");
  await keys.press("Enter");
  await page.locator("#inspector").waitFor();
  // Filters stand before the text.
  const figures = await visit.marked();
  await keys.to("[data-kind=change]", "Shift+Tab");
  await keys.press("Space");
  const changes = await visit.marked();
  assert.ok(changes < figures, "fewer figures are marked");
  await keys.press("Space");
  await keys.to("#only-verdict", "Shift+Tab");
  await keys.press("ArrowDown");
  await keys.press("ArrowUp");
  await keys.to("#only-indicator", "Shift+Tab");
  await keys.press("ArrowDown");
  assert.match(page.url(), /&i=|#i=/);
  assert.ok((await visit.marked()) < figures);
  await keys.press("ArrowUp");
  assert.equal(await visit.marked(), figures);
  await keys.to("#next");
  await keys.press("Enter");
  await page.locator("#inspector").waitFor();
  // What was left out, and from a figure to its charts.
  await keys.to("main .cut summary");
  await keys.press("Enter");
  assert.ok(await page.locator("main .cut details[open]").count());
  await keys.to("#inspector .where a", "Shift+Tab");
  await keys.press("Enter");
  await main(page, "explore");
  await visit.quiet();
});

test("图表: search, choose, look, take away", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("图表"));
  await keys.press("Enter");
  await main(page, "explore");
  await keys.to("#find");
  const shown = page.locator("#found [role=option]");
  await page.keyboard.type("czzsr");
  await shown.first().waitFor();
  await keys.press("ArrowDown");
  assert.ok(await keys.on("#find"), "the focus stays in the field");
  const active = await page.locator("#find").getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  assert.match(await page.locator(`#${active}`).innerText(), /财政总收入/);
  await keys.press("Enter");
  assert.equal(await page.locator("#indicator").inputValue(), "财政总收入");
  await page.keyboard.type("jiangxi");
  await shown.first().waitFor();
  await keys.press("Escape");
  assert.equal(await shown.first().isVisible(), false, "Escape closes the list");
  await keys.press("ArrowDown", "Enter");
  assert.ok((await page.locator("#zones [aria-pressed=true]").count()) > 2, "all zones of the province");
  await keys.to("#zones button");
  await keys.press("Enter");
  await keys.to("#periods [aria-pressed=false]");
  await keys.press("Space");
  await keys.press("Space");
  await keys.to("[role=tab][aria-selected=true]");
  await keys.press("ArrowRight");
  await page.locator("#panel table").waitFor();
  await keys.seen();
  await keys.press("ArrowRight", "Home");
  await page.locator("#panel svg").first().waitFor();
  await keys.to("#panel svg a.mark");
  await keys.press("End", "Home");
  const tip = page.locator(".tip");
  assert.match(await tip.innerText(), /写明|沿用|推定|未知/u, "how it was found");
  await keys.press("Escape");
  assert.equal(await tip.count(), 0);
  await keys.to("a[data-embed]");
  await keys.press("Enter");
  await page.locator("dialog.give").waitFor();
  await keys.to("dialog.give .btn");
  await keys.press("Escape");
  assert.equal(await page.locator("dialog.give").count(), 0);
  assert.ok(await keys.on("a[data-embed]"), "the focus comes back");
  for (const [selector, name] of [["[data-save=png]", /\.png$/], ["[data-save=svg]", /\.svg$/], ["a[download$=csv]", /\.csv$/], ["a[download$=json]", /\.json$/]]) {
    await keys.to(selector);
    const [file] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
    assert.match(file.suggestedFilename(), name);
  }
  await keys.to("#panel svg a.mark", "Shift+Tab");
  await keys.press("Enter");
  await page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("数据: search, filter, sort, choose columns, take away, follow", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("数据"));
  await keys.press("Enter");
  await main(page, "figures");
  const row = page.locator(".grid tbody th a");
  await row.first().waitFor();
  const count = async () => Number(await page.locator(".grid table").getAttribute("aria-rowcount"));
  const all = await count();
  await keys.to("#search");
  await page.keyboard.insertText("财政");
  await visit.settled();
  const found = await count();
  assert.ok(found > 1 && found < all, "fewer rows");
  await keys.to("#kind");
  await keys.press("ArrowDown");
  assert.ok((await count()) <= found);
  await keys.press("ArrowUp");
  await keys.to("#order");
  await keys.press("End");
  assert.match(page.url(), /s=/);
  await keys.to("main summary");
  await keys.press("Enter");
  await keys.to(".cols button");
  await keys.press("Space");
  await keys.press("Space");
  await keys.to(".save button");
  const [file] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await keys.to(".grid tbody a");
  await keys.press("ArrowDown");
  await keys.seen();
  await keys.press("ArrowUp");
  assert.ok(await keys.on(".grid tbody a"), "arrows stay inside the table");
  await keys.press("Enter");
  await main(page, "report");
  await page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("核对: choose findings and go to their sentence", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("核对"));
  await keys.press("Enter");
  await main(page, "check");
  await keys.to(".filters .chip[aria-pressed=false]");
  await keys.press("Enter");
  assert.match(page.url(), /v=differs/);
  await keys.to("#by-report");
  await keys.press("ArrowDown", "ArrowUp");
  await keys.to("#by-relation");
  await keys.press("ArrowDown", "ArrowUp");
  await keys.to("main .find .q a");
  await keys.press("Enter");
  await main(page, "report");
  await page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("添加: paste an article, read it, remove it", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("添加"));
  await keys.press("Enter");
  await main(page, "add");
  await keys.to("#text");
  await page.keyboard.insertText(readFileSync(new URL("articles/utf-8.txt", import.meta.url), "utf8"));
  await keys.to("#title");
  await page.keyboard.insertText("按键读的一篇");
  await keys.to("#read");
  await keys.press("Enter");
  await page.locator("#outcomes .ok").waitFor();
  await keys.to("#own li > a");
  await keys.press("Enter");
  await page.locator("main h1", { hasText: "按键读的一篇" }).waitFor();
  await keys.goTo(link("添加"));
  await main(page, "add");
  await keys.to("#own [data-remove]");
  await keys.press("Enter");
  assert.equal(await page.locator("#own li").count(), 0);
  await visit.quiet();
});

test("方法, language and colours", async () => {
  const [visit, keys, page] = await start();
  await keys.to(link("方法"));
  await keys.press("Enter");
  await main(page, "method");
  await keys.goTo(link("总览"));
  await main(page, "overview");
  await keys.press("Control+Home");
  await keys.to("#theme", "Shift+Tab");
  await keys.press("End");
  await page.locator("html[data-theme=dark]").waitFor();
  await keys.to("#language", "Shift+Tab");
  await keys.press("Enter");
  await page.locator("html[lang=en]").waitFor();
  await visit.quiet();
});
