//! Identifiers of the two axes of the matrix and of targets: small, checked, ordered.

use std::{cmp::Ordering, fmt};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{packed::Packed, value::Value};

/// Why a text is not an identifier.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IdError {
    #[error("“{0}” is not the id of an action line (lower-case letters, digits, hyphens; 1 to 16)")]
    Line(String),
    #[error("{0} is not the number of a goal (1 to 99)")]
    Goal(u64),
    #[error("“{0}” is not the code of a target, such as 9.c or 16.10")]
    Target(String),
}

/// The id of an action line as it stands in addresses: `c2`, `c7-egov`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[a-z0-9-]{1,16}$")))]
pub struct LineId(String);

impl LineId {
    /// # Errors
    /// When the text could not stand in an address.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (1..=16).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError::Line(text.chars().take(40).collect()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number of a goal: 1 to 17 today; the axis itself is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "u64", into = "u64")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "u8", extend("minimum" = 1, "maximum" = 99)))]
pub struct GoalId(u8);

impl GoalId {
    /// # Errors
    /// When the number is not between 1 and 99.
    pub fn new(number: u64) -> Result<Self, IdError> {
        match u8::try_from(number) {
            Ok(n @ 1..=99) => Ok(Self(n)),
            _ => Err(IdError::Goal(number)),
        }
    }

    /// A goal as it stands in an address: digits only, no sign, no leading zero.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() <= 2 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok().and_then(|n| Self::new(n).ok())).flatten()
    }

    pub const fn number(self) -> u8 {
        self.0
    }
}

/// The code of a target: `9.1`, `16.10`, `9.c`. Ordered as the UN lists them: numbers before letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = r"^[1-9][0-9]?\.([1-9][0-9]?|[a-z])$")))]
pub struct TargetCode(String);

impl TargetCode {
    /// # Errors
    /// When the text has not the form `goal.number` or `goal.letter`.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let valid = text.split_once('.').is_some_and(|(goal, rest)| {
            let letter = rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_lowercase());
            GoalId::parse(goal).is_some() && (letter || GoalId::parse(rest).is_some())
        });
        if valid { Ok(Self(text.to_owned())) } else { Err(IdError::Target(text.chars().take(40).collect())) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of the goal this target belongs to, and its place within it.
    fn parts(&self) -> (u8, (u8, u8)) {
        let (goal, rest) = self.0.split_once('.').unwrap_or(("0", "0"));
        let place = match rest.parse::<u8>() {
            Ok(number) => (0, number),
            Err(_) => (1, rest.bytes().next().unwrap_or_default()),
        };
        (goal.parse().unwrap_or_default(), place)
    }

    /// Whether the target belongs to the goal.
    pub fn belongs_to(&self, goal: GoalId) -> bool {
        self.parts().0 == goal.number()
    }
}

impl Ord for TargetCode {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for TargetCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A pair of an action line and a goal, linked or not: `c2-9` in addresses and files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[a-z0-9-]{1,16}-[1-9][0-9]?$")))]
pub struct CellId {
    pub line: LineId,
    pub goal: GoalId,
}

impl CellId {
    /// `c7-egov-9` → (`c7-egov`, 9): the goal is what follows the last hyphen.
    pub fn parse(text: &str) -> Option<Self> {
        let (line, goal) = text.rsplit_once('-')?;
        Some(Self { line: LineId::parse(line).ok()?, goal: GoalId::parse(goal)? })
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for GoalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for TargetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.line, self.goal)
    }
}

impl TryFrom<String> for LineId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}

impl TryFrom<u64> for GoalId {
    type Error = IdError;
    fn try_from(number: u64) -> Result<Self, IdError> {
        Self::new(number)
    }
}

impl TryFrom<String> for TargetCode {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for CellId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text).ok_or_else(|| IdError::Line(text.chars().take(40).collect()))
    }
}

impl From<LineId> for String {
    fn from(id: LineId) -> Self {
        id.0
    }
}

impl From<GoalId> for u64 {
    fn from(id: GoalId) -> Self {
        Self::from(id.0)
    }
}

impl From<TargetCode> for String {
    fn from(code: TargetCode) -> Self {
        code.0
    }
}

impl From<CellId> for String {
    fn from(cell: CellId) -> Self {
        cell.to_string()
    }
}

impl Packed for LineId {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.0.pack()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::parse(value.as_str()?).ok()
    }
}

impl Packed for GoalId {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.0.into()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::new(value.as_u64()?).ok()
    }
}

impl Packed for TargetCode {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.0.pack()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::parse(value.as_str()?).ok()
    }
}

impl Packed for CellId {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::String(self.to_string())
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::parse(value.as_str()?)
    }
}
