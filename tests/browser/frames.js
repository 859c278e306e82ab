// How long the page's scripts take for one press, step or stroke at 10,000 figures: frames.js [FIGURES]
// Adds a report of made-up figures, then does each thing many times. Printed is processor time of the page's main thread in milliseconds, the median
// and the worst: of scripts alone, and with styles and layout. A frame has 16.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, launch, Visit } from "./browser.js";
import { serve } from "./serve.js";

const FIGURES = Number(process.argv[2] ?? 10_000);
const FRAME = 16;
const TIMES = 16;

const names = readFileSync(join(DIST, "../data/lexicon/indicators.toml"), "utf8").match(/(?<=^name = ").*(?="$)/gm);
const ZONES = ["赣州经开区", "景德镇高新区", "萍乡经开区", "共青城高新区", "南昌高新区", "九江经开区", "新余高新区", "宜春经开区", "吉安高新区", "上饶经开区", "合肥高新区", "武汉东湖高新区", "成都高新区", "西安高新区", "苏州工业园区", "广州经开区"];

/** Sentences with two figures each, five to a paragraph. */
function article(figures) {
  const sentence = (i) =>
    `${2015 + (i % 10)}年，${ZONES[i % ZONES.length]}${names[(i * 7) % 60]}${i + 1}.${i % 10}亿元，同比增长${i % 40}.${(i * 3) % 10}%。`;
  const sentences = Array.from({ length: Math.ceil(figures / 2) }, (_, i) => sentence(i));
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 5) }, (_, i) => sentences.slice(5 * i, 5 * i + 5).join(""));
  return paragraphs.join("\n\n");
}

const server = await serve(DIST);
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", reducedMotion: "reduce" });
const visit = await Visit.start(await context.newPage(), server, "#add", true);
const { page } = visit;
page.setDefaultTimeout(300_000);
const session = await context.newCDPSession(page);
// Time on the processor: other programs of the machine do not count.
await session.send("Performance.enable", { timeDomain: "threadTicks" });

async function metrics() {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { script: of("ScriptDuration"), task: of("TaskDuration") };
}

/** Does one thing many times and prints how long each took. */
async function measure(name, act, times = TIMES) {
  const spent = { script: [], task: [] };
  for (let i = 0; i < times; i += 1) {
    await visit.settled();
    const before = await metrics();
    await act(i);
    await visit.settled();
    const after = await metrics();
    for (const kind of ["script", "task"]) spent[kind].push(after[kind] - before[kind]);
  }
  const [script, task] = [spent.script, spent.task].map((all) => all.sort((a, b) => a - b));
  const middle = (all) => all[all.length >> 1].toFixed(1).padStart(7);
  console.info(`${name.padEnd(42)}${middle(script)}${script.at(-1).toFixed(1).padStart(7)}${middle(task)}${task.at(-1).toFixed(1).padStart(7)}${script[times >> 1] > FRAME ? "  over a frame" : ""}`);
}

const began = Date.now();
await page.locator("#text").evaluate((area, text) => {
  area.value = text;
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}, article(FIGURES));
await page.locator("#read").click();
await page.locator("#outcomes li").first().waitFor();
console.info(`${await page.locator("#outcomes li").first().innerText()}  ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
console.info(`${"ms of one frame's 16".padEnd(42)}script  worst  + page  worst`);

await measure("数据: opened, with its rows handed over", async () => {
  await visit.goTo("数据");
  await page.locator(".grid tbody a").first().waitFor();
}, 1);
await measure("数据: a letter typed into the search", async (i) => {
  if (i % 4 === 0) await page.locator("#search").fill("");
  else await page.locator("#search").press("2024"[i % 4]);
});
await page.locator("#search").fill("");
const options = (id) => page.locator(`#${id} option`).evaluateAll((all) => all.map((option) => option.value));
for (const [id, what] of [["subject", "a zone chosen"], ["kind", "a kind chosen"], ["order", "sorted"]]) {
  const values = await options(id);
  await measure(`数据: ${what}`, (i) => page.locator(`#${id}`).selectOption(values[i % values.length]));
  await page.locator(`#${id}`).selectOption("");
}
const merged = page.locator(".many .chip");
await measure("数据: figures merged, and each again", (i) => merged.nth((i + 1) % 2).click());
await page.locator(".grid").hover();
await measure("数据: scrolled by 600 px", () => page.mouse.wheel(0, 600));
await page.locator(".grid tbody a[tabindex='0']").focus();
await measure("数据: a row down", () => page.keyboard.press("ArrowDown"));
await measure("数据: a page down", () => page.keyboard.press("PageDown"));
await measure("数据: to the end and back", (i) => page.keyboard.press(i % 2 ? "Home" : "End"));

await visit.goTo("图表");
const zones = page.locator("#zones .chip");
await measure("图表: a zone chosen", (i) => zones.nth(1 + (i % 4)).click());
await page.locator("#zones .chip").first().click();
await page.locator("#panel svg.c").scrollIntoViewIfNeeded();
const marks = await page.locator("#panel svg.c a.mark").evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().toJSON()).filter((box) => box.top > 0 && box.bottom < innerHeight));
await measure("图表: hover over a mark", (i) => {
  const box = marks[i % marks.length];
  return page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
});

await visit.goTo("报道");
await page.locator("main .own").locator("xpath=ancestor::li").getByRole("link").first().click();
await page.locator("main a.f").first().waitFor();
await measure("报道: j to the next figure", () => page.keyboard.press("j"));
await measure("报道: k to the one before", () => page.keyboard.press("k"));
await measure("报道: a kind marked", (i) => page.locator("button[data-kind=change]").click(), 4);

await browser.close();
await server.close();
