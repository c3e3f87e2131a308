//! From a row of an export to a case study, or to the reasons why it is none.

use super::{Mapping, Row, World};
use crate::{
    domain::{
        ids::{GoalId, LineId},
        lang::Lang,
        names::{Country, Slug, Web, turns},
        story::{Kind, Scope, Story, WebLink, Years},
    },
    site::stories::imported,
};

/// The longest of each text, in characters. A summary may be shorter than the check allows: the original entry has the rest.
const TITLE: usize = 160;
const SUMMARY: usize = 1_200;

/// Ways to say “everywhere”.
const WORLDWIDE: [&str; 5] = ["global", "worldwide", "world", "international", "all countries"];

/// Collects what is wrong with a row.
struct Reader<'a> {
    row: &'a Row,
    mapping: &'a Mapping,
    reasons: Vec<String>,
}

/// The case study of a row.
///
/// # Errors
/// Everything that is wrong with the row.
pub fn story(row: &Row, mapping: &Mapping, world: &World<'_>) -> Result<Story, Vec<String>> {
    let columns = &mapping.columns;
    let mut reader = Reader { row, mapping, reasons: Vec::new() };
    let id = reader.slug();
    let title = reader.text("title", &columns.title, TITLE);
    let summary = reader.summary();
    let organisation = reader.text("organisation", &columns.organisation, TITLE);
    let kind = reader.kind();
    let (countries, scope) = reader.countries(world);
    let years = reader.years();
    let lines = reader.lines(world);
    let goals = reader.goals(world);
    let url = reader.url();
    let lang = reader.lang();
    match (id, kind, years, url, lang) {
        (Some(id), Some(kind), Some(years), Some(url), Some(lang)) if reader.reasons.is_empty() => Ok(Story {
            lang,
            title,
            summary,
            organisation,
            kind,
            countries,
            scope,
            years,
            lines,
            goals,
            ..imported(id, WebLink { url, text: Some(mapping.list.clone()) }, mapping.confirmed)
        }),
        _ => Err(reader.reasons),
    }
}

impl Reader<'_> {
    /// A cell without what turns or hides text, its white space folded.
    fn cell(&self, column: &str) -> String {
        let text = self.row.cells.get(column).map_or("", String::as_str);
        let clean: String = text
            .chars()
            .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
            .filter(|c| !turns(*c))
            .collect();
        clean.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn reject<T>(&mut self, reason: impl Into<String>) -> Option<T> {
        self.reasons.push(reason.into());
        None
    }

    fn parts(&self, column: &str) -> Vec<String> {
        let cell = self.cell(column);
        let parts = cell.split(self.mapping.separator.as_str()).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
    }

    fn slug(&mut self) -> Option<Slug> {
        let id = self.cell(&self.mapping.columns.id);
        let name = slug::slugify(format!("{}-{id}", self.mapping.prefix));
        match Slug::parse(&name) {
            Ok(slug) if !id.is_empty() => Some(slug),
            _ => self.reject(format!("id “{}” cannot stand in an address", short(&id))),
        }
    }

    fn text(&mut self, name: &str, column: &str, most: usize) -> String {
        let text = self.cell(column);
        match text.chars().count() {
            0 => self.reasons.push(format!("{name} is empty")),
            length if length > most => self.reasons.push(format!("{name} has {length} characters, more than {most}")),
            _ => {}
        }
        text
    }

    /// A longer summary ends at a word: the original entry has the rest.
    fn summary(&mut self) -> String {
        let text = self.cell(&self.mapping.columns.summary);
        if text.is_empty() {
            self.reasons.push("summary is empty".to_owned());
        }
        if text.chars().count() <= SUMMARY {
            return text;
        }
        let cut: String = text.chars().take(SUMMARY - 1).collect();
        let end = cut.rfind(' ').filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
        format!("{}…", cut[..end].trim_end())
    }

    fn kind(&mut self) -> Option<Kind> {
        let word = self.cell(&self.mapping.columns.kind);
        let mapped = self.mapping.types.get(&word).copied();
        match mapped.or_else(|| Kind::ALL.into_iter().find(|kind| kind.as_str() == word)) {
            Some(kind) => Some(kind),
            None => self.reject(format!("type “{}” is not in the mapping", short(&word))),
        }
    }

    fn countries(&mut self, world: &World<'_>) -> (Vec<Country>, Option<Scope>) {
        let parts = self.parts(&self.mapping.columns.countries);
        if parts.len() == 1 && WORLDWIDE.contains(&parts[0].to_lowercase().as_str()) {
            return (Vec::new(), Some(Scope::Global));
        }
        let mut countries: Vec<Country> = Vec::new();
        for word in &parts {
            match self.country(word, world) {
                Some(country) if countries.contains(&country) => {}
                Some(country) => countries.push(country),
                None => self.reasons.push(format!("country “{}” is unknown", short(word))),
            }
        }
        if parts.is_empty() {
            self.reasons.push("names no country".to_owned());
        }
        (countries, None)
    }

    /// By the mapping, by code, or by a name in any of the six languages.
    fn country(&self, word: &str, world: &World<'_>) -> Option<Country> {
        let code = self.mapping.countries.get(word).map_or(word, String::as_str);
        let known = |country: &Country| world.places.countries.contains_key(country);
        Country::parse(code).ok().filter(known).or_else(|| {
            let lower = word.to_lowercase();
            let named = |names: &crate::domain::content::Words| names.values().any(|name| name.to_lowercase() == lower);
            world.places.countries.iter().find(|(_, place)| named(&place.names)).map(|(country, _)| *country)
        })
    }

    fn years(&mut self) -> Option<Years> {
        let columns = &self.mapping.columns;
        let (from, to) = (self.cell(&columns.from), columns.to.as_ref().map(|to| self.cell(to)).unwrap_or_default());
        let Some(from) = year(&from) else {
            return self.reject(format!("first year “{}” is not a year", short(&from)));
        };
        if to.is_empty() {
            return Some(Years { from, to: None, about: false });
        }
        match year(&to) {
            Some(to) if to >= from => Some(Years { from, to: Some(to), about: false }),
            Some(_) => self.reject("ends before it begins"),
            None => self.reject(format!("last year “{}” is not a year", short(&to))),
        }
    }

    fn lines(&mut self, world: &World<'_>) -> Vec<LineId> {
        let mut lines: Vec<LineId> = Vec::new();
        for word in self.parts(&self.mapping.columns.lines) {
            let id = self.mapping.lines.get(&word).map_or(word.as_str(), String::as_str).to_lowercase();
            let line = world.lines.iter().find(|line| line.id.as_str() == id || line.code.to_lowercase() == id);
            match line {
                Some(line) if lines.contains(&line.id) => {}
                Some(line) => lines.push(line.id.clone()),
                None => self.reasons.push(format!("action line “{}” is unknown", short(&word))),
            }
        }
        if lines.is_empty() {
            self.reasons.push("names no action line".to_owned());
        }
        lines
    }

    /// `2`, `SDG 2`, `Goal 2: Zero hunger`: the first number counts.
    fn goals(&mut self, world: &World<'_>) -> Vec<GoalId> {
        let mut goals: Vec<GoalId> = Vec::new();
        for word in self.parts(&self.mapping.columns.goals) {
            let digits: String =
                word.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            match GoalId::parse(&digits).filter(|goal| world.goals.iter().any(|known| known.number == *goal)) {
                Some(goal) if goals.contains(&goal) => {}
                Some(goal) => goals.push(goal),
                None => self.reasons.push(format!("goal “{}” is unknown", short(&word))),
            }
        }
        if goals.is_empty() {
            self.reasons.push("names no goal".to_owned());
        }
        goals
    }

    fn url(&mut self) -> Option<Web> {
        let url = self.cell(&self.mapping.columns.url);
        match Web::parse(&url) {
            Ok(url) => Some(url),
            Err(error) => self.reject(error.to_string()),
        }
    }

    fn lang(&mut self) -> Option<Lang> {
        let Some(column) = &self.mapping.columns.lang else { return Some(self.mapping.lang) };
        let code = self.cell(column).to_lowercase();
        match Lang::parse(&code) {
            Some(lang) => Some(lang),
            None if code.is_empty() => Some(self.mapping.lang),
            None => self.reject(format!("language “{}” is not one of the site’s", short(&code))),
        }
    }
}

/// The year of `2016`, `2016-05-01` or `01/05/2016`.
fn year(text: &str) -> Option<u16> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    parts.filter_map(|part| part.parse().ok()).find(|year| (1950..=2199).contains(year))
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
