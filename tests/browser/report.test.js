// 报道: reading figures in the text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "./browser.js";

const open = site();

/** Opens a report from the list. */
async function report(fragment = "#report") {
  const visit = await open(fragment);
  if (fragment === "#report") await visit.page.locator("main a[href*='report/']").first().click();
  await visit.page.locator("main a.f").first().waitFor();
  return visit;
}

const selected = (visit) => visit.page.locator("main p a.f[aria-current]");

test("every embedded report is in the list and opens with marked figures", async () => {
  const visit = await open("#report");
  const links = visit.page.locator("main li a[href*='report/']");
  assert.equal(await links.count(), 13);
  const copies = await visit.page.locator("main .copies li a").count();
  assert.equal(copies, 8, "those known from copies stand apart");
  for (let i = 0; i < 13; i += 1) {
    await links.nth(i).click();
    await visit.page.locator("main a.f").first().waitFor();
    const copy = i >= 13 - copies;
    const figures = await visit.page.locator("main p a.f").count();
    assert.ok(figures >= (copy ? 1 : 10), `report ${i + 1} has figures`);
    assert.equal(await visit.page.locator("main .damage", { hasText: "未见原件" }).count(), Number(copy), "and says what it is known from");
    if (copy) assert.equal(await visit.page.locator("main .flag", { hasText: "u" }).count(), figures, "each with its flag");
    await visit.goTo("报道");
  }
  await visit.quiet();
});

test("a figure explains itself: value, indicator, subject, period, and how each was found", async () => {
  const visit = await report();
  const { page } = visit;
  const figure = page.locator("main a.f.level").first();
  const quote = await figure.innerText();
  await figure.click();
  const inspector = page.locator("#inspector");
  await inspector.waitFor();
  const digits = /\d[\d.]*/.exec(quote)?.[0];
  assert.ok(digits === undefined || (await inspector.innerText()).includes(digits), `${quote} is in the inspector`);
  for (const slot of ["指标", "对象", "时段"]) {
    const row = inspector.locator(`[data-slot=${slot}]`);
    assert.match(await row.innerText(), /写明|沿用|推定|未知/, slot);
  }
  assert.equal(await selected(visit).innerText(), quote);
  assert.match(page.url(), /\/report\/[a-z0-9-]+\/#f-\d+$/);
  await visit.quiet();
});

test("a reload and a shared address show the same figure", async () => {
  const visit = await report();
  await visit.page.locator("main a.f").nth(4).click();
  await visit.page.locator("#inspector").waitFor();
  const shown = async () => [await selected(visit).getAttribute("id"), await visit.page.locator("#inspector").innerText()];
  const before = await shown();
  await visit.reload();
  await visit.page.locator("#inspector").waitFor();
  assert.deepEqual(await shown(), before);
  const other = await open(visit.page.url().slice(visit.base.length));
  await other.page.locator("#inspector").waitFor();
  assert.equal(await selected(other).getAttribute("id"), before[0]);
  await other.quiet();
  await visit.quiet();
});

test("keys step through the figures in order, and close", async () => {
  const visit = await report();
  const { page } = visit;
  const ids = await page.locator("main p a.f").evaluateAll((figures) => figures.map((figure) => figure.id));
  const at = async () => ids.indexOf(await selected(visit).getAttribute("id"));
  for (const [key, expect] of [["j", 0], ["ArrowRight", 1], ["j", 2], ["k", 1], ["ArrowLeft", 0]]) {
    await page.keyboard.press(key);
    await visit.settled();
    assert.equal(await at(), expect, `after ${key}`);
    assert.equal(await page.evaluate(() => document.activeElement?.id), ids[expect], "the focus goes along");
  }
  await page.locator("#next").click();
  await visit.settled();
  assert.equal(await at(), 1, "the button does the same");
  await page.keyboard.press("Escape");
  await visit.settled();
  assert.equal(await selected(visit).count(), 0);
  await page.keyboard.press("Control+j");
  assert.equal(await selected(visit).count(), 0, "with a modifier a key is the browser's");
  await visit.quiet();
});

test("a selected figure is in view", async () => {
  const visit = await report();
  const last = visit.page.locator("main p a.f").last();
  const address = new URL(await last.getAttribute("href"), visit.page.url()).href;
  const other = await open(address.slice(visit.base.length), { reducedMotion: "reduce", viewport: { width: 800, height: 500 } });
  await selected(other).waitFor();
  await other.page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("main p a.f[aria-current]").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await other.quiet();
  await visit.quiet();
});

test("the legend marks the chosen kinds only, and the address keeps them", async () => {
  const visit = await report();
  const { page } = visit;
  const all = await visit.marked();
  const button = page.locator("button[data-kind=change]");
  const count = Number(/\d+/.exec(await button.innerText())[0]);
  assert.ok(count > 0 && count < all);
  await button.click();
  await visit.settled();
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.equal(await visit.marked(), count);
  await visit.reload();
  assert.equal(await visit.marked(), count);
  await visit.quiet();
});

test("an indicator or a verdict narrows what is marked and stepped through, and the address keeps it", async () => {
  const visit = await open("report/jingdezhen-2023/");
  const { page } = visit;
  const all = await visit.marked();
  for (const id of ["only-indicator", "only-verdict"]) {
    const options = await page.locator(`#${id} option`).evaluateAll((options) => options.map((option) => [option.value, Number(/(\d+)）$/.exec(option.textContent)[1])]));
    assert.ok(options.length > 1, id);
    assert.equal(options[0][1], all, "all of them");
    const [value, count] = options[1];
    await page.locator(`#${id}`).selectOption(value);
    await visit.settled();
    assert.equal(await visit.marked(), count, id);
    assert.match(await page.locator("#position").innerText(), new RegExp(`^${count}个数$`));
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    for (let i = 0; i <= count; i += 1) await page.keyboard.press("j");
    await visit.settled();
    assert.equal(await page.locator("#position").innerText(), `${count} / ${count}`, "the last of them");
    await page.keyboard.press("Escape");
    await visit.settled();
    await visit.reload();
    assert.equal(await page.locator(`#${id}`).inputValue(), value);
    assert.equal(await visit.marked(), count);
    await page.locator(`#${id}`).selectOption("");
    await visit.settled();
    assert.equal(await visit.marked(), all);
  }
  await visit.quiet();
});

test("a report opens where one rested in it, and by way of the history where one left it; a figure that is asked for goes before", async () => {
  const visit = await open("report/ganzhou-2024/", { viewport: { width: 800, height: 500 }, reducedMotion: "reduce" });
  const { page } = visit;
  const top = () => page.evaluate(() => Math.round(scrollY));
  const scroll = async (to) => {
    await page.evaluate((to) => scrollTo(0, to), to);
    await visit.settled();
  };
  // Where the link stands, without bringing it into view first.
  const follow = async (link, there) => {
    await page.locator(link).first().evaluate((link) => link.click());
    await page.locator(there).first().waitFor();
    await visit.settled();
  };
  const back = async (there) => {
    await page.goBack();
    await page.locator(there).first().waitFor();
    await visit.settled();
  };
  await scroll(900);
  await page.waitForFunction(() => sessionStorage.getItem("zhibiao-rested-ganzhou-2024") === "900");
  await scroll(40);
  await follow(".nav a:last-child", "main[data-page=method]");
  assert.equal(await top(), 0, "another page begins at its top");
  await follow(".nav a:nth-child(2)", "main .rlist");
  await scroll(300);
  await follow("main a[href*='ganzhou-2024']", "main p.para");
  assert.equal(await top(), 900, "by link: where one rested");
  await back("main .rlist");
  assert.equal(await top(), 300, "the list, by way of the history");
  await back("main[data-page=method]");
  await back("main p.para");
  assert.equal(await top(), 40, "the report, by way of the history");
  await follow(".nav a:nth-child(2)", "main .rlist");
  await follow("main a[href*='jingdezhen-2023']", "main p.para");
  assert.equal(await top(), 0, "another report begins at its top");
  const figure = await page.evaluate(() => document.querySelector("main p.para a.f").id);
  await scroll(700);
  await follow(".nav a:nth-child(2)", "main .rlist");
  await page.evaluate((figure) => (location.hash = `report/jingdezhen-2023?${figure}`), figure);
  await selected(visit).waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("main p a.f[aria-current]").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await visit.quiet();
});

test("what was left out can be seen", async () => {
  const visit = await report();
  const parts = visit.page.locator("main section.cut details");
  assert.ok((await parts.count()) >= 1);
  await parts.first().locator("summary").click();
  assert.ok(await parts.first().locator("li").first().isVisible());
  await visit.quiet();
});
