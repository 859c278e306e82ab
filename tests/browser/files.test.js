// 添加: files of every kind that is read, folders, and what cannot be read.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { site } from "./browser.js";
import { docx, pdf, zip } from "./fixtures.js";

const open = site({ prefix: "/some/where/" });
const ARTICLES = join(dirname(fileURLToPath(import.meta.url)), "articles");
const PROSE = readFileSync(join(ARTICLES, "utf-8.txt"), "utf8");
const GBK = readFileSync(join(ARTICLES, "gb18030.txt"));
const FOLDER = mkdtempSync(join(tmpdir(), "zhibiao-"));
after(() => rmSync(FOLDER, { recursive: true }));

const own = (visit) => visit.page.locator("#own li > a");
const outcomes = (visit) => visit.page.locator("#outcomes li");
const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** Chooses files and gives for each what became of it: its class, and the words. */
async function choose(visit, files, input = "#files") {
  await visit.page.locator(input).setInputFiles(files);
  await outcomes(visit).first().waitFor();
  await visit.page.locator("#cancel").waitFor({ state: "detached" });
  return outcomes(visit).evaluateAll((lines) => lines.map((line) => [line.className, line.querySelector("b").textContent, line.querySelector("span").textContent]));
}

/** The text of the reader's own report of a title, paragraph by paragraph, and its figures. */
async function report(visit, title) {
  await own(visit).filter({ hasText: title }).last().click();
  await visit.page.locator("main p.para a.f").first().waitFor();
  const paragraphs = await visit.page.locator("main p.para").allInnerTexts();
  const figures = await visit.page.locator("main p.para a.f").allInnerTexts();
  await visit.goTo("添加");
  return { paragraphs, figures };
}

test("a Markdown file is named by its front matter or its heading, a web page by its title", async () => {
  const visit = await open("add/");
  const front = `---\nid: mine\ntitle: 题: 目\noutlet: 锦川日报\ndate: 2025-07-20\n---\n\n${PROSE}`;
  const heading = `# 云岭高新区开门红\n\n${PROSE.replaceAll("锦川", "云岭")}`;
  const page = `<html><head><title>甲 &amp; 乙</title></head><body style="color: red"><p>2025年，锦川高新区财政总收入18.6亿元。</p></body></html>`;
  const outcome = await choose(visit, [file("front.md", front), file("heading.md", heading), file("page.html", page), file("name 2025.5", PROSE.replace(/^.*\n/, "").repeat(2))]);
  assert.deepEqual(outcome.map(([kind]) => kind), ["ok", "ok", "ok", "ok"]);
  assert.deepEqual(await own(visit).allInnerTexts(), ["题: 目", "云岭高新区开门红", "甲 & 乙", "name 2025"]);
  assert.match(await visit.page.locator("#own li").first().innerText(), /锦川日报[^]*2025年7月20日(?!\s*推定)/);
  await visit.quiet();
});

const p = (...runs) => `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>${runs.map((run) => `<w:r>${run.startsWith("<") ? run : `<w:t>${run}</w:t>`}</w:r>`).join("")}</w:p>`;
const cell = (text) => `<w:tc>${p(text)}</w:tc>`;

test("a Word document gives its paragraphs, line breaks and the cells of its tables", async () => {
  const visit = await open("add/");
  const body = [
    p("锦川高新区", "交出年报"),
    p("2025年，锦川高新区财政总收入", "18.6", "亿元，", "<w:br/>", "增长6.3%。"),
    `<w:p><w:del><w:r><w:t>删去99亿元</w:t></w:r></w:del><w:ins><w:r><w:t>签约项目37个。</w:t></w:r></w:ins></w:p>`,
    `<w:tbl><w:tblPr/><w:tr>${cell("指标")}${cell("2025年")}</w:tr><w:tr>${cell("规上工业总产值")}${cell("212.4亿元")}</w:tr></w:tbl>`,
    p(`<mc:Choice><w:txbxContent>${p("框中5个。")}</w:txbxContent></mc:Choice><mc:Fallback>${p("框中5个。")}</mc:Fallback>`, "正文 &lt;b&gt;&#38;<!-- > -->"),
  ].join("");
  const text = (bytes) => visit.page.evaluate(async ([base, bytes]) => (await import(`${base}docx.js`)).text(new Uint8Array(bytes)), [visit.base, [...bytes]]);
  const whole = [
    "锦川高新区交出年报",
    "2025年，锦川高新区财政总收入18.6亿元，",
    "增长6.3%。",
    "签约项目37个。",
    "指标\t2025年",
    "规上工业总产值\t212.4亿元",
    "正文 <b>&",
    "框中5个。",
  ].join("\n");
  assert.equal(await text(docx(body)), whole);
  assert.equal(await text(docx(body, { stored: true })), whole);
  assert.deepEqual((await choose(visit, file("a.docx", docx(body)))).map(([kind]) => kind), ["ok"]);
  const { figures } = await report(visit, "锦川高新区交出年报");
  for (const figure of ["18.6亿元", "6.3%", "37个"]) assert.ok(figures.includes(figure), `${figure} in ${figures}`);
  await visit.quiet();
});

test("a PDF with a text layer gives its text, lines joined to paragraphs", async () => {
  const visit = await open("add/");
  const pages = [
    ["锦川日报第1版", "锦川高新区上半年开门红", "2025年上半年，锦川高新区规上工业总产值212.4亿元，同比", "增长9.7%；财政总收入18.6亿", "元。", "- 1 -"],
    ["锦川日报第2版", "⾼新区签约项目37个，其中主导产业22个，占59.46%，⻓期增⻓。", "- 2 -"],
  ];
  assert.deepEqual((await choose(visit, file("report.pdf", pdf(pages)))).map(([kind]) => kind), ["ok"]);
  const { paragraphs, figures } = await report(visit, "锦川高新区上半年开门红");
  for (const figure of ["212.4亿元", "9.7%", "37个", "59.46%"]) assert.ok(figures.includes(figure), `${figure} in ${figures}`);
  assert.ok(paragraphs.some((words) => words.includes("同比增长9.7%")), `joined: ${paragraphs}`);
  assert.ok(paragraphs.every((words) => !/- \d -|日报|⾼|⻓/.test(words)), `without what runs along, in plain characters: ${paragraphs}`);
  await visit.quiet();
});

test("a PDF whose font is in a Chinese encoding is read with the tables of the site", async () => {
  const visit = await open("add/");
  const lines = GBK.toString("hex").match(/../g).join(" ").split(/ ?0a ?/).filter(Boolean);
  const encode = (line) => line.replaceAll(" ", "");
  const before = visit.asked.length;
  assert.deepEqual((await choose(visit, file("gbk.pdf", pdf([lines], { map: false, encoding: "GBK-EUC-H", encode })))).map(([kind, , words]) => [kind, words]), [["ok", "读出6个数。"]]);
  const tables = visit.asked.slice(before).filter((url) => url.includes("/pdf/cmaps/"));
  assert.ok(tables.length > 0 && tables.every((url) => url.startsWith(visit.base)), `${tables}`);
  await visit.quiet();
});

test("a file that cannot be read says why", async () => {
  const visit = await open("add/");
  const body = p("2025年财政总收入18.6亿元。");
  const bomb = docx("\n".repeat(70_000_000));
  const office = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504)]);
  const files = [
    file("scan.pdf", pdf([[], []])),
    file("broken.pdf", "%PDF-1.4\nnothing"),
    file("locked.pdf", pdf([["5个"]], { trailer: "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <" + "41".repeat(32) + "> /U <" + "42".repeat(32) + "> >>" })),
    file("cut.docx", docx(body).subarray(0, 200)),
    file("garbled.docx", docx("<w:p>")),
    file("entities.docx", zip({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "5个">]><a>&b;</a>' })),
    file("bomb.docx", bomb),
    file("locked.docx", docx(body, { flags: 1 })),
    file("sealed.docx", Buffer.concat([office, Buffer.from("EncryptedPackage", "utf16le")])),
    file("old.doc", office),
    file("sheet.docx", zip({ "xl/workbook.xml": "<a/>" })),
    { ...file("picture.jpg", "x"), mimeType: "image/jpeg" },
    file("program.bin", [0, 1, 2, 255]),
    file("list.json", '{"reports": []}'),
    file("later.json", '{"zhibiao": 2, "reports": []}'),
  ];
  const outcome = await choose(visit, files);
  assert.deepEqual(outcome.map(([kind, name]) => [kind, name]), files.map(({ name }) => ["no", name]));
  const reasons = { 没有文字层: ["scan.pdf"], 有密码: ["locked.pdf", "locked.docx", "sealed.docx"], 损坏: ["broken.pdf", "cut.docx", "garbled.docx", "entities.docx"], 太长: ["bomb.docx"], 不是能读的文件类型: ["old.doc", "sheet.docx", "picture.jpg", "program.bin"], 不是从这里导出: ["list.json"], 较新的版本: ["later.json"] };
  const found = Object.fromEntries(Object.keys(reasons).map((words) => [words, []]));
  for (const [, name, said] of outcome) found[Object.keys(reasons).find((words) => said.includes(words))]?.push(name);
  for (const [words, names] of Object.entries(reasons)) assert.deepEqual(found[words].sort(), names.sort(), words);
  assert.match(await visit.page.locator("#progress").innerText(), /15/);
  await visit.quiet();
});

/** A folder with texts, one that is no text, one that the system hides, and one further down. */
function folder() {
  const root = join(FOLDER, "reports");
  mkdirSync(join(root, "2025"), { recursive: true });
  writeFileSync(join(root, "a.txt"), PROSE);
  writeFileSync(join(root, ".hidden"), "x");
  writeFileSync(join(root, "picture.png"), "x");
  writeFileSync(join(root, "2025", "b.md"), `# ${PROSE.replaceAll("锦川", "云岭")}`);
  return root;
}

const IN_FOLDER = [["ok", "reports/2025/b.md"], ["ok", "reports/a.txt"], ["no", "reports/picture.png"]];

test("a folder is read with what lies below it, each file with what became of it", async () => {
  const visit = await open("add/");
  const outcome = await choose(visit, folder(), "#folder");
  assert.deepEqual(outcome.map(([kind, name]) => [kind, name]).sort((a, b) => (a[1] < b[1] ? -1 : 1)), IN_FOLDER);
  assert.equal(await own(visit).count(), 2);
  await visit.quiet();
});

test("a folder can be dropped", async () => {
  const visit = await open("add/");
  const target = await visit.page.locator(".drop").boundingBox();
  const tools = await visit.page.context().newCDPSession(visit.page);
  const data = { items: [], files: [folder()], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await tools.send("Input.dispatchDragEvent", { type, x: target.x + 20, y: target.y + 20, data });
  await outcomes(visit).nth(2).waitFor();
  const names = await outcomes(visit).evaluateAll((lines) => lines.map((line) => [line.className, line.querySelector("b").textContent]));
  assert.deepEqual(names.sort((a, b) => (a[1] < b[1] ? -1 : 1)), IN_FOLDER);
  await visit.quiet();
});
