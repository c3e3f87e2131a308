// Elements without markup from outside: text is always text.

/** An element with attributes (none for `false`, `null` and `undefined`) and children (texts or nodes; lists are opened). */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts values into the places of a text: `{n} of {max}`. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** A picture from its data, drawn: the policy of the site loads pictures from nowhere but the site itself. */
export function picture(data, alt) {
  const canvas = h('canvas', { role: 'img', 'aria-label': alt });
  const [head, body] = data.split(',');
  const type = head.slice('data:'.length).split(';')[0];
  const draw = bitmap => {
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
  };
  try {
    const bytes = Uint8Array.from(atob(body), letter => letter.charCodeAt(0));
    createImageBitmap(new Blob([bytes], { type })).then(draw, () => canvas.replaceWith(alt));
  } catch {
    return h('span', null, alt);
  }
  return canvas;
}

/** Hands a text over as a file. */
export function download(name, text, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
