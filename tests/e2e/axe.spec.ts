// Every type of page, checked by axe against WCAG 2.2 A and AA, light and dark.
import AxeBuilder from '@axe-core/playwright';
import { cell, expect, inEachLanguage, open, pages, panel, rationales, test, texts, type Page } from './fixtures.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds: the rule, and the first places. In the dark only colours differ, so only they are looked at again. */
async function violations(page: Page) {
  // Without frames in the page, legacy mode finds the same and needs no second tab.
  const axe = () => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe().withTags(WCAG).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze();
  const places = (nodes: { target: unknown[] }[]) => nodes.slice(0, 5).map(node => String(node.target)).join(' ');
  const told = (scheme: string, found: typeof light) =>
    found.violations.map(rule => `${scheme}: ${rule.id}: ${rule.help}, ${rule.nodes.length} × ${places(rule.nodes)}`);
  return [...told('light', light), ...told('dark', dark)];
}

inEachLanguage(lang => {
  test(`every type of page in ${lang}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [name, address] of Object.entries(pages(lang))) {
      await open(page, address);
      expect.soft(await violations(page), name).toEqual([]);
    }
  });

  test(`the explorer in use, in ${lang}`, async ({ page }) => {
    test.setTimeout(60_000);
    const text = texts(lang, 'explorer');
    await open(page, `/${lang}/matrix/?lines=c1,c2&goals=9,16&cell=c1-16`);
    await page.locator('.tools__filters summary').click();
    await panel(page).locator('summary').click();
    await expect(panel(page)).toContainText(rationales(lang)['c1-16']);
    expect.soft(await violations(page), 'a cell chosen, the drawer open').toEqual([]);
    await page.locator('.tools__filters summary').click();
    for (const view of [text.view_lines, text.view_goals, text.view_text]) {
      await page.getByRole('button', { name: view, exact: true }).click();
      expect.soft(await violations(page), view).toEqual([]);
    }
  });
});

inEachLanguage(lang => {
  test(`layers, gaps, a search, a bridge and a comparison in ${lang} @phone`, async ({ page }) => {
    test.setTimeout(90_000);
    const word = { en: 'farm', ar: 'الزراع' }[lang];
    for (const state of ['layer=activities', 'layer=gaps', `q=${encodeURIComponent(word)}`, 'goals=3,9&bridge=1', 'goals=3,9']) {
      await open(page, `/${lang}/matrix/?${state}`);
      const marked = { 'layer=activities': '[data-count]', 'layer=gaps': '[data-gap]', 'goals=3,9&bridge=1': '.answers dd', 'goals=3,9': '.answers' };
      await expect(page.locator(marked[state as keyof typeof marked] ?? '[data-match]').first()).toBeAttached();
      await page.locator('[data-export-menu]').click();
      expect.soft(await violations(page), state).toEqual([]);
    }
  });
});

inEachLanguage(lang => {
  test(`pages inside other sites, and the one where they are put together, in ${lang} @phone`, async ({ page }) => {
    test.setTimeout(90_000);
    for (const tail of ['matrix/?cell=c2-9', 'matrix/c2/9/', 'goals/9/', 'lines/c2/', 'case-studies/']) {
      await page.goto(`/embed/${lang}/${tail}`);
      if (tail.startsWith('matrix/?')) await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
      expect.soft(await violations(page), tail).toEqual([]);
    }
    await page.goto(`/${lang}/embed/?what=matrix&goals=9`);
    await expect(page.locator('[data-output=table] textarea')).not.toHaveValue('');
    expect.soft(await violations(page), 'wizard').toEqual([]);
  });
});

test('the choice of a language', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['de'] }));
  for (const address of ['/', '/404.html']) {
    await page.goto(address);
    expect.soft(await violations(page), address).toEqual([]);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  inEachLanguage(lang => {
    test(`matrix in ${lang}: the sheet and the offer of a language`, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['fr'] }));
      await open(page, `/${lang}/matrix/?lines=c2,c8`);
      await page.locator('.tools__filters summary').click();
      expect.soft(await violations(page), 'the drawer and the offer').toEqual([]);
      await cell(page, 'c8', 9).tap();
      await expect(panel(page)).toContainText(rationales(lang)['c8-9']);
      expect.soft(await violations(page), 'the sheet').toEqual([]);
    });
  });
});
