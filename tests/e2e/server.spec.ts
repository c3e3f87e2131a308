// What the server sends: headers, types, errors, and that everything a page names exists.
import { expect, test, texts } from './fixtures.ts';

test('every answer carries the policy and the other headers', async ({ request }) => {
  for (const path of ['/', '/en/', '/ar/matrix/', '/en/matrix/c2/9/', '/data/matrix.json', '/nowhere']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'];
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "style-src 'self';"]) {
      expect(policy, path).toContain(part);
    }
    expect(policy.replace("'wasm-unsafe-eval'", ''), path).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('no-referrer');
  }
});

test('every page carries the policy itself, for servers that send no headers', async ({ request }) => {
  for (const path of ['/', '/en/', '/ar/matrix/', '/en/matrix/c2/9/', '/404.html']) {
    const html = await (await request.get(path)).text();
    const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)![1];
    expect(policy, path).toContain("default-src 'none'");
    expect(policy.replace("'wasm-unsafe-eval'", ''), path).not.toMatch(/unsafe|https?:|\*/);
  }
});

test('WebAssembly and its script come compressed, with their types, to be kept', async ({ request }) => {
  const html = await (await request.get('/en/')).text();
  const kinds: [RegExp, RegExp][] = [
    [/\/site-[\w-]+\.wasm/, /^application\/wasm$/],
    [/\/site-[\w-]+\.js/, /^(text|application)\/javascript/],
    [/\/site-[\w-]+\.css/, /^text\/css/],
  ];
  for (const [file, type] of kinds) {
    const path = html.match(file)![0];
    const response = await request.get(path, { headers: { 'accept-encoding': 'br' } });
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type'], path).toMatch(type);
    expect(response.headers()['content-encoding'], path).toBe('br');
    expect(response.headers()['cache-control'], path).toContain('immutable');
    expect(response.headers()['access-control-allow-origin'], path).toBe('*');
  }
  const page = await request.get('/en/', { headers: { 'accept-encoding': 'br' } });
  expect(page.headers()['content-type']).toMatch(/^text\/html/);
  expect(page.headers()['content-encoding']).toBe('br');
  expect(page.headers()['cache-control']).toContain('max-age=0');
});

test('an unknown address is a 404 in its language', async ({ request }) => {
  for (const lang of ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const) {
    for (const path of [`/${lang}/nowhere/`, `/${lang}/matrix/c2/3/`, `/${lang}/goals/18/`]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(404);
      const html = await response.text();
      expect(html, path).toContain(`<html lang="${lang}"`);
      expect(html, path).toContain(texts(lang, 'notfound').title);
    }
  }
  const none = await request.get('/nowhere');
  expect(none.status()).toBe(404);
  for (const lang of ['ar', 'zh'] as const) expect(await none.text()).toContain(texts(lang, 'notfound').title);
});

test('unknown data are a short 404', async ({ request }) => {
  for (const path of ['/data/none.json', '/data/en/none.json', '/data/xx/matrix.json']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()['content-type'], path).toContain('text/plain');
    expect(response.headers()['access-control-allow-origin'], path).toBe('*');
    expect((await response.text()).length, path).toBeLessThan(100);
  }
});

test('data are open to every site', async ({ request }) => {
  for (const path of ['/data/matrix.json', '/data/lines.json', '/data/ar/matrix.json', '/data/schema/matrix.json']) {
    const response = await request.get(path);
    expect(response.headers()['access-control-allow-origin'], path).toBe('*');
    expect(response.headers()['content-type'], path).toBe('application/json');
    await response.json();
  }
  const csv = await request.get('/data/matrix.csv');
  expect((await csv.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('a folder without its slash is sent on', async ({ request }) => {
  const response = await request.get('/en/matrix?goals=9', { maxRedirects: 0 });
  expect([301, 307, 308]).toContain(response.status());
  expect(response.headers().location).toMatch(/\/en\/matrix\/\?goals=9$/);
});

test('nothing outside the site is served', async ({ request }) => {
  for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/data/..%5c..%5cCargo.toml', '/en/%00']) {
    const response = await request.get(path);
    expect([400, 404], path).toContain(response.status());
  }
});

test('every file that a page names in its head exists', async ({ page, request }) => {
  await page.goto('/en/matrix/c2/9/');
  const origin = await page.locator('link[rel=canonical]').evaluate((link: HTMLLinkElement) => new URL(link.href).origin);
  const named = await page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLLinkElement>('head link[href]')].map(link => link.href),
    document.querySelector<HTMLMetaElement>('meta[property="og:image"]')!.content,
  ]);
  const { icons } = await (await request.get('/manifest.webmanifest')).json();
  named.push(...icons.map((icon: { src: string }) => icon.src));
  for (const address of new Set(named)) {
    const path = address.replace(origin, '');
    expect.soft((await request.get(path)).status(), path).toBe(200);
  }
});

test.describe('in the browser', () => {
  test.use({ expectedErrors: /404/ });
  test('an unknown address shows the page of its language, with ways on', async ({ page }) => {
    await page.goto('/fr/nowhere/');
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    await expect(page.locator('h1')).toHaveText(texts('fr', 'notfound').title);
    await page.getByRole('main').getByRole('link').nth(1).click();
    await expect(page).toHaveURL('/fr/matrix/');
  });
});
