//! What must hold between the files. Every problem is reported, none stops the others from being found.

mod glossary;
mod links;
mod relations;
mod sources;
mod stories;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Files, Problem};
use crate::domain::{
    colour::Colour,
    content::Words,
    ids::{GoalId, TargetCode},
    lang::Lang,
    matrix::Link,
};

/// The problems of the files, those of reading included, sorted; and how much is still to be translated.
pub fn check(files: &Files) -> (Vec<Problem>, Coverage) {
    let mut check = Check { files, problems: files.problems.clone(), coverage: Coverage::default() };
    check.lines();
    check.goals();
    check.targets();
    check.links();
    check.rationales();
    check.changes();
    check.layers();
    check.related();
    check.stories();
    check.redirects();
    check.withdrawn();
    check.country_names();
    check.sources();
    check.texts();
    check.glossary();
    let mut problems = check.problems;
    problems.sort();
    problems.dedup();
    (problems, check.coverage)
}

/// Texts that exist only in English so far, by kind and language.
#[derive(Debug, Default)]
pub struct Coverage {
    pub missing: BTreeMap<(&'static str, Lang), usize>,
}

const LINES: &str = "lines.json";
const GOALS: &str = "goals.json";
const TARGETS: &str = "targets.json";
const MATRIX: &str = "matrix.json";
const STORIES: &str = "case-studies";

struct Check<'a> {
    files: &'a Files,
    problems: Vec<Problem>,
    coverage: Coverage,
}

impl<'a> Check<'a> {
    fn add(&mut self, file: &str, place: impl Into<String>, what: impl Into<String>) {
        self.problems.push(Problem { file: file.to_owned(), place: place.into(), what: what.into() });
    }

    /// A text that must exist in all six languages.
    fn all_six(&mut self, file: &str, place: &str, words: &Words) {
        for lang in Lang::ALL {
            if words.get(&lang).is_none_or(|text| text.trim().is_empty()) {
                self.add(file, place, format!("has no text in {}", lang.code()));
            }
        }
    }

    /// A text that must exist in English and is counted where it is not translated.
    fn english_first(&mut self, file: &str, place: &str, words: &Words, kind: &'static str) {
        for lang in Lang::ALL {
            match words.get(&lang) {
                Some(text) if !text.trim().is_empty() => {}
                Some(_) => self.add(file, place, format!("is empty in {}", lang.code())),
                None if lang == Lang::En => self.add(file, place, "has no text in en"),
                None => *self.coverage.missing.entry((kind, lang)).or_default() += 1,
            }
        }
    }

    fn unique<T: Ord + ToString>(&mut self, file: &str, ids: impl Iterator<Item = T>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let name = id.to_string();
            if !seen.insert(id) {
                self.add(file, name, "stands twice");
            }
        }
    }

    fn lines(&mut self) {
        let Some(file) = &self.files.lines else { return };
        self.unique(LINES, file.lines.iter().map(|line| line.id.clone()));
        for line in &file.lines {
            let at = |field: &str| format!("{}.{field}", line.id);
            self.all_six(LINES, &at("short"), &line.short);
            self.all_six(LINES, &at("title"), &line.title);
            self.english_first(LINES, &at("summary"), &line.summary, "summaries of lines");
            if !line.family.is_empty() {
                self.all_six(LINES, &at("family"), &line.family);
            }
            for lang in Lang::ALL {
                if !line.title_confidence.contains_key(&lang) {
                    self.add(LINES, at("titleConfidence"), format!("says nothing of {}", lang.code()));
                }
            }
            if line.facilitators.lead.is_empty() {
                self.add(LINES, at("facilitators.lead"), "is empty");
            }
        }
    }

    fn goals(&mut self) {
        let Some(file) = &self.files.goals else { return };
        self.unique(GOALS, file.goals.iter().map(|goal| goal.number));
        for goal in &file.goals {
            let at = |field: &str| format!("{}.{field}", goal.number);
            self.all_six(GOALS, &at("title"), &goal.title);
            self.english_first(GOALS, &at("summary"), &goal.summary, "summaries of goals");
            if Colour::parse(&goal.colour).is_none() {
                self.add(GOALS, at("colour"), format!("“{}” is not a colour such as #E5243B", goal.colour));
            }
            let expected = format!("http://metadata.un.org/sdg/{}", goal.number);
            if goal.identifier != expected {
                self.add(GOALS, at("identifier"), format!("is not {expected}"));
            }
        }
    }

    fn targets(&mut self) {
        let Some(file) = &self.files.targets else { return };
        self.unique(TARGETS, file.targets.iter().map(|target| target.code.clone()));
        let goals: Option<BTreeSet<GoalId>> =
            self.files.goals.as_ref().map(|file| file.goals.iter().map(|goal| goal.number).collect());
        let cited: BTreeSet<&TargetCode> = self.links_of().flat_map(|link| &link.targets).collect();
        let known = self.files.matrix.is_some();
        for target in &file.targets {
            let place = target.code.to_string();
            if !target.code.belongs_to(target.goal) {
                self.add(TARGETS, &place, format!("does not belong to goal {}", target.goal));
            }
            if goals.as_ref().is_some_and(|goals| !goals.contains(&target.goal)) {
                self.add(TARGETS, &place, format!("there is no goal {}", target.goal));
            }
            if cited.contains(&target.code) || !target.gist.is_empty() {
                self.english_first(TARGETS, &format!("{place}.gist"), &target.gist, "gists of targets");
            }
            let read =
                self.links_of().flat_map(|link| &link.readings).any(|reading| reading.targets.contains(&target.code));
            if known && !target.gist.is_empty() && !cited.contains(&target.code) && !read {
                self.add(TARGETS, &place, "has a gist, but the matrix does not cite it");
            }
        }
    }

    fn links_of(&self) -> impl Iterator<Item = &'a Link> + use<'a> {
        let files: &'a Files = self.files;
        files.matrix.iter().flat_map(|file| &file.links)
    }
}
