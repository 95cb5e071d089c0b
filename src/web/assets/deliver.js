// Takes a dropped or chosen folder in, file by file, as streams. Without this script the form does the same in one go.

/** @typedef {{ path: string, file: File }} Item */

const form = document.querySelector("form.delivery");
if (form instanceof HTMLFormElement) prepare(form);

/** @param {HTMLFormElement} form */
function prepare(form) {
  form.querySelector("[data-drop-hint]")?.removeAttribute("hidden");
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    // Entries must be asked for before anything is waited for: they are gone afterwards.
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
    say(form, form.dataset["sayReading"] ?? "");
    void collect(entries).then((items) => deliver(form, items));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void deliver(form, chosenItems(form));
  });
}

/** @param {HTMLFormElement} form @returns {Item[]} */
function chosenItems(form) {
  return [...form.querySelectorAll('input[type="file"]')].flatMap((input) =>
    input instanceof HTMLInputElement
      ? [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
      : [],
  );
}

/** @param {(FileSystemEntry | null)[]} entries @returns {Promise<Item[]>} */
async function collect(entries) {
  /** @type {Item[]} */
  const items = [];
  const open = entries.filter((entry) => entry !== null);
  for (let entry = open.shift(); entry !== undefined; entry = open.shift()) {
    if (entry.isFile) items.push(await fileOf(/** @type {FileSystemFileEntry} */ (entry)));
    else open.push(...(await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry))));
  }
  return items;
}

/** @param {FileSystemFileEntry} entry @returns {Promise<Item>} */
function fileOf(entry) {
  return new Promise((resolve, reject) => {
    entry.file((file) => resolve({ path: entry.fullPath.replace(/^\//u, ""), file }), reject);
  });
}

/** @param {FileSystemDirectoryEntry} directory @returns {Promise<FileSystemEntry[]>} */
async function childrenOf(directory) {
  const reader = directory.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** @param {HTMLFormElement} form @param {readonly Item[]} items */
async function deliver(form, items) {
  if (items.length === 0) return say(form, form.dataset["sayEmpty"] ?? "");
  const button = form.querySelector("button");
  button?.setAttribute("disabled", "");
  let path = "";
  try {
    const uploads = form.dataset["uploads"] ?? "";
    const begun = await send(form, "POST", `${uploads}?name=${encodeURIComponent(fieldOf(form, "name"))}`);
    const { uploadId } = await begun.json();
    /** @type {string[]} */
    const left = [];
    for (const [index, item] of items.entries()) {
      path = item.path;
      say(form, fill(form.dataset["saySending"], { done: index, total: items.length }));
      const isReadable = await item.file
        .slice(0, 1)
        .arrayBuffer()
        .then(Boolean, () => false);
      if (!isReadable) left.push(path);
      else await send(form, "PUT", `${uploads}/${uploadId}/file?path=${encodeURIComponent(path)}`, item.file);
    }
    const started = await send(form, "POST", `${uploads}/${uploadId}/import`);
    const { href } = await started.json();
    if (left.length === 0) location.assign(href);
    else finishWithout(form, left, href);
  } catch (error) {
    button?.removeAttribute("disabled");
    const reason = error instanceof Error ? error.message : String(error);
    say(form, fill(form.dataset["sayFailed"], { name: path, reason }));
  }
}

/** Names what could not be read before going on. @param {HTMLFormElement} form @param {readonly string[]} left @param {string} href */
function finishWithout(form, left, href) {
  say(form, `${form.dataset["sayLeft"]}: ${left.join(", ")} `);
  const on = Object.assign(document.createElement("a"), { href, textContent: "→" });
  form.querySelector("[data-status]")?.append(on);
}

/** @param {HTMLFormElement} form @param {string} method @param {string} address @param {Blob} [body] */
async function send(form, method, address, body) {
  const headers = { "x-form-key": fieldOf(form, "form-key") };
  const response = await fetch(address, { method, headers, body: body ?? null });
  if (!response.ok) throw new Error(await reasonOf(response));
  return response;
}

/** @param {HTMLFormElement} form @param {string} name */
function fieldOf(form, name) {
  const field = form.querySelector(`input[name="${name}"]`);
  return field instanceof HTMLInputElement ? field.value : "";
}

/** The server answers trouble with a page; its heading says what. @param {Response} response */
async function reasonOf(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("h1")?.textContent ?? String(response.status);
}

/** @param {HTMLFormElement} form @param {string} text */
function say(form, text) {
  const status = form.querySelector("[data-status]");
  if (status) status.textContent = text;
}

/** @param {string | undefined} text @param {Readonly<Record<string, string | number>>} values */
function fill(text, values) {
  return (text ?? "").replace(/\{(\w+)\}/gu, (_, name) => String(values[name] ?? ""));
}
