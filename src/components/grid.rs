//! The matrix as a table. Prerendered it is a plain table of links; once the application is ready it is a grid
//! with one tab stop. On narrow screens the style sheet lays the same table out as a list by line.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::words::Code;
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        bridges::Shown,
        grid::{Focus, Spot, step},
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
    shown: Memo<Shown>,
}

#[component]
pub fn MatrixGrid(matrix: Arc<Matrix>, query: Memo<Query>, shown: Memo<Shown>) -> impl IntoView {
    let store = use_store();
    let grid = Grid { ctx: use_ctx(), store, matrix: matrix.clone(), query, shown };
    let axes = matrix.axes();
    let role = |name: &'static str| grid.store.interactive.then_some(name);
    let heads: Vec<_> = matrix.goals.iter().map(|goal| grid.goal_head(goal)).collect();
    let rows: Vec<_> = matrix.lines.iter().map(|line| grid.row(line)).collect();

    let columns: Vec<_> = matrix.goals.iter().map(|_| view! { <col/> }.into_any()).collect();

    let caption = {
        let matrix = matrix.clone();
        move || matrix.layer(&query.read()).map_or_else(|| matrix.text.caption.clone(), |layer| layer.lead.clone())
    };
    let stop = StoredValue::new(None::<Focus>);
    keep_tab_stop(&grid.store, query, shown, stop);
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
            <caption>{caption}</caption>
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
fn keep_tab_stop(store: &Store, query: Memo<Query>, shown: Memo<Shown>, stop: StoredValue<Option<Focus>>) {
    if !store.interactive {
        return;
    }
    Effect::new(move |_| {
        let (query, shown) = (query.read(), shown.read());
        let is_shown = |focus: &Focus| shown.spot(focus).is_some();
        let before = stop.get_value();
        if before.as_ref().is_some_and(is_shown) {
            return;
        }
        let first = || shown.focus(Spot { row: 1, column: 1 });
        let next = query.cell.clone().map(Focus::Cell).filter(is_shown).or_else(first);
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
        let interactive = self.store.interactive;
        view! {
            <td
                role=interactive.then_some("gridcell")
                data-line=line.id.to_string()
                data-goal=goal.id.to_string()
                data-status=status
            >
                <a href=href aria-label=name tabindex=interactive.then_some("-1")>{sign}</a>
            </td>
        }
        .into_any()
    }

    fn empty(&self, line: &LineRef, goal: &GoalRef) -> AnyView {
        let (line_id, goal_id) = (line.id.to_string(), goal.id.to_string());
        if !self.store.interactive {
            return view! { <td data-line=line_id data-goal=goal_id></td> }.into_any();
        }
        let name = fill(
            &self.matrix.text.empty_name,
            &[("line", &self.ctx.line_name(line)), ("goal", &self.ctx.goal_name(goal))],
        );
        view! {
            <td role="gridcell" tabindex="-1" data-line=line_id data-goal=goal_id aria-label=name></td>
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
                let shown = self.shown.get_untracked();
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
