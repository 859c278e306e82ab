// Pictures of the site: shots.js FOLDER  for every page at three widths, light and dark; shots.js --picture FILE  for the README.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { DIST, launch, Visit } from "./browser.js";
import { serve } from "./serve.js";

const WIDTHS = [360, 768, 1280];
const NAMES = { 总览: "overview", 报道: "report", 图表: "explore", 数据: "figures", 核对: "check", 添加: "add", 方法: "method", 开发区: "zone" };

const server = await serve(DIST);
const browser = await launch();
const [first, file] = process.argv.slice(2);
if (first === "--picture") await picture(file);
else await shots(first ?? ".shots");
await browser.close();
await server.close();

async function open(options) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
  return Visit.start(await context.newPage(), server, "", true);
}

/** Goes to a page, and where it is the reports, into the first one, with a figure selected. A zone is reached from the overview. */
async function show(visit, name) {
  await visit.goTo(name === "开发区" ? "总览" : name);
  if (name === "开发区") {
    await visit.page.locator("#matrix th a[href*='zone/']").first().click();
    await visit.settled();
  }
  // The table is drawn by a script of its own.
  if (name === "数据") await visit.page.locator(".grid tbody a").first().waitFor();
  if (name !== "报道") return;
  await visit.page.locator("main a[href*='report/']").first().click();
  await visit.settled();
  await visit.page.locator("main a.f").nth(3).click();
  await visit.settled();
}

async function shots(folder) {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    for (const width of WIDTHS) {
      const visit = await open({ colorScheme, viewport: { width, height: 800 } });
      for (const name of Object.keys(NAMES)) {
        await show(visit, name);
        const path = join(folder, `${NAMES[name]}-${colorScheme}-${width}.png`);
        await visit.page.screenshot({ path, fullPage: true });
        console.info(path);
      }
      await visit.quiet();
    }
  }
}

async function picture(path) {
  mkdirSync(dirname(path), { recursive: true });
  const visit = await open({ colorScheme: "light", viewport: { width: 1120, height: 840 } });
  await show(visit, "报道");
  await visit.page.screenshot({ path });
  await visit.quiet();
  console.info(path);
}
