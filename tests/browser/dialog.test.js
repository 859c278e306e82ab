// The dialog that gives a chart away: what stands in it works where it is pasted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { site } from "./browser.js";
import { paper, press } from "./hosts.js";

const open = site();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const code = (visit) => visit.page.locator("dialog textarea").inputValue();
const choose = (visit, name) => visit.page.locator("dialog").getByRole("radio", { name }).check();

/** Opens the dialog on a page and waits until the preview has said how high it is. */
async function give(visit) {
  await visit.page.locator("main a[data-embed]").first().click();
  await visit.page.locator("dialog[open]").waitFor();
  await visit.page.frameLocator("dialog iframe").locator("main").first().waitFor({ timeout: 30_000 });
}

/** What a paper shows that has pasted some code: the frame's own document. */
async function pasted(visit, text) {
  const papers = await press({ "a.html": paper(text) });
  const page = await visit.page.context().newPage();
  await page.goto(`${papers.url}a.html`);
  const end = async () => {
    await page.close();
    await papers.close();
  };
  return { page, end };
}

test("an indicator: frame, element and picture, live or kept, copied by a key", async () => {
  const visit = await open("#explore", { permissions: ["clipboard-read", "clipboard-write"] });
  await give(visit);
  const frame = await code(visit);
  for (const part of ["title=", 'sandbox="allow-scripts"', 'referrerpolicy="no-referrer"', 'loading="lazy"', `src="${visit.base}embed/indicator-`]) assert.ok(frame.includes(part), frame);
  const first = await pasted(visit, frame);
  await first.page.frameLocator("iframe").locator("h1").waitFor();
  await first.end();

  await visit.page.evaluate(AXE);
  const violations = await visit.page.evaluate(async () => (await window.axe.run("dialog")).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target)}`));
  assert.deepEqual(violations, []);

  await visit.page.locator("dialog").getByRole("checkbox").check();
  assert.match(await code(visit), /embed\/[0-9a-f]{8}\/indicator-\w+\.html/);
  const version = /embed\/([0-9a-f]{8})/.exec(await code(visit))[1];
  await choose(visit, "元素");
  assert.match(await code(visit), new RegExp(`chart="${version}/indicator-\\w+" lang="zh" height="\\d+"><a href="${visit.base}#explore[^>]*>[^<]+</a> <q lang="zh-Hans">[^<]+</q>`));
  const second = await pasted(visit, await code(visit));
  await second.page.frameLocator("zhibiao-chart iframe").locator("h1").waitFor();
  await second.end();

  await choose(visit, "图片");
  await visit.page.keyboard.press("c");
  await visit.page.locator("dialog [role=status]", { hasText: "已复制" }).waitFor();
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await code(visit));
  const third = await pasted(visit, copied);
  await third.page.waitForFunction(() => document.querySelector("a img").naturalWidth > 400);
  await third.end();

  await choose(visit, "栏宽");
  assert.equal(await visit.page.locator("dialog iframe").getAttribute("width"), "600");
  await visit.page.keyboard.press("Escape");
  await visit.page.locator("dialog").waitFor({ state: "detached" });
  await visit.quiet();
});

test("a choice of zones is drawn by the app, a report has a document of its own, and both are given in English too", async () => {
  const visit = await open("#explore?lang=en");
  const zone = await visit.page.locator("main .ask .chip").nth(1);
  await zone.click();
  await give(visit);
  assert.match(await code(visit), /embed\/#explore\?i=[^"]*&#38;z=[^"]*lang=en/);
  await choose(visit, "Element");
  assert.match(await code(visit), /chart="indicator-\w+" zones="[^"]+" lang="en"/);
  assert.equal(await visit.page.locator("dialog").getByRole("radio", { name: "Picture" }).count(), 0);
  await visit.page.keyboard.press("Escape");
  await visit.goTo("Reports");
  await visit.page.locator("main li a[href*='report/']").first().click();
  await give(visit);
  assert.match(await code(visit), /embed\/report-[\w-]+\.en\.html/);
  await visit.quiet();
});

test("without scripts the button leads to the embed", async () => {
  const visit = await open("#explore");
  const link = visit.page.locator("main a[data-embed]").first();
  const [page] = await Promise.all([visit.page.context().waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
  await page.locator("h1").waitFor();
  assert.match(page.url(), /embed\/indicator-\w+\.html$/);
  await page.close();
  await visit.quiet();
});
