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
    const lines = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      if (document.numPages > 1) note(`${number}/${document.numPages}`);
      const page = await document.getPage(number);
      lines.push(...linesOf(await page.getTextContent()));
      page.cleanup();
    }
    const found = paragraphs(lines);
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

// Chinese PDFs often name a character by its look-alike among the radicals and compatibility characters.
const plain = (words) => words.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (c) => c.normalize("NFKC"));

/** The lines of a page, without its number: words that stand side by side, with a tab where a column lies between them. */
function linesOf({ items }) {
  const lines = [];
  for (const { str, transform, width } of items) {
    const [x, y, size] = [transform[4], transform[5], Math.hypot(transform[2], transform[3])];
    if (!str.trim() || !size) continue;
    const line = lines.at(-1);
    const gap = line && x - line.right;
    if (line && Math.abs(line.y - y) < size / 2 && gap > -size) {
      const words = /[\x21-\x7e]$/.test(line.words) && /^[\x21-\x7e]/.test(str);
      line.words += (gap > 2 * size ? "\t" : words && gap > size / 5 ? " " : "") + plain(str);
      line.right = x + width;
    } else {
      lines.push({ words: plain(str), y, size, left: x, right: x + width });
    }
  }
  const inner = lines.filter(({ words }) => !/^[-—–·\s]*\d{1,4}[-—–·\s]*$/.test(words));
  // How far the text reaches on this page, to tell a line that ends before its margin.
  const [left, right] = [Math.min(...inner.map((line) => line.left)), Math.max(...inner.map((line) => line.right))];
  return inner.map((line) => ({ ...line, words: line.words.trim(), first: left, last: right }));
}

/** Lines joined to paragraphs: a new one begins behind a line that ends early, with an indent, after a wider gap, or in another size. */
function paragraphs(lines) {
  let out = "";
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before) return void (out = line.words);
    const step = before.y - line.y;
    const early = before.last - before.right > 2 * before.size;
    const indented = line.left - line.first > 1.2 * line.size;
    const apart = step > 2.5 * line.size;
    const other = Math.abs(before.size - line.size) > line.size / 8;
    const broken = early || indented || apart || other || line.words.includes("\t");
    const latin = /[\x21-\x7e]$/.test(out) && /^[\x21-\x7e]/.test(line.words);
    out += (broken ? "\n" : latin ? " " : "") + line.words;
  });
  return out;
}
