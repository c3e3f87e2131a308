//! The matrix as a picture: the home page's one ornament, and a way in. A linked cell is a coloured square.

use leptos::prelude::*;

use crate::{
    ctx::use_ctx,
    domain::ids::{CellId, GoalId},
    page::{GoalRef, LineRef},
    route::Route,
};

/// Each square links to its page; the whole is one labelled picture for those who cannot see it, with plain links
/// elsewhere on the page.
#[component]
pub fn Weave(lines: Vec<LineRef>, goals: Vec<GoalRef>, woven: Vec<Vec<GoalId>>, label: String) -> impl IntoView {
    let ctx = use_ctx();
    let squares: Vec<_> = lines
        .into_iter()
        .zip(woven)
        .flat_map(|(line, linked)| {
            let ctx = ctx.clone();
            goals.clone().into_iter().map(move |goal| {
                if !linked.contains(&goal.id) {
                    return view! { <i></i> }.into_any();
                }
                let cell = CellId { line: line.id.clone(), goal: goal.id };
                let name = format!("{} × {}", ctx.line_name(&line), ctx.goal_name(&goal));
                let href = ctx.href(&Route::Cell(cell));
                view! { <a href=href tabindex="-1" data-goal=goal.id.to_string() title=name></a> }.into_any()
            })
        })
        .collect();
    view! {
        <figure>
            <figcaption class="visually-hidden">{label}</figcaption>
            <div class="weave" aria-hidden="true">{squares}</div>
        </figure>
    }
}
