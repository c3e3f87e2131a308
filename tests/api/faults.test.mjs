// Nothing that was acknowledged is lost, and nothing is stored twice, when Kinto or PostgreSQL are killed while members send.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open, submission, SUBMISSIONS } from './engine.mjs';

const [MANY, WRITERS, FAULT_AFTER] = [500, 4, 150];
const WAIT = 100;
let engine;
before(async () => (engine = await open('faults', 8940)));
after(() => engine?.close());

const list = (...words) => {
  try {
    return execFileSync('pgrep', words, { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return [];
  }
};
const kill = processes => {
  assert.ok(processes.length > 0, 'there is nothing to kill');
  for (const process_ of processes) process.kill(process_, 'SIGKILL');
};

test('Kinto is killed', () =>
  survives(() => kill([Number(readFileSync(`${engine.state}/kinto-public.pid`, 'utf8'))])));

test('all processes of PostgreSQL are killed', () =>
  survives(() => {
    const [first] = list('-f', 'postgres -D .*ict4sdg-test-faults-');
    kill([first, ...list('-P', String(first))]);
  }));

test('nginx is killed, without its workers', async () => {
  kill([Number(readFileSync(`${engine.state}/nginx.pid`, 'utf8'))]);
  await engine.command('start');
  assert.equal((await engine.submit(submission())).status, 201);
});

/** As the form does: the same id until it is acknowledged. 401 says that it is there already. */
async function deliver(sent, seen) {
  for (;;) {
    const status = await engine.submit(sent).then(answer => answer.status, () => 'network');
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (status === 201 || status === 401) return;
    assert.ok(['network', 409, 502, 503, 504].includes(status), `answered ${status}`);
    await new Promise(done => setTimeout(done, WAIT));
  }
}

async function survives(fault) {
  const before = (await engine.all(SUBMISSIONS)).length;
  const waiting = Array.from({ length: MANY }, (_, nth) => submission({ title: `Submission ${nth} of many` }));
  const acknowledged = [];
  const seen = new Map();
  let restarted;
  const write = async () => {
    for (let sent; (sent = waiting.pop()) !== undefined; ) {
      await deliver(sent, seen);
      acknowledged.push(sent.id);
      if (acknowledged.length === FAULT_AFTER) {
        fault();
        restarted = engine.command('start');
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await restarted;

  assert.equal(acknowledged.length, MANY);
  assert.ok([...seen.keys()].some(status => ![201, 401, 409].includes(status)), 'nobody noticed the fault');
  const stored = (await engine.all(SUBMISSIONS)).map(({ id }) => id);
  assert.equal(new Set(stored).size, stored.length, 'an id is there twice');
  assert.equal(stored.length - before, MANY);
  assert.deepEqual(acknowledged.filter(id => !stored.includes(id)), []);
  console.log(`${MANY} acknowledged, 0 lost; answers ${[...seen].map(([status, times]) => `${status}: ${times}`).join(', ')}`);
}
