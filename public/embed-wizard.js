// The page where staff put together what they embed: reads its form, shows the frame, measures it, writes the snippets.
// The state is the address, so that a colleague can be sent what was put together.
import { asPng, asSvg, escaped, picture } from './matrix-picture.js';

const page = document.querySelector('.wizard');
const form = page.querySelector('form');
const frame = page.querySelector('.wizard__stage iframe');
const base = page.dataset.base;
const linked = new Set(page.dataset.links.split(' '));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// --- the state

/** The form as it was in the address. What the form does not know is left out. */
function restore() {
  const asked = new URLSearchParams(location.search.slice(0, 2000));
  for (const field of form.elements) {
    if (!field.name || !asked.has(field.name)) continue;
    const value = asked.get(field.name);
    if (field.type === 'radio') field.checked ||= field.value === value;
    else if (field.name === 'controls') field.checked = value !== '0';
    else if (field.type === 'checkbox') field.checked = value.split(',').includes(field.value);
    else if (field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value)) field.value = value;
  }
}

/** What is chosen, by name; lists as in an address. */
function choice() {
  const all = name => [...form.elements].filter(field => field.name === name && field.checked).map(field => field.value);
  const of = name => form.elements[name].value;
  return {
    what: of('what'), goals: all('goals').join(','), lines: all('lines').join(','), line: of('line'), goal: of('goal'),
    story: of('story'), view: of('view'), layer: of('layer'), q: of('q').trim(), lang: of('lang'), theme: of('theme'),
    background: of('background'), data: of('data'), height: form.elements.height.validity.valid ? of('height') : '', controls: form.elements.controls.checked ? '' : '0',
  };
}

const LOOKS = ['theme', 'controls', 'background'];
const USED = {
  matrix: ['lines', 'goals', 'view', 'layer', 'by', ...LOOKS, 'data'],
  library: ['q', 'goals', 'lines', ...LOOKS],
  goal: ['theme', 'background'],
  line: ['theme', 'background'],
  cell: ['theme', 'background'],
  story: ['theme', 'background'],
};
const OF = { matrix: [], library: [], goal: ['goal'], line: ['line'], cell: ['line', 'goal'], story: ['story'] };

const query = (chosen, names) => {
  const pairs = names.filter(name => chosen[name]).map(name => `${name}=${encodeURIComponent(chosen[name]).replaceAll('%2C', ',')}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
};

/** Whether a value is in a list of an address; an empty list has all. */
const among = (list, value) => !list || list.split(',').includes(String(value));

/** The address below the language. */
const tail = ({ what, goal, line, story }) =>
  ({
    matrix: 'matrix/', library: 'case-studies/', goal: `goals/${goal}/`, line: `lines/${line}/`,
    cell: `matrix/${line}/${goal}/`, story: `case-studies/${story}/`,
  })[what];

const json = async path => (await fetch(`${base}data/${path}.json`)).json();
const read = {};
/** A file of the open data, once; a failed attempt is repeated. */
const data = path =>
  (read[path] ??= json(path).catch(error => {
    delete read[path];
    throw error;
  }));

/** The names of lines and goals in a language. */
async function names(lang) {
  const [{ lines }, { goals }, common] = await Promise.all(['lines', 'goals', `${lang}/text/common`].map(data));
  const of = (list, key, id) => list.find(one => String(one[key]) === String(id));
  return {
    lines, goals, common,
    line: id => (line => `${line.code} ${line.short[lang]}`)(of(lines, 'id', id)),
    goal: id => `${fill(common.goal_n, { n: id })} ${of(goals, 'number', id).title[lang]}`,
  };
}

/** Everything the snippets need, in the language of what is embedded. */
async function put(chosen) {
  // The explorer writes its list by goal as two.
  if (chosen.view === 'goals') chosen = { ...chosen, view: 'list', by: 'goal' };
  const { what, line, goal } = chosen;
  let lang = chosen.lang === 'host' ? document.documentElement.lang : chosen.lang;
  const { data: story } = what === 'story' ? await data(`case-studies/${chosen.story}`) : {};
  const told = story?.translations?.[lang];
  if (story && !told) lang = story.lang; // it is told in no other
  const named = await names(lang);
  const title = {
    matrix: () => data(`${lang}/text/explorer`).then(text => text.heading),
    library: () => named.common.stories,
    goal: () => named.goal(goal),
    line: () => named.line(line),
    cell: () => `${named.line(line)} × ${named.goal(goal)}`,
    story: () => (told ?? story).title,
  };
  const path = tail(chosen);
  const looks = USED[what];
  return {
    ...chosen, lang, named, path, title: await title[what](), host: chosen.lang === 'host',
    src: `${location.origin}${base}embed/${lang}/${path}${query(chosen, looks)}`,
    whole: `${location.origin}${base}${lang}/${path}${query(chosen, looks.filter(name => !LOOKS.includes(name) && name !== 'data'))}`,
  };
}

// --- the snippets

const attributes = pairs => pairs.map(([name, value]) => `${name}="${escaped(String(value))}"`).join(' ');

const plain = (it, heights) =>
  `<iframe ${attributes([['src', it.src], ['title', it.title], ['width', '100%'], ['height', heights.plain], ['loading', 'lazy']])}></iframe>`;

const script = () => {
  const { loader, integrity } = page.dataset;
  return `<script ${attributes([['src', `${location.origin}${base}embed/v${loader}.js`], ['integrity', integrity], ['crossorigin', 'anonymous']])} async></script>`;
};

const SNIPPETS = {
  iframe: plain,
  loader: (it, heights) => `${plain(it, heights)}\n${script()}`,
  component: (it, heights) => {
    const by = heights.by.map(([width, height]) => `${width}:${height}`).join(' ');
    const own = [['src', it.src], ['title', it.title], ['height', heights.plain]];
    if (by) own.push(['heights', by]);
    if (it.host) own.push(['language', 'host']);
    // The script stands first and is waited for: the right height is there when the element is.
    return `${script().replace(' async', '')}\n<ict4sdg-embed ${attributes(own)}><a href="${escaped(it.whole)}">${escaped(it.title)}</a></ict4sdg-embed>`;
  },
  oembed: it => `${location.origin}${base}${it.lang}/${it.path}`,
  // Pages that are shared have a picture here; that of a filtered matrix is made in this browser, and uploaded by the host.
  picture: it => {
    const shared = ['goal', 'line', 'cell', 'story'].includes(it.what) ? `share/${it.lang}/${it.path.slice(0, -1)}.png` : 'share.png';
    const src = it.what === 'matrix' ? fileName(it, 'png') : `${location.origin}${base}${shared}`;
    const image = [['src', src], ['alt', it.title], ...(it.what === 'matrix' ? [] : [['width', 1200], ['height', 630]])];
    return `<a href="${escaped(it.whole)}"><img ${attributes(image)}></a>`;
  },
};

const fileName = (it, ending) => `ict4sdg-matrix-${[it.lang, it.goals, it.lines].filter(Boolean).join('-').replaceAll(',', '-')}.${ending}`;

/** The matrix as chosen, as a file to upload. */
async function download(ending) {
  const it = await put(choice());
  const { lines, goals } = it.named;
  const { links, asOf } = await data('matrix');
  const part = {
    lines: lines.filter(line => among(it.lines, line.id)).map(({ id, code, short }) => ({ id, code, name: short[it.lang] })),
    goals: goals.filter(goal => among(it.goals, goal.number)).map(({ number, title, colour }) => ({ number, name: title[it.lang], colour })),
  };
  const ends = link => ({ ...link, line: part.lines.find(line => line.id === link.line), goal: part.goals.find(goal => goal.number === link.goal) });
  part.links = links.map(ends).filter(link => link.line && link.goal);
  const about = { title: `${it.title} · #ICT4SDG`, filters: 'none', as_of: asOf, source: it.whole, licence: it.named.common.licence };
  const drawn = picture(part, about, { lang: it.lang, rtl: it.lang === 'ar' });
  const file = ending === 'png' ? await asPng(drawn) : new Blob([asSvg(drawn)], { type: 'image/svg+xml' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: fileName(it, ending) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The same content as text and links. */
async function table(it) {
  const { links } = await data('matrix');
  const at = path => `${location.origin}${base}${it.lang}/${path}`;
  const text = await data(`${it.lang}/text/embed`);
  let head = [text.which_line, text.which_goal, it.named.common.targets];
  let rows;
  if (it.what === 'library' || it.what === 'story') {
    head = [it.named.common.stories];
    const { data: stories } = await data('case-studies/index');
    const fits = story =>
      it.what === 'story' ? story.id === it.story : story.goals.some(goal => among(it.goals, goal)) && story.lines.some(line => among(it.lines, line));
    // A list in the index has the titles as they were first told.
    const named = story => (it.what === 'story' ? [it.title, it.lang] : [story.title, story.lang]);
    rows = stories.filter(fits).map(story => [[named(story)[0], at(`case-studies/${story.id}/`), named(story)[1]]]);
  } else {
    const fits = {
      matrix: link => among(it.goals, link.goal) && among(it.lines, link.line),
      goal: link => String(link.goal) === it.goal,
      line: link => link.line === it.line,
      cell: link => String(link.goal) === it.goal && link.line === it.line,
    }[it.what];
    rows = links.filter(fits).map(link => [
      [it.named.line(link.line), at(`lines/${link.line}/`)],
      [it.named.goal(link.goal), at(`matrix/${link.line}/${link.goal}/`)],
      [[...link.targets, ...(link.whole ? [it.named.common.whole_goal] : [])].join(', ')],
    ]);
  }
  const other = lang => (lang && lang !== it.lang ? ` lang="${lang}"` : '');
  const cell = ([text, href, lang]) => `<td>${href ? `<a href="${escaped(href)}"${other(lang)}>${escaped(text)}</a>` : escaped(text)}</td>`;
  const caption = `<a href="${escaped(it.whole)}">${escaped(it.title)} · #ICT4SDG</a>`;
  return [
    `<table lang="${it.lang}" dir="${it.lang === 'ar' ? 'rtl' : 'ltr'}"><caption>${caption}</caption>`,
    `<tr>${head.map(name => `<th scope="col">${escaped(name)}</th>`).join('')}</tr>`,
    ...rows.map(row => `<tr>${row.map(cell).join('')}</tr>`),
    '</table>',
  ].join('\n');
}

// --- measuring

const WIDTHS = [360, 720, 1080];
const TALLEST = 2400; // what is longer scrolls in its frame until a reader acts there
const FAIR = { matrix: 960, library: 900 }; // what scrolls well inside a page that cannot let the height follow

/** A frame of its own at a width, until it is ready; answers with its height and what it cost. */
function measured(src, width) {
  return new Promise(done => {
    const trial = document.createElement('iframe');
    trial.className = 'visually-hidden';
    trial.setAttribute('aria-hidden', 'true');
    trial.tabIndex = -1;
    trial.width = width;
    trial.style.border = '0';
    trial.style.inlineSize = `${width}px`;
    trial.style.blockSize = '20000px'; // so tall that no bar for scrolling takes some of the width
    const finish = () => {
      const inside = trial.contentDocument;
      const height = Math.ceil(inside?.body?.getBoundingClientRect().height ?? 600);
      const entries = trial.contentWindow.performance;
      const all = [...entries.getEntriesByType('navigation'), ...entries.getEntriesByType('resource')];
      trial.remove();
      done({ height, kb: Math.round(all.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1000), requests: all.length });
    };
    trial.addEventListener('load', () => {
      const root = trial.contentDocument?.documentElement;
      const grows = trial.contentDocument?.getElementById('page-data');
      if (!root || !grows || root.dataset.app) return requestAnimationFrame(finish);
      const watch = new trial.contentWindow.MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(finish));
      });
      watch.observe(root, { attributes: true, attributeFilter: ['data-app'] });
    });
    trial.src = src;
    document.body.append(trial);
  });
}

// --- putting it all together

let turn = 0;
const output = name => page.querySelector(`[data-output=${name}] textarea`);

let said;

async function show(first) {
  said = await data(`${document.documentElement.lang}/text/embed`);
  const mine = ++turn;
  const chosen = choice();
  for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(chosen.what);
  const missing = chosen.what === 'cell' && !linked.has(`${chosen.line}-${chosen.goal}`);
  form.querySelector('.wizard__problem').textContent = missing ? said.no_link : '';
  page.querySelector('.wizard__outputs').hidden = missing;
  if (!first) {
    const names = [...OF[chosen.what], ...USED[chosen.what], 'lang', 'height'];
    const search = query(chosen, ['what', ...new Set(names)]);
    history.replaceState(null, '', `${location.pathname}${search}`);
  }
  if (missing) return;
  const it = await put(chosen);
  if (mine !== turn) return;
  const weight = page.querySelector('.wizard__weight');
  weight.textContent = said.measuring;
  if (frame.src !== it.src) frame.src = it.src;
  page.querySelector('.snippet__files').hidden = it.what !== 'matrix';
  const write = heights => {
    for (const [name, make] of Object.entries(SNIPPETS)) output(name).value = make(it, heights);
    page.querySelector('[data-policy]').textContent = `frame-src ${location.origin};\nscript-src ${location.origin};`;
  };
  // A height that was asked for holds at every width.
  const asked = Number(it.height);
  write({ plain: asked || (FAIR[it.what] ?? 720), by: [] });
  output('table').value = await table(it).catch(() => '');
  const sizes = [];
  for (const width of WIDTHS) {
    if (mine !== turn) return;
    sizes.push([width, await measured(it.src, width)]);
  }
  if (mine !== turn) return;
  const by = sizes.map(([width, { height }]) => [width, Math.min(Math.max(height, 200), TALLEST)]);
  write(asked ? { plain: asked, by: [] } : { plain: Math.min(by.at(-1)[1], FAIR[it.what] ?? 720), by });
  weight.textContent = fill(said.weight, sizes[0][1]);
}

/** Without the data nothing can be put together: the page says so, until a later attempt succeeds. */
async function update(first) {
  try {
    await show(first);
    delete document.documentElement.dataset.app;
  } catch {
    document.documentElement.dataset.app = 'failed';
  }
}

let waiting;
form.addEventListener('input', event => {
  clearTimeout(waiting);
  waiting = setTimeout(update, event.target.type === 'search' ? 400 : 0);
});
form.addEventListener('submit', event => event.preventDefault());

page.querySelector('.wizard__widths').addEventListener('click', ({ target }) => {
  if (!target.dataset.width) return;
  for (const button of page.querySelectorAll('[data-width]')) button.setAttribute('aria-pressed', String(button === target));
  frame.width = target.dataset.width;
  fit();
});

/** What is wider than the page is shown smaller, whole. */
function fit() {
  frame.style.zoom = Math.min(1, frame.parentElement.clientWidth / Number(frame.width));
}

new ResizeObserver(fit).observe(frame.parentElement);

page.querySelector('.wizard__list').addEventListener('click', async ({ target }) => {
  if (target.dataset.file) return download(target.dataset.file);
  if (!('copy' in target.dataset)) return;
  const field = target.closest('[data-output]').querySelector('textarea');
  const answer = page.querySelector('.wizard__answer');
  answer.textContent = '';
  try {
    await navigator.clipboard.writeText(field.value);
    answer.textContent = said.copied;
  } catch {
    field.select();
    answer.textContent = said.copy_failed;
  }
});

restore();
update(true);
