// What a reader takes away from the explorer, and its tour. The application loads this when one of the buttons is pressed
// (src/components/help.rs) and presses it again. Everything is made here in the browser, of what is shown.
import { asPng, asSvg, escaped, picture } from './matrix-picture.js';

const root = document.documentElement;
const menu = () => document.querySelector('.take');
const said = name => menu().dataset[name];

// --- what is shown

let fetched;
/** Lines, goals and links as the site publishes them. */
function data() {
  const read = async name => (await fetch(`${said('base')}data/${name}.json`)).json();
  fetched ??= Promise.all(['lines', 'goals', 'matrix'].map(read)).catch(error => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

/** The part of the matrix that is shown: both axes, its links, and what the layer counts. */
async function shown() {
  const [{ lines }, { goals }, { links }] = await data();
  const lang = root.lang;
  const left = (name, all, id) => {
    const chosen = root.dataset[name]?.split(' ');
    return all.filter(one => !chosen || chosen.includes(String(id(one))));
  };
  const counts = new Map();
  for (const cell of document.querySelectorAll('.explorer__main [data-count]')) {
    counts.set(`${cell.dataset.line}-${cell.dataset.goal}`, Number(cell.dataset.count));
  }
  const part = {
    lines: left('lines', lines, line => line.id).map(({ id, code, short }) => ({ id, code, name: short[lang] })),
    goals: left('goals', goals, goal => goal.number).map(({ number, title, colour }) => ({ number, name: title[lang], colour })),
    layer: new URLSearchParams(location.search).get('layer'),
  };
  part.links = links
    .map(link => ({
      ...link,
      line: part.lines.find(line => line.id === link.line),
      goal: part.goals.find(goal => goal.number === link.goal),
      count: counts.get(`${link.line}-${link.goal}`),
    }))
    .filter(link => link.line && link.goal);
  return part;
}

/** What every file says of itself. */
const about = () => ({
  title: `${said('title')} · ${said('campaign')}`,
  filters: decodeURIComponent(location.search.slice(1)) || 'none',
  as_of: said('asOf'),
  source: location.href,
  licence: said('licence'),
});

/** Names what the file holds: `ict4sdg-matrix-ru-goals-3-9-bridge-1.csv`. */
function fileName(ending) {
  const filters = [...new URLSearchParams(location.search)].flat().join('-');
  const name = `ict4sdg-matrix-${root.lang}-${filters}`.normalize('NFC').replace(/[^\p{L}\p{N}.]+/gu, '-');
  return `${name.replace(/-+$/, '').slice(0, 80)}.${ending}`;
}

function download(content, type, ending) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = fileName(ending);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// --- tables

const COLUMNS = ['line', 'line_code', 'line_name', 'goal', 'goal_title', 'targets', 'whole', 'status'];

const cellsOf = link => [
  link.line.id,
  link.line.code,
  link.line.name,
  link.goal.number,
  link.goal.name,
  link.targets.join(' '),
  Boolean(link.whole),
  link.status,
];

async function csv() {
  const { links, layer } = await shown();
  const { source, licence, as_of: asOf, filters } = about();
  const quoted = value => `"${String(value).replaceAll('"', '""')}"`;
  const counted = layer ? ['count'] : [];
  const head = [...COLUMNS, ...counted, 'source', 'licence', 'as_of', 'filters'];
  const rows = links.map(link => [...cellsOf(link), ...(layer ? [link.count] : []), source, licence, asOf, filters]);
  const text = [head, ...rows].map(row => row.map(quoted).join(',')).join('\r\n');
  download(`\uFEFF${text}\r\n`, 'text/csv;charset=utf-8', 'csv');
}

async function json() {
  const { links, layer } = await shown();
  const record = link => Object.fromEntries([...COLUMNS.map((name, at) => [name, cellsOf(link)[at]]), ['targets', link.targets], ...(layer ? [['count', link.count]] : [])]);
  download(JSON.stringify({ ...about(), links: links.map(record) }, null, 1), 'application/json', 'json');
}

// --- the picture

const pictured = async () => {
  const sentence = document.querySelector('.answers__sentence')?.textContent;
  return picture(await shown(), about(), { lang: root.lang, rtl: root.dir === 'rtl', sentence });
};

const svg = async () => download(asSvg(await pictured()), 'image/svg+xml', 'svg');
const png = async () => download(await asPng(await pictured()), 'image/png', 'png');

// --- copies

/** For a chat: a sentence a link, and where it comes from. */
async function copyText() {
  const { links } = await shown();
  const sentence = document.querySelector('.answers__sentence')?.textContent;
  const told = links.map(({ line, goal, targets }) => `${line.code} ${line.name} – ${goal.number} ${goal.name}${targets.length ? `: ${targets.join(', ')}` : ''}`);
  await navigator.clipboard.writeText([about().title, sentence, ...told, location.href].filter(Boolean).join('\n'));
}

/** For a document: a table that word processors take as one. */
async function copyTable() {
  const { links } = await shown();
  const rows = links.map(({ line, goal, targets }) => [`${line.code} ${line.name}`, `${goal.number} ${goal.name}`, targets.join(', ')]);
  const cells = rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  const html = `<table dir="${root.dir}" lang="${root.lang}"><caption>${escaped(about().title)}</caption>${cells}</table><p>${escaped(location.href)}</p>`;
  const text = [...rows.map(row => row.join('\t')), location.href].join('\n');
  const as = (kind, content) => new Blob([content], { type: kind });
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': as('text/html', html), 'text/plain': as('text/plain', text) })]);
}

/** The system's own sheet, with the state that is shown. A reader who closes it has decided. */
async function sheet() {
  const closed = error => {
    if (error.name !== 'AbortError') throw error;
  };
  await navigator.share({ title: about().title, url: location.href }).catch(closed);
}

// --- the tour

const KEY = 'ict4sdg-tour';
let opener;

function remember() {
  root.dataset.toured = '';
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // storage is blocked: the offer comes back next time
  }
}

/** Builds the tour from the texts of the site. */
async function tour() {
  const there = document.querySelector('.tour');
  if (there) return there;
  const { base } = document.querySelector('.tour-line').dataset;
  const text = await (await fetch(`${base}data/${root.lang}/text/help.json`)).json();
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const steps = text.tour_steps.map((step, at) => {
    const label = text.tour_label.replace('{n}', at + 1).replace('{all}', text.tour_steps.length);
    return make('li', { hidden: true }, make('h2', { className: 'label', tabIndex: -1, textContent: label }), make('p', { textContent: step }));
  });
  const ways = ['back', 'next', 'end'].map(way => {
    const button = make('button', { className: 'chip', type: 'button', textContent: text[`tour_${way}`] });
    button.dataset.tour = way;
    return button;
  });
  const section = make('section', { className: 'tour', hidden: true, ariaLabel: text.tour_again });
  section.append(make('ol', { className: 'tour__steps' }, ...steps), make('p', { className: 'tour__ways' }, ...ways));
  document.querySelector('.tour-line').after(section);
  return section;
}

async function show(step) {
  const section = await tour();
  const steps = [...section.querySelectorAll('.tour__steps > li')];
  const open = step >= 0 && step < steps.length;
  section.hidden = !open;
  steps.forEach((one, at) => (one.hidden = at !== step));
  if (open) {
    const way = name => section.querySelector(`[data-tour=${name}]`);
    way('back').hidden = step === 0;
    way('next').hidden = step === steps.length - 1;
    steps[step].querySelector('h2').focus({ preventScroll: true });
  } else {
    remember();
    opener?.focus({ preventScroll: true });
  }
}

const current = () => [...document.querySelectorAll('.tour__steps > li')].findIndex(step => !step.hidden);

const TOUR = {
  start: button => ((opener = button), show(0)),
  next: () => show(current() + 1),
  back: () => show(current() - 1),
  end: () => show(-1),
  skip: () => (remember(), document.querySelector('[data-tour=start]').focus({ preventScroll: true })),
};

// --- the buttons

const TAKE = { csv, json, svg, png, text: copyText, table: copyTable, sheet, print: () => print() };

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-export], [data-take], [data-tour]');
  if (!button) return;
  const { export: file, take, tour } = button.dataset;
  if (tour) return TOUR[tour](button);
  const answer = document.querySelector('.take__answer');
  try {
    await TAKE[file ?? take]();
    answer.textContent = ['text', 'table'].includes(take) ? said('done') : '';
  } catch {
    answer.textContent = said('failed');
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest?.('.tour')) show(-1);
  if (event.key === 'Escape' && event.target.closest?.('.take[open]')) {
    menu().open = false;
    menu().querySelector('summary').focus();
  }
});
