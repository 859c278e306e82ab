// Pages that take embeds, as their makers wrote them: with the scripts of pym and @newswire/frames from npm, and with listeners that do what
// Datawrapper, AMP, Medium and WordPress publish. Each page holds one frame over its whole width.

import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.js";

const require = createRequire(import.meta.url);
const frames = readFileSync(join(require.resolve("@newswire/frames"), "../frames.umd.js"), "utf8");
const pym = readFileSync(require.resolve("pym.js/dist/pym.v1.min.js"), "utf8");

const SANDBOX = 'sandbox="allow-scripts"';

/** Each host by name: what stands in its page for an embed at an address. `most` and `least` are the bounds that it keeps heights in. */
export const HOSTS = {
  pym: {
    page: (url) => `<div id="c"></div><script>${pym}</script><script>new pym.Parent("c", "${url}", { sandbox: "allow-scripts" });</script>`,
  },
  "@newswire/frames": {
    page: (url) =>
      `<div id="c"></div><script>${frames}</script><script>new newswireFrames.Framer(document.getElementById("c"), { src: "${url}", attributes: { sandbox: "allow-scripts" } });</script>`,
  },
  "@newswire/frames, observing": {
    page: (url) => `<iframe ${SANDBOX} src="${url}" width="100%" frameborder="0"></iframe><script>${frames}</script><script>
      newswireFrames.observeIframe(document.querySelector("iframe"));</script>`,
  },
  Datawrapper: {
    page: (url) => `<iframe ${SANDBOX} id="datawrapper-chart-x" src="${url}" scrolling="no" frameborder="0" style="width: 0; min-width: 100% !important; border: none;" height="400"></iframe><script>
      addEventListener("message", (event) => {
        if (event.data["datawrapper-height"] === undefined) return;
        for (const id in event.data["datawrapper-height"])
          for (const frame of document.querySelectorAll("iframe"))
            if (frame.contentWindow === event.source) frame.style.height = event.data["datawrapper-height"][id] + "px";
      });</script>`,
  },
  "Datawrapper, by address": {
    page: (url) => `<iframe ${SANDBOX} src="${url}" scrolling="no" frameborder="0" style="width: 0; min-width: 100% !important; border: none;" height="400"></iframe><script>
      addEventListener("message", (event) => {
        if (event.data["datawrapper-height"] === undefined) return;
        for (const id in event.data["datawrapper-height"]) {
          const frame = document.getElementById("datawrapper-chart-" + id) || document.querySelector("iframe[src*='" + id + "']");
          if (frame) frame.style.height = event.data["datawrapper-height"][id] + "px";
        }
      });</script>`,
  },
  AMP: {
    page: (url) => `<iframe ${SANDBOX} src="${url}" frameborder="0" width="100%" height="300"></iframe><script>
      const frame = document.querySelector("iframe");
      addEventListener("message", (event) => {
        const data = event.data;
        if (event.source !== frame.contentWindow || event.origin !== "null") return;
        if (!data || data.sentinel !== "amp" || data.type !== "embed-size") return;
        const height = parseInt(data.height, 10);
        if (!isNaN(height)) frame.height = Math.max(height, 0);
        event.source.postMessage({ sentinel: "amp", type: "embed-size-changed", requestedHeight: height }, "*");
      });</script>`,
  },
  Medium: {
    page: (url) => `<iframe ${SANDBOX} src="${url}" frameborder="0" width="100%" height="300"></iframe><script>
      addEventListener("message", (event) => {
        if (typeof event.data !== "string") return;
        let data;
        try { data = JSON.parse(event.data); } catch { return; }
        if (data.context !== "iframe.resize" || typeof data.src !== "string") return;
        for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === event.source) frame.height = data.height;
      });</script>`,
  },
  WordPress: {
    least: 200,
    most: 1000,
    page: (url) => `<blockquote class="wp-embedded-content" data-secret="aB3dE6gH9k"><a href="${url}">x</a></blockquote>
      <iframe sandbox="allow-scripts" security="restricted" class="wp-embedded-content" style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" src="${url}#?secret=aB3dE6gH9k" data-secret="aB3dE6gH9k" width="100%" height="338" frameborder="0" scrolling="no"></iframe><script>
      addEventListener("message", (event) => {
        const data = event.data;
        if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
        const frames = document.querySelectorAll('iframe[data-secret="' + data.secret + '"]');
        for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = "none";
        for (const frame of frames) {
          if (event.source !== frame.contentWindow) continue;
          frame.removeAttribute("style");
          if (data.message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        }
      });
      addEventListener("load", () => {
        for (const frame of document.querySelectorAll("iframe[data-secret]"))
          frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
      });</script>`,
  },
  "zhibiao-chart": {
    page: (url) => {
      const { origin, pathname } = new URL(url);
      const chart = pathname.split("/").pop().split(".")[0];
      return `<zhibiao-chart chart="${chart}" lang="${pathname.includes(".en.") ? "en" : "zh"}"><a href="${url}">The chart</a><q>Its sentence.</q></zhibiao-chart>
        <script async src="${origin}/embed.js"></script>`;
    },
  },
};

/** A page of a paper around something. */
export const paper = (body, head = "") =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Paper</title><style>body { margin: 0 } iframe { display: block; border: 0 }</style>${head}</head><body>${body}</body></html>`;

/** Serves pages by name from another origin than the site's. */
export async function press(pages, options = {}) {
  const folder = await mkdtemp(join(tmpdir(), "press-"));
  for (const [name, text] of Object.entries(pages)) await writeFile(join(folder, name), text);
  const server = await serve(folder, options);
  return {
    ...server,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
