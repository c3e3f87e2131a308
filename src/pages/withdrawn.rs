//! What stays at the address of a case study that was withdrawn.

use leptos::prelude::*;

use crate::{ctx::use_ctx, page::Gone, route::Route};

#[component]
pub fn WithdrawnPage(gone: Gone) -> impl IntoView {
    let ctx = use_ctx();
    view! {
        <article class="wrap prose-page">
            <h1 tabindex="-1">{gone.heading}</h1>
            <p class="lead">{gone.lead}</p>
            <p><a class="button" href=ctx.href(&Route::Library(1))>{ctx.common().stories.clone()}</a></p>
        </article>
    }
    .into_any()
}
