//! Moving through the grid: every step against a plain retelling of the rules.

use std::collections::BTreeSet;

use ict4sdg::domain::grid::{Spot, step};
use proptest::prelude::*;

const ARROWS: [&str; 4] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const KEYS: [&str; 6] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

#[derive(Clone, Debug)]
struct Grid {
    rows: usize,
    columns: usize,
    at: Spot,
}

/// A grid with a spot in it: a cell or a heading, not the corner.
fn grids() -> impl Strategy<Value = Grid> {
    (1..=20_usize, 1..=20_usize).prop_flat_map(|(rows, columns)| {
        (0..=rows, 0..=columns)
            .prop_filter("the corner is empty", |at| *at != (0, 0))
            .prop_map(move |(row, column)| Grid { rows, columns, at: Spot { row, column } })
    })
}

fn keys() -> impl Strategy<Value = &'static str> {
    prop::sample::select(KEYS.to_vec())
}

/// The rules once more, told as distances.
fn naive(key: &str, ctrl: bool, grid: &Grid, rtl: bool) -> Spot {
    let Spot { row, column } = grid.at;
    let forward = if rtl { -1 } else { 1 };
    let (down, along) = match key {
        "ArrowUp" => (-1, 0),
        "ArrowDown" => (1, 0),
        "ArrowRight" => (0, forward),
        "ArrowLeft" => (0, -forward),
        "Home" => return Spot { row: if ctrl { 1 } else { row }, column: 1 },
        _ => return Spot { row: if ctrl { grid.rows } else { row }, column: grid.columns },
    };
    let moved = |from: usize, by: isize, last: usize| from.checked_add_signed(by).filter(|to| *to <= last);
    match (moved(row, down, grid.rows), moved(column, along, grid.columns)) {
        (Some(row), Some(column)) if row + column > 0 => Spot { row, column },
        _ => grid.at,
    }
}

fn mirrored(key: &str) -> &str {
    match key {
        "ArrowLeft" => "ArrowRight",
        "ArrowRight" => "ArrowLeft",
        other => other,
    }
}

proptest! {
    #[test]
    fn a_step_is_what_the_rules_say(grid in grids(), key in keys(), ctrl: bool, rtl: bool) {
        let to = step(key, ctrl, grid.at, grid.rows, grid.columns, rtl);
        prop_assert_eq!(to, Some(naive(key, ctrl, &grid, rtl)));
    }

    #[test]
    fn a_step_leads_neither_to_the_corner_nor_out_of_the_grid(grid in grids(), key in keys(), ctrl: bool, rtl: bool) {
        let to = step(key, ctrl, grid.at, grid.rows, grid.columns, rtl);
        let inside = |to: Spot| to.row <= grid.rows && to.column <= grid.columns && (to.row, to.column) != (0, 0);
        prop_assert!(to.is_some_and(inside), "{to:?}");
    }

    #[test]
    fn right_to_left_mirrors_left_to_right(grid in grids(), key in keys(), ctrl: bool) {
        let rtl = step(key, ctrl, grid.at, grid.rows, grid.columns, true);
        let ltr = step(mirrored(key), ctrl, grid.at, grid.rows, grid.columns, false);
        prop_assert_eq!(rtl, ltr);
    }

    #[test]
    fn arrows_reach_every_cell_and_every_heading(grid in grids(), rtl: bool) {
        let mut seen = BTreeSet::from([(grid.at.row, grid.at.column)]);
        let mut open = vec![grid.at];
        while let Some(at) = open.pop() {
            for to in ARROWS.iter().filter_map(|key| step(key, false, at, grid.rows, grid.columns, rtl)) {
                if seen.insert((to.row, to.column)) {
                    open.push(to);
                }
            }
        }
        let cells = seen.iter().filter(|(row, column)| *row > 0 && *column > 0).count();
        prop_assert_eq!(cells, grid.rows * grid.columns);
        prop_assert_eq!(seen.len() - cells, grid.rows + grid.columns);
    }

    #[test]
    fn a_grid_without_rows_or_columns_has_no_steps(size in 0..20_usize, key in keys(), ctrl: bool, rtl: bool) {
        let at = Spot { row: 1, column: 1 };
        prop_assert_eq!(step(key, ctrl, at, 0, size, rtl), None);
        prop_assert_eq!(step(key, ctrl, at, size, 0, rtl), None);
    }
}

#[test]
fn keys_that_are_not_for_the_grid_give_none() {
    let at = Spot { row: 2, column: 2 };
    for key in ["", " ", "a", "Enter", "Escape", "Tab", "PageUp", "PageDown", "arrowup", "ArrowUp "] {
        for ctrl in [false, true] {
            assert_eq!(step(key, ctrl, at, 3, 3, false), None, "{key:?}");
        }
    }
}

#[test]
fn from_the_first_headings_the_corner_is_refused() {
    let (first_goal, first_line) = (Spot { row: 0, column: 1 }, Spot { row: 1, column: 0 });
    assert_eq!(step("ArrowLeft", false, first_goal, 3, 3, false), Some(first_goal));
    assert_eq!(step("ArrowRight", false, first_goal, 3, 3, true), Some(first_goal));
    assert_eq!(step("ArrowUp", false, first_line, 3, 3, false), Some(first_line));
}
