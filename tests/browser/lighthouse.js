// Lighthouse on the built site and on its largest embed, as on a mid-range phone: lighthouse.js [RUNS]
// Prints for three pages and the embed the median of the runs, and fails where one is below the bar.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { DIST, executable, files, FLAGS } from "./browser.js";
import { serve } from "./serve.js";

// A score counts to 100; the others are milliseconds, and a share of the screen.
const BARS = [
  ["performance", (r) => Math.round(100 * r.categories.performance.score), (v) => v >= 98],
  ["accessibility", (r) => Math.round(100 * r.categories.accessibility.score), (v) => v === 100],
  ["best practices", (r) => Math.round(100 * r.categories["best-practices"].score), (v) => v === 100],
  ["search engines", (r) => Math.round(100 * r.categories.seo.score), (v) => v === 100],
  ["largest paint, ms", (r) => Math.round(r.audits["largest-contentful-paint"].numericValue), (v) => v <= 1000],
  ["blocked, ms", (r) => Math.round(r.audits["total-blocking-time"].numericValue), (v) => v <= 100],
  ["layout shift", (r) => Number(r.audits["cumulative-layout-shift"].numericValue.toFixed(3)), (v) => v <= 0.01],
];

// An embed stands in a page that has work of its own. It is no page for search engines, and its policy keeps Lighthouse from asking for robots.txt.
const EMBED_GOOD = { "largest paint, ms": (v) => v <= 800, "search engines": () => true };
const EMBED_BARS = BARS.map(([name, measure, good]) => [name, measure, EMBED_GOOD[name] ?? good]);
const embeds = readdirSync(join(DIST, "embed")).filter((name) => name.startsWith("indicator") && name.endsWith(".html"));
const largest = embeds.sort((a, b) => statSync(join(DIST, "embed", b)).size - statSync(join(DIST, "embed", a)).size)[0];

/** The front page, the first report, and the page of the first indicator. */
const PAGES = ["", "report/", "indicator/"].map((folder) => files().find((file) => (folder ? file.startsWith(folder) && file !== folder : true)));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const runs = Number(process.argv[2] ?? 3);
const { url, close } = await serve(DIST, { quality: 11 });

async function measured(address) {
  const chrome = await launch({ chromePath: executable(), chromeFlags: ["--headless=new", ...FLAGS], logLevel: "silent" });
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" });
  await chrome.kill();
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
  return lhr;
}

for (const [page, bars] of [...PAGES.map((page) => [page, BARS]), [`embed/${largest}`, EMBED_BARS]]) {
  const results = [];
  // A static host has its files compressed already.
  await fetch(url + page, { headers: { "accept-encoding": "br" } });
  for (let run = 0; run < runs; run += 1) results.push(await measured(url + page));
  console.info(`/${page}`);
  for (const [name, measure, good] of bars) {
    const value = median(results.map(measure));
    if (!good(value)) process.exitCode = 1;
    console.info(`  ${name.padEnd(18)} ${String(value).padStart(6)}${good(value) ? "" : "  below the bar"}`);
  }
  const lost = Object.values(results[0].audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== "informative");
  for (const audit of lost) console.info(`    ${audit.id}: ${audit.displayValue ?? audit.title}`);
}
await close();
