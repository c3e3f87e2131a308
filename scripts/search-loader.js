// Hands the search engines of a language to the application (src/browser/search.rs), or nothing when they cannot be
// loaded. `scripts/search.mjs` puts this into the site and says whether there are imported case studies.
const here = import.meta.url;
const lang = new URL(here).searchParams.get('lang');

let engines = null;
try {
  const own = new URL(`${lang}/`, here).href;
  const pagefind = await import(`${own}pagefind.js`);
  engines = { own: pagefind, imported: undefined };
  if (IMPORTED) {
    engines.imported = pagefind.createInstance({ basePath: new URL('imported/', here).href });
  }
} catch {
  engines = null;
}
dispatchEvent(new CustomEvent(`ict4sdg:search-${lang}`, { detail: engines }));
