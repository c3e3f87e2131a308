// What one embed costs the page of a host, beside a plain link: bytes, requests, the main thread, layout shift. A page on
// another origin holds it, at 1.6 Mbit/s, 150 ms and a processor four times slower. Needs the built site and Chromium.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';

const PORT = 4182;
const OURS = `http://localhost:${PORT}`;
const { version, integrity } = JSON.parse(readFileSync('public/data/embed.json', 'utf8')).loaders.at(-1);
const script = `<script src="${OURS}/embed/v${version}.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
const frame = (path, height) => `<iframe src="${OURS}/embed/${path}" title="x" width="100%" height="${height}"></iframe>`;
const SLOW = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150, offline: false };
const PASTED = {
  'a plain link': `<a href="${OURS}/en/matrix/">The matrix</a>`,
  'a picture': `<a href="${OURS}/en/goals/9/"><img src="${OURS}/share/en/goals/9.png" alt="x" width="600" height="315"></a>`,
  'a link of the matrix, plain frame': frame('en/matrix/c2/9/', 700),
  'the explorer, plain frame': frame('en/matrix/?goals=9', 900),
  'the explorer, web component': `${script}<ict4sdg-embed src="${OURS}/embed/en/matrix/?goals=9" height="900"><a href="${OURS}/en/matrix/">The matrix</a></ict4sdg-embed>`,
};
/** Of the host itself: the script for hosts and its work. The frame has its own budgets. */
const LIMITS = { shift: 0, longest: 50, kilobytes: 260, requests: 12 };

const server = spawn('target/debug/site', ['serve', '--port', String(PORT)], { stdio: 'ignore' });
process.on('exit', () => server.kill());
for (let attempt = 0; !(await fetch(`${OURS}/en/`).then(answer => answer.ok, () => false)); attempt++) {
  if (attempt > 100) throw new Error('the server did not start; build the site first');
  await new Promise(done => setTimeout(done, 50));
}
const pages = new Map();
const host = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(pages.get(request.url) ?? '');
});
await new Promise(done => host.listen(0, '127.0.0.1', done));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Frames in processes of their own, as on a reader's machine: what they do is not the host's main thread.
  args: ['--no-sandbox', '--disable-gpu', '--site-per-process'],
});

const problems = [];
console.log('what is pasted                          kB  requests  host: longest task, ms  shift');
let at = 0;
for (const [name, pasted] of Object.entries(PASTED)) {
  const path = `/${at++}`;
  pages.set(path, `<!DOCTYPE html><html lang="en"><title>Host</title><meta name="viewport" content="width=device-width"><p>Before</p>${pasted}<p>After</p></html>`);
  const figures = await visit(`http://127.0.0.1:${host.address().port}${path}`);
  console.log(`${name.padEnd(36)}${[figures.kilobytes, figures.requests, figures.longest, figures.shift].map(value => String(value).padStart(10)).join('')}`);
  for (const [what, limit] of Object.entries(LIMITS)) {
    if (figures[what] > limit) problems.push(`${name}: ${what} is ${figures[what]}, the limit ${limit}`);
  }
}
await browser.close();
host.close();
for (const problem of problems) console.error(`OVER ${problem}`);
process.exit(problems.length ? 1 : 0);

async function visit(address) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1200 } });
  const page = await context.newPage();
  let [bytes, requests] = [0, 0];
  context.on('requestfinished', async request => {
    if (!request.url().startsWith(OURS)) return;
    requests += 1;
    const sizes = await request.sizes().catch(() => undefined);
    bytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0;
  });
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { shift: 0, longest: 0 };
    globalThis.seen = seen;
    new PerformanceObserver(list => list.getEntries().forEach(entry => (seen.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver(list => list.getEntries().forEach(entry => (seen.longest = Math.max(seen.longest, entry.duration)))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  return { kilobytes: Math.round(bytes / 1000), requests, longest: Math.round(seen.longest), shift: Number(seen.shift.toFixed(4)) };
}
