// #ICT4SDG, script for sites that embed its pages, version 1.0.0. It builds <ict4sdg-embed> elements, and lets frames of
// #ICT4SDG grow with their content once a reader has acted in them. It sends, stores and loads nothing else.
(() => {
  const NAME = "ict4sdg-embed";
  if (customElements.get(NAME)) return;
  const LANGS = ["ar", "en", "es", "fr", "ru", "zh"];
  const PAGE = /\/embed\/([a-z]{2})\//;
  const tall = new WeakMap(); // frames whose height follows, and the elements that own them
  const url = text => {
    try {
      const found = new URL(text, document.baseURI);
      return /^https?:$/.test(found.protocol) && PAGE.test(found.pathname) ? found : null;
    } catch {
      return null;
    }
  };
  const high = (frame, height) => frame.style.setProperty("height", height + "px", "important");

  class Embed extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return; // moved, or back again: the frame in it loads by itself
      const src = url(this.getAttribute("src"));
      if (!src) return; // the link inside stays
      const lang = (this.closest("[lang]")?.lang || "").slice(0, 2).toLowerCase();
      if (this.getAttribute("language") === "host" && LANGS.includes(lang)) {
        src.pathname = src.pathname.replace(PAGE, `/embed/${lang}/`);
      }
      const frame = document.createElement("iframe");
      frame.src = src;
      frame.loading = "lazy";
      // What is inside the element may not have been parsed yet.
      const name = () => (frame.title = this.title || this.textContent.trim() || "#ICT4SDG");
      name();
      frame.addEventListener("load", name);
      frame.lang = PAGE.exec(src.pathname)[1];
      frame.style.cssText = "display:block;inline-size:100%;border:0;color-scheme:light dark";
      this.style.display = "block";
      const reserve = () => tall.get(frame).acted || high(frame, this.reserved());
      tall.set(frame, { owner: this, acted: false });
      reserve();
      new ResizeObserver(reserve).observe(this);
      this.attachShadow({ mode: "open" }).append(frame);
    }
    // heights="360:1900 720:1100 1080:800": of the largest width that fits; else height="640".
    reserved() {
      let height = Number(this.getAttribute("height")) || 640;
      for (const pair of (this.getAttribute("heights") || "").split(" ")) {
        const [width, of] = pair.split(":").map(Number);
        if (of && (this.clientWidth || innerWidth) >= width) height = of;
      }
      return Math.min(Math.max(height, 100), 20000);
    }
  }

  addEventListener("message", ({ data, source, origin }) => {
    if (!data || data.source !== "ict4sdg" || !source) return;
    const plain = [...document.getElementsByTagName("iframe")];
    const built = [...document.querySelectorAll(NAME)].map(owner => owner.shadowRoot?.firstChild);
    const frame = [...plain, ...built].find(one => one && one.contentWindow === source);
    if (!frame || url(frame.src)?.origin !== origin) return;
    const { owner } = tall.get(frame) || { owner: frame };
    const { type, height, line, goal } = data;
    if (type === "height" && height >= 100 && height <= 20000) {
      tall.set(frame, { owner, acted: true });
      high(frame, height);
    }
    if (type === "select" && /^c[0-9a-z-]{1,20}$/.test(line) && goal >= 1 && goal <= 17) {
      owner.dispatchEvent(new CustomEvent("ict4sdg:select", { bubbles: true, detail: { line, goal } }));
    }
  });
  customElements.define(NAME, Embed);
})();
