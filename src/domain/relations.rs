//! What else is tied to action lines and goals, such as activities and sessions: each list is one file, and an entry in
//! `layers.json` has the explorer count it. A new relation is a file and an entry, and no code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    content::{Confidence, Words},
    ids::{CellId, GoalId, LineId},
    lang::Lang,
    names::Web,
    plural::Plural,
    story::Years,
};

/// `layers.json`, in the order in which the explorer offers them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayersFile {
    pub layers: Vec<Layer>,
}

/// The case studies, as what a layer counts.
pub const CASES: &str = "case-studies";

/// Something the cells of the explorer can count instead of targets.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// As it stands in the address: lower-case letters.
    pub id: String,
    /// `case-studies`, or a file below `public/data/`; behind `#` the name of its list, if that is not the file's.
    pub from: String,
    /// Shows the links for which there is none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gaps: bool,
    pub name: Words,
    /// What is counted, and who says that it belongs there.
    pub lead: Words,
    pub unit: BTreeMap<Lang, Plural>,
}

impl Layer {
    /// The file of the list and the name of the list in it; none for case studies.
    pub fn list(&self) -> Option<(&str, &str)> {
        if self.from == CASES {
            return None;
        }
        let named = self.from.split_once('#');
        Some(named.unwrap_or_else(|| (&self.from, self.from.trim_end_matches(".json"))))
    }
}

/// A file of related things: one or more lists by name.
pub type RelatedFile = BTreeMap<String, Vec<Related>>;

/// An activity, a session, or whatever else names lines and goals.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    pub id: String,
    /// As published, in English.
    pub title: String,
    /// Where it belongs: a sector of ITU, a forum.
    pub within: String,
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub summary: Words,
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
    pub ties: Ties,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<Years>,
    /// A day, a month or a year, as the source dates it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Web>,
    /// Ids of sources.
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

impl Related {
    /// What takes its goals from the matrix itself says nothing of its own about a cell.
    pub fn counts(&self) -> bool {
        self.ties.goals != Tie::Matrix
    }

    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.lines.iter().flat_map(|line| self.goals.iter().map(|goal| CellId { line: line.clone(), goal: *goal }))
    }
}

/// Who says that something belongs to its lines and to its goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ties {
    pub lines: Tie,
    pub goals: Tie,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Tie {
    /// The source.
    Source,
    /// Our own reading.
    Editorial,
    /// The goals are those of its line in the matrix.
    Matrix,
}
