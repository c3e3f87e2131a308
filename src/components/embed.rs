//! What stands around a page inside another site: where it is from, and the way to the whole.

use leptos::prelude::*;

use super::header::Mark;
use crate::{
    ctx::use_ctx,
    domain::text::fill,
    page::{EmbedFrame, Kept},
    route::Route,
};

#[component]
pub fn EmbedHeader() -> impl IntoView {
    let ctx = use_ctx();
    let page = ctx.page();
    let Kept(Some(EmbedFrame { text, as_of, newer })) = &page.frame else { return ().into_any() };
    let home = Route::Home.href(&page.base, page.lang);
    let newest = newer.as_ref().map(|day| {
        let said = fill(&text.frozen, &[("date", as_of)]);
        // The script in the head has the link keep the filter.
        view! {
            <p class="embed-note">
                {said}" "<a href=page.route.embed_href(&page.base, page.lang) data-newest="" target="_self">{text.newest.clone()}" ("{day.clone()}")"</a>
            </p>
        }
    });
    let whole = page.route.href(&page.base, page.lang);
    // The application has the link carry the state (`browser/languages.rs`).
    view! {
        <header class="embed-bar">
            <a class="mark" href=home dir="ltr">
                <Mark/>
                <span class="mark__name" translate="no"><span class="visually-hidden">"#"</span>"ICT4SDG"</span>
            </a>
            <a class="embed-bar__open" href=whole data-language-link="">{text.open.clone()}</a>
        </header>
        {newest}
    }
    .into_any()
}

#[component]
pub fn EmbedFooter() -> impl IntoView {
    let ctx = use_ctx();
    let page = ctx.page();
    let Kept(Some(EmbedFrame { text, as_of, .. })) = &page.frame else { return ().into_any() };
    let source = fill(&text.source, &[("site", "#ICT4SDG"), ("date", as_of)]);
    view! {
        <footer class="embed-foot">
            <p>{source}" · "{page.common.licence.clone()}</p>
        </footer>
    }
    .into_any()
}
