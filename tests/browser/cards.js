// The pictures that previews of links show, 1200 × 630: cards.js  gives every page of dist/ one of its own, made from its first chart, or from its
// headline where it has none;  cards.js --site FILE  makes the one of the site, which pages have until then.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DIST, files, launch } from "./browser.js";

const STYLE = `
  body { margin: 0; width: 1200px; height: 630px; overflow: hidden; background: var(--paper); }
  .card { box-sizing: border-box; height: 630px; border-top: 20px solid var(--cobalt); padding: 32px 64px 40px; display: flex; flex-direction: column; gap: 12px; }
  .card .brand { font-size: 30px; }
  .card h1 { font-size: 46px; line-height: 1.3; }
  .card.alone h1 { font-size: 64px; margin-top: auto; }
  .card p { font-size: 24px; color: var(--ink-2); line-height: 1.6; }
  .card.alone p { margin-bottom: auto; font-size: 28px; }
  .card .plot { flex: 1; min-height: 0; display: flex; }
  .card svg.c { display: block; max-width: 100%; max-height: 100%; width: auto; height: 100%; }`;

const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1200, height: 630 }, colorScheme: "light" })).newPage();
const text = (html, pattern) => pattern.exec(html)?.[1] ?? "";

/** Draws the card of a page from its HTML. */
async function card(html, style) {
  const title = text(html, /<meta property="og:title" content="([^"]*)"/).split(" · ")[0];
  const about = text(html, /<meta name="description" content="([^"]*)"/);
  await page.setContent(`<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${style}${STYLE}</style><body></body>`);
  return page.evaluate(
    ([html, title, about]) => {
      const from = new DOMParser().parseFromString(html, "text/html");
      const decoded = (text) => new DOMParser().parseFromString(text, "text/html").body.textContent;
      const make = (tag, className, content = "") => Object.assign(document.createElement(tag), { className, textContent: content });
      const drawing = from.querySelector("main svg.c.w");
      const near = drawing?.closest("figure, .cw");
      const card = make("div", drawing ? "card" : "card alone");
      const brand = make("div", "brand", "指标");
      brand.append(make("small", "", "zhibiao"));
      card.append(brand, make("h1", "", near?.querySelector("h2, h3")?.textContent ?? decoded(title)));
      card.append(make("p", "", near?.querySelector(".sub")?.textContent ?? decoded(about)));
      if (drawing) {
        const plot = make("div", "plot");
        plot.append(drawing);
        card.append(plot);
      }
      document.body.append(card);
    },
    [html, title, about],
  );
}

const style = readFileSync(join(DIST, text(readFileSync(join(DIST, "index.html"), "utf8"), /href="\.\/(style-[^"]+)"/)), "utf8");
const [option, file] = process.argv.slice(2);
if (option === "--site") {
  const front = readFileSync(join(DIST, "index.html"), "utf8");
  const promise = text(front, /<h1>(.*?)<\/h1>/s).replace(/<[^>]*>/g, "");
  await card(`<meta property="og:title" content="${promise}">${text(front, /(<meta name="description"[^>]*>)/)}`, style);
  await page.screenshot({ path: file });
} else {
  for (const name of files()) {
    const index = join(DIST, name, "index.html");
    const html = readFileSync(index, "utf8");
    await card(html, style);
    await page.screenshot({ path: join(dirname(index), "card.png") });
    // Complete where the site's address is known.
    const place = text(html, /<link rel="canonical" href="([^"]*)"/) || "./";
    writeFileSync(index, html.replace(/(<meta property="og:image" content=")[^"]*/, (_, open) => `${open}${place}card.png`));
  }
  console.info(`${files().length} pictures`);
}
await browser.close();
