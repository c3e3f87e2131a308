// What has changed in the API since this site was built. Whatever the other side answers, the site as it was built stands.
import { apiOf } from './send.js';

const STORIES = 'buckets/ict4sdg/collections/case-studies/records';
const PATIENCE = 10_000;
const MOST_PAGES = 20;
const LARGEST = 5_000_000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A page of JSON from the API, and what follows it; throws for everything else. */
async function page(address, signal) {
  const answer = await fetch(address, { signal, credentials: 'omit' });
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) throw new Error(`${answer.status} ${address}`);
  const text = await answer.text();
  if (text.length > LARGEST) throw new Error(`${text.length} characters from ${address}`);
  const { data } = JSON.parse(text);
  if (!Array.isArray(data)) throw new Error(`no list from ${address}`);
  // Only the query of the next page counts: its host is the other side's opinion.
  const next = answer.headers.get('next-page')?.split('?')[1];
  return { data, next };
}

const isText = value => typeof value === 'string' && value !== '';
const isList = (value, is) => Array.isArray(value) && value.every(is);

/** Whether a record can be shown. */
function isSound(record) {
  const years = record.years ?? {};
  return (
    SLUG.test(record.id) && isText(record.title) && isText(record.summary) && isText(record.organisation) && isText(record.lang) &&
    isText(record.confirmed) && isList(record.lines, isText) && isList(record.goals, Number.isInteger) && isList(record.countries, isText) &&
    Number.isInteger(years.from)
  );
}

/**
 * New and changed case studies and the ids of withdrawn ones, or nothing when this site has no API. Throws when the API
 * cannot be read. `since` finds out the moment, if there is an API.
 */
export async function changesSince(base, since) {
  const api = await apiOf(base);
  if (!api) return null;
  const signal = AbortSignal.timeout(PATIENCE);
  const [records, withdrawn] = [new Map(), new Map()];
  let next = `_since=${(await since()) || 0}&_limit=500`;
  const asked = new Set();
  while (next && !asked.has(next) && asked.size < MOST_PAGES) {
    asked.add(next);
    const { data, next: following } = await page(`${api}${STORIES}?${next}`, signal);
    for (const record of data) {
      if (record?.deleted === true && SLUG.test(record.id)) withdrawn.set(record.id, record.last_modified);
      else if (isSound(record ?? {})) records.set(record.id, record);
      else console.warn('A case study of the API cannot be shown:', record?.id);
    }
    next = following;
  }
  for (const id of withdrawn.keys()) records.delete(id);
  return { records, withdrawn };
}
