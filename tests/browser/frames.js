// How long the page's scripts take for one press, step or stroke at 10,000 figures: frames.js [FIGURES] [WORD]
// Adds a report of made-up figures, then does each thing many times. Printed is processor time of the page's main thread in milliseconds, the median
// and the worst: of scripts alone, and with styles and layout. A frame has 16. Long work, as adding many reports, goes in slices: of it the
// longest is printed. With a WORD, only what has it in its name is measured, and where the time went is printed below it: for names of functions
// the program has to be one that wasm-opt has not stripped.
// It fails nothing: what it takes depends on the machine.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, launch, Visit } from "./browser.js";
import { serve } from "./serve.js";

const FIGURES = Number(process.argv[2] || 10_000);
const WORD = process.argv[3] ?? "";
const FRAME = 16;
const TIMES = 16;
/** Functions named of each profile. */
const MOST = 25;

const names = readFileSync(join(DIST, "../data/lexicon/indicators.toml"), "utf8").match(/(?<=^name = ").*(?="$)/gm);
const ZONES = ["赣州经开区", "景德镇高新区", "萍乡经开区", "共青城高新区", "南昌高新区", "九江经开区", "新余高新区", "宜春经开区", "吉安高新区", "上饶经开区", "合肥高新区", "武汉东湖高新区", "成都高新区", "西安高新区", "苏州工业园区", "广州经开区"];

/** Paragraphs of ten figures each: amounts with their growth, and amounts with a part and its share, which does not always add up. */
function article(figures, seed = 0) {
  const sentence = (n) => {
    const i = n + seed;
    const name = (k) => names[(k * 7) % 60];
    const [part, whole] = [(i % 370) + 1.5, (i % 410) + 420.5];
    const share = (100 * part) / whole + (i % 10 ? 0 : 7);
    return `${2015 + (i % 10)}年，${ZONES[i % ZONES.length]}${
      n % 2 ? `${name(i)}${whole}亿元，其中${name(i + 1)}${part}亿元，占${share.toFixed(2)}%。` : `${name(i)}${i + 1}.${i % 10}亿元，同比增长${i % 40}.${(i * 3) % 10}%。`
    }`;
  };
  const paragraphs = Array.from({ length: Math.ceil(figures / 10) }, (_, i) => [0, 1, 2, 3].map((j) => sentence(4 * i + j)).join(""));
  return paragraphs.join("\n\n");
}

const server = await serve(DIST);
const browser = await launch();

/** A page of its own, at an address. */
async function start(fragment) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", reducedMotion: "reduce" });
  const visit = await Visit.start(await context.newPage(), server, fragment, true);
  visit.page.setDefaultTimeout(60_000);
  visit.session = await context.newCDPSession(visit.page);
  // Time on the processor: other programs of the machine do not count.
  await visit.session.send("Performance.enable", { timeDomain: "threadTicks" });
  await visit.session.send("Profiler.enable");
  await visit.session.send("Profiler.setSamplingInterval", { interval: 100 });
  return visit;
}

let visit = await start("#add");
let page = visit.page;

async function metrics() {
  const { metrics } = await visit.session.send("Performance.getMetrics");
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { script: of("ScriptDuration"), task: of("TaskDuration") };
}

const over = [];

function print(name, numbers, worst) {
  if (worst > FRAME) over.push(name);
  console.info(`${name.padEnd(42)}${numbers.map((number) => number.toFixed(1).padStart(7)).join("")}${worst > FRAME ? "  over a frame" : ""}`);
}

/** How long scripts took for one thing, and all that the page did. */
async function whole(act) {
  const before = await metrics();
  await act();
  await visit.settled();
  const after = await metrics();
  return { script: after.script - before.script, task: after.task - before.task };
}

/** Does one thing many times and prints how long each took: as a whole, or the longest slice of it. */
async function measure(name, act, times = TIMES, taken = whole) {
  if (!name.includes(WORD)) return;
  const spent = { script: [], task: [] };
  if (WORD) await visit.session.send("Profiler.start");
  for (let i = 0; i < times; i += 1) {
    await visit.settled();
    const took = await taken(() => act(i));
    for (const kind of ["script", "task"]) spent[kind].push(took[kind]);
  }
  const [script, task] = [spent.script, spent.task].map((all) => all.sort((a, b) => a - b));
  const middle = (all) => all[all.length >> 1];
  print(name, [middle(script), script.at(-1), middle(task), task.at(-1)], script.at(-1));
  if (WORD) explain((await visit.session.send("Profiler.stop")).profile, times);
}

/** How long the longest slice of one thing took, and all of them. */
async function slices(act) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"] });
  await act();
  await visit.settled();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const scripts = new Set(["FunctionCall", "EvaluateScript", "TimerFire", "EventDispatch", "v8.callFunction", "RunMicrotasks"]);
  const main = traceEvents.find((event) => event.name === "TracingStartedInBrowser")?.args.data.frames.find((frame) => frame.url.startsWith(server.url))?.processId;
  const thread = traceEvents.find((event) => event.name === "thread_name" && event.args.name === "CrRendererMain" && event.pid === main)?.tid;
  const own = traceEvents.filter((event) => event.pid === main && event.tid === thread && event.tdur);
  const of = (fits) => own.filter(fits).map((event) => event.tdur / 1000);
  const [script, task] = [of((event) => scripts.has(event.name)), of((event) => event.name === "RunTask")];
  return { script: Math.max(0, ...script), task: Math.max(0, ...task), all: task.reduce((a, b) => a + b, 0) };
}

/** Does one thing that goes in slices, and prints the longest slice and how long all of them took. */
async function longest(name, act) {
  if (!name.includes(WORD)) return act();
  await visit.settled();
  if (WORD) await visit.session.send("Profiler.start");
  const { script, task, all } = await slices(act);
  if (WORD) explain((await visit.session.send("Profiler.stop")).profile, 1);
  print(name, [script, task, all], script);
}

/** The functions in which the time went, each alone, and with what they call. */
function explain({ nodes, samples, timeDeltas }, times) {
  const [alone, within, parents] = [new Map(), new Map(), new Map()];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  const label = (id) => byId.get(id).callFrame.functionName || "(anonymous)";
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time / 1000 / times);
  samples.forEach((id, i) => {
    add(alone, label(id), timeDeltas[i]);
    const names = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) names.add(label(at));
    for (const name of names) add(within, name, timeDeltas[i]);
  });
  for (const [title, map] of [["alone", alone], ["with what they call", within]]) {
    console.info(`    ${title}`);
    const sorted = [...map].filter(([name]) => !["(idle)", "(program)", "(root)"].includes(name)).sort(([, a], [, b]) => b - a);
    for (const [name, time] of sorted.slice(0, MOST)) console.info(`    ${time.toFixed(2).padStart(8)}  ${name.slice(0, 150)}`);
  }
}

/** Values of a list to choose from. */
const options = (id) => page.locator(`#${id} option`).evaluateAll((all) => all.map((option) => option.value));

/** Measures what each of a list's choices takes. */
async function choices(name, id, times = TIMES, taken = whole) {
  const values = (await options(id)).slice(0, 12);
  await measure(name, (i) => page.locator(`#${id}`).selectOption(values[(i + 1) % values.length]), times, taken);
  await page.locator(`#${id}`).selectOption(values[0]);
}

const many = Array.from({ length: 100 }, (_, i) => ({ name: `${i}.txt`, mimeType: "text/plain", buffer: Buffer.from(`第${i}期\n\n${article(FIGURES / 100, 200 * i)}`) }));
console.info(`${"ms of one frame's 16; of long work".padEnd(40)}longest   task  total`);
await longest("添加: 100 reports at once", async () => {
  await page.locator("#files").setInputFiles(many);
  await page.locator("#cancel").waitFor();
  await page.locator("#outcomes li").nth(99).waitFor();
});
await longest("添加: one of them removed", () => page.locator("[data-remove]").first().click());
await page.context().close();

visit = await start("#add");
page = visit.page;
await longest("添加: a report of all figures", async () => {
  await page.locator("#text").evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, article(FIGURES));
  await page.locator("#read").click();
  await page.locator("#outcomes li").first().waitFor();
});
console.info(`\n${await page.locator("#outcomes li").first().innerText()}\n\n${"ms of one frame's 16".padEnd(42)} script  worst  +page  worst`);

await measure("数据: opened, with its rows handed over", async () => {
  await visit.goTo("数据");
  await page.locator(".grid tbody a").first().waitFor();
}, 1);
await visit.goTo("数据");
await measure("数据: a letter typed into the search", async (i) => {
  if (i % 4 === 0) await page.locator("#search").fill("");
  else await page.locator("#search").press("2024"[i % 4]);
});
await page.locator("#search").fill("");
await choices("数据: a zone chosen", "subject");
await choices("数据: a kind chosen", "kind");
await choices("数据: sorted", "order", 24);
const merged = page.locator(".many .chip");
await measure("数据: figures merged, and each again", (i) => merged.nth((i + 1) % 2).click());
await page.locator(".grid").hover();
await measure("数据: scrolled by 600 px", () => page.mouse.wheel(0, 600));
await page.locator(".grid tbody a[tabindex='0']").focus();
await measure("数据: a row down", () => page.keyboard.press("ArrowDown"));
await measure("数据: a page down", () => page.keyboard.press("PageDown"));
await measure("数据: to the end and back", (i) => page.keyboard.press(i % 2 ? "Home" : "End"));

await visit.goTo("图表");
await choices("图表: an indicator chosen", "indicator");
await choices("图表: the longest slice of it", "indicator", TIMES, slices);
const zones = page.locator("#zones .chip");
await measure("图表: a zone chosen", (i) => zones.nth(1 + (i % 4)).click());
await page.locator("#zones .chip").first().click();
const chart = page.locator("#panel svg.c").first();
await chart.scrollIntoViewIfNeeded();
const marks = await page.locator("#panel svg.c a.mark").evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().toJSON()).filter((box) => box.top > 0 && box.bottom < innerHeight));
await measure("图表: hover over a mark", (i) => {
  const box = marks[i % marks.length];
  return page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
});

await visit.goTo("核对");
await measure("核对: opened", async () => {
  await visit.goTo("方法");
  await visit.goTo("核对");
}, 4);
const verdicts = page.locator("main .filters [role=group] button");
await measure("核对: a verdict chosen", (i) => verdicts.nth((i + 1) % 3).click());
await verdicts.first().click();
await choices("核对: a report chosen", "by-report");
await choices("核对: a relation chosen", "by-relation");

await visit.goTo("报道");
/** Waits until the last figure is marked. */
const drawn = () => page.locator("main p.para:last-of-type a.f").first().waitFor();
const link = page.locator("main .own").locator("xpath=ancestor::li").getByRole("link").first();
await longest("报道: the report opened", async () => {
  await link.click();
  await drawn();
});
await measure("报道: j to the next figure", () => page.keyboard.press("j"));
await measure("报道: k to the one before", () => page.keyboard.press("k"));
await measure("报道: a figure clicked", (i) => page.locator("main .para a.f").nth(3 + 2 * i).click());
await page.keyboard.press("Escape");
const kinds = await page.locator("button[data-kind]:enabled").evaluateAll((all) => all.map((button) => button.dataset.kind));
for (const kind of kinds) await measure(`报道: ${kind} marked`, () => page.locator(`button[data-kind=${kind}]`).click(), 4);
await choices("报道: an indicator chosen", "only-indicator");
await choices("报道: a verdict chosen", "only-verdict");
await longest("报道: left for another page, and come back to", async () => {
  await visit.goTo("方法");
  await page.goBack();
  await drawn();
});

console.info(over.length ? `\nover a frame in the worst case: ${over.length}\n  ${over.join("\n  ")}` : "\nnothing is over a frame");
await browser.close();
await server.close();
