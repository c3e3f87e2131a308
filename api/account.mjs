// Accounts of the staff: `account NAME`, `dismiss NAME`, `first NAME` (only while nobody is staff), and `check`, which
// says whether the administrator can log in.
import { randomBytes } from 'node:crypto';
import { ask, must } from './kinto.mjs';

const GROUP = '/buckets/ict4sdg/groups/staff';
const [command, name] = process.argv.slice(2);

/** Puts the members in their new order, unless somebody else changed them meanwhile: then once more. */
async function change(members) {
  for (;;) {
    const { body, headers } = await must('GET', GROUP);
    const answer = await must('PUT', GROUP, { data: { members: members(body.data.members) } }, { 'if-match': headers.get('etag') }, [200, 412]);
    if (answer.status === 200) return;
  }
}

async function give() {
  const password = randomBytes(15).toString('base64url');
  await must('PUT', `/accounts/${name}`, { data: { password } });
  await change(members => [...new Set([...members, `account:${name}`])]);
  console.log(`The account ${name} has the password ${password}\nIt is shown this once.`);
}

async function run() {
  if (command === 'check') {
    const { body } = await must('GET', '/');
    return body.user?.id === 'account:admin';
  }
  if (command === 'first') {
    const { body } = await must('GET', GROUP);
    if (body.data.members.length > 0) return false;
    await give();
    return true;
  }
  // The name stands in an address; `@` and `+` are for those who log in by their mail address.
  if (!/^[a-zA-Z0-9][+.@a-zA-Z0-9_-]*$/.test(name)) throw new Error(`${name} cannot be the name of an account.`);
  if (name === 'admin') throw new Error('The administrator is not staff: the engine keeps its password itself.');
  if (command === 'account') {
    await give();
  } else {
    await change(members => members.filter(member => member !== `account:${name}`));
    const { status } = await ask('DELETE', `/accounts/${name}`);
    console.log(status === 200 ? `The account ${name} is gone.` : `There was no account ${name}.`);
  }
  return true;
}

run().then(
  done => process.exit(done ? 0 : 1),
  problem => {
    console.error(problem.message);
    process.exit(1);
  },
);
