//! The relation between action lines and goals: one list of links, from which both directions are read.

use serde::{Deserialize, Serialize};

use super::{
    content::Words,
    ids::{CellId, GoalId, LineId, TargetCode},
    packed::{Fields, Packed},
    value::Value,
};
use crate::packed;

/// How sure a link is: whether the structured copy that was read and our record of the table of 2015 agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Both give the same targets.
    Confirmed,
    /// Both have the link, with different targets.
    Disputed,
    /// Only the copy has the link.
    Unconfirmed,
}

impl Status {
    const ALL: [Self; 3] = [Self::Confirmed, Self::Disputed, Self::Unconfirmed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Disputed => "disputed",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// What one source says of a link that is not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Id of the source, see `sources.json`.
    pub source: String,
    pub targets: Vec<TargetCode>,
    /// The source cites the goal as a whole.
    #[serde(default, skip_serializing_if = "is_false")]
    pub whole: bool,
    /// The source has no such link.
    #[serde(default, skip_serializing_if = "is_false")]
    pub absent: bool,
}

impl Reading {
    /// Whether this is our record of the table of 2015: memory, not a document that was read.
    pub fn is_record(&self) -> bool {
        self.source == "matrix-table-iii"
    }
}

/// A link of the matrix. `targets` holds what was read in the copy, never what rests on memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub line: LineId,
    pub goal: GoalId,
    pub targets: Vec<TargetCode>,
    /// The link is (also) made to the goal as a whole.
    #[serde(default, skip_serializing_if = "is_false")]
    pub whole: bool,
    pub status: Status,
    /// Ids of the sources in which the link was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Remark of the editors on a link that is not confirmed.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
}

impl Link {
    pub fn cell(&self) -> CellId {
        CellId { line: self.line.clone(), goal: self.goal }
    }

    pub fn is(&self, line: &LineId, goal: GoalId) -> bool {
        self.goal == goal && self.line == *line
    }
}

packed! { Reading { source, targets, whole, absent } }

impl Packed for Status {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.as_str().into()
    }
    fn unpack(value: Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }
}

/// Without the note: it travels in the language of the page, beside the link.
impl Packed for Link {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::Array(vec![
            self.line.pack(),
            self.goal.pack(),
            self.targets.pack(),
            self.whole.pack(),
            self.status.pack(),
            self.sources.pack(),
            self.readings.pack(),
        ])
    }
    fn unpack(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            line: fields.take()?,
            goal: fields.take()?,
            targets: fields.take()?,
            whole: fields.take()?,
            status: fields.take()?,
            sources: fields.take()?,
            readings: fields.take()?,
            note: Words::new(),
        })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}
