// 数据: all figures as one table, searched, filtered, sorted, taken away, and each row back to its sentence.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { site } from "./browser.js";

const start = site();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens the site; the table is drawn by a script of its own, which is loaded for it. */
async function open(fragment, options) {
  const visit = await start(fragment, options);
  if (fragment.startsWith("#figures")) await drawn(visit);
  return visit;
}

const drawn = (visit) => visit.page.locator("#figures .filters").waitFor();

async function reload(visit) {
  await visit.reload();
  await drawn(visit);
}

const rows = (visit) => visit.page.locator(".grid tbody tr[aria-rowindex]");
const cells = (visit, column) => visit.page.locator(`.grid tbody td.c-${column}`).allInnerTexts();
const quotes = (visit) => visit.page.locator(".grid tbody th a:first-child").allInnerTexts();
/** How many rows there are, as the table tells a screen reader, and as the page says. */
async function count(visit) {
  const told = Number(await visit.page.locator(".grid table").getAttribute("aria-rowcount")) - 1;
  assert.equal(Number(/\d+/.exec(await visit.page.locator("main [role=status]").innerText())[0]), told);
  return told;
}
const number = (text) => Number(/\d+(?=\D*$)/.exec(text)[0]);

async function choose(visit, id, option) {
  await visit.page.locator(`#${id}`).selectOption(option);
  await visit.settled();
}

async function search(visit, words) {
  await visit.page.locator("#search").fill(words);
  await visit.settled();
}

/** Adds a text of the reader's own. */
async function add(visit, text) {
  await visit.goTo("添加");
  await visit.page.locator("#text").fill(text);
  await visit.page.locator("#read").click();
  await visit.page.locator(".outcomes .ok").waitFor();
}

async function taken(visit, name) {
  const [file] = await Promise.all([visit.page.waitForEvent("download"), visit.page.locator(".save").getByText(name, { exact: true }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Lines of CSV in which no cell holds a line end. */
const parsed = (csv) => csv.trim().split("\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));

test("every figure has its row, of which only those in view are drawn", async () => {
  const visit = await open("#report");
  const counts = await visit.page.locator("main .meta").allInnerTexts();
  const figures = counts.map((text) => Number(/(\d+)个数/.exec(text)[1])).reduce((a, b) => a + b);
  await visit.goTo("数据");
  await rows(visit).first().waitFor();
  assert.equal(await count(visit), figures);
  const drawn = await rows(visit).count();
  assert.ok(drawn > 10 && drawn < 120, `${drawn} rows drawn`);
  assert.equal(await rows(visit).first().getAttribute("aria-rowindex"), "2");
  await visit.page.locator(".grid").evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await visit.page.locator(`.grid tr[aria-rowindex="${figures + 1}"]`).waitFor();
  await visit.settled();
  const box = await visit.page.locator(".grid").boundingBox();
  const last = await rows(visit).last().boundingBox();
  assert.ok(Math.abs(last.y + last.height - (box.y + box.height)) < 24, "the last row stands at the end");
  await visit.quiet();
});

test("words are searched in figures, names and headlines, in either language", async () => {
  const visit = await open("#figures");
  const all = await count(visit);
  await search(visit, "赣州 营业");
  const found = await count(visit);
  assert.ok(found > 0 && found < all);
  for (const text of await rows(visit).allInnerTexts()) assert.match(text, /赣州/);
  await search(visit, "ganzhou REVENUE");
  assert.ok((await count(visit)) >= 1);
  await search(visit, "70.37%");
  assert.deepEqual(await quotes(visit), ["70.37%"]);
  await search(visit, "no such thing");
  await visit.page.locator("main .nothing").waitFor();
  await visit.page.locator(".found button").click();
  await visit.settled();
  assert.equal(await count(visit), all, "and a way out");
  await visit.quiet();
});

test("letters that are still being put together to Chinese are not searched", async () => {
  const visit = await open("#figures");
  const all = await count(visit);
  const type = (value, type, isComposing) =>
    visit.page.locator("#search").evaluate((field, [value, type, isComposing]) => {
      field.value = value;
      field.dispatchEvent(type === "input" ? new InputEvent(type, { bubbles: true, isComposing }) : new CompositionEvent(type, { bubbles: true, data: value }));
    }, [value, type, isComposing]);
  await type("shui'shou", "input", true);
  await visit.settled();
  assert.equal(await count(visit), all);
  assert.equal(await visit.page.locator("#search").inputValue(), "shui'shou", "and stay as they are");
  await type("税收", "compositionend", false);
  await visit.settled();
  assert.ok((await count(visit)) < all);
  await visit.quiet();
});

test("each filter says how many rows it leaves, and leaves as many", async () => {
  const visit = await open("#figures");
  const { page } = visit;
  for (const id of ["subject", "kind", "class", "verdict", "period", "indicator", "report"]) {
    const option = page.locator(`#${id} option`).nth(1);
    const left = number(await option.innerText());
    await choose(visit, id, { index: 1 });
    assert.equal(await count(visit), left, id);
  }
  assert.match(page.url(), /\/figures\/#z=[^&]+&i=[^&]+&k=level&p=year&t=\d{4}[^&]*&r=[a-z0-9-]+&v=[-\w]+$/);
  await page.locator(".found button").click();
  await choose(visit, "verdict", "differs");
  for (const verdict of await cells(visit, "verdict")) assert.equal(verdict, "不符");
  await visit.quiet();
});

test("any column sorts, by its head and by the list, and unknown values come last", async () => {
  const visit = await open("#figures?k=share&c=quote.value.period.subject");
  const { page } = visit;
  const head = page.getByRole("columnheader", { name: "数值" });
  const values = async () => (await cells(visit, "value")).map((text) => Number(/[\d.]+/.exec(text)[0]));
  const before = await values();
  assert.ok(before.length > 3);
  await head.getByRole("button").click();
  await visit.settled();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await values(), [...before].sort((a, b) => b - a));
  assert.equal(await page.locator("#order").inputValue(), "-value");
  await head.getByRole("button").click();
  await visit.settled();
  assert.deepEqual(await values(), [...before].sort((a, b) => a - b));
  await head.getByRole("button").click();
  await visit.settled();
  assert.equal(await head.getAttribute("aria-sort"), null);
  assert.deepEqual(await values(), before, "the order of the texts again");
  await choose(visit, "order", "subject");
  const subjects = await cells(visit, "subject");
  assert.deepEqual(subjects, [...subjects].sort(new Intl.Collator("zh-Hans").compare), "by sound");
  for (const option of await page.locator("#order option").all()) {
    await choose(visit, "order", await option.getAttribute("value"));
    assert.equal((await values()).length, before.length);
  }
  await visit.quiet();
  const other = await open("#figures?s=verdict");
  assert.equal((await cells(other, "verdict"))[0], "不符");
  await choose(other, "order", "-verdict");
  assert.equal((await cells(other, "verdict"))[0], "相符");
  await other.page.locator(".grid").evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await other.settled();
  assert.equal((await cells(other, "verdict")).at(-1), "未核对");
  await other.quiet();
});

test("columns come and go, and the way to the sentence stays", async () => {
  const visit = await open("#figures");
  const { page } = visit;
  const heads = () => page.locator(".grid thead th").allInnerTexts();
  assert.deepEqual(await heads(), ["原文写法", "指标", "对象", "时段", "数值", "类别", "基期或范围", "报道", "核对"]);
  await page.locator("main summary").click();
  for (const name of ["报道", "基期或范围", "时段类别"]) await page.locator(".cols").getByRole("button", { name, exact: true }).click();
  await visit.settled();
  assert.deepEqual(await heads(), ["原文写法", "指标", "对象", "时段", "数值", "类别", "核对", "时段类别"]);
  await reload(visit);
  assert.deepEqual(await heads(), ["原文写法", "指标", "对象", "时段", "数值", "类别", "核对", "时段类别"]);
  await visit.quiet();
});

test("what is taken away is what is shown: rows, order, columns", async () => {
  const visit = await open("#figures?k=rank&s=-value&c=quote.value.subject.report");
  const csv = await taken(visit, "CSV");
  assert.equal(csv.name, "数据.csv");
  assert.equal(csv.text[0], "\uFEFF", "spreadsheets know it for UTF-8");
  const [names, ...lines] = parsed(csv.text.slice(1));
  assert.deepEqual(names, ["QUOTE", "REF_AREA", "OBS_VALUE", "UNIT_MEASURE", "OBS_VALUE_MAX", "BOUND", "OBS_STATUS", "OBS_FLAG", "REPORT", "SOURCE"]);
  assert.equal(lines.length, await count(visit));
  const column = (name) => lines.map((line) => line[names.indexOf(name)]);
  assert.deepEqual(column("QUOTE"), await quotes(visit));
  assert.deepEqual(column("REF_AREA"), await cells(visit, "subject"));
  assert.deepEqual(column("REPORT"), await cells(visit, "report"));
  const hrefs = await visit.page.locator(".grid tbody th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(column("SOURCE"), hrefs.map((href) => href.replace(/^.*report\/([^/]+)\/#f-(\d+)$/, "$1:$2")));
  const json = JSON.parse((await taken(visit, "JSON")).text);
  assert.deepEqual(json.map((row) => Object.values(row)), lines);
  await visit.quiet();
});

test("a row leads to its sentence, and back to the same rows", async () => {
  const visit = await open("#figures?q=70.37%25");
  const { page } = visit;
  const address = page.url();
  await page.locator(".grid tbody a").click();
  await page.locator("#inspector").waitFor();
  assert.equal(await page.locator("main p a.f[aria-current]").innerText(), "70.37%");
  await page.goBack();
  await rows(visit).first().waitFor();
  assert.equal(page.url(), address);
  assert.deepEqual(await quotes(visit), ["70.37%"]);
  assert.equal(await page.locator("#search").inputValue(), "70.37%");
  await page.locator(".found button").click();
  await page.locator(".grid").evaluate((grid) => (grid.scrollTop = 4000));
  await visit.settled();
  const link = rows(visit).nth(20).locator("a").first();
  const href = await link.getAttribute("href");
  await link.click();
  await page.locator("#inspector").waitFor();
  await page.goBack();
  await page.locator(".grid tbody a[tabindex='0']").waitFor();
  await visit.settled();
  assert.equal(await page.locator(".grid tbody a[tabindex='0']").getAttribute("href"), href, "the table is where it was left");
  assert.ok((await page.locator(".grid").evaluate((grid) => grid.scrollTop)) > 3000);
  await visit.quiet();
});

test("observations keep every place that states them", async () => {
  const visit = await open("#figures?o=merged");
  const { page } = visit;
  const figures = (await count(visit)) + 2;
  await add(visit, "2024年，景德镇高新区财政总收入987.65亿元。这一年，景德镇高新区财政总收入达到987.65亿元。");
  await visit.goTo("数据");
  await page.getByRole("button", { name: "合并成的观测值" }).click();
  await visit.settled();
  assert.equal(await count(visit), figures - 1);
  await search(visit, "987.65");
  assert.match(page.url(), /\/figures\/#q=987\.65&o=merged$/);
  assert.equal(await count(visit), 1);
  const row = rows(visit).filter({ has: page.locator("th a:nth-child(2)") }).first();
  const [first, second] = await row.locator("th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.notEqual(first, second);
  await row.locator("th a").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator("#inspector").waitFor();
  assert.ok(page.url().endsWith(second.replace(/^(\.\.\/)+/, "/")), `${page.url()} is ${second}`);
  await visit.quiet();
});

test("a reload and a shared address show the same", async () => {
  const visit = await open("#figures");
  const { page } = visit;
  await search(visit, "2023");
  await choose(visit, "kind", "change");
  await choose(visit, "order", "-value");
  const shown = async (visit) => [await visit.page.locator("main").innerText(), await visit.page.locator("#search").inputValue()];
  const before = await shown(visit);
  await reload(visit);
  assert.deepEqual(await shown(visit), before);
  const other = await open(page.url().slice(visit.base.length));
  assert.deepEqual(await shown(other), before);
  await other.quiet();
  await visit.quiet();
});

test("by keyboard: one stop, keys from row to row, Enter to the sentence", async () => {
  const visit = await open("#figures", { reducedMotion: "reduce" });
  const { page } = visit;
  const at = () => page.evaluate(() => Number(document.activeElement.closest("tr")?.getAttribute("aria-rowindex") ?? NaN));
  const press = async (key) => {
    await page.keyboard.press(key);
    await visit.settled();
    const { row, box } = await page.evaluate(() => ({ row: document.activeElement.getBoundingClientRect().toJSON(), box: document.querySelector(".grid").getBoundingClientRect().toJSON() }));
    const head = await page.locator(".grid thead").boundingBox();
    assert.ok(row.top >= head.y + head.height - 1 && row.bottom <= box.bottom + 1, `the row is in view after ${key}`);
    return at();
  };
  await page.locator(".cols summary").focus();
  await page.keyboard.press("Tab");
  assert.equal(await at(), 2, "the first row");
  assert.equal(await press("ArrowDown"), 3);
  assert.equal(await press("ArrowUp"), 2);
  assert.equal(await press("ArrowUp"), 2, "no row is above the first");
  const step = (await press("PageDown")) - 2;
  assert.ok(step > 3 && step < 40, `${step} rows at a time`);
  assert.equal(await press("PageUp"), 2);
  const total = await count(visit);
  assert.equal(await press("End"), total + 1);
  assert.equal(await press("Home"), 2);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("ArrowDown");
  await visit.settled();
  assert.equal(await at(), 42, "keys that come fast are all counted");
  // Scrolled away by the pointer, the row keeps the focus, and the next key comes back to it.
  await page.locator(".grid").evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await visit.settled();
  assert.equal(await at(), 42);
  assert.equal(await press("ArrowDown"), 43);
  await page.setViewportSize({ width: 600, height: 700 });
  await visit.settled();
  assert.equal(await at(), 43, "in a window of another size too");
  assert.equal(await press("ArrowDown"), 44);
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit.settled();
  assert.equal(await press("ArrowUp"), 43);
  await page.keyboard.press("Tab");
  assert.ok(Number.isNaN(await at()), "one Tab leaves the table");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await at(), 43, "and finds its row again");
  const quote = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.locator("#inspector").waitFor();
  assert.equal(await page.locator("main p a.f[aria-current]").innerText(), quote);
  await visit.quiet();
});

test("a report of the reader's own joins, and leads to its text", async () => {
  const visit = await start();
  await add(visit, "2024年，乙高新区财政总收入987.65亿元。");
  await visit.goTo("数据");
  await search(visit, "987.65");
  assert.deepEqual(await quotes(visit), ["987.65亿元"]);
  await visit.page.locator(".grid tbody a").click();
  await visit.page.locator("#inspector").waitFor();
  await visit.quiet();
});

test("without scripts every observation stands there and leads to its sentence", async () => {
  const alive = await open("#figures?o=merged");
  const told = await count(alive);
  await alive.quiet();
  const { page } = await start("figures/", { live: false, javaScriptEnabled: false });
  const table = page.getByRole("table");
  assert.equal(await table.locator("tbody tr").count(), told);
  for (const control of ["button", "combobox", "searchbox", "grid"]) assert.equal(await page.getByRole(control).count(), 0, `no ${control} that does nothing`);
  await table.locator("tbody tr").last().locator("td.links a").first().click();
  await page.waitForURL(/\/report\/[a-z0-9-]+\/#f-\d+$/);
});

test("on paper all rows stand", async () => {
  const visit = await open("#figures?k=change");
  const { page } = visit;
  const told = await count(visit);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await visit.settled();
  assert.equal(await rows(visit).count(), told);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await visit.settled();
  assert.ok((await rows(visit).count()) < told);
  await visit.quiet();
});

test("on a phone a row is a card, and nothing sticks out at 320 px", async () => {
  const visit = await open("#figures", { viewport: { width: 320, height: 640 } });
  const { page } = visit;
  const [scroll, wide] = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".grid").scrollWidth]);
  assert.ok(scroll <= 320 && wide <= 320, `${scroll}, ${wide}`);
  const tops = await rows(visit).evaluateAll((all) => all.slice(0, 12).map((row) => row.getBoundingClientRect().top));
  const steps = tops.slice(1).map((top, i) => Math.round(top - tops[i]));
  assert.equal(new Set(steps).size, 1, `all of one height: ${steps}`);
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map((v) => `${v.id}: ${v.nodes[0].target}`));
  assert.deepEqual(found, []);
  await visit.quiet();
});
