// <zhibiao-chart>: what it loads and when, what it believes, and what it shows where it can load nothing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, site } from "./browser.js";
import { paper, press } from "./hosts.js";
import { serve } from "./serve.js";

/** An indicator that this zone has, drawn. */
const ZONE = "景德镇高新区";
const EMBEDS = join(DIST, "embed");
const chart = readdirSync(EMBEDS)
  .find((name) => /^indicator-\w+\.html$/.test(name) && ["<svg", ZONE].every((part) => readFileSync(join(EMBEDS, name), "utf8").includes(part)))
  .split(".")[0];
const home = site();

const HELD = `<a href="https://paper.example/">The chart</a><q>Its sentence.</q>`;
const element = (attributes = "", name = chart) => `<zhibiao-chart chart="${name}" ${attributes}>${HELD}</zhibiao-chart>`;
const script = () => `<script async src="${home.url()}embed.js"></script>`;

/** Opens a page of a paper. */
async function open(body, { headers, head, ...options } = {}) {
  const papers = await press({ "a.html": paper(body, head) }, { headers });
  const visit = await home.blank({ viewport: { width: 600, height: 800 }, ...options }, papers);
  visit.end = async () => {
    await visit.page.context().close();
    await papers.close();
  };
  await visit.page.goto(`${papers.url}a.html`);
  return visit;
}

/** The frame's height once it is shown. */
async function shown(visit) {
  const sized = () => {
    const frame = document.querySelector("zhibiao-chart").shadowRoot.querySelector("iframe");
    return frame && !frame.className;
  };
  await visit.page.waitForFunction(sized, undefined, { polling: 100, timeout: 30_000 });
  return visit.page.locator("zhibiao-chart iframe").first().evaluate((frame) => frame.getBoundingClientRect().height);
}

test("shows the chart in a sandboxed frame with a name, in place of the link", async () => {
  const visit = await open(element() + script());
  const height = await shown(visit);
  assert.ok(height > 200, `${height}`);
  const frame = visit.page.locator("zhibiao-chart iframe");
  assert.equal(await frame.getAttribute("sandbox"), "allow-scripts");
  assert.equal(await frame.getAttribute("referrerpolicy"), "no-referrer");
  assert.equal(await frame.getAttribute("title"), "The chart");
  assert.ok(!(await visit.page.getByText("Its sentence.").isVisible()));
  assert.deepEqual(visit.said, []);
  await visit.end();
});

test("language, colours, version and zones are asked for as the attributes say", async () => {
  const visit = await open(`<div lang="en">${element()}</div>${script()}`);
  await shown(visit);
  const src = (change) =>
    visit.page.evaluate((change) => {
      const e = document.querySelector("zhibiao-chart");
      for (const [name, value] of Object.entries(change)) e.setAttribute(name, value);
      return decodeURIComponent(e.shadowRoot.querySelector("iframe")?.src ?? "");
    }, change);
  assert.equal(await src({}), `${home.url()}embed/${chart}.en.html`, "the page's language");
  assert.equal(await src({ lang: "zh" }), `${home.url()}embed/${chart}.html`);
  assert.equal(await src({ theme: "dark" }), `${home.url()}embed/${chart}.html?theme=dark`);
  assert.equal(await src({ chart: `0123abcd/${chart}` }), `${home.url()}embed/0123abcd/${chart}.html?theme=dark`);
  assert.equal(await src({ zones: "甲区， 乙&区" }), `${home.url()}embed/#explore?i=${chart}&z=甲区&z=乙&区&lang=zh&theme=dark`);
  assert.equal(await src({ chart: "../../etc", zones: "" }), "", "a name that is none loads nothing");
  assert.equal(await src({ chart: "javascript:alert(1)" }), "");
  assert.ok(await visit.page.getByText("Its sentence.").isVisible());
  await visit.end();
});

test("loads when it comes near, and keeps room until then", async () => {
  const visit = await open(`<div style="height: 5000px"></div>${element('height="480"')}<p id="after">After</p>${script()}`);
  await visit.page.waitForFunction(() => customElements.get("zhibiao-chart"));
  await visit.settled();
  assert.equal(await visit.page.locator("zhibiao-chart iframe").count(), 0);
  assert.ok(!visit.asked.some((url) => url.includes("/embed/")));
  assert.equal(await visit.page.locator("zhibiao-chart").evaluate((e) => e.getBoundingClientRect().height), 480);
  await visit.page.locator("#after").scrollIntoViewIfNeeded();
  assert.ok((await shown(visit)) > 200);
  await visit.end();
});

test("a second load of the script does no harm, and elements can come, go and move", async () => {
  const visit = await open(element() + script() + script() + `<script src="${home.url()}embed.js?again"></script>`);
  await shown(visit);
  assert.equal(await visit.page.locator("iframe").count(), 1);
  await visit.page.evaluate((name) => {
    const e = document.querySelector("zhibiao-chart");
    e.remove();
    const other = document.createElement("zhibiao-chart");
    other.setAttribute("chart", name);
    document.body.append(other, e);
  }, chart);
  await visit.page.waitForFunction(() => [...document.querySelectorAll("zhibiao-chart")].every((e) => e.shadowRoot.querySelector("iframe:not(.waiting)")));
  assert.equal(await visit.page.locator("iframe").count(), 2);
  assert.deepEqual(visit.said, []);
  await visit.end();
});

test("believes the frame that it made and no other, and no height beyond reason", async () => {
  const visit = await open(element() + `<iframe id="stranger" sandbox="allow-scripts" srcdoc="x"></iframe>` + script());
  const { page } = visit;
  const before = await shown(visit);
  const height = () => page.locator("zhibiao-chart iframe").evaluate((frame) => frame.getBoundingClientRect().height);
  const own = await (await page.locator("zhibiao-chart iframe").elementHandle()).contentFrame();
  const stranger = await (await page.locator("#stranger").elementHandle()).contentFrame();
  const good = { sentinel: "amp", type: "embed-size", height: 777 };

  // From another frame, from the page itself, from events that were made up.
  await stranger.evaluate((message) => parent.postMessage(message, "*"), good);
  await page.evaluate((message) => postMessage(message, "*"), good);
  await page.evaluate((data) => {
    const source = document.querySelector("zhibiao-chart").shadowRoot.querySelector("iframe").contentWindow;
    dispatchEvent(new MessageEvent("message", { data, source, origin: "https://evil.example" }));
    dispatchEvent(new MessageEvent("message", { data, source, origin: "" }));
    dispatchEvent(new MessageEvent("message", { data, source: null, origin: "null" }));
  }, good);
  await page.waitForTimeout(100);
  assert.equal(await height(), before, "wrong source or origin");

  // From its own frame, with values that are no heights.
  const odd = [Number.NaN, Infinity, -Infinity, 1e9, -5, 0, 59, 10001, 300.5, "777", "777px", "<img src=x onerror=alert(1)>", null, undefined, true, [777], { valueOf: 777 }];
  for (const value of odd) {
    await own.evaluate(([message, value]) => parent.postMessage({ ...message, height: value }, "*"), [good, value]);
  }
  const shapes = [null, 1, "", "amp", "{}", [], {}, { sentinel: "amp" }, { sentinel: "amp", type: "embed-size" }, { ...good, type: "other" }, { ...good, sentinel: "ampx" }, { __proto__: good, x: 1 }];
  for (const shape of shapes) await own.evaluate((shape) => parent.postMessage(shape, "*"), shape);
  await page.waitForTimeout(100);
  assert.equal(await height(), before, "no heights");

  // What it may believe, and floods of it: one change for each frame drawn at most, and the last holds.
  await own.evaluate((message) => parent.postMessage(message, "*"), good);
  await page.waitForTimeout(100);
  assert.equal(await height(), 777);
  const changes = await page.evaluate(async () => {
    const frame = document.querySelector("zhibiao-chart").shadowRoot.querySelector("iframe");
    let changes = 0;
    const watch = new MutationObserver((list) => (changes += list.length));
    watch.observe(frame, { attributes: true, attributeFilter: ["style"] });
    const data = { sentinel: "amp", type: "embed-size" };
    for (let i = 0; i < 20_000; i += 1) {
      dispatchEvent(new MessageEvent("message", { data: { ...data, height: 300 + (i % 500) }, source: frame.contentWindow, origin: "null" }));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    return changes;
  });
  assert.ok(changes <= 4, `${changes} changes`);
  assert.equal(await height(), 300 + (19_999 % 500));
  assert.deepEqual(visit.said, []);
  await visit.end();
});

test("where frames are refused the link and the sentence stay", async () => {
  const policy = { "content-security-policy": `default-src 'self'; style-src 'unsafe-inline'; img-src data:; script-src ${home.url()}; frame-src 'none'` };
  const visit = await open(element('height="480"') + script(), { headers: policy });
  await visit.page.waitForFunction(() => document.querySelector("zhibiao-chart").shadowRoot?.querySelector("iframe"));
  await visit.page.waitForTimeout(300);
  assert.ok(await visit.page.getByRole("link", { name: "The chart" }).isVisible());
  assert.ok(await visit.page.getByText("Its sentence.").isVisible());
  await visit.end();
});

test("where scripts are refused or off the link and the sentence stay", async () => {
  const refused = await open(element() + script(), { headers: { "content-security-policy": "script-src 'none'" } });
  assert.ok(await refused.page.getByText("Its sentence.").isVisible());
  await refused.end();
  const off = await open(element() + script(), { javaScriptEnabled: false });
  assert.ok(await off.page.getByRole("link", { name: "The chart" }).isVisible());
  await off.end();
});

test("works under a strict policy of the page around it, in silence", async () => {
  const origin = home.url().replace(/\/$/, "");
  const policy = { "content-security-policy": `default-src 'none'; script-src 'self' ${origin} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; frame-src ${origin}` };
  const plain = paper(element() + script()).replace(/<style>.*?<\/style>/, "");
  const papers = await press({ "a.html": plain }, { headers: policy });
  const visit = await home.blank({}, papers);
  await visit.page.goto(`${papers.url}a.html`);
  assert.ok((await shown(visit)) > 200);
  assert.deepEqual(visit.said, []);
  await visit.page.context().close();
  await papers.close();
});

test("the app's own embed shows a selection, in a sandboxed frame under the strict policy, in silence", async () => {
  const policy = { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'" };
  const strict = await serve(DIST, { headers: policy });
  const body = `<zhibiao-chart chart="${chart}" zones="${ZONE}" lang="zh">${HELD}</zhibiao-chart><script async src="${strict.url}embed.js"></script>`;
  const visit = await open(body);
  // The whole program starts in there.
  visit.page.setDefaultTimeout(40_000);
  const height = await shown(visit);
  const frame = await (await visit.page.locator("zhibiao-chart iframe").elementHandle()).contentFrame();
  await frame.locator("main[data-page=explore]").waitFor({ timeout: 30_000 });
  assert.equal(await frame.locator("nav:visible, .ask:visible").count(), 0, "without the frame of the site");
  assert.ok(height > 100, `${height}`);
  await visit.page.waitForTimeout(500);
  const [given, needed] = [
    await visit.page.locator("zhibiao-chart iframe").evaluate((e) => e.getBoundingClientRect().height),
    await frame.evaluate(() => document.body.getBoundingClientRect().height),
  ];
  assert.ok(Math.abs(given - needed) <= 2, `${given} given, ${needed} needed`);
  assert.deepEqual(visit.said, []);
  await visit.end();
  await strict.close();
});
