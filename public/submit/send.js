// Sending to the API, until it is certain that it arrived. The same reference goes with every attempt: what has arrived
// already is answered with 401, which is as good as 201.

/** The address of the API of this site, or nothing: `config.json` may name a path of this origin or a whole address. */
export async function apiOf(base) {
  try {
    const answer = await fetch(`${base}config.json`, { cache: 'no-cache' });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return null;
    const { api } = await answer.json();
    if (typeof api !== 'string' || !/^(\/|https:\/\/)[^\s]*\/$/.test(api) || api.startsWith('//')) return null;
    return new URL(api, location.origin).href;
  } catch {
    return null;
  }
}

const QUEUE = 'buckets/ict4sdg/collections/submissions/records';
const PATIENCE = 30_000;
const LONGEST_PAUSE = 300;

/**
 * Asks once. The answer: `arrived`; `wait` with seconds, if the other side says when; `offline`; `refused` with a reason;
 * `large`; `kind`.
 */
export async function attempt(api, record) {
  let answer;
  try {
    answer = await fetch(`${api}${QUEUE}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: record }),
      signal: AbortSignal.timeout(PATIENCE),
      credentials: 'omit',
    });
  } catch {
    return { is: 'offline' };
  }
  const isJson = answer.headers.get('content-type')?.includes('json');
  const body = isJson ? await answer.json().catch(() => null) : null;
  switch (answer.status) {
    // A page in between, such as that of a hotel, says 200 as well.
    case 200:
    case 201:
      return body?.data?.id === record.id ? { is: 'arrived' } : { is: 'offline' };
    case 401:
      return { is: 'arrived' };
    case 400:
      return { is: 'refused', reason: reasonOf(body) };
    case 413:
      return { is: 'large' };
    case 415:
      return { is: 'kind' };
    case 409:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504: {
      const asked = Number(answer.headers.get('retry-after'));
      return { is: 'wait', seconds: asked > 0 ? Math.min(asked, LONGEST_PAUSE) : undefined };
    }
    default:
      return { is: 'refused', reason: `HTTP ${answer.status}` };
  }
}

function reasonOf(body) {
  const detail = body?.details?.[0];
  const reason = [detail?.name, detail?.description].filter(part => part !== null && part !== undefined && part !== '').join(': ');
  return (reason || body?.message || 'HTTP 400').slice(0, 300);
}

/** Sends a record until it has arrived, is refused, or is stopped; says meanwhile what it waits for. */
export class Sending {
  #stopped = false;
  #wake = () => {};

  constructor(api, record, say) {
    Object.assign(this, { api, record, say });
  }

  stop() {
    this.#stopped = true;
    this.#wake();
  }

  /** Tries at once instead of waiting. */
  again() {
    this.#wake();
  }

  /** How it ended: as `attempt`, or `stopped`. */
  async run() {
    for (let round = 0; !this.#stopped; round += 1) {
      this.say({ is: 'sending' });
      const answer = await attempt(this.api, this.record);
      if (answer.is !== 'wait' && answer.is !== 'offline') return answer;
      const seconds = answer.seconds ?? Math.min(5 * 2 ** round, 60);
      if (this.#stopped) break;
      this.say({ ...answer, seconds });
      await this.#pause(seconds);
    }
    return { is: 'stopped' };
  }

  /** Waits so long; shorter when the connection comes back or somebody is impatient. */
  #pause(seconds) {
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer);
        removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, seconds * 1000);
      addEventListener('online', done);
      this.#wake = done;
    });
  }
}
