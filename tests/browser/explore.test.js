// 图表: from an indicator to a chart, a table, the sentences; and from a mark to its sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "./browser.js";

const open = site();
const marks = (visit) => visit.page.locator("#panel svg a.mark");

test("a mark leads to its sentence", async () => {
  const visit = await open("#explore");
  const mark = marks(visit).first();
  const value = (await mark.locator("text").allTextContents()).join(" ");
  await mark.focus();
  const tip = visit.page.locator(".tip");
  await tip.waitFor();
  const digits = /\d[\d.]*(?=[^年月\d.—]*$)/.exec(value)[0];
  assert.ok((await tip.innerText()).includes(digits), `${digits} of ${value} is explained`);
  assert.match(await tip.innerText(), /[一-鿿]{8}/u, "with its sentence");
  await visit.page.keyboard.press("Enter");
  await visit.page.locator("main[data-page=report]").waitFor();
  const selected = visit.page.locator("main p.para a.f[aria-current]");
  await selected.waitFor();
  assert.match(await visit.page.locator("#inspector").innerText(), new RegExp(digits.replace(".", "\\.")));
  await visit.page.goBack();
  await marks(visit).first().waitFor();
  await visit.quiet();
});

test("a mark on the overview leads to its sentence too", async () => {
  const visit = await open();
  await visit.page.locator("main svg a.mark:visible").first().click();
  await visit.page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("a click selects by pointer as well, and Escape puts the explanation away", async () => {
  const visit = await open("#explore");
  await marks(visit).first().hover();
  await visit.page.locator(".tip").waitFor();
  await visit.page.keyboard.press("Escape");
  await visit.page.locator(".tip").waitFor({ state: "detached" });
  await visit.quiet();
});

test("what explains a mark can be pointed at, and goes when the pointer leaves the chart", async () => {
  const visit = await open("", { reducedMotion: "reduce" });
  const { page } = visit;
  const tip = page.locator(".tip");
  for (const chart of await page.locator("main .chart").all()) {
    await chart.scrollIntoViewIfNeeded();
    const mark = chart.locator("svg a.mark:visible").first();
    await mark.hover();
    await tip.waitFor();
    const [a, b] = [await mark.boundingBox(), await tip.boundingBox()];
    assert.ok(a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1 || a.x + a.width <= b.x || b.x + b.width <= a.x, "it does not cover its mark");
    await tip.hover();
    await visit.settled();
    assert.equal(await tip.count(), 1, "the pointer can move onto it");
    assert.match(await tip.innerText(), /写明|沿用|推定|未知/u);
    await page.locator("h1").hover();
    await tip.waitFor({ state: "detached" });
  }
  await visit.quiet();
});

test("a finger's first tap explains a mark, its second follows it", async () => {
  for (const fragment of ["", "#explore"]) {
    const visit = await open(fragment, { hasTouch: true, viewport: { width: 360, height: 740 } });
    const mark = visit.page.locator("main svg a.mark:visible").first();
    await mark.scrollIntoViewIfNeeded();
    await mark.tap();
    await visit.page.locator(".tip").waitFor();
    assert.equal(await visit.page.locator("main[data-page=report]").count(), 0);
    await mark.tap();
    await visit.page.locator("main[data-page=report] #inspector").waitFor();
    await visit.quiet();
  }
});

test("all zones of a province are chosen at once, and let go", async () => {
  const visit = await open("#explore");
  const { page } = visit;
  const zones = page.locator("#zones [aria-pressed=true]");
  const region = page.locator("#zones button", { hasText: "江西各区" });
  await region.click();
  await visit.settled();
  const chosen = await zones.allInnerTexts();
  assert.ok(chosen.length >= 5, `the province and its zones: ${chosen}`);
  assert.equal(await region.getAttribute("aria-pressed"), "true");
  await visit.reload();
  assert.deepEqual(await zones.allInnerTexts(), chosen);
  await zones.nth(1).click();
  await visit.settled();
  assert.equal(await region.getAttribute("aria-pressed"), "false", "without one of them it is not the province");
  await region.click();
  await region.click();
  await visit.settled();
  assert.equal(await zones.count(), 1, "all again");
  await visit.quiet();
});

test("where a period has no figure, those of others are shown, and it is said", async () => {
  const visit = await open("#explore?i=财政总收入&z=萍乡经开区&p=stock");
  const { page } = visit;
  await page.locator("main [role=status]", { hasText: "截至某时" }).waitFor();
  assert.ok((await marks(visit).count()) >= 1);
  assert.match(await page.locator("#panel").innerText(), /2022年1—5月/);
  await page.locator("#periods button").first().click();
  await visit.settled();
  assert.equal(await page.locator("main [role=status]", { hasText: "截至某时" }).count(), 0);
  await visit.quiet();
});

test("a chart is one Tab stop, with arrow keys inside", async () => {
  const visit = await open("#explore");
  const stops = await marks(visit).evaluateAll((all) => all.map((mark) => mark.getAttribute("tabindex")));
  assert.ok(stops.length >= 2);
  assert.equal(stops.filter((stop) => stop === "0").length, 1);
  await marks(visit).first().focus();
  const at = () => marks(visit).evaluateAll((all) => all.indexOf(document.activeElement));
  await visit.page.keyboard.press("ArrowDown");
  assert.equal(await at(), 1);
  await visit.page.keyboard.press("ArrowUp");
  assert.equal(await at(), 0);
  await visit.page.keyboard.press("End");
  assert.equal(await at(), stops.length - 1);
  await visit.quiet();
});

test("table and sources show what the chart shows", async () => {
  const visit = await open("#explore");
  const drawn = await marks(visit).count();
  const tabs = visit.page.getByRole("tab");
  await tabs.nth(0).focus();
  await visit.page.keyboard.press("ArrowRight");
  await visit.page.locator("#panel table").waitFor();
  assert.equal(await tabs.nth(1).getAttribute("aria-selected"), "true");
  assert.ok((await visit.page.locator("#panel table tbody tr").count()) >= drawn, "a row for each mark at least");
  await tabs.nth(2).click();
  const sources = visit.page.locator("#panel li");
  await sources.first().waitFor();
  assert.ok((await sources.count()) >= drawn, "a sentence for each mark at least");
  await sources.first().getByRole("link").first().click();
  await visit.page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("the address keeps indicator, zones, period and view", async () => {
  const visit = await open("#explore");
  const { page } = visit;
  const picker = page.locator("#indicator");
  const values = await picker.locator("option").evaluateAll((options) => options.map((option) => option.value));
  assert.ok(values.length >= 10, "many indicators");
  await picker.selectOption(values[1]);
  await page.locator("#zones button").nth(1).click();
  await page.getByRole("tab").nth(1).click();
  await visit.settled();
  const shown = async () => [await picker.inputValue(), await page.locator("#panel").innerText(), await page.locator("#zones button[aria-pressed=true]").allInnerTexts()];
  const before = await shown();
  assert.equal(before[0], values[1]);
  await visit.reload();
  assert.deepEqual(await shown(), before);
  await visit.quiet();
});

test("every indicator can be shown, in both languages", async () => {
  for (const language of ["zh", "en"]) {
    const visit = await open(`#explore?lang=${language}`);
    const values = await visit.page.locator("#indicator option").evaluateAll((options) => options.map((option) => option.value));
    for (const value of values) {
      await visit.page.locator("#indicator").selectOption(value);
      await visit.settled();
      const wide = await visit.page.locator("#panel").evaluate((panel) => panel.scrollWidth > panel.clientWidth + 1);
      assert.ok(!wide, `${value} fits its place`);
      assert.ok((await visit.page.locator("#panel").innerText()).trim().length > 10, `${value} says something`);
    }
    await visit.quiet();
  }
});

test("a headline never ranks a year beside a part of one", async () => {
  const visit = await open("#explore");
  const values = await visit.page.locator("#indicator option").evaluateAll((options) => options.map((option) => option.value));
  let mixed = 0;
  for (const value of values) {
    await visit.page.locator("#indicator").selectOption(value);
    await visit.settled();
    const groups = await visit.page.locator("#panel svg text.pan").allTextContents();
    if (new Set(groups).size < 2) continue;
    mixed += 1;
    assert.doesNotMatch(await visit.page.locator("#panel h2").first().innerText(), /之首|最高|第一/, value);
  }
  assert.ok(mixed >= 1, "there is an indicator with periods of two kinds");
  await visit.quiet();
});
