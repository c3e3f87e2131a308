// Sites that embed ours: real pages on another origin, made for one test each.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { expect, test as base, type FrameLocator, type Page } from './fixtures.ts';

export const LOADER = JSON.parse(readFileSync(new URL('../../public/data/embed.json', import.meta.url), 'utf8')).loaders.at(-1) as {
  version: string;
  integrity: string;
};

type Site = { html: string; headers?: Record<string, string> };
type Fixtures = {
  /** The site under test, as a host names it: another origin than that of the host. */
  ours: string;
  /** Serves pages by path, or one page, from an origin of its own, and tells its address. */
  host: (pages: string | Record<string, Site>, headers?: Record<string, string>) => Promise<string>;
};

export const test = base.extend<Fixtures>({
  // Hosts are origins of their own: what they ask for is looked at by the tests here.
  watched: [async ({}, use) => use(), { auto: true }],
  ours: async ({ baseURL }, use) => use(new URL(baseURL!).origin),
  host: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (pages, headers = {}) => {
      const all = typeof pages === 'string' ? { '/': { html: pages, headers } } : pages;
      const server = createServer((request, response) => {
        const page = all[new URL(request.url!, 'http://host').pathname];
        if (request.url === '/favicon.ico') return response.writeHead(204).end();
        response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
        response.end(page?.html ?? '');
      });
      servers.push(server);
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  },
});

/** A page of a host around what is pasted into it. */
export const around = (pasted: string, { head = '', lang = 'en', dir = 'ltr' } = {}) =>
  `<!DOCTYPE html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Host</title>
   <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
   <body><p>Before</p><button>Host</button><div id="place">${pasted}</div><p id="after">After</p></body></html>`;

export const script = (ours: string) =>
  `<script src="${ours}/embed/v${LOADER.version}.js" integrity="${LOADER.integrity}" crossorigin="anonymous"></script>`;

export const element = (ours: string, path: string, more = 'height="700"') =>
  `<ict4sdg-embed src="${ours}/embed/${path}" ${more}><a href="${ours}/en/matrix/">The matrix</a></ict4sdg-embed>`;

/** What is in the nth frame of the page, shadow trees included. */
export const inFrame = (page: Page, at = 0): FrameLocator => page.locator('iframe').nth(at).contentFrame();

/** Waits until the application in a frame has taken over. */
export async function frameReady(page: Page, at = 0) {
  await expect(inFrame(page, at).locator('html')).toHaveAttribute('data-app', 'ready', { timeout: 15_000 });
}

/** Collects what a test of a host must look at: requests by origin, messages on the console, layout shifts. */
export async function watch(page: Page) {
  const origins = new Set<string>();
  const problems: string[] = [];
  page.on('request', request => origins.add(new URL(request.url()).origin));
  page.on('console', message => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', error => problems.push(error.message));
  await page.addInitScript(() => {
    if (parent !== self) return;
    const seen = { shift: 0, chosen: [] as unknown[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver(list => list.getEntries().forEach(entry => (seen.shift += (entry as unknown as { value: number }).value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    addEventListener('ict4sdg:select', event => seen.chosen.push([(event.target as Element).id, (event as CustomEvent).detail]));
  });
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: { shift: number; chosen: unknown[] } }).seen);
  return { origins, problems, seen };
}

export { expect };
