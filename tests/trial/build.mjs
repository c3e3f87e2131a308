// Builds a site of its own for the journeys, into target/trial: the content of the site, and beside it made-up case
// studies that have everything one can have, told as nobody should. It is never shipped.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const OUT = 'target/trial';
const [data, dist, work] = ['data', 'dist', 'work'].map(name => `${OUT}/${name}`);
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
const put = (folder, name, value) => writeFileSync(`${data}/${folder}/${name}.json`, JSON.stringify(value));

rmSync(OUT, { recursive: true, force: true });
for (const folder of [dist, work]) mkdirSync(folder, { recursive: true });
cpSync('public', dist, { recursive: true });
cpSync('public/data', data, { recursive: true });
cpSync('target/site/places.json', `${work}/places.json`);
cpSync('dist/submit', `${dist}/submit`, { recursive: true });
for (const name of readdirSync('dist').filter(name => name.startsWith('site-'))) cpSync(`dist/${name}`, `${dist}/${name}`);

const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
const like = JSON.parse(readFileSync('public/data/case-studies/plan-ceibal.json', 'utf8')).data;
mkdirSync(`${data}/case-studies/images`);
cpSync('tests/trial/trial.jpg', `${data}/case-studies/images/trial.jpg`);
put('case-studies', 'trial-everything', {
  data: {
    ...like,
    id: 'trial-everything',
    title: `Trial ${HOSTILE} 🙂`,
    summary: `${HOSTILE} ${'x'.repeat(300)}`,
    translations: {},
    organisation: HOSTILE,
    body: [
      { type: 'paragraph', text: `A made-up paragraph. ${HOSTILE}` },
      { type: 'heading', text: 'A made-up heading' },
      { type: 'list', items: ['One', HOSTILE] },
      { type: 'quotation', text: `Made up. ${HOSTILE}`, by: 'Nobody' },
      { type: 'figure', image: 'trial.jpg', alt: 'Clouds of red and blue', caption: 'A made-up picture' },
      { type: 'link', url: 'https://trial.example/', text: 'A made-up link' },
      { type: 'video', url: 'https://video.example/1', title: 'A made-up film', transcript: 'https://video.example/1.txt' },
    ],
    results: [{ figure: '1,234', what: { en: 'made-up things' }, date: '2020', source: like.sources[0] }],
  },
});

// A case study as a member told it, taken over by the command for it: the preview of the form must look the same.
const sent = JSON.parse(readFileSync('tests/submissions/case.json', 'utf8'));
sent.data.pictures = [];
writeFileSync(`${work}/sent.json`, JSON.stringify(sent));
run('target/debug/site', 'import-submission', `${work}/sent.json`, '--data', data);

// The matrix has changed since its last kept version.
const reasons = JSON.parse(readFileSync(`${data}/en/matrix.json`, 'utf8'));
reasons.rationales['c2-9'] = 'A made-up reason.';
put('en', 'matrix', reasons);

run('node', 'scripts/pictures.mjs', data, work);
cpSync(data, `${dist}/data`, { recursive: true });
run('target/debug/site', 'render', '--data', data, '--dist', dist, '--work', work);
run('node', 'scripts/search.mjs', dist, work);
cpSync(`${work}/pictures`, `${dist}/pictures`, { recursive: true });
