// The share picture of a case study, as src/site/share/draw.rs draws it; the letters are those of this device.
import { fill } from './dom.js';

const [WIDTH, HEIGHT, COLUMN, INNER, OUTER] = [1200, 630, 170, 240, 70];
const SIZES = [[84, 3], [72, 4], [62, 4], [54, 5], [46, 6], [38, 7]];

/** Breaks a text into lines of at most so many pixels, where words end, or anywhere in Chinese. */
function lines(context, text, width, lang) {
  const parts = lang === 'zh' ? [...text] : text.split(/(?<=\s)/);
  const broken = [''];
  for (const part of parts) {
    const longer = broken.at(-1) + part;
    if (broken.at(-1) && context.measureText(longer.trimEnd()).width > width) broken.push(part.trimStart());
    else broken[broken.length - 1] = longer;
  }
  return broken.map(line => line.trim()).filter(Boolean);
}

function cut(context, text, width) {
  const letters = [...text];
  if (context.measureText(text).width <= width) return text;
  while (letters.length && context.measureText(`${letters.join('').trimEnd()}…`).width > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Draws it on a canvas of 1200 × 630. */
export function drawPoster(canvas, story, { words, lang, place, years, name }) {
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  const rtl = lang === 'ar';
  const room = WIDTH - INNER - OUTER;
  const edge = rtl ? WIDTH - INNER : INNER;
  const font = (size, weight) => (context.font = `${weight} ${size}px "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", system-ui, sans-serif`);
  context.fillStyle = '#fbfaf6';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const goals = story.goals.map(id => words.goals.find(goal => goal.id === id)).filter(Boolean);
  const x = rtl ? WIDTH - COLUMN : 0;
  context.fillStyle = '#10202f';
  context.fillRect(x, 0, COLUMN, HEIGHT);
  context.textAlign = 'center';
  goals.forEach((goal, at) => {
    const [top, bottom] = [Math.floor((HEIGHT * at) / goals.length), Math.floor((HEIGHT * (at + 1)) / goals.length)];
    context.fillStyle = goal.colour;
    context.fillRect(x, top, COLUMN, bottom - top);
    const size = Math.min(92, Math.floor(((bottom - top) * 6) / 10));
    font(size, 700);
    context.fillStyle = goal.ink;
    context.fillText(String(goal.id), x + COLUMN / 2, top + (bottom - top) / 2 + size * 0.36);
  });
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  const write = (text, y, size, weight, colour) => {
    font(size, weight);
    context.fillStyle = colour;
    context.fillText(text, edge, y);
  };
  write(name, 94, 36, 700, '#10202f');
  font(30, 400);
  write(cut(context, words.story.kicker, room), 176, 30, 400, '#475663');
  let [size, broken] = [0, []];
  for (const [tried, most] of SIZES) {
    font(tried, 700);
    [size, broken] = [tried, lines(context, story.title, room, lang)];
    if (broken.length <= most && broken.every(line => context.measureText(line).width <= room)) break;
    if (tried === 38) broken = [cut(context, story.title, room)];
  }
  const step = Math.floor((size * (lang === 'ar' || lang === 'zh' ? 130 : 114)) / 100);
  broken.forEach((line, at) => write(line, 200 + Math.floor(size * 0.95) + step * at, size, 700, '#10202f'));
  font(30, 400);
  const foot = fill('{organisation} · {place} · {years}', { organisation: story.organisation, place, years });
  write(cut(context, foot, room), HEIGHT - 56, 30, 400, '#475663');
}
