// Opens, keeps and hands over articles of the reader's own. Loaded when there are some, or when a reader gives the first.
// The program is told in events of the window. It reads what is long in a worker, so that the page stays quick; where there can be none, as in a
// frame without an origin, on the page like all the rest, one article at a time.

import { opened } from "./open.js";
import * as shelf from "./shelf.js";

/** What the program can be asked and told to do: start.js calls it with the address of the program's glue code first. */
export async function act(glue, task, ...rest) {
  program ??= import(glue);
  address = glue;
  await TASKS[task](...rest);
}

let program, address;

const TASKS = {
  /** Loads what is needed, and nothing more. */
  async prepare() {},

  /** Files from a dialog. The input is emptied, so that the same file can be chosen again. */
  async choose(input) {
    const files = [...input.files];
    input.value = "";
    enqueue(files.filter(({ name }) => !name.startsWith(".")).map((file) => fresh(file, file.webkitRelativePath || file.name)));
  },

  /** What was dropped: entries of a file system, or files. */
  async drop(entries) {
    const files = [];
    for (const entry of entries) await gather(entry, files);
    enqueue(files);
  },

  /** A text as it was typed, or with its particulars changed. */
  async give(fields, name) {
    enqueue([{ name, open: () => [{ fields }] }]);
  },

  async keep(reports) {
    tell("kept", await shelf.keep(reports));
  },

  /** Reads what was kept, at the start. */
  async restore() {
    const kept = await shelf.restored();
    enqueue(kept.map((fields) => ({ name: fields[0], quiet: true, open: () => [{ fields }] })));
    if (!kept.length) tell("ended", 0, true);
  },

  async cancel() {
    stop.abort();
    // The button that was pressed is going to be gone.
    document.getElementById("progress")?.focus();
  },

  clear: async () => shelf.clear(),
  import: async () => document.getElementById("files")?.click(),

  async export() {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(shelf.exported()), download: "zhibiao.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
};

const tell = (...detail) => dispatchEvent(new CustomEvent("zhibiao-tell", { detail }));

/** A file as a job. */
const fresh = (file, name) => ({ name, open: (signal, note) => opened(file, name, signal, note) });

/** The files in a dropped folder, with their paths; those that the system hides are none that a reader means. */
async function gather(entry, files) {
  if (entry instanceof File) return void files.push(fresh(entry, entry.name));
  if (entry.name.startsWith(".")) return;
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = new Promise((done, fail) => entry.file(done, fail));
    file.catch(() => {});
    return void files.push({ name: path, open: async (...rest) => opened(await file, path, ...rest) });
  }
  const reader = entry.createReader();
  try {
    // It gives a hundred at a time.
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return;
      for (const inner of some) await gather(inner, files);
    }
  } catch {
    files.push({ name: path, open: () => Promise.reject("unreadable") });
  }
}

// The queue.

let jobs = [];
let total = 0;
let running = false;
let stop = new AbortController();

function enqueue(more) {
  jobs.push(...more);
  total += more.length;
  if (!jobs.length) return;
  tell("reading", jobs.length, total, jobs[0].name);
  if (!running) run();
}

// A line that is read out should not change faster than it can be heard.
const PACE = 300;
let timer, latest;

function progress(...news) {
  latest = news;
  timer ??= setTimeout(() => {
    timer = null;
    tell("reading", ...latest);
  }, PACE);
}

async function run() {
  running = true;
  stop = new AbortController();
  const { signal } = stop;
  const stopped = new Promise((_, fail) => signal.addEventListener("abort", fail, { once: true }));
  stopped.catch(() => {});
  const unless = (work) => Promise.race([stopped, work]);
  let quiet = true;
  while (jobs.length && !signal.aborted) {
    const job = jobs[0];
    const note = (more = "") => progress(jobs.length, total, `${job.name} ${more}`.trim());
    note();
    quiet &&= Boolean(job.quiet);
    try {
      const articles = await unless(job.open(signal, note));
      for (const [i, { fields, name = "", label = job.name }] of articles.entries()) {
        if (articles.length > 1) note(`${i + 1}/${articles.length}`);
        // A text that is there already keeps the particulars that the reader gave it, unless it comes with some.
        const given = fields[0] ? fields : shelf.known(fields[8]) ?? fields;
        tell("arrived", label, await unless(read(given, name)));
      }
    } catch (error) {
      if (signal.aborted) break;
      tell("arrived", job.name, typeof error === "string" ? error : "unreadable");
    }
    jobs.shift();
  }
  dismiss();
  clearTimeout(timer);
  timer = null;
  const left = jobs.length;
  [jobs, total, running] = [[], 0, false];
  tell("ended", left, quiet);
}

/** Longest text that is read on the page, in characters: that takes a few milliseconds, and less than to call a worker. */
const SHORT = 10_000;

async function read(fields, name) {
  if (fields[8].length > SHORT) {
    helper ??= started();
    const worker = await helper;
    if (worker) {
      worker.postMessage({ fields, name });
      return (await answer(worker)).bytes;
    }
  }
  // Lets the browser draw.
  await new Promise((done) => setTimeout(done));
  return (await program).read(fields, name);
}

// The worker, as a promise, while there is one.
let helper;

function dismiss() {
  helper?.then((worker) => worker?.terminate());
  helper = undefined;
}

/** A worker with the program in it, compiled once for both; nothing where the browser allows none. */
async function started() {
  let worker;
  try {
    worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.postMessage({ glue: address, module: (await program).program() });
    await answer(worker);
    return worker;
  } catch {
    worker?.terminate();
    return null;
  }
}

function answer(worker) {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }) => (data.failed ? fail("unreadable") : done(data));
    worker.onerror = () => fail("unreadable");
  }).catch((reason) => {
    // A program that has stopped does not go on: the next text gets a new one.
    dismiss();
    throw reason;
  });
}
