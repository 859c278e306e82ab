// What a visitor downloads: every file of dist/, compressed as a good host sends it.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { DIST } from "./browser.js";
import { brotli } from "./serve.js";

const REPORTS = join(DIST, "../data/reports");

function below(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return paths.flatMap((path) => (statSync(path).isDirectory() ? below(path) : [path])).sort();
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} KB`;
let total = 0;
for (const path of below(DIST)) {
  const size = (await brotli(readFileSync(path))).length;
  total += size;
  console.info(`${kb(size)}  ${relative(DIST, path)}`);
}
const reports = below(REPORTS).filter((path) => path.endsWith(".md"));
const texts = (await brotli(Buffer.concat(reports.map((path) => readFileSync(path))))).length;
console.info(`${kb(total)}  in all, with brotli at its best`);
console.info(`${kb(texts)}  are the ${reports.length} reports, which the program holds`);
// What we aim for is less than half of what it weighs today; until it is reached, the site must at least not grow.
const [AIM, LIMIT] = [150_000, 337_000];
console.info(`${kb(total - texts)}  without them (at most ${LIMIT / 1000}; the aim is ${AIM / 1000})`);
process.exitCode = total - texts > LIMIT ? 1 : 0;
