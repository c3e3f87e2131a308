//! `site import`: turns an export of another list, such as WSIS Stocktaking, into case-study files. A mapping says which
//! column is what. Bad rows are told with their number and reason and kept aside; good rows go in; a second run changes
//! nothing; no file is ever half-written.

mod row;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    files::{Files, WORK, read_json, story_path},
    places::Places,
};
use crate::domain::{
    content::{Goal, Line},
    day::Day,
    lang::Lang,
    names::Slug,
    story::{Kind, Origin, Story, StoryFile},
};

/// What the columns of an export mean.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Begins the slug of every entry, so that lists do not meet: `stocktaking`.
    pub prefix: String,
    /// What the list is called, for the link to the original entry.
    pub list: String,
    pub columns: Columns,
    /// Between several values of one column.
    #[serde(default = "semicolon")]
    pub separator: String,
    /// The language of the texts when no column says so.
    pub lang: Lang,
    /// The day of the export.
    pub confirmed: Day,
    /// Words of the export for kinds of organisations.
    #[serde(default)]
    pub types: BTreeMap<String, Kind>,
    /// Words of the export for countries, where they are neither a code nor a name of the CLDR or the UN: `KE`.
    #[serde(default)]
    pub countries: BTreeMap<String, String>,
    /// Words of the export for action lines, where they are neither an id nor a code: `c7-eagr`.
    #[serde(default)]
    pub lines: BTreeMap<String, String>,
}

fn semicolon() -> String {
    ";".to_owned()
}

/// Names of columns, or of fields of a JSON export.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// What the list itself calls the entry: never changes.
    pub id: String,
    pub title: String,
    pub summary: String,
    pub organisation: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub countries: String,
    pub from: String,
    #[serde(default)]
    pub to: Option<String>,
    pub lines: String,
    pub goals: String,
    /// The address of the original entry.
    pub url: String,
    #[serde(default)]
    pub lang: Option<String>,
}

/// A row by its columns, with its number in the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub number: usize,
    pub cells: BTreeMap<String, String>,
}

/// A row that did not go in, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    pub row: Row,
    pub reasons: Vec<String>,
}

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub written: usize,
    pub unchanged: usize,
    pub rejected: Vec<Rejected>,
}

/// What rows are held against.
pub struct World<'a> {
    pub lines: &'a [Line],
    pub goals: &'a [Goal],
    pub places: &'a Places,
}

/// Imports an export into the data folder.
///
/// # Errors
/// When the mapping, the export or the data cannot be read, or a file cannot be written. Bad rows are no error.
pub fn import(export: &Path, mapping: &Path, data: &Path) -> Result<Outcome, String> {
    let mapping: Mapping =
        read_json(mapping).map_err(|(place, what)| format!("{} {place}: {what}", mapping.display()))?;
    let files = Files::read(data, Path::new(WORK));
    let (Some(lines), Some(goals), Some(places)) = (&files.lines, &files.goals, &files.places) else {
        return Err("lines.json, goals.json or the places cannot be read; `site check` says why".to_owned());
    };
    let world = World { lines: &lines.lines, goals: &goals.goals, places };
    let ours: BTreeSet<&Slug> =
        files.stories.iter().filter(|story| story.origin != Origin::Imported).map(|story| &story.id).collect();
    let mut outcome = Outcome::default();
    let mut seen: BTreeMap<Slug, usize> = BTreeMap::new();
    for row in rows(export)? {
        let story = row::story(&row, &mapping, &world).and_then(|story| {
            let clash = match seen.insert(story.id.clone(), row.number) {
                _ if ours.contains(&story.id) => Some(format!("{} is a case study of ours", story.id)),
                Some(first) => Some(format!("has the same id as row {first}")),
                None => None,
            };
            clash.map_or(Ok(story), |clash| Err(vec![clash]))
        });
        match story {
            Ok(story) => {
                let count = if put(data, story)? { &mut outcome.written } else { &mut outcome.unchanged };
                *count += 1;
            }
            Err(reasons) => outcome.rejected.push(Rejected { row, reasons }),
        }
    }
    Ok(outcome)
}

/// Writes a story, unless the same stands there already; aside first, so that no file is ever half-written.
pub(super) fn put(data: &Path, story: Story) -> Result<bool, String> {
    let path = data.join(story_path(story.id.as_str()));
    let error = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut text = serde_json::to_string_pretty(&StoryFile { data: story }).map_err(|error| error.to_string())?;
    text.push('\n');
    if fs::read_to_string(&path).is_ok_and(|before| before == text) {
        return Ok(false);
    }
    let aside = path.with_extension("new");
    fs::write(&aside, text).and_then(|()| fs::rename(&aside, &path)).map_err(error)?;
    Ok(true)
}

/// The rows of an export: a CSV with a line of headings, or a JSON array of objects.
fn rows(export: &Path) -> Result<Vec<Row>, String> {
    let error = |what: String| format!("{}: {what}", export.display());
    let bytes = fs::read(export).map_err(|what| error(what.to_string()))?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    if export.extension().is_some_and(|ending| ending == "json") {
        let value: Value = serde_json::from_slice(text).map_err(|what| error(what.to_string()))?;
        let items = value.as_array().ok_or_else(|| error("is not an array of objects".to_owned()))?;
        let row = |(at, item): (usize, &Value)| Row {
            number: at + 1,
            cells: item.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), worded(value))).collect(),
        };
        return Ok(items.iter().enumerate().map(row).collect());
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text);
    let headings: Vec<String> =
        reader.byte_headers().map_err(|what| error(what.to_string()))?.iter().map(lossy).collect();
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        let record = record.map_err(|what| error(what.to_string()))?;
        // As a spreadsheet numbers them: the headings are row 1.
        let cells = headings.iter().cloned().zip(record.iter().map(lossy)).collect();
        rows.push(Row { number: rows.len() + 2, cells });
    }
    Ok(rows)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn worded(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Array(items) => items.iter().map(worded).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}

/// The rejected rows as a CSV: number, reasons, then the row as it came.
///
/// # Errors
/// When the file cannot be written.
pub fn write_rejects(rejected: &[Rejected], path: &Path) -> Result<(), String> {
    let error = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let headings: BTreeSet<&String> = rejected.iter().flat_map(|one| one.row.cells.keys()).collect();
    let mut writer = csv::Writer::from_path(path).map_err(|what| error(&what))?;
    let first = ["row", "reasons"].into_iter().chain(headings.iter().map(|heading| heading.as_str()));
    writer.write_record(first).map_err(|what| error(&what))?;
    for Rejected { row, reasons } in rejected {
        let (number, reasons) = (row.number.to_string(), reasons.join("; "));
        let cells = headings.iter().map(|heading| row.cells.get(*heading).map_or("", String::as_str));
        let record = [number.as_str(), reasons.as_str()].into_iter().chain(cells);
        writer.write_record(record).map_err(|what| error(&what))?;
    }
    writer.flush().map_err(|what| error(&what))
}
