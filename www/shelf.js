// Keeps the reader's own reports in this browser, and writes and reads the one file in which they can be taken elsewhere:
// {"zhibiao": 1, "reports": [{"title": …, "outlet": …, "author": …, "date": …, "url": …, "zone": …, "damage": …, "copy": …, "text": …}]}

const VERSION = 1;
const FIELDS = ["title", "outlet", "author", "date", "url", "zone", "damage", "copy", "text"];
/** Says, without opening the database, that there is something in it: the program is started at once then. */
const FLAG = "zhibiao-own";
const STORE = "reports";

/** The reports as the program last gave them, and as they were last written: each a list of its id and its fields. */
let [present, written] = [[], []];

/** The fields of the report that has a text, where one has it. */
export const known = (text) => present.find((report) => report.at(-1) === text.replace(/\r\n?/g, "\n"))?.slice(1);

let last = Promise.resolve();

/** Keeps what has changed since it was last written, one change after the other. Gives whether the browser allowed it. */
export function keep(reports) {
  present = reports;
  return (last = last.then(() => write(reports)));
}

async function write(reports) {
  const key = (report) => report.join("\0");
  const before = new Map(written.map((report, at) => [report[0], key(report) + at]));
  try {
    await change((store) => {
      reports.forEach((report, at) => {
        if (before.get(report[0]) !== key(report) + at) store.put({ id: report[0], at, fields: report.slice(1) });
        before.delete(report[0]);
      });
      for (const id of before.keys()) store.delete(id);
    });
    if (reports.length) localStorage.setItem(FLAG, "");
    written = reports;
    return true;
  } catch {
    return false;
  }
}

/** The fields of what was kept, in order. */
export async function restored() {
  try {
    const all = await change((store) => store.getAll(), "readonly");
    if (!all.length) localStorage.removeItem(FLAG);
    return all.sort((a, b) => a.at - b.at).map(({ fields }) => fields);
  } catch {
    return [];
  }
}

/** Removes all, also what other windows have added. */
export async function clear() {
  try {
    localStorage.removeItem(FLAG);
    await change((store) => store.clear());
  } catch {
    // Where nothing can be kept there is nothing to remove.
  }
}

/** All reports as one file. */
export function exported() {
  const report = ([, ...values]) => Object.fromEntries(FIELDS.map((field, i) => [field, values[i]]).filter(([, value]) => value));
  const list = { zhibiao: VERSION, reports: present.map(report) };
  return new Blob([JSON.stringify(list, null, 1)], { type: "application/json" });
}

/** The articles in such a file. */
export function listed(text) {
  let list;
  try {
    list = JSON.parse(text);
  } catch {
    throw "list";
  }
  if (list?.zhibiao > VERSION) throw "newer";
  if (list?.zhibiao !== VERSION || !Array.isArray(list.reports)) throw "list";
  return list.reports.map((report) => {
    const fields = FIELDS.map((field) => (typeof report?.[field] === "string" ? report[field] : ""));
    return { fields, label: fields[0] };
  });
}

/** Does something in the database, and gives what it gives once it is written. */
async function change(act, mode = "readwrite") {
  const opening = indexedDB.open("zhibiao", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
  const database = await settled(opening, "onsuccess", "onerror", "onblocked");
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await settled(transaction, "oncomplete", "onerror", "onabort");
    return request?.result;
  } finally {
    database.close();
  }
}

function settled(target, good, ...bad) {
  return new Promise((done, fail) => {
    target[good] = () => done(target.result);
    for (const name of bad) target[name] = () => fail(target.error);
  });
}
