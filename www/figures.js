// 数据: all figures, or all observations, searched, filtered, sorted and drawn. Loaded for that page alone; the program hands over the rows, keeps what is
// chosen in the address, and writes the files. What rows have in common they name by numbers, so that all of them are gone through within a frame.

import { make, Table } from "./grid.js";

const [FIELD, ROW] = ["\u001f", "\u001e"];
const COLUMNS = ["quote", "indicator", "subject", "period", "value", "kind", "basis", "report", "verdict", "class"];
/** What can be filtered by, with its key in the address. */
const FACETS = { subject: "z", indicator: "i", kind: "k", class: "p", period: "t", report: "r", verdict: "v" };
/** The fields of a row, in the order in which they come. */
const FIELDS = "MERGED REF_AREA INDICATOR TIME_PERIOD KIND OBS_VALUE UNIT_MEASURE OBS_STATUS OBS_FLAG BOUND BASIS SOURCE OBS_VALUE_MAX QUOTE indicator subject period value basis REPORT VERDICT PERIOD_CLASS flag why english".split(" ");
/** What a column is in a file; the first of them, for the value the second, is what rows have in common. */
const FILES = {
  quote: ["QUOTE"],
  indicator: ["INDICATOR"],
  subject: ["REF_AREA"],
  period: ["TIME_PERIOD"],
  value: ["OBS_VALUE", "UNIT_MEASURE", "OBS_VALUE_MAX", "BOUND", "OBS_STATUS", "OBS_FLAG"],
  kind: ["KIND"],
  basis: ["BASIS"],
  report: ["REPORT", "SOURCE"],
  verdict: ["VERDICT"],
  class: ["PERIOD_CLASS"],
};
/** Columns that say more coarsely what another says are shown when asked for. */
const USUAL = COLUMNS.slice(0, -1);
/** Most options of a filter; the others are found by searching. */
const OPTIONS = 300;
/** Most sentences that a row leads to. */
const LINKS = 9;
const UNKNOWN = "-";

const at = (field) => FIELDS.indexOf(field);
const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("{}", () => value), pattern);

/** Draws the page in an element, with what the program left there. `saving` loads what hands over files. */
export function show(host, saving) {
  page?.end();
  page = new Page(host, saving);
}

let page = null;
/** Where the reader left the table for a sentence, to be found there again. */
let left = null;

/** The names of a column: what rows have in common, what of it is shown, and in which order it is sorted. */
class Names {
  values = [];
  shown = [];
  #numbers = new Map();
  #ranks = null;

  number(value, shown) {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.#numbers.set(value, number);
      this.values.push(value);
      this.shown.push(shown);
    }
    return number;
  }

  find(value) {
    return this.#numbers.get(value) ?? -1;
  }

  /** For each name its place. Chinese is sorted by sound, periods by their end, codes as they are listed, reports as they stand; what is not known last. */
  ranks(column, words) {
    if (this.#ranks) return this.#ranks;
    const codes = Object.keys(words);
    const day = (date) => (date ?? "").padEnd(10, "~");
    const end = (i) => this.values[i].split("/").reverse().map(day).join();
    const collator = new Intl.Collator(document.documentElement.lang);
    const order = {
      period: (a, b) => (end(a) < end(b) ? -1 : 1),
      report: (a, b) => a - b,
      value: (a, b) => a - b,
      kind: (a, b) => codes.indexOf(this.values[a]) - codes.indexOf(this.values[b]),
    };
    order.class = order.verdict = order.kind;
    const compare = order[column] ?? ((a, b) => collator.compare(this.shown[a], this.shown[b]));
    const last = (i) => Number(this.values[i] === UNKNOWN);
    const sorted = this.values.map((_, i) => i).sort((a, b) => last(a) - last(b) || compare(a, b));
    this.#ranks = new Float64Array(sorted.length);
    sorted.forEach((number, rank) => (this.#ranks[number] = rank));
    return this.#ranks;
  }
}

/** The rows that the program left, and the words of the page. */
function read(text) {
  const [labels, ...lines] = text.split(ROW);
  const parts = labels.split(FIELD);
  const words = {};
  for (let i = 0; i + 1 < parts.length; i += 2) words[parts[i]] = parts[i + 1];
  const names = Object.fromEntries(COLUMNS.map((column) => [column, new Names()]));
  const field = Object.fromEntries(FIELDS.map((name, i) => [name, i]));
  const rows = lines.map((line, place) => {
    const f = line.split(FIELD);
    const common = COLUMNS.map((column) => {
      let [value, shown] = [f[field[FILES[column][column === "value" ? 1 : 0]]], f[field[column]]];
      if (column === "quote") [value, shown] = ["", ""];
      if (column === "report") [value, shown] = [f[field.SOURCE].slice(0, f[field.SOURCE].indexOf(":")), f[field.REPORT]];
      if (value) return names[column].number(value, shown ?? words[value]);
      return names[column].number(UNKNOWN, column === "basis" ? "" : column === "verdict" ? words.unchecked : words.unknown);
    });
    const key = [f[field.QUOTE], f[field.INDICATOR], f[field.REF_AREA], f[field.period], f[field.TIME_PERIOD], f[field.REPORT], f[field.english]].join("\n").toLowerCase();
    return { place, fields: f, merged: f[0] === "merged", common, key, value: Number(f[field.OBS_VALUE]), size: 0 };
  });
  // Which value of all it is: so sorting compares nothing.
  const values = Float64Array.from(new Set(rows.map((row) => row.value))).sort();
  const sizes = new Map(Array.from(values, (value, size) => [value, size]));
  for (const row of rows) row.size = sizes.get(row.value);
  return { words, names, rows, sizes: sizes.size };
}

/** The rows asked for, in order, and for each column how many rows of each name there are under the other choices. */
function pick(data, chosen) {
  const { names, rows } = data;
  const searched = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = Object.keys(FACETS).filter((column) => chosen[column]).map((column) => [COLUMNS.indexOf(column), names[column].find(chosen[column])]);
  const counts = COLUMNS.map((column) => new Uint32Array(names[column].values.length));
  const order = [];
  for (const row of rows) {
    if (row.merged !== chosen.merged || !searched.every((word) => row.key.includes(word))) continue;
    let amiss = -1;
    let misses = 0;
    for (const [column, number] of wanted) {
      if (row.common[column] === number) continue;
      misses += 1;
      amiss = column;
    }
    if (misses === 1) counts[amiss][row.common[amiss]] += 1;
    if (misses) continue;
    order.push(row);
    for (let column = 0; column < COLUMNS.length; column += 1) counts[column][row.common[column]] += 1;
  }
  return { order: chosen.sort ? sorted(order, data, chosen) : order, counts };
}

/** Rows in order: values within their unit, what is not known last either way, equal ones as they stand. */
function sorted(order, { names, words, sizes }, { sort: column, down }) {
  if (column === "quote") return down ? order.reverse() : order;
  const c = COLUMNS.indexOf(column);
  const ranks = names[column].ranks(column, words);
  const unknown = names[column].find(UNKNOWN);
  const rank = (row) => ranks[row.common[c]];
  return column === "value" ? dealt(dealt(order, (row) => row.size, sizes, down), rank, ranks.length) : dealt(dealt(order, rank, ranks.length, down), (row) => Number(row.common[c] === unknown), 2);
}

/** Rows by a small number that each has, in one go; equal ones stay as they stand. */
function dealt(rows, number, count, down = false) {
  const piles = Array.from({ length: count }, () => []);
  for (const row of rows) piles[number(row)].push(row);
  return (down ? piles.reverse() : piles).flat();
}

/** What an address chooses. */
function parsed(text) {
  const asked = new URLSearchParams(text.replaceAll("+", "%2B"));
  const columns = (asked.get("c") ?? "").split(".");
  const by = asked.get("s") ?? "";
  const chosen = {
    q: asked.get("q") ?? "",
    merged: asked.get("o") === "merged",
    sort: COLUMNS.find((column) => column === by.replace(/^-/, "")) ?? "",
    down: by.startsWith("-"),
    columns: asked.has("c") ? COLUMNS.filter((column) => column === "quote" || columns.includes(column)) : USUAL,
  };
  for (const [column, key] of Object.entries(FACETS)) chosen[column] = asked.get(key) ?? "";
  return chosen;
}

/** The same as an address has it. */
function printed(chosen) {
  const parts = [["q", chosen.q], ["o", chosen.merged ? "merged" : ""]];
  for (const [column, key] of Object.entries(FACETS)) parts.push([key, chosen[column]]);
  parts.push(["s", chosen.sort && (chosen.down ? "-" : "") + chosen.sort], ["c", chosen.columns.join() === USUAL.join() ? "" : chosen.columns.join(".")]);
  return parts.filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
}

/** The page: controls, table, files. */
class Page {
  #host;
  #data;
  #chosen;
  #table;
  #selects = {};
  #shown = null;
  #watch = new MutationObserver(() => {
    // The program leaves the choices too where the address was changed by other means, as by going back.
    const chosen = parsed(this.#host.dataset.choices);
    if (printed(chosen) !== printed(this.#chosen)) this.#apply(chosen);
  });

  constructor(host, saving) {
    this.#host = host;
    this.#data = read(host.rows);
    const { words } = this.#data;
    this.#chosen = parsed(host.dataset.choices);
    this.#table = new Table(words.table, "grid-keys", (row) => this.#chosen.columns.map((column) => this.#cell(row, column)));
    const group = (label, ...chips) => make("div", { class: "row", role: "group", "aria-label": label }, ...chips);
    const label = (text) => make("span", { class: "lab", "aria-hidden": "true" }, text);
    const chip = (text, click) => make("button", { type: "button", class: "chip", click }, text);
    const list = (id, name, change) => {
      this.#selects[id] = make("select", { id, change: () => change(this.#selects[id].value) });
      return make("div", { class: "choice" }, make("label", { class: "lab", for: id }, name), this.#selects[id]);
    };
    // Letters that are still being put together to Chinese are no words yet.
    const search = (event) => event.isComposing || this.#choose({ q: this.search.value });
    this.search = make("input", { id: "search", type: "search", placeholder: words.hint, autocomplete: "off", maxlength: 80, input: search, compositionend: search });
    this.kinds = [false, true].map((merged) => chip(merged ? words.merged : words.each, () => this.#choose({ merged })));
    this.columns = COLUMNS.slice(1).map((column) => chip(words[column], () => this.#toggle(column)));
    this.found = make("span", { role: "status" });
    this.reset = make("button", { type: "button", class: "linkbtn", click: () => this.#choose({ q: "", ...Object.fromEntries(Object.keys(FACETS).map((column) => [column, ""])) }) }, words.reset);
    this.nothing = make("p", { class: "nothing" }, words.nothing);
    const file = (ending, type) => chip(ending.toUpperCase(), async () => {
      const { save } = await saving();
      save(new Blob([this.#file(ending)], { type }), `${words.name}.${ending}`);
    });
    const link = make("button", { type: "button", class: "chip", "data-copy": "", "data-done": words.copied }, words.link);
    this.rest = make("div", {}, this.#table.element, make("p", { id: "grid-keys", class: "muted small" }, words.keys));
    const files = group(words.save, label(words.save), file("csv", "text/csv"), file("json", "application/json"), link);
    files.classList.add("save");
    this.rest.append(files);
    host.replaceChildren(
      make(
        "div",
        { class: "filters many" },
        make("div", { class: "choice search" }, make("label", { class: "lab", for: "search" }, words.search), this.search),
        ...Object.keys(FACETS).map((column) => list(column, words[column], (value) => this.#choose({ [column]: value }))),
        list("order", words.sort, (value) => this.#choose({ sort: value.replace(/^-/, ""), down: value.startsWith("-") })),
        group(words.rows, label(words.rows), ...this.kinds),
        make("details", { class: "cols" }, make("summary", {}, words.columns), group(words.columns, ...this.columns)),
      ),
      make("p", { class: "found" }, this.found, this.reset),
      this.nothing,
      this.rest,
    );
    this.#apply(this.#chosen);
    if (left?.choices === printed(this.#chosen) && left.rows === this.#shown.order.length) this.#table.goTo(left.place);
    this.#table.element.addEventListener("click", (event) => {
      if (event.target.closest("a")) left = { choices: printed(this.#chosen), rows: this.#shown.order.length, place: this.#table.place };
    });
    this.#watch.observe(host, { attributeFilter: ["data-choices"] });
  }

  end() {
    this.#watch.disconnect();
    this.#table.end();
  }

  #choose(change) {
    this.#apply({ ...this.#chosen, ...change });
    this.#host.dispatchEvent(new CustomEvent("choose", { detail: printed(this.#chosen) }));
  }

  #toggle(column) {
    const { columns } = this.#chosen;
    this.#choose({ columns: COLUMNS.filter((other) => columns.includes(other) !== (other === column)) });
  }

  /** Shows what is chosen. */
  #apply(chosen) {
    const { words, names, rows } = this.#data;
    this.#chosen = chosen;
    this.#shown = pick(this.#data, chosen);
    const { order, counts } = this.#shown;
    if (this.search.value !== chosen.q) this.search.value = chosen.q;
    for (const column of Object.keys(FACETS)) this.#offer(this.#selects[column], column, names[column], counts[COLUMNS.indexOf(column)]);
    const orders = COLUMNS.slice(1).flatMap((column) => [[column, words.up], [`-${column}`, words.down]].map(([value, pattern]) => [value, fill(pattern, words[column])]));
    options(this.#selects.order, [["", words.order], ...orders], (chosen.sort && chosen.down ? "-" : "") + chosen.sort);
    this.kinds.forEach((chip, i) => chip.setAttribute("aria-pressed", chosen.merged === Boolean(i)));
    this.columns.forEach((chip, i) => chip.setAttribute("aria-pressed", chosen.columns.includes(COLUMNS[i + 1])));
    const all = rows.reduce((count, row) => count + Number(row.merged === chosen.merged), 0);
    this.found.textContent = fill(words.shown, order.length, all);
    this.reset.hidden = !chosen.q && Object.keys(FACETS).every((column) => !chosen[column]);
    this.nothing.hidden = order.length > 0;
    this.rest.hidden = !order.length;
    this.#table.show(order, chosen.columns.map((column) => this.#head(column)));
  }

  /** A filter: all, and every name that leaves rows under the other choices. */
  #offer(select, column, names, counts) {
    const { words } = this.#data;
    const chosen = this.#chosen[column];
    const option = (value, shown, count) => [value, fill(words.count, shown, count)];
    const ranks = names.ranks(column, words);
    let numbers = names.values.map((_, i) => i).filter((i) => counts[i] || names.values[i] === chosen);
    const more = numbers.length - OPTIONS;
    if (more > 0) numbers = numbers.sort((a, b) => (names.values[b] === chosen) - (names.values[a] === chosen) || counts[b] - counts[a]).slice(0, OPTIONS);
    const list = numbers.sort((a, b) => ranks[a] - ranks[b]).map((i) => option(names.values[i], names.shown[i], counts[i]));
    if (chosen && names.find(chosen) < 0) list.unshift([chosen, fill(words.count, chosen, 0)]);
    options(select, [option("", words.all, counts.reduce((a, b) => a + b, 0)), ...list, ...(more > 0 ? [[null, fill(words.more, more)]] : [])], chosen);
  }

  /** The head of a column, which sorts by it: in the order that is asked for most, then the other way, then as the texts have it. */
  #head(column) {
    const { sort, down } = this.#chosen;
    const usual = column === "value";
    const next = sort !== column ? { sort: column, down: usual } : down === usual ? { sort: column, down: !usual } : { sort: "", down: false };
    const click = () => {
      this.#choose(next);
      this.#host.querySelector(`thead .c-${column} button`).focus();
    };
    const sorted = sort === column ? (down ? "descending" : "ascending") : null;
    const button = make("button", { type: "button", tabindex: -1, click }, this.#data.words[column]);
    return make("th", { role: "columnheader", scope: "col", class: `c-${column}`, "aria-sort": sorted }, button);
  }

  #cell(row, column) {
    const field = (name) => row.fields[at(name)];
    // In an English page the words of a text stay Chinese, and say so.
    const tongue = (text) => (document.documentElement.lang === "en" && /\p{Script=Han}/u.test(text) ? "zh-Hans" : null);
    if (column === "quote") {
      const quotes = field("QUOTE").split(" / ");
      const links = field("SOURCE").split(" ").slice(0, LINKS).map((source, i) => {
        const name = i ? quotes[i] : null;
        return make("a", { href: this.#address(source), lang: "zh-Hans", "aria-label": name }, i ? String(i + 1) : quotes[0]);
      });
      return make("th", { role: "rowheader", scope: "row", class: "c-quote" }, ...links);
    }
    const c = COLUMNS.indexOf(column);
    const names = this.#data.names[column];
    const value = names.values[row.common[c]];
    const text = column === "value" ? field("value") : names.shown[row.common[c]];
    const cell = make("td", { role: "gridcell", class: `c-${column}`, lang: tongue(text) });
    if (column === "kind") cell.append(make("span", { class: `f ${value}` }, text));
    else if (column === "verdict" && value !== UNKNOWN) cell.append(make("span", { class: `verdict ${value}` }, text));
    else cell.append(value === UNKNOWN ? make("span", { class: "muted" }, text) : text);
    if (column === "value" && field("flag")) cell.append(make("abbr", { class: "flag", title: field("why") }, field("flag")));
    return cell;
  }

  /** The address of the sentence of a figure, `report:offset`. Reports of the reader's own have no file. */
  #address(source) {
    const [, report, start] = /^(.*):(\d+)$/.exec(source);
    const { up } = this.#host.dataset;
    return this.#data.words[report] === "own" ? `${up}#report/${encodeURIComponent(report)}?f-${start}` : `${up}report/${report}/#f-${start}`;
  }

  /** What is shown, as a file. */
  #file(ending) {
    const fields = this.#chosen.columns.flatMap((column) => FILES[column]);
    const places = fields.map(at);
    const lines = this.#shown.order.map((row) => places.map((place) => row.fields[place]).join(FIELD));
    this.#host.dispatchEvent(new CustomEvent("export", { detail: [ending, fields.join(FIELD), ...lines].join(ROW) }));
    return this.#host.file;
  }
}

/** Puts options into a list, changing no more than differs; one without a value cannot be chosen. */
function options(select, list, chosen) {
  list.forEach(([value, text], i) => {
    const option = select.options[i] ?? select.appendChild(document.createElement("option"));
    if (option.text !== text) option.text = text;
    option.value = value ?? "";
    option.disabled = value === null;
  });
  select.options.length = list.length;
  select.value = chosen;
}
