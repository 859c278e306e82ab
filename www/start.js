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

function remembered() {
  try {
    return ["zhibiao-language", "zhibiao-theme"].some((name) => localStorage.getItem(name) !== null);
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

// A chart is given away in a dialog, which is loaded for it.
addEventListener("click", async (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-embed]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  (await import("./dialog.js")).open(link);
});

if (location.hash.length > 1 || remembered()) begin();
else if (document.readyState === "complete") setTimeout(begin, QUIET);
else addEventListener("load", () => setTimeout(begin, QUIET), { once: true });
