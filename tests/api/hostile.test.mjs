// What nobody honest sends: each is answered with the right status, and the engine goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, open, submission, SUBMISSIONS } from './engine.mjs';

let engine;
before(async () => (engine = await open('hostile', 8950)));
after(async () => {
  assert.equal((await engine?.submit(submission()))?.status, 201, 'the engine is alive afterwards');
  await engine?.close();
});

const post = (body, type = 'application/json') => ask(engine.public + SUBMISSIONS, { method: 'POST', headers: { 'content-type': type }, body });
const refused = async (changes, name) => {
  const { status, body } = await engine.submit(submission(changes));
  assert.equal(status, 400, JSON.stringify(changes).slice(0, 100));
  assert.equal(body.errno, 107);
  if (name !== undefined) assert.equal(body.details[0].name, name);
};

test('script in a text is only text', async () => {
  const sent = submission({ title: '<script>alert(1)</script>', body: '<img src=x onerror=alert(1)> {{7*7}} ${7*7}' });
  assert.equal((await engine.submit(sent)).status, 201);
  const { headers, body } = await engine.asStaff('GET', `${SUBMISSIONS}/${sent.id}`);
  assert.deepEqual([body.data.title, body.data.body], [sent.title, sent.body]);
  assert.match(headers.get('content-type'), /^application\/json/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

test('links lead to https and nowhere else', async () => {
  for (const url of ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', '//example.org/', 'https://example.org/"onclick="x', 'https://', ' https://example.org/', 'https://example.org/\n']) {
    await refused({ links: [{ url, text: 'A link' }] });
    await refused({ pictures: [{ url, alt: 'A picture', caption: 'A caption' }] });
  }
});

test('characters that turn or hide text', async () => {
  for (const sign of ['\u202e', '\u2066', '\u2069', '\u0007', '\u007f', '\u0000']) {
    await refused({ title: `A title ${sign} that lies` }, 'title');
    await refused({ body: `A text ${sign} that lies` }, 'body');
  }
});

test('texts that are too long', async () => {
  await refused({ title: 'x'.repeat(161) }, 'title');
  await refused({ body: 'x'.repeat(60_000) }, 'body');
  const { status, body } = await engine.submit(submission({ body: 'x'.repeat(70_000) }));
  assert.deepEqual([status, body.errno], [413, 113]);
});

test('values of another kind', async () => {
  for (const changes of [{ title: 5 }, { title: null }, { title: ['x'] }, { title: 'x' }, { lang: 'xx' }, { consent: false }, { consent: 'true' }, { website: 'https://example.org/' }, { links: {} }, { contact_email: 'nobody' }, { contact_email: 'a@b.c\n' }]) {
    await refused(changes);
  }
  for (const id of ['1', '../../x', 'a'.repeat(36), '00000000-0000-1000-8000-000000000000', '__proto__']) {
    assert.equal((await engine.submit(submission({ id }))).status, 400, id);
  }
});

test('5,000 brackets in each other', async () => {
  const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const { status } = await post(JSON.stringify({ data: submission({ links: 0 }) }).replace('"links":0', `"links":${nested}`));
  assert.ok([400, 500].includes(status), String(status));
});

test('what is not a submission at all', async () => {
  for (const text of ['', '{', '[]', 'null', '"text"', '{}', '{"data":[]}', '{"data":{}}', '{"data":null}', '{"data":NaN}']) {
    const { status } = await post(text);
    assert.ok([400, 415].includes(status), `${text}: ${status}`);
  }
  assert.equal((await post('{"data":{}}', 'text/plain')).status, 415);
  assert.equal((await post('data=1', 'application/x-www-form-urlencoded')).status, 415);
  assert.equal((await post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status, 400);
});
