// From what a member told to a case study, as src/domain/submission.rs makes it of a submission that is published.

/** The body in parts: paragraphs, and lists where every line begins with a hyphen. */
function blocks(text) {
  return text
    .split(/\n\s*\n/)
    .map(part => part.split('\n').map(line => line.trim()).filter(Boolean))
    .filter(lines => lines.length)
    .map(lines =>
      lines.every(line => line.startsWith('- '))
        ? { type: 'list', items: lines.map(line => line.slice(2).trim()) }
        : { type: 'paragraph', text: lines.join(' ') },
    );
}

/** The case study that a record becomes, `today` being `YYYY-MM-DD`. What is missing stays empty. */
export function storyOf(record, id, today) {
  const pictures = (record.pictures ?? []).filter(picture => picture.url || picture.data).map(picture =>
    picture.url
      ? { type: 'link', url: picture.url, text: picture.caption || picture.alt }
      : { type: 'figure', data: picture.data, alt: picture.alt, caption: picture.caption },
  );
  return {
    id,
    lang: record.lang,
    title: record.title,
    summary: record.summary,
    body: [...blocks(record.body ?? ''), ...pictures],
    organisation: record.organisation,
    type: record.type,
    countries: record.countries ?? [],
    ...(record.scope ? { scope: record.scope } : {}),
    years: record.years ?? {},
    lines: (record.lines ?? []).filter(Boolean),
    goals: record.goals ?? [],
    targets: record.targets ?? [],
    evidence: (record.evidence ?? []).filter(one => one.text),
    results: (record.results ?? []).map(({ figure, what, date, source }) => ({ figure, what: { [record.lang]: what }, date, source })),
    links: record.links ?? [],
    origin: 'submitted',
    confirmed: today,
  };
}

/** The texts of a case study in a language: its own if there is no translation. */
export function told(story, lang) {
  const translation = lang === story.lang ? null : story.translations?.[lang];
  return translation ? { ...translation, lang } : { title: story.title, summary: story.summary, body: story.body ?? [], lang: story.lang, state: 'original' };
}
