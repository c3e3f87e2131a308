// Drafts and receipts, kept on this device alone.
import { createStore, del, get, set, values } from './idb-keyval.js';

/** Where storage is blocked, what is kept lasts as long as the page. */
const fallback = new Map();
let blocked = false;

const stores = {};
const store = name => (stores[name] ??= createStore(`ict4sdg-${name}`, name));

async function attempt(work, instead) {
  if (!blocked) {
    try {
      return await work();
    } catch {
      blocked = true;
    }
  }
  return instead();
}

/** Whether the browser refuses to keep anything. */
export const isBlocked = () => blocked;

/** All drafts, the one that was changed last first. */
export async function all() {
  const kept = await attempt(() => values(store('drafts')), () => [...fallback.values()]);
  return kept.filter(draft => typeof draft?.record?.id === 'string').sort((a, b) => b.saved - a.saved);
}

export const save = draft =>
  attempt(() => set(draft.record.id, draft, store('drafts')), () => fallback.set(draft.record.id, structuredClone(draft)));

export const remove = id => attempt(() => del(id, store('drafts')), () => fallback.delete(id));

/** Keeps what was sent, so that a private link opened on this device finds the answers again. */
export const keepReceipt = receipt => attempt(() => set(receipt.id, receipt, store('receipts')), () => null);

export const receiptOf = id => attempt(() => get(id, store('receipts')), () => undefined);
