//! The answer to an address that leads nowhere.

use leptos::prelude::*;

use crate::{ctx::use_ctx, domain::texts::NotFound, route::Route};

#[component]
pub fn NotFoundPage(text: NotFound) -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let ways = [(Route::Home, common.home), (Route::Matrix, common.matrix), (Route::About, common.about)];
    let ways: Vec<_> = ways
        .into_iter()
        .map(|(route, name)| view! { <li><a class="button" href=ctx.href(&route)>{name}</a></li> })
        .collect();
    view! {
        <article class="wrap prose-page">
            <h1 tabindex="-1">{text.title}</h1>
            <p class="lead">{text.lead}</p>
            <ul class="ways">{ways}</ul>
        </article>
    }
    .into_any()
}
