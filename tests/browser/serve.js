// A small static server, for reading the site on this machine and for its tests: serve.js FOLDER [PORT]

import { createServer } from "node:http";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
};
const PLAIN = new Set(["png", "ico"]);

/**
 * Serves a folder on 127.0.0.1, compressed as a good static host would.
 * `port` 0 takes any free one; `prefix` is the path under which the site stands, with a slash at both ends;
 * `quality` says how hard brotli tries: up to 11, which is slow; `headers` are sent with every file.
 * Gives the site's address, the list of all that was asked of it, and a function that stops the server.
 */
export async function serve(folder, { port = 0, prefix = "/", quality = 5, headers = {} } = {}) {
  const root = await realpath(folder);
  const ready = new Map();
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const answer = await find(root, prefix, request).catch(() => ({ status: 404 }));
    if (answer.status !== 200) {
      const headers = answer.location ? { location: answer.location } : { "content-type": TYPES.txt };
      response.writeHead(answer.status, headers).end(answer.location ? "" : `${answer.status}\n`);
      return;
    }
    const { file, ending } = answer;
    const coding = PLAIN.has(ending) ? "identity" : accepted(request.headers["accept-encoding"]);
    const { mtimeMs } = await stat(file);
    const key = `${coding} ${mtimeMs} ${file}`;
    if (!ready.has(key)) ready.set(key, readFile(file).then((bytes) => CODINGS[coding](bytes, quality)));
    const body = await ready.get(key);
    response.writeHead(200, {
      "content-type": TYPES[ending] ?? "application/octet-stream",
      "content-length": body.length,
      "cache-control": HASHED.test(file) ? "max-age=31536000, immutable" : "no-cache",
      // As most static hosts do; without it a sandboxed frame cannot load the program.
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      vary: "accept-encoding",
      ...(coding === "identity" ? {} : { "content-encoding": coding }),
      ...headers,
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** Compressed with brotli. */
export const brotli = (bytes, quality = 11) =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const CODINGS = { br: brotli, gzip: (bytes) => promisify(gzip)(bytes), identity: (bytes) => bytes };

/** Trunk writes a hash of what a file holds into its name: such a file never changes. */
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

function accepted(header = "") {
  const named = header.split(",").map((part) => part.split(";")[0].trim());
  return ["br", "gzip"].find((coding) => named.includes(coding)) ?? "identity";
}

async function find(root, prefix, request) {
  if (!["GET", "HEAD"].includes(request.method)) return { status: 405 };
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (!path.startsWith(prefix)) return { status: 404 };
  let file = resolve(root, `.${sep}${path.slice(prefix.length)}`);
  if ((await stat(file)).isDirectory()) {
    if (!path.endsWith("/")) return { status: 301, location: `${encodeURI(path)}/` };
    file = join(file, "index.html");
  }
  file = await realpath(file);
  if (!file.startsWith(root + sep)) return { status: 404 };
  return { status: 200, file, ending: file.split(".").at(-1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder = "dist", port = "8080"] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, { port: Number(port) });
    console.info(`The site is at ${url}  (stop with Ctrl-C)`);
  } catch (error) {
    const why = error.code === "EADDRINUSE" ? `port ${port} is taken; choose another: make serve PORT=…` : error.message;
    console.error(`Cannot serve ${folder}: ${why}`);
    process.exit(1);
  }
}
