// 图表: the form of a chart, and what can be taken away: pictures, tables, the address.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { site } from "./browser.js";

const open = site();

/** Presses a link or button and gives the file that comes of it. */
async function taken(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".save").getByText(name, { exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a table is taken away as CSV and JSON, under the names of SDMX", async () => {
  const visit = await open("#explore?v=table");
  const rows = await visit.page.locator("#panel tbody tr").count();
  const csv = await taken(visit.page, "CSV");
  assert.match(csv.name, /\.csv$/);
  assert.equal(csv.bytes.subarray(0, 3).toString("hex"), "efbbbf", "spreadsheets know it for UTF-8");
  const lines = csv.bytes.subarray(3).toString("utf8").trim().split("\n");
  assert.match(lines[0], /^REF_AREA,INDICATOR,TIME_PERIOD,/);
  assert.equal(lines.length - 1, rows, "a line for each row");
  const json = JSON.parse((await taken(visit.page, "JSON")).bytes.toString("utf8"));
  assert.equal(json.length, rows);
  for (const row of json) assert.match(row.OBS_VALUE, /^-?\d+(\.\d+)?$/);
  assert.equal(await visit.page.locator(".save").getByText("PNG").count(), 0, "there is no chart to take away here");
  await visit.quiet();
});

test("a chart is taken away as SVG and as PNG at twice its size", async () => {
  const visit = await open("#explore");
  const chart = await visit.page.locator("#panel svg.c").boundingBox();
  const headline = await visit.page.locator("#panel h2").innerText();
  const svg = (await taken(visit.page, "SVG")).bytes.toString("utf8");
  const shown = svg.replace(/<[^>]*>/g, "").replace(/\s/g, "");
  assert.ok(shown.includes(headline.replace(/\s/g, "")), "with its headline");
  assert.match(svg, /fill="rgb/, "its looks go with it");
  assert.doesNotMatch(svg, /href=|class=/, "and nothing of the page");
  const png = (await taken(visit.page, "PNG")).bytes;
  assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
  const width = png.readUInt32BE(16);
  assert.ok(width >= 2 * chart.width && width <= 2 * chart.width + 80, `${width} for a chart of ${chart.width}`);
  await visit.quiet();
});

/** What is drawn: of each shape its name, its attributes in order, whenever they were set, and its own words. */
function drawing(page) {
  return page.locator("#panel svg.c *").evaluateAll((shapes) =>
    shapes.map((shape) => {
      const attributes = [...shape.attributes].map(({ name, value }) => `${name}=${value}`);
      return [shape.tagName, ...attributes.sort(), shape.children.length ? "" : shape.textContent].join(" ");
    }).join("\n"),
  );
}

test("the form can be changed among those that fit, and the address keeps it", async () => {
  const visit = await open("#explore");
  const { page } = visit;
  const values = await page.locator("#indicator option").evaluateAll((options) => options.map((option) => option.value));
  let changed = false;
  for (const value of values) {
    await page.locator("#indicator").selectOption(value);
    await visit.settled();
    const forms = page.locator("#forms button");
    if ((await forms.count()) < 2) continue;
    const before = await drawing(page);
    assert.equal(await forms.first().getAttribute("aria-pressed"), "true", "the first form fits best");
    await forms.nth(1).click();
    await visit.settled();
    const after = await drawing(page);
    assert.notEqual(after, before, "another form is another drawing");
    await visit.reload();
    assert.equal(await page.locator("#forms button").nth(1).getAttribute("aria-pressed"), "true");
    assert.equal(await drawing(page), after);
    changed = true;
    break;
  }
  assert.ok(changed, "there is an indicator that can be drawn in two forms");
  await visit.quiet();
});

test("a form that does not fit is no dead end", async () => {
  const visit = await open("#explore?g=slope&i=nothing");
  await visit.page.locator("#panel .lede").waitFor();
  const other = await open("#explore?g=pie");
  await other.page.locator("#panel svg.c").waitFor();
  await visit.quiet();
  await other.quiet();
});
