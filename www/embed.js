// A chart of this site in any page:
//
//   <script async src="https://SITE/embed.js"></script>
//   <zhibiao-chart chart="indicator-…" height="480"><a href="https://SITE/…">Headline</a><q>Sentence</q></zhibiao-chart>
//
//   chart   name of the chart; with a version and a slash before it, that version of the data: "3f0c9a1e/indicator-…"
//   zones   names of zones, parted by commas: the indicator's chart of these alone, drawn by the app
//   lang    zh or en; without it the language of the page
//   theme   light or dark; without it as the reader's system has it
//   height  in pixels, kept free until the chart says how high it is
//
// The chart stands in a sandboxed frame. Until it has said how high it is, and wherever it cannot (frames or scripts refused, no network), the
// element shows what it holds: the link and the sentence.
(() => {
  if (customElements.get("zhibiao-chart")) return;

  const own = document.currentScript ?? document.querySelector('script[src$="/embed.js"], script[src*="/embed.js?"]');
  const site = new URL(".", own?.src || document.baseURI);
  const BOUNDS = [60, 10000];
  // Charts begin to load when they are this near to being seen.
  const NEAR = "800px";
  const STYLE = ":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}iframe.waiting{position:absolute;visibility:hidden;height:1px}.held{position:relative}";

  class Chart extends HTMLElement {
    static observedAttributes = ["chart", "zones", "lang", "theme"];
    #box;
    #slot;
    #frame = null;
    #watch = null;
    #next = 0;

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      this.#slot = document.createElement("slot");
      this.#box = document.createElement("div");
      this.#box.className = "held";
      this.#box.append(this.#slot);
      shadow.append(this.#box);
    }

    connectedCallback() {
      addEventListener("message", this.#listen);
      this.#hold(Number(this.getAttribute("height")));
      this.#watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#load(), { rootMargin: NEAR });
      this.#watch.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      this.#watch?.disconnect();
      this.#clear();
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.#frame) return;
      this.#clear();
      this.#load();
    }

    /** Where the frame leads; nothing where the attributes name no chart. */
    get address() {
      const chart = this.getAttribute("chart") ?? "";
      if (!/^([0-9a-f]{8}\/)?[\w-]+$/.test(chart)) return null;
      const named = this.getAttribute("lang") || this.closest("[lang]")?.lang || "";
      const english = /^en\b/i.test(named);
      const theme = this.getAttribute("theme");
      const themed = theme === "light" || theme === "dark" ? theme : null;
      const zones = (this.getAttribute("zones") ?? "").split(/[,，]/).map((zone) => zone.trim()).filter(Boolean);
      if (!zones.length) {
        const file = new URL(`embed/${chart}${english ? ".en" : ""}.html`, site);
        if (themed) file.searchParams.set("theme", themed);
        return file.href;
      }
      const asked = new URLSearchParams([["i", chart.split("/").pop()], ...zones.map((zone) => ["z", zone]), ["lang", english ? "en" : "zh"]]);
      if (themed) asked.set("theme", themed);
      return new URL(`embed/#explore?${asked.toString().replaceAll("+", "%20")}`, site).href;
    }

    #load() {
      const address = this.address;
      if (this.#frame || !address) return;
      this.#watch?.disconnect();
      const frame = document.createElement("iframe");
      frame.className = "waiting";
      frame.sandbox = "allow-scripts";
      frame.referrerPolicy = "no-referrer";
      frame.title = this.querySelector("a")?.textContent.trim() || this.getAttribute("chart");
      frame.src = address;
      this.#frame = frame;
      this.#box.append(frame);
    }

    #clear() {
      cancelAnimationFrame(this.#next);
      this.#next = 0;
      this.#frame?.remove();
      this.#frame = null;
      this.#slot.hidden = false;
    }

    /** Keeps room for the chart, so that the text below it does not jump. */
    #hold(height) {
      this.#box.style.minHeight = height >= BOUNDS[0] && height <= BOUNDS[1] ? `${height}px` : "";
    }

    // A sandboxed frame speaks for no origin: "null". Heights that come faster than frames are drawn wait for the next.
    #listen = ({ source, origin, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== "null" && origin !== site.origin) return;
      if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
      const { height } = data;
      if (!Number.isInteger(height) || height < BOUNDS[0] || height > BOUNDS[1]) return;
      cancelAnimationFrame(this.#next);
      this.#next = requestAnimationFrame(() => this.#show(height));
    };

    #show(height) {
      if (!this.#frame) return;
      this.#hold(0);
      this.#slot.hidden = true;
      this.#frame.className = "";
      this.#frame.style.height = `${height}px`;
    }
  }

  customElements.define("zhibiao-chart", Chart);
})();
