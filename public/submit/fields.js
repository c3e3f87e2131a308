// The form as a record, and a record as the form: rows that are added, a claim for each goal that is chosen.
import { fill, h, picture } from './dom.js';

/** Names the controls of a part for their place, and ties labels and descriptions to them. */
function place(part, prefix) {
  for (const ask of part.querySelectorAll('[data-ask]')) {
    const name = `${prefix}.${ask.dataset.ask}`;
    const control = ask.querySelector('input, textarea, select');
    control.name = name;
    control.id = `f-${name}`;
    for (const label of ask.querySelectorAll('label')) label.htmlFor = control.id;
    for (const end of ['hint', 'count', 'error']) {
      const note = ask.querySelector(`.ask__${end}`);
      if (note) note.id = `f-${name}-${end}`;
    }
    control.setAttribute('aria-describedby', ['hint', 'count', 'error'].map(end => `f-${name}-${end}`).join(' '));
  }
}

export class Fields {
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.pictures = []; // data of pictures from this device, by row
    for (const box of form.querySelectorAll('[data-rows]')) {
      box.querySelector('[data-add]').addEventListener('click', () => {
        const row = this.addRow(box.dataset.rows);
        row?.querySelector('input').focus();
        form.dispatchEvent(new Event('input', { bubbles: true }));
      });
      box.addEventListener('click', event => {
        const row = event.target.closest('[data-remove]')?.closest('[data-row]');
        if (row) this.removeRow(box, row);
      });
    }
  }

  value(name) {
    return this.form.elements[name]?.value ?? '';
  }

  checked(name) {
    return [...this.form.querySelectorAll(`input[name="${name}"]:checked`)].map(input => input.value);
  }

  box(name) {
    return this.form.querySelector(`[data-rows="${name}"]`);
  }

  rows(name) {
    return [...this.box(name).querySelectorAll('[data-row]')];
  }

  /** Adds a row, unless there are as many as allowed. */
  addRow(name) {
    const box = this.box(name);
    if (this.rows(name).length >= this.words.limits.rows[name]) return null;
    box.querySelector('[data-rows-list]').append(box.querySelector('template').content.cloneNode(true));
    this.number(name);
    return this.rows(name).at(-1);
  }

  removeRow(box, row) {
    const name = box.dataset.rows;
    if (name === 'pictures') this.pictures.splice(this.rows(name).indexOf(row), 1);
    row.remove();
    this.number(name);
    box.querySelector('[data-add]').focus();
    this.form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  number(name) {
    this.rows(name).forEach((row, at) => place(row, `${name}.${at}`));
    const full = this.rows(name).length >= this.words.limits.rows[name];
    this.box(name).querySelector('[data-add]').disabled = full;
  }

  /** Goals that are chosen, in the order of their numbers. */
  goals() {
    return this.checked('goals').map(Number);
  }

  /** The main action line first; it is empty until it is chosen. */
  lines() {
    const main = this.value('lines');
    return [main, ...this.checked('more_lines').filter(line => line !== main)];
  }

  /** A claim for each goal that is chosen; what is typed in others is kept until the page is left. */
  claims() {
    const box = this.form.querySelector('[data-claims]');
    const chosen = this.goals();
    for (const goal of chosen) {
      if (!box.querySelector(`[data-claim-of="${goal}"]`)) box.append(this.claim(goal));
    }
    const all = [...box.children].sort((a, b) => Number(a.dataset.claimOf) - Number(b.dataset.claimOf));
    const [main] = this.lines();
    for (const claim of all) {
      box.append(claim);
      const goal = Number(claim.dataset.claimOf);
      claim.hidden = claim.disabled = !chosen.includes(goal);
      this.compare(claim, main, goal);
    }
  }

  claim(goal) {
    const { words } = this;
    const claim = this.form.querySelector('template[data-claim]').content.firstElementChild.cloneNode(true);
    claim.dataset.claimOf = claim.dataset.goal = goal;
    const { title } = words.goals.find(other => other.id === goal);
    claim.querySelector('legend').append(h('span', { class: 'tile', 'data-goal': goal, 'aria-hidden': 'true' }, String(goal)), ` ${title}`);
    for (const label of claim.querySelectorAll('label, summary')) {
      for (const node of [label, ...label.querySelectorAll('span')]) {
        for (const text of node.childNodes) if (text.nodeType === 3) text.data = fill(text.data, { n: goal });
      }
    }
    const targets = claim.querySelector('[data-targets]');
    for (const { code, gist, lang } of words.targets.filter(target => target.goal === goal)) {
      const name = h('bdi', { class: 'code', dir: 'ltr', translate: 'no' }, code);
      targets.append(
        h('label', { class: 'ask__tick' }, h('input', { type: 'checkbox', name: 'targets', value: code }),
          h('span', null, name, ' ', h('span', { lang }, gist), h('span', { class: 'basis', hidden: true }, words.text.named_in_matrix))),
      );
    }
    place(claim, String(goal));
    return claim;
  }

  /** Says whether the matrix links the main action line with the goal, and marks the targets it names. */
  compare(claim, main, goal) {
    const { text, links } = this.words;
    const named = links[`${main}-${goal}`];
    const outside = claim.querySelector('[data-ask="outside"]');
    claim.querySelector('[data-in-matrix]').textContent = !main ? '' : named ? text.in_matrix : fill(text.not_in_matrix, { n: goal });
    outside.hidden = !main || Boolean(named);
    outside.querySelector('input').disabled = outside.hidden;
    for (const tick of claim.querySelectorAll('input[name="targets"]')) {
      tick.parentElement.querySelector('.basis').hidden = !named?.includes(tick.value);
    }
  }

  /** What is typed and chosen, as a record; what is missing is empty. */
  read() {
    const number = name => (this.value(name) ? { [name.split('.')[1]]: Number(this.value(name)) } : {});
    const row = name => this.rows(name).map((_, at) => field => this.value(`${name}.${at}.${field}`).trim());
    const goals = this.goals();
    const countries = this.checked('countries');
    const scope = this.checked('scope').length > 0;
    return {
      title: this.value('title').trim(),
      summary: this.value('summary').trim(),
      body: this.value('body').trim(),
      results: row('results').map(of => ({ figure: of('figure'), what: of('what'), date: of('date'), source: of('source') })).filter(isAnything),
      organisation: this.value('organisation').trim(),
      type: this.value('type'),
      countries: scope ? [] : countries,
      ...(scope ? { scope: 'global' } : {}),
      years: { ...number('years.from'), ...number('years.to'), ...(this.checked('years.about').length ? { about: true } : {}) },
      lines: this.lines(),
      goals,
      targets: goals.flatMap(goal => this.checked('targets').filter(code => code.split('.')[0] === String(goal))),
      evidence: goals.map(goal => ({ goal, text: this.value(`${goal}.evidence`).trim() })),
      links: row('links').map(of => ({ url: of('url'), ...(of('text') ? { text: of('text') } : {}) })).filter(isAnything),
      pictures: row('pictures')
        .map((of, at) => ({ ...(of('url') ? { url: of('url') } : {}), ...(this.pictures[at] ? { data: this.pictures[at] } : {}), alt: of('alt'), caption: of('caption') }))
        .filter(isAnything),
      note: this.value('note').trim(),
      contact_name: this.value('contact_name').trim(),
      contact_email: this.value('contact_email').trim(),
      consent: this.checked('consent').length > 0,
      website: this.value('website'),
    };
  }

  /** Goals outside the matrix that are claimed all the same. */
  claimed() {
    return this.goals().filter(goal => this.form.elements[`${goal}.outside`]?.checked);
  }

  /** Puts a record into the form. Whatever in it is not as it should be is left out. */
  write(record, claimed = []) {
    const { form } = this;
    form.reset();
    const text = value => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
    const list = value => (Array.isArray(value) ? value.filter(item => item !== null && item !== undefined) : []);
    const put = (name, value) => form.elements[name] && 'value' in form.elements[name] && (form.elements[name].value = text(value));
    const tick = (name, chosen) => {
      for (const input of form.querySelectorAll(`input[name="${name}"]`)) input.checked = chosen.includes(input.value);
    };
    for (const name of ['title', 'summary', 'body', 'organisation', 'type', 'note', 'contact_name', 'contact_email', 'website']) put(name, record[name]);
    put('years.from', record.years?.from);
    put('years.to', record.years?.to);
    tick('years.about', record.years?.about === true ? ['true'] : []);
    tick('consent', record.consent === true ? ['true'] : []);
    tick('countries', list(record.countries).map(text));
    tick('scope', [text(record.scope)]);
    const lines = list(record.lines).map(text);
    put('lines', lines[0]);
    tick('more_lines', lines.slice(1));
    tick('goals', list(record.goals).map(text));
    this.pictures = list(record.pictures).map(picture => (/^data:image\/(jpeg|png|webp);base64,/.test(picture.data) ? picture.data : undefined));
    for (const name of ['results', 'links', 'pictures']) {
      for (const row of this.rows(name)) row.remove();
      list(record[name]).forEach((values, at) => {
        if (!this.addRow(name)) return;
        for (const [field, value] of Object.entries(values)) if (field !== 'data') put(`${name}.${at}.${field}`, value);
      });
      this.number(name);
    }
    this.rows('pictures').forEach((row, at) => this.showPicture(row, this.pictures[at]));
    form.querySelector('[data-claims]').replaceChildren();
    this.claims();
    tick('targets', list(record.targets).map(text));
    for (const one of list(record.evidence)) put(`${text(one.goal)}.evidence`, one.text);
    for (const goal of list(claimed)) if (form.elements[`${goal}.outside`]) form.elements[`${goal}.outside`].checked = true;
  }

  /** Shows the picture of a row that comes from this device. */
  showPicture(row, data) {
    row.querySelector('[data-kept]').replaceChildren(...(data ? [picture(data, row.querySelector('[name$=".alt"]').value)] : []));
  }
}

/** Whether anything was typed into a row. */
const isAnything = row => Object.values(row).some(Boolean);
