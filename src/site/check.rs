//! What must hold between the files. Every problem is reported, none stops the others from being found.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::files::{AREAS, Files, Problem, text_path};
use crate::domain::{
    colour::Colour,
    content::Words,
    ids::{CellId, GoalId, TargetCode},
    lang::Lang,
    matrix::{Link, Status},
    plural::{Category, Plural},
    text::placeholders,
};

/// The problems of the files, those of reading included, sorted; and how much is still to be translated.
pub fn check(files: &Files) -> (Vec<Problem>, Coverage) {
    let mut check = Check { files, problems: files.problems.clone(), coverage: Coverage::default() };
    check.lines();
    check.goals();
    check.targets();
    check.links();
    check.rationales();
    check.sources();
    check.texts();
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

    fn links(&mut self) {
        let Some(file) = &self.files.matrix else { return };
        self.unique(MATRIX, file.links.iter().map(Link::cell));
        for link in &file.links {
            let place = link.cell().to_string();
            if let Some(lines) = &self.files.lines
                && !lines.lines.iter().any(|line| line.id == link.line)
            {
                self.add(MATRIX, &place, format!("there is no action line {}", link.line));
            }
            if let Some(goals) = &self.files.goals
                && !goals.goals.iter().any(|goal| goal.number == link.goal)
            {
                self.add(MATRIX, &place, format!("there is no goal {}", link.goal));
            }
            self.cited(&place, link);
            self.doubts(&place, link);
        }
    }

    /// The targets of a link and of its readings exist, belong to the goal, and stand in order.
    fn cited(&mut self, place: &str, link: &Link) {
        if link.targets.is_empty() && !link.whole {
            self.add(MATRIX, place, "cites neither targets nor the goal as a whole");
        }
        if link.sources.is_empty() {
            self.add(MATRIX, place, "names no source");
        }
        let lists = std::iter::once(&link.targets).chain(link.readings.iter().map(|reading| &reading.targets));
        for codes in lists {
            if !codes.is_sorted() {
                self.add(MATRIX, place, "its targets are not in order");
            }
            for code in codes {
                if !code.belongs_to(link.goal) {
                    self.add(MATRIX, place, format!("target {code} does not belong to goal {}", link.goal));
                }
                if let Some(targets) = &self.files.targets
                    && !targets.targets.iter().any(|target| target.code == *code)
                {
                    self.add(MATRIX, place, format!("there is no target {code}"));
                }
            }
        }
    }

    /// A confirmed link has no readings; any other has two, one of which is what the link shows.
    fn doubts(&mut self, place: &str, link: &Link) {
        let confirmed = link.status == Status::Confirmed;
        if confirmed && !(link.readings.is_empty() && link.note.is_empty()) {
            self.add(MATRIX, place, "is confirmed, yet has readings or a note");
        }
        if confirmed {
            return;
        }
        self.english_first(MATRIX, &format!("{place}.note"), &link.note, "notes on links");
        let shown = link
            .readings
            .iter()
            .any(|reading| !reading.is_record() && reading.targets == link.targets && reading.whole == link.whole);
        if link.readings.len() < 2 || !shown {
            self.add(MATRIX, place, "needs two readings, one of them what is shown and read in a source");
        }
        let absent = link.readings.iter().any(|reading| reading.absent);
        if absent != (link.status == Status::Unconfirmed) {
            self.add(MATRIX, place, "“unconfirmed” goes with a reading that lacks the link, and only with that");
        }
    }

    fn rationales(&mut self) {
        let cells: BTreeSet<CellId> = self.links_of().map(Link::cell).collect();
        if self.files.matrix.is_none() {
            return;
        }
        for (lang, file) in &self.files.rationales {
            let name = format!("{}/matrix.json", lang.code());
            for (cell, text) in &file.rationales {
                if !cells.contains(cell) {
                    self.add(&name, cell.to_string(), "the matrix has no such link");
                }
                if text.trim().is_empty() {
                    self.add(&name, cell.to_string(), "is empty");
                }
            }
            let missing = cells.iter().filter(|cell| !file.rationales.contains_key(cell));
            if *lang == Lang::En {
                for cell in missing {
                    self.add(&name, cell.to_string(), "has no rationale");
                }
            } else {
                let missing = missing.count();
                if missing > 0 {
                    self.coverage.missing.insert(("rationales", *lang), missing);
                }
            }
        }
    }

    /// Every source that is named exists, and every source that exists is named.
    fn sources(&mut self) {
        let Some(file) = &self.files.sources else { return };
        self.unique("sources.json", file.sources.iter().map(|source| source.id.clone()));
        let mut named: Vec<(&str, String, &String)> = Vec::new();
        for line in self.files.lines.iter().flat_map(|file| &file.lines) {
            for id in line.sources.iter().chain(&line.facilitators.sources) {
                named.push((LINES, line.id.to_string(), id));
            }
        }
        for goal in self.files.goals.iter().flat_map(|file| &file.goals) {
            for id in &goal.sources {
                named.push((GOALS, goal.number.to_string(), id));
            }
        }
        if let Some(matrix) = &self.files.matrix {
            for id in &matrix.document_sources {
                named.push((MATRIX, "documentSources".to_owned(), id));
            }
            for link in &matrix.links {
                let ids = link.sources.iter().chain(link.readings.iter().map(|reading| &reading.source));
                named.extend(ids.map(|id| (MATRIX, link.cell().to_string(), id)));
            }
        }
        let known: BTreeSet<&String> = file.sources.iter().map(|source| &source.id).collect();
        for (name, place, id) in &named {
            if !known.contains(id) {
                self.problems.push(Problem {
                    file: (*name).to_owned(),
                    place: place.clone(),
                    what: format!("there is no source “{id}”"),
                });
            }
        }
        let all_read = self.files.lines.is_some() && self.files.goals.is_some() && self.files.matrix.is_some();
        for id in known {
            if all_read && !named.iter().any(|(_, _, other)| *other == id) {
                self.problems.push(Problem {
                    file: "sources.json".to_owned(),
                    place: id.clone(),
                    what: "nothing cites this source".to_owned(),
                });
            }
        }
    }

    /// Every language has the same lists and placeholders as English, and its own plural forms.
    fn texts(&mut self) {
        for area in AREAS {
            let Some(english) = self.files.raw_texts.get(&(Lang::En, area)) else { continue };
            for lang in Lang::ALL {
                if let Some(text) = self.files.raw_texts.get(&(lang, area)) {
                    let mut compare = Compare { lang, file: text_path(lang, area), problems: &mut self.problems };
                    compare.value("", english, text);
                }
            }
        }
    }
}

/// Compares one area of text with the English one.
struct Compare<'a> {
    lang: Lang,
    file: String,
    problems: &'a mut Vec<Problem>,
}

impl Compare<'_> {
    fn add(&mut self, place: &str, what: impl Into<String>) {
        self.problems.push(Problem { file: self.file.clone(), place: place.to_owned(), what: what.into() });
    }

    fn value(&mut self, place: &str, english: &Value, text: &Value) {
        match (english, text) {
            (Value::Object(e), Value::Object(t)) if e.contains_key("other") => {
                self.plural(place, &plural(e), &plural(t));
            }
            (Value::Object(e), Value::Object(t)) => {
                for (key, value) in e {
                    if let Some(other) = t.get(key) {
                        let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                        self.value(&place, value, other);
                    }
                }
            }
            (Value::Array(e), Value::Array(t)) => {
                if e.len() != t.len() {
                    self.add(place, format!("has {} entries, English has {}", t.len(), e.len()));
                }
                for (index, (e, t)) in e.iter().zip(t).enumerate() {
                    self.value(&format!("{place}[{index}]"), e, t);
                }
            }
            (Value::String(e), Value::String(t)) => {
                if t.trim().is_empty() {
                    self.add(place, "is empty");
                }
                if placeholders(e) != placeholders(t) {
                    self.add(
                        place,
                        format!("has placeholders {:?}, English has {:?}", placeholders(t), placeholders(e)),
                    );
                }
            }
            _ => {} // another shape: reading the file has reported it
        }
    }

    fn plural(&mut self, place: &str, english: &Plural, text: &Plural) {
        let expected = placeholders(&english.other);
        for category in Category::needed(self.lang) {
            let Some(form) = text.form(*category) else {
                self.add(place, format!("lacks the plural form “{category:?}”"));
                continue;
            };
            // Arabic words “no link”, “one link”, “two links” without a figure.
            let may_omit = matches!(category, Category::Zero | Category::One | Category::Two);
            let found = placeholders(form);
            if found != expected && !(may_omit && found.is_empty()) {
                self.add(place, format!("“{category:?}” has placeholders {found:?}, English has {expected:?}"));
            }
        }
    }
}

fn plural(object: &serde_json::Map<String, Value>) -> Plural {
    serde_json::from_value(Value::Object(object.clone())).unwrap_or_default()
}
