// A real engine for a test: started through api/engine.sh under a name and ports of its own, and erased at the end.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const COLLECTIONS = '/v1/buckets/ict4sdg/collections';
export const SUBMISSIONS = `${COLLECTIONS}/submissions/records`;
export const STORIES = `${COLLECTIONS}/case-studies/records`;

const run = promisify(execFile);
const RAISED = {
  API_SUBMIT_RATE: '1000r/s', API_SUBMIT_BURST: '5000', API_SUBMIT_ALL_RATE: '1000r/s', API_SUBMIT_ALL_BURST: '5000',
  API_READ_RATE: '1000r/s', API_READ_BURST: '5000', API_STAFF_RATE: '1000r/s', API_STAFF_BURST: '5000', API_STAFF_CONN: '100',
};

/** Starts an engine; `shipped` keeps the limits as they are delivered. */
export async function open(name, port, { shipped = false } = {}) {
  const engine = new Engine(`test-${name}`, port, shipped ? {} : RAISED);
  // What an interrupted test left behind.
  await engine.command('erase', engine.name);
  try {
    const said = await engine.command('start');
    engine.login('staff', said.match(/account staff has the password (\S+)/)[1]);
    return engine;
  } catch (problem) {
    await engine.close();
    throw problem;
  }
}

class Engine {
  constructor(name, port, limits) {
    Object.assign(this, { name, port, limits });
    this.state = `${ROOT}.api/${name}`;
    this.public = `http://127.0.0.1:${port}`;
    this.staff = `http://127.0.0.1:${port + 1}`;
  }

  login(user, password) {
    this.authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  /** Runs `engine.sh`, answers what it printed, and throws with what it complained about. */
  async command(...words) {
    const env = { ...process.env, ...this.limits, API_NAME: this.name, API_PORT: String(this.port) };
    const { stdout } = await run(`${ROOT}api/engine.sh`, words, { env, maxBuffer: 1e8 });
    return stdout;
  }

  close() {
    return this.command('erase', this.name);
  }

  /** As the form sends it. */
  submit(data, { headers = {}, ...others } = {}) {
    const body = JSON.stringify({ data, ...others });
    return ask(`${this.public}${SUBMISSIONS}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  }

  /** As the page of the staff asks. */
  asStaff(method, path, content, headers = {}) {
    return ask(this.staff + path, {
      method,
      headers: { authorization: this.authorization, 'content-type': 'application/json', ...headers },
      body: content === undefined ? undefined : JSON.stringify(content),
    });
  }

  /** All records of a collection, page by page. */
  async all(records) {
    const found = [];
    for (let query = '?_limit=200'; query !== undefined; ) {
      const { status, body, headers } = await this.asStaff('GET', records + query);
      if (status !== 200) throw new Error(`the list was answered ${status}`);
      found.push(...body.data);
      const next = headers.get('next-page');
      query = next ? new URL(next).search : undefined;
    }
    return found;
  }

  /** A request as it is written: `fetch` would tidy the path, and sends a body in one piece. */
  raw(method, path, { headers = {}, pieces = [] } = {}) {
    return new Promise((done, failed) => {
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers }, answer => {
        let text = '';
        answer.setEncoding('utf8').on('data', part => (text += part)).on('end', () => done({ status: answer.statusCode, text }));
      });
      sent.on('error', failed);
      for (const piece of pieces) sent.write(piece);
      sent.end();
    });
  }
}

/** One request; the body is read as JSON where it is. */
export async function ask(address, options) {
  const answer = await fetch(address, options);
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return { status: answer.status, headers: answer.headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined };
}

/** What the form sends, complete and valid; `changes` replaces fields. */
export function submission(changes = {}) {
  return {
    id: randomUUID(),
    lang: 'en',
    title: 'Tablets for rural schools',
    summary: 'A programme brought tablets and a connection to the schools of three counties, and taught their teachers to use them in lessons.',
    body: 'It began in three counties.\n\nTeachers were trained for two weeks; after a year nearly all schools used the tablets every day.',
    results: [{ figure: '65,000', what: 'pupils reached', date: '2019', source: 'https://example.org/report' }],
    organisation: 'Ministry of Education',
    type: 'government',
    countries: ['KE'],
    years: { from: 2019, to: 2021, about: true },
    lines: ['c2', 'c7-eagr'],
    goals: [9, 4],
    targets: ['9.c'],
    evidence: [{ goal: 9, text: 'Schools without any connection now have one.' }],
    links: [{ url: 'https://example.org/tablets', text: 'The programme' }],
    pictures: [{ url: 'https://example.org/class.jpg', alt: 'Pupils with tablets', caption: 'A lesson in Kenya' }],
    contact_name: 'Test Sender',
    contact_email: 'sender@example.org',
    consent: true,
    website: '',
    ...changes,
  };
}
