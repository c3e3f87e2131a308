//! `matrix.csv` and `case-studies.csv`: the links and the case studies as clean tables for spreadsheets.

use super::pages::Content;
use crate::domain::{ids::TargetCode, lang::Lang};

/// Spreadsheets take a file for UTF-8 only when it begins so.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of `matrix.csv`.
pub const MATRIX: [&str; 13] = [
    "line",
    "line_code",
    "line_title",
    "goal",
    "goal_title",
    "targets",
    "whole_goal",
    "status",
    "rationale",
    "source",
    "licence",
    "as_of",
    "filters",
];

/// All links, one row each; texts in English.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn matrix(content: &Content) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer();
    writer.write_record(MATRIX)?;
    for link in &content.links {
        let line = content.lines.iter().find(|line| line.id == link.line);
        let goal = content.goals.iter().find(|goal| goal.number == link.goal);
        let targets: Vec<&str> = link.targets.iter().map(TargetCode::as_str).collect();
        let rationale = content.rationales.get(&Lang::En).and_then(|file| file.rationales.get(&link.cell()));
        writer.write_record([
            link.line.as_str(),
            line.map_or("", |line| &line.code),
            line.and_then(|line| line.title.get(&Lang::En)).map_or("", String::as_str),
            &link.goal.to_string(),
            goal.and_then(|goal| goal.title.get(&Lang::En)).map_or("", String::as_str),
            &targets.join(" "),
            if link.whole { "true" } else { "false" },
            link.status.as_str(),
            rationale.map_or("", String::as_str),
            &link.sources.join(" "),
            "CC BY 4.0",
            &content.as_of,
            "",
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The columns of `case-studies.csv`.
pub const STORIES: [&str; 20] = [
    "id",
    "title",
    "summary",
    "lang",
    "organisation",
    "type",
    "countries",
    "scope",
    "from",
    "to",
    "lines",
    "goals",
    "prize_year",
    "prize_result",
    "origin",
    "confirmed",
    "source",
    "licence",
    "as_of",
    "filters",
];

/// All case studies, one row each; texts in the language they were written in.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn stories(content: &Content) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer();
    writer.write_record(STORIES)?;
    for story in &content.stories.all {
        let prize = story.prize.as_ref();
        let to = story.years.to.map(|year| year.to_string()).unwrap_or_default();
        writer.write_record([
            story.id.as_str(),
            &plain(&story.title),
            &plain(&story.summary),
            story.lang.code(),
            &plain(&story.organisation),
            story.kind.as_str(),
            &joined(&story.countries),
            if story.scope.is_some() { "global" } else { "" },
            &story.years.from.to_string(),
            &to,
            &joined(&story.lines),
            &joined(&story.goals),
            &prize.map(|prize| prize.year.to_string()).unwrap_or_default(),
            prize.map_or("", |prize| prize.result.as_str()),
            story.origin.as_str(),
            &story.confirmed.to_string(),
            &story.sources.join(" "),
            "CC BY 4.0",
            &content.as_of,
            "",
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A text that no spreadsheet takes for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn joined<T: ToString>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}

/// A writer of a table that spreadsheets read.
fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec())
}
