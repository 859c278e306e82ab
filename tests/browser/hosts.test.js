// Embeds in the pages of others: their height is right in every host, at every width, and again after all that changes it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, launch, Visit } from "./browser.js";
import { HOSTS, paper, press } from "./hosts.js";
import { serve } from "./serve.js";

const WIDTHS = [320, 600, 900];
const EMBEDS = join(DIST, "embed");

/** One embed of each kind, in turn for the hosts: the indicator, the report and the finding with most sentences. */
function samples() {
  const names = readdirSync(EMBEDS).filter((name) => /^[\w-]+\.html$/.test(name) && name !== "index.html");
  const sentences = (name) => readFileSync(join(EMBEDS, name), "utf8").split("<blockquote").length;
  const of = (kind) => names.filter((name) => name.startsWith(kind)).sort((a, b) => sentences(b) - sentences(a))[0];
  return ["indicator", "report", "finding"].map(of);
}

let site, papers, browser;
const files = samples();
before(async () => {
  site = await serve(DIST);
  browser = await launch();
  const page = ([, { page }], i) => [`${i}.html`, paper(page(`${site.url}embed/${files[i % files.length]}`))];
  papers = await press(Object.fromEntries(Object.entries(HOSTS).map(page)));
});
after(async () => {
  await browser?.close();
  await papers?.close();
  await site?.close();
});

/** The frame, and what it holds, both as high as they are now. */
async function heights(page) {
  const element = page.locator("iframe");
  const frame = await (await element.elementHandle()).contentFrame();
  const given = await element.evaluate((e) => e.getBoundingClientRect().height);
  const needed = await frame.evaluate(() => document.querySelector("main").getBoundingClientRect().bottom + scrollY);
  return { given, needed, frame };
}

/** Waits until the height is right, and stays so. */
async function fits(page, { least = 0, most = Infinity }, when) {
  let found;
  let right = 0;
  for (let tries = 0; tries < 240 && right < 3; tries += 1) {
    found = await heights(page).catch(() => null);
    const expected = found && Math.min(most, Math.max(least, found.needed));
    right = found && Math.abs(found.given - expected) <= 2 ? right + 1 : 0;
    await page.waitForTimeout(50);
  }
  assert.ok(right >= 3, `${when}: ${found?.given} px given, ${found?.needed} px needed`);
  return found.frame;
}

for (const [index, [name, host]] of Object.entries(HOSTS).entries()) {
  test(`${name} gives an embed its height: ${files[index % files.length]}`, async () => {
    const context = await browser.newContext({ viewport: { width: 600, height: 900 } });
    const visit = new Visit(await context.newPage(), papers);
    const { page } = visit;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${papers.url}${index}.html`);
      await fits(page, host, `${width} px`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await fits(page, host, "narrower");
    await page.setViewportSize({ width: 640, height: 320 });
    let frame = await fits(page, host, "rotated");
    await frame.locator("summary").last().click();
    await fits(page, host, "with the table open");
    await frame.locator("summary").first().click();
    await fits(page, host, "with the sentences turned");
    await frame.locator("a[hreflang=en]").click();
    await page.frameLocator("iframe").locator("html[lang=en]").waitFor({ state: "attached" });
    frame = await fits(page, host, "in English");
    await frame.locator("summary").last().click();
    await fits(page, host, "in English with the table open");
    const foreign = visit.asked.filter((url) => !url.startsWith(papers.url) && !url.startsWith(site.url) && !url.startsWith("data:"));
    assert.deepEqual([visit.said, foreign], [[], []], "in silence, and with nothing asked of others");
    await context.close();
  });
}
