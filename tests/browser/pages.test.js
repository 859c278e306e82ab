// The pages as files: each of them is whole without the program, says what it is, leads to the others, and is taken over in silence.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, files, site } from "./browser.js";

const open = site();
const openBelow = site({ prefix: "/a/b/" });

const FILES = files();
const html = (file) => readFileSync(join(DIST, file, "index.html"), "utf8");
/** One page of each kind, and a few of those that there are many of. */
const KINDS = ["", "report/", "zone/", "indicator/", "figures/", "check/", "add/", "method/"].flatMap((folder) =>
  FILES.filter((file) => file === folder || (folder && file.startsWith(folder))).slice(0, 3),
);

test("the sitemap names every page and nothing else", () => {
  const below = (folder) =>
    readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? below(`${folder}${entry.name}/`) : entry.name === "index.html" ? [folder] : []));
  const pages = below("").filter((file) => /data-page="/.test(html(file)) && !file.startsWith("embed/"));
  assert.deepEqual([...FILES].sort(), pages.sort());
  for (const folder of ["report/", "zone/", "indicator/"]) assert.ok(FILES.filter((file) => file.startsWith(folder)).length >= 5, folder);
  assert.match(readFileSync(join(DIST, "robots.txt"), "utf8"), /^User-agent: \*$/m);
});

test("every page says what it is, unlike any other", () => {
  const seen = { title: new Map(), description: new Map() };
  for (const file of FILES) {
    const page = html(file);
    const head = page.slice(0, page.indexOf("</head>"));
    const one = (pattern) => {
      const found = [...head.matchAll(pattern)].map(([, text]) => text);
      assert.equal(found.length, 1, `${file}: ${pattern}`);
      return found[0];
    };
    const title = one(/<title>([^<]+)<\/title>/g);
    const description = one(/<meta name="description" content="([^"]+)"/g);
    assert.equal(one(/<meta property="og:title" content="([^"]+)"/g), title);
    assert.equal(one(/<meta property="og:description" content="([^"]+)"/g), description);
    const picture = one(/<meta property="og:image" content="([^"]+)"/g);
    if (!picture.includes(":")) assert.ok(existsSync(join(DIST, file, picture)), `${file}: ${picture}`);
    assert.match(page, /<html [^>]*lang="zh-Hans"/);
    assert.equal([...page.matchAll(/<h1/g)].length, 1, file);
    for (const [what, text] of Object.entries({ title, description })) {
      assert.equal(seen[what].get(text), undefined, `${file}: ${what}`);
      seen[what].set(text, file);
    }
  }
});

test("every link of every page leads to a page, and to a place on it", () => {
  const ids = new Map(FILES.map((file) => [file, new Set([...html(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]));
  const wrong = [];
  let links = 0;
  for (const file of FILES) {
    for (const [, , link] of html(file).matchAll(/<(a|link|script)\s[^>]*?(?:href|src)="([^"]*)"/g)) {
      if (/^(https?|data):/.test(link)) continue;
      links += 1;
      const { pathname, hash } = new URL(link.replaceAll("&amp;", "&"), `http://site/${file}`);
      const path = decodeURI(pathname.slice(1));
      const page = ids.get(path);
      const there = page ? !/^#(f-\d+|main)$/.test(hash) || page.has(hash.slice(1)) : existsSync(join(DIST, path, path.endsWith("/") ? "index.html" : ""));
      if (!there || link.startsWith("/")) wrong.push(`${file}: ${link}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(links > 20 * FILES.length, `${links} links`);
});

test("every kind of page is taken over in silence, and stays what it was", async (t) => {
  for (const file of KINDS) {
    await t.test(`/${file}`, async () => {
      const visit = await openBelow(file, { live: false });
      const { page } = visit;
      const shown = () => page.evaluate(() => [document.title, document.querySelector("h1").textContent, location.pathname, location.hash]);
      const before = await shown();
      await page.evaluate(() => addEventListener("zhibiao-ready", () => (window.alive = true)));
      await visit.alive();
      assert.deepEqual(await shown(), before);
      await visit.quiet();
    });
  }
});

test("every kind of page is readable and linked without scripts", async (t) => {
  const visit = await open("", { live: false, javaScriptEnabled: false });
  const { page } = visit;
  for (const file of KINDS) {
    await t.test(`/${file}`, async () => {
      await page.goto(visit.base + file);
      const main = await page.locator("main").innerText();
      assert.ok(main.trim().length > 60, main);
      assert.ok((await page.getByRole("link").count()) >= 8);
      for (const control of ["button", "combobox", "tab"]) assert.equal(await page.getByRole(control).count(), 0, `no ${control} that does nothing`);
      if (/^(report|zone|indicator)\/./.test(file)) {
        assert.ok((await page.getByRole("table").first().getByRole("row").count()) >= 2, "its figures as a table");
        assert.match(main, /\d/);
      }
    });
  }
  // From the front page to a zone, to an indicator, to a sentence: by links alone.
  await page.goto(visit.base);
  await page.locator("#matrix th a[href^='zone/']").first().click();
  await page.waitForURL(/\/zone\/[a-z0-9-]+\/$/);
  await page.locator("main th a[href*='indicator/']").first().click();
  await page.waitForURL(/\/indicator\/[a-z0-9-]+\/$/);
  await page.locator("main td.links a").first().click();
  await page.waitForURL(/\/report\/[a-z0-9-]+\/#f-\d+$/);
  const figure = page.locator(`[id='${new URL(page.url()).hash.slice(1)}']`);
  assert.ok(await figure.isVisible());
  assert.notEqual(await figure.evaluate((link) => getComputedStyle(link).outlineStyle), "none", "the figure is marked");
  // What the browser drops as it goes on is no fault: scripts, and the icon of the page before.
  visit.said = visit.said.filter((line) => !/^failed: .*\.(js|svg)$/.test(line));
  await visit.quiet();
});

test("with the program alive, links lead through the pages without loading them", async () => {
  const visit = await open();
  const { page } = visit;
  await page.evaluate(() => (window.same = true));
  const sent = visit.sent();
  await page.locator("#matrix th a[href^='zone/']").first().click();
  await page.waitForURL(/\/zone\/[a-z0-9-]+\/$/);
  await page.locator("main table").first().waitFor();
  await page.locator("main th a[href*='indicator/']").first().click();
  await page.waitForURL(/\/indicator\/[a-z0-9-]+\/$/);
  await page.goBack();
  await page.waitForURL(/\/zone\/[a-z0-9-]+\/$/);
  await page.locator("main[data-page=zone]").waitFor();
  await page.locator("main td.links a").first().click();
  await page.locator("#inspector").waitFor();
  const address = page.url();
  assert.match(address, /\/report\/[a-z0-9-]+\/#f-\d+$/);
  assert.equal(await page.evaluate(() => window.same), true);
  assert.deepEqual(visit.sent(), sent, "nothing was fetched");
  const inspected = await page.locator("#inspector").innerText();
  await visit.reload();
  assert.equal(page.url(), address);
  assert.equal(await page.locator("#inspector").innerText(), inspected);
  await visit.quiet();
});

test("addresses from the time of one page lead to the files", async () => {
  for (const [old, now] of [
    ["#report", "report/"],
    ["#report/ganzhou-2024?k=change", "report/ganzhou-2024/#k=change"],
    ["#explore?v=table", "indicator/#v=table"],
    ["#check?v=differs&lang=en", "check/#v=differs&lang=en"],
    ["#method?theme=dark", "method/#theme=dark"],
  ]) {
    const visit = await openBelow(old);
    assert.equal(visit.page.url(), visit.base + now, old);
    await visit.page.getByRole("navigation").first().getByRole("link").nth(1).click();
    await visit.page.locator("main[data-page=report] .rlist").waitFor();
    assert.equal(new URL(visit.page.url()).pathname, "/a/b/report/");
    await visit.quiet();
  }
});
