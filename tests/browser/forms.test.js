// 图表: what the forms of chart tell beyond the figures of one indicator, and that all of it can be followed and taken away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { site } from "./browser.js";

const open = site();

/** What the marks of the chart are called, once there are any. */
async function names(visit) {
  const marks = visit.page.locator("#panel svg a.mark:visible");
  await marks.first().waitFor();
  return marks.locator("> title").allTextContents();
}

/** The lines of the CSV file of what is shown. */
async function csv(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".save").getByText("CSV", { exact: true }).click()]);
  return (await readFile(await file.path(), "utf8")).trim().split("\n");
}

test("plans stand beside what came of them, with the completion stated and computed", async () => {
  const visit = await open("#explore?i=完成投资");
  const { page } = visit;
  await page.locator("#forms").getByText("计划与完成").click();
  await visit.settled();
  const plans = await names(visit);
  assert.ok(plans.length >= 3, `${plans}`);
  for (const plan of plans) assert.match(plan, /计划.*\d元?.*，[\d.]+%，算得[\d.]+%$/u);
  assert.equal(await page.locator("#panel svg path.tick").count(), plans.length, "a tick for each plan");
  assert.match(page.url(), /g=completion/);
  const headline = await page.locator("#panel h2").innerText();
  await visit.reload();
  assert.deepEqual(await names(visit), plans);
  assert.equal(await page.locator("#panel h2").innerText(), headline);
  // What is taken away holds the plans too, whatever they are called.
  const lines = await csv(page);
  assert.ok(lines.filter((line) => /计划投资/u.test(line)).length >= plans.length, `${lines}`);
  await page.getByRole("tab").nth(1).click();
  assert.ok((await page.locator("#panel tbody th small").count()) >= plans.length, "the table says what is of another name");
  await page.getByRole("tab").nth(2).click();
  const sources = (await page.locator("#panel").innerText()).replace(/\s/g, "");
  assert.match(sources, /100\.1亿元/u);
  // The embed of this choice shows the same.
  await page.getByRole("tab").nth(0).click();
  const embed = await page.locator("main a[data-embed]").getAttribute("href");
  assert.match(embed, /g=completion/);
  await page.goto(new URL(embed, page.url()).href);
  await visit.alive();
  assert.deepEqual(await names(visit), plans);
  await visit.quiet();
});

test("a share stands beside what part and whole make of it, and says where it is another", async () => {
  const visit = await open("#explore?i=投产率&g=share");
  const { page } = visit;
  assert.match(await page.locator("#panel h2").innerText(), /70\.37%，算得73\.91%/u);
  assert.match((await names(visit))[0], /17个 ÷ 23个 = 73\.91%/u);
  assert.equal(await page.locator("#panel svg path.tick").count(), 1);
  assert.equal((await csv(page)).length, 4, "the rate, its part and its whole");
  await page.evaluate(() => (location.hash = "explore?i=项目数"));
  await page.locator("#panel h2", { hasText: "63.27%" }).waitFor();
  assert.match((await names(visit))[0], /31个 ÷ 49个 = 63\.27%/u);
  assert.equal(await page.locator("#panel svg path.tick").count(), 0, "what adds up needs no mark");
  await visit.quiet();
});

test("projects are one table whatever their sums are called, with what else is stated of them", async () => {
  const visit = await open("#explore?i=总投资&g=projects");
  const { page } = visit;
  const projects = await names(visit);
  assert.ok(projects.length >= 5, `${projects}`);
  assert.match(projects.join(), /富联精密项目.*131亿元/u);
  assert.match(projects[0], /42GWh/);
  assert.doesNotMatch(await page.locator("#panel").innerText(), /合计|总和/u, "nothing is added up");
  const lines = await csv(page);
  assert.ok(lines.some((line) => line.includes("GWh")) && lines.some((line) => line.startsWith("富联精密项目")));
  await visit.quiet();
});

test("a chart of several indicators on the overview leads to its form", async () => {
  const visit = await open("");
  const { page } = visit;
  const links = page.locator("main .chart .go a");
  const targets = await links.evaluateAll((all) => all.map((link) => link.href));
  assert.equal(targets.length, await page.locator("main .chart").count(), "each chart leads on");
  const several = targets.findIndex((target) => target.includes("g="));
  assert.ok(several >= 0, `${targets}`);
  const form = /g=(\w+)/.exec(targets[several])[1];
  await page.goto(targets[several]);
  await visit.alive();
  assert.match(page.url(), new RegExp(`g=${form}`));
  assert.ok((await names(visit)).length > 0);
  await visit.quiet();
});

test("a headline tears no number and begins no line with a mark", async () => {
  for (const language of ["zh", "en"]) {
    const visit = await open(`#explore?lang=${language}`, { viewport: { width: 360, height: 740 } });
    const { page } = visit;
    const values = await page.locator("#indicator option").evaluateAll((options) => options.map((option) => option.value));
    for (const value of values.filter((_, i) => i % 3 === 0)) {
      await page.locator("#indicator").selectOption(value);
      await visit.settled();
      // The last character of each line with the first of the next.
      const breaks = await page.locator("#panel h2").evaluateAll(([headline]) => {
        const found = [];
        let [top, before] = [undefined, ""];
        const walker = document.createTreeWalker(headline ?? document.createElement("i"), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
          for (let i = 0; i < node.length; i++) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getClientRects()[0];
            if (!box) continue;
            if (top !== undefined && box.top > top + 8) found.push(before + node.data[i]);
            [top, before] = [box.top, node.data[i]];
          }
        }
        return found;
      });
      for (const pair of breaks) assert.doesNotMatch(pair, /[\d.][\d.%]|.[，。、；：）”]/u, `${value}: ${pair}`);
    }
    await visit.quiet();
  }
});
