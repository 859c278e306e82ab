// @ts-check
// Reads what stands in the text box: figures, checks, and a chart of the indicator with most observations.

import init, { chart, check, read } from "./zhibiao.js";

/** @type {<T extends HTMLElement>(id: string, type: new () => T) => T} */
const find = (id, type) => {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}`);
  return element;
};

/** @param {HTMLElement} list @param {string[]} lines */
const show = (list, lines) =>
  list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));

/** @param {import("./zhibiao.js").Figure} figure */
const line = (figure) => [figure.quote, figure.indicator, figure.subject, figure.period].filter(Boolean).join(" · ");

function go() {
  const problem = find("problem", HTMLElement);
  problem.textContent = "";
  try {
    const text = find("text", HTMLTextAreaElement).value;
    const date = find("date", HTMLInputElement).value || null;
    const { figures, observations } = read(text, { date });
    show(find("figures", HTMLOListElement), figures.map(line));
    show(find("findings", HTMLUListElement), check({ text, date }).map((finding) => `${finding.verdict}: ${finding.says}`));
    const often = observations.map((o) => o.INDICATOR);
    const [indicator] = often.sort((a, b) => often.filter((name) => name === b).length - often.filter((name) => name === a).length);
    const image = find("chart", HTMLImageElement);
    image.hidden = !indicator;
    if (indicator) {
      image.src = `data:image/svg+xml,${encodeURIComponent(chart({ text, date }, { indicator }))}`;
      image.alt = indicator;
    }
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
  }
}

await init();
find("go", HTMLButtonElement).addEventListener("click", go);
go();
document.documentElement.dataset.ready = "";
