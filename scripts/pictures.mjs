// Makes the pictures of case studies small: three widths, AVIF and WebP, into pictures/ among what builds keep, and lists
// them in pictures.json there. A picture that has not changed is taken from the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import sharp from 'sharp';

const [data = 'public/data', work = 'target/site'] = process.argv.slice(2);
const FROM = `${data}/case-studies/images`;
const TO = `${work}/pictures`;
const WIDTHS = [480, 960, 1440];

mkdirSync(TO, { recursive: true });
const list = {};
for (const name of existsSync(FROM) ? readdirSync(FROM) : []) {
  const authored = readFileSync(`${FROM}/${name}`);
  const hash = createHash('sha256').update(authored).digest('hex').slice(0, 10);
  const stem = `${basename(name, extname(name))}-${hash}`;
  const picture = sharp(authored).rotate();
  const { width, height, orientation } = await picture.metadata();
  const [wide, high] = orientation >= 5 ? [height, width] : [width, height];
  const widths = [...new Set(WIDTHS.map(each => Math.min(each, wide)))];
  for (const each of widths) {
    for (const [kind, options] of [['avif', { quality: 50 }], ['webp', { quality: 72 }]]) {
      const file = `${TO}/${stem}-${each}.${kind}`;
      if (!existsSync(file)) await picture.clone().resize(each).toFormat(kind, options).toFile(file);
    }
  }
  const largest = widths.at(-1);
  const bytes = statSync(`${TO}/${stem}-${largest}.avif`).size;
  list[name] = { stem, widths, height: Math.round((high * largest) / wide), bytes };
}
writeFileSync(`${work}/pictures.json`, JSON.stringify(list));
