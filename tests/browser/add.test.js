// 添加: articles of the reader's own, which stay in the browser and are text, whatever they hold.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { site } from "./browser.js";

const open = site();
const ARTICLES = join(dirname(fileURLToPath(import.meta.url)), "articles");
const article = (name) => join(ARTICLES, name);
const PROSE = readFileSync(article("utf-8.txt"), "utf8");

const own = (visit) => visit.page.locator("#own li > a");
const outcomes = (visit) => visit.page.locator("#outcomes li");

async function paste(visit, text, fields = {}) {
  await visit.page.locator("#text").fill(text);
  for (const [id, value] of Object.entries(fields)) await visit.page.locator(`#${id}`).fill(value);
  await visit.page.locator("#read").click();
  await outcomes(visit).first().waitFor();
}

/** Has a long text read. It is put in at once, as a paste is; typed in, the browser alone takes seconds. */
async function put(visit, text) {
  await visit.page.locator("#text").evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
  await visit.settled();
  await visit.page.locator("#read").click();
}

/** Opens the reader's own report and gives the words marked as figures. */
async function figures(visit) {
  await own(visit).last().click();
  await visit.page.locator("main p.para a.f").first().waitFor();
  return visit.page.locator("main p.para a.f").allInnerTexts();
}

test("a pasted text is read at once and joins every page, and nothing of it leaves the browser", async () => {
  const visit = await open("#add");
  await visit.page.waitForLoadState("networkidle");
  const sent = visit.sent();
  const posted = [];
  visit.page.on("request", (request) => request.postData() && posted.push(request.url()));
  await paste(visit, PROSE, { title: "我的一篇", date: "2025-07-20" });
  assert.match(await outcomes(visit).first().getAttribute("class"), /ok/);
  assert.equal(await visit.page.locator("#text").inputValue(), "", "what was read leaves the form");
  const found = await figures(visit);
  for (const figure of ["212.4亿元", "9.7%", "18.6亿元", "37个", "59.46%"]) assert.ok(found.includes(figure), figure);
  await visit.page.locator("main p.para a.f", { hasText: "212.4亿元" }).click();
  const inspector = visit.page.locator("#inspector");
  await inspector.locator("[data-slot=对象]", { hasText: "锦川高新区" }).waitFor();
  await inspector.locator("[data-slot=时段]", { hasText: "2025年" }).waitFor();
  await visit.goTo("报道");
  assert.equal(await visit.page.locator("main li", { hasText: "我的一篇" }).count(), 1, "among the reports");
  await visit.goTo("图表");
  await visit.page.locator("#indicator").selectOption("规上工业总产值");
  await visit.page.getByRole("tab").nth(1).click();
  await visit.page.locator("#panel", { hasText: "锦川高新区" }).waitFor();
  const scripts = ["/add.js", "/open.js", "/shelf.js"];
  assert.deepEqual(visit.sent().slice(sent.length).filter((path) => !scripts.includes(path)), [], "scripts of the site alone are asked for");
  assert.deepEqual(posted, []);
  await visit.quiet();
});

test("a table of bare numbers is read with the units of its heads, and stands in columns", async () => {
  const visit = await open("#add");
  const table = ["锦川高新区2025年上半年主要指标", "| 指标 | 单位 | 1—6月 | 同比（%） |", "|---|---|---|---|", "| 规上工业总产值 | 亿元 | 212.4 | 9.7 |", "| 实际利用外资 | 万美元 | 1,820 | -4.5 |"];
  await paste(visit, table.join("\n"));
  const found = await figures(visit);
  assert.deepEqual(found, ["212.4", "9.7", "1820", "4.5"]);
  await visit.page.locator("main p.para a.f", { hasText: "1820" }).click();
  const inspector = visit.page.locator("#inspector");
  await inspector.locator("[data-slot=指标]", { hasText: "实际利用外资" }).waitFor();
  await inspector.locator("[data-slot=时段]", { hasText: "2025年1—6月" }).waitFor();
  const lefts = await visit.page.locator("main p.cells").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))));
  assert.equal(lefts.length, 3, "the head and two rows; not the line below the head");
  for (const row of lefts) assert.deepEqual(row, lefts[0]);
  await visit.quiet();
});

test("once the page is loaded, an article is read without the network, be it short or long", async () => {
  const visit = await open("add/");
  while (!visit.sent().includes("/shelf.js")) await visit.settled();
  // Asked for by the page; here when this is done.
  await visit.page.evaluate((script) => import(script).then(() => {}), `${visit.base}add.js`);
  await visit.page.context().setOffline(true);
  for (const [at, times] of [1, 100].entries()) {
    await put(visit, Array.from({ length: times }, (_, i) => PROSE.replaceAll("锦川", `锦川${i}`)).join("\n"));
    await own(visit).nth(at).waitFor();
  }
  await visit.page.context().close();
});

test("files in UTF-8, GB18030 and Big5 and web pages give the same figures", async () => {
  const visit = await open("#add");
  for (const name of ["utf-8.txt", "gb18030.txt", "big5.txt", "page.html"]) {
    await visit.page.locator("#files").setInputFiles(article(name));
    await visit.page.locator("#outcomes li.ok", { hasText: name }).waitFor();
    const found = (await figures(visit)).map((text) => text.replace("億", "亿"));
    for (const figure of ["212.4亿元", "9.7%", "18.6亿元", "59.46%"]) assert.ok(found.includes(figure), `${figure} in ${found}`);
    await visit.goTo("添加");
  }
  assert.equal(await own(visit).count(), 3, "the same text in two encodings is one");
  await visit.quiet();
});

test("an article that holds markup and scripts is shown as text, and none of it runs", async () => {
  const visit = await open("#add");
  const evil = [
    "<script>alert('text')</script><img src=x onerror=\"alert('picture')\"><svg onload=alert(1)>",
    "2025年，\"><b>锦川高新区</b>财政总收入<img src=x onerror=alert(2)>18.6亿元，增长6.3%。",
    "javascript:alert(3) &lt;script&gt;alert(4)&lt;/script&gt; {{constructor.constructor('alert(5)')()}}",
  ].join("\n\n");
  const title = "<img src=x onerror=alert('title')>";
  const outlet = "</title><script>alert('outlet')</script>";
  await paste(visit, evil, { title, outlet });
  const file = { name: "<img src=x onerror=alert('name')>.txt", mimeType: "text/plain", buffer: Buffer.from(`${evil}!`) };
  await visit.page.locator("#files").setInputFiles(file);
  await own(visit).nth(1).waitFor();
  assert.ok((await own(visit).allInnerTexts()).includes(title), "the title as it was typed");
  assert.ok((await figures(visit)).includes("18.6亿元"));
  await visit.page.locator("main p.para a.f").first().click();
  for (const name of ["总览", "报道", "图表"]) await visit.goTo(name);
  assert.equal(await visit.page.locator("main img, main script, main b:text('锦川高新区')").count(), 0);
  await visit.quiet();
});

test("a report's address is a link only where it leads to the web", async () => {
  const visit = await open("#add");
  const front = (url) => `---\nid: mine\ntitle: 锦川\nurl: ${url}\n---\n\n${PROSE}`;
  await paste(visit, front("javascript:alert(document.domain)"));
  await own(visit).last().click();
  await visit.page.locator("main p.para a.f").first().waitFor();
  const targets = await visit.page.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(targets.filter((target) => !/^(#|\.\/|[a-z]+\/)/.test(target)), []);
  await visit.quiet();
});

test("what cannot be read says why, and keeps what was typed", async () => {
  const visit = await open("#add");
  const refused = async (text, fields) => {
    await paste(visit, text, fields);
    assert.match(await outcomes(visit).first().getAttribute("class"), /no/);
    assert.equal(await visit.page.locator("#text").inputValue(), text);
    return outcomes(visit).first().innerText();
  };
  const reasons = new Set([await refused("   "), await refused("没有数的一句话。"), await refused("---\nid: a\n---\n正文5个")]);
  assert.equal(reasons.size, 3, `each has its own reason: ${[...reasons]}`);
  const files = [
    { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    { name: "binary.txt", mimeType: "text/plain", buffer: Buffer.from([0x50, 0x4b, 0, 0, 0xff, 0xfe, 0x80, 0x80]) },
    { name: "long.txt", mimeType: "text/plain", buffer: Buffer.alloc(5_000_000, "8") },
    { name: "good.txt", mimeType: "text/plain", buffer: Buffer.from(PROSE) },
  ];
  await visit.page.locator("#files").setInputFiles(files);
  await outcomes(visit).nth(3).waitFor();
  assert.equal(await visit.page.locator("#outcomes li.no").count(), 3, "three are refused");
  assert.equal(await own(visit).count(), 1, "and the good one is read");
  await visit.quiet();
});

test("a long text is read while the page says so", async () => {
  const visit = await open("#add");
  const long = Array.from({ length: 2500 }, (_, i) => `2025年上半年，锦川高新区第${i}号园区实现产值${i}.5亿元，同比增长${i % 40}.7%。`).join("\n");
  await put(visit, long);
  await visit.page.locator("#outcomes").getByText(/\S/).first().waitFor();
  await outcomes(visit).first().waitFor({ timeout: 20_000 });
  await visit.quiet();
});
