// Times the site on a slow phone: 1.6 Mbit/s, 150 ms, a processor four times slower, beside the same page without
// script. Prints figures and fails when a budget is missed. Needs the built site and Chromium.
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';

const PORT = 4180;
const ORIGIN = `http://localhost:${PORT}`;
const RUNS = 3;
const PAGES = ['/en/', '/en/matrix/', '/ar/matrix/?goals=9,17', '/en/matrix/c2/9/', '/ru/goals/9/'];
const SLOW = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150, offline: false };
const LIMITS = { largest: 1200, lateLargest: 0, shift: 0.01, longest: 200, kilobytes: 260, requests: 12 };

const server = spawn('target/debug/site', ['serve', '--port', String(PORT)], { stdio: 'ignore' });
process.on('exit', () => server.kill());
const browser = await launch();
/** The controls of the explorer, each with what is pressed one after the other. */
const CONTROLS = {
  'a cell': '#matrix td a',
  'a goal': '#matrix th[data-goal] button',
  'a layer': '.tools__layers button',
  'a view': '.tools__views button',
  'what serves all': '.tools__showing [aria-pressed]',
  'a word': '#find',
};

const problems = [];

console.log('median of', RUNS, 'runs; times in ms from the request\n');
console.log(
  row('page', 'first', 'largest', 'plain', 'late', 'shift', 'ready', 'longest', 'kB', 'requests'),
);
for (const path of PAGES) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await visit(path, true));
  const plain = await visit(path, false);
  const m = Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
  console.log(
    row(path, m.first, m.largest, plain.largest, m.lateLargest, m.shift.toFixed(4), m.ready, m.longest, m.kilobytes, m.requests),
  );
  for (const [key, limit] of Object.entries(LIMITS)) {
    if (m[key] > limit) problems.push(`${path}: ${key} is ${m[key]}, the limit ${limit}`);
  }
}
console.log('\nlargest: largest paint; plain: the same without script; late: largest paints after the take-over');

await choices();
await browser.close();
for (const problem of problems) console.error(`OVER ${problem}`);
process.exit(problems.length ? 1 : 0);

async function launch() {
  for (let attempt = 0; ; attempt++) {
    const up = await fetch(`${ORIGIN}/en/`).then((r) => r.ok, () => false);
    if (up) break;
    if (attempt > 100) throw new Error('the server did not start; build the site first');
    await new Promise((done) => setTimeout(done, 50));
  }
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** One first visit on the slow phone. */
async function visit(path, script) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en', javaScriptEnabled: script });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  let requests = 0;
  client.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
    requests += 1;
  });
  if (script) await page.addInitScript(watch);
  else await client.send('Page.enable');
  await page.goto(ORIGIN + path);
  if (!script) {
    // Without script the page cannot measure itself: the protocol tells when the last large paint was.
    const metrics = await client.send('Page.getNavigationHistory').then(() => paintTimes(client));
    await context.close();
    return metrics;
  }
  await page.waitForSelector('html[data-app=ready]');
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  const late = seen.largest.filter((entry) => entry.time > seen.ready);
  return {
    first: Math.round(seen.first),
    largest: Math.round(Math.max(...seen.largest.map((entry) => entry.time))),
    lateLargest: late.length,
    shift: seen.shift,
    ready: Math.round(seen.ready),
    longest: Math.round(seen.longest),
    kilobytes: Math.round(bytes / 1000),
    requests,
  };
}

async function paintTimes(client) {
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const painted = value('FirstMeaningfulPaint') || value('DomContentLoaded');
  return { largest: Math.round((painted - value('NavigationStart')) * 1000) };
}

/** Runs in the page: collects paints, shifts, long tasks and the moment the application is ready. */
function watch() {
  const seen = { first: 0, largest: [], shift: 0, longest: 0, ready: 0 };
  globalThis.seen = seen;
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on('paint', (entry) => entry.name === 'first-contentful-paint' && (seen.first = entry.startTime));
  on('largest-contentful-paint', (entry) => seen.largest.push({ time: entry.startTime }));
  on('layout-shift', (entry) => !entry.hadRecentInput && (seen.shift += entry.value));
  on('longtask', (entry) => (seen.longest = Math.max(seen.longest, entry.duration)));
  new MutationObserver(() => {
    if (!seen.ready && document.documentElement?.dataset.app) seen.ready = performance.now();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });
}

/** The work from a choice until the next frame is drawn, on this machine and four times slower; waiting left out. */
async function choices() {
  console.log('\nwork from a choice to the next frame, median and slowest of 12, ms');
  for (const [name, selector] of Object.entries(CONTROLS)) {
    const figures = [];
    for (const rate of [1, 4]) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await page.goto(`${ORIGIN}/en/matrix/${name === 'what serves all' ? '?goals=3,9' : ''}`);
      await page.waitForSelector('html[data-app=ready]');
      await page.waitForLoadState('networkidle');
      await client.send('Emulation.setCPUThrottlingRate', { rate });
      const times = await page.evaluate(measure, selector);
      figures.push(`1/${rate}: ${median(times).toFixed(1)} and ${Math.max(...times).toFixed(1)}`);
      const limit = rate === 1 ? 16 : 50;
      if (median(times) > limit) problems.push(`${name}: ${median(times).toFixed(1)} ms of ${limit} at 1/${rate}`);
      await context.close();
    }
    console.log(`  ${name.padEnd(18)} ${figures.join('   ')}`);
  }
}

/** Runs in the page: presses what the selector finds, or types into it, twelve times. */
async function measure(selector) {
  const words = ['f', 'fa', 'far', 'farm', 'wom', 'women', 'sch', 'school', '9', '9.c', 'C7', ''];
  const task = () =>
    new Promise(done => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  const times = [];
  for (let at = 0; at < 12; at++) {
    const all = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
    const element = all[(at * 7) % all.length];
    await new Promise(requestAnimationFrame);
    await task();
    const start = performance.now();
    if (element.matches('input')) {
      element.value = words[at];
      element.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      element.click();
    }
    await task();
    const worked = performance.now() - start;
    const frame = await new Promise(done => requestAnimationFrame(() => done(performance.now())));
    await task();
    times.push(worked + performance.now() - frame);
  }
  return times;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(first, ...rest) {
  return String(first).padEnd(26) + rest.map((value) => String(value).padStart(9)).join('');
}
