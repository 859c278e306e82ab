// The site as a whole: it loads in silence, keeps to itself, and is readable before and without its program.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, PAGES, site } from "./browser.js";
import { serve } from "./serve.js";

const open = site();
const openBelow = site({ prefix: "/a/b/" });

test("loads with an empty console and asks for the site's own files only", async () => {
  const visit = await open();
  const files = new Set(["", ...readdirSync(DIST)]);
  const strange = visit.asked.filter((url) => !files.has(new URL(url).pathname.slice(1)));
  assert.deepEqual(strange, [], "only what dist/ holds");
  await visit.quiet();
});

test("every page opens from the navigation, says where one is, and has a title of its own", async () => {
  const visit = await open();
  const titles = new Set();
  for (const name of PAGES) {
    await visit.goTo(name);
    await visit.page.getByRole("navigation").first().locator("[aria-current=page]", { hasText: name }).waitFor();
    assert.equal(await visit.page.getByRole("heading", { level: 1 }).count(), 1, `${name} has one main heading`);
    assert.ok((await visit.page.locator("main").innerText()).trim().length > 40, `${name} says something`);
    titles.add(await visit.page.title());
  }
  assert.equal(titles.size, PAGES.length, `titles differ: ${[...titles]}`);
  await visit.quiet();
});

test("back and forward lead through the pages", async () => {
  const visit = await open();
  await visit.goTo("报道");
  await visit.goTo("方法");
  await visit.page.goBack();
  await visit.page.locator("main[data-page=report]").waitFor();
  await visit.page.goBack();
  await visit.page.locator("main[data-page=overview]").waitFor();
  await visit.page.goForward();
  await visit.page.locator("main[data-page=report]").waitFor();
  await visit.quiet();
});

test("works under a path", async () => {
  const visit = await openBelow("#explore");
  await visit.page.locator("main[data-page=explore]").waitFor();
  assert.equal(new URL(visit.page.url()).pathname, "/a/b/indicator/");
  for (const name of PAGES) await visit.goTo(name);
  await visit.reload();
  await visit.page.locator("main[data-page=method]").waitFor();
  assert.equal(new URL(visit.page.url()).pathname, "/a/b/method/");
  await visit.goTo("总览");
  assert.equal(new URL(visit.page.url()).pathname, "/a/b/");
  await visit.quiet();
});

test("the overview is readable without scripts: counts, table and charts", async () => {
  const visit = await open("", { live: false, javaScriptEnabled: false });
  const { page } = visit;
  assert.match(await page.locator("main").innerText(), /\d/);
  const table = page.getByRole("table").first();
  assert.ok((await table.getByRole("rowheader").count()) >= 5, "a table of indicators");
  assert.ok((await table.getByRole("columnheader").count()) >= 3, "by zones");
  assert.match(await table.innerText(), /亿元/);
  assert.ok((await page.locator("main svg").count()) >= 1, "at least one chart");
  assert.match(await page.locator("main").innerText(), /[一-鿿]{12}/u, "with its sentence");
  // With scripts off the browser drops the script that it was about to fetch; that is no fault.
  visit.said = visit.said.filter((line) => !/^failed: .*\.js$/.test(line));
  await visit.quiet();
});

test("an address from nowhere shows a page and says so", async () => {
  for (const fragment of ["#report/no-such-report?f=99", "#explore?i=%ff%fe&z=%E4&p=x", "#%00<script>alert(1)</script>", "#report/?f=-1&f=1e9"]) {
    const visit = await open(fragment);
    assert.equal(await visit.page.getByRole("heading", { level: 1 }).count(), 1, fragment);
    await visit.quiet();
  }
});

test("waits for a sign of the reader's, and loses no press of a button made before it lives", async () => {
  const visit = await open("", { live: false });
  const { page } = visit;
  assert.ok(!visit.asked.some((url) => url.endsWith(".wasm")), "the program is not fetched yet");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "Method", exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await visit.quiet();
});

test("starts by itself when nothing happens", async () => {
  const visit = await open("", { live: false });
  await visit.page.waitForRequest(/\.wasm$/, { timeout: 10_000 });
  await visit.page.context().close();
});

test("lives in a sandboxed frame, which has neither storage nor an address", async (t) => {
  const visit = await open();
  const { page, base } = visit;
  const frame = `<iframe sandbox="allow-scripts" src="${base}" title="frame" width="800" height="600"></iframe>`;
  const folder = mkdtempSync(join(tmpdir(), "zhibiao-"));
  writeFileSync(join(folder, "index.html"), `<!doctype html><title>host</title><link rel="icon" href="data:,">${frame}`);
  const host = await serve(folder);
  t.after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  await page.goto(host.url);
  const inside = page.frameLocator("iframe");
  await inside.locator("main").hover();
  await page.frames()[1].waitForFunction(() => window.alive === true);
  await inside.getByRole("button", { name: "English" }).click();
  await inside.getByRole("link", { name: "Method", exact: true }).click();
  await inside.locator("main[data-page=method]").waitFor();
  await inside.getByRole("link", { name: "Figures", exact: true }).click();
  await inside.locator("#search").fill("70.37%");
  await inside.locator(".grid tbody a").click();
  await inside.locator("#inspector").waitFor();
  await inside.getByRole("link", { name: "Reports", exact: true }).click();
  await inside.locator("main li h2 a").first().click();
  await inside.locator("main p.para a.f").first().click();
  await inside.locator("#inspector").waitFor();
  assert.deepEqual(visit.said, []);
  await page.context().close();
});
