//! What the search index is made of: one record a page, in each language, written for `scripts/search.mjs`.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Value, json};

use super::{pages::Content, settings::Settings};
use crate::{
    domain::{
        lang::Lang,
        near::folded,
        story::{Block, Origin, Story},
    },
    page::{Body, LinkInFull, Page},
    route::Route,
    site::head::PageMeta,
};

/// Bytes of the vocabulary of a language, for “did you mean”.
const VOCABULARY: usize = 15_000;

/// The records of one index, a line of JSON each, and the words that occur in them.
#[derive(Debug, Default)]
pub struct Records {
    pub lines: String,
    pub words: BTreeMap<String, usize>,
}

impl Records {
    /// All pages of a language but the case studies that were imported.
    pub fn of(content: &Content, lang: Lang, settings: &Settings) -> Self {
        let mut records = Self::default();
        // Case studies first, in the order of the library: the application knows them by their place.
        for story in content.stories.all.iter().filter(|story| story.origin != Origin::Imported) {
            records.add(&story_record(content, story, lang, settings));
        }
        for route in content.routes(lang) {
            let skip = match &route {
                Route::NotFound | Route::Search | Route::Story(_) => true,
                Route::Library(page) => *page > 1,
                _ => false,
            };
            if skip {
                continue;
            }
            if let Some(page) = content.page(lang, &route, settings) {
                records.add(&record(&page));
            }
        }
        records
    }

    /// The imported case studies, each in the language it is told in.
    pub fn imported(content: &Content, settings: &Settings) -> Self {
        let mut records = Self::default();
        for story in content.stories.all.iter().filter(|story| story.origin == Origin::Imported) {
            records.add(&story_record(content, story, story.lang, settings));
        }
        records
    }

    fn add(&mut self, record: &Value) {
        let text = format!("{} {}", text(&record["meta"]["title"]), text(&record["content"]));
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| is_word(word)) {
            *self.words.entry(word.to_lowercase()).or_default() += 1;
        }
        let _ = writeln!(self.lines, "{record}");
    }

    /// The most frequent words first, within the bytes there are.
    pub fn vocabulary(&self) -> String {
        let mut words: Vec<(&String, &usize)> = self.words.iter().collect();
        words.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        let mut out = String::new();
        for (word, _) in words {
            if out.len() + word.len() + 1 > VOCABULARY {
                break;
            }
            out.push_str(word);
            out.push('\n');
        }
        out
    }
}

/// A word worth suggesting: letters, four or more, in a script that separates words.
fn is_word(word: &str) -> bool {
    let han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    folded(word).chars().count() >= 4 && word.chars().all(|c| c.is_alphabetic() && !han(c))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn record(page: &Page) -> Value {
    let meta = PageMeta::of(page);
    let in_full = |links: &[LinkInFull]| -> Vec<String> {
        links
            .iter()
            .flat_map(|full| full.gists.iter().map(|gist| format!("{} {}", gist.code, gist.text.text)))
            .collect()
    };
    let (kind, title, words) = match &page.body {
        Body::Cell(cell) => {
            let full = &cell.full;
            let title = format!("{} {} × {}", full.line.code, full.line.name, full.goal.title);
            let gists = in_full(std::slice::from_ref(full)).join(" ");
            ("cell", title, format!("{} {gists}", full.rationale.text))
        }
        Body::Line(line) => {
            let title = format!("{} {}", line.line.code, line.line.name);
            ("line", title, format!("{} {} {}", line.summary.text, line.title, line.lead.join(" ")))
        }
        Body::Goal(goal) => {
            let cited: Vec<String> = goal.cited.iter().map(|one| format!("{} {}", one.code, one.gist.text)).collect();
            (
                "goal",
                format!("{} {}", goal.goal.id, goal.goal.title),
                format!("{} {}", goal.summary.text, cited.join(" ")),
            )
        }
        Body::Place(place) => ("place", place.name.clone(), place.what.clone()),
        Body::Prose(prose) => {
            let paragraphs: Vec<&str> =
                prose.sections.iter().flat_map(|section| &section.paragraphs).map(String::as_str).collect();
            ("page", prose.title.clone(), format!("{} {}", prose.lead, paragraphs.join(" ")))
        }
        _ => ("page", meta.title.clone(), meta.description.clone()),
    };
    json!({
        "url": page.route.href(&page.base, page.lang),
        "content": format!("{title}. {words}"),
        "meta": { "title": title },
        "filters": { "kind": [kind] },
    })
}

/// A case study with everything the library shows of it and narrows it down by.
fn story_record(content: &Content, story: &Story, lang: Lang, settings: &Settings) -> Value {
    let told = story.told(lang);
    let places = &content.places;
    let regions = story.countries.iter().filter_map(|country| places.subregion(*country));
    let named: Vec<String> = story
        .countries
        .iter()
        .map(|country| places.name(*country, lang))
        .chain(regions.map(|region| places.subregion_name(region, lang)))
        .chain(
            content
                .lines
                .iter()
                .filter(|line| story.lines.contains(&line.id))
                .map(|line| format!("{} {}", line.code, line.short.get(&lang).map_or("", String::as_str))),
        )
        .chain(
            content
                .goals
                .iter()
                .filter(|goal| story.goals.contains(&goal.number))
                .filter_map(|goal| goal.title.get(&lang).cloned()),
        )
        .collect();
    let body: Vec<&str> = told.body.iter().flat_map(words_of).collect();
    let filters = if story.origin == Origin::Imported { json!({}) } else { json!({ "kind": ["story"] }) };
    json!({
        "url": Route::Story(story.id.clone()).href(&settings.base, told.lang),
        "content": format!("{} {} {} {} {}", told.summary, body.join(" "), story.organisation, named.join(" "), story.years.from),
        "meta": { "title": told.title, "lang": told.lang.code() },
        "filters": filters,
    })
}

fn words_of(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph { text } | Block::Heading { text } | Block::Link { text, .. } => vec![text],
        Block::List { items } => items.iter().map(String::as_str).collect(),
        Block::Quotation { text, by } => vec![text, by],
        Block::Figure { alt, caption, .. } => vec![alt, caption],
        Block::Video { title, .. } => vec![title],
    }
}
