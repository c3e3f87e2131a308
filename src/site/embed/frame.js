// Runs in the head of every page inside another site, before the first paint: what the address says of its looks, and what
// the page tells its host. It sends nothing but its height and what was chosen, and listens to nobody.
(() => {
  const root = document.documentElement, look = root.dataset, kept = [];
  const asked = new URLSearchParams(location.search.length > 2000 ? "" : location.search);
  // A version that is kept has a page of its own; what is unknown is ignored.
  const at = asked.get("data");
  if (look.versions.split(" ").includes(at) && at && at !== look.version) {
    return location.replace(`${look.embed}at/${at}/${root.lang}/matrix/${location.search}`);
  }
  if (at && at === look.version) kept.push(`data=${at}`);
  const known = { theme: ["light", "dark"], controls: ["0"], background: ["none"] };
  for (const name in known) {
    const value = asked.get(name);
    if (!known[name].includes(value)) continue;
    look[name] = value;
    kept.push(`${name}=${value}`);
  }
  // The application keeps these in the address when a choice changes it.
  if (kept[0]) look.kept = kept.join("&");
  // The way to the newest data keeps the filter.
  addEventListener("click", event => {
    const link = event.target.closest?.("[data-newest]");
    if (!link) return;
    const rest = new URLSearchParams(location.search);
    rest.delete("data");
    link.search = rest;
  }, true);
  // Until the reader acts here, the height is the host's affair: what was reserved stays, and nothing moves.
  let acted = false, sent = 0;
  const send = message => parent.postMessage({ source: "ict4sdg", ...message }, "*");
  const tell = () => {
    if (!acted || parent === self) return;
    const end = element => element ? element.getBoundingClientRect().bottom + scrollY : 0;
    const height = Math.ceil(Math.max(end(document.body), end(document.querySelector(".panel"))));
    if (height !== sent) send({ type: "height", height: sent = height });
  };
  const act = event => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    acted = true;
    requestAnimationFrame(() => requestAnimationFrame(tell));
  };
  for (const type of ["click", "input", "keydown"]) addEventListener(type, act, true);
  const chosen = () => {
    const [, line, goal] = /^(.+)-(\d+)$/.exec(look.cell) || [];
    if (!line) return;
    // On a narrow frame the panel lies under the cell it explains: a sheet at the end of a tall frame would be out of sight.
    // The grid is still there, unseen, while a list is shown.
    const place = `[data-line="${line}"][data-goal="${goal}"]`;
    const cell = document.querySelector(`.lists li${place}`) ?? document.querySelector(`#matrix td${place}`);
    const explorer = document.querySelector(".explorer");
    if (cell && explorer) {
      root.style.setProperty("--panel-at", `${cell.getBoundingClientRect().bottom - explorer.getBoundingClientRect().top + 8}px`);
    }
    if (acted && parent !== self) send({ type: "select", line, goal: Number(goal) });
  };
  new MutationObserver(chosen).observe(root, { attributes: true, attributeFilter: ["data-cell"] });
  addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
})()
