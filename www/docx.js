// The text of a Word document: a zip archive with the text in one XML file of it. Loaded when a reader chooses the first.

/** Longest XML that is unpacked. A few kilobytes can be packed so that they become gigabytes. */
const LONGEST = 60_000_000;

export async function text(bytes) {
  const part = entries(bytes).find(({ name }) => /^word\/document\d*\.xml$/.test(name));
  if (!part) throw "kind";
  return words(new TextDecoder().decode(await unpacked(bytes, part)));
}

/** The files in an archive, as its directory lists them: it stands at the end, before a comment of up to 64 KB. */
function entries(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== 0x02014b50) throw "broken";
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const entry = {
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
        locked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        start: view.getUint32(at + 42, true),
      };
      at += 46 + name + extra + comment;
      return entry;
    });
  } catch {
    throw "broken";
  }
}

async function unpacked(bytes, { locked, method, size, start }) {
  if (locked) throw "locked";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) throw "broken";
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const packed = bytes.subarray(from, from + size);
  if (packed.length < size || ![0, 8].includes(method)) throw "broken";
  if (method === 0) return packed;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => Promise.reject("broken"));
    if (done) break;
    length += value.length;
    if (length > LONGEST) {
      reader.cancel();
      throw "long";
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const TOKENS = /<!--[^]*?-->|<\?[^]*?\?>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g;
const MARKS = new Map([["tab", "\t"], ["br", "\n"], ["cr", "\n"], ["noBreakHyphen", "-"]]);
/** Deleted words, the older form of a drawing that is there twice, and the looks of what follows. */
const SKIPPED = new Set(["del", "moveFrom", "Fallback", "pPr", "rPr"]);
/** What is written apart, and where it goes when it ends. */
const APART = new Set(["tr", "tc", "txbxContent"]);

/**
 * The words of the XML: paragraphs as lines, rows of a table as lines with a tab between cells, and what stands in a text box behind its paragraph.
 * It is read piece by piece and not made a document: a browser's would show what is broken in it, with looks that the page's policy forbids.
 */
function words(xml) {
  const open = [];
  const sheets = [[]];
  const boxes = [];
  let skipped = 0;
  const write = (words) => skipped || sheets.at(-1).push(words);
  const end = (name) => {
    if (SKIPPED.has(name)) skipped -= 1;
    const sheet = APART.has(name) && sheets.pop().join("");
    if (name === "tc") write(sheet.trim().replace(/\s*\n\s*/g, " ") + "\t");
    if (name === "tr") write(sheet.trimEnd() + "\n");
    if (name === "txbxContent") boxes.push(sheet);
    if (name === "p") write("\n");
    if (name === "p" && sheets.length === 1 && !skipped) write(boxes.splice(0).join(""));
  };
  for (const [token] of xml.matchAll(TOKENS)) {
    const [, closing, name, empty] = token.match(/^<(\/?)(?:[^\s/>:]+:)?([\w.-]+)[^]*?(\/?)>$/) ?? [];
    if (token.startsWith("<!") && !token.startsWith("<!--")) throw "broken";
    if (closing) {
      if (open.pop() !== name) throw "broken";
      end(name);
    } else if (name) {
      if (MARKS.has(name)) write(MARKS.get(name));
      if (SKIPPED.has(name)) skipped += 1;
      if (APART.has(name)) sheets.push([]);
      if (empty) end(name);
      else open.push(name);
    } else if (open.at(-1) === "t" && !token.startsWith("<")) {
      write(plain(token));
    }
  }
  if (open.length || sheets.length > 1) throw "broken";
  return sheets[0].join("").replace(/[ \t]+\n/g, "\n").trim();
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(words) {
  return words.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()];
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0x10ffff ? all : String.fromCodePoint(code);
  });
}
