//! Case studies: what they name exists, what they say is complete, and nothing in them can do harm.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    domain::{
        ids::{CellId, GoalId},
        lang::Lang,
        names::{Slug, turns},
        story::{Block, Origin, Scope, Story, Telling},
        submission,
    },
    site::files::{WITHDRAWN, story_path},
};

/// The longest of each text, in characters: what members may send.
const TITLE: usize = submission::TITLE.1;
const SUMMARY: usize = submission::SUMMARY.1;
const PART: usize = submission::BODY.1;

/// A worded problem and the place of it.
type Found = Vec<(String, String)>;

impl Check<'_> {
    pub(super) fn stories(&mut self) {
        for story in &self.files.stories {
            let mut found = Found::new();
            self.axes(story, &mut found);
            place(story, &mut found);
            told(story, &mut found);
            pictures(self, story, &mut found);
            if story.origin == Origin::Researched {
                if story.sources.is_empty() {
                    found.push(("sources".to_owned(), "is empty: a researched story rests on sources".to_owned()));
                }
                for lang in Lang::ALL.into_iter().filter(|lang| story.in_language(*lang).is_none()) {
                    *self.coverage.missing.entry(("case studies", lang)).or_default() += 1;
                }
            }
            if story.origin == Origin::Submitted && story.consent.is_none() {
                found.push(("consent".to_owned(), "is missing: a submitted story needs it".to_owned()));
            }
            if story.origin == Origin::Imported && story.original.is_none() {
                found.push((
                    "original".to_owned(),
                    "is missing: an imported story links to its original entry".to_owned(),
                ));
            }
            if self.is_short_address(story.id.as_str()) {
                found.push(("id".to_owned(), "is the short address of a line, a goal or a link".to_owned()));
            }
            for (at, what) in found {
                self.add(&story_path(story.id.as_str()), format!("data.{at}"), what);
            }
        }
    }

    /// Whether `/s/{name}/` leads to something that is no case study.
    fn is_short_address(&self, name: &str) -> bool {
        let lines = self.files.lines.iter().flat_map(|file| &file.lines);
        GoalId::parse(name).is_some()
            || CellId::parse(name).is_some()
            || lines.into_iter().any(|line| line.id.as_str() == name)
    }

    fn axes(&self, story: &Story, found: &mut Found) {
        if let Some(file) = &self.files.lines {
            for line in story.lines.iter().filter(|id| !file.lines.iter().any(|line| line.id == **id)) {
                found.push(("lines".to_owned(), format!("there is no action line {line}")));
            }
        }
        if let Some(file) = &self.files.goals {
            for goal in story.goals.iter().filter(|id| !file.goals.iter().any(|goal| goal.number == **id)) {
                found.push(("goals".to_owned(), format!("there is no goal {goal}")));
            }
        }
        if let Some(file) = &self.files.targets {
            for code in story.targets.iter().filter(|code| !file.targets.iter().any(|target| target.code == **code)) {
                found.push(("targets".to_owned(), format!("there is no target {code}")));
            }
        }
        for evidence in &story.evidence {
            sound("evidence", &evidence.text, found);
            if !story.goals.contains(&evidence.goal) {
                found.push((
                    "evidence".to_owned(),
                    format!("is about goal {}, which the story does not name", evidence.goal),
                ));
            }
        }
        if story.lines.is_empty() || story.goals.is_empty() {
            found.push(("lines".to_owned(), "a story names at least one action line and one goal".to_owned()));
        }
        let lines: BTreeSet<_> = story.lines.iter().collect();
        let goals: BTreeSet<_> = story.goals.iter().collect();
        if lines.len() < story.lines.len() || goals.len() < story.goals.len() {
            found.push(("lines".to_owned(), "a line or a goal stands twice".to_owned()));
        }
        let stray = story.basis.lines.keys().any(|line| !lines.contains(line))
            || story.basis.goals.keys().any(|goal| !goals.contains(goal));
        if stray {
            found.push(("basis".to_owned(), "names a line or a goal that the story does not".to_owned()));
        }
        if let Some(places) = &self.files.places {
            for country in story.countries.iter().filter(|country| !places.countries.contains_key(country)) {
                found.push(("countries".to_owned(), format!("there is no country {country}")));
            }
        }
    }

    /// A former slug leads to a story that exists, and is none itself.
    pub(super) fn redirects(&mut self) {
        let Some(file) = &self.files.redirects else { return };
        let slugs: BTreeSet<&Slug> = self.files.stories.iter().map(|story| &story.id).collect();
        self.unique("redirects.json", file.redirects.iter().map(|redirect| redirect.from.clone()));
        for redirect in &file.redirects {
            if !slugs.contains(&redirect.to) {
                self.add(
                    "redirects.json",
                    redirect.from.to_string(),
                    format!("there is no case study {}", redirect.to),
                );
            }
            if slugs.contains(&redirect.from) {
                self.add("redirects.json", redirect.from.to_string(), "is the slug of a case study");
            }
        }
    }

    /// What was withdrawn is no case study any more.
    pub(super) fn withdrawn(&mut self) {
        let Some(file) = &self.files.withdrawn else { return };
        self.unique(WITHDRAWN, file.stories.iter().map(|gone| gone.id.clone()));
        for gone in file.stories.iter().filter(|gone| self.files.stories.iter().any(|story| story.id == gone.id)) {
            self.add(WITHDRAWN, gone.id.to_string(), "is a case study");
        }
    }

    pub(super) fn country_names(&mut self) {
        let Some(file) = &self.files.country_names else { return };
        self.unique("country-names.json", file.names.iter().map(|name| name.country));
        for name in &file.names {
            self.all_six("country-names.json", &name.country.to_string(), &name.name);
            if self.files.places.as_ref().is_some_and(|places| !places.countries.contains_key(&name.country)) {
                self.add("country-names.json", name.country.to_string(), "there is no such country");
            }
        }
    }
}

fn place(story: &Story, found: &mut Found) {
    let global = story.scope == Some(Scope::Global);
    if global != story.countries.is_empty() {
        found.push(("countries".to_owned(), "a story names countries, or is global, and never both".to_owned()));
    }
    let years = story.years;
    if !(1950..=2199).contains(&years.from) || years.to.is_some_and(|to| to < years.from || to > 2199) {
        found.push(("years".to_owned(), "run from a year after 1950 to the same or a later one".to_owned()));
    }
    if story.organisation.trim().is_empty() || story.organisation.chars().count() > TITLE {
        found.push(("organisation".to_owned(), format!("has 1 to {TITLE} characters")));
    }
    sound("organisation", &story.organisation, found);
}

/// The texts in each language: there, not too long, and without signs that turn or hide.
fn told(story: &Story, found: &mut Found) {
    for lang in story.langs() {
        let Some(Telling { title, summary, body, .. }) = story.in_language(lang) else { continue };
        let at = |name: &str| {
            if lang == story.lang { name.to_owned() } else { format!("translations.{}.{name}", lang.code()) }
        };
        for (name, text, most) in [("title", title, TITLE), ("summary", summary, SUMMARY)] {
            if text.trim().is_empty() || text.chars().count() > most {
                found.push((at(name), format!("has 1 to {most} characters")));
            }
            sound(&at(name), text, found);
        }
        for text in body.iter().flat_map(texts_of) {
            if text.trim().is_empty() || text.chars().count() > PART {
                found.push((at("body"), format!("has a text that is empty or longer than {PART} characters")));
            }
            sound(&at("body"), text, found);
        }
    }
    if story.translations.contains_key(&story.lang) {
        found.push(("translations".to_owned(), "has one in the story’s own language".to_owned()));
    }
}

fn texts_of(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph { text } | Block::Heading { text } | Block::Link { text, .. } => vec![text],
        Block::List { items } => items.iter().map(String::as_str).collect(),
        Block::Quotation { text, by } => vec![text, by],
        Block::Figure { alt, .. } => vec![alt],
        Block::Video { title, .. } => vec![title],
    }
}

/// No control character, and none that turns the direction of the text behind the reader's back.
fn sound(at: &str, text: &str, found: &mut Found) {
    if let Some(bad) = text.chars().find(|c| turns(*c) || (c.is_control() && *c != '\n')) {
        found.push((at.to_owned(), format!("has the character U+{:04X}, which turns or hides text", u32::from(bad))));
    }
}

fn pictures(check: &Check<'_>, story: &Story, found: &mut Found) {
    let bodies = std::iter::once(&story.body).chain(story.translations.values().map(|text| &text.body));
    for block in bodies.flatten() {
        if let Block::Figure { image, alt, .. } = block {
            if !check.files.pictures.contains_key(image) {
                found.push(("body".to_owned(), format!("there is no picture images/{image}")));
            }
            if alt.trim().is_empty() {
                found.push(("body".to_owned(), format!("images/{image} has no text for those who do not see it")));
            }
        }
    }
}
