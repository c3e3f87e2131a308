// The holes that Kinto has by itself for an open form, and the guards that close them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, COLLECTIONS, open, STORIES, submission, SUBMISSIONS } from './engine.mjs';

const PUBLISHED = { read: ['system.Everyone'] };
const JSON_TYPE = { 'content-type': 'application/json' };
const JUNK = { authorization: `Basic ${Buffer.from('x:y').toString('base64')}` };
let engine;
before(async () => (engine = await open('holes', 8910)));
after(() => engine?.close());

const post = (text, headers = JSON_TYPE) => ask(engine.public + SUBMISSIONS, { method: 'POST', headers, body: text });
const staffHas = async id => (await engine.asStaff('GET', `${SUBMISSIONS}/${id}`)).status === 200;

test('a submission is stored, and its sender gets no right to it', async () => {
  const sent = submission();
  const { status, body } = await engine.submit(sent);
  assert.equal(status, 201);
  assert.deepEqual(body.permissions, {});
  assert.ok(await staffHas(sent.id));
  // Sending it once more is how the form tries again.
  assert.equal((await engine.submit(sent)).status, 401);
});

test('explicit_permissions is off, and the engine says so', async () => {
  const { status, body } = await ask(`${engine.public}/v1/`);
  assert.equal(status, 200);
  assert.equal(body.settings.explicit_permissions, false);
});

test('in public, a true login is nobody either', async () => {
  const headers = { authorization: engine.authorization };
  assert.equal((await ask(`${engine.public}/v1/`, { headers })).body.user, undefined);
  assert.equal((await ask(`${engine.staff}/v1/`, { headers })).body.user.id, 'account:staff');
});

test('permissions in the body are refused, with and without a made-up login', async () => {
  for (const headers of [{}, JUNK]) {
    const sent = submission();
    assert.equal((await engine.submit(sent, { permissions: PUBLISHED, headers })).status, 415);
    assert.equal(await staffHas(sent.id), false);
  }
});

test('an escape does not hide the word', async () => {
  for (const word of ['\\u0070ermissions', 'per\\u006Dissions', 'last\\u005Fmodified']) {
    const sent = submission();
    const { status } = await post(`{"data":${JSON.stringify(sent)},"${word}":{"read":["system.Everyone"]}}`);
    assert.equal(status, 415, word);
    assert.equal(await staffHas(sent.id), false, word);
  }
});

test('nor do blanks, another charset or another type', async () => {
  const text = JSON.stringify({ data: submission(), permissions: PUBLISHED });
  assert.equal((await post(text.replace('"permissions":', '"permissions" \n\t :'))).status, 415);
  const wide = Buffer.from(text, 'utf16le');
  for (const type of ['application/json; charset=utf-16', 'application/json; charset=utf-16le']) {
    assert.ok([400, 415].includes((await post(wide, { 'content-type': type })).status), type);
  }
  for (const type of ['text/plain', 'application/json-patch+json', 'application/merge-patch+json', 'application/jsonx']) {
    assert.equal((await post(text, { 'content-type': type })).status, 415, type);
  }
});

test('nor does a body in chunks, even one that nginx cannot keep in memory', async () => {
  const text = JSON.stringify({ data: submission({ body: 'a '.repeat(3900) }), permissions: PUBLISHED });
  const headers = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
  assert.equal((await engine.raw('POST', SUBMISSIONS, { headers, pieces: [text] })).status, 415);
  assert.equal((await engine.raw('POST', SUBMISSIONS, { headers, pieces: text.match(/[^]{1,1000}/g) })).status, 415);
  // Six bytes on the wire for each one: more than the memory for a body, less than the largest allowed.
  assert.ok(text.length * 6 > 65_536 * 0.75);
  const padded = text.replace('{"data"', `{${' '.repeat(4000)}"data"`);
  assert.equal((await engine.raw('POST', SUBMISSIONS, { headers, pieces: [...padded] })).status, 415);
});

test('nor does a long way to it', async () => {
  const sent = submission();
  const text = JSON.stringify({ data: sent, permissions: PUBLISHED });
  const long = text.replace(',"permissions"', `,${' '.repeat(61_000 - text.length)}"permissions"`);
  assert.equal(long.length, 61_000);
  assert.equal((await post(long)).status, 415);
  assert.equal(await staffHas(sent.id), false);
});

test('a date in 2100 does not move the clock of the collection', async () => {
  const sent = submission();
  for (const last_modified of [4_102_444_800_000, '9007199254740993', '9223372036854775807']) {
    const text = JSON.stringify({ data: { ...sent, last_modified: 0 } }).replace('"last_modified":0', `"last_modified":${last_modified}`);
    assert.equal((await post(text)).status, 415);
  }
  assert.equal((await engine.submit(sent)).status, 201);
  const { headers } = await engine.asStaff('GET', SUBMISSIONS);
  assert.ok(Number(headers.get('etag').match(/[0-9]+/)[0]) < Date.now() + 60_000);
});

test('honest text with the word in it is stored as it is', async () => {
  // JSON writes its quotation marks as \", so that the guard sees no such name.
  const sent = submission({ body: 'They asked for "permissions" and for "last_modified" files. “Разрешения” 权限' });
  assert.equal((await engine.submit(sent)).status, 201);
  assert.equal((await engine.asStaff('GET', `${SUBMISSIONS}/${sent.id}`)).body.data.body, sent.body);
});

test('nobody reads, replaces, changes or deletes a submission in public', async () => {
  const sent = submission();
  assert.equal((await engine.submit(sent)).status, 201);
  const attempts = [
    ['GET', SUBMISSIONS], ['HEAD', SUBMISSIONS], ['DELETE', SUBMISSIONS], ['GET', `${SUBMISSIONS}?_limit=1`],
    ...['GET', 'PUT', 'PATCH', 'DELETE'].map(method => [method, `${SUBMISSIONS}/${sent.id}`]),
  ];
  for (const [method, path] of attempts) {
    for (const headers of [{}, JUNK, { authorization: engine.authorization }, { 'if-none-match': '*' }, { 'if-match': '*' }]) {
      const body = ['PUT', 'PATCH'].includes(method) ? JSON.stringify({ data: sent }) : undefined;
      const answer = await ask(engine.public + path, { method, headers: { ...JSON_TYPE, ...headers }, body });
      assert.equal(answer.status, 404, `${method} ${path}`);
      assert.doesNotMatch(answer.text, /sender@/);
    }
  }
  assert.ok(await staffHas(sent.id));
});

test('no other way leads there', async () => {
  const parts = '/v1/buckets/ict4sdg';
  const paths = [
    `${parts}//collections/submissions/records`, `${parts}/collections/submissions/records/`, `${parts}/collections/submissions`,
    `${parts}/collections/case-studies/records/../../submissions/records`, `${parts}/collections/case-studies/%2e%2e/submissions/records`,
    `${parts}/collections/%73ubmissions/records`, `/v0${SUBMISSIONS.slice(3)}`, `/v1/./buckets/ict4sdg/collections/submissions/records`,
    `${parts}/history`, `${parts}/groups`, `${parts}/groups/staff`, `${COLLECTIONS}/receipts/records`, COLLECTIONS, parts, '/v1/buckets',
    '/v1/accounts', '/v1/accounts/staff', '/v1/permissions', '/v1/__heartbeat__', '/v1/__config__', '/v1/admin/', '/v1/batch', '/v1', '/v2/',
  ];
  for (const path of paths) {
    const { status, text } = await engine.raw('GET', path);
    assert.ok([301, 404].includes(status), `${path}: ${status}`);
    assert.doesNotMatch(text, /sender@|account:/, path);
  }
  const requests = [{ method: 'GET', path: SUBMISSIONS.slice(3) }];
  for (const headers of [JSON_TYPE, { ...JSON_TYPE, authorization: engine.authorization }]) {
    assert.equal((await ask(`${engine.public}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ requests }) })).status, 404);
  }
  const override = { ...JSON_TYPE, 'x-http-method-override': 'GET' };
  assert.equal((await post('{}', override)).status, 400);
});

test('stories can be read by everybody and written by nobody', async () => {
  const { status, body, headers } = await ask(`${engine.public}${STORIES}?_limit=2`);
  assert.equal(status, 200);
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.ok(headers.get('next-page'));
  const one = `${engine.public}${STORIES}/${body.data[0].id}`;
  for (const [method, address] of [['PUT', one], ['PATCH', one], ['DELETE', one], ['POST', engine.public + STORIES], ['DELETE', engine.public + STORIES]]) {
    const answer = await ask(address, { method, headers: { ...JSON_TYPE, authorization: engine.authorization }, body: method === 'DELETE' ? undefined : '{"data":{"title":"Defaced"}}' });
    assert.equal(answer.status, 404, method);
  }
  // The largest page is set by the engine, whatever is asked for.
  assert.equal((await ask(`${engine.public}${STORIES}?_limit=0`)).status, 200);
});

test('the number of stories comes with HEAD, and an old ETag is understood when compression made it weak', async () => {
  const head = await ask(engine.public + STORIES, { method: 'HEAD' });
  assert.equal(Number(head.headers.get('total-objects')), (await engine.all(STORIES)).length);
  const etag = head.headers.get('etag').replace(/^W\//, '');
  for (const known of [etag, `W/${etag}`]) {
    assert.equal((await ask(engine.public + STORIES, { headers: { 'if-none-match': known } })).status, 304);
  }
  assert.equal((await ask(engine.public + STORIES, { headers: { 'if-none-match': '"of-a-file"' } })).status, 200);

  // The answer to one who has it already is not kept for those who do not.
  const list = `${engine.public}${STORIES}?_limit=500&_sort=title`;
  assert.equal((await ask(list, { headers: { 'if-none-match': etag } })).status, 304);
  assert.equal((await ask(list)).body.data.length, Number(head.headers.get('total-objects')));
});

test('the host of the staff lets in the staff, and nobody else', async () => {
  const wrong = { authorization: `Basic ${Buffer.from('staff:wrong').toString('base64')}` };
  for (const headers of [{}, JUNK, wrong, { authorization: 'Bearer x' }]) {
    for (const path of [SUBMISSIONS, STORIES, '/v1/buckets/ict4sdg/history', '/v1/buckets/ict4sdg/groups/staff']) {
      const answer = await ask(engine.staff + path, { headers });
      assert.equal(answer.status, 401, path);
      // With that header a browser would ask for a password in a window of its own.
      assert.equal(answer.headers.get('www-authenticate'), null);
    }
    const body = JSON.stringify({ data: submission(), permissions: PUBLISHED });
    assert.equal((await ask(engine.staff + SUBMISSIONS, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body })).status, 401);
    assert.equal((await ask(`${engine.staff}/v1/batch`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: '{"requests":[]}' })).status, 401);
    assert.equal((await ask(`${engine.staff}/v1/`, { headers })).body.user, undefined);
  }
  assert.equal((await ask(`${engine.staff}/v1/__heartbeat__`)).status, 404);

  const list = await engine.asStaff('GET', SUBMISSIONS);
  assert.equal(list.status, 200);
  assert.equal(list.headers.get('cache-control'), 'no-store');
  assert.equal(list.headers.get('x-robots-tag'), 'noindex');
  assert.equal(list.headers.get('access-control-allow-origin'), null);
  const me = await engine.asStaff('GET', '/v1/');
  assert.equal(me.body.user.id, 'account:staff');
  assert.ok(me.body.user.principals.includes('/buckets/ict4sdg/groups/staff'));
  assert.equal((await engine.asStaff('PATCH', '/v1/buckets/ict4sdg/groups/staff', { data: { members: ['account:staff', 'account:x'] } })).status, 403);
});

test('contact data do not get into the history, and an account that was dismissed is shut out', async () => {
  const sent = submission();
  assert.equal((await engine.submit(sent)).status, 201);
  assert.equal((await engine.asStaff('DELETE', `${SUBMISSIONS}/${sent.id}`)).status, 200);
  const { status, text } = await engine.asStaff('GET', '/v1/buckets/ict4sdg/history');
  assert.equal(status, 200);
  assert.doesNotMatch(text, /sender@|submissions\/records/);

  const password = (await engine.command('account', 'zoe')).match(/password (\S+)/)[1];
  const headers = { authorization: `Basic ${Buffer.from(`zoe:${password}`).toString('base64')}` };
  assert.equal((await ask(engine.staff + SUBMISSIONS, { headers })).status, 200);
  await engine.command('dismiss', 'zoe');
  assert.equal((await ask(engine.staff + SUBMISSIONS, { headers })).status, 401);
});
