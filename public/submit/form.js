// The form for members (src/pages/submit.rs): drafts on this device, checks, preview, sending or handing over.
import { download, fill, h } from './dom.js';
import * as drafts from './drafts.js';
import { Errors } from './errors.js';
import { Fields } from './fields.js';
import { offer, referenceInAddress } from './follow.js';
import { handOver, issueOf, mailOf, showReceipt } from './handover.js';
import { drawPoster } from './poster.js';
import { Preview } from './preview.js';
import { count, length, newReference } from './rules.js';
import { Sending, apiOf } from './send.js';
import { storyOf } from './story.js';

const root = document.documentElement;
const page = document.querySelector('.submit');
const form = page.querySelector('form');
const part = name => page.querySelector(`[data-${name}]`);
const [lang, base] = [root.lang, page.dataset.base];

/** A little less than the engine takes in one body. */
const LARGEST = 60_000;
const PAUSE = 400;

let words, text, fields, errors, preview, api;
/** The draft that is open: its record with the reference, its name, when it was saved, whether it is being sent. */
let draft;
let sending;

// --- drafts

const blank = () => ({ record: { id: newReference(), lang }, name: '', claimed: [], saved: 0, sending: false });

/** The draft with what stands in the form now. */
function current() {
  const { id, regards, wish } = draft.record;
  const follows = regards ? { regards, wish } : {};
  return { ...draft, record: { id, ...follows, lang: draft.record.lang ?? lang, ...fields.read() }, claimed: fields.claimed() };
}

const isEmpty = record => !record.title && !record.summary && !record.body && !record.organisation;

async function save() {
  clearTimeout(waiting);
  draft = current();
  if (isEmpty(draft.record) && !draft.saved) return;
  draft.saved = Date.now();
  await drafts.save(draft);
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(draft.saved);
  part('draft').textContent = drafts.isBlocked() ? text.draft_blocked : fill(text.draft_saved, { time });
  await list();
  tabs?.postMessage({ open: draft.record.id });
}

let waiting;
function saveSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(save, PAUSE);
}

const nameOf = one => one.name || one.record.title || text.draft_untitled;

/** The drafts to choose from; the open one is among them even before it is saved. */
async function list() {
  const kept = await drafts.all();
  const all = kept.some(one => one.record.id === draft.record.id) ? kept : [draft, ...kept];
  part('drafts').replaceChildren(...all.map(one => h('option', { value: one.record.id }, nameOf(one).slice(0, 80))));
  part('drafts').value = draft.record.id;
}

async function open(one, note = '') {
  draft = { ...blank(), ...one };
  fields.write(draft.record, draft.claimed);
  part('draft-name').value = draft.name;
  part('draft').textContent = note || (drafts.isBlocked() ? text.draft_blocked : '');
  part('preview').hidden = true;
  part('errors').hidden = true;
  for (const ask of form.querySelectorAll('.ask--wrong')) errors.mark(ask);
  await list();
  tell();
  if (draft.sending && api) send();
}

const ways = {
  async new() {
    await save();
    await open(blank());
    form.elements.title.focus();
  },
  async export() {
    await save();
    download(`draft-${draft.record.id.slice(0, 8)}.json`, `${JSON.stringify({ name: draft.name, claimed: draft.claimed, data: draft.record }, null, 2)}\n`);
  },
  import() {
    part('draft-file').click();
  },
  async delete() {
    if (!confirm(text.draft_delete_sure)) return;
    stop();
    await drafts.remove(draft.record.id);
    const [next] = await drafts.all();
    await open(next ?? blank(), text.draft_deleted);
  },
};

/** Opens a draft, a handed-over file or a receipt from a file. */
async function openFile(file) {
  let read;
  try {
    read = file.size < 4_000_000 ? JSON.parse(await file.text()) : null;
  } catch {
    read = null;
  }
  const record = read?.data;
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    part('draft').textContent = text.draft_bad_file;
    return;
  }
  await save();
  const id = draft.record.regards || isEmpty(draft.record) ? draft.record.id : newReference();
  const follows = draft.record.regards ? { regards: draft.record.regards, wish: 'correct' } : {};
  const { regards, wish, ...rest } = record;
  await open({ record: { ...rest, ...follows, id, lang }, name: String(read.name ?? '').slice(0, 80), claimed: read.claimed, saved: 0 });
  await save();
  part('draft').textContent = text.draft_imported;
}

// --- what is said while somebody types

function tell() {
  fields.claims();
  for (const control of form.querySelectorAll('[data-most]')) {
    const note = control.closest('[data-ask]')?.querySelector('.ask__count');
    if (!note) continue;
    const characters = fill(text.count_characters, { n: length(control.value.trim()), max: control.dataset.most });
    const counted = fill(lang === 'zh' ? text.count_words_zh : text.count_words, { n: count(control.value, lang) });
    note.textContent = control.name === 'summary' ? `${counted} ${characters}` : control.value ? characters : '';
  }
  const { countries, goals, lines } = fields.read();
  const names = countries.map(code => words.countries[code]?.name ?? code).join(words.comma);
  part('countries-chosen').textContent = names ? fill(text.countries_chosen, { names }) : text.nothing_chosen;
  part('goals-chosen').textContent = fill(text.goals_chosen, { n: goals.length });
  const linked = words.goals.filter(goal => words.links[`${lines[0]}-${goal.id}`] && !goals.includes(goal.id)).map(goal => goal.id);
  part('suggestion').textContent = lines[0] && linked.length ? fill(text.suggestion, { goals: linked.join(words.comma) }) : '';
}

/** Keeps a picture from this device, if it is one and small enough. */
async function keepPicture(control) {
  const ask = control.closest('[data-ask]');
  const row = control.closest('[data-row]');
  const at = fields.rows('pictures').indexOf(row);
  const [file] = control.files;
  errors.mark(ask);
  if (!file) return;
  const wrong = !['image/jpeg', 'image/png', 'image/webp'].includes(file.type) ? 'picture_kind' : file.size > words.limits.picture ? 'picture_large' : null;
  if (wrong) {
    control.value = '';
    errors.mark(ask, text.errors[wrong]);
    return;
  }
  const reader = new FileReader();
  await new Promise(resolve => Object.assign(reader, { onload: resolve, onerror: resolve }).readAsDataURL(file));
  fields.pictures[at] = reader.result ?? undefined;
  fields.showPicture(row, fields.pictures[at]);
  saveSoon();
}

// --- preview

function showPreview() {
  const today = new Date().toISOString().slice(0, 10);
  const story = storyOf(current().record, 'preview', today);
  const canvas = h('canvas', { class: 'submit__poster', role: 'img', 'aria-label': text.preview_share });
  drawPoster(canvas, story, { words, lang, place: preview.place(story.countries), years: preview.years(story.years), name: '#ICT4SDG' });
  part('preview').replaceChildren(
    h('h3', null, text.preview_page), h('div', { class: 'submit__frame', 'data-preview-page': true }, preview.page(story)),
    h('h3', null, text.preview_card), h('div', { class: 'submit__card' }, preview.card(story)),
    h('h3', null, text.preview_share), canvas,
  );
  // Nothing in it leads away from the answers.
  for (const link of part('preview').querySelectorAll('a')) link.setAttribute('target', '_blank');
  part('preview').hidden = false;
}

// --- sending and handing over

/** The record as the engine takes it: without pictures that lie on this device only. */
function forEngine(record) {
  const pictures = record.pictures.filter(picture => picture.url).map(({ data, ...picture }) => picture);
  return { ...record, pictures };
}

const say = (message, ...more) => part('answer').replaceChildren(message, ...more);

function sayWaiting(answer) {
  if (answer.is === 'sending') return say(text.sending);
  const again = h('button', { class: 'chip', type: 'button' }, text.send_again);
  again.addEventListener('click', () => sending?.again());
  const waits = answer.is === 'offline' ? text.waiting_network : fill(text.waiting_server, { seconds: answer.seconds });
  say(waits, ' ', again);
}

function stop() {
  sending?.stop();
  sending = undefined;
}

/** Sends the open draft until it has arrived. */
async function send() {
  if (sending) return;
  const record = forEngine(draft.record);
  sending = new Sending(api, record, sayWaiting);
  part('send').disabled = true;
  part('send-stop').hidden = false;
  const { is, reason } = await sending.run();
  sending = undefined;
  part('send').disabled = false;
  part('send-stop').hidden = true;
  if (is === 'arrived') return arrived(record);
  draft.sending = false;
  await drafts.save(draft);
  say({ refused: fill(text.refused, { reason }), large: text.refused_large, kind: text.refused_kind }[is] ?? '');
}

/** The draft goes only after the receipt is there. */
async function arrived(record) {
  await drafts.keepReceipt({ id: record.id, record: draft.record });
  say('');
  showReceipt(part('receipt'), record.regards ?? record.id, draft.record, text, { arrived: true, again: afresh });
  form.hidden = true;
  await drafts.remove(record.id);
}

async function afresh() {
  part('receipt').hidden = true;
  form.hidden = false;
  history.replaceState(null, '', location.pathname);
  await open(blank());
  form.elements.title.focus();
}

/** Checks, and goes on when all is right. */
async function checked() {
  await save();
  if (!errors.check()) return false;
  if (new TextEncoder().encode(JSON.stringify(forEngine(draft.record))).length <= LARGEST) return true;
  say(text.errors.size);
  return false;
}

async function handBy(way) {
  if (!(await checked())) return;
  const { address, tooLong } = way === 'email' ? mailOf(draft.record, words) : way === 'issue' ? issueOf(draft.record, words) : {};
  if (!address) handOver(draft.record);
  else h('a', way === 'issue' ? { href: address, target: '_blank', rel: 'noopener noreferrer' } : { href: address }).click();
  say(tooLong ? text.too_long_for_link : '');
  if (!address) {
    await drafts.keepReceipt({ id: draft.record.id, record: draft.record });
    showReceipt(part('receipt'), draft.record.regards ?? draft.record.id, draft.record, text, { arrived: false, again: afresh });
  }
}

/** Sends a wish about an earlier case study, or hands it over. */
async function sendWish(record) {
  const answer = part('follow-answer');
  if (!api) {
    handOver(record);
    answer.textContent = text.handover_note;
    return;
  }
  const told = ({ is, seconds }) => {
    answer.textContent = is === 'sending' ? text.sending : is === 'offline' ? text.waiting_network : fill(text.waiting_server, { seconds });
  };
  for (const button of part('follow').querySelectorAll('button')) button.disabled = true;
  const { is, reason } = await new Sending(api, record, told).run();
  answer.textContent = is === 'arrived' ? text.receipt_heading : fill(text.refused, { reason: reason ?? is });
  for (const button of part('follow').querySelectorAll('button')) button.disabled = is === 'arrived';
}

async function correct(reference) {
  const known = await drafts.receiptOf(reference);
  await open({ ...blank(), record: { ...(known?.record ?? {}), id: newReference(), lang, regards: reference, wish: 'correct' } });
  form.elements.title.focus();
}

// --- wiring

const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('ict4sdg-drafts') : null;

function listen() {
  form.addEventListener('input', ({ target }) => {
    if (target === part('find-country')) return findCountry(target.value);
    if (target === part('drafts') || target.type === 'file') return;
    if (target === part('draft-name')) draft.name = target.value.trim();
    tell();
    errors.recheck();
    saveSoon();
  });
  form.addEventListener('change', ({ target }) => {
    if (target.type === 'file' && target !== part('draft-file')) keepPicture(target);
  });
  form.addEventListener('focusout', ({ target }) => {
    if (target.closest?.('[data-draft-way]')) return;
    saveSoon();
  });
  part('drafts').addEventListener('change', async ({ target }) => {
    const wanted = target.value;
    await save();
    stop();
    const chosen = (await drafts.all()).find(one => one.record.id === wanted);
    if (chosen) await open(chosen);
  });
  for (const button of form.querySelectorAll('[data-draft-way]')) button.addEventListener('click', () => ways[button.dataset.draftWay]());
  part('draft-file').addEventListener('change', async ({ target }) => {
    if (target.files[0]) await openFile(target.files[0]);
    target.value = '';
  });
  part('preview-show').addEventListener('click', showPreview);
  part('handover').addEventListener('click', () => handBy('file'));
  for (const button of form.querySelectorAll('[data-way]')) button.addEventListener('click', () => handBy(button.dataset.way));
  part('send-stop').addEventListener('click', stop);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!api || sending || !(await checked())) return;
    draft.sending = true;
    await drafts.save(draft);
    send();
  });
  for (const event of ['pagehide', 'visibilitychange']) addEventListener(event, () => draft && !form.hidden && save());
  tabs?.addEventListener('message', ({ data }) => {
    if (data?.open === draft.record.id) part('draft').textContent = text.draft_in_two;
  });
  addEventListener('hashchange', () => lead());
}

/** Shows the countries whose names have what was typed. */
function findCountry(typed) {
  const wanted = typed.trim().toLocaleLowerCase(lang);
  for (const label of form.querySelectorAll('.submit__scroll label')) {
    label.hidden = !label.textContent.toLocaleLowerCase(lang).includes(wanted) && !label.querySelector('input').checked;
  }
}

/** Puts the countries in the order of the language, as its readers look them up. */
function sortCountries() {
  const labels = [...form.querySelectorAll('.submit__scroll label')];
  const { compare } = new Intl.Collator(lang);
  form.querySelector('.submit__scroll').append(...labels.sort((a, b) => compare(a.textContent, b.textContent)));
}

/** A new draft, begun with the cell that a gap of the matrix led here from. */
function begun() {
  const cell = /^([a-z0-9-]+)-(\d+)$/.exec(new URLSearchParams(location.search).get('cell') ?? '');
  return cell ? { ...blank(), record: { ...blank().record, lines: [cell[1]], goals: [Number(cell[2])] } } : blank();
}

/** What a private link leads to. */
function lead() {
  const reference = referenceInAddress();
  if (reference !== null) offer(part('follow'), reference, text, { correct: () => correct(reference), send: sendWish });
}

/** Shows the ways of sending that this site has. */
function offerWays() {
  const direct = Boolean(api);
  part('send').hidden = part('send-hint').hidden = !direct;
  part('others-name').textContent = direct ? text.other_ways : text.no_api;
  page.querySelector('[data-way-of="email"]').hidden = !words.contact;
  page.querySelector('[data-way-of="issue"]').hidden = !words.repository;
}

async function start() {
  const asked = await fetch(`${base}library/${lang}/form.json`);
  if (!asked.ok) throw new Error(`form.json: ${asked.status}`);
  words = await asked.json();
  ({ text } = words);
  fields = new Fields(form, words);
  errors = new Errors(form, fields, words);
  preview = new Preview(words, { base, lang });
  api = await apiOf(base);
  offerWays();
  listen();
  sortCountries();
  const [last] = await drafts.all();
  await open(location.search || !last ? begun() : last);
  lead();
  root.dataset.app = 'ready';
}

start().catch(error => {
  console.error(error);
  root.dataset.app = 'failed';
});
