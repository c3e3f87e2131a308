//! The form for members, and what stays of a case study that was withdrawn, as plain data.

use super::{Choice, GoalRef, LineRef};
use crate::domain::texts;

/// Where a member tells a case study.
#[derive(Clone, Debug, PartialEq)]
pub struct SubmitPage {
    pub text: texts::Submit,
    pub lines: Vec<LineRef>,
    pub goals: Vec<GoalRef>,
    pub kinds: Vec<Choice>,
    /// By name, as the language sorts them; the count is none.
    pub countries: Vec<Choice>,
    pub privacy: String,
}

/// What is said in the place of a case study that was withdrawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    pub heading: String,
    pub lead: String,
}
