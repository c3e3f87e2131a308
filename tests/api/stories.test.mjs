// Every curated story passes the engine's schema and comes back as it was; a new one is public within a minute.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ask, open, ROOT, STORIES, submission, SUBMISSIONS, COLLECTIONS } from './engine.mjs';

const FOLDER = `${ROOT}public/data/case-studies/`;
const curated = readdirSync(FOLDER)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(FOLDER + name, 'utf8')).data)
  .filter(story => story.origin !== 'imported');
/** A record without what the engine adds. */
const own = ({ last_modified: _, schema: __, ...data }) => data;
let engine;
before(async () => (engine = await open('stories', 8920)));
after(() => engine?.close());

test('all curated stories are there, as they are in the files', async () => {
  assert.ok(curated.length > 0);
  for (const story of curated) {
    const { status, body } = await ask(`${engine.public}${STORIES}/${story.id}`);
    assert.equal(status, 200, story.id);
    assert.deepEqual(own(body.data), story);
  }
  assert.equal((await engine.all(STORIES)).length, curated.length);
});

test('to provision again changes nothing, and never what staff wrote', async () => {
  const path = `${STORIES}/${curated[0].id}`;
  const { body } = await engine.asStaff('GET', path);
  const title = 'A better title';
  assert.equal((await engine.asStaff('PATCH', path, { data: { title } }, { 'if-match': `"${body.data.last_modified}"` })).status, 200);
  const before = await engine.asStaff('GET', `${COLLECTIONS}/case-studies`);
  assert.match(await engine.command('provision'), new RegExp(`${curated.length} were there or withdrawn, 0 added, 0 refused`));
  assert.equal((await engine.asStaff('GET', path)).body.data.title, title);
  assert.deepEqual((await engine.asStaff('GET', `${COLLECTIONS}/case-studies`)).body, before.body);
});

test('two members of the staff cannot overwrite each other', async () => {
  const path = `${STORIES}/${curated[1].id}`;
  const { body } = await engine.asStaff('GET', path);
  const known = { 'if-match': `"${body.data.last_modified}"` };
  assert.equal((await engine.asStaff('PATCH', path, { data: { title: 'Mine' } }, known)).status, 200);
  assert.equal((await engine.asStaff('PATCH', path, { data: { title: 'Also mine' } }, known)).status, 412);
  assert.equal((await engine.asStaff('PUT', path, { data: curated[1] }, { 'if-none-match': '*' })).status, 412);
});

test('a submission becomes a story that is public within a minute', async () => {
  const sent = submission();
  assert.equal((await engine.submit(sent)).status, 201);
  // So that the old list lies in the cache.
  const list = `${engine.public}${STORIES}?_fields=id&_limit=500`;
  assert.equal((await ask(list)).status, 200);

  const slug = 'tablets-for-rural-schools-2';
  const story = { ...curated[0], id: slug, title: sent.title };
  const published = await engine.asStaff('PUT', `${STORIES}/${slug}`, { data: story }, { 'if-none-match': '*' });
  assert.equal(published.status, 201);
  const began = Date.now();
  const receipt = await engine.asStaff('PUT', `${COLLECTIONS}/receipts/records/${sent.id}`, { data: { slug, lang: sent.lang } });
  assert.equal(receipt.status, 201);
  assert.equal((await engine.asStaff('DELETE', `${SUBMISSIONS}/${sent.id}`)).status, 200);

  // A browser may keep what it got for 20 s more.
  for (let there = false; !there; ) {
    assert.ok(Date.now() - began < 40_000, 'the story is not in the public list after 40 s');
    there = (await ask(list)).body.data.some(({ id }) => id === slug);
    if (!there) await new Promise(done => setTimeout(done, 250));
  }
  assert.deepEqual(own((await ask(`${engine.public}${STORIES}/${slug}`)).body.data), story);
  const since = await ask(`${engine.public}${STORIES}?_since=${published.body.data.last_modified - 1}`);
  assert.deepEqual(since.body.data.map(({ id }) => id), [slug]);
  assert.equal((await ask(`${engine.public}${COLLECTIONS}/receipts/records/${sent.id}`)).status, 404);
});
