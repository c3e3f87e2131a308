// Builds the search index of each language, and that of the imported case studies, from the records that `site render`
// wrote; and the small script that loads them. An index whose records have not changed is taken from the last build.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as pagefind from 'pagefind';

const [dist, work = 'target/site'] = process.argv.slice(2);
const RECORDS = `${work}/records`;
const KEPT = `${work}/search`;
/** Of what Pagefind writes, only this is used; the rest is its own interface. */
const NEEDED = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|filter|fragment|index|words\.txt)$/;

async function build(name, language) {
  const records = readFileSync(`${RECORDS}/${name}.jsonl`, 'utf8');
  const hash = createHash('sha256').update(pagefind.version ?? '').update(records).digest('hex');
  const folder = `${KEPT}/${name}`;
  if (existsSync(`${folder}/.hash`) && readFileSync(`${folder}/.hash`, 'utf8') === hash) return;
  rmSync(folder, { recursive: true, force: true });
  const { index } = await pagefind.createIndex({ forceLanguage: language });
  for (const line of records.split('\n').filter(Boolean)) {
    const { url, content, meta, filters } = JSON.parse(line);
    const { errors } = await index.addCustomRecord({ url, content, language, meta, filters });
    if (errors.length) throw new Error(`${url}: ${errors.join(', ')}`);
  }
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length) throw new Error(errors.join(', '));
  writeFileSync(`${folder}/.hash`, hash);
}

const names = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
for (const name of names) await build(name, name);
const imported = readFileSync(`${RECORDS}/imported.jsonl`, 'utf8').length > 0;
if (imported) await build('imported', 'en');
await pagefind.close();

rmSync(`${dist}/search`, { recursive: true, force: true });
for (const name of imported ? [...names, 'imported'] : names) {
  cpSync(`${KEPT}/${name}`, `${dist}/search/${name}`, {
    recursive: true,
    filter: source => {
      const inside = source.slice(`${KEPT}/${name}/`.length).split('/')[0];
      return inside === '' || NEEDED.test(inside);
    },
  });
  if (name !== 'imported') cpSync(`${RECORDS}/${name}.words.txt`, `${dist}/search/${name}/words.txt`);
}

mkdirSync(`${dist}/search`, { recursive: true });
writeFileSync(`${dist}/search/search.js`, readFileSync('scripts/search-loader.js', 'utf8').replace('IMPORTED', String(imported)));
