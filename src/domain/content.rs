//! The records of the files under `public/data/`, as authored and as served.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    day::Day,
    ids::{CellId, GoalId, LineId, TargetCode},
    lang::Lang,
    matrix::Link,
    names::{Country, Slug},
};

/// A text in the languages it exists in so far.
pub type Words = BTreeMap<Lang, String>;

/// Whether a source that was read states a thing, or it comes from memory and must be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    Confirmed,
    Recalled,
}

/// `lines.json`: the rows of the matrix in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinesFile {
    pub lines: Vec<Line>,
}

/// One action line of the Geneva Plan of Action, or one of the eight applications of C7.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub id: LineId,
    /// As written: `C2`, `C7 e-gov`.
    pub code: String,
    /// A short name of our own for rows and headings, in all six languages.
    pub short: Words,
    /// The official title, in all six languages.
    pub title: Words,
    #[serde(rename = "titleConfidence")]
    pub title_confidence: BTreeMap<Lang, Confidence>,
    #[serde(rename = "titleInLaterDocuments", default, skip_serializing_if = "Words::is_empty")]
    pub later_title: Words,
    /// The title of C7 for its eight applications.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub family: Words,
    pub summary: Words,
    pub facilitators: Facilitators,
    /// Ids of sources.
    pub sources: Vec<String>,
}

/// The organizations that facilitate an action line, by their short names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facilitators {
    pub lead: Vec<String>,
    pub co: Vec<String>,
    pub confidence: Confidence,
    pub sources: Vec<String>,
    /// Remark of the editors, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// `goals.json`: the columns of the matrix in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoalsFile {
    pub goals: Vec<Goal>,
}

/// One Sustainable Development Goal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Goal {
    pub number: GoalId,
    /// The UN's identifier, such as `http://metadata.un.org/sdg/9`.
    pub identifier: String,
    pub title: Words,
    /// The official colour, `#RRGGBB`.
    pub colour: String,
    pub summary: Words,
    pub sources: Vec<String>,
}

/// `targets.json`: all 169 targets, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetsFile {
    pub targets: Vec<Target>,
}

/// One target; targets that the matrix cites have a gist in our own words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub code: TargetCode,
    pub goal: GoalId,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub gist: Words,
}

/// `matrix.json`: the links in row order. The order of the file is the order of “previous” and “next”.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatrixFile {
    /// The day on which the data were last read, `YYYY-MM-DD`: printed with every export.
    #[serde(rename = "asOf")]
    pub as_of: String,
    /// Ids of sources that describe the document itself.
    #[serde(rename = "documentSources")]
    pub document_sources: Vec<String>,
    pub links: Vec<Link>,
}

/// `changes.json`: what has changed in the matrix on this site, the oldest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangesFile {
    pub changes: Vec<Change>,
}

/// One change to one or more links.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day on which it stood on this site.
    pub date: Day,
    /// The links that changed, those that are gone included.
    pub cells: Vec<CellId>,
    /// What changed and why, in a sentence.
    pub what: Words,
}

/// `glossary.json`: the terms of the field, each with the forms that its translations may have.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    pub terms: Vec<Term>,
}

/// A term, lower case and cut where its endings begin; a text whose English has it must have one of the forms.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub english: String,
    pub forms: BTreeMap<Lang, Vec<String>>,
}

/// `sources.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    pub sources: Vec<Source>,
}

/// A page, document or data set that was read, or memory (`kind` = `recalled`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// As printed or worked out from the content, see `dateBasis`.
    pub date: String,
    #[serde(rename = "dateBasis")]
    pub date_basis: DateBasis,
    /// `page`, `document`, `dataset`, `report`, `secondary`, or `recalled`: not read, from memory.
    pub kind: String,
    pub licence: String,
    #[serde(rename = "licenceBasis")]
    pub licence_basis: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Where the date of a source comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    Stated,
    Inferred,
    None,
}

/// `{lang}/matrix.json`: why a line serves a goal, in our own words; a missing one falls back to English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RationalesFile {
    pub rationales: BTreeMap<CellId, String>,
}

/// `country-names.json`: names of countries and areas where those of the Unicode CLDR differ from the UN's usage.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountryNamesFile {
    pub names: Vec<CountryName>,
}

/// The name of one country or area in all six languages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountryName {
    pub country: Country,
    pub name: Words,
    pub sources: Vec<String>,
}

/// `redirects.json`: former slugs of case studies. They lead to the present ones for ever.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedirectsFile {
    pub redirects: Vec<Redirect>,
}

/// A former slug and the present one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    pub from: Slug,
    pub to: Slug,
}

/// `withdrawn.json`: case studies that were published and are no more. Their addresses say so for ever.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawnFile {
    pub stories: Vec<Withdrawn>,
}

/// A withdrawn case study: its address, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    pub id: Slug,
    pub on: Day,
}

/// `embed.json`: what other sites rely on for ever: releases of their script, and versions of the data.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmbedFile {
    /// The oldest first; `public/embed/v{version}.js` never changes.
    pub loaders: Vec<LoaderRelease>,
    /// The oldest first; each is `versions/{id}.json`.
    pub versions: Vec<Version>,
}

/// A release of the script for hosts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoaderRelease {
    pub version: String,
    /// `sha384-…`, as browsers check it.
    pub integrity: String,
}

/// A version of the matrix that stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The first twelve digits of the SHA-256 of its content.
    pub id: String,
    /// The day on which the data were last read.
    pub date: String,
}

/// `versions/{id}.json`: the matrix as it was, whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VersionFile {
    pub lines: LinesFile,
    pub goals: GoalsFile,
    pub targets: TargetsFile,
    pub matrix: MatrixFile,
    pub rationales: BTreeMap<Lang, RationalesFile>,
}
