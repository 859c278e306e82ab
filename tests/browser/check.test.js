// 核对: what adds up and what does not, from the arithmetic to the sentences and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "./browser.js";

const open = site();
const findings = (visit, verdict = "") => visit.page.locator(`main section${verdict && `[data-verdict=${verdict}]`} article.find`);
const number = (text) => Number(/\d+(?=\D*$)/.exec(text)[0]);

test("differences come first, then doubts, then what holds; each with its arithmetic and its sentence", async () => {
  const visit = await open();
  await visit.goTo("核对");
  const verdicts = await visit.page.locator("main section").evaluateAll((all) => all.map((section) => section.dataset.verdict));
  assert.deepEqual(verdicts, ["differs", "doubtful", "holds"]);
  const rate = findings(visit, "differs").filter({ hasText: "70.37%" });
  assert.match(await rate.locator(".sum").innerText(), /17个 ÷ 23个 = 73\.91%\s*≠ 70\.37%/u);
  assert.match(await rate.locator(".said").innerText(), /27个中有19个/u);
  assert.match(await rate.locator("blockquote").innerText(), /投产率为70\.37%/u);
  assert.equal(await rate.locator("mark a").count(), 3, "each figure is a link");
  for (const finding of await findings(visit).all()) {
    assert.ok((await finding.locator(".sum").innerText()).trim().length > 3);
    assert.ok((await finding.locator("blockquote mark a").count()) >= 1, "with its sentence");
    assert.equal(await finding.getByRole("heading", { level: 3 }).count(), 1);
  }
  assert.doesNotMatch(await visit.page.locator("main").innerText(), /造假|虚报|谎|编造|错误|算错/u, "nobody is accused");
  await visit.quiet();
});

test("a figure leads to its sentence, which shows the verdict and leads back", async () => {
  const visit = await open("#check?v=differs");
  const { page } = visit;
  const finding = findings(visit, "differs").filter({ hasText: "70.37%" });
  await finding.locator("mark a", { hasText: "70.37%" }).click();
  const selected = page.locator("main p.para a.f[aria-current]");
  await selected.waitFor();
  assert.equal(await selected.innerText(), "70.37%");
  assert.equal(await page.locator("main .para .nb", { has: page.locator("a.f[aria-current]") }).getByRole("img", { name: "不符" }).count(), 1);
  assert.equal(await page.locator("main .para a.f.used", { hasText: /^(17|23)个$/ }).count(), 2, "what it is computed from is washed");
  const inspector = page.locator("#inspector");
  assert.match(await inspector.innerText(), /17个 ÷ 23个 = 73\.91%/u);
  await inspector.getByRole("link", { name: "在核对页看" }).first().click();
  await page.locator("main[data-page=check]").waitFor();
  assert.equal(await findings(visit).filter({ hasText: "70.37%" }).count(), 1);
  assert.match(page.url(), /\/check\/#v=differs&r=[a-z0-9-]+&c=rate-of-count/);
  await page.goBack();
  await inspector.waitFor();
  await visit.quiet();
});

test("filters say how many they leave, leave as many, and stand in the address", async () => {
  const visit = await open("#check");
  const { page } = visit;
  const all = await findings(visit).count();
  const holds = page.locator(".filters button", { hasText: "相符" });
  const expected = number(await holds.innerText());
  await holds.click();
  await visit.settled();
  assert.equal(await findings(visit).count(), expected);
  assert.equal(await holds.getAttribute("aria-pressed"), "true");
  assert.match(page.url(), /\/check\/#v=holds$/);

  const reports = page.getByLabel("报道", { exact: true });
  const report = reports.locator("option").nth(1);
  const left = number(await report.innerText());
  await reports.selectOption({ index: 1 });
  await visit.settled();
  assert.equal(await findings(visit).count(), left);
  const shown = await page.locator("main").innerText();
  await visit.reload();
  assert.equal(await page.locator("main").innerText(), shown, "a reload shows the same");

  await page.goto(`${visit.base}check/`);
  await visit.alive();
  const relations = page.getByLabel("关系", { exact: true });
  const some = number(await relations.locator("option").nth(1).innerText());
  await relations.selectOption({ index: 1 });
  await visit.settled();
  assert.equal(await findings(visit).count(), some);
  await relations.selectOption("");
  await visit.settled();
  assert.equal(await findings(visit).count(), all);
  assert.match(page.url(), /\/check\/$/);
  await visit.quiet();
});

test("a choice that nothing fits says so, and leads out", async () => {
  const visit = await open("#check?r=no-such-report");
  assert.equal(await findings(visit).count(), 0);
  await visit.page.locator("main .nothing").getByRole("link").click();
  await visit.settled();
  assert.ok((await findings(visit).count()) > 5);
  await visit.quiet();
});

test("in English, with the Chinese sentences as evidence", async () => {
  const visit = await open("#check?lang=en");
  await visit.page.getByRole("heading", { level: 1, name: "Do the figures add up?" }).waitFor();
  const rate = findings(visit, "differs").filter({ hasText: "70.37%" });
  assert.match(await rate.locator(".sum").innerText(), /17 ÷ 23 = 73\.91%\s*≠ 70\.37%/);
  assert.match(await rate.locator(".said").innerText(), /19 of 27/);
  assert.match(await rate.locator("blockquote [lang=zh-Hans]").first().innerText(), /投产率/u);
  await visit.quiet();
});

test("the overview counts what does not add up, and leads to its sentences", async () => {
  const visit = await open();
  const { page } = visit;
  const section = page.locator("#adds-up");
  const differs = section.locator(".tally a", { hasText: "不符" });
  const count = number(await differs.innerText());
  assert.match(await section.locator("article.find").first().innerText(), /70\.37%/);
  await section.locator("article.find").first().getByRole("link", { name: "看原句" }).click();
  await page.locator("#inspector").waitFor();
  await page.goBack();
  await differs.click();
  await page.locator("main[data-page=check]").waitFor();
  assert.equal(await findings(visit).count(), count);
  await visit.quiet();
});

test("an article of the reader's own is checked too, and its findings go with it", async () => {
  const visit = await open("#add");
  const { page } = visit;
  await page.getByLabel("正文").fill("2024年，乙高新区新签约项目40个，其中主导产业项目30个，占比80%。");
  await page.getByRole("button", { name: "读出其中的数" }).click();
  await page.locator(".outcomes .ok").waitFor();
  await visit.goTo("核对");
  const own = findings(visit, "differs").filter({ hasText: "乙高新区" });
  assert.match(await own.locator(".sum").innerText(), /30个 ÷ 40个 = 75%/u);
  await own.locator("mark a").last().click();
  await page.locator("#inspector").waitFor();
  assert.match(await page.locator("#inspector").innerText(), /75%/);
  await visit.goTo("添加");
  await page.getByRole("button", { name: /移除/ }).first().click();
  await visit.goTo("核对");
  assert.equal(await own.count(), 0);
  await visit.quiet();
});
