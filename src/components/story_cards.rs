//! Case studies as cards: in the library, on the pages of cells, lines and goals, and among search results.

use leptos::prelude::*;

use super::{
    names::GoalTile,
    words::{Icon, Words},
};
use crate::{
    ctx::use_ctx,
    domain::lang::Lang,
    page::{Cases, Related, StoryCard},
    route::Route,
};

#[component]
pub fn StoryCards(cards: Vec<StoryCard>) -> impl IntoView {
    let items: Vec<_> = cards.into_iter().map(|card| view! { <li><StoryCardView card=card why=None/></li> }).collect();
    view! { <ul class="story-cards">{items}</ul> }.into_any()
}

#[component]
pub fn RelatedCards(related: Vec<Related>) -> impl IntoView {
    let items: Vec<_> = related
        .into_iter()
        .map(|Related { card, why }| view! { <li><StoryCardView card=card why=Some(why)/></li> })
        .collect();
    view! { <ul class="story-cards">{items}</ul> }.into_any()
}

/// One link a card; it leads to the page in the language of the text.
#[component]
pub fn StoryCardView(card: StoryCard, why: Option<String>) -> impl IntoView {
    let ctx = use_ctx();
    let lang = card.title.lang.unwrap_or_else(|| ctx.lang());
    let href = Route::Story(card.slug.clone()).href(&ctx.page().base, lang);
    let goals: Vec<_> = card.goals.iter().map(|goal| view! { <GoalTile goal=*goal/> }).collect();
    let goal_names: Vec<String> = card.goals.iter().map(|goal| ctx.goal_number(*goal)).collect();
    let first = card.goals.first().map(ToString::to_string);
    view! {
        <article class="story-card" data-slug=card.slug.to_string() data-goal=first>
            <p class="story-card__goals">
                <span class="visually-hidden">{goal_names.join(", ")}</span>
                <span class="story-card__tiles" aria-hidden="true">{goals}</span>
                {card.prize.map(|prize| view! { <span class="badge"><Icon id="prize"/>{prize}</span> })}
            </p>
            <h3 class="story-card__title">
                <a href=href hreflang=card.title.lang.map(Lang::code)><Words said=card.title.clone()/></a>
                {card.title.lang.map(|lang| view! { <span class="story-card__lang" lang=lang.code() dir=lang.dir()>{lang.endonym()}</span> })}
            </h3>
            <p class="story-card__summary"><Words said=card.summary/></p>
            <p class="story-card__facts">
                <bdi>{card.organisation}</bdi>
                <span>{card.place}</span>
                <span>{card.years}</span>
            </p>
            {why.map(|why| view! { <p class="story-card__why">{why}</p> })}
        </article>
    }
    .into_any()
}

/// The case studies of a cell, a line or a goal.
#[component]
pub fn CasesSection(cases: Cases) -> impl IntoView {
    let ctx = use_ctx();
    let count = ctx.common().count_stories.count(ctx.lang(), cases.count);
    let href = format!("{}?{}", ctx.href(&Route::Library(1)), cases.query);
    let body = if cases.cards.is_empty() {
        view! { <p class="quiet">{cases.none}</p> }.into_any()
    } else {
        view! { <StoryCards cards=cases.cards/> }.into_any()
    };
    let all = (cases.count > 0).then(|| view! { <p>{count}" · "<a href=href>{cases.see_all}</a></p> });
    view! {
        <section class="section" id="case-studies">
            <div class="section__head"><h2>{cases.heading}</h2>{all}</div>
            {body}
        </section>
    }
    .into_any()
}
