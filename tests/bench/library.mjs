// Builds synthetic libraries and measures them: time, memory and bytes of a build, of a rebuild after one change, and of
// the first visit and the first searches on a slow phone. Prints figures and fails when a budget is missed. Needs the
// built site and Chromium. Sizes may be named: `node tests/bench/library.mjs 1000 15000`.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const SIZES = process.argv.slice(2).map(Number);
const SITE = join(process.cwd(), 'target/debug/site');
const PORT = 4181;
/** At 15,000 and below: seconds, kilobytes, megabytes, milliseconds. */
const LIMITS = { build: 180, rebuild: 15, memory: 2048, 'first page': 60, 'first words': 300, query: 100 };
const problems = [];

for (const size of SIZES.length ? SIZES : [1_000, 15_000, 100_000]) await measure(size);
for (const problem of problems) console.error(`OVER ${problem}`);
process.exit(problems.length ? 1 : 0);

async function measure(size) {
  const root = mkdtempSync(join(tmpdir(), 'library-'));
  const [data, dist, work] = ['data', 'dist', 'work'].map(name => join(root, name));
  try {
    const figures = {};
    mkdirSync(work);
    for (const made of ['places.json', 'pictures.json']) cpSync(join('target/site', made), join(work, made));
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
    figures['rebuild: render, index, compress'] = again.parts.join(' + ');

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
  // With the same command as the script: Node copies many files twice as slowly.
  execFileSync('cp', ['-Rp', 'public/.', dist]);
  execFileSync('cp', ['-Rp', `${data}/.`, join(dist, 'data')]);
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

/** Peak memory in kB of a process and of those it has started, as the kernel counts it. */
function peakOf(pid) {
  try {
    const own = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/)?.[1] ?? 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + peakOf(child), Number(own));
  } catch {
    return 0; // it has just ended, or this is not Linux
  }
}

/** Runs a command; answers with its peak memory in MB. */
function run(args, command = SITE) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50);
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

/** A line between the site and the browser that counts what goes over it, workers included, and can be slow. */
async function slowLine() {
  const line = { bytes: 0, rate: Infinity, latency: 0, free: 0 };
  const wait = until => new Promise(done => setTimeout(done, until - performance.now()));
  const pass = async (found, answer) => {
    answer.writeHead(found.statusCode, found.headers);
    for await (const chunk of found) {
      line.bytes += chunk.length;
      line.free = Math.max(performance.now(), line.free) + (chunk.length / line.rate) * 1000;
      await wait(line.free);
      answer.write(chunk);
    }
    answer.end();
  };
  const server = createServer(async (asked, answer) => {
    await wait(performance.now() + line.latency);
    const options = { port: PORT, path: asked.url, method: asked.method, headers: asked.headers };
    const gone = () => answer.destroy();
    asked.pipe(request(options, found => pass(found, answer).catch(gone)).on('error', gone));
  });
  await new Promise(done => server.listen(PORT + 1, done));
  return Object.assign(line, { close: () => (server.closeAllConnections(), server.close()) });
}

/** The first choice of a facet and the first words, on a slow phone: bytes, and the time until the answer stands there. */
async function visit(dist) {
  const server = spawn(SITE, ['serve', '--dist', dist, '--port', String(PORT)], { stdio: 'ignore' });
  const line = await slowLine();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const address = `http://localhost:${PORT + 1}/en/case-studies/`;
    while (!(await fetch(address).then(answer => answer.ok, () => false))) await new Promise(done => setTimeout(done, 50));
    return { ...(await choices(browser, line, address)), ...(await engine(browser, line, address)), ...(await found(browser, line, address)) };
  } finally {
    await browser.close();
    line.close();
    server.kill();
  }
}

/** A phone of its own, four times slower than this machine, on a line of so many bits a second once the page is there. */
async function phone(browser, line, address, bits) {
  Object.assign(line, { rate: Infinity, latency: 0 });
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' })).newPage();
  await page.goto(address);
  await page.locator('html[data-app=ready]').waitFor();
  Object.assign(line, { rate: bits / 8, latency: 150 });
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const answered = async act => {
    const [before, from] = [line.bytes, performance.now()];
    const text = await page.locator('.library__count').textContent();
    await act();
    await page.waitForFunction(
      old => document.querySelector('.library__count').textContent !== old && !document.querySelector('.library__results--waiting'),
      text,
    );
    return { kilobytes: (line.bytes - before) / 1e3, ms: performance.now() - from };
  };
  return { page, answered };
}

async function choices(browser, line, address) {
  const { page, answered } = await phone(browser, line, address, 1.6e6);
  await page.locator('.facets__all > summary').click();
  const first = await answered(() => page.locator('input[name=goals][value="9"]').check());
  const second = await answered(() => page.locator('input[name=lines][value="c2"]').check());
  await page.context().close();
  return {
    'first choice, kB': first.kilobytes,
    'first choice, ms until it stands': first.ms,
    'next choice, ms until it stands': second.ms,
  };
}

/** What the engine itself takes for an answer when everything has been fetched: in the page, where the processor is slow. */
async function engine(browser, line, address) {
  const { page } = await phone(browser, line, address, Infinity);
  const times = await page.evaluate(async () => {
    const pagefind = await import('/search/en/pagefind.js');
    const engines = [pagefind];
    await pagefind.options({ noWorker: true });
    if ((await fetch('/search/imported/pagefind-entry.json')).ok) {
      engines.push(pagefind.createInstance({ basePath: '/search/imported/', noWorker: true }));
    }
    const ask = async words => {
      const from = performance.now();
      for (const each of engines) await each.search(words);
      return performance.now() - from;
    };
    const times = [];
    for (const words of ['agriculture', 'school', 'mobile health', 'women farmers', 'broadband']) {
      await ask(words);
      times.push(await ask(words));
    }
    return times;
  });
  await page.context().close();
  return { query: Math.max(...times) };
}

/** “e-agriculture in West Africa since 2015”, at 400 kbit/s, in three taps: the field, the filter, the year. */
async function found(browser, line, address) {
  const { page, answered } = await phone(browser, line, address, 0.4e6);
  const words = await answered(async () => {
    await page.locator('#library-q').click();
    await page.keyboard.type('e-agriculture West Africa');
  });
  await page.locator('.facets__all > summary').click();
  const year = await answered(() => page.locator('select[name=yearFrom]').selectOption('2015'));
  const cards = await page.locator('[data-results] article').allTextContents();
  await page.context().close();
  if (!cards.length) throw new Error('nothing found for e-agriculture in West Africa since 2015');
  return {
    'first words': words.kilobytes,
    'at 400 kbit/s: words, ms until they stand': words.ms,
    'at 400 kbit/s: year, ms until it stands': year.ms,
    'at 400 kbit/s: cards': cards.length,
  };
}
