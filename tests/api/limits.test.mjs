// The limits as they are delivered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, open, STORIES, submission } from './engine.mjs';

let engine;
before(async () => (engine = await open('limits', 8930, { shipped: true })));
after(() => engine?.close());

test('the seventh submission from one address within a minute has to wait', async () => {
  const began = Date.now();
  for (let nth = 1; nth <= 6; nth++) assert.equal((await engine.submit(submission())).status, 201, `submission ${nth}`);
  // The address that a sender claims to have does not count.
  const { status, headers, body } = await engine.submit(submission(), { headers: { 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.1' } });
  assert.ok(Date.now() - began < 10_000, 'too slow: a seventh was due');
  assert.equal(status, 429);
  assert.equal(headers.get('retry-after'), '60');
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.equal(body.errno, 117);
});

test('a whole library can be read at once, but not without end', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(`${engine.public}${STORIES}?_limit=500`)));
  const many = answers.filter(({ status }) => status === 200).length;
  assert.ok(many >= 60, `${many} answers`);
  const refused = answers.filter(({ status }) => status !== 200);
  assert.ok(refused.length > 0);
  for (const { status, headers } of refused) assert.deepEqual([status, headers.get('retry-after')], [429, '3']);
});

test('passwords cannot be tried quickly', async () => {
  const tries = Array.from({ length: 60 }, (_, nth) =>
    ask(`${engine.staff}/v1/buckets/ict4sdg/groups/staff`, { headers: { authorization: `Basic ${Buffer.from(`staff:${nth}`).toString('base64')}` } }));
  const answers = await Promise.all(tries);
  assert.ok(answers.every(({ status }) => status === 401 || status === 429));
  assert.ok(answers.some(({ status }) => status === 429));
});
