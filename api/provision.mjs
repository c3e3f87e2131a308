// Makes the bucket, the group of the staff and the collections as they must be, then adds the case studies of the site
// that are not there yet. What is right already is left alone; a story is never overwritten.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { ask, must } from './kinto.mjs';

const SCHEMAS = process.env.API_SCHEMAS ?? fileURLToPath(new URL('../target/site/api/', import.meta.url));
const STORIES = join(process.env.SITE_DATA ?? fileURLToPath(new URL('../public/data/', import.meta.url)), 'case-studies');
const BUCKET = '/buckets/ict4sdg';
const STAFF = `${BUCKET}/groups/staff`;
// Kinto shows the rights to something only to those who stand among them: without the administrator, nothing could be compared.
const WRITERS = [STAFF, 'account:admin'];

const schema = name => {
  const file = join(SCHEMAS, `${name}.json`);
  if (!existsSync(file)) {
    console.error(`${file} is missing: the build writes it.`);
    process.exit(1);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
};
const COLLECTIONS = {
  // Seconds; nginx/public.conf adds up how long a new story may take.
  'case-studies': {
    data: { schema: schema('case-studies'), cache_expires: 20, sort: '-last_modified', displayFields: ['title', 'organisation'] },
    permissions: { read: ['system.Everyone'], write: WRITERS },
  },
  submissions: {
    data: { schema: schema('submissions'), sort: 'last_modified', displayFields: ['title', 'organisation', 'contact_email'] },
    permissions: { 'record:create': ['system.Everyone'], write: WRITERS },
  },
  // Which submission became which story. The id is that of the submission.
  receipts: {
    data: { schema: schema('receipts'), sort: '-last_modified', displayFields: ['slug', 'lang'] },
    permissions: { write: WRITERS },
  },
};

// Whoever makes a bucket gets no right to it with explicit_permissions off, so it is written down.
await settle(BUCKET, { data: { title: '#ICT4SDG' }, permissions: { write: ['account:admin'], read: [STAFF] } });
await must('PUT', STAFF, { data: { members: [] } }, { 'if-none-match': '*' }, [201, 412]);
for (const [name, wanted] of Object.entries(COLLECTIONS)) await settle(`${BUCKET}/collections/${name}`, wanted);
await load(`${BUCKET}/collections/case-studies/records`);

/** Writes only what differs: each write of a collection leaves an entry in the history. */
async function settle(path, wanted) {
  const { status, body } = await ask('GET', path);
  if (status === 200) {
    const { id, last_modified: _, ...data } = body.data;
    const given = Object.fromEntries(Object.entries(body.permissions).map(([right, to]) => [right, [...to].sort()]));
    if (isDeepStrictEqual(data, wanted.data) && isDeepStrictEqual(given, wanted.permissions)) return;
  }
  await must('PUT', path, wanted);
}

async function load(records) {
  const there = new Set();
  // With `_since` what was withdrawn is told too: it must not come back.
  // Next-Page is an address of the server as it sees itself: only its query is of use.
  for (let query = '?_since=1&_fields=id'; query !== undefined; ) {
    const { body, headers } = await must('GET', records + query);
    for (const { id } of body.data) there.add(id);
    const next = headers.get('next-page');
    query = next ? new URL(next).search : undefined;
  }
  const known = there.size;
  let [added, refused] = [0, 0];
  for (const file of readdirSync(STORIES).filter(file => file.endsWith('.json')).sort()) {
    const { data } = JSON.parse(readFileSync(join(STORIES, file), 'utf8'));
    if (data.origin === 'imported' || there.has(data.id)) continue;
    const { status, body } = await ask('PUT', `${records}/${data.id}`, { data }, { 'if-none-match': '*' });
    if (status === 201) {
      added += 1;
    } else if (status !== 412) {
      refused += 1;
      console.error(`${file}: ${status} ${body?.message ?? ''}`);
    }
  }
  console.log(`Case studies: ${known} were there or withdrawn, ${added} added, ${refused} refused`);
  if (refused > 0) process.exitCode = 1;
}
