// Pictures of the site: shots.js FOLDER  for every page and state at three widths, light and dark, in both languages; shots.js --picture FILE  for
// the README.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { DIST, launch, Visit } from "./browser.js";
import { serve } from "./serve.js";
import { VIEWS } from "./views.js";

const WIDTHS = [360, 768, 1280];

const server = await serve(DIST);
const browser = await launch();
const [first, file] = process.argv.slice(2);
if (first === "--picture") await picture(file);
else await shots(first ?? ".shots");
await browser.close();
await server.close();

async function open(fragment, options) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
  return Visit.start(await context.newPage(), server, fragment, true);
}

async function shots(folder) {
  mkdirSync(folder, { recursive: true });
  for (const language of ["zh", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of WIDTHS) {
        const visit = await open(`#overview?lang=${language}`, { colorScheme, viewport: { width, height: 800 } });
        for (const [name, show] of Object.entries(VIEWS)) {
          await show(visit);
          const path = join(folder, `${name.replaceAll(/\W+/g, "-")}-${language}-${colorScheme}-${width}.png`);
          await visit.page.screenshot({ path, fullPage: true });
          console.info(path);
        }
        await visit.quiet();
      }
    }
  }
}

async function picture(path) {
  mkdirSync(dirname(path), { recursive: true });
  const visit = await open("", { colorScheme: "light", viewport: { width: 1120, height: 880 } });
  await visit.goTo("报道");
  await visit.page.locator("main a[href*='report/']").first().click();
  await visit.page.locator("main a.f").nth(3).click();
  await visit.settled();
  await visit.page.screenshot({ path });
  await visit.quiet();
  console.info(path);
}
