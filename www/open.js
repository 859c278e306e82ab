// From a file to the articles in it. What a file is shows in its first bytes; its name and type only tell what not to open.
// Where one cannot be read, the reason is thrown as a word that the program knows.

import { listed } from "./shelf.js";

/** Largest file that is opened; the program has a limit of its own for the text in it. */
const LARGEST = 50_000_000;
const KINDS = /\.(txt|text|html?|xhtml|md|markdown|docx|pdf|json)$/i;

/** The articles in a file: for each the fields of its record, and a name for it where it has none. */
export async function opened(file, path, signal, note) {
  const known = KINDS.test(path);
  if (!known && /^(?!text\/|application\/octet-stream)./.test(file.type)) throw "kind";
  if (file.size > LARGEST) throw "long";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const starts = (...first) => first.every((byte, i) => bytes[i] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return article(path, await (await import("./pdf.js")).text(bytes, signal, note));
  if (starts(0x50, 0x4b, 3, 4)) return article(path, await (await import("./docx.js")).text(bytes));
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw sealed(bytes) ? "locked" : "kind";
  const text = decoded(bytes);
  if (text === null) throw known ? "text" : "kind";
  if (/\.json$/i.test(path)) return listed(text);
  const [title = ""] = (/\.x?html?$/i.test(path) && text.match(/<title[^>]*>[^<]*/i)) || [];
  return article(path, text, title);
}

/** A text without particulars of its own: its first line names it, or else the title of a web page, or its file. */
function article(path, text, title = "") {
  const stem = path.split("/").at(-1).replace(/\.[^.]*$/, "");
  const fields = Array(9).fill("");
  fields[8] = text;
  return [{ fields, name: new DOMParser().parseFromString(title, "text/html").title || stem }];
}

/** Whether an Office file asks for a password: the name of the stream that holds what is encrypted. Otherwise it is of the time before .docx. */
function sealed(bytes) {
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1)).includes("EncryptedPackage");
}

// Some of the commonest characters of the field, in both scripts.
const COMMON = /[的一是在不有和人中大上年月日為为業业園园區区發发開开經经高新市項项目產产工億亿元企投資资，。、]/g;

/** The text of bytes in UTF-8, UTF-16 with a mark, GB18030 or Big5; null where they are no text in any of them. */
export function decoded(bytes) {
  const as = (label) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const utf8 = as("utf-8");
  if (utf8 !== null) return utf8.includes("\0") ? null : utf8;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as("utf-16be");
  // Most bytes in Big5 are valid GB18030 too, and then read as rare characters: the reading that looks most like Chinese prose counts.
  const readings = ["gb18030", "big5"].map(as).filter((text) => text !== null);
  const scored = readings.map((text) => ({ text, score: text.match(COMMON)?.length ?? 0 }));
  const best = scored.reduce((best, one) => (one.score > best.score ? one : best), { text: null, score: 0 });
  return best.text;
}
