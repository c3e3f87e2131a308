// Pages of ours inside other sites, among them sites that make it hard.
import { readFileSync } from 'node:fs';
import { cell, goals, matrix, rationales, stories, texts, type Page } from './fixtures.ts';
import { around, element, expect, frameReady, inFrame, script, test, watch } from './hosts.ts';

const height = (page: Page, at = 0) => page.locator('iframe').nth(at).evaluate(frame => Math.round(frame.getBoundingClientRect().height));
const chosenCell = (page: Page, line: string, goal: number, at = 0) =>
  inFrame(page, at).locator(`#matrix td[data-line="${line}"][data-goal="${goal}"] a`);

test('one line in a page with a strict policy: a French explorer of goal 9, at its height, without a shift', async ({ page, host, ours }) => {
  const csp = `default-src 'none'; frame-src ${ours}; script-src ${ours}`;
  const address = await host(
    around(script(ours) + element(ours, 'fr/matrix/?goals=9', 'id="e" height="700" heights="360:2200 1080:900"')),
    { 'content-security-policy': csp },
  );
  const { origins, problems, seen } = await watch(page);
  await page.goto(address);
  await frameReady(page);
  expect(await height(page)).toBe(900);
  await expect(inFrame(page).locator('html')).toHaveAttribute('lang', 'fr');
  await expect(inFrame(page).locator('#matrix tbody td a').filter({ visible: true })).toHaveCount(matrix.links.filter(link => link.goal === 9).length);
  expect((await seen()).shift).toBe(0);
  expect([...origins].sort()).toEqual([new URL(address).origin, ours].sort());

  await chosenCell(page, 'c2', 9).click();
  await expect(inFrame(page).locator('#cell-panel')).toContainText(rationales('fr')['c2-9']);
  await expect.poll(async () => (await seen()).chosen).toEqual([['e', { line: 'c2', goal: 9 }]]);
  const content = () => inFrame(page).locator('body').evaluate(body => Math.ceil(body.getBoundingClientRect().height));
  await expect.poll(async () => (await height(page)) - (await content())).toBe(0);
  expect(problems).toEqual([]);
  expect(page.url()).toBe(address);
});

test('the plain frame works in a host that allows no script at all, and nothing is kept or sent', async ({ page, host, ours, context }) => {
  const frame = `<iframe src="${ours}/embed/en/matrix/?goals=9" title="Matrix" width="100%" height="800" loading="lazy"></iframe>`;
  const address = await host(around(frame), { 'content-security-policy': `default-src 'none'; frame-src ${ours}` });
  const { origins, problems } = await watch(page);
  await page.goto(address);
  await frameReady(page);
  await chosenCell(page, 'c2', 9).click();
  await expect(inFrame(page).locator('#cell-panel')).toContainText(rationales('en')['c2-9']);
  expect(await height(page)).toBe(800 + 4); // its border
  expect([...origins].sort()).toEqual([new URL(address).origin, ours].sort());
  expect(await context.cookies()).toEqual([]);
  expect((await context.storageState()).origins).toEqual([]);
  expect(problems.filter(text => !text.includes("'script-src'"))).toEqual([]); // the test's own init script
});

test('a frame in a sandbox without an origin is the same explorer', async ({ page, host, ours }) => {
  const frame = `<iframe src="${ours}/embed/ar/matrix/?goals=9" title="Matrix" width="900" height="800" sandbox="allow-scripts"></iframe>`;
  const { problems } = await watch(page);
  await page.goto(await host(around(frame)));
  await frameReady(page);
  await chosenCell(page, 'c2', 9).click();
  await expect(inFrame(page).locator('#cell-panel')).toContainText(rationales('ar')['c2-9']);
  expect(problems.filter(text => !/Unsafe attempt to load URL .*icons\.svg/.test(text))).toEqual([]);
});

test('without script, every kind of page can be read in its frame, and leads to the whole in a tab of its own', async ({ browser, host, ours }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 800, height: 900 } });
  const page = await context.newPage();
  const text = texts('en', 'embed');
  for (const path of ['matrix/', 'matrix/c2/9/', 'goals/9/', 'lines/c2/', 'case-studies/', `case-studies/${stories[0].id}/`]) {
    await page.goto(await host(around(`<iframe src="${ours}/embed/en/${path}" title="x" width="780" height="700"></iframe>`)));
    await expect(inFrame(page).locator('h1'), path).toBeVisible();
    const open = inFrame(page).getByRole('link', { name: text.open });
    expect(await open.getAttribute('href'), path).toBe(`/en/${path}`);
    const opened = context.waitForEvent('page');
    await open.click();
    const tab = await opened;
    expect(new URL(tab.url()).pathname, path).toBe(`/en/${path}`);
    await tab.close();
    // Any other link does the same.
    const next = context.waitForEvent('page');
    await inFrame(page).locator('main a[href^="/en/"]:visible').first().click();
    await (await next).close();
  }
  await context.close();
});

test('a list of case studies is narrowed down by its address, and its cards lead to the whole', async ({ page, host, ours, context }) => {
  const { problems } = await watch(page);
  await page.goto(await host(around(script(ours) + element(ours, 'en/case-studies/?q=school&goals=4&controls=0', 'height="800"'))));
  await frameReady(page);
  const found = inFrame(page).locator('[data-results] article[data-slug]');
  const fits = stories.filter(story => story.goals.includes(4)).map(story => story.id);
  await expect.poll(async () => (await found.count()) > 0 && (await found.count()) < fits.length).toBe(true);
  for (const slug of await found.evaluateAll(cards => cards.map(card => card.getAttribute('data-slug')!))) expect(fits).toContain(slug);
  await expect(inFrame(page).locator('.facets')).toBeHidden();
  const slug = await found.first().getAttribute('data-slug');
  const opened = context.waitForEvent('page');
  await found.first().getByRole('link').click();
  expect(new URL((await opened).url()).pathname).toBe(`/en/case-studies/${slug}/`);
  expect(problems).toEqual([]);
});

test('looks follow the address: theme, background, controls; what is unknown is ignored', async ({ page, host, ours }) => {
  const look = async (search: string) => {
    await page.goto(await host(around(`<iframe src="${ours}/embed/en/matrix/${search}" title="x" width="900" height="700"></iframe>`)));
    await frameReady(page);
    return inFrame(page).locator('body').evaluate(body => ({
      ground: getComputedStyle(body).backgroundColor,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      controls: document.querySelector('.tools')!.checkVisibility(),
    }));
  };
  const plain = await look('');
  expect(plain).toMatchObject({ scheme: 'light dark', controls: true });
  expect(await look('?theme=pink&controls=7&background=url(x)&nonsense=1')).toEqual(plain);
  expect(await look('?theme=dark')).toMatchObject({ scheme: 'dark' });
  expect(await look('?theme=light&background=none&controls=0')).toEqual({ scheme: 'light', ground: 'rgba(0, 0, 0, 0)', controls: false });
  await inFrame(page).locator('#matrix td a').first().click();
  await expect.poll(() => page.frames()[1].url()).toContain('theme=light&controls=0&background=none');
});

test('a theme that makes frames flat, and a host from right to left', async ({ page, host, ours }) => {
  const head = '<style>iframe { max-width: 100%; height: auto } ict4sdg-embed { direction: rtl }</style>';
  await page.goto(await host(around(script(ours) + element(ours, 'ar/matrix/?goals=9', 'height="777"'), { head, lang: 'ar', dir: 'rtl' })));
  await frameReady(page);
  expect(await height(page)).toBe(777);
  await expect(inFrame(page).locator('html')).toHaveAttribute('dir', 'rtl');
  const [outer, inner] = await page.locator('ict4sdg-embed').evaluate(owner => [owner.clientWidth, owner.shadowRoot!.querySelector('iframe')!.clientWidth]);
  expect(inner).toBe(outer);
});

test('the language of the host is taken when asked for, and only one of the six', async ({ page, host, ours }) => {
  for (const [lang, expected] of [['ru-RU', 'ru'], ['de', 'en']] as const) {
    await page.goto(await host(around(script(ours) + element(ours, 'en/goals/9/', 'language="host"'), { lang })));
    await expect(inFrame(page).locator('h1')).toContainText(goals[8].title[expected]);
    await expect(page.locator('iframe')).toHaveAttribute('lang', expected);
    await expect(page.locator('iframe')).toHaveAttribute('title', 'The matrix');
  }
});

test('a late script builds the frame when it comes, and until then the link is there', async ({ page, host, ours }) => {
  let deliver = () => {};
  const late = new Promise<void>(done => (deliver = done));
  await page.route('**/embed/v*.js', async route => {
    await late;
    await route.continue();
  });
  const pasted = script(ours).replace('<script', '<script async') + element(ours, 'en/goals/9/');
  await page.goto(await host(around(pasted)), { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: 'The matrix' })).toBeVisible();
  deliver();
  await expect(inFrame(page).locator('h1')).toContainText(goals[8].title.en);
  await expect(page.getByRole('link', { name: 'The matrix' })).toBeHidden();
});

test('a host that is left and come back to still hears its frame', async ({ page, host, ours }) => {
  const pages = { '/': { html: around(script(ours) + element(ours, 'en/matrix/?goals=9', 'id="e" height="700"')) }, '/next': { html: around('') } };
  const { seen } = await watch(page);
  const address = await host(pages);
  await page.goto(address);
  await frameReady(page);
  await page.goto(`${address}next`);
  await page.goBack();
  await frameReady(page);
  await chosenCell(page, 'c2', 9).click();
  await expect.poll(async () => (await seen()).chosen).toEqual([['e', { line: 'c2', goal: 9 }]]);
});

test('nothing is kept on the device, even where it could be', async ({ page, ours, context }) => {
  await page.goto(`${ours}/embed/en/matrix/?goals=9&theme=dark`);
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await cell(page, 'c2', 9).click();
  await expect(page.locator('#cell-panel')).toContainText(rationales('en')['c2-9']);
  await page.getByRole('button', { name: texts('en', 'explorer').view_text, exact: true }).click();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  expect(await context.cookies()).toEqual([]);
});

test('three on a page: each answers for itself, and each follows its own height', async ({ page, host, ours }) => {
  const all = ['c2', 'c5', 'c6'].map((line, at) => element(ours, `en/matrix/?lines=${line}&controls=0`, `id="e${at}" height="500"`));
  const { seen } = await watch(page);
  await page.goto(await host(around(script(ours) + all.join(''))));
  for (const at of [0, 1, 2]) {
    await page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
    await frameReady(page, at);
  }
  await chosenCell(page, 'c5', 9, 1).click();
  await expect.poll(async () => (await seen()).chosen).toEqual([['e1', { line: 'c5', goal: 9 }]]);
  await expect.poll(() => height(page, 1)).not.toBe(500);
  expect([await height(page, 0), await height(page, 2)]).toEqual([500, 500]);
});

test('hidden at first, added later, removed and put back', async ({ page, host, ours }) => {
  const head = '<style>#place { display: none } #place.open { display: block }</style>';
  await page.goto(await host(around(script(ours) + element(ours, 'en/goals/9/', 'height="500" heights="300:900"'), { head })));
  await page.locator('#place').evaluate(place => place.classList.add('open'));
  await expect(inFrame(page).locator('h1')).toContainText(goals[8].title.en);
  expect(await height(page)).toBe(900);
  await page.evaluate(() => {
    const owner = document.querySelector('ict4sdg-embed')!;
    owner.remove();
    document.querySelector('#after')!.before(owner);
  });
  await expect(inFrame(page).locator('h1')).toContainText(goals[8].title.en);
  await page.evaluate(pasted => document.querySelector('#after')!.insertAdjacentHTML('afterend', pasted), element(ours, 'en/goals/4/'));
  await expect(page.locator('iframe')).toHaveCount(2);
  await expect(inFrame(page, 1).locator('h1')).toContainText(goals[3].title.en);
});

test('an address that is none of ours builds no frame, and the link stays', async ({ page, host, ours }) => {
  const pasted = ['javascript:alert(1)//embed/en/', 'data:text/html,/embed/en/', `${ours}/en/matrix/`, ':'].map(
    src => `<ict4sdg-embed src="${src}"><a href="${ours}/">The matrix</a></ict4sdg-embed>`,
  );
  await page.goto(await host(around(script(ours) + pasted.join(''))));
  await expect(page.getByRole('link', { name: 'The matrix' })).toHaveCount(4);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('what others say to the host or to the frame changes nothing', async ({ page, host, ours }) => {
  const lies = `[{ source: 'ict4sdg', type: 'height', height: 4000 }, { source: 'ict4sdg', type: 'select', line: 'c2', goal: 9 }]`;
  const liar = await host(around(`<script>for (const lie of ${lies}) parent.postMessage(lie, '*'); document.title = 'lied'</script>`));
  const { seen, problems } = await watch(page);
  await page.goto(await host(around(`${script(ours)}${element(ours, 'en/matrix/', 'id="e" height="600"')}<iframe id="liar" title="x" src="${liar}" height="300"></iframe>`)));
  await expect(page.locator('ict4sdg-embed iframe').contentFrame().locator('html')).toHaveAttribute('data-app', 'ready');
  await expect.poll(() => page.frames().find(frame => frame.url() === liar)!.title()).toBe('lied');
  // Said to the host by itself, and to the frame: malformed, huge, unknown.
  await page.evaluate(() => {
    const frame = document.querySelector('ict4sdg-embed')!.shadowRoot!.querySelector('iframe')!;
    const wrong = [null, 'x', { source: 'ict4sdg', type: 'height', height: 5000 }, { source: 'ict4sdg', type: 'select', line: '<img>', goal: 99 }];
    for (const message of [...wrong, { source: 'ict4sdg', type: 'x'.repeat(1_000_000) }]) {
      postMessage(message, '*');
      frame.contentWindow!.postMessage(message, '*');
    }
  });
  // Our own frame goes elsewhere and lies from there.
  await page.evaluate(address => {
    document.querySelector('ict4sdg-embed')!.shadowRoot!.querySelector('iframe')!.contentWindow!.location.href = address;
  }, liar);
  await expect.poll(() => page.frames().filter(frame => frame.url() === liar).length).toBe(2);
  await expect.poll(() => page.frames().filter(frame => frame.url() === liar)[0].title()).toBe('lied');
  expect(await page.locator('ict4sdg-embed').evaluate(owner => owner.clientHeight)).toBe(600);
  expect((await seen()).chosen).toEqual([]);
  expect(problems).toEqual([]);
});

test('the host keeps its focus, its place and its address', async ({ page, host, ours }) => {
  const tall = '<p style="height: 3000px">tall</p>';
  const address = await host(around(`${tall}${script(ours)}${element(ours, 'en/matrix/?cell=c2-9', 'height="600"')}${tall}`));
  await page.goto(address);
  await page.getByRole('button', { name: 'Host' }).focus();
  await page.evaluate(() => scrollTo(0, 2900));
  await frameReady(page);
  expect(await page.evaluate(() => [scrollY, document.activeElement!.tagName])).toEqual([2900, 'BUTTON']);
  // The wheel over the frame moves the host on when the frame has nothing left to scroll.
  await page.mouse.move(600, 500);
  await expect(async () => {
    await page.mouse.wheel(0, 1500);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(3500);
  }).toPass();
  expect(page.url()).toBe(address);
});

test('the keyboard leads into the frame and out of it', async ({ page, host, ours }) => {
  await page.goto(await host(around(`${script(ours)}${element(ours, 'en/matrix/c2/9/')}<button id="next">Next</button>`)));
  await expect(inFrame(page).locator('h1')).toBeVisible();
  await page.getByRole('button', { name: 'Host' }).focus();
  await page.keyboard.press('Tab');
  await expect(inFrame(page).locator('.mark')).toBeFocused();
  const links = await inFrame(page).locator(':is(a[href], summary, button)').filter({ visible: true }).count();
  for (let at = 0; at < links; at++) await page.keyboard.press('Tab');
  await expect(page.locator('#next')).toBeFocused();
});

test('a narrow frame shows the panel under the cell', async ({ page, host, ours }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(await host(around(script(ours) + element(ours, 'ar/matrix/?goals=9,10', 'height="700"'))));
  await frameReady(page);
  await chosenCell(page, 'c6', 10).click();
  const panel = inFrame(page).locator('#cell-panel');
  await expect(panel).toContainText(rationales('ar')['c6-10']);
  const gap = async () => (await panel.boundingBox())!.y - (await chosenCell(page, 'c6', 10).boundingBox())!.y;
  await expect.poll(gap).toBeGreaterThan(30);
  expect(await gap()).toBeLessThan(120);
});

test('a narrow frame shows the panel under the entry of a list, too', async ({ page, host, ours }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(await host(around(script(ours) + element(ours, 'en/matrix/?view=text&goals=9', 'height="700"'))));
  await frameReady(page);
  const entry = inFrame(page).locator('.lists li[data-line="c10"][data-goal="9"] a');
  await entry.click();
  const panel = inFrame(page).locator('#cell-panel');
  await expect(panel).toContainText(rationales('en')['c10-9']);
  const gap = async () => (await panel.boundingBox())!.y - (await entry.boundingBox())!.y;
  await expect.poll(gap).toBeGreaterThan(30);
  expect(await gap()).toBeLessThan(160);
});

test('a frozen explorer is the matrix of its version, and keeps its filter', async ({ page, host, ours }) => {
  const { versions } = JSON.parse(readFileSync(new URL('../../public/data/embed.json', import.meta.url), 'utf8'));
  const { id } = versions.at(-1);
  const kept = JSON.parse(readFileSync(new URL(`../../public/data/versions/${id}.json`, import.meta.url), 'utf8'));
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.goto(await host(around(script(ours) + element(ours, `es/matrix/?goals=9&data=${id}`, 'height="900"'))));
  await expect.poll(() => page.frames()[1].url()).toBe(`${ours}/embed/at/${id}/es/matrix/?goals=9&data=${id}`);
  await frameReady(page);
  await chosenCell(page, 'c2', 9).click();
  await expect(inFrame(page).locator('#cell-panel')).toContainText(kept.rationales.es.rationales['c2-9']);
  expect(asked).toContain(`/data/versions/${id}/es.json`);
  expect(asked).not.toContain('/data/es/matrix.json');
  expect(page.frames()[1].url()).toContain(`data=${id}`);
});

test('an unknown version is ignored', async ({ page, host, ours }) => {
  await page.goto(await host(around(script(ours) + element(ours, 'en/matrix/?goals=9&data=0123456789ab'))));
  await frameReady(page);
  expect(page.frames()[1].url()).toBe(`${ours}/embed/en/matrix/?goals=9&data=0123456789ab`);
});

test('only these pages can be framed', async ({ page, host, ours, request }) => {
  const header = async (path: string) => (await request.get(`${ours}${path}`)).headers()['content-security-policy'];
  for (const path of ['/', '/en/', '/fr/matrix/', '/en/goals/9/', '/s/c2-9/', '/en/embed/', '/404']) {
    expect(await header(path), path).toContain("frame-ancestors 'none'");
  }
  for (const path of ['/embed/en/matrix/', '/embed/ru/goals/9/']) expect(await header(path), path).toContain('frame-ancestors *');
  await page.goto(await host(around(`<iframe src="${ours}/en/matrix/" title="x" width="600" height="400"></iframe>`)));
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
});

test('a page that is embedded leads search engines to the whole one', async ({ request, ours }) => {
  const html = await (await request.get(`${ours}/embed/es/goals/4/`)).text();
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toMatch(/<link rel="canonical" href="[^"]+\/es\/goals\/4\/">/);
  expect(await (await request.get(`${ours}/sitemap.xml`)).text()).not.toContain('/embed/es/');
});

test('a client of oEmbed finds the frame of a page as WordPress does', async ({ page, host, ours, request }) => {
  for (const path of ['en/matrix/', 'ar/matrix/c2/9/', 'fr/goals/9/', 'zh/lines/c2/', 'en/case-studies/']) {
    const html = (await (await request.get(`${ours}/${path}`)).text()).slice(0, 150_000);
    const found = html.match(/<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]+)"/)![1];
    const answer = await request.get(ours + new URL(found).pathname);
    expect(answer.headers()['content-type'], path).toBe('application/json');
    expect(answer.headers()['access-control-allow-origin'], path).toBe('*');
    const oembed = await answer.json();
    expect(oembed, path).toMatchObject({ version: '1.0', type: 'rich', thumbnail_width: 1200, thumbnail_height: 630 });
    expect(oembed.title.length, path).toBeGreaterThan(3);
    expect((await request.get(ours + new URL(oembed.thumbnail_url).pathname)).headers()['content-type'], path).toBe('image/png');
    // WordPress keeps the frame only, in a sandbox.
    const frame = oembed.html.match(/^<iframe [^>]+><\/iframe>$/)![0].replace('<iframe', '<iframe sandbox="allow-scripts"');
    await page.goto(await host(around(frame.replace(/https?:\/\/[^/]+/, ours))));
    await expect(inFrame(page).locator('h1'), path).toBeVisible();
  }
});
