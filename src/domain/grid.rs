//! Moving through the grid of the matrix with the keyboard.

use super::{
    bridges::Shown,
    ids::{CellId, GoalId, LineId},
};

/// What can have the focus in the grid: a cell, linked or not, or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    Cell(CellId),
    Line(LineId),
    Goal(GoalId),
}

/// Where the focus is: `row` 0 is the row of goal headings, `column` 0 the column of line headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub row: usize,
    pub column: usize,
}

/// The spot that `key` leads to, or `None` when the key is not for the grid.
///
/// `rows` and `columns` count the visible lines and goals, headings not included. The empty corner is never reached.
/// Left and right follow the page: in a right-to-left page (`rtl`) they are mirrored.
pub fn step(key: &str, ctrl: bool, at: Spot, rows: usize, columns: usize, rtl: bool) -> Option<Spot> {
    if rows == 0 || columns == 0 {
        return None;
    }
    let Spot { row, column } = at;
    let (back, forward) = if rtl { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
    let to = match key {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(rows), column),
        _ if key == back => (row, column.saturating_sub(1)),
        _ if key == forward => (row, (column + 1).min(columns)),
        "Home" if ctrl => (1, 1),
        "End" if ctrl => (rows, columns),
        "Home" => (row, 1),
        "End" => (row, columns),
        _ => return None,
    };
    let to = if to == (0, 0) { (row, column) } else { to };
    Some(Spot { row: to.0, column: to.1 })
}

impl Shown {
    /// Where something stands among what is shown.
    pub fn spot(&self, focus: &Focus) -> Option<Spot> {
        let row = |line: &LineId| self.lines.iter().position(|id| id == line).map(|at| at + 1);
        let column = |goal: GoalId| self.goals.iter().position(|id| *id == goal).map(|at| at + 1);
        Some(match focus {
            Focus::Cell(cell) => Spot { row: row(&cell.line)?, column: column(cell.goal)? },
            Focus::Line(line) => Spot { row: row(line)?, column: 0 },
            Focus::Goal(goal) => Spot { row: 0, column: column(*goal)? },
        })
    }

    /// What stands somewhere.
    pub fn focus(&self, spot: Spot) -> Option<Focus> {
        let line = spot.row.checked_sub(1).and_then(|at| self.lines.get(at)).cloned();
        let goal = spot.column.checked_sub(1).and_then(|at| self.goals.get(at)).copied();
        match (line, goal) {
            (Some(line), Some(goal)) => Some(Focus::Cell(CellId { line, goal })),
            (Some(line), None) => Some(Focus::Line(line)),
            (None, Some(goal)) => Some(Focus::Goal(goal)),
            (None, None) => None,
        }
    }
}
