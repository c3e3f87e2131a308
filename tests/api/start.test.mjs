// The engine starts whatever it finds, and says what is in its way.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { ask, open, STORIES, SUBMISSIONS } from './engine.mjs';

let engine;
before(async () => (engine = await open('start', 8970)));
after(() => engine?.close());

const PARTS = ['kinto-public', 'kinto-staff', 'nginx'];
const processes = () => PARTS.map(part => readFileSync(`${engine.state}/${part}.pid`, 'utf8').trim());

test('a second start changes nothing, and shows no password again', async () => {
  const before = processes();
  assert.doesNotMatch(await engine.command('start'), /has the password/);
  assert.deepEqual(processes(), before);
});

test('a stop ends everything; a second one finds nothing to do; the data stay', async () => {
  await engine.command('stop');
  await engine.command('stop');
  await assert.rejects(engine.command('status'));
  await assert.rejects(ask(engine.public));
  await engine.command('start');
  await engine.command('status');
  assert.equal((await engine.asStaff('GET', SUBMISSIONS)).status, 200);
});

test('a withdrawn story does not come back with the next start', async () => {
  assert.equal((await engine.asStaff('DELETE', `${STORIES}/giga`)).status, 200);
  await engine.command('provision');
  assert.equal((await engine.asStaff('GET', `${STORIES}/giga`)).status, 404);
});

test('numbers of processes that belong to somebody else are not believed', async () => {
  await engine.command('stop');
  for (const part of PARTS) writeFileSync(`${engine.state}/${part}.pid`, `${process.pid}\n`);
  await engine.command('start');
  await engine.command('status');
  assert.ok(processes().every(number => number !== String(process.pid)));
});

test('a port that is taken is named', async () => {
  await engine.command('stop');
  const other = createServer().listen(engine.port + 2, '127.0.0.1');
  await new Promise(done => other.once('listening', done));
  await assert.rejects(engine.command('start'), new RegExp(`Port ${engine.port + 2} is taken by another program`));
  await new Promise(done => other.close(done));
  await engine.command('start');
});

test('secrets are readable by their owner only, and not in the list of processes', async () => {
  const secrets = readFileSync(`${engine.state}/secrets`, 'utf8').trim().split('\n').map(line => line.split('=')[1]);
  assert.equal(secrets.length, 3);
  const commands = processes().map(number => readFileSync(`/proc/${number}/cmdline`, 'utf8')).join('\n');
  for (const secret of secrets) assert.ok(!commands.includes(secret));
});
