//! Links of the matrix in full: with targets, reason and status, as on the pages of lines and goals.

use leptos::prelude::*;

use super::{
    link_details::{StatusNote, Targets},
    names::{GoalTile, LineLink},
    words::{Code, Words},
};
use crate::{
    ctx::use_ctx,
    domain::{matrix::Status, texts::LinkTexts},
    page::LinkInFull,
    route::Route,
};

/// Which end of the links the page itself is about, and so need not be named again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Line,
    Goal,
}

#[component]
pub fn LinkList(links: Vec<LinkInFull>, of: Side, text: LinkTexts) -> impl IntoView {
    let items: Vec<_> =
        links.into_iter().map(|full| view! { <li><LinkEntry full=full of=of text=text.clone()/></li> }).collect();
    view! { <ol class="link-list">{items}</ol> }.into_any()
}

#[component]
fn LinkEntry(full: LinkInFull, of: Side, text: LinkTexts) -> impl IntoView {
    let ctx = use_ctx();
    let href = ctx.href(&Route::Cell(full.link.cell()));
    let doubt = (full.link.status != Status::Confirmed).then(|| view! { <StatusNote status=full.link.status/> });
    let head = match of {
        Side::Line => view! {
            <GoalTile goal=full.goal.id/>
            <a href=href>
                <span class="visually-hidden">{ctx.goal_number(full.goal.id)}" "</span>
                {full.goal.title.clone()}
            </a>
        }
        .into_any(),
        Side::Goal => {
            view! { <a href=href><Code code=full.line.code.clone()/>" "{full.line.name.clone()}</a> }.into_any()
        }
    };
    view! {
        <article class="link-entry" data-goal=full.goal.id.to_string()>
            <h3 class="link-entry__head">{head}</h3>
            <div class="link-entry__body">
                <p class="link-entry__why"><Words said=full.rationale/></p>
                {doubt}
            </div>
            <div class="link-entry__targets"><Targets link=full.link gists=full.gists text=text/></div>
        </article>
    }
    .into_any()
}

/// A link as a card that makes one want to read on.
#[component]
pub fn LinkCard(full: LinkInFull, read_on: String) -> impl IntoView {
    let ctx = use_ctx();
    let href = ctx.href(&Route::Cell(full.link.cell()));
    let label = format!("{read_on}: {} × {}", ctx.line_name(&full.line), ctx.goal_name(&full.goal));
    view! {
        <article class="link-card" data-goal=full.goal.id.to_string()>
            <h3 class="link-card__head">
                <LineLink line=full.line/>
                <span class="link-card__cross" aria-hidden="true">"×"</span>
                <span class="link-card__goal"><GoalTile goal=full.goal.id/>" "{full.goal.title}</span>
            </h3>
            <p><Words said=full.rationale/></p>
            <a class="link-card__more" href=href aria-label=label>{read_on}</a>
        </article>
    }
    .into_any()
}
