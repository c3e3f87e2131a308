// Talks to Kinto as the administrator, straight to its port. engine.sh gives the address and the password.
const { KINTO, ADMIN_PASSWORD } = process.env;
if (!KINTO || !ADMIN_PASSWORD) {
  console.error('KINTO and ADMIN_PASSWORD are not set: call this through api/engine.sh.');
  process.exit(1);
}
const AUTHORIZATION = `Basic ${Buffer.from(`admin:${ADMIN_PASSWORD}`).toString('base64')}`;
const TRIES = 12;

/**
 * One request; answers `{ status, body, headers }`. Conflicts of two writers and a database that is away pass by
 * themselves: those are tried again.
 */
export async function ask(method, path, content, headers = {}) {
  for (let left = TRIES; ; left--) {
    const answer = await fetch(KINTO + path, {
      method,
      headers: { authorization: AUTHORIZATION, 'content-type': 'application/json', ...headers },
      body: content === undefined ? undefined : JSON.stringify(content),
    });
    if ([409, 503].includes(answer.status) && left > 0) {
      await answer.arrayBuffer();
      await new Promise(done => setTimeout(done, 500));
      continue;
    }
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
  }
}

/** As `ask`, for what must succeed: one of the given statuses, else an error with Kinto's reason. */
export async function must(method, path, content, headers, statuses = [200, 201]) {
  const answer = await ask(method, path, content, headers);
  if (!statuses.includes(answer.status)) {
    throw new Error(`${method} ${path}: ${answer.status} ${answer.body?.message ?? ''}`);
  }
  return answer;
}
