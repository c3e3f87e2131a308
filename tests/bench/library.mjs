// Builds synthetic libraries and measures them: time, memory and bytes of a build, of a rebuild after one change, and of
// the first visit and the first searches on a slow phone. Prints figures and fails when a budget is missed. Needs the
// built site and Chromium. Sizes may be named: `node tests/bench/library.mjs 1000 15000`.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const SIZES = process.argv.slice(2).map(Number);
const SITE = join(process.cwd(), 'target/debug/site');
const PORT = 4181;
const SLOW = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150, offline: false };
/** At 15,000 and below: seconds, kilobytes, megabytes, milliseconds. */
const LIMITS = { build: 180, rebuild: 15, memory: 2048, 'first page': 60, 'first words': 300 };
const problems = [];

for (const size of SIZES.length ? SIZES : [1_000, 15_000, 100_000]) await measure(size);
for (const problem of problems) console.error(`OVER ${problem}`);
process.exit(problems.length ? 1 : 0);

async function measure(size) {
  const root = mkdtempSync(join(tmpdir(), 'library-'));
  const [data, dist, work] = ['data', 'dist', 'work'].map(name => join(root, name));
  try {
    const figures = {};
    await run(['synthesize', String(size), '--out', data]);
    const whole = await build(data, dist, work, null);
    figures.build = whole.seconds;
    figures.memory = whole.megabytes;
    figures['build: render, index, compress'] = whole.parts.join(' + ');
    figures['output MB'] = Math.round(total(dist) / 1e6);
    figures['bytes a case study'] = Math.round(total(dist) / size);

    const one = join(data, 'case-studies/synthetic-000007.json');
    writeFileSync(one, readFileSync(one, 'utf8').replace('A made-up entry', 'A changed entry'));
    const before = join(root, 'before');
    renameSync(dist, before);
    const again = await build(data, dist, work, before);
    figures.rebuild = again.seconds;

    figures['first page'] = statSync(join(dist, 'en/case-studies/index.html.br')).size / 1e3;
    Object.assign(figures, await visit(dist));
    console.log(`\n${size.toLocaleString('en')} synthetic case studies beside the curated ones`);
    for (const [name, value] of Object.entries(figures)) {
      const limit = size <= 15_000 ? LIMITS[name] : undefined;
      const shown = typeof value === 'number' ? Math.round(value * 10) / 10 : value;
      console.log(`  ${name.padEnd(34)} ${shown}${limit ? `  of ${limit}` : ''}`);
      if (limit && value > limit) problems.push(`${size}: ${name} is ${shown}, the limit ${limit}`);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As scripts/build.sh does it when nothing has to be compiled. */
async function build(data, dist, work, previous) {
  const took = [];
  const start = performance.now();
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync('dist').filter(name => name.startsWith('site-'))) cpSync(join('dist', name), join(dist, name));
  cpSync('public', dist, { recursive: true, preserveTimestamps: true });
  cpSync(data, join(dist, 'data'), { recursive: true, preserveTimestamps: true });
  const older = previous ? ['--previous', previous] : [];
  let megabytes = 0;
  const step = async (command, args) => {
    const from = performance.now();
    megabytes = Math.max(megabytes, await run(args, command));
    took.push(((performance.now() - from) / 1000).toFixed(1));
  };
  await step(SITE, ['render', '--data', data, '--dist', dist, '--work', work, ...older]);
  await step('node', ['scripts/search.mjs', dist, work]);
  await step(SITE, ['compress', '--dist', dist, '--work', work, ...older]);
  return { seconds: (performance.now() - start) / 1000, megabytes, parts: took };
}

/** Runs a command; answers with its peak memory in MB, as the kernel counts it. */
function run(args, command = SITE) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const watch = setInterval(() => {
      try {
        const found = readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/);
        peak = Math.max(peak, Number(found?.[1] ?? 0));
      } catch {
        // it has just ended, or this is not Linux
      }
    }, 50);
    child.on('exit', code => {
      clearInterval(watch);
      code === 0 ? done(Math.round(peak / 1024)) : failed(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Bytes of everything in a folder. */
function total(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The first choice of a facet and the first words, on a slow phone: bytes, and the time until the answer stands there. */
async function visit(dist) {
  const server = spawn(SITE, ['serve', '--dist', dist, '--port', String(PORT)], { stdio: 'ignore' });
  try {
    const address = `http://localhost:${PORT}/en/case-studies/`;
    while (!(await fetch(address).then(answer => answer.ok, () => false))) await new Promise(done => setTimeout(done, 50));
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' })).newPage();
    const client = await page.context().newCDPSession(page);
    let bytes = 0;
    client.on('Network.loadingFinished', event => (bytes += event.encodedDataLength));
    await client.send('Network.enable');
    await page.goto(address);
    await page.locator('html[data-app=ready]').waitFor();
    await client.send('Network.emulateNetworkConditions', SLOW);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const answered = async act => {
      const [before, from] = [bytes, performance.now()];
      const text = await page.locator('.library__count').textContent();
      await act();
      await page.waitForFunction(
        old => document.querySelector('.library__count').textContent !== old && !document.querySelector('.library__results--waiting'),
        text,
      );
      return { kilobytes: (bytes - before) / 1e3, ms: performance.now() - from };
    };
    await page.locator('.facets__all > summary').click();
    const first = await answered(() => page.locator('input[name=goals][value="9"]').check());
    const second = await answered(() => page.locator('input[name=lines][value="c2"]').check());
    const words = await answered(() => page.locator('#library-q').fill('agriculture'));
    await browser.close();
    return {
      'first choice, kB': first.kilobytes,
      'first choice, ms until it stands': first.ms,
      'next choice, ms until it stands': second.ms,
      'first words': words.kilobytes,
      'first words, ms until they stand': words.ms,
    };
  } finally {
    server.kill();
  }
}
