//! The matrix as a table. Prerendered it is a plain table of links; once the application is ready it is a grid
//! with one tab stop. On narrow screens the style sheet lays the same table out as a list by line.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::words::Code;
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        grid::{Focus, Spot, step},
        ids::{CellId, GoalId, LineId},
        matrix::{Link, Status},
        query::{Axes, Query},
        text::fill,
    },
    page::{GoalRef, LineRef, Matrix},
    route::Route,
    store::{Store, use_store},
};

/// What every part of the grid needs.
#[derive(Clone)]
struct Grid {
    ctx: Ctx,
    store: Store,
    matrix: Arc<Matrix>,
    query: Memo<Query>,
    /// Only in the application: the prerendered page has no chosen cell.
    chosen: Option<Selector<Option<CellId>>>,
}

#[component]
pub fn MatrixGrid(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let store = use_store();
    let grid = Grid {
        ctx: use_ctx(),
        chosen: store.interactive.then(|| Selector::new(move || query.read().cell.clone())),
        store,
        matrix: matrix.clone(),
        query,
    };
    let axes = matrix.axes();
    let role = |name: &'static str| grid.store.interactive.then_some(name);
    let heads: Vec<_> = matrix.goals.iter().map(|goal| grid.goal_head(goal)).collect();
    let rows: Vec<_> = matrix.lines.iter().map(|line| grid.row(line)).collect();

    let columns: Vec<_> = matrix.goals.iter().map(|_| view! { <col/> }.into_any()).collect();

    let stop = StoredValue::new(None::<Focus>);
    keep_tab_stop(&grid.store, query, axes.clone(), stop);
    let on_key = {
        let (grid, axes) = (grid.clone(), axes.clone());
        move |event: ev::KeyboardEvent| grid.on_key(&event, &axes, stop)
    };
    let on_click = {
        let grid = grid.clone();
        move |event: ev::MouseEvent| grid.on_click(&event, &axes)
    };
    let on_focus = move |event: ev::FocusEvent| {
        if let Some(focus) = browser::focus_at(&event) {
            browser::move_tab_stop(stop.get_value().as_ref(), &focus);
            stop.set_value(Some(focus));
        }
    };
    view! {
        <table
            class="matrix"
            id="matrix"
            role=role("grid")
            on:keydown=on_key
            on:click=on_click
            on:focusin=on_focus
        >
            <caption>{matrix.text.caption.clone()}</caption>
            // Known before the rows arrive, so that no column changes its width while they do.
            <colgroup><col/>{columns}</colgroup>
            <thead>
                <tr role=role("row")>
                    <td class="matrix__corner">{matrix.text.corner.clone()}</td>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Keeps the one tab stop on a cell that is shown: the chosen one, else the first.
fn keep_tab_stop(store: &Store, query: Memo<Query>, axes: Axes, stop: StoredValue<Option<Focus>>) {
    if !store.interactive {
        return;
    }
    Effect::new(move |_| {
        let query = query.read();
        let shown = |focus: &Focus| match focus {
            Focus::Cell(cell) => query.admits(&cell.line, cell.goal),
            Focus::Line(line) => query.lines.is_empty() || query.lines.contains(line),
            Focus::Goal(goal) => query.goals.is_empty() || query.goals.contains(goal),
        };
        let before = stop.get_value();
        if before.as_ref().is_some_and(shown) {
            return;
        }
        let first = || {
            let line = axes.lines.iter().find(|line| query.lines.is_empty() || query.lines.contains(line))?;
            let goal = axes.goals.iter().find(|goal| query.goals.is_empty() || query.goals.contains(goal))?;
            Some(Focus::Cell(CellId { line: line.clone(), goal: *goal }))
        };
        let next = query.cell.clone().map(Focus::Cell).filter(shown).or_else(first);
        if let Some(next) = next {
            browser::move_tab_stop(before.as_ref(), &next);
            stop.set_value(Some(next));
        }
    });
}

impl Grid {
    fn goal_head(&self, goal: &GoalRef) -> AnyView {
        let id = goal.id;
        let number = id.to_string();
        let name = self.ctx.goal_name(goal);
        if !self.store.interactive {
            return view! {
                <th scope="col" data-goal=number>
                    <a class="tile matrix__goal" href=self.ctx.goal_href(id) title=goal.title.clone() aria-label=name>
                        {id.number()}
                    </a>
                </th>
            }
            .into_any();
        }
        let query = self.query;
        let pressed = move || query.read().goals.contains(&id).to_string();
        view! {
            <th scope="col" role="columnheader" data-goal=number>
                <button class="tile matrix__goal" type="button" tabindex="-1" title=goal.title.clone() aria-label=name aria-pressed=pressed>
                    {id.number()}
                </button>
            </th>
        }
        .into_any()
    }

    fn line_head(&self, line: &LineRef) -> AnyView {
        let name = view! { <Code code=line.code.clone()/>" "<span class="matrix__name">{line.name.clone()}</span> };
        if !self.store.interactive {
            return view! {
                <th scope="row" data-line=line.id.to_string()>
                    <a class="matrix__line" href=self.ctx.line_href(&line.id)>{name}</a>
                </th>
            }
            .into_any();
        }
        let (query, id) = (self.query, line.id.clone());
        let pressed = move || query.read().lines.contains(&id).to_string();
        view! {
            <th scope="row" role="rowheader" data-line=line.id.to_string()>
                <button class="matrix__line" type="button" tabindex="-1" aria-pressed=pressed>{name}</button>
            </th>
        }
        .into_any()
    }

    fn row(&self, line: &LineRef) -> impl IntoView + use<> {
        let cells: Vec<_> = self
            .matrix
            .goals
            .iter()
            .map(|goal| match self.matrix.link(&line.id, goal.id) {
                Some(link) => self.cell(line, goal, link),
                None => self.empty(line, goal),
            })
            .collect();
        view! {
            <tr role=self.store.interactive.then_some("row") data-line=line.id.to_string()>
                {self.line_head(line)}
                {cells}
            </tr>
        }
    }

    fn cell(&self, line: &LineRef, goal: &GoalRef, link: &Link) -> AnyView {
        let cell = link.cell();
        let href = self.ctx.href(&Route::Cell(cell.clone()));
        let name = fill(
            &self.matrix.text.cell_name,
            &[
                ("line", &self.ctx.line_name(line)),
                ("goal", &self.ctx.goal_name(goal)),
                ("targets", &self.ctx.targets(link)),
            ],
        );
        let sign = sign(link);
        let status = (link.status != Status::Confirmed).then(|| link.status.as_str());
        let Some(chosen) = self.chosen.clone() else {
            return view! {
                <td data-line=line.id.to_string() data-goal=goal.id.to_string() data-status=status>
                    <a href=href aria-label=name>{sign}</a>
                </td>
            }
            .into_any();
        };
        let selected = move || chosen.selected(&Some(cell.clone())).then_some("true");
        view! {
            <td
                role="gridcell"
                data-line=line.id.to_string()
                data-goal=goal.id.to_string()
                data-status=status
                aria-selected=selected
            >
                <a href=href aria-label=name tabindex="-1">{sign}</a>
            </td>
        }
        .into_any()
    }

    fn empty(&self, line: &LineRef, goal: &GoalRef) -> AnyView {
        let (line_id, goal_id) = (line.id.to_string(), goal.id.to_string());
        let Some(chosen) = self.chosen.clone() else {
            return view! { <td data-line=line_id data-goal=goal_id></td> }.into_any();
        };
        let cell = CellId { line: line.id.clone(), goal: goal.id };
        let selected = move || chosen.selected(&Some(cell.clone())).then_some("true");
        let name = fill(
            &self.matrix.text.empty_name,
            &[("line", &self.ctx.line_name(line)), ("goal", &self.ctx.goal_name(goal))],
        );
        view! {
            <td role="gridcell" tabindex="-1" data-line=line_id data-goal=goal_id aria-label=name aria-selected=selected></td>
        }
        .into_any()
    }

    /// A click chooses; with a modifier key it follows the link as the browser would.
    fn on_click(&self, event: &ev::MouseEvent, axes: &Axes) {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        if let Some(focus) = browser::focus_at(event) {
            event.prevent_default();
            self.choose(&focus, axes);
        }
    }

    fn on_key(&self, event: &ev::KeyboardEvent, axes: &Axes, stop: StoredValue<Option<Focus>>) {
        if event.alt_key() || event.meta_key() {
            return;
        }
        let Some(focus) = browser::focus_at(event) else { return };
        let query = self.query.get_untracked();
        match event.key().as_str() {
            "Enter" | " " => {
                event.prevent_default();
                self.choose(&focus, axes);
            }
            "Escape" if query.cell.is_some() => {
                event.prevent_default();
                self.close();
            }
            key => {
                let shown = Shown::of(&query, axes);
                let at = shown.spot(&focus);
                let rtl = self.ctx.lang().dir() == "rtl";
                let to = at.and_then(|at| step(key, event.ctrl_key(), at, shown.lines.len(), shown.goals.len(), rtl));
                if let Some(next) = to.and_then(|spot| shown.focus(spot)) {
                    event.prevent_default();
                    browser::move_tab_stop(stop.get_value().as_ref(), &next);
                    browser::focus(&next);
                    stop.set_value(Some(next));
                }
            }
        }
    }

    fn choose(&self, focus: &Focus, axes: &Axes) {
        let query = self.query.get_untracked();
        match focus {
            Focus::Cell(cell) => super::panel::choose_cell(&self.store, &self.ctx, &self.matrix, query, cell),
            Focus::Line(line) => self.store.choose(&query.toggle_line(line, axes)),
            Focus::Goal(goal) => self.store.choose(&query.toggle_goal(*goal, axes)),
        }
    }

    fn close(&self) {
        super::panel::close(&self.store, &self.matrix, self.query.get_untracked());
    }
}

/// What a cell shows: how many targets the link cites, and a dot for the goal as a whole.
fn sign(link: &Link) -> String {
    let count = link.targets.len();
    match (count, link.whole, link.status) {
        (_, _, Status::Unconfirmed) => "?".to_owned(),
        (0, _, _) => "•".to_owned(),
        (_, true, _) => format!("{count}•"),
        (_, false, _) => count.to_string(),
    }
}

/// The lines and goals that the filter leaves.
struct Shown {
    lines: Vec<LineId>,
    goals: Vec<GoalId>,
}

impl Shown {
    fn of(query: &Query, axes: &Axes) -> Self {
        let or_all = |chosen: bool, empty: bool| chosen || empty;
        Self {
            lines: axes
                .lines
                .iter()
                .filter(|id| or_all(query.lines.contains(id), query.lines.is_empty()))
                .cloned()
                .collect(),
            goals: axes
                .goals
                .iter()
                .filter(|id| or_all(query.goals.contains(id), query.goals.is_empty()))
                .copied()
                .collect(),
        }
    }

    fn spot(&self, focus: &Focus) -> Option<Spot> {
        let row = |line: &LineId| self.lines.iter().position(|id| id == line).map(|at| at + 1);
        let column = |goal: GoalId| self.goals.iter().position(|id| *id == goal).map(|at| at + 1);
        Some(match focus {
            Focus::Cell(cell) => Spot { row: row(&cell.line)?, column: column(cell.goal)? },
            Focus::Line(line) => Spot { row: row(line)?, column: 0 },
            Focus::Goal(goal) => Spot { row: 0, column: column(*goal)? },
        })
    }

    fn focus(&self, spot: Spot) -> Option<Focus> {
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
