// The matrix as a picture: the same rectangles and texts as SVG and on a canvas. Used by the explorer and by the page where
// staff put together what they embed.
const INK = '#14202e';
const FONT = 'system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif';

/** Breaks a text into lines no wider than there is room for; Chinese may break anywhere. */
function broken(text, lang, size, width, weight = 400) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${weight} ${size}px ${FONT}`;
  const pieces = lang === 'zh' ? [...text] : text.split(/(?<= )/);
  const lines = [''];
  for (const piece of pieces) {
    if (lines.at(-1) && pen.measureText(lines.at(-1) + piece).width > width) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map(line => line.trim());
}

/**
 * Shapes in pixels of what is shown (`lines`, `goals`, `links` between them, `layer` if their counts are shown), with what the
 * picture says of itself (`title`, `filters`, `as_of`, `source`, `licence`).
 */
export function picture({ lines, goals, links, layer }, said, { lang, rtl, sentence }) {
  const [names, cell, gap, pad] = [250, 44, 4, 24];
  const width = Math.max(pad * 2 + names + goals.length * cell, 640);
  const at = x => (rtl ? width - x : x);
  const shapes = [];
  const rect = (x, y, w, h, fill) => shapes.push({ x: rtl ? width - x - w : x, y, w, h, fill });
  const text = (words, x, y, size, anchor = 'start', weight = 400, fill = INK) =>
    shapes.push({ words, x: at(x), y, size, anchor, weight, fill });
  const { title, filters, as_of: asOf, source, licence } = said;

  let y = pad + 24;
  for (const line of broken(title, lang, 22, width - 2 * pad, 700)) {
    text(line, pad, y, 22, 'start', 700);
    y += 30;
  }
  for (const line of broken(sentence ?? (filters === 'none' ? '' : filters), lang, 15, width - 2 * pad)) {
    text(line, pad, y, 15);
    y += 22;
  }
  const top = y;
  goals.forEach((goal, column) => {
    const x = pad + names + column * cell;
    rect(x, top, cell - gap, 30, goal.colour);
    text(String(goal.number), x + (cell - gap) / 2, top + 21, 16, 'middle', 700, inkOn(goal.colour));
  });
  y = top + 36;
  for (const line of lines) {
    const words = broken(`${line.code} ${line.name}`, lang, 13, names - 12);
    const height = Math.max(30, words.length * 17 + 6);
    words.forEach((word, row) => text(word, pad, y + 18 + row * 17, 13));
    goals.forEach((goal, column) => {
      const link = links.find(one => one.line === line && one.goal === goal);
      const x = pad + names + column * cell;
      const tint = link && layer && link.count === 0 ? '1c' : '55';
      rect(x, y, cell - gap, height - gap, link ? `${goal.colour}${tint}` : '#0000000a');
      const sign = link && (layer ? String(link.count) : link.targets.length ? link.targets.length + (link.whole ? '•' : '') : '•');
      if (sign) text(sign, x + (cell - gap) / 2, y + height / 2 + 4, 14, 'middle', 600);
    });
    y += height;
  }
  for (const goal of goals) {
    text(`${goal.number} ${goal.name}`, pad, y + 22, 12);
    y += 18;
  }
  y += 14;
  for (const words of [`${asOf} · ${licence}`, source]) {
    for (const line of broken(words, lang, 11, width - 2 * pad)) {
      text(line, pad, y + 14, 11);
      y += 16;
    }
  }
  return { shapes, width, height: y + pad, lang, rtl, ...said };
}

/** Black or white, whichever can be read on a colour. */
function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? INK : '#ffffff';
}

export const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

export function asSvg({ shapes, width, height, lang, rtl, title, filters, as_of: asOf, licence, source }) {
  const drawn = shapes.map(shape =>
    shape.words === undefined
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" rx="4" fill="${shape.fill}"/>`
      : `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" text-anchor="${shape.anchor}" fill="${shape.fill}">${escaped(shape.words)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" xml:lang="${lang}" direction="${rtl ? 'rtl' : 'ltr'}" font-family="${escaped(FONT)}">` +
      `<title id="t">${escaped(title)}</title><desc id="d">${escaped([filters, asOf, licence, source].join(' · '))}</desc>` +
      `<rect width="100%" height="100%" fill="#fbfaf6"/>${drawn.join('')}</svg>`
  );
}

export function asPng({ shapes, width, height, rtl }) {
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  const pen = canvas.getContext('2d');
  pen.scale(2, 2);
  pen.direction = rtl ? 'rtl' : 'ltr';
  pen.fillStyle = '#fbfaf6';
  pen.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    pen.fillStyle = shape.fill;
    if (shape.words === undefined) {
      pen.fillRect(shape.x, shape.y, shape.w, shape.h);
    } else {
      pen.font = `${shape.weight} ${shape.size}px ${FONT}`;
      pen.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
      pen.fillText(shape.words, shape.x, shape.y);
    }
  }
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
