// Hands the search engines of a language to the application (src/browser/search.rs), or nothing when they cannot be
// loaded. `scripts/search.mjs` puts this into the site and says whether there are imported case studies.
const here = import.meta.url;
const lang = new URL(here).searchParams.get('lang');

/** The names of an index's records in their order: they stand at the head of its table of records. */
async function order(base) {
  const { languages } = await (await fetch(`${base}pagefind-entry.json`)).json();
  const [{ hash }] = Object.values(languages);
  const packed = await fetch(`${base}pagefind.${hash}.pf_meta`);
  const table = new Response(packed.body.pipeThrough(new DecompressionStream('gzip')));
  const text = new TextDecoder('latin1').decode(await table.arrayBuffer());
  return Array.from(text.matchAll(/j([a-z]{2}_[0-9a-f]{7})/g), match => match[1]);
}

function engine(pagefind, base) {
  let known;
  return { search: (words, options) => pagefind.search(words, options), order: () => (known ??= order(base)) };
}

let engines = null;
try {
  const own = new URL(`${lang}/`, here).href;
  const pagefind = await import(`${own}pagefind.js`);
  engines = { own: engine(pagefind, own), imported: undefined };
  if (IMPORTED) {
    const base = new URL('imported/', here).href;
    engines.imported = engine(pagefind.createInstance({ basePath: base }), base);
  }
} catch {
  engines = null;
}
dispatchEvent(new CustomEvent(`ict4sdg:search-${lang}`, { detail: engines }));
