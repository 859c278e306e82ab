// The text of a PDF that has one. Loaded when a reader chooses the first, and with it pdf.js, which reads it in a worker of its own.

/** Fewer characters than this on a page are stamps and page numbers on pictures. */
const FEWEST = 8;

export async function text(bytes, signal, note) {
  const library = await import("./pdf/pdf.js");
  const beside = (name) => new URL(`./pdf/${name}`, import.meta.url).href;
  library.GlobalWorkerOptions.workerSrc = beside("pdf.worker.js");
  const task = library.getDocument({
    data: bytes,
    // The tables of Chinese encodings, for fonts that do not say which characters their glyphs are.
    cMapUrl: beside("cmaps/"),
    cMapPacked: true,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const stop = () => task.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const document = await task.promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      if (document.numPages > 1) note(`${number}/${document.numPages}`);
      const page = await document.getPage(number);
      pages.push(linesOf(await page.getTextContent({ disableNormalization: true })));
      page.cleanup();
    }
    const found = paragraphs(bodies(pages));
    if (found.replace(/\s/g, "").length < FEWEST * document.numPages) throw "scan";
    return found;
  } catch (error) {
    if (error?.name === "PasswordException") throw "locked";
    throw typeof error === "string" ? error : "broken";
  } finally {
    signal.removeEventListener("abort", stop);
    task.destroy();
  }
}

// Chinese PDFs often name a character by its look-alike among the radicals and the forms for compatibility. Unicode has most of them decomposed.
const RADICALS = "⺟⺠⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳";
const CHARACTERS = "母民西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟";
const plain = (words) =>
  words.replace(/[\u2e80-\u2fdf\uf900-\ufb06]/g, (c) => (RADICALS.includes(c) ? CHARACTERS[RADICALS.indexOf(c)] : c.normalize("NFKC")));

/** The lines of a page: words that stand side by side, with a tab where a column lies between them. */
function linesOf({ items }) {
  const lines = [];
  for (const { str, transform, width } of items) {
    const [x, y, size] = [transform[4], transform[5], Math.hypot(transform[2], transform[3])];
    if (!str.trim() || !size) continue;
    const line = lines.at(-1);
    const gap = line && x - line.right;
    if (line && Math.abs(line.y - y) < size / 2 && gap > -size) {
      line.words += (gap > size ? "\t" : gap > size / 4 ? " " : "") + plain(str);
      line.right = x + width;
    } else {
      lines.push({ words: plain(str), y, size, left: x, right: x + width });
    }
  }
  // How far the text reaches on this page, to tell a line that begins behind its margin or ends before it.
  const [first, last] = [margin(lines, (line) => line.left), -margin(lines, (line) => -line.right)];
  return lines.map((line) => ({ ...line, words: line.words.trim(), first, last }));
}

/** The outermost place at which several lines stand, or the outermost of all. */
function margin(lines, place) {
  const places = lines.map(place).sort((a, b) => a - b);
  const shared = places.find((at, i) => places[i + 2] - at < lines[0].size / 2);
  return shared ?? places[0];
}

/** Pages without what stands at the edge of most of them, but for its numbers, and without their numbers. */
function bodies(pages) {
  const edge = (page, i) => i < 2 || i >= page.length - 2;
  const key = ({ words, y }) => `${words.replace(/\d+/g, "#")} ${Math.round(y)}`;
  const seen = new Map();
  for (const page of pages) for (const line of page.filter((_, i) => edge(page, i))) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  const number = ({ words }) => /^[-—–·\s]*\d{1,4}[-—–·\s]*$/.test(words);
  const runs = (line) => pages.length > 1 && seen.get(key(line)) > pages.length / 2;
  return pages.flatMap((page) => page.filter((line, i) => !edge(page, i) || !(number(line) || runs(line))));
}

/** Lines joined to paragraphs: a new one begins behind a line that ends early, with an indent, after a wider gap, or in another size. */
function paragraphs(lines) {
  let out = "";
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before) return void (out = line.words);
    const early = before.last - before.right > 2 * before.size;
    const indented = line.left - line.first > 1.2 * line.size;
    const apart = before.y - line.y > 2.5 * line.size;
    const other = Math.abs(before.size - line.size) > line.size / 8;
    const row = [before, line].some(({ words }) => words.includes("\t"));
    const latin = /[\x21-\x7e]$/.test(out) && /^[\x21-\x7e]/.test(line.words);
    out += (early || indented || apart || other || row ? "\n" : latin ? " " : "") + line.words;
  });
  return out;
}
