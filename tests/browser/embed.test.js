// Embeds by themselves: whole in one small file, readable by everyone, in silence.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, site } from "./browser.js";
import { brotli } from "./serve.js";
import { paper, press } from "./hosts.js";

const EMBEDS = join(DIST, "embed");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const files = readdirSync(EMBEDS).filter((name) => /^[\w-]+(\.en)?\.html$/.test(name) && name !== "index.html");

const home = site();

async function open(file, options = {}) {
  // The tests look into the page from outside, which its policy would refuse.
  const visit = await home.blank({ viewport: { width: 600, height: 800 }, reducedMotion: "reduce", ...options });
  await visit.page.goto(`${home.url()}embed/${file}`);
  return visit;
}

test("there are embeds of indicators, reports and findings, in both languages", () => {
  for (const kind of ["indicator", "report", "finding"]) {
    const of = (english) => files.filter((name) => name.startsWith(kind) && name.includes(".en.") === english).length;
    assert.ok(of(false) >= 5, kind);
    assert.equal(of(true), of(false), `${kind} in English`);
  }
});

test("each weighs 10 KB at most", async () => {
  for (const file of files) {
    const size = (await brotli(readFileSync(join(EMBEDS, file)))).length;
    assert.ok(size <= 10_000, `${file}: ${size} bytes`);
  }
});

// Every one in light colours on the narrowest screen; one of each kind and language in dark ones in a column.
const some = ["indicator", "report", "finding"].flatMap((kind) => [".html", ".en.html"].map((ending) => files.find((name) => name.startsWith(kind) && name.replace(/^[\w-]+/, "") === ending)));
for (const [colorScheme, width, chosen] of [["light", 320, files], ["dark", 600, some]]) {
  test(`each asks for nothing more, says nothing, fits and passes axe: ${colorScheme}, ${width} px`, async () => {
    const visit = await open(chosen[0], { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const { page } = visit;
    for (const file of chosen) {
      visit.asked.length = 0;
      await page.goto(`${home.url()}embed/${file}`);
      assert.deepEqual(visit.asked.filter((url) => !url.startsWith("data:")), [`${home.url()}embed/${file}`], "one request");
      await page.evaluate(AXE);
      const found = await page.evaluate(async (values) => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const shown = (element) => element.getClientRects().length > 0;
        const drawings = [...document.querySelectorAll(".d")];
        const size = (e) => Number.parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.().a ?? 1);
        const all = [...document.body.querySelectorAll("*")].filter(shown);
        const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
        return {
          drawings: drawings.filter(shown).length - Math.min(1, drawings.length),
          "sticks out": all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80)),
          "below 12 px": all.filter((e) => size(e) < 11.99).map((e) => e.outerHTML.slice(0, 80)),
          axe: violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`)),
        };
      }, RULES);
      assert.deepEqual(found, { drawings: 0, "sticks out": [], "below 12 px": [], axe: [] }, file);
      assert.deepEqual(visit.said, [], file);
    }
    await page.context().close();
  });
}

test("its own policy allows what it does, and a drawing is as wide as there is room", async () => {
  const visit = await open(files.find((name) => name.startsWith("indicator")));
  const { page } = visit;
  assert.match(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"), /default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector("main")).borderTopStyle), "none", "the style sheet holds");
  assert.equal(await page.evaluate(() => "alone" in document.documentElement.dataset), true, "the script ran");
  const widths = [];
  for (const width of [300, 360, 440, 640, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    widths.push(await page.locator(".d:visible svg").first().evaluate((svg) => svg.getBoundingClientRect().width));
  }
  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  assert.ok(new Set(widths).size >= 3, `${widths}`);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.stranger = true";
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.stranger), undefined, "no other script runs");
});

test("all of it is there without scripts, and in print", async () => {
  for (const kind of ["indicator", "report", "finding"]) {
    const visit = await open(files.find((name) => name.startsWith(kind) && !name.includes(".en.")), { javaScriptEnabled: false });
    const { page } = visit;
    await page.locator("h1").waitFor();
    assert.ok(await page.locator(".d:visible").count() >= 1 || (await page.locator("table:visible").count()) === 1);
    const table = page.locator("table");
    if (!(await table.isVisible())) await page.locator("summary").last().click();
    await table.waitFor();
    await page.locator("a[hreflang=en]").click();
    await page.locator("html[lang=en]").waitFor({ state: "attached" });
    await page.locator("a[hreflang=zh-Hans]").click();
    await page.locator("html[lang=zh-Hans]").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("table").isVisible() && (await page.locator("blockquote").first().isVisible()), "folded parts are printed");
    assert.equal(await page.locator("main > footer a:visible").count(), 0);
    await page.context().close();
  }
});

test("colours follow the reader's system, or the page that asks for some", async () => {
  const file = files[0];
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0]);
  for (const [query, colorScheme, dark] of [["", "dark", true], ["", "light", false], ["?theme=light", "dark", false], ["?theme=dark", "light", true]]) {
    const visit = await open(file + query, { colorScheme });
    assert.equal((await ground(visit.page)) < 64, dark, `${query} ${colorScheme}`);
    await visit.page.context().close();
  }
});

test("a description and a picture stand beside each", async () => {
  const { page } = await open(files[0]);
  for (const file of files) {
    const name = file.replace(/\.html$/, "");
    const text = JSON.parse(readFileSync(join(EMBEDS, `${name}.json`), "utf8"));
    assert.deepEqual([text.version, text.type], ["1.0", "rich"]);
    assert.ok(text.title && text.zhibiao_sentence.length > 3 && text.height > 100 && text.width === 600, name);
    for (const part of [`src="${name}.html"`, 'sandbox="allow-scripts"', 'loading="lazy"', 'referrerpolicy="no-referrer"', "title="]) assert.ok(text.html.includes(part), part);
    const html = readFileSync(join(EMBEDS, file), "utf8");
    assert.ok(html.includes(`type="application/json+oembed" href="${name}.json"`));
    const problem = await page.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent, readFileSync(join(EMBEDS, `${name}.svg`), "utf8"));
    assert.equal(problem, undefined, `${name}.svg`);
  }
});

test("a version of the data stays beside the newest, with everything at its place", async () => {
  const version = readdirSync(EMBEDS).find((name) => /^[0-9a-f]{8}$/.test(name));
  const file = files.find((name) => name.startsWith("report"));
  const visit = await open(`${version}/${file}`);
  await visit.page.locator("h1").waitFor();
  const [popup] = await Promise.all([visit.page.context().waitForEvent("page"), visit.page.locator("a[target]").click()]);
  await popup.locator("main[data-page=report]").waitFor({ timeout: 30_000 });
  assert.match(new URL(popup.url()).pathname, /^\/report\/[\w-]+\/$/, "the app is the site's");
  assert.ok(readFileSync(join(DIST, "index.html"), "utf8").includes(`data-version="${version}"`));
  await visit.page.context().close();
});

test("in a sandboxed frame there are no links that do nothing", async () => {
  const papers = await press({ "a.html": paper(`<iframe sandbox="allow-scripts" src="${home.url()}embed/${files[0]}" width="600" height="600"></iframe>`) });
  const { page } = await home.blank();
  await page.goto(`${papers.url}a.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator("a[hreflang]").waitFor();
  assert.equal(await frame.locator("a[target]").count(), 0);
  await page.context().close();
  await papers.close();
});
