//! Questions to the links of the matrix: what a filter leaves, what serves all of what was chosen, who shares most.

use super::{
    ids::{GoalId, LineId},
    matrix::Link,
    query::{Axes, Query},
};

/// The lines and goals that are shown, in their order; all of them when nothing was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
}

impl Shown {
    /// What a query leaves of the matrix. A bridge leaves the lines that serve all of the chosen goals, if two or more
    /// goals are chosen; else the goals that all of the chosen lines serve.
    pub fn of(query: &Query, axes: &Axes, links: &[Link]) -> Self {
        let linked = |line: &LineId, goal: GoalId| links.iter().any(|link| link.is(line, goal));
        let serves_all = |line: &&LineId| query.goals.iter().all(|goal| linked(line, *goal));
        let served_by_all = |goal: &&GoalId| query.lines.iter().all(|line| linked(line, **goal));
        let by_goals = query.bridge && query.goals.len() > 1;
        let by_lines = query.bridge && !by_goals && query.lines.len() > 1;
        Self {
            lines: axes
                .lines
                .iter()
                .filter(|line| query.lines.is_empty() || query.lines.contains(line))
                .filter(|line| !by_goals || serves_all(line))
                .cloned()
                .collect(),
            goals: axes
                .goals
                .iter()
                .filter(|goal| query.goals.is_empty() || query.goals.contains(goal))
                .filter(|goal| !by_lines || served_by_all(goal))
                .copied()
                .collect(),
        }
    }

    pub fn admits(&self, line: &LineId, goal: GoalId) -> bool {
        self.lines.contains(line) && self.goals.contains(&goal)
    }

    /// The links between what is shown.
    pub fn links<'a>(&'a self, links: &'a [Link]) -> impl Iterator<Item = &'a Link> {
        links.iter().filter(|link| self.admits(&link.line, link.goal))
    }
}

/// The lines that share goals with a line, or the goals that share lines with a goal: those that share most first, each
/// with how many they share.
pub fn neighbours<T: Clone + PartialEq, U: PartialEq>(
    of: &T,
    all: &[T],
    links: &[Link],
    ends: impl Fn(&Link) -> (T, U),
) -> Vec<(T, usize)> {
    let served =
        |one: &T| -> Vec<U> { links.iter().map(&ends).filter(|(own, _)| own == one).map(|(_, other)| other).collect() };
    let own = served(of);
    let mut shared: Vec<(T, usize)> = all
        .iter()
        .filter(|other| *other != of)
        .map(|other| (other.clone(), served(other).iter().filter(|one| own.contains(one)).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    shared.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    shared
}
