//! Goals and action lines where they are named and linked.

use leptos::prelude::*;

use super::words::{Code, Icon};
use crate::{
    ctx::use_ctx,
    domain::ids::GoalId,
    page::{GoalRef, LineRef},
};

/// The number of a goal on its colour.
#[component]
pub fn GoalTile(goal: GoalId) -> impl IntoView {
    view! { <span class="tile" data-goal=goal.to_string()>{goal.number()}</span> }.into_any()
}

/// A goal as a link to its page: tile and title.
#[component]
pub fn GoalLink(goal: GoalRef) -> impl IntoView {
    let ctx = use_ctx();
    view! {
        <a class="name" href=ctx.goal_href(goal.id)>
            <span class="visually-hidden">{ctx.goal_number(goal.id)}" "</span>
            <span aria-hidden="true"><GoalTile goal=goal.id/></span>
            <span class="name__text">{goal.title}</span>
        </a>
    }
    .into_any()
}

/// An action line as a link to its page: pictogram, code and name.
#[component]
pub fn LineLink(line: LineRef) -> impl IntoView {
    let href = use_ctx().line_href(&line.id);
    view! {
        <a class="name" href=href>
            <Icon id=line.id.to_string()/>
            <span class="name__text"><Code code=line.code/>" "{line.name}</span>
        </a>
    }
    .into_any()
}

/// All goals, as ways in.
#[component]
pub fn GoalIndex(goals: Vec<GoalRef>) -> impl IntoView {
    let ctx = use_ctx();
    let items: Vec<_> = goals
        .into_iter()
        .map(|goal| {
            let href = ctx.goal_href(goal.id);
            let number = ctx.goal_number(goal.id);
            view! {
                <li>
                    <a class="goal-card" data-goal=goal.id.to_string() href=href>
                        <Icon id=format!("g{}", goal.id)/>
                        <span class="goal-card__number" aria-hidden="true">{goal.id.number()}</span>
                        <span class="visually-hidden">{number}" "</span>
                        <span class="goal-card__title">{goal.title}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! { <ul class="goal-cards">{items}</ul> }.into_any()
}

/// All action lines, as ways in.
#[component]
pub fn LineIndex(lines: Vec<LineRef>) -> impl IntoView {
    let items: Vec<_> = lines.into_iter().map(|line| view! { <li><LineLink line=line/></li> }).collect();
    view! { <ul class="line-index">{items}</ul> }.into_any()
}
