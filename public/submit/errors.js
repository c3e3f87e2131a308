// What is wrong with the answers: beside each field, and in a summary that takes the focus.
import { fill, h } from './dom.js';
import { fault, isAddress, yearFaults } from './rules.js';

/** The field or group an error belongs to, and the name it has for a reader. */
function nameOf(ask) {
  const label = ask.querySelector('.ask__label, .ask__tick span');
  const own = [...label.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('').trim();
  return own || label.textContent.trim();
}

export class Errors {
  constructor(form, fields, words) {
    Object.assign(this, { form, fields, words, box: form.querySelector('[data-errors]') });
  }

  /** Everything that is wrong now: `[ask, message]`, in the order of the form. */
  find() {
    const found = [];
    const add = (ask, [name, values]) => found.push([ask, fill(this.words.text.errors[name], values ?? {})]);
    const ask = name => this.form.querySelector(`[data-ask="${name}"]`);
    for (const control of this.form.querySelectorAll('[data-ask] :is(input, textarea, select)')) {
      const within = control.closest('[data-ask]');
      if (control.disabled || !control.id || control.closest('[hidden], fieldset:disabled') || this.#isEmptyRow(control)) continue;
      const wrong = fault(control);
      if (wrong) add(within, wrong[0] === 'year' ? ['year', { min: this.words.limits.years[0], max: this.words.limits.years[1] }] : wrong);
    }
    const { elements } = this.form;
    for (const [control, wrong] of yearFaults(elements['years.from'], elements['years.to'], this.words.limits.years)) add(control.closest('[data-ask]'), wrong);
    const { countries, scope, type, goals } = this.fields.read();
    if (!countries.length && !scope) add(ask('countries'), ['place']);
    if (!type) add(ask('type'), ['required']);
    if (!goals.length) add(ask('goals'), ['goals_none']);
    if (goals.length > this.words.limits.goals) add(ask('goals'), ['goals_many']);
    this.fields.rows('pictures').forEach((row, at) => {
      const url = elements[`pictures.${at}.url`];
      if (elements[`pictures.${at}.alt`].value.trim() && !isAddress(url.value.trim()) && !this.fields.pictures[at]) add(url.closest('[data-ask]'), ['row']);
    });
    const order = [...this.form.querySelectorAll('[data-ask]')];
    const first = new Map();
    for (const [within, message] of found) if (!first.has(within)) first.set(within, message);
    return [...first].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  }

  /** A row in which nothing was typed is not sent, so nothing in it is wrong. */
  #isEmptyRow(control) {
    const row = control.closest('[data-row]');
    if (!row) return false;
    const at = this.fields.rows(row.closest('[data-rows]').dataset.rows).indexOf(row);
    const typed = [...row.querySelectorAll('input, textarea')].some(input => input.type !== 'file' && input.value.trim());
    return !typed && !(row.closest('[data-rows="pictures"]') && this.fields.pictures[at]);
  }

  /** Shows what is wrong with one field, if anything. */
  mark(ask, message = '') {
    const note = ask.querySelector('.ask__error');
    note.textContent = message;
    ask.classList.toggle('ask--wrong', Boolean(message));
    for (const control of ask.querySelectorAll('input, textarea, select')) {
      if (message) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }

  /** Takes a complaint away as soon as the answer is right. */
  recheck() {
    if (!this.form.querySelector('.ask--wrong')) return;
    const wrong = new Map(this.find());
    for (const ask of this.form.querySelectorAll('.ask--wrong')) this.mark(ask, wrong.get(ask) ?? '');
    if (!this.form.querySelector('.ask--wrong')) this.box.hidden = true;
  }

  /** Shows everything that is wrong; whether all is right. */
  check() {
    const found = this.find();
    for (const ask of this.form.querySelectorAll('.ask--wrong')) this.mark(ask);
    for (const [ask, message] of found) this.mark(ask, message);
    const items = found.map(([ask, message]) => {
      const target = ask.querySelector('legend[id]') ?? ask.querySelector('input, textarea, select');
      const link = h('a', { href: `#${target.id}` }, `${nameOf(ask)}: ${message}`);
      link.addEventListener('click', event => {
        event.preventDefault();
        target.closest('details')?.setAttribute('open', '');
        target.focus();
        target.scrollIntoView({ block: 'center' });
      });
      return h('li', null, link);
    });
    this.box.replaceChildren(h('h2', null, this.words.text.errors_heading), h('ul', null, items));
    this.box.hidden = found.length === 0;
    if (found.length) this.box.focus();
    return found.length === 0;
  }
}
