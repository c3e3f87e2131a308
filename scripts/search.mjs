// Builds the search index of each language, and that of the imported case studies, from the records that `site render`
// wrote; and the small script that loads them. An index whose records have not changed is taken from the last build.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';

const [dist, work = 'target/site'] = process.argv.slice(2);
const RECORDS = `${work}/records`;
const KEPT = `${work}/search`;
const OLD = `${work}/search-replaced`;
/** Of what Pagefind writes, only this is used; the rest is its own interface. */
const NEEDED = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|filter|fragment|index|words\.txt)$/;

async function build(name, language) {
  const records = readFileSync(`${RECORDS}/${name}.jsonl`, 'utf8');
  const hash = createHash('sha256').update(readFileSync('scripts/search.mjs')).update(pagefind.version ?? '').update(records).digest('hex');
  const folder = `${KEPT}/${name}`;
  if (existsSync(`${folder}/.hash`) && readFileSync(`${folder}/.hash`, 'utf8') === hash) return;
  // Deleted at the end: file systems are slow to write many files just after many were deleted.
  if (existsSync(folder)) renameSync(folder, `${OLD}/${name}`);
  const all = records.split('\n').filter(Boolean).map(line => JSON.parse(line));
  await write(folder, language, all);
  number(folder, all);
  writeFileSync(`${folder}/.hash`, hash);
}

async function write(folder, language, records) {
  const { index } = await pagefind.createIndex({ forceLanguage: language });
  const add = async ({ url, content, meta, filters }) => {
    const { errors } = await index.addCustomRecord({ url, content, language, meta, filters });
    if (errors.length) throw new Error(`${url}: ${errors.join(', ')}`);
  };
  // Handed over without waiting for each, in their order, which is the order of the index.
  await Promise.all(records.map(add));
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length) throw new Error(errors.join(', '));
}

/** A name is a text of ten bytes (0x6a) in CBOR, or a little longer where two records would have had the same one. */
const NAME = /j[a-z]{2}_[0-9a-f]{7}|k[a-z]{2}_[0-9a-f]{8}|l[a-z]{2}_[0-9a-f]{9}|m[a-z]{2}_[0-9a-f]{10}/g;

/**
 * Makes an index smaller and its records known by their place. Its table names every record by a hash, which cannot be
 * compressed: numbers take a fifth of the bytes, and tell the application which case study a record is. The engine takes
 * what is not packed as well, so that `site compress` can do it better.
 */
function number(folder, records) {
  const { languages } = JSON.parse(readFileSync(`${folder}/pagefind-entry.json`, 'utf8'));
  const [{ hash, page_count: count }] = Object.values(languages);
  const table = `${folder}/pagefind.${hash}.pf_meta`;
  const fragment = name => `${folder}/fragment/${name}.pf_fragment`;
  const numbers = [];
  // Those of the records come first.
  const numbered = gunzipSync(readFileSync(table)).toString('latin1').replace(NAME, name => {
    if (numbers.length === count) return name;
    const number = `${name.slice(1, 4)}${String(numbers.length).padStart(7, '0')}`;
    renameSync(fragment(name.slice(1)), fragment(number));
    numbers.push(number);
    return `j${number}`;
  });
  if (numbers.length !== count) throw new Error(`${table} names ${numbers.length} records, not ${count}`);
  writeFileSync(table, Buffer.from(numbered, 'latin1'));
  // A few are looked at, the first and the last among them: each must be the record of its place.
  for (let at = 0; at < count; at += Math.max(1, Math.floor((count - 1) / 10))) {
    const written = gunzipSync(readFileSync(fragment(numbers[at]))).toString();
    if (!written.includes(JSON.stringify(records[at].url))) throw new Error(`${numbers[at]} is not ${records[at].url}`);
  }
  for (const name of readdirSync(folder).filter(name => name.startsWith('wasm.'))) {
    writeFileSync(`${folder}/${name}`, gunzipSync(readFileSync(`${folder}/${name}`)));
  }
}

/** Puts an index into the site: by links, because there are as many files as pages. */
function place(name) {
  for (const file of readdirSync(`${KEPT}/${name}`, { recursive: true, withFileTypes: true })) {
    const inside = `${file.parentPath}/${file.name}`.slice(`${KEPT}/${name}/`.length);
    if (!file.isFile() || !NEEDED.test(inside.split('/')[0])) continue;
    const target = `${dist}/search/${name}/${inside}`;
    mkdirSync(dirname(target), { recursive: true });
    linkOrCopy(`${KEPT}/${name}/${inside}`, target);
  }
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // on another file system
  }
}

/** Imported case studies are indexed as English ones: their engine is the one that an English page has loaded already. */
function shareEngine() {
  const worker = `${dist}/search/imported/pagefind-worker.js`;
  const own = readFileSync(worker, 'utf8');
  const shared = own.replace('`${this.basePath}wasm.', '`${this.basePath}../en/wasm.');
  if (shared === own) throw new Error(`${worker} loads its engine otherwise than expected`);
  rmSync(worker); // a link, whose other end stays as it is
  writeFileSync(worker, shared);
}

rmSync(OLD, { recursive: true, force: true });
mkdirSync(OLD, { recursive: true });
const names = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
for (const name of names) await build(name, name);
const imported = readFileSync(`${RECORDS}/imported.jsonl`, 'utf8').length > 0;
if (imported) await build('imported', 'en');
await pagefind.close();

rmSync(`${dist}/search`, { recursive: true, force: true });
for (const name of imported ? [...names, 'imported'] : names) place(name);
if (imported) shareEngine();
for (const name of names) copyFileSync(`${RECORDS}/${name}.words.txt`, `${dist}/search/${name}/words.txt`);
mkdirSync(`${dist}/search`, { recursive: true });
writeFileSync(`${dist}/search/search.js`, readFileSync('scripts/search-loader.js', 'utf8').replace('IMPORTED', String(imported)));
rmSync(OLD, { recursive: true, force: true });
