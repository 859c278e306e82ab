// 添加: the reader's own reports stay in this browser, can be renamed, removed, taken away and brought back; reading them can be stopped.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { site } from "./browser.js";
import { docx, pdf } from "./fixtures.js";

const open = site();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PROSE = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "articles/utf-8.txt"), "utf8");
const BODY = PROSE.slice(PROSE.indexOf("\n") + 1).trim();

const own = (visit) => visit.page.locator("#own li > a");
const outcomes = (visit) => visit.page.locator("#outcomes li");
const named = (name, text = PROSE) => ({ name, mimeType: "", buffer: Buffer.from(text) });
/** Texts that differ, each with a title of its own. */
const several = (count) => Array.from({ length: count }, (_, i) => named(`${i}.txt`, `第${i}期\n\n${PROSE.replaceAll("锦川", `锦川${i}`)}`));

async function choose(visit, files) {
  await visit.page.locator("#files").setInputFiles(files);
  await outcomes(visit).first().waitFor();
  await visit.page.locator("#cancel").waitFor({ state: "detached" });
}

/** Waits until what was done last is in the database. */
async function kept(visit, count) {
  const stored = () =>
    new Promise((done, fail) => {
      const opening = indexedDB.open("zhibiao", 1);
      opening.onerror = fail;
      opening.onsuccess = () => {
        const asked = opening.result.transaction("reports").objectStore("reports").count();
        asked.onsuccess = () => done(asked.result);
      };
    });
  for (;;) if ((await visit.page.evaluate(stored)) === count) return;
}

test("what was added is there after a reload, under the same address", async () => {
  const visit = await open("add/");
  await choose(visit, several(3));
  assert.deepEqual(await own(visit).allInnerTexts(), ["第0期", "第1期", "第2期"]);
  await own(visit).nth(1).click();
  await visit.page.locator("main p.para a.f").first().click();
  const address = visit.page.url();
  await kept(visit, 3);
  await visit.reload();
  await visit.page.locator("main h1", { hasText: "第1期" }).waitFor();
  await visit.page.locator("#inspector").waitFor();
  assert.equal(visit.page.url(), address);
  await visit.goTo("添加");
  assert.deepEqual(await own(visit).allInnerTexts(), ["第0期", "第1期", "第2期"]);
  assert.equal(await outcomes(visit).count(), 0, "nobody asked for them now");
  await visit.quiet();
});

test("the same text twice is there once", async () => {
  const visit = await open("add/");
  await choose(visit, [named("a.txt"), named("b.txt")]);
  assert.equal(await outcomes(visit).count(), 2);
  assert.equal(await own(visit).count(), 1);
  await visit.quiet();
});

test("a report can be given another headline, outlet and date, and is read anew with them", async () => {
  const visit = await open("add/");
  await choose(visit, named("a.txt", BODY.replace(/2025年/, "今年").replaceAll(/2025-\d\d-\d\d/g, "")));
  const line = visit.page.locator("#own li").first();
  await line.getByRole("button").first().click();
  await line.locator("#edit-title").fill("<b>另一个题目</b>");
  await line.locator("#edit-outlet").fill("锦川日报");
  await line.locator("#edit-date").fill("2019-07-20");
  await line.locator("button[type=submit]").click();
  await visit.page.locator("#own li > a", { hasText: "<b>另一个题目</b>" }).waitFor();
  assert.match(await line.innerText(), /锦川日报[^]*2019/);
  assert.equal(await own(visit).count(), 1);
  await own(visit).first().click();
  await visit.page.locator("main p.para a.f").first().click();
  await visit.page.locator("#inspector [data-slot=时段]", { hasText: "2019年" }).waitFor();
  await kept(visit, 1);
  await visit.reload();
  await visit.page.locator("main h1", { hasText: "<b>另一个题目</b>" }).waitFor();
  await visit.quiet();
});

test("a date that is not given is guessed from the text, and shown as a guess", async () => {
  const visit = await open("add/");
  await visit.page.locator("#text").fill(`锦川上半年开门红\n\n本报2025年7月18日讯 ${BODY}`);
  assert.equal(await visit.page.locator("#title").getAttribute("placeholder"), "锦川上半年开门红");
  await visit.page.locator("#date-note", { hasText: "推定：2025-07-18" }).waitFor();
  await visit.page.locator("#read").click();
  await outcomes(visit).first().waitFor();
  assert.match(await visit.page.locator("#own li").first().innerText(), /2025年7月18日\s*推定/);
  await visit.quiet();
});

test("one report can be removed, and all of them", async () => {
  const visit = await open("add/");
  await choose(visit, several(3));
  await visit.page.locator("#own [data-remove]").first().click();
  await visit.settled();
  assert.deepEqual(await own(visit).allInnerTexts(), ["第1期", "第2期"]);
  await kept(visit, 2);
  await visit.page.locator("#clear").click();
  assert.match(await visit.page.locator("#own [role=alert]").innerText(), /2篇/);
  assert.equal(await own(visit).count(), 2, "asked first");
  await visit.page.locator("#own [role=alert] button").first().click();
  await visit.settled();
  assert.equal(await own(visit).count(), 0);
  await kept(visit, 0);
  await visit.reload();
  assert.equal(await own(visit).count(), 0);
  await visit.quiet();
});

test("all of them leave as one file and come back from it", async () => {
  const visit = await open("add/");
  await choose(visit, several(2));
  const download = visit.page.waitForEvent("download");
  await visit.page.locator("[data-own=export]").click();
  const path = await (await download).path();
  const list = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual([list.zhibiao, list.reports.map((report) => report.title)], [1, ["第0期", "第1期"]]);
  await visit.page.locator("#clear").click();
  await visit.page.locator("#own [role=alert] button").first().click();
  await visit.settled();
  assert.equal(await own(visit).count(), 0);
  const chooser = visit.page.waitForEvent("filechooser");
  await visit.page.locator("[data-own=import]").click();
  list.reports.push({ title: "<img src=x onerror=alert(1)>", text: "2025年，锦川高新区财政总收入18.6亿元。", id: "ganzhou-2024" }, { title: 5 }, null);
  await (await chooser).setFiles(named("zhibiao.json", JSON.stringify(list)));
  await outcomes(visit).nth(4).waitFor();
  assert.deepEqual(await own(visit).allInnerTexts(), ["第0期", "第1期", "<img src=x onerror=alert(1)>"]);
  assert.equal(await visit.page.locator("#outcomes li.no").count(), 2, "what is no report says so");
  assert.equal(await visit.page.locator("main img").count(), 0);
  await visit.quiet();
});

test("reading can be stopped, and keeps what has been read", async () => {
  const visit = await open("add/");
  // The third file never comes, as from a disk that is gone.
  await visit.page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () {
      return this.name === "2.txt" ? new Promise(() => {}) : read.call(this);
    };
  });
  await visit.page.locator("#files").setInputFiles(several(5));
  await visit.page.locator("#progress", { hasText: "第3篇，共5篇：2.txt" }).waitFor();
  assert.equal(await visit.page.locator("progress").evaluate((bar) => bar.value), 2);
  await clean(visit);
  await visit.page.locator("#cancel").click();
  await visit.page.locator("#progress", { hasText: "3篇没有读" }).waitFor();
  assert.equal(await visit.page.evaluate(() => document.activeElement.id), "progress");
  assert.deepEqual(await own(visit).allInnerTexts(), ["第0期", "第1期"]);
  await choose(visit, named("again.txt"));
  assert.equal(await own(visit).count(), 3, "and goes on");
  await visit.quiet();
});

test("a long text is read beside the page, which goes on answering, and can be stopped in the middle", async () => {
  const visit = await open("add/");
  const long = (zone) => Array.from({ length: 1500 }, (_, i) => `2025年上半年，${zone}高新区第${i}号园区实现产值${i}.5亿元，同比增长${i % 40}.7%。`).join("\n");
  // Counts the turns that the page gets between the beginning of the reading and its end in the worker: on the page itself there would be none.
  await visit.page.evaluate(() => {
    window.turns = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (data, ...rest) {
      if (data.fields) {
        const turn = () => {
          window.turns += 1;
          window.timer = setTimeout(turn);
        };
        window.timer = setTimeout(turn);
        this.addEventListener("message", () => clearTimeout(window.timer), { once: true });
      }
      return post.call(this, data, ...rest);
    };
  });
  await choose(visit, named("long.txt", long("锦川")));
  assert.equal(await own(visit).count(), 1);
  assert.ok((await visit.page.evaluate(() => window.turns)) > 2);
  // A worker that is at it for ever.
  await visit.page.evaluate(() => {
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (data, ...rest) {
      window.given = Boolean(data.fields);
      return window.given ? undefined : postMessage.call(this, data, ...rest);
    };
    Worker.prototype.terminate = function () {
      window.ended = true;
      return terminate.call(this);
    };
  });
  await visit.page.locator("#files").setInputFiles(named("longer.txt", long("云岭")));
  await visit.page.waitForFunction(() => window.given);
  await visit.page.locator("#cancel").click();
  await visit.page.locator("#progress", { hasText: "1篇没有读" }).waitFor();
  await visit.page.waitForFunction(() => window.ended);
  assert.equal(await own(visit).count(), 1);
  await visit.quiet();
});

test("in a sandboxed frame, which has no storage and no workers, it reads for this visit and says so", async () => {
  const visit = await open();
  const { page, base } = visit;
  const body = `<link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${base}add/" title="frame" width="900" height="700"></iframe>`;
  await page.route(`${base}host.html`, (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${base}host.html`);
  const inside = page.frameLocator("iframe");
  await inside.locator("main").hover();
  await page.frames()[1].waitForFunction(() => window.alive === true);
  await inside.locator("#files").setInputFiles([...several(2), named("a.pdf", pdf([["2025年财政总收入18.6亿元。"]])), named("b.docx", docx("<w:p><w:r><w:t>2025年增长6.3%。</w:t></w:r></w:p>"))]);
  await inside.locator("#outcomes li").nth(3).waitFor();
  assert.equal(await inside.locator("#outcomes li.ok").count(), 4);
  await inside.locator("#own header", { hasText: "没能保存" }).waitFor();
  assert.equal(await inside.locator("#own li > a").count(), 4);
  await visit.quiet();
});

test("where the browser is full, what was kept stays, and the rest is said to be lost", async () => {
  const visit = await open("add/");
  await choose(visit, several(1));
  await kept(visit, 1);
  await visit.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await choose(visit, several(2).slice(1));
  await visit.page.locator("#own header", { hasText: "没能保存" }).waitFor();
  await clean(visit);
  await visit.reload();
  await own(visit).first().waitFor();
  assert.deepEqual(await own(visit).allInnerTexts(), ["第0期"]);
  await visit.quiet();
});

/** Nothing for axe to find, and no sideways scrolling. */
async function clean(visit) {
  await visit.page.evaluate(AXE);
  const { violations } = await visit.page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
  const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
}

for (const language of ["zh", "en"]) {
  test(`every state is accessible and fits a phone (${language})`, async () => {
    const visit = await open(`add/#lang=${language}`, { viewport: { width: 360, height: 740 } });
    await clean(visit);
    await choose(visit, [...several(2), named(`${"长".repeat(60)}.png`)]);
    await clean(visit);
    await visit.page.locator("#own li button").first().click();
    await visit.page.locator("#edit-title").waitFor();
    await visit.page.locator("#clear").click();
    await visit.page.locator("#own [role=alert]").waitFor();
    await clean(visit);
    await visit.quiet();
  });
}
