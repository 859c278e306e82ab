// The dialog that gives a chart away: a preview at the widths of a phone and of a column, and the lines to copy. It is loaded when it is asked for;
// without scripts its button is a link to the embed itself.

const WORDS = {
  zh: {
    title: "嵌入这张图",
    close: "关闭",
    preview: "预览",
    phone: "手机宽",
    column: "栏宽",
    form: "形式",
    iframe: "框架",
    element: "元素",
    picture: "图片",
    iframe_note: "任何页面都能用，高度固定；页面若听 Datawrapper、pym、AMP、WordPress 的高度消息，高度会自动跟随。",
    element_note: "高度自动跟随；框架或脚本被拒绝时，留下链接和原句。",
    picture_note: "一张 SVG 图片，点开到这里。",
    pinned: "固定在这一版数据",
    pinned_note: "不勾选时，数据更新，图也更新。",
    copy: "复制",
    copy_key: "（键 c）",
    copied: "已复制",
    select: "浏览器不让复制；代码已选中，请按 Ctrl+C",
    code: "要粘贴的代码",
  },
  en: {
    title: "Embed this chart",
    close: "Close",
    preview: "Preview",
    phone: "Phone",
    column: "Column",
    form: "Form",
    iframe: "Frame",
    element: "Element",
    picture: "Picture",
    iframe_note: "For any page, at a fixed height; pages that listen to the heights of Datawrapper, pym, AMP or WordPress follow it.",
    element_note: "Its height follows by itself; where frames or scripts are refused, the link and the sentence stay.",
    picture_note: "An SVG picture that links here.",
    pinned: "Stay with this version of the data",
    pinned_note: "Otherwise the chart changes when the data does.",
    copy: "Copy",
    copy_key: " (key c)",
    copied: "Copied",
    select: "The browser refuses to copy; the code is selected, press Ctrl+C",
    code: "Code to paste",
  },
};

const STYLE = `
  dialog.give { width: min(720px, 100vw - 16px); max-height: calc(100dvh - 16px); padding: 16px; border: 0; border-top: 3px solid var(--ink); background: var(--paper); color: var(--ink); overflow: auto; }
  dialog.give::backdrop { background: rgb(0 0 0 / .5); }
  .give .top, .give .row { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
  .give .row { justify-content: start; margin-top: 8px; }
  .give h2 { font-size: 1.25rem; }
  .give fieldset { border: 0; padding: 0; margin: 12px 0 0; }
  .give legend { padding: 0; font-size: .75rem; color: var(--ink-2); }
  .give label { display: inline-flex; gap: 6px; align-items: center; min-height: 28px; cursor: pointer; }
  .give p { font-size: .8125rem; color: var(--ink-2); }
  .give .room { margin-top: 8px; border: 1px solid var(--rule); overflow: auto; max-height: 46dvh; }
  .give .room iframe { display: block; border: 0; max-width: 100%; margin-inline: auto; }
  .give textarea { width: 100%; height: 7.5em; margin-top: 12px; padding: 8px; border: 1px solid var(--edge); background: var(--paper-sunk); font: 12px/1.5 ui-monospace, monospace; resize: vertical; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);

const WIDTHS = { phone: 360, column: 600 };
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt()};`);

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A group of radio buttons; `changed` gets the chosen one. */
function choice(legend, name, options, changed) {
  const radio = ([value, words], i) =>
    make("label", {}, make("input", { type: "radio", name, value, checked: i === 0, onchange: () => changed(value) }), words);
  return make("fieldset", {}, make("legend", { textContent: legend }), make("div", { className: "row" }, ...options.map(radio)));
}

/** What is to be given away: its address, and what stands beside it. */
async function about(link) {
  const address = new URL(link.href);
  const heading = document.querySelector("main h2, main h1:not(.sr)")?.textContent.trim() ?? document.title;
  const found = { address, title: heading, sentence: "", picture: null, place: location.href, height: 600 };
  if (!address.pathname.endsWith(".html")) return found;
  const beside = await fetch(address.href.replace(/\.html$/, ".json")).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (!beside) return found;
  const { title, zhibiao_sentence: sentence, zhibiao_place: place, height } = beside;
  return { ...found, title, sentence, place, height, picture: address.href.replace(/\.html$/, ".svg") };
}

/** Opens the dialog for a link to an embed, whose `data-embed` is the name of the chart. */
export async function open(link) {
  const english = document.documentElement.lang === "en";
  const w = WORDS[english ? "en" : "zh"];
  const chart = link.dataset.embed;
  const it = await about(link);
  // Who clicks twice gets one.
  if (document.querySelector("dialog.give")) return;
  // The embeds lie in a folder of the site.
  const site = new URL("..", it.address);
  const home = new URL(it.place, site).href;
  const asked = new URLSearchParams(it.address.hash.split("?")[1] ?? "");
  const zones = asked.getAll("z");
  const version = document.documentElement.dataset.version;
  const chosen = { form: "iframe", width: "phone", pinned: false };
  let height = it.height;

  const frame = make("iframe", { src: it.address.href, title: it.title, referrerPolicy: "no-referrer" });
  frame.sandbox = "allow-scripts";
  const code = make("textarea", { readOnly: true, spellcheck: false, ariaLabel: w.code });
  const note = make("p");
  const said = make("p", { role: "status" });

  const versioned = (address) => (chosen.pinned ? address.replace("/embed/", `/embed/${version}/`) : address);
  const forms = {
    iframe: () =>
      `<iframe src="${escaped(versioned(it.address.href))}" title="${escaped(it.title)}" width="100%" height="${height}" sandbox="allow-scripts" referrerpolicy="no-referrer" loading="lazy" style="border:0"></iframe>`,
    element: () =>
      `<script async src="${escaped(new URL("embed.js", site).href)}"></script>\n<zhibiao-chart chart="${chosen.pinned ? `${version}/` : ""}${chart}"${zones.length ? ` zones="${escaped(zones.join(","))}"` : ""} lang="${english ? "en" : "zh"}" height="${height}"><a href="${escaped(home)}">${escaped(it.title)}</a>${it.sentence ? ` <q lang="zh-Hans">${escaped(it.sentence)}</q>` : ""}</zhibiao-chart>`,
    picture: () =>
      `<a href="${escaped(home)}"><img src="${escaped(versioned(it.picture))}" alt="${escaped(it.title)}" width="600" loading="lazy"></a>`,
  };
  const write = () => {
    code.value = forms[chosen.form]();
    note.textContent = w[`${chosen.form}_note`];
    said.textContent = "";
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = w.copied;
    } catch {
      code.focus();
      code.select();
      said.textContent = document.execCommand("copy") ? w.copied : w.select;
    }
  };
  const fit = () => {
    frame.width = WIDTHS[chosen.width];
    frame.height = height;
  };
  const listen = ({ source, data }) => {
    if (source !== frame.contentWindow || data?.sentinel !== "amp" || !Number.isInteger(data.height) || data.height < 60 || data.height > 10_000) return;
    height = data.height;
    frame.height = height;
    write();
  };

  // A selection that the app draws is neither a picture nor kept by version, and the element knows no periods.
  const offered = ["iframe", asked.has("p") ? "" : "element", it.picture ? "picture" : ""].filter(Boolean);
  const pin = make("input", {
    type: "checkbox",
    onchange: () => {
      chosen.pinned = pin.checked;
      write();
    },
  });
  const dialog = make(
    "dialog",
    { className: "give", onclose: () => dialog.remove() },
    make("div", { className: "top" }, make("h2", { id: "give-title", textContent: w.title }), make("button", { type: "button", className: "xbtn", ariaLabel: w.close, textContent: "×", onclick: () => dialog.close() })),
    choice(w.preview, "give-width", [["phone", `${w.phone} ${WIDTHS.phone}`], ["column", `${w.column} ${WIDTHS.column}`]], (value) => {
      chosen.width = value;
      fit();
    }),
    make("div", { className: "room", tabIndex: 0, role: "region", ariaLabel: w.preview }, frame),
    choice(w.form, "give-form", offered.map((name) => [name, w[name]]), (value) => {
      chosen.form = value;
      write();
    }),
    note,
    ...(it.picture && version ? [make("div", { className: "row" }, make("label", {}, pin, w.pinned)), make("p", { textContent: w.pinned_note })] : []),
    code,
    make("div", { className: "row" }, make("button", { type: "button", className: "btn on", onclick: copy }, w.copy, make("small", { textContent: w.copy_key })), said),
  );
  dialog.setAttribute("aria-labelledby", "give-title");
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "c" && !event.ctrlKey && !event.metaKey && !event.altKey) copy();
  });
  addEventListener("message", listen);
  dialog.addEventListener("close", () => removeEventListener("message", listen));
  document.body.append(dialog);
  fit();
  write();
  dialog.showModal();
}
