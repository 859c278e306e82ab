// Files as other programs write them, made here so that it shows what is in them.

import { deflateRawSync } from "node:zlib";

const u16 = (n) => Buffer.from([n & 255, n >> 8]);
const u32 = (n) => Buffer.concat([u16(n & 0xffff), u16(n >>> 16)]);

/** A zip archive of files by name: packed, or as they are where `stored`. `flags` go into every entry. */
export function zip(files, { stored = false, flags = 0 } = {}) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    // Checksums are left out; nobody here asks for them.
    const about = [u16(20), u16(flags), u16(stored ? 0 : 8), u32(0), u32(0), u32(packed.length), u32(plain.length), u16(Buffer.byteLength(name)), u16(0)];
    const local = Buffer.concat([u32(0x04034b50), ...about, Buffer.from(name), packed]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), ...about, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const count = u16(directory.length);
  return Buffer.concat([...bodies, list, u32(0x06054b50), u16(0), u16(0), count, count, u32(list.length), u32(at), u16(0)]);
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A Word document with some markup as its body; `w` is its prefix. */
export const docx = (body, options) =>
  zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` }, options);

/**
 * A PDF with a page for each list of lines. The glyphs of a line are its characters in the encoding of the font: with `map`, numbers that only a table
 * in the file says the characters of, as most programs write it; else `encoding`, which is one that readers have to know.
 */
export function pdf(pages, { map = true, encoding = "Identity-H", encode, trailer = "" } = {}) {
  const characters = [...new Set(pages.flat().join(""))];
  const hex = (n) => n.toString(16).padStart(4, "0");
  const coded = encode ?? ((line) => [...line].map((c) => hex(characters.indexOf(c) + 1)).join(""));
  const utf16 = (c) => [...Buffer.from(c, "utf16le").swap16()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const table = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...characters.map((c, i) => `1 beginbfchar <${hex(i + 1)}> <${utf16(c)}> endbfchar`),
    "endcmap end end",
  ].join("\n");
  const stream = (text) => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const drawn = (lines) => `BT /F 12 Tf 72 760 Td 18 TL ${lines.map((line) => `<${coded(line)}> Tj T*`).join("\n")} ET`;
  const order = encoding === "Identity-H" ? "Identity" : "GB1";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(" ")}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R] ${map ? "/ToUnicode 5 0 R" : ""} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${order}) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>`,
    stream(table),
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      stream(drawn(lines)),
    ]),
  ];
  let out = "%PDF-1.4\n";
  const starts = objects.map((object, i) => {
    const start = Buffer.byteLength(out);
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const index = Buffer.byteLength(out);
  const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${index}\n%%EOF\n`;
  return Buffer.from(out);
}
