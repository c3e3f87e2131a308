//! `matrix.csv`: the links as a clean table for spreadsheets.

use super::pages::Content;
use crate::domain::{ids::TargetCode, lang::Lang};

/// Spreadsheets take a file for UTF-8 only when it begins so.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const COLUMNS: [&str; 13] = [
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
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(COLUMNS)?;
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
