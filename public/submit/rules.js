// What is counted and checked in an answer. The engine checks the same by its schema, made from src/domain/submission.rs.

/** Control characters, and those that turn the direction of a text or hide in it. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ADDRESS = /^https?:\/\/[^\s"<>\\`@/?#]+\.[^\s"<>\\`]+$/;
const EMAIL = /^[^@\s]{1,64}@[^@\s]{1,190}$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Characters as the engine counts them: a sign of two code units is one. */
export const length = text => [...text].length;

export const isAddress = text => ADDRESS.test(text) && text.length <= 2000;

/** Words of a text in a language; characters that are no white space in Chinese, as the WSIS Prizes count. */
export function count(text, lang) {
  if (lang === 'zh') return length(text.replace(/\s/gu, ''));
  if (!Intl.Segmenter) return text.split(/\s+/).filter(Boolean).length;
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].filter(part => part.isWordLike).length;
}

/** What is wrong with the answer in a control: the name of a message and its values, or nothing. */
export function fault(control) {
  const value = control.value.trim();
  const [least, most] = [Number(control.dataset.least ?? 0), Number(control.dataset.most ?? Infinity)];
  const required = control.getAttribute('aria-required') === 'true';
  if (control.type === 'checkbox') return required && !control.checked ? [control.name === 'consent' ? 'consent' : 'claim'] : null;
  if (control.validity?.badInput) return ['year', {}];
  if (!value) return required ? ['required'] : null;
  if (UNSEEN.test(value)) return ['unseen'];
  if (length(value) < least) return ['short', { min: least }];
  if (length(value) > most) return ['long', { max: most }];
  if (control.type === 'url' && !isAddress(value)) return ['address'];
  if (control.type === 'email' && !EMAIL.test(value)) return ['email'];
  if (control.name.endsWith('.date') && !DATE.test(value)) return ['year', {}];
  return null;
}

/** What is wrong with the years: control and message. */
export function yearFaults(from, to, [first, last]) {
  const within = value => Number.isInteger(Number(value)) && Number(value) >= first && Number(value) <= last;
  const range = { min: first, max: last };
  for (const control of [from, to]) {
    if (control.value && !within(control.value)) return [[control, ['year', range]]];
  }
  return to.value && from.value && Number(to.value) < Number(from.value) ? [[to, ['order']]] : [];
}

/** A reference that a private link may carry. */
export const isReference = text => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);

/** A new reference; also where the page does not come by TLS, and `randomUUID` is missing. */
export function newReference() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
