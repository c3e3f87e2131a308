// A case study as it appears on the site: its page, its card, its share picture. The same elements as the prerendered
// ones of src/pages/story.rs and src/components/story_cards.rs; a journey compares them.
import { fill, h, picture } from './dom.js';
import { isAddress } from './rules.js';
import { told } from './story.js';

/** Everything that is shown of case studies in a language. `words` is `library/{lang}/form.json`. */
export class Preview {
  constructor(words, { base, lang }) {
    Object.assign(this, { words, base, lang });
  }

  /** Attributes of a text that is not in the language of the page. */
  #in(lang) {
    return lang === this.lang ? {} : { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
  }

  #said(text, lang) {
    return h('span', this.#in(lang), text);
  }

  #href(path) {
    return `${this.base}${this.lang}/${path}`;
  }

  goalNumber(goal) {
    return fill(this.words.goal_n, { n: goal });
  }

  goalOf(id) {
    return this.words.goals.find(goal => goal.id === id);
  }

  lineOf(id) {
    return this.words.lines.find(line => line.id === id);
  }

  years({ from, to, about }) {
    const { story } = this.words;
    const plain = !from ? '' : to === undefined || to === null ? fill(story.since, { from }) : to === from ? String(from) : fill(story.span, { from, to });
    return about ? fill(story.about, { years: plain }) : plain;
  }

  place(countries) {
    const names = countries.map(code => this.words.countries[code]?.name ?? code);
    return names.length ? names.join(this.words.comma) : this.words.story.worldwide;
  }

  /** A day as the language writes it. */
  day(text) {
    const [year, month, day] = text.split('-').map(Number);
    const { full, first_day, months } = this.words.dates;
    return fill(full, { day: day === 1 ? first_day : day, month: months[month - 1], year });
  }

  #code(code) {
    return h('bdi', { class: 'code', dir: 'ltr', translate: 'no' }, code);
  }

  #goalLink(goal) {
    return h('a', { class: 'name', href: this.#href(`goals/${goal.id}/`) },
      h('span', { class: 'visually-hidden' }, this.goalNumber(goal.id), ' '),
      h('span', { 'aria-hidden': 'true' }, h('span', { class: 'tile', 'data-goal': goal.id }, String(goal.id))),
      h('span', { class: 'name__text' }, goal.title));
  }

  #lineLink(line) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    for (const [name, value] of [['class', 'icon'], ['aria-hidden', 'true'], ['focusable', 'false']]) svg.setAttribute(name, value);
    use.setAttribute('href', `${this.base}icons.svg#${line.id}`);
    svg.append(use);
    return h('a', { class: 'name', href: this.#href(`lines/${line.id}/`) }, svg,
      h('span', { class: 'name__text' }, this.#code(line.code), ' ', line.name));
  }

  #outside(url, text) {
    return isAddress(url ?? '') ? h('a', { href: url, rel: 'external noreferrer' }, text) : h('span', null, text);
  }

  /** The article of its page, without what is done with it there. */
  page(story) {
    const { words } = this;
    const text = words.story;
    const tale = told(story, this.lang);
    const goals = story.goals.map(id => this.goalOf(id)).filter(Boolean);
    return h('article', { class: 'wrap story', 'data-goal': goals[0]?.id, 'data-slug': story.id },
      h('header', { class: 'story__head' },
        h('p', { class: 'kicker' }, h('a', { href: this.#href('case-studies/') }, text.kicker)),
        h('h1', { tabindex: '-1' }, this.#said(tale.title, tale.lang)),
        h('p', { class: 'story__by' }, h('bdi', null, story.organisation), ' · ', this.place(story.countries), ' · ', this.years(story.years))),
      h('div', { class: 'story__columns' },
        h('div', { class: 'story__text' },
          h('p', { class: 'story__lead', lang: tale.lang === this.lang ? null : tale.lang }, tale.summary),
          this.#howTold(story, tale),
          h('div', { class: 'prose story__body' }, (tale.body ?? []).map(part => this.#part(part))),
          this.#results(story),
          this.#links(story),
          this.#evidence(story),
          this.#pairs(story)),
        h('aside', { class: 'story__facts', 'aria-label': text.glance },
          h('h2', { class: 'label' }, text.glance),
          h('dl', { class: 'fact-list' }, this.#facts(story, goals)),
          h('p', { class: 'story__checked', 'data-freshness': 'fresh' },
            h('span', null, fill(text.checked, { date: this.day(story.confirmed) })), h('span', { class: 'quiet' }, text.fresh)))));
  }

  #howTold(story, tale) {
    const { story: text } = this.words;
    const template = { machine: text.translated, reviewed: text.translated_reviewed }[tale.state];
    const alone = Object.keys(story.translations ?? {}).length === 0;
    if (!template && !alone) return null;
    return h('p', { class: 'story__told' }, fill(template ?? text.only_in, { lang: this.words.languages[story.lang] ?? story.lang }));
  }

  #part(part) {
    switch (part.type) {
      case 'paragraph':
        return h('p', null, part.text);
      case 'heading':
        return h('h2', null, part.text);
      case 'list':
        return h('ul', { class: 'story__list' }, part.items.map(item => h('li', null, item)));
      case 'quotation':
        return h('figure', { class: 'quotation' }, h('blockquote', null, h('p', null, part.text)), h('figcaption', null, part.by));
      case 'link':
        return h('p', null, this.#outside(part.url, part.text));
      case 'figure':
        return part.data ? h('figure', { class: 'picture' }, picture(part.data, part.alt), h('figcaption', null, part.caption ?? '')) : null;
      case 'video':
        return h('p', null, this.#outside(part.url, part.title));
      default:
        return null;
    }
  }

  #results(story) {
    const { story: text } = this.words;
    const items = (story.results ?? []).map(({ figure, what, date, source }) => {
      const lang = what[this.lang] ? this.lang : story.lang;
      const host = isAddress(source) ? new URL(source).host.replace(/^www\./, '') : source;
      return h('li', null,
        h('b', { class: 'results__figure' }, h('bdi', null, figure)),
        h('span', null, this.#said(what[lang] ?? Object.values(what)[0], lang), ' · ', h('span', { class: 'quiet' }, fill(text.as_of, { date }))),
        h('ul', { class: 'sources' }, h('li', null,
          h('span', { lang: 'en', dir: 'ltr' }, h('a', { href: source, rel: 'external noreferrer' }, h('cite', null, host)), ', ', story.organisation),
          h('span', { class: 'sources__date' }, ' · ', this.day(story.confirmed)))));
    });
    return items.length ? h('section', null, h('h2', null, text.results), h('ul', { class: 'results' }, items)) : null;
  }

  #links(story) {
    const links = (story.links ?? []).filter(link => isAddress(link.url));
    if (!links.length) return null;
    const shown = links.map(link => [h('a', { href: link.url, rel: 'external noreferrer' }, h('bdi', null, link.text || new URL(link.url).host.replace(/^www\./, ''))), ' ']);
    return h('p', { class: 'story__links' }, h('span', { class: 'label' }, this.words.story.read_more), ' ', shown);
  }

  #evidence(story) {
    const items = (story.evidence ?? []).filter(one => this.goalOf(one.goal)).map(one =>
      h('li', null, this.#goalLink(this.goalOf(one.goal)), h('p', null, this.#said(one.text, story.lang))));
    return items.length ? h('section', null, h('h2', null, this.words.story.evidence), h('ul', { class: 'evidence' }, items)) : null;
  }

  #pairs(story) {
    const { story: text, links } = this.words;
    const pairs = story.lines.flatMap(line => story.goals.map(goal => ({ line: this.lineOf(line), goal: this.goalOf(goal) }))).filter(({ line, goal }) => line && goal);
    const name = ({ line, goal }) => `${line.code} × ${this.goalNumber(goal.id)}`;
    const linked = pairs.filter(({ line, goal }) => links[`${line.id}-${goal.id}`]);
    const others = pairs.filter(pair => !linked.includes(pair)).map(name);
    if (!pairs.length) return null;
    const items = linked.map(pair => {
      const title = `${pair.line.code} ${pair.line.name} × ${this.goalNumber(pair.goal.id)} ${pair.goal.title}`;
      return h('li', { 'data-goal': pair.goal.id },
        h('a', { class: 'pill pill--goal', href: this.#href(`matrix/${pair.line.id}/${pair.goal.id}/`), title }, h('bdi', null, name(pair))));
    });
    return h('section', { class: 'story__supports' }, h('h2', null, text.supports), h('ul', { class: 'pills' }, items),
      others.length ? h('p', { class: 'quiet' }, text.outside, ': ', h('bdi', null, others.join(' · '))) : null);
  }

  #facts(story, goals) {
    const { story: text, countries, kinds } = this.words;
    const known = story.countries.filter(code => countries[code]);
    const regions = [...new Set(known.map(code => countries[code].region))];
    const list = items => h('ul', { class: 'plain-list' }, items.map(item => h('li', null, item)));
    const lines = story.lines.map(id => this.lineOf(id)).filter(Boolean);
    const rows = [
      [text.organisation, h('bdi', null, story.organisation)],
      [text.kind, h('span', null, kinds[story.type] ?? '')],
      [text.countries, known.length ? list(known.map(code => countries[code].name)) : h('span', null, this.place([]))],
      regions.length && [text.region, h('span', null, regions.join(' · '))],
      [text.years, h('span', null, this.years(story.years))],
      [text.goals, list(goals.map(goal => this.#goalLink(goal)))],
      [text.lines, list(lines.map(line => this.#lineLink(line)))],
      story.targets?.length && [text.targets, list(story.targets.map(code => this.#code(code)))],
    ];
    return rows.filter(Boolean).map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value)));
  }

  /** Its card, where it is one of several. */
  card(story) {
    const tale = told(story, this.lang);
    const goals = story.goals.filter(id => this.goalOf(id));
    const other = tale.lang === this.lang ? null : tale.lang;
    return h('article', { class: 'story-card', 'data-slug': story.id, 'data-goal': goals[0] },
      h('p', { class: 'story-card__goals' },
        h('span', { class: 'visually-hidden' }, goals.map(goal => this.goalNumber(goal)).join(', ')),
        h('span', { class: 'story-card__tiles', 'aria-hidden': 'true' }, goals.map(goal => h('span', { class: 'tile', 'data-goal': goal }, String(goal))))),
      h('h3', { class: 'story-card__title' },
        h('a', { href: `${this.base}${tale.lang}/case-studies/${story.id}/`, hreflang: other }, this.#said(tale.title, tale.lang)),
        other ? h('span', { class: 'story-card__lang', ...this.#in(other) }, this.words.languages[other] ?? other) : null),
      h('p', { class: 'story-card__summary' }, this.#said(tale.summary, tale.lang)),
      h('p', { class: 'story-card__facts' }, h('bdi', null, story.organisation), h('span', null, this.place(story.countries)), h('span', null, this.years(story.years))));
  }
}
