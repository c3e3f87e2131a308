// Shows a submission or a case study as it will appear, by the module that shows it to members.
const asked = {};

export async function show(element, lang, text) {
  const site = new URL('..', document.baseURI);
  const [{ Preview }, { storyOf }, words] = await Promise.all([
    import(new URL('submit/preview.js', site)),
    import(new URL('submit/story.js', site)),
    (asked[lang] ??= fetch(new URL(`library/${lang}/form.json`, site)).then(answer => answer.json())),
  ]);
  const record = JSON.parse(text);
  const story = record.contact_email ? storyOf(record, 'preview', new Date().toISOString().slice(0, 10)) : record;
  element.replaceChildren(new Preview(words, { base: site.pathname, lang }).page(story));
  for (const link of element.querySelectorAll('a')) link.target = '_blank';
}
