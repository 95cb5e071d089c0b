// Enhances what already works as plain forms: a choice takes effect at once, panels close by themselves.

const root = document.documentElement;

for (const form of document.querySelectorAll("form[data-settings]")) {
  form.addEventListener("change", () => {
    if (!(form instanceof HTMLFormElement)) return;
    const choice = new FormData(form);
    setOrDrop("theme", choice.get("theme"), "auto");
    setOrDrop("size", choice.get("size"), "normal");
    // The server keeps it in a cookie that scripts cannot read.
    void fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(pairsOf(choice)),
      redirect: "manual",
    });
  });
}

for (const list of document.querySelectorAll("select[data-submit]")) {
  list.addEventListener("change", () => {
    if (list instanceof HTMLSelectElement) list.form?.requestSubmit();
  });
}

const menus = [...document.querySelectorAll("details.menu")];

document.addEventListener("click", (event) => {
  for (const menu of menus) {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const wanted = event.key === "/" ? document.querySelector('[data-key="/"]') : null;
  if (wanted instanceof HTMLInputElement) {
    event.preventDefault();
    wanted.focus();
  }
});

function closeMenus() {
  for (const menu of menus) {
    if (!menu.hasAttribute("open")) continue;
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  }
}

/** @param {string} name @param {FormDataEntryValue | null} value @param {string} usual */
function setOrDrop(name, value, usual) {
  if (typeof value !== "string" || value === usual) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}

/** @param {FormData} form @returns {[string, string][]} */
function pairsOf(form) {
  return [...form].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName);
}
