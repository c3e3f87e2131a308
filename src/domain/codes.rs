//! Codes that people type into the search: `9.c`, `C7`, `SDG 9`, `c2 × 9`. Answered directly, before any index.

use super::{
    ids::{CellId, GoalId, LineId, TargetCode},
    near::lower,
    query::Axes,
};

/// What a code names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coded {
    Goal(GoalId),
    /// A target; its place is the page of its goal.
    Target(TargetCode),
    Line(LineId),
    Cell(CellId),
}

/// Words before the number of a goal, in the six languages, lower case.
const GOAL_WORDS: [&str; 15] = [
    "goal",
    "sdg",
    "objetivo",
    "ods",
    "objectif",
    "odd",
    "цель",
    "цур",
    "目标",
    "可持续发展目标",
    "الهدف",
    "هدف",
    "#",
    "sdg-",
    "goal-",
];

/// What the words name, in the order of lines, goals, targets; nothing when they are no code.
pub fn read(words: &str, axes: &Axes) -> Vec<Coded> {
    let text: String = words.trim().chars().map(lower).collect();
    let text = text.replace(['×', '/', '&', '+'], " ");
    let bare = strip_goal_word(&text);
    if let Ok(code) = TargetCode::parse(bare)
        && axes.goals.iter().any(|goal| code.belongs_to(*goal))
    {
        return vec![Coded::Target(code)];
    }
    if let Some(goal) = goal(bare, axes) {
        return vec![Coded::Goal(goal)];
    }
    let lines = lines(&text, axes);
    if !lines.is_empty() {
        return lines.into_iter().map(Coded::Line).collect();
    }
    // A line and a goal: `c2 9`, `c7 e-gov goal 16`, `c2-9`.
    if let Some(cell) = CellId::parse(&text).filter(|cell| axes.has(cell)) {
        return vec![Coded::Cell(cell)];
    }
    let Some((front, last)) = text.rsplit_once(' ') else { return Vec::new() };
    let front = GOAL_WORDS.iter().find_map(|word| front.trim().strip_suffix(word)).unwrap_or(front).trim();
    match (self::lines(front, axes).as_slice(), goal(strip_goal_word(last), axes)) {
        ([line], Some(goal)) => vec![Coded::Cell(CellId { line: line.clone(), goal })],
        _ => Vec::new(),
    }
}

fn strip_goal_word(text: &str) -> &str {
    GOAL_WORDS.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim()
}

fn goal(text: &str, axes: &Axes) -> Option<GoalId> {
    GoalId::parse(text).filter(|goal| axes.goals.contains(goal))
}

/// A line by its id or code, with or without spaces and hyphens; `c7` alone names all of its applications.
fn lines(text: &str, axes: &Axes) -> Vec<LineId> {
    let plain = |text: &str| text.replace([' ', '-', '.'], "");
    let wanted = plain(text);
    let exact: Vec<LineId> = axes.lines.iter().filter(|line| plain(line.as_str()) == wanted).cloned().collect();
    if !exact.is_empty() || wanted.len() < 2 || !wanted.starts_with('c') {
        return exact;
    }
    let family = |line: &LineId| line.as_str().split_once('-').is_some_and(|(family, _)| family == wanted);
    axes.lines.iter().filter(|line| family(line)).cloned().collect()
}
