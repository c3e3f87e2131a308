//! An organisation or a country with its case studies.

use leptos::prelude::*;

use crate::{
    components::{names::GoalLink, sources::Sources, story_cards::StoryCards},
    ctx::use_ctx,
    page::Place,
    route::Route,
};

#[component]
pub fn PlacePage(place: Place) -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let count = common.count_stories.count(ctx.lang(), place.count);
    let library = format!("{}?{}", ctx.href(&Route::Library(1)), place.query);
    let goals: Vec<_> = place.goals.into_iter().map(|goal| view! { <li><GoalLink goal=goal/></li> }).collect();
    let name = if place.named {
        view! { <span>{place.name}</span> }.into_any()
    } else {
        view! { <bdi translate="no">{place.name}</bdi> }.into_any()
    };
    let note = place.name_note.map(|note| {
        view! {
            <p class="quiet">{note}</p>
            <details class="how-sure"><summary>{common.sources}</summary><Sources sources=place.sources/></details>
        }
    });
    view! {
        <article class="wrap">
            <header class="page-head">
                <p class="kicker">{place.kicker}" · "{place.what}</p>
                <h1 tabindex="-1">{name}</h1>
                <p class="lead">{count}" · "<a href=library>{place.text.in_library}</a></p>
            </header>
            <h2 class="visually-hidden">{common.stories}</h2>
            <StoryCards cards=place.cards/>
            <section class="section"><h2>{common.goals}</h2><ul class="place__goals">{goals}</ul></section>
            {note}
        </article>
    }
    .into_any()
}
