// Starts the program when the reader needs it. The page can be read without it, and on a slow phone its start would hold up the first strokes.
// So it waits for a sign: an address that asks for more than the front page, something remembered from the last visit, a pointer, a key, a file
// dragged in. Without one it starts when the page has been quiet for a while.

const QUIET = 6000;
const SIGNS = ["pointerover", "pointerdown", "keydown", "focusin", "dragenter", "hashchange"];

let begun = false;
let pressed = null;

function begin() {
  if (begun) return;
  begun = true;
  for (const sign of SIGNS) removeEventListener(sign, begin);
  // The address is going to change without the page being loaded: what the page has fetched stays where it is.
  for (const link of document.querySelectorAll("link[href]")) link.setAttribute("href", link.href);
  import("./APP");
  if (document.getElementById("figures")) import("./figures.js");
}

function remembered(...names) {
  try {
    return names.some((name) => localStorage.getItem(name) !== null);
  } catch {
    return false;
  }
}

// A button that is pressed before the program listens is pressed again when it does.
function keep(event) {
  pressed = event.target instanceof Element ? event.target.closest("button") : null;
}

// Pictures of charts and the copying of addresses need nothing of the program.
addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-save], [data-copy]") : null;
  if (button) import("./SAVE").then((module) => module.act(button));
});

// The search field is answered by a script of its own.
addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches("[role=combobox]")) import("./FIND").then((module) => module.open(target));
});

for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
addEventListener("click", keep);
addEventListener(
  "zhibiao-ready",
  () => {
    removeEventListener("click", keep);
    setTimeout(() => pressed?.isConnected && pressed.click());
  },
  { once: true },
);

// The rows of all figures are drawn by a script of their own, once the program has left them at their element.
addEventListener("figures", async (event) => (await import("./figures.js")).show(event.target, () => import("./SAVE")), true);

// Which figures of a report are not marked is one rule, however many there are. The program leaves its selectors at the text.
let rule, last;
addEventListener("unmarked", ({ target: { dataset: { unmarked } } }) => {
  if (unmarked === last) return;
  last = unmarked;
  if (!rule) document.adoptedStyleSheets.push((rule = new CSSStyleSheet()));
  const figures = `.para .f:is(${unmarked}):not([aria-current])`;
  rule.replaceSync(unmarked ? `${figures}{font-weight:400;text-decoration:underline var(--rule)}${figures}~*{display:none}` : "");
}, true);

// A chart is given away in a dialog, which is loaded for it.
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-embed]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import("./dialog.js").then((module) => module.open(link), () => location.assign(link.href));
});

// Articles of the reader's own: files chosen or dropped, what the program asks for, and what was kept from the last visit. What opens and keeps
// them is loaded for it.
const ready = new Promise((done) => addEventListener("zhibiao-ready", done, { once: true }));
const GLUE = new URL("./GLUE", import.meta.url).href;

async function own(...task) {
  begin();
  try {
    const [module] = await Promise.all([import("./add.js"), ready]);
    await module.act(GLUE, ...task);
  } catch {
    for (const detail of [["arrived", "", "unreadable"], ["ended", 0, task[0] === "restore"]]) dispatchEvent(new CustomEvent("zhibiao-tell", { detail }));
  }
}

addEventListener("zhibiao-ask", (event) => own(...event.detail));
addEventListener("change", (event) => event.target.matches("#files, #folder") && own("choose", event.target));
addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("[data-own]");
  if (button) own(button.dataset.own);
});
for (const name of ["dragover", "drop"]) {
  addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files") || !event.target.closest?.("main[data-page=add]")) return;
    event.preventDefault();
    // They can be asked for during the event only.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    if (name === "drop") own("drop", entries.filter(Boolean));
  });
}
if (remembered("zhibiao-own")) own("restore");

if (location.hash.length > 1 || remembered("zhibiao-language", "zhibiao-theme")) begin();
else if (document.readyState === "complete") setTimeout(begin, QUIET);
else addEventListener("load", () => setTimeout(begin, QUIET), { once: true });
