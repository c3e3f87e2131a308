// A backup brings back what was deleted; a file that is no backup changes nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, STORIES, submission, SUBMISSIONS } from './engine.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ict4sdg-backup-'));
const file = join(folder, 'all.backup');
let engine;
before(async () => (engine = await open('backup', 8960)));
after(async () => {
  rmSync(folder, { recursive: true });
  await engine?.close();
});

test('a deleted story comes back, and what came after the backup is gone', async () => {
  const [story] = await engine.all(STORIES);
  const early = submission();
  assert.equal((await engine.submit(early)).status, 201);
  await engine.command('backup', file);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ['all.backup']);

  assert.equal((await engine.asStaff('DELETE', `${STORIES}/${story.id}`)).status, 200);
  assert.equal((await engine.asStaff('GET', `${STORIES}/${story.id}`)).status, 404);
  const late = submission();
  assert.equal((await engine.submit(late)).status, 201);

  await engine.command('restore', file);
  assert.deepEqual((await engine.asStaff('GET', `${STORIES}/${story.id}`)).body.data, story);
  assert.equal((await engine.asStaff('GET', `${SUBMISSIONS}/${early.id}`)).status, 200);
  assert.equal((await engine.asStaff('GET', `${SUBMISSIONS}/${late.id}`)).status, 404);
  assert.equal((await engine.submit(submission())).status, 201);
});

test('a file that is no backup, or half of one, changes nothing', async () => {
  const before = await engine.all(STORIES);
  const whole = readFileSync(file);
  for (const [name, content] of [['text', 'no backup'], ['empty', ''], ['half', whole.subarray(0, whole.length >> 1)]]) {
    writeFileSync(join(folder, name), content);
    await assert.rejects(engine.command('restore', join(folder, name)), /is not a backup|could not be restored/, name);
  }
  await assert.rejects(engine.command('restore', join(folder, 'nowhere')), /no file/);
  assert.deepEqual(await engine.all(STORIES), before);
  await engine.command('status');
});
