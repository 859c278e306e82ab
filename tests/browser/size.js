// What a reader of the front page downloads, compressed as a good host sends it. Apart from it stand the other pages, which need nothing else; the
// embeds, each of which is read alone and in other people's pages; and the package for programmers.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { DIST } from "./browser.js";
import { brotli } from "./serve.js";

const REPORTS = join(DIST, "../data/reports");
/** What no page loads, or only where it is asked for: the dialog, the search, the table of all figures, what opens the reader's own files, and what runs inside frames. */
const OWN = ["add.js", "open.js", "shelf.js", "worker.js", "docx.js", "pdf.js", "pdf"];
const APART = ["embed", "embed.js", "frame.js", "dialog.js", "figures.js", "grid.js", ...OWN, "pkg", "_headers"];

function below(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return paths.flatMap((path) => (statSync(path).isDirectory() ? below(path) : [path])).sort();
}

const weight = async (path) => (await brotli(readFileSync(path))).length;
const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} KB`;
let total = 0;
const apart = [];
const pages = [];
for (const path of below(DIST)) {
  const name = relative(DIST, path);
  if (APART.includes(name.split("/")[0]) || name.startsWith("find-")) {
    apart.push(path);
    continue;
  }
  // Pictures for previews, and what only crawlers ask for.
  if (/\.(png|txt|xml)$/.test(name)) continue;
  const size = await weight(path);
  if (name.includes("/")) {
    pages.push(size);
    continue;
  }
  total += size;
  console.info(`${kb(size)}  ${name}`);
}
console.info(`${kb(Math.max(0, ...pages))}  the largest of ${pages.length} other pages, ${kb(pages.reduce((sum, size) => sum + size, 0)).trim()} in all (not counted)`);
const reports = below(REPORTS).filter((path) => path.endsWith(".md"));
const texts = (await brotli(Buffer.concat(reports.map((path) => readFileSync(path))))).length;
console.info(`${kb(total)}  for the front page and the program, with brotli at its best`);
console.info(`${kb(texts)}  are the ${reports.length} reports, which the program holds`);
// What we aim for is less than half of what it weighs today; until it is reached, the site must at least not grow.
const [AIM, LIMIT] = [150_000, 508_500];
console.info(`${kb(total - texts)}  without them (at most ${LIMIT / 1000}; the aim is ${AIM / 1000})`);

// Embeds of this data version stand there twice and weigh the same.
const EMBED = 10_000;
const embeds = apart.filter((path) => /^embed\/[^/]+\.html$/.test(relative(DIST, path)));
const sizes = await Promise.all(embeds.map(weight));
const largest = Math.max(0, ...sizes);
console.info(`\nNot loaded with the pages:\n${kb(largest)}  the largest of ${embeds.length} embeds (at most ${EMBED / 1000})`);
for (const path of apart.filter((path) => !/^embed\/|\/cmaps\//.test(relative(DIST, path)))) console.info(`${kb(await weight(path))}  ${relative(DIST, path)}`);
process.exitCode = total - texts > LIMIT || largest > EMBED ? 1 : 0;
