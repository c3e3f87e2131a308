//! JSON Schema of every data file, made from the types that read it.

use schemars::{Schema, schema_for};

use super::import::Mapping;
use crate::domain::{
    content::{
        ChangesFile, CountryNamesFile, EmbedFile, GlossaryFile, GoalsFile, LinesFile, MatrixFile, RationalesFile,
        RedirectsFile, SourcesFile, TargetsFile, VersionFile, WithdrawnFile,
    },
    relations::{LayersFile, RelatedFile},
    story::StoryFile,
    submission::SubmissionFile,
    texts,
};

/// Name (without `.json`) and schema of every kind of file, as published under `/data/schema/`.
pub fn all() -> Vec<(&'static str, Schema)> {
    vec![
        ("lines", schema_for!(LinesFile)),
        ("goals", schema_for!(GoalsFile)),
        ("targets", schema_for!(TargetsFile)),
        ("matrix", schema_for!(MatrixFile)),
        ("sources", schema_for!(SourcesFile)),
        ("changes", schema_for!(ChangesFile)),
        ("glossary", schema_for!(GlossaryFile)),
        ("embed", schema_for!(EmbedFile)),
        ("version", schema_for!(VersionFile)),
        ("layers", schema_for!(LayersFile)),
        ("related", schema_for!(RelatedFile)),
        ("case-study", schema_for!(StoryFile)),
        ("country-names", schema_for!(CountryNamesFile)),
        ("redirects", schema_for!(RedirectsFile)),
        ("withdrawn", schema_for!(WithdrawnFile)),
        ("import-mapping", schema_for!(Mapping)),
        ("rationales", schema_for!(RationalesFile)),
        ("text-common", schema_for!(texts::Common)),
        ("text-home", schema_for!(texts::Home)),
        ("text-explorer", schema_for!(texts::Explorer)),
        ("text-help", schema_for!(texts::Help)),
        ("text-embed", schema_for!(texts::Embed)),
        ("text-submit", schema_for!(texts::Submit)),
        ("text-staff", schema_for!(texts::Staff)),
        ("submission", schema_for!(SubmissionFile)),
        ("text-link", schema_for!(texts::LinkTexts)),
        ("text-cell", schema_for!(texts::CellTexts)),
        ("text-line", schema_for!(texts::LineTexts)),
        ("text-goal", schema_for!(texts::GoalTexts)),
        ("text-about", schema_for!(texts::About)),
        ("text-prose", schema_for!(texts::Prose)),
        ("text-data", schema_for!(texts::DataTexts)),
        ("text-library", schema_for!(texts::LibraryTexts)),
        ("text-story", schema_for!(texts::StoryTexts)),
        ("text-place", schema_for!(texts::PlaceTexts)),
        ("text-share", schema_for!(texts::ShareTexts)),
        ("text-search", schema_for!(texts::SearchTexts)),
        ("text-dates", schema_for!(texts::Dates)),
        ("text-notfound", schema_for!(texts::NotFound)),
    ]
}

/// A schema as it is published.
pub fn printed(schema: &Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
