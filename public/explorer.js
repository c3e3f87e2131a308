// What a reader takes away from the explorer, and its tour. The application loads this when one of the buttons is pressed
// (src/components/help.rs) and presses it again. Everything is made here in the browser, of what is shown.
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

// --- the picture: the same rectangles and texts as SVG and on a canvas

const INK = '#14202e';
const FONT = 'system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif';

/** Breaks a text into lines no wider than there is room for; Chinese may break anywhere. */
function broken(text, size, width, weight = 400) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${weight} ${size}px ${FONT}`;
  const pieces = root.lang === 'zh' ? [...text] : text.split(/(?<= )/);
  const lines = [''];
  for (const piece of pieces) {
    if (lines.at(-1) && pen.measureText(lines.at(-1) + piece).width > width) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map(line => line.trim());
}

async function drawing() {
  const { lines, goals, links, layer } = await shown();
  const rtl = root.dir === 'rtl';
  const [names, cell, gap, pad] = [250, 44, 4, 24];
  const width = Math.max(pad * 2 + names + goals.length * cell, 640);
  const at = x => (rtl ? width - x : x);
  const shapes = [];
  const rect = (x, y, w, h, fill) => shapes.push({ x: rtl ? width - x - w : x, y, w, h, fill });
  const text = (words, x, y, size, anchor = 'start', weight = 400, fill = INK) =>
    shapes.push({ words, x: at(x), y, size, anchor, weight, fill });
  const { title, filters, as_of: asOf, source, licence } = about();

  let y = pad + 24;
  for (const line of broken(title, 22, width - 2 * pad, 700)) {
    text(line, pad, y, 22, 'start', 700);
    y += 30;
  }
  const sentence = document.querySelector('.answers__sentence')?.textContent;
  for (const line of broken(sentence ?? (filters === 'none' ? '' : filters), 15, width - 2 * pad)) {
    text(line, pad, y, 15);
    y += 22;
  }
  const top = y;
  goals.forEach((goal, column) => {
    const x = pad + names + column * cell;
    rect(x, top, cell - gap, 30, goal.colour);
    text(String(goal.number), x + (cell - gap) / 2, top + 21, 16, 'middle', 700, inkOn(goal.colour));
  });
  y = top + 36;
  for (const line of lines) {
    const words = broken(`${line.code} ${line.name}`, 13, names - 12);
    const height = Math.max(30, words.length * 17 + 6);
    words.forEach((word, row) => text(word, pad, y + 18 + row * 17, 13));
    goals.forEach((goal, column) => {
      const link = links.find(one => one.line === line && one.goal === goal);
      const x = pad + names + column * cell;
      const tint = link && layer && link.count === 0 ? '1c' : '55';
      rect(x, y, cell - gap, height - gap, link ? `${goal.colour}${tint}` : '#0000000a');
      const sign = link && (layer ? String(link.count) : link.targets.length ? link.targets.length + (link.whole ? '•' : '') : '•');
      if (sign) text(sign, x + (cell - gap) / 2, y + height / 2 + 4, 14, 'middle', 600);
    });
    y += height;
  }
  for (const goal of goals) {
    text(`${goal.number} ${goal.name}`, pad, y + 22, 12);
    y += 18;
  }
  y += 14;
  for (const words of [`${asOf} · ${licence}`, source]) {
    for (const line of broken(words, 11, width - 2 * pad)) {
      text(line, pad, y + 14, 11);
      y += 16;
    }
  }
  return { shapes, width, height: y + pad, title, rtl };
}

/** Black or white, whichever can be read on a colour. */
function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? INK : '#ffffff';
}

const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

async function svg() {
  const { shapes, width, height, title, rtl } = await drawing();
  const { filters, as_of: asOf, licence, source } = about();
  const drawn = shapes.map(shape =>
    shape.words === undefined
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" rx="4" fill="${shape.fill}"/>`
      : `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" text-anchor="${shape.anchor}" fill="${shape.fill}">${escaped(shape.words)}</text>`,
  );
  download(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" xml:lang="${root.lang}" direction="${rtl ? 'rtl' : 'ltr'}" font-family="${escaped(FONT)}">` +
      `<title id="t">${escaped(title)}</title><desc id="d">${escaped([filters, asOf, licence, source].join(' · '))}</desc>` +
      `<rect width="100%" height="100%" fill="#fbfaf6"/>${drawn.join('')}</svg>`,
    'image/svg+xml',
    'svg',
  );
}

async function png() {
  const { shapes, width, height, rtl } = await drawing();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  const pen = canvas.getContext('2d');
  pen.scale(2, 2);
  pen.direction = rtl ? 'rtl' : 'ltr';
  pen.fillStyle = '#fbfaf6';
  pen.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    pen.fillStyle = shape.fill;
    if (shape.words === undefined) {
      pen.fillRect(shape.x, shape.y, shape.w, shape.h);
    } else {
      pen.font = `${shape.weight} ${shape.size}px ${FONT}`;
      pen.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
      pen.fillText(shape.words, shape.x, shape.y);
    }
  }
  download(await new Promise(done => canvas.toBlob(done, 'image/png')), 'image/png', 'png');
}

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
