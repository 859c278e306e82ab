// Takes away what is shown: a chart as a picture, the address. Loaded when a reader first asks for one of them.

// What the style sheet gives the shapes; a file of its own has no style sheet.
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order", "font-family", "font-size", "font-style", "font-weight", "text-anchor"];
const MARGIN = 16;

export async function act(button) {
  if (button.dataset.copy !== undefined) return copy(button);
  const picture = drawn(button.closest("main") ?? document.body);
  if (!picture) return;
  const name = `${button.dataset.name || "chart"}.${button.dataset.save}`;
  const svg = new Blob([picture.text], { type: "image/svg+xml" });
  save(button.dataset.save === "png" ? await raster(svg, picture) : svg, name);
}

async function copy(button) {
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    // Without leave to write to the clipboard the address is shown, selected, to be copied by hand.
    prompt(said, location.href);
    return;
  }
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = said), 2000);
}

// The visible chart as a file of its own: headline, subtitle, the drawing with its looks written out, and where it comes from.
function drawn(page) {
  const chart = [...page.querySelectorAll("svg.c")].find((svg) => svg.getClientRects().length);
  if (!chart) return null;
  const copy = chart.cloneNode(true);
  const originals = chart.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((node, i) => {
    const looks = getComputedStyle(originals[i]);
    for (const look of LOOKS) {
      const value = looks.getPropertyValue(look);
      if (value && !value.startsWith("url(")) node.setAttribute(look, value);
    }
    for (const name of ["class", "tabindex", "href", "aria-hidden"]) node.removeAttribute(name);
  });
  copy.removeAttribute("class");
  // The areas that answer to a pointer are nothing to look at.
  chart.querySelectorAll("*").forEach((node, i) => node.matches(".hit") && copy.querySelectorAll("*")[i].setAttribute("visibility", "hidden"));
  const stage = chart.closest(".stage") ?? page;
  const styles = getComputedStyle(document.body);
  const size = { width: chart.width.baseVal.value + 2 * MARGIN, height: 0 };
  const lines = [
    ...wrapped(stage.querySelector("h2")?.textContent, "700 20px", 28, size.width),
    ...wrapped(stage.querySelector(".sub")?.textContent, "400 13px", 20, size.width),
  ];
  let y = MARGIN;
  const words = lines.map((line) => text(line, MARGIN, (y += line.height), styles));
  copy.setAttribute("x", MARGIN);
  copy.setAttribute("y", (y += MARGIN));
  y += chart.height.baseVal.value + 8;
  const credit = wrapped(document.title.split(" · ").at(-1), "400 12px", 18, size.width);
  words.push(...credit.map((line) => text(line, MARGIN, (y += line.height), styles)));
  size.height = Math.ceil(y + MARGIN);
  const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const name of ["width", "height"]) whole.setAttribute(name, size[name]);
  whole.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  const ground = document.createElementNS(whole.namespaceURI, "rect");
  for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", styles.backgroundColor]]) ground.setAttribute(name, value);
  whole.append(ground, ...words, copy);
  return { text: new XMLSerializer().serializeToString(whole), ...size };
}

// A text in lines that fit, broken between any two characters of Chinese and at the spaces of English.
function wrapped(words, font, height, width) {
  if (!words) return [];
  const sheet = document.createElement("canvas").getContext("2d");
  sheet.font = `${font} sans-serif`;
  const lines = [""];
  for (const part of words.match(/[\x21-\x7e]+ ?|./gsu) ?? []) {
    if (sheet.measureText(lines.at(-1) + part).width > width - 2 * MARGIN && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += part;
  }
  return lines.map((line) => ({ line, font, height }));
}

function text({ line, font }, x, y, styles) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", "text");
  const [weight, size] = font.split(" ");
  const looks = { x, y, fill: styles.color, "font-family": styles.fontFamily, "font-weight": weight, "font-size": size };
  for (const [name, value] of Object.entries(looks)) node.setAttribute(name, value);
  node.textContent = line;
  return node;
}

// The picture at twice its size, for print and sharp screens.
async function raster(svg, { width, height }) {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const sheet = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
    return await new Promise((done) => sheet.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands the reader a file. */
export function save(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
