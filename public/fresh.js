// With an API, what has been published since this site was built: new case studies in the library and among the results of
// the search, changed and withdrawn ones on their pages. Without one it asks for `config.json` and does nothing.
import { changesSince } from './submit/changes.js';
import { fill, h } from './submit/dom.js';

const base = new URL('.', import.meta.url).pathname;
const { lang } = document.documentElement;

let preview, words, known;
let changes; // nothing while unknown, and `failed` when the API could not be read

const json = async path => {
  const answer = await fetch(`${base}${path}`);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer.json();
};

/** What the site was built with, by id: all pages of the index. */
async function snapshot() {
  const all = new Map();
  for (let at = 1; at < 100; at += 1) {
    const { data } = await json(`data/case-studies/index${at === 1 ? '' : `-${at}`}.json`);
    for (const story of data) all.set(story.id, story);
    if (data.length < 500) break;
  }
  return all;
}

/** Whether the snapshot tells the same. */
const isSame = (story, then) => ['title', 'summary', 'organisation', 'confirmed'].every(field => story[field] === then[field]);

const folded = text => text.toLocaleLowerCase(lang).normalize('NFD').replace(/\p{M}/gu, '');

/** Whether a case study is among those that an address of the library or of the search asks for. */
function isAsked(story) {
  const asked = new URLSearchParams(location.search);
  const has = (name, values) => !asked.get(name) || asked.get(name).split(',').some(value => values.includes(value));
  const [from, to] = (asked.get('years') ?? '').split('-').map(Number);
  const text = folded([story.title, story.summary, story.organisation].join(' '));
  return (
    has('goals', story.goals.map(String)) && has('lines', story.lines) && has('countries', story.countries) && has('types', [story.type]) &&
    !asked.get('prize') && !asked.get('prizeYears') && !asked.get('regions') &&
    (!from || ((story.years.to ?? 9999) >= from && story.years.from <= (to || from))) &&
    folded(asked.get('q') ?? '').split(/\s+/).every(word => text.includes(word))
  );
}

/** The place of a note in a part of the page that the application leaves as it is. */
function place(id, parent) {
  const old = document.getElementById(id);
  if (old?.parentElement === parent) return old;
  old?.remove();
  const made = h('section', { id, class: 'fresh', 'aria-live': 'polite' });
  parent.append(made);
  return made;
}

/** Shows what is new above the list, or says how old the list is. */
function inLists() {
  const head = document.querySelector('.library > .still, .search-page > .still');
  const isSearch = Boolean(document.querySelector('.search-page'));
  if (!head) return;
  const box = place('fresh', head);
  const failed = changes === 'failed';
  const fresh = failed ? [] : [...changes.records.values()].filter(story => !known.has(story.id) && isAsked(story));
  const shown = isSearch && !new URLSearchParams(location.search).get('q') ? [] : fresh;
  const key = failed ? 'failed' : shown.map(story => story.id).join(' ');
  if (box.dataset.shown === key) return;
  box.dataset.shown = key;
  if (failed) {
    box.replaceChildren(h('p', { class: 'quiet' }, fill(words.story.stale, { date: preview.day(words.as_of) })));
    return;
  }
  const cards = shown.map(story => {
    const card = preview.card(story);
    card.querySelector('.story-card__goals').append(h('span', { class: 'badge' }, words.story.is_new));
    return h('li', null, card);
  });
  box.replaceChildren(...(cards.length ? [h('ul', { class: 'story-cards' }, cards)] : []));
}

/** Cards of withdrawn case studies are not displayed any more. */
function hideWithdrawn() {
  const gone = [...changes.withdrawn.keys()];
  if (!gone.length) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(gone.map(id => `li:has(> .story-card[data-slug="${id}"]) { display: none }`).join('\n'));
  document.adoptedStyleSheets = [sheet];
}

/** The page of a case study: a new one in the place of “does not exist”, a changed one anew, a withdrawn one as a note. */
function onPage() {
  const match = /\/case-studies\/([a-z0-9-]+)\/$/.exec(location.pathname);
  const article = document.querySelector('main article');
  if (!match || !article || article.dataset.fresh === match[1]) return;
  const [, slug] = match;
  const story = changes.records.get(slug);
  const then = known.get(slug);
  if (changes.withdrawn.has(slug)) {
    const date = preview.day(new Date(changes.withdrawn.get(slug)).toISOString().slice(0, 10));
    article.replaceChildren(h('h1', { tabindex: '-1' }, fill(words.story.withdrawn, { date })), h('p', { class: 'lead' }, words.story.withdrawn_lead));
  } else if (story && !then) {
    article.replaceWith(preview.page(story));
    document.title = `${story.title} · #ICT4SDG`;
    document.querySelector('main article').append(h('p', { class: 'notice' }, words.story.being_made));
  } else if (story && !isSame(story, then)) {
    const anew = preview.page(story);
    for (const part of ['.story__head', '.story__columns']) article.querySelector(part)?.replaceWith(anew.querySelector(part));
  } else return;
  document.querySelector('main article').dataset.fresh = slug;
}

function show() {
  if (!['ready', 'failed'].includes(document.documentElement.dataset.app)) return;
  if (changes !== 'failed') onPage();
  inLists();
}

async function start() {
  try {
    changes = await changesSince(base, async () => Date.parse((await json('data/build.json')).built));
  } catch (error) {
    console.warn(error);
    changes = 'failed';
  }
  if (!changes || (changes !== 'failed' && !changes.records.size && !changes.withdrawn.size)) return;
  const { Preview } = await import('./submit/preview.js');
  [words, known] = await Promise.all([json(`library/${lang}/form.json`), changes === 'failed' ? new Map() : snapshot()]);
  preview = new Preview(words, { base, lang });
  if (changes !== 'failed') hideWithdrawn();
  show();
  let waiting;
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 100);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-app'] });
  globalThis.navigation?.addEventListener('currententrychange', show);
}

start();
