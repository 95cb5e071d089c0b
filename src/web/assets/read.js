// Keys of the reading page, and the line of how far one has come where style sheets cannot draw it alone.

const KEYS = { n: 'a[rel="next"]', p: 'a[rel="prev"]', o: 'a[data-key="o"]' };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/u.test(event.target.tagName))
    return;
  const selector = Object.entries(KEYS).find(([key]) => key === event.key)?.[1];
  const link = selector === undefined ? null : document.querySelector(selector);
  if (link instanceof HTMLAnchorElement) link.click();
});

// What scrolls sideways must be reachable with the keyboard.
for (const drawing of document.querySelectorAll(".prose pre")) {
  if (drawing.scrollWidth > drawing.clientWidth) drawing.setAttribute("tabindex", "0");
}

const line = document.querySelector(".place-line");
if (line instanceof HTMLElement && !CSS.supports("animation-timeline: scroll()")) {
  const draw = () => {
    const way = document.documentElement.scrollHeight - window.innerHeight;
    line.style.transform = `scaleX(${way > 0 ? Math.min(1, window.scrollY / way) : 1})`;
  };
  document.addEventListener("scroll", draw, { passive: true });
  draw();
}
