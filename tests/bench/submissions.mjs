// What the engine bears: 50 submissions a second for a minute, with the limits of nginx out of the way. Starts an engine of
// its own and erases it. `node tests/bench/submissions.mjs [a second] [seconds]`
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, submission, SUBMISSIONS } from '../api/engine.mjs';

const [rate, seconds] = [Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 60)];
const PATIENCE = 20;
const engine = await open('bench', 8980);
const times = [];
const answers = new Map();
let acknowledged = 0;

const until = moment => new Promise(done => setTimeout(done, Math.max(0, moment - performance.now())));
/** As the form: the same id again after a conflict or while the engine is busy; the time is that until it is acknowledged. */
async function deliver(sent) {
  const began = performance.now();
  for (let tries = 0; tries < PATIENCE; tries++) {
    const status = await engine.submit(sent).then(answer => answer.status, () => 'network');
    answers.set(status, (answers.get(status) ?? 0) + 1);
    if (status === 201 || status === 401) {
      acknowledged += 1;
      times.push(performance.now() - began);
      return;
    }
    await until(performance.now() + 100 + Math.random() * 200);
  }
}

const started = performance.now();
const sent = [];
for (let nth = 0; nth < rate * seconds; nth++) {
  await until(started + (nth * 1000) / rate);
  sent.push(deliver(submission({ title: `Submission ${nth} of the bench` })));
}
await Promise.all(sent);
const took = (performance.now() - started) / 1000;

times.sort((one, other) => one - other);
const at = share => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
const memory = processes => `${Math.round(processes.map(resident).reduce((sum, each) => sum + each, 0) / 1000)} MB`;
console.log(`sent           ${sent.length} in ${took.toFixed(1)} s, ${rate} a second`);
console.log(`acknowledged   ${acknowledged}, stored ${(await engine.all(SUBMISSIONS)).length}`);
console.log(`answers        ${[...answers].map(([status, times]) => `${status}: ${times}`).join(', ')}`);
console.log(`latency, ms    median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
console.log(`memory         Kinto ${memory([part('kinto-public')])} public, ${memory([part('kinto-staff')])} staff; PostgreSQL ${memory(postgres())}, what its processes share counted each time`);
await engine.close();
process.exit(acknowledged === sent.length ? 0 : 1);

function part(name) {
  return Number(readFileSync(`${engine.state}/${name}.pid`, 'utf8'));
}

function postgres() {
  const find = (...words) => execFileSync('pgrep', words, { encoding: 'utf8' }).trim().split('\n').map(Number);
  const [first] = find('-f', `postgres -D .*ict4sdg-${engine.name}-`);
  return [first, ...find('-P', String(first))];
}

/** In kB. */
function resident(process_) {
  return Number(readFileSync(`/proc/${process_}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)[1]);
}
