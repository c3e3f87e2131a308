// The page where staff put together what they embed, and the snippets it gives them, pasted into pages of hosts.
import { goals, lines, matrix, texts, type Lang, type Page } from './fixtures.ts';
import { around, expect, inFrame, test, watch } from './hosts.ts';

/** Opens the page and waits until everything was measured. */
async function wizard(page: Page, lang: Lang, search = '') {
  await page.goto(`/${lang}/embed/${search}`);
  await measured(page, lang);
}

async function measured(page: Page, lang: Lang) {
  const start = texts(lang, 'embed').weight.split('{kb}')[0];
  await expect(page.locator('.wizard__weight')).toContainText(start.trim(), { timeout: 20_000 });
}

const snippet = (page: Page, name: string) => page.locator(`[data-output=${name}] textarea`).inputValue();

for (const lang of ['en', 'ar'] as const) {
  test(`${lang}: what is chosen is shown, kept in the address, and written into every snippet @phone`, async ({ page, ours }) => {
    await wizard(page, lang);
    await page.locator('[name=goals][value="9"]').check({ force: true });
    await page.locator('[name=theme]').selectOption('dark');
    await page.locator('[name=lang]').selectOption('fr');
    await expect.poll(() => new URL(page.url()).search).toBe('?what=matrix&goals=9&theme=dark&lang=fr');
    await measured(page, lang);
    const src = `${ours}/embed/fr/matrix/?goals=9&theme=dark`;
    await expect(page.locator('.wizard__stage iframe')).toHaveAttribute('src', src);
    await expect(page.locator('.wizard__stage iframe').contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
    for (const name of ['iframe', 'loader', 'component']) expect(await snippet(page, name), name).toContain(`src="${src.replace('&', '&#38;')}"`);
    expect(await snippet(page, 'oembed')).toBe(`${ours}/fr/matrix/`);
    expect(await snippet(page, 'picture')).toContain('src="ict4sdg-matrix-fr-9.png"');
    const table = await snippet(page, 'table');
    const of9 = matrix.links.filter(link => link.goal === 9);
    expect(table.match(/<tr>/g)!.length).toBe(of9.length + 1);
    for (const link of of9) expect(table).toContain(`${lines.find(line => line.id === link.line)!.code} ${lines.find(line => line.id === link.line)!.short.fr.replace(/'/g, '&#39;')}`);
    // Nothing in it is in the language of the page of the wizard.
    expect(table).toContain(`<th scope="col">${texts('fr', 'embed').which_line}</th>`);
    expect(table).not.toContain(goals[8].title[lang]);
    expect(await snippet(page, 'iframe')).toContain(`title="${texts('fr', 'explorer').heading}"`);
    await page.reload();
    await measured(page, lang);
    expect(await snippet(page, 'iframe')).toContain(src.replace('&', '&#38;'));
  });

  test(`${lang}: a pair without a link is refused in words, and another one is taken`, async ({ page }) => {
    await wizard(page, lang, '?what=cell&line=c2&goal=9');
    await page.locator('[name=goal]').selectOption('3');
    await expect(page.locator('.wizard__problem')).toHaveText(texts(lang, 'embed').no_link);
    await expect(page.locator('.wizard__outputs')).toBeHidden();
    await page.locator('[name=goal]').selectOption('11');
    await expect(page.locator('.wizard__problem')).toBeEmpty();
    await measured(page, lang);
    expect(await snippet(page, 'iframe')).toContain(`/embed/${lang}/matrix/c2/11/`);
  });
}

test('every snippet does on a page of a host what it says', async ({ page, host, ours, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard(page, 'en', '?what=line&line=c7-eagr&lang=es');
  const names = ['iframe', 'loader', 'component', 'picture', 'table'];
  const copied: Record<string, string> = {};
  for (const name of names) {
    await page.locator(`[data-output=${name}]`).getByRole('button', { name: texts('en', 'embed').copy, exact: true }).click();
    await expect(page.locator('.wizard__answer')).toHaveText(texts('en', 'embed').copied);
    copied[name] = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied[name], name).toBe(await snippet(page, name));
  }
  const line = lines.find(one => one.id === 'c7-eagr')!;
  for (const name of names) {
    await page.goto(await host(around(copied[name])));
    if (name === 'picture') {
      await expect.poll(() => page.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1200, 630]);
      await expect(page.locator('img')).toHaveAttribute('alt', new RegExp(line.code));
      await expect(page.locator('#place a')).toHaveAttribute('href', `${ours}/es/lines/c7-eagr/`);
    } else if (name === 'table') {
      await expect(page.locator('tr')).toHaveCount(matrix.links.filter(link => link.line === 'c7-eagr').length + 1);
    } else {
      await expect(inFrame(page).locator('h1'), name).toContainText(line.short.es);
      await expect(page.locator('iframe'), name).toHaveAttribute('title', new RegExp(line.code));
    }
  }
});

test('the heights that were measured fit at every width, without a shift', async ({ page, host }) => {
  await wizard(page, 'en', '?what=cell&line=c2&goal=9');
  const component = await snippet(page, 'component');
  await watch(page);
  for (const width of [360, 720, 1080]) {
    await page.setViewportSize({ width: width + 16, height: 900 });
    await page.goto(await host(around(component)));
    await expect(inFrame(page).locator('h1')).toContainText(goals[8].title.en);
    const [frame, content] = [
      await page.locator('iframe').evaluate(element => element.clientHeight),
      await inFrame(page).locator('body').evaluate(body => Math.ceil(body.getBoundingClientRect().height)),
    ];
    expect(frame, String(width)).toBe(Math.min(content, 2400));
    expect(await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
  }
});

test('the list by goal is a view like the others', async ({ page }) => {
  await wizard(page, 'en', '?what=matrix&goals=9&view=goals');
  expect(await snippet(page, 'iframe')).toContain('/embed/en/matrix/?goals=9&#38;view=list&#38;by=goal"');
  const heads = page.locator('.wizard__stage iframe').contentFrame().locator('.lists__head');
  await expect(heads).toHaveCount(1);
  await expect(heads).toContainText(goals[8].title.en);
});

test('a height that is asked for is taken, and a foolish one is not', async ({ page }) => {
  await wizard(page, 'en', '?what=cell&line=c2&goal=9');
  await page.locator('[name=height]').fill('450');
  await expect.poll(() => snippet(page, 'component')).toMatch(/ height="450"><a /);
  expect(new URL(page.url()).search).toBe('?what=cell&line=c2&goal=9&lang=en&height=450');
  expect(await snippet(page, 'iframe')).toContain('height="450"');
  await page.locator('[name=height]').fill('-7');
  await expect.poll(() => snippet(page, 'component')).toMatch(/ heights="360:\d+ 720:\d+ 1080:\d+"/);
});

test('the picture of a filtered matrix is made here, in the language that was chosen', async ({ page }) => {
  await wizard(page, 'en', '?what=matrix&goals=3,9&lang=ar');
  for (const kind of ['svg', 'png']) {
    const waiting = page.waitForEvent('download');
    await page.locator(`[data-file=${kind}]`).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe(`ict4sdg-matrix-ar-3-9.${kind}`);
    if (kind === 'svg') {
      const stream = await file.createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const svg = Buffer.concat(chunks).toString();
      const counts = await page.evaluate(text => {
        const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
        return [drawn.querySelectorAll('parsererror').length, drawn.documentElement.getAttribute('direction'), drawn.documentElement.textContent!.includes('2026')];
      }, svg);
      expect(counts).toEqual([0, 'rtl', true]);
      expect(svg).toContain(goals[2].title.ar);
      expect(svg).not.toContain(`>4 ${goals[3].title.ar}`);
    }
  }
});

test('hostile addresses change nothing but what they may', async ({ page }) => {
  await wizard(page, 'en', `?what=%22%3E%3Cscript%3E&goals=99,9,x&story=${'a'.repeat(500)}&q=%3Cimg%20src=x%20onerror=alert(1)%3E&theme=pink&lang=de`);
  expect(await snippet(page, 'iframe')).toMatch(/^<iframe src="[^"<>]+\/embed\/en\/matrix\/\?goals=9" title="[^"<>]+" width="100%" height="\d+" loading="lazy"><\/iframe>$/);
  await page.locator('[name=what][value=library]').check();
  await expect.poll(() => snippet(page, 'iframe')).toContain('/case-studies/');
  const library = await snippet(page, 'iframe');
  expect(library).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
  const attributes = await page.evaluate(text => {
    const parsed = new DOMParser().parseFromString(text, 'text/html').body;
    return [parsed.children.length, parsed.firstElementChild!.getAttribute('src')];
  }, library);
  expect(attributes[0]).toBe(1);
  expect(attributes[1]).toContain(encodeURIComponent('<img src=x onerror=alert(1)>'));
});

test('without script the page gives the snippet of the whole explorer', async ({ browser, ours }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${ours}/ru/embed/`);
  await expect(page.locator('.wizard__plain pre')).toContainText('/embed/ru/matrix/');
  await expect(page.locator('.wizard__plain')).toContainText(texts('ru', 'embed').needs_script);
  await expect(page.locator('.wizard__columns')).toBeHidden();
  await context.close();
});

test.describe('when the data cannot be fetched', () => {
  test('the page says so, and goes on when they can', async ({ page }) => {
    await page.route('**/data/lines.json', route => route.abort());
    await page.goto('/en/embed/?what=goal&goal=9');
    await expect(page.locator('.failed-note')).toHaveText(texts('en', 'common').failed);
    await expect(page.locator('.failed-note')).toBeVisible();
    await page.unroute('**/data/lines.json');
    await page.locator('[name=goal]').selectOption('4');
    await measured(page, 'en');
    await expect(page.locator('.failed-note')).toBeHidden();
    expect(await snippet(page, 'iframe')).toContain('/embed/en/goals/4/');
  });
});
