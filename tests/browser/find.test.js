// The search field of the charts' page: what is found by Chinese, by pinyin initials and by English, and how the list behaves.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { found, initials } from "../../www/find.js";
import { DIST, site } from "./browser.js";

const open = site();
const lexicon = (name) => readFileSync(new URL(`../../data/lexicon/${name}.toml`, import.meta.url), "utf8");

test("characters with several readings have the initial that they have in our names", () => {
  const expect = {
    地区生产总值: "dqsczz", 财政总收入: "czzsr", 规上工业增加值: "gsgyzjz", GDP增长率: "gdpzzl", 道路长度: "dlcd", 成长型企业: "czxqy", 银行贷款: "yhdk", 行业: "hy",
    重庆高新区: "cqgxq", 重点项目: "zdxm", 长沙高新区: "csgxq", 长春经开区: "ccjkq", 厦门火炬高新区: "xmhjgxq", 西藏: "xz", 铅山工业园区: "ysgyyq", 漯河经开区: "lhjkq",
    闵行经开区: "mhjkq", 苏州浒墅关经开区: "szxsgjkq", 乌鲁木齐甘泉堡经开区: "wlmqgqpjkq", 停车泊位: "tcbw", 六安经开区: "lajkq", 长治高新区: "czgxq", 阿克苏: "aks",
  };
  for (const [name, letters] of Object.entries(expect)) assert.equal(initials(name), letters, name);
});

test("the initials of every zone agree with its English name, where that is its pinyin", () => {
  // Names that are not Chinese, or are translated.
  const other = /hohhot|ordos|bayannur|hulunbuir|harbin|qiqihar|lhasa|golmud|ürümqi|karamay|aksu|aral|korla|kuytun|kuqa/i;
  const zones = [...lexicon("zones").matchAll(/name = "([^"]+?)(?:经开区|高新区|工业园区)", en = "([A-Z][a-zü']+)"/g)];
  const wrong = zones.filter(([, place, en]) => !other.test(en) && !new RegExp(`^${[...initials(place)].join("[a-zü']*")}[a-zü']*$`).test(en.toLowerCase()));
  assert.deepEqual(wrong.map(([, place, en]) => `${place} ${en} ${initials(place)}`), []);
  assert.ok(zones.length > 200, "the zones were read");
});

test("the browser sorts by pinyin as we do", async () => {
  const visit = await open("indicator/");
  const names = [...lexicon("indicators").matchAll(/name = "([^"]+)"/g)].map(([, name]) => name);
  const script = readdirSync(DIST).find((file) => file.startsWith("find-"));
  const there = await visit.page.evaluate(
    async ([script, names]) => {
      const { initials } = await import(script);
      return names.map(initials);
    },
    [visit.base + script, names],
  );
  assert.deepEqual(there, names.map(initials));
  assert.ok(names.length > 200 && there.every(Boolean));
  await visit.quiet();
});

test("the best answer comes first, and every word has to be answered", () => {
  const choices = [["人均地区生产总值", "GRP per capita"], ["地区生产总值", "Gross regional product (GRP)", "GDP"], ["重庆高新区", "Chongqing High-tech Zone"], ["西安高新区", "Xi'an High-tech Zone"], ["增长<b>"]].map((names) => ({ names }));
  const check = (looked, expect) => assert.deepEqual(found(choices, looked).map(({ names }) => names[0]), expect, looked);
  check("gdp", ["地区生产总值"]);
  check("ＧＤＰ", ["地区生产总值"]);
  check("dqsczz", ["地区生产总值", "人均地区生产总值"]);
  check("d'q's'c'z'z", ["地区生产总值", "人均地区生产总值"]);
  check("xian", ["西安高新区"]);
  check("cq", ["重庆高新区"]);
  check("zq", []);
  check("zone chong", ["重庆高新区"]);
  check("生产 人均", ["人均地区生产总值"]);
  check("<b>", ["增长<b>"]);
  check(".*", []);
  check("", choices.map(({ names }) => names[0]));
});

/** Types into the field and gives what is listed. */
async function listed(visit, text) {
  const field = visit.page.locator("#find");
  await field.fill("");
  await field.pressSequentially(text);
  await visit.page.locator("#found [role=option]").first().waitFor();
  return visit.page.locator("#found [role=option]").allInnerTexts();
}

for (const language of ["zh", "en"]) {
  test(`indicators, zones and regions are found in either language (${language})`, async () => {
    const visit = await open(`#explore?lang=${language}`);
    const { page } = visit;
    const first = { zh: { czzsr: /^财政总收入/, "fiscal rev": /^财政总收入/, jdz: /景德镇/, 江西: /^江西各区/, jiangxi: /江西各区/ }, en: { czzsr: /fiscal revenue/i, 财政总收入: /fiscal revenue/i, jdz: /Jingdezhen/, 江西: /All of Jiangxi/, ganzhou: /Ganzhou/ } };
    for (const [text, expect] of Object.entries(first[language])) assert.match((await listed(visit, text)).slice(0, 2).join("\n"), expect, text);
    assert.match(await page.locator("#find-said").innerText(), /\d/);
    // A zone is found by its region, and a press adds it.
    const zones = await listed(visit, "江西 高新区");
    assert.ok(zones.length >= 2);
    await page.locator("#found [role=option]").first().click();
    await visit.settled();
    assert.equal(await page.locator("#zones [aria-pressed=true]").count(), 1);
    assert.match(page.url(), /[?&#]z=/);
    assert.equal(await page.locator("#find").inputValue(), "");
    assert.ok(await page.locator("#find").evaluate((field) => field === document.activeElement), "the focus stays in the field");
    await page.locator("#find").pressSequentially("qqqq");
    await visit.settled();
    assert.equal(await page.locator("#found").isVisible(), false);
    assert.ok((await page.locator("#find-said").innerText()).length > 3, "says that nothing was found");
    await visit.quiet();
  });
}

test("the list is a listbox with one active option, which arrows move and Escape closes", async () => {
  const visit = await open("#explore");
  const { page } = visit;
  const field = page.locator("#find");
  await listed(visit, "s");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  assert.equal(await field.getAttribute("aria-activedescendant"), null);
  const active = async () => page.locator("#found [aria-selected=true]").evaluateAll((items) => items.map((item) => item.id));
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await active(), ["found-0"]);
  await page.keyboard.press("ArrowUp");
  const last = (await page.locator("#found li").count()) - 1;
  assert.deepEqual(await active(), [`found-${last}`], "round to the last");
  assert.equal(await field.getAttribute("aria-activedescendant"), `found-${last}`);
  await page.keyboard.press("Escape");
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  assert.notEqual(await field.inputValue(), "", "the first Escape closes the list");
  await page.keyboard.press("Escape");
  assert.equal(await field.inputValue(), "", "the second empties the field");
  await visit.quiet();
});
