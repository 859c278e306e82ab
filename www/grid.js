// A long table of which only the rows in view are drawn. To a screen reader it is one table all the same: it says how many rows there are, and each row
// which one it is. It is one Tab stop; keys move from row to row. The row that has the focus stays drawn wherever the table is scrolled to, so that the
// focus is never lost. On paper all rows stand.

/** Rows drawn above and below those in view. */
const NEAR = 12;

const STYLE = `
  .many { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: var(--s-3) var(--s-5); }
  .many .search { grid-column: span 2; }
  .many input { width: 100%; min-height: 32px; background: var(--paper); border: 0; border-bottom: 1.5px solid var(--ink); border-radius: 0; padding: 2px 0; }
  .many input::placeholder { color: var(--ink-3); opacity: 1; }
  .many .row .lab { width: 100%; }
  .many .chip { min-height: 28px; padding-block: 1px; }
  .many .chip[aria-pressed=true] { padding-bottom: 0; border-bottom-width: 3px; }
  .cols { grid-column: 1 / -1; }
  .cols summary { cursor: pointer; color: var(--ink-2); min-height: 24px; width: fit-content; }
  .cols .row { margin-top: var(--s-2); }
  .found { display: flex; flex-wrap: wrap; gap: 0 var(--s-4); align-items: baseline; padding-block: var(--s-3) var(--s-2); color: var(--ink-2); }
  #grid-keys { margin-top: var(--s-2); }

  .grid { position: relative; max-height: max(22rem, 76vh); overflow: auto; border-block: var(--hair); }
  .grid :is(table, thead, tbody) { display: block; }
  .grid table { min-width: 62rem; font-size: var(--t-13); line-height: 1.4; }
  .grid thead { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1.5px solid var(--rule-strong); }
  .grid tbody { position: relative; }
  .grid tr { display: flex; gap: var(--s-3); align-items: center; padding-right: var(--s-1); }
  .grid thead tr { min-height: 2.25rem; }
  .grid tbody tr { position: absolute; inset-inline: 0; height: 3.125rem; scroll-margin-top: 2.25rem; border-bottom: var(--hair); }
  .grid tbody tr:hover { background: var(--paper-sunk); }
  .grid tr:focus-within { background: var(--cobalt-wash); }
  .grid :is(th, td) { flex: 3 1 0; min-width: 0; padding: 0; text-align: left; font-weight: 400; }
  .grid tbody :is(th, td) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .grid th a { display: inline-block; min-width: 24px; padding: 3px var(--s-1); }
  .grid a:focus-visible { outline-offset: -2px; }
  .grid :is(.c-indicator, .c-report) { flex-grow: 5; }
  .grid :is(.c-subject, .c-value) { flex-grow: 4; }
  .grid .c-kind { flex-grow: 2; }
  .grid .c-verdict { flex: 0 0 5.25rem; }
  .grid td.c-value { font-weight: 700; }
  .grid tbody td.c-kind { overflow: visible; }
  .grid thead th { font-size: var(--t-12); color: var(--ink-2); }
  .grid thead button { border: 0; background: none; padding: 0; min-height: 24px; text-align: left; cursor: pointer; }
  .grid thead .c-quote button { margin-left: var(--s-1); }
  .grid thead button:hover { color: var(--cobalt); }
  .grid [aria-sort] { font-weight: 700; color: var(--ink); }
  .grid [aria-sort] button::after { content: " ↑"; content: " ↑" / ""; }
  .grid [aria-sort=descending] button::after { content: " ↓"; content: " ↓" / ""; }

  /* On a phone a row is a card: what is printed and what it is worth, then the rest, a line each. */
  @media (max-width: 700px) {
    .many { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s-2) var(--s-4); }
    .many .row { grid-column: 1 / -1; }
    .grid table { min-width: 0; }
    .grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .grid tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 var(--s-3); height: auto; padding: var(--s-2) var(--s-1); scroll-margin-top: 0; }
    .grid tbody :is(th, td) { -webkit-line-clamp: 1; height: 1.8em; line-height: 1.8; word-break: break-all; }
    .grid tbody th { order: -2; margin-left: calc(-1 * var(--s-1)); }
    .grid td.c-value { order: -1; }
    .grid th a { padding-block: 0; }
    .grid td:is(.c-indicator, .c-report) { grid-column: 1 / -1; }
  }
  @media (pointer: coarse) { #grid-keys { display: none; } }
  @media print {
    .grid { max-height: none; overflow: visible; border: 0; }
    .grid table { min-width: 0; }
    .grid thead { position: static; }
    .grid tbody { height: auto !important; }
    .grid tbody tr { position: static; }
    .found button, #grid-keys, .row.save { display: none; }
  }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);

/** An element with attributes and listeners; an attribute that is null is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export class Table {
  #cells;
  #head = make("tr", { role: "row", "aria-rowindex": 1 });
  #body = make("tbody", { role: "rowgroup" });
  #table;
  #rows = [];
  /** The rows that are drawn, by their places. */
  #drawn = new Map();
  #height = 0;
  /** The row whose link takes the focus, and which of its links. */
  #row = 0;
  #link = 0;
  #ended = new AbortController();

  /** `cells` makes the cells of a row, the first of which holds its links. */
  constructor(label, keys, cells) {
    this.#cells = cells;
    this.#table = make("table", { role: "grid", "aria-label": label, "aria-describedby": keys }, make("thead", { role: "rowgroup" }, this.#head), this.#body);
    this.element = make("div", { class: "grid", keydown: (event) => this.#key(event), focusin: (event) => this.#focused(event.target) }, this.#table);
    this.element.addEventListener("scroll", () => this.#draw(), { passive: true });
    // A table that is gone from the page listens no more.
    const listen = (name, act) => addEventListener(name, () => (this.element.isConnected ? act() : this.end()), { signal: this.#ended.signal });
    listen("resize", () => this.#anew());
    listen("beforeprint", () => this.#draw(true));
    listen("afterprint", () => this.#draw());
  }

  end() {
    this.#ended.abort();
  }

  /** Shows rows under the heads of columns, from the first. */
  show(rows, heads) {
    this.#rows = rows;
    this.#row = this.#link = 0;
    this.#head.replaceChildren(...heads);
    this.#table.setAttribute("aria-rowcount", rows.length + 1);
    this.element.scrollTop = 0;
    this.#anew();
  }

  /** Where the reader is: the row that Tab leads to, and how far the table is scrolled. */
  get place() {
    return [this.#row, this.element.scrollTop];
  }

  goTo([row, top]) {
    this.element.scrollTop = top;
    this.#stop(row, 0);
  }

  /** Draws what is in view and measures rows first, whose height depends on columns and width. The reader stays at the same rows. */
  #anew() {
    const held = this.#body.contains(document.activeElement);
    const first = this.#height && this.element.scrollTop / this.#height;
    for (const row of this.#drawn.values()) row.remove();
    this.#drawn.clear();
    if (!this.#rows.length) return;
    const row = this.#body.appendChild(this.#make(this.#row));
    this.#drawn.set(this.#row, row);
    this.#height = row.offsetHeight;
    row.style.top = `${this.#row * this.#height}px`;
    this.#body.style.height = `${this.#rows.length * this.#height}px`;
    this.element.scrollTop = first * this.#height;
    this.#draw();
    if (held) this.#links(this.#row)[this.#link]?.focus({ preventScroll: true });
  }

  /** Draws the rows in view, those near them, and the one that has the focus; those drawn before stay the same elements. */
  #draw(all = false) {
    if (!this.#height || !this.#rows.length) return;
    const last = this.#rows.length - 1;
    const top = this.element.scrollTop / this.#height;
    const from = all ? 0 : Math.max(0, Math.floor(top) - NEAR);
    const to = all ? last : Math.min(last, Math.ceil(top + this.element.clientHeight / this.#height) + NEAR);
    for (const [place, row] of this.#drawn) {
      if ((place >= from && place <= to) || place === this.#row) continue;
      row.remove();
      this.#drawn.delete(place);
    }
    let next = this.#body.firstElementChild;
    const put = (place) => {
      if (this.#drawn.has(place)) {
        next = next.nextElementSibling;
        return;
      }
      const row = this.#make(place);
      row.style.top = `${place * this.#height}px`;
      this.#drawn.set(place, row);
      this.#body.insertBefore(row, next);
    };
    if (this.#row < from) put(this.#row);
    for (let place = from; place <= to; place += 1) put(place);
    if (this.#row > to) put(this.#row);
  }

  #make(place) {
    const row = make("tr", { role: "row", "aria-rowindex": place + 2 }, ...this.#cells(this.#rows[place]));
    row.querySelectorAll("a").forEach((link, i) => (link.tabIndex = place === this.#row && i === this.#link ? 0 : -1));
    return row;
  }

  #links(place) {
    return [...(this.#drawn.get(place)?.querySelectorAll("a") ?? [])];
  }

  /** Makes a link of a row the one that Tab leads to. */
  #stop(place, link) {
    for (const other of this.#links(this.#row)) other.tabIndex = -1;
    this.#row = place;
    this.#draw();
    const links = this.#links(place);
    this.#link = Math.max(0, Math.min(link, links.length - 1));
    const target = links[this.#link];
    if (target) target.tabIndex = 0;
    return target;
  }

  #focused(target) {
    const row = target.closest("tbody tr");
    if (!row || !target.matches("a")) return;
    const place = row.ariaRowIndex - 2;
    if (place !== this.#row || target.tabIndex < 0) this.#stop(place, this.#links(place).indexOf(target));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#height) - 1);
    const to = {
      ArrowDown: [this.#row + 1, 0],
      ArrowUp: [this.#row - 1, 0],
      PageDown: [this.#row + page, 0],
      PageUp: [this.#row - page, 0],
      Home: [0, 0],
      End: [this.#rows.length - 1, 0],
      ArrowRight: [this.#row, this.#link + 1],
      ArrowLeft: [this.#row, this.#link - 1],
    }[event.key];
    if (!to) return;
    // Where a row has no further link, the browser scrolls sideways.
    if (to[0] === this.#row && !this.#links(this.#row)[to[1]]) return;
    event.preventDefault();
    const target = this.#stop(Math.max(0, Math.min(to[0], this.#rows.length - 1)), to[1]);
    target?.focus({ preventScroll: true });
    target?.closest("tr").scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
