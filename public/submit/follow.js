// What a private link opens: withdraw, correct, or confirm a case study that was sent before.
import { h } from './dom.js';
import { isReference, newReference } from './rules.js';

/** The reference in the address, `null` without a private link, and an empty text where it is broken. */
export function referenceInAddress() {
  const match = /^#story=(.*)$/.exec(location.hash);
  if (!match) return null;
  const reference = decodeURIComponent(match[1]).trim().toLowerCase();
  return isReference(reference) ? reference : '';
}

/** Asks what is wanted. `correct` and `send` do it; `send` gets the record of the wish. */
export function offer(box, reference, text, { correct, send }) {
  box.hidden = false;
  if (!reference) {
    box.replaceChildren(h('h2', null, text.follow_heading), h('p', null, text.follow_bad));
    return;
  }
  const note = h('textarea', { class: 'ask__field', id: 'follow-note', rows: 3, maxlength: 1000 });
  const wish = (name, label) => {
    const button = h('button', { class: 'chip', type: 'button', 'data-wish': name }, label);
    button.addEventListener('click', () =>
      send({ id: newReference(), regards: reference, wish: name, note: note.value.trim(), consent: true, website: '' }));
    return button;
  };
  const anew = h('button', { class: 'chip', type: 'button', 'data-wish': 'correct' }, text.follow_correct);
  anew.addEventListener('click', correct);
  box.replaceChildren(
    h('h2', { tabindex: '-1' }, text.follow_heading),
    h('p', null, text.follow_lead),
    h('label', { class: 'ask__label', for: 'follow-note' }, text.fields.note.label, ' ', h('span', { class: 'quiet' }, `(${text.optional})`)),
    note,
    h('ul', { class: 'plain-list' },
      h('li', null, wish('confirm', text.follow_confirm)),
      h('li', null, anew, ' ', h('span', { class: 'quiet' }, text.follow_correct_hint)),
      h('li', null, wish('withdraw', text.follow_withdraw), ' ', h('span', { class: 'quiet' }, text.follow_withdraw_hint))),
    h('p', { role: 'status', 'data-follow-answer': true }),
  );
}
