// What the tests share: the site on a server, a browser, and pages that note all they say and ask for.

import assert from "node:assert/strict";
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./serve.js";

export const DIST = join(dirname(fileURLToPath(import.meta.url)), "../../dist");

/** The pages, by the name that the navigation gives them. */
export const PAGES = ["总览", "报道", "图表", "数据", "核对", "添加", "方法"];

/** The files of the pages, as in `report/ganzhou-2024/`; the front page is the empty one, and the first. */
export function files() {
  const places = [...readFileSync(join(DIST, "sitemap.xml"), "utf8").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place);
  return places.map((place) => place.slice(places[0].length));
}

/** Starts the browser. It makes no requests of its own. */
export function launch(options = {}) {
  return chromium.launch({ executablePath: executable(), args: [...FLAGS, ...AWAKE], ...options });
}

/** What a browser is started with, here and under Lighthouse. */
export const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** A window behind another draws no frames, and what waits for one waits for ever: several pages are open at once. */
const AWAKE = ["--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding", "--disable-background-timer-throttling"];

/** Where the browser is: `CHROMIUM`, or the first on PATH. */
export function executable() {
  const named = ["chromium", "chromium-browser", "google-chrome"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => named.map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM, ...places].find((place) => place && runs(place));
  if (!found) throw new Error("No browser found: install chromium, or name it in CHROMIUM");
  return found;
}

function runs(place) {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * For a file of tests: one server and one browser, stopped at the end.
 * Gives `open(fragment, options)`, which opens the site and waits until it lives; `open.blank(options, server)`, which opens a page that is nowhere
 * yet, to go to that server; and `open.url()`, the site's address.
 */
export function site({ prefix = "/" } = {}) {
  let server, browser;
  before(async () => {
    server = await serve(DIST, { prefix });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  const page = async (options) => (await browser.newContext(options)).newPage();
  const open = async (fragment = "", { live = true, ...options } = {}) =>
    Visit.start(await page({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", ...options }), server, fragment, live);
  open.blank = async (options = {}, other = server) => new Visit(await page(options), other);
  open.url = () => server.url;
  return open;
}

/** A page in the browser, with all that it said and asked for since it was opened. */
export class Visit {
  constructor(page, server) {
    Object.assign(this, { page, server, base: server.url, said: [], asked: [] });
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.said.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => this.said.push(`failed: ${request.url()}`));
    page.on("dialog", (dialog) => {
      this.said.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on("request", (request) => this.asked.push(request.url()));
    page.on("response", (response) => {
      if (response.status() >= 400) this.said.push(`${response.status()}: ${response.url()}`);
    });
  }

  static async start(page, server, fragment, live) {
    const visit = new Visit(page, server);
    if (live) await page.addInitScript(() => addEventListener("zhibiao-ready", () => (window.alive = true)));
    await page.goto(server.url + fragment);
    if (live) await visit.alive();
    return visit;
  }

  /** Waits until the program has taken the page over and has drawn what the address asks for. */
  async alive() {
    // The program waits for a sign of the reader's.
    await this.page.evaluate(() => dispatchEvent(new Event("pointerover")));
    await this.page.waitForFunction(() => window.alive === true, undefined, { timeout: 30_000 });
    await this.settled();
  }

  /** Waits until what was begun is drawn. */
  async settled() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  }

  /** How many figures of a report's text are marked. */
  marked() {
    return this.page.locator("main p.para a.f").evaluateAll((all) => all.filter((figure) => getComputedStyle(figure).fontWeight === "700").length);
  }

  async reload() {
    await this.page.reload();
    await this.alive();
  }

  /** What left the browser so far: requests to the site that its cache did not answer, and those to others. */
  sent() {
    return [...this.server.asked, ...this.asked.filter((url) => !url.startsWith(this.base))];
  }

  /** Goes to a page by the navigation. */
  async goTo(name) {
    await this.page.getByRole("navigation").first().getByRole("link", { name, exact: true }).click();
    await this.settled();
  }

  /** Checks that the page said nothing and asked for the site's own files only; closes it. */
  async quiet() {
    assert.deepEqual(this.said, [], "the console stays empty");
    const foreign = this.asked.filter((url) => !url.startsWith(this.base) && !url.startsWith("blob:") && !url.startsWith("data:"));
    assert.deepEqual(foreign, [], "nothing is asked of others");
    await this.page.context().close();
  }
}
