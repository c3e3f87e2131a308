// What honest members send: case studies in six languages, wishes about earlier ones, and forgotten fields.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { open, submission, SUBMISSIONS } from './engine.mjs';

let engine;
before(async () => (engine = await open('submissions', 8990)));
after(() => engine?.close());

const TITLES = {
  ar: 'أجهزة لوحية للمدارس الريفية', en: 'Tablets for rural schools', es: 'Tabletas para escuelas rurales: ¿qué cambió?',
  fr: 'Des tablettes pour les écoles rurales à l’est', ru: 'Планшеты для сельских школ', zh: '为农村学校配备平板电脑',
};

test('a case study comes to the staff as it was sent, in every language', async () => {
  for (const [lang, title] of Object.entries(TITLES)) {
    const sent = submission({ lang, title, body: `${title}\n\n- ${title}\n- ${title} 🌍` });
    assert.equal((await engine.submit(sent)).status, 201, lang);
    const { last_modified: _, schema: __, ...stored } = (await engine.asStaff('GET', `${SUBMISSIONS}/${sent.id}`)).body.data;
    assert.deepEqual(stored, sent);
  }
});

test('it may be worldwide, and short', async () => {
  const { results, targets, links, pictures, body, contact_name, ...needed } = submission({ countries: [], scope: 'global' });
  assert.equal((await engine.submit(needed)).status, 201);
});

test('a field that is missing is named', async () => {
  for (const field of ['title', 'summary', 'organisation', 'type', 'countries', 'years', 'lines', 'goals', 'evidence', 'contact_email', 'consent']) {
    const { [field]: _, ...rest } = submission();
    const { status, body } = await engine.submit(rest);
    assert.deepEqual([status, body.details?.[0].name], [400, field]);
  }
});

test('a sender may withdraw, confirm and correct', async () => {
  const first = submission();
  assert.equal((await engine.submit(first)).status, 201);
  for (const wish of ['withdraw', 'confirm']) {
    const follows = { id: randomUUID(), regards: first.id, wish, note: 'Since March.', consent: true, website: '' };
    assert.equal((await engine.submit(follows)).status, 201, wish);
    const { regards: _, ...about_nothing } = { ...follows, id: randomUUID() };
    assert.equal((await engine.submit(about_nothing)).status, 400, wish);
    // A wish carries no contact: the first submission has it.
    assert.equal((await engine.submit({ ...follows, id: randomUUID(), contact_email: 'a@example.org' })).status, 400, wish);
  }
  const corrected = submission({ regards: first.id, wish: 'correct', title: 'A better title' });
  assert.equal((await engine.submit(corrected)).status, 201);
  // What regards the first leaves it as it is: staff decide.
  assert.equal((await engine.asStaff('GET', `${SUBMISSIONS}/${first.id}`)).body.data.title, first.title);
});
