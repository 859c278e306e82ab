// The search field of the charts' page: finds indicators, zones and regions by Chinese words, by pinyin initials and by English, among the choices
// that stand on the page, and presses the one that is picked. Loaded when a reader comes to the field.

// Browsers sort Chinese by pinyin: a character's initial is that of the last of these that does not come after it.
const FIRST = [..."阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀"];
const INITIALS = "abcdefghjklmnopqrstwxyz";
const order = new Intl.Collator("zh-u-co-pinyin", { sensitivity: "base" });
// One that sorts otherwise finds no initials, and all else.
const sorted = FIRST.every((character, i) => i === 0 || order.compare(FIRST[i - 1], character) < 0);

// Where a character has several readings, sorting knows one of them. These words have another; a longer word goes before one within it.
const READINGS = new Map(
  "增长zz 成长cz 长c 重庆cq 厦门xm 闵行mh 银行yh 行业hy 浒墅xs 铅山ys 漯河lh 西藏xz 泉堡qp 泊位bw 朝阳cy 乐清yq 六安la 调整tz"
    .split(" ")
    .map((word) => [word.replace(/[a-z]/g, ""), word.replace(/[^a-z]/g, "")]),
);
const READ = new RegExp(`${[...READINGS.keys()].join("|")}|.`, "gsu");

const known = new Map();

/** The pinyin initials of a name; what is not Chinese stays as it is. */
export function initials(name) {
  if (!known.has(name)) known.set(name, sorted ? name.toLowerCase().replace(READ, (part) => READINGS.get(part) ?? initial(part)) : "");
  return known.get(name);
}

function initial(character) {
  if (!/\p{Script=Han}/u.test(character)) return character;
  if (!known.has(character)) known.set(character, INITIALS[FIRST.findLastIndex((first) => order.compare(first, character) <= 0)] ?? "");
  return known.get(character);
}

/** Input methods part the syllables of pinyin by apostrophes while one types, as some names do. */
const plain = (text) => text.normalize("NFKC").toLowerCase().replaceAll(/['’]/g, "");

/** How well a name answers a word: 0 is best, `Infinity` is not at all. */
function rank(name, word) {
  const [whole, letters] = [plain(name), initials(name)];
  if (whole === word || letters === word) return 0;
  if (whole.startsWith(word)) return 1;
  if (letters.startsWith(word) || whole.includes(` ${word}`)) return 2;
  if (whole.includes(word)) return 3;
  return letters.includes(word) ? 4 : Infinity;
}

/** Of several choices, each with its names, those that answer every word that is looked for, the best first. */
export function found(choices, looked) {
  const words = plain(looked).split(/\s+/).filter(Boolean);
  const worst = ({ names }) => Math.max(0, ...words.map((word) => Math.min(...names.map((name) => rank(name, word)))));
  const ranked = choices.map((choice) => [worst(choice), choice]).filter(([rank]) => rank < Infinity);
  return ranked.sort(([a], [b]) => a - b).map(([, choice]) => choice);
}

const MOST = 40;

/** What can be chosen on the page: each with its label, how much there is of it, and its names. */
function choices([indicator, subject]) {
  const choice = (element, label, about) => ({ element, label, about, names: (element.dataset.names ?? label).split("|") });
  const options = [...document.querySelectorAll("#indicator option")].map((option) => {
    const [, label, count] = /^(.*?)(?: ?[（(]([^（(]*)[）)])?$/s.exec(option.textContent);
    return choice(option, label, count ? `${indicator} · ${count}` : indicator);
  });
  const chips = [...document.querySelectorAll("#zones [data-names]")].map((chip) => choice(chip, chip.firstChild.textContent, `${subject} · ${chip.lastChild.textContent}`));
  return [...options, ...chips];
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const opened = new WeakSet();

/** Makes the field answer. */
export function open(field) {
  if (opened.has(field)) return;
  opened.add(field);
  const list = document.getElementById(field.getAttribute("aria-controls"));
  const said = document.getElementById("find-said");
  const kinds = field.dataset.kinds.split("|");
  let shown = [];
  let at = -1;

  const go = (to) => {
    at = to;
    [...list.children].forEach((item, i) => (item.ariaSelected = String(i === at)));
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    go(-1);
  };
  const item = ({ element, label, about }, i) => {
    const name = make("span", { textContent: element.ariaPressed === "true" ? `✓ ${label}` : label });
    // A name that has no English stays Chinese and says so.
    if (/\p{Script=Han}/u.test(label)) name.lang = "zh-Hans";
    return make("li", { id: `found-${i}`, role: "option", ariaSelected: "false" }, name, make("small", { textContent: about }));
  };
  const show = () => {
    shown = found(choices(kinds), field.value).slice(0, MOST);
    list.replaceChildren(...shown.map(item));
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = shown.length ? field.dataset.count.replace("{}", shown.length) : field.dataset.none;
    go(-1);
  };
  const pick = ({ element, label }) => {
    if (element instanceof HTMLOptionElement) {
      const select = element.closest("select");
      select.value = element.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    } else element.click();
    field.value = "";
    close();
    said.textContent = field.dataset.chosen.replace("{}", label);
  };

  field.addEventListener("input", () => (field.value.trim() ? show() : close()));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (list.hidden) show();
      if (shown.length) go(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && !list.hidden) pick(shown[Math.max(at, 0)]);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape" && field.value) field.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The focus stays in the field.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const i = [...list.children].indexOf(target.closest("li"));
    if (i >= 0) pick(shown[i]);
  });
  if (field.value.trim()) show();
}
