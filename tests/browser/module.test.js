// The JavaScript module as a package: packed by npm, loaded by a plain page, bundled by esbuild and Vite, checked by TypeScript.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build as bundle } from "esbuild";
import ts from "typescript";
import { build } from "vite";
import { DIST, launch, Visit } from "./browser.js";
import { serve } from "./serve.js";

const REPORTS = join(DIST, "../data/reports");
let folder, browser;

/** A project in a folder of its own, with the package as npm packs and unpacks it. */
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "module-"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(DIST, "pkg") });
  const [packed] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  mkdirSync(join(folder, "node_modules/zhibiao"), { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed), "-C", join(folder, "node_modules/zhibiao"), "--strip-components=1"]);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const TEXT = "𠮷。2023年，景德镇高新区签约项目49个，其中主导产业项目31个，占63.27%；首批产业项目23个，其中17个已经投产，投产率70.37%。";

/** Serves a folder of the project and runs a function in a page of it, once the page says that it is ready. */
async function inPage(path, run, argument) {
  const server = await serve(join(folder, path));
  const visit = new Visit(await browser.newPage(), server);
  await visit.page.goto(server.url);
  await visit.page.waitForFunction(() => window.zhibiao, undefined, { timeout: 30_000 });
  const result = await visit.page.evaluate(run, argument);
  assert.deepEqual(visit.said, []);
  await visit.page.close();
  await server.close();
  return result;
}

const page = (script) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title><script type="module" src="${script}"></script>`;
const use = (ready) => `${ready}\nwindow.zhibiao = zhibiao;\n`;

function looked(text) {
  const { read, check, chart, version } = window.zhibiao;
  const reading = read(text, { date: "2024-02-27", title: "题" });
  const findings = check([text]);
  const svg = chart(text, { indicator: reading.observations[0].INDICATOR, language: "en" });
  return {
    version: version(),
    plain: Object.getPrototypeOf(reading) === Object.prototype && Array.isArray(reading.figures),
    quoted: reading.figures.every((f) => text.slice(f.start, f.end) === f.quote) && findings.every((f) => f.figures.every((p) => text.slice(p.start, p.end) === p.quote)),
    figures: reading.figures.map((f) => f.quote),
    verdicts: findings.filter((f) => f.stated).map((f) => `${f.stated} ${f.verdict}`).sort(),
    date: reading.date,
    zone: reading.observations[0].REF_AREA,
    svg: new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.localName,
  };
}

function good(found) {
  assert.equal(found.version, JSON.parse(readFileSync(join(DIST, "pkg/package.json"), "utf8")).version);
  assert.ok(found.plain && found.quoted, "plain objects, offsets in UTF-16 units");
  assert.deepEqual(found.figures, ["49个", "31个", "63.27%", "23个", "17个", "70.37%"]);
  assert.deepEqual(found.verdicts, ["63.27% holds", "70.37% differs"]);
  assert.deepEqual([found.date, found.zone, found.svg], ["2024-02-27", "景德镇高新区", "svg"]);
}

test("a plain page loads it", async () => {
  cpSync(join(folder, "node_modules/zhibiao"), join(folder, "plain"), { recursive: true });
  writeFileSync(join(folder, "plain/index.html"), page("main.js"));
  writeFileSync(join(folder, "plain/main.js"), use('import init, * as zhibiao from "./zhibiao.js"; await init();'));
  good(await inPage("plain", looked, TEXT));
});

test("esbuild bundles it", async () => {
  mkdirSync(join(folder, "esbuild"));
  writeFileSync(join(folder, "esbuild.js"), use('import init, * as zhibiao from "zhibiao"; import wasm from "zhibiao/zhibiao_bg.wasm"; await init({ module_or_path: wasm });'));
  await bundle({
    absWorkingDir: folder,
    entryPoints: ["esbuild.js"],
    outfile: "esbuild/main.js",
    bundle: true,
    minify: true,
    format: "esm",
    loader: { ".wasm": "file" },
    logLevel: "error",
  });
  writeFileSync(join(folder, "esbuild/index.html"), page("main.js"));
  good(await inPage("esbuild", looked, TEXT));
});

test("Vite bundles it", async () => {
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app/index.html"), page("./main.js"));
  writeFileSync(join(folder, "app/main.js"), use('import init, * as zhibiao from "zhibiao"; await init();'));
  await build({ root: join(folder, "app"), configFile: false, logLevel: "error", build: { target: "esnext", outDir: join(folder, "vite") } });
  good(await inPage("vite", looked, TEXT));
});

test("TypeScript checks the example and knows every type", () => {
  const file = join(folder, "use.ts");
  writeFileSync(
    file,
    `import init, { chart, check, read, version, type Figure, type Finding, type Reading } from "zhibiao";
     await init();
     const reading: Reading = read("", { date: "2024-02-27" });
     const figures: Figure[] = reading.figures;
     const findings: Finding[] = check(["", { text: "", title: null }]);
     const svg: string = chart("", { indicator: "", form: "slope", zones: ["a"], width: 300, language: "en" });
     const v: string = version();
     const unit: string | undefined = figures[0]?.unit;
     export { findings, svg, v, unit };
     // @ts-expect-error a text is a string
     read(1);
     // @ts-expect-error there is no such form
     chart("", { indicator: "", form: "pie" });
     // @ts-expect-error an indicator is needed
     chart("", {});
     // @ts-expect-error figures have no such field
     figures[0].colour;
    `,
  );
  const options = {
    strict: true,
    noEmit: true,
    allowJs: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  };
  const program = ts.createProgram([file, join(folder, "node_modules/zhibiao/example.js")], options);
  const complaints = ts.getPreEmitDiagnostics(program).map((d) => `${d.file?.fileName}:${d.start} ${ts.flattenDiagnosticMessageText(d.messageText, "\n")}`);
  assert.deepEqual(complaints, []);
});

test("the example page works, under a strict policy", async () => {
  const server = await serve(join(folder, "node_modules/zhibiao"));
  const visit = new Visit(await browser.newPage(), server);
  await visit.page.goto(`${server.url}example.html`);
  await visit.page.locator("html[data-ready]").waitFor({ timeout: 30_000 });
  assert.ok((await visit.page.locator("#figures li").count()) >= 5);
  assert.match(await visit.page.locator("#findings li").first().innerText(), /holds/);
  assert.ok(await visit.page.locator("#chart").evaluate((image) => image.naturalWidth > 200));
  await visit.page.locator("#date").fill("tomorrow");
  await visit.page.getByRole("button").click();
  assert.match(await visit.page.getByRole("alert").innerText(), /tomorrow.*2024-02-27/);
  assert.deepEqual(visit.said, []);
  await visit.page.close();
  await server.close();
});

test("what is wrong is an Error that says what to do, and nothing stops it", async () => {
  const found = await inPage("plain", () => {
    const { read, check, chart } = window.zhibiao;
    const caught = (run) => {
      try {
        run();
        return "nothing";
      } catch (error) {
        return error instanceof Error ? error.message : `no Error: ${error}`;
      }
    };
    const loop = {};
    loop.text = loop;
    const messages = {
      "a number": caught(() => read(1)),
      nothing: caught(() => read()),
      date: caught(() => read("x", { date: "2024-02-30" })),
      month: caught(() => read("x", { date: "2024-02" })),
      "date as a number": caught(() => read("x", { date: 20240227 })),
      slip: caught(() => read("x", { dat: "2024-02-27" })),
      "no options": caught(() => read("x", 5)),
      article: caught(() => check([{ txt: "x" }])),
      loop: caught(() => check(loop)),
      null: caught(() => check(null)),
      form: caught(() => chart("x", { indicator: "a", form: "pie" })),
      width: caught(() => chart("x", { indicator: "a", width: Number.NaN })),
      zones: caught(() => chart("x", { indicator: "a", zones: "a" })),
      language: caught(() => chart("x", { indicator: "a", language: "fr" })),
      empty: caught(() => chart("x", { indicator: "a" })),
      unknown: caught(() => chart("2023年甲高新区签约项目49个。", { indicator: "<b>" })),
    };
    const odd = ["", "\u0000\ufeff", "\ud800", "9".repeat(20000) + "亿元", "（同比增长".repeat(5000), "<script>".repeat(5000)];
    const fine = odd.map((text) => read(text).figures.every((f) => text.slice(f.start, f.end) === f.quote));
    const hostile = chart("2023年甲<img src=x onerror=alert(1)>高新区签约项目49个。2022年签约项目40个。", { indicator: "签约项目" });
    return { messages, fine, hostile, still: read("2023年甲高新区签约项目49个。").figures.length };
  });
  for (const [what, message] of Object.entries(found.messages)) {
    assert.match(message, /^(read|check|chart): |^(chart): \w+/, what);
    assert.ok(message.length > 20, `${what}: ${message}`);
  }
  assert.match(found.messages.date, /2024-02-30.*2024-02-27/);
  assert.match(found.messages.slip, /“dat”.*date, title/);
  assert.match(found.messages.form, /bars, completion, change, share, slope, rank, projects/);
  assert.match(found.messages.unknown, /签约项目/);
  assert.ok(found.fine.every(Boolean) && !found.hostile.includes("<img"));
  assert.equal(found.still, 1);
});

test("reads the reports of the site, and says how long that takes", async () => {
  const texts = readdirSync(REPORTS).filter((name) => name.endsWith(".md")).map((name) => readFileSync(join(REPORTS, name), "utf8").replace(/^---[^]*?\n---\n/, ""));
  const { counts, times } = await inPage("plain", (texts) => {
    const times = [];
    let counts;
    for (let run = 0; run < 15; run += 1) {
      const start = performance.now();
      counts = texts.map((text) => window.zhibiao.read(text).figures.length);
      times.push(performance.now() - start);
    }
    return { counts, times };
  }, texts.sort((a, b) => b.length - a.length).slice(0, 5));
  assert.ok(counts.every((count) => count > 0), `${counts}`);
  times.sort((a, b) => a - b);
  console.info(`read of the five longest of ${texts.length} reports: ${times[0].toFixed(0)} ms at best, ${times[7].toFixed(0)} ms mostly`);
});
