// Renews the numbers of a running import as the server tells them.

const place = document.querySelector("[data-import]");
const address = place?.getAttribute("data-import");

if (place && address) {
  const events = new EventSource(address);
  events.addEventListener("progress", (event) => show(place, JSON.parse(event.data)));
  events.addEventListener("end", () => {
    events.close();
    location.reload();
  });
  place.querySelector("[data-again]")?.setAttribute("hidden", "");
}

/**
 * @typedef {{ id: string, done: number, total: number | null, counted: string }} Lane
 * @param {Element} root
 * @param {{ sentence: string, lastFile: string, found: string[], lanes: Lane[] }} progress
 */
function show(root, progress) {
  setText(root, "sentence", progress.sentence);
  setText(root, "last", progress.lastFile);
  for (const lane of progress.lanes) {
    setText(root, `counted-${lane.id}`, lane.counted);
    const bar = root.querySelector(`[data-live="lane-${lane.id}"]`);
    if (bar instanceof HTMLProgressElement && lane.total !== null) {
      bar.max = Math.max(1, lane.total);
      bar.value = lane.done;
    }
  }
  const found = root.querySelector('[data-live="found"]');
  found?.replaceChildren(
    ...progress.found.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  );
}

/** @param {Element} root @param {string} name @param {string} text */
function setText(root, name, text) {
  const element = root.querySelector(`[data-live="${name}"]`);
  if (element && element.textContent !== text) element.textContent = text;
}
