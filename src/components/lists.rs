//! The links as lists by line or by goal, and as sentences: the same content as the grid.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    link_details::StatusNote,
    names::GoalTile,
    words::{Code, Icon},
};
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        bridges::Shown,
        grid::Focus,
        matrix::{Link, Status},
        query::{Query, View},
        text::fill,
    },
    page::Matrix,
    route::Route,
    store::use_store,
};

/// Lines or goals whose links are seen first: with their head they fill what is left of the first screen.
const FIRST: usize = 1;

/// The list of what `wanted` leaves. After a choice, what fills the screen is built at once and the rest after the next
/// frame; `whole` then says for which query it stands.
#[component]
pub fn Lists(matrix: Arc<Matrix>, query: Memo<Query>, wanted: Query, whole: RwSignal<Query>) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let awaited = store.is_awaited();
    let on_click = {
        let (ctx, matrix) = (ctx.clone(), matrix.clone());
        move |event: ev::MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                return;
            }
            if let Some(Focus::Cell(cell)) = browser::focus_at(&event) {
                event.prevent_default();
                super::panel::choose_cell(&store, &ctx, &matrix, query.get_untracked(), &cell);
            }
        }
    };
    let view = wanted.view;
    let (mut first, mut rest) = (matrix.shown(&wanted), matrix.shown(&wanted));
    if view == View::Goals {
        rest.goals = first.goals.split_off(FIRST.min(first.goals.len()));
    } else {
        rest.lines = first.lines.split_off(FIRST.min(first.lines.len()));
    }
    let list = move |shown: &Shown| match view {
        View::Goals => by_goal(&ctx, &matrix, shown),
        View::Text => sentences(&ctx, &matrix, shown),
        View::Lines | View::Grid => by_line(&ctx, &matrix, shown),
    };
    let first = list(&first);
    let key = wanted.clone();
    if awaited {
        request_animation_frame(move || request_animation_frame(move || drop(whole.try_set(wanted))));
    } else {
        whole.set(wanted);
    }
    let rest = move || (*whole.read() == key).then(|| list(&rest));
    if view == View::Text {
        view! { <ul class="lists lists__sentences" on:click=on_click>{first}{rest}</ul> }.into_any()
    } else {
        view! { <div class="lists" on:click=on_click>{first}{rest}</div> }.into_any()
    }
}

fn by_line(ctx: &Ctx, matrix: &Matrix, left: &Shown) -> AnyView {
    matrix
        .lines
        .iter()
        .filter_map(|line| {
            let items: Vec<_> = left.links(&matrix.links)
                .filter(|link| link.line == line.id)
                .filter_map(|link| {
                    let goal = matrix.goals.iter().find(|goal| goal.id == link.goal)?;
                    let name = view! { <GoalTile goal=goal.id/><span>{goal.title.clone()}</span> };
                    Some(entry(ctx, link, name))
                })
                .collect();
            (!items.is_empty()).then(|| {
                view! {
                    <section class="lists__group">
                        <h2 class="lists__head"><Icon id=line.id.to_string()/><Code code=line.code.clone()/>" "{line.name.clone()}</h2>
                        <ul>{items}</ul>
                    </section>
                }
            })
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn by_goal(ctx: &Ctx, matrix: &Matrix, left: &Shown) -> AnyView {
    matrix
        .goals
        .iter()
        .filter_map(|goal| {
            let items: Vec<_> = left
                .links(&matrix.links)
                .filter(|link| link.goal == goal.id)
                .filter_map(|link| {
                    let line = matrix.lines.iter().find(|line| line.id == link.line)?;
                    let name = view! { <Code code=line.code.clone()/><span>{line.name.clone()}</span> };
                    Some(entry(ctx, link, name))
                })
                .collect();
            (!items.is_empty()).then(|| {
                view! {
                    <section class="lists__group">
                        <h2 class="lists__head"><GoalTile goal=goal.id/>" "{goal.title.clone()}</h2>
                        <ul>{items}</ul>
                    </section>
                }
            })
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn entry(ctx: &Ctx, link: &Link, name: impl IntoView) -> AnyView {
    let codes: Vec<_> = link.targets.iter().map(|code| view! { <Code code=code.to_string()/>" " }).collect();
    let whole = link.whole.then(|| ctx.common().whole_goal.clone());
    view! {
        <li data-line=link.line.to_string() data-goal=link.goal.to_string()>
            <a class="lists__link" href=ctx.href(&Route::Cell(link.cell()))>
                <span class="lists__name">{name}</span>
                <span class="lists__targets">{codes}{whole}</span>
                {doubt(link)}
            </a>
        </li>
    }
    .into_any()
}

fn doubt(link: &Link) -> Option<impl IntoView + use<>> {
    (link.status != Status::Confirmed).then(|| view! { <StatusNote status=link.status/> })
}

fn sentences(ctx: &Ctx, matrix: &Matrix, left: &Shown) -> AnyView {
    left.links(&matrix.links)
        .filter_map(|link| {
            let (line, goal) = matrix.ends(&link.cell())?;
            let sentence = fill(
                &matrix.text.sentence,
                &[
                    ("line", &ctx.line_name(line)),
                    ("n", &goal.id.to_string()),
                    ("goal", &goal.title),
                    ("targets", &ctx.targets(link)),
                ],
            );
            Some(view! {
                <li data-line=link.line.to_string() data-goal=link.goal.to_string()>
                    <a class="lists__sentence" href=ctx.href(&Route::Cell(link.cell()))>{sentence}</a>
                    " "
                    {doubt(link)}
                </li>
            })
        })
        .collect::<Vec<_>>()
        .into_any()
}
