//! Activities, sessions and whatever else is tied to a link, a line or a goal: one section a list.

use leptos::prelude::*;

use super::{names::GoalTile, words::Words};
use crate::{
    ctx::use_ctx,
    page::{RelatedItem, RelatedList},
};

/// Items shown at once; the others are behind a disclosure.
const SHOWN: usize = 4;

#[component]
pub fn RelatedSections(lists: Vec<RelatedList>) -> impl IntoView {
    lists.into_iter().map(section).collect::<Vec<_>>().into_any()
}

fn section(list: RelatedList) -> AnyView {
    let ctx = use_ctx();
    let goals = &ctx.common().goals;
    let mut items: Vec<_> = list.items.into_iter().map(|one| item(one, goals)).collect();
    let others = items.split_off(items.len().min(SHOWN));
    let others = (!others.is_empty()).then(|| {
        let count = format!("+ {}", others.len());
        view! { <details class="related__all"><summary class="chip">{count}</summary><ul class="related">{others}</ul></details> }
    });
    view! {
        <section class="section" id=list.id>
            <h2>{list.heading}</h2>
            {list.lead.map(|lead| view! { <p class="quiet">{lead}</p> })}
            <ul class="related">{items}</ul>
            {others}
        </section>
    }
    .into_any()
}

fn item(item: RelatedItem, goals_label: &str) -> AnyView {
    let title = match item.url {
        Some(url) => view! { <a href=url.to_string() rel="external noreferrer">{item.title}</a> }.into_any(),
        None => view! { {item.title} }.into_any(),
    };
    let goals: Vec<_> = item.goals.into_iter().map(|goal| view! { <GoalTile goal=goal/> }).collect();
    let goals = (!goals.is_empty()).then(|| {
        view! { <span class="related__goals"><span class="visually-hidden">{goals_label.to_owned()}" "</span>{goals}</span> }
    });
    let remarks: Vec<_> = item.remarks.into_iter().map(|remark| view! { <p class="quiet">{remark}</p> }).collect();
    let when = (!item.when.is_empty()).then(|| format!(" · {}", item.when));
    view! {
        <li class="related__item">
            <b lang="en" dir="ltr">{title}</b>
            <span class="quiet"><bdi lang="en">{item.within}</bdi>{when}</span>
            {item.summary.map(|summary| view! { <p><Words said=summary/></p> })}
            {remarks}
            {goals}
        </li>
    }
    .into_any()
}
