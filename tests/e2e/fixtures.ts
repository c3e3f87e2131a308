// What every journey shares: a page that fails the test on anything a reader would not want to happen unseen.
import { readFileSync, readdirSync } from 'node:fs';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect, type Locator, type Page };

type Options = {
  /** What a test that breaks something on purpose expects to read on the console; nothing else is accepted. */
  expectedErrors: RegExp | null;
};

export const test = base.extend<Options & { watched: void }>({
  expectedErrors: [null, { option: true }],
  watched: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const problems: string[] = [];
      const found = (problem: string) => {
        if (!expectedErrors?.test(problem)) problems.push(problem);
      };
      context.on('console', message => {
        if (['error', 'warning'].includes(message.type())) found(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', error => found(`exception: ${error.error().message}`));
      context.on('request', request => {
        const url = new URL(request.url());
        if (url.origin !== new URL(baseURL!).origin) problems.push(`request to another host: ${url}`);
      });
      await use();
      expect(problems, 'console errors, exceptions and requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});

/** The languages of the journeys: one from left to right, one from right to left. */
export const LANGS = ['en', 'ar'] as const;
export type Lang = 'ar' | 'en' | 'es' | 'fr' | 'ru' | 'zh';

/** Runs the tests for a reader of each language. */
export function inEachLanguage(tests: (lang: (typeof LANGS)[number]) => void) {
  for (const lang of LANGS) {
    test.describe(lang, () => {
      test.use({ locale: lang });
      tests(lang);
    });
  }
}

/** Runs the tests once: for what neither the words nor the direction of the page can change. */
export function inOneLanguage(tests: (lang: (typeof LANGS)[number]) => void) {
  test.describe('en', () => tests('en'));
}

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../public/data/${path}`, import.meta.url), 'utf8'));

type Link = { line: string; goal: number; targets: string[]; whole?: boolean; status: string };
export const matrix: { links: Link[] } = json('matrix.json');
type Worded = Record<Lang, string>;
export const lines: { id: string; code: string; short: Worded }[] = json('lines.json').lines;
export const goals: { number: number; title: Worded }[] = json('goals.json').goals;
export const targets: { code: string; gist?: Worded }[] = json('targets.json').targets;

type Story = {
  id: string;
  title: string;
  summary: string;
  lines: string[];
  goals: number[];
  countries: string[];
  type: string;
  years: { from: number; to?: number };
  translations: Record<Lang, { title: string; summary: string }>;
};
/** The case studies, as authored. */
export const stories: Story[] = readdirSync(new URL('../../public/data/case-studies/', import.meta.url))
  .filter(name => name.endsWith('.json'))
  .map(name => json(`case-studies/${name}`).data);
/** A case study's texts in a language. */
export const told = (story: Story, lang: Lang) => (lang === 'en' ? story : story.translations[lang]);

/** The slugs of the cards that are shown. */
export const cards = (page: Page) =>
  page.locator('[data-results] article[data-slug]').evaluateAll(all => all.map(card => card.getAttribute('data-slug')!));

/** The interface texts of one area, as the site has them. */
export const texts = (lang: Lang, area: string) => json(`${lang}/text/${area}.json`);
/** Our reasons for the links, by cell (`c2-9`). */
export const rationales = (lang: Lang): Record<string, string> => json(`${lang}/matrix.json`).rationales;

/** Waits until the application has taken over. */
export async function ready(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
}

/** Opens an address and waits until the application has taken over. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await ready(page);
}

/** A cell of the grid, linked or not: `cell(page, 'c2', 9)`. */
export const cell = (page: Page, line: string, goal: number) =>
  page.locator(`#matrix td[data-line="${line}"][data-goal="${goal}"]`);
export const lineHeading = (page: Page, line: string) => page.locator(`#matrix th[data-line="${line}"]`).getByRole('button');
export const goalHeading = (page: Page, goal: number) => page.locator(`#matrix th[data-goal="${goal}"]`).getByRole('button');
export const panel = (page: Page) => page.locator('#cell-panel');

/** The chosen cells, as `c2-9`. */
export const selected = (page: Page) =>
  page
    .locator('#matrix td[aria-selected="true"]')
    .evaluateAll(cells => cells.map(cell => `${cell.getAttribute('data-line')}-${cell.getAttribute('data-goal')}`));

/** The query of the address in use, without `?`. */
export const query = (page: Page) => new URL(page.url()).search.slice(1);

/** The element that has the focus, as `c2-9`, `c2`, `9`, or its tag. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const place = document.activeElement?.closest('[data-line], [data-goal]');
    if (!place) return document.activeElement?.tagName.toLowerCase();
    return [place.getAttribute('data-line'), place.getAttribute('data-goal')].filter(Boolean).join('-');
  });

/** The links of the matrix that fit a filter, as `c2-9`. */
export const linked = (fits: (link: Link) => boolean = () => true) =>
  matrix.links.filter(fits).map(link => `${link.line}-${link.goal}`);

/** The visible links of the explorer, in whatever view, as `c2-9`. */
export const visibleLinks = (page: Page) =>
  page.locator('.explorer__main').evaluate(main =>
    [...main.querySelectorAll<HTMLAnchorElement>(':is(td,li)[data-line][data-goal] a')]
      .filter(link => link.checkVisibility({ visibilityProperty: true }))
      .map(link => new URL(link.href).pathname.split('/').slice(3, 5).join('-')),
  );

/** How far the page can be scrolled sideways, in CSS pixels. */
export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Holds back the requests that match, until the returned function is called. */
export async function hold(page: Page, pattern: string) {
  let release = () => {};
  const held = new Promise<void>(resolve => (release = resolve));
  await page.route(pattern, async route => {
    await held;
    await route.continue().catch(() => {}); // the page may have gone meanwhile
  });
  return () => release();
}

/** Lets the page paint twice: what had to happen by now has happened. */
export const frames = (page: Page) =>
  page.evaluate(() => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** One address of every type of page. */
export const pages = (lang: Lang) => ({
  home: `/${lang}/`,
  matrix: `/${lang}/matrix/`,
  cell: `/${lang}/matrix/c2/9/`,
  'disputed cell': `/${lang}/matrix/c1/16/`,
  'unconfirmed cell': `/${lang}/matrix/c8/9/`,
  line: `/${lang}/lines/c7-ehea/`,
  goal: `/${lang}/goals/9/`,
  about: `/${lang}/about/`,
  accessibility: `/${lang}/accessibility/`,
  privacy: `/${lang}/privacy/`,
  data: `/${lang}/data/`,
  library: `/${lang}/case-studies/`,
  'second page of the library': `/${lang}/case-studies/page/2/`,
  'case study': `/${lang}/case-studies/mexico-conectado/`,
  organisation: `/${lang}/organisations/unicef/`,
  country: `/${lang}/countries/ps/`,
  search: `/${lang}/search/`,
  'not found': `/${lang}/404.html`,
});
