// Ways to hand a case study over where there is no API, and the receipt.
import { download, fill, h } from './dom.js';

/** What most programs take of an address. */
const LONGEST_MAIL = 1_900;
const LONGEST_ISSUE = 7_500;

/** The reference as people say it to each other: the private link is made of the whole one. */
export const shortReference = id => id.slice(0, 8).toUpperCase();

/** The private link; what follows `#` never leaves the device by itself. */
export const privateLink = id => `${location.origin}${location.pathname}#story=${id}`;

/** Hands over the checked file with all answers, pictures included. */
export function handOver(record) {
  download(`case-study-${shortReference(record.id).toLowerCase()}.json`, `${JSON.stringify({ data: record }, null, 2)}\n`);
}

/** The answers as a text for people. */
function asText(record, words) {
  const { fields } = words.text;
  const line = (label, value) => (value ? `${label}: ${value}` : null);
  return [
    line(fields.title.label, record.title),
    line(fields.organisation.label, record.organisation),
    line(fields.countries.label, (record.countries ?? []).map(code => words.countries[code]?.name ?? code).join(words.comma)),
    line(fields.from.label, record.years?.from),
    line(fields.lines.label, (record.lines ?? []).join(', ')),
    line(fields.goals.label, (record.goals ?? []).join(', ')),
    line(fields.summary.label, record.summary),
    ...(record.evidence ?? []).map(one => line(fill(fields.evidence.label, { n: one.goal }), one.text)),
    line(fields.body.label, record.body),
    ...(record.results ?? []).map(one => line(words.text.results, `${one.figure} ${one.what}, ${one.date}, ${one.source}`)),
    ...(record.links ?? []).map(one => line(words.text.links, one.url)),
    line(fields.note.label, record.note),
  ].filter(Boolean).join('\n\n');
}

/** The address that opens a mail with the answers; with the reference alone where they are too long for it. */
export function mailOf(record, words) {
  const subject = encodeURIComponent(fill(words.text.email_subject, { title: record.title ?? '' }).slice(0, 150));
  const of = body => `mailto:${words.contact}?subject=${subject}&body=${encodeURIComponent(body)}`;
  const reference = fill(words.text.receipt_handed, { reference: shortReference(record.id) });
  const whole = of(`${asText(record, words)}\n\n${reference}`);
  return whole.length > LONGEST_MAIL ? { address: of(reference), tooLong: true } : { address: whole, tooLong: false };
}

/** The address that opens an issue with the answers as JSON, without the contact and without pictures of this device. */
export function issueOf(record, words) {
  const { contact_name, contact_email, website, ...open } = record;
  const pictures = (open.pictures ?? []).filter(picture => picture.url).map(({ data, ...picture }) => picture);
  const title = encodeURIComponent(fill(words.text.email_subject, { title: record.title ?? '' }).slice(0, 150));
  const of = body => `${words.repository}/issues/new?title=${title}&body=${encodeURIComponent(body)}`;
  const whole = of(`\`\`\`json\n${JSON.stringify({ ...open, pictures }, null, 1)}\n\`\`\`\n`);
  return whole.length > LONGEST_ISSUE ? { address: of(words.text.too_long_for_link), tooLong: true } : { address: whole, tooLong: false };
}

/** Shows the receipt and moves the focus to it. */
export function showReceipt(box, id, record, text, { arrived, again }) {
  const link = privateLink(id);
  const reference = shortReference(id);
  const said = h('p', { role: 'status' });
  const field = h('input', { class: 'ask__field', readonly: true, value: link, dir: 'ltr', 'aria-label': text.receipt_copy });
  const copy = h('button', { class: 'chip', type: 'button' }, text.receipt_copy);
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = text.copied;
    } catch {
      field.select();
      said.textContent = text.copy_failed;
    }
  });
  const file = h('button', { class: 'chip', type: 'button' }, text.receipt_file);
  file.addEventListener('click', () => download(`receipt-${reference.toLowerCase()}.json`, `${JSON.stringify({ reference, link, data: record }, null, 2)}\n`));
  const other = h('button', { class: 'chip', type: 'button' }, text.receipt_new);
  other.addEventListener('click', again);
  box.replaceChildren(
    h('h2', null, arrived ? text.receipt_heading : text.handover),
    h('p', { 'data-reference': reference }, fill(arrived ? text.receipt : text.receipt_handed, { reference })),
    h('p', null, text.receipt_keep), field, h('p', { class: 'submit__ways' }, copy, file, other), said,
  );
  box.hidden = false;
  box.focus();
  box.scrollIntoView({ block: 'start' });
}
