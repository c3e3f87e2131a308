//! The frame around every page, and the choice of the page's view.

use leptos::prelude::*;

use crate::{
    browser,
    components::{
        embed::{EmbedFooter, EmbedHeader},
        footer::Footer,
        header::Header,
        notices::{Announcer, FailedNote, LanguageOffer},
    },
    ctx::Ctx,
    page::{Body, Page},
    pages, still,
    store::Store,
};

/// The whole document body as a function of the store. Both renderers build exactly this.
#[component]
pub fn App(store: Store) -> impl IntoView {
    let page = store.page.clone();
    let interactive = store.interactive;
    let search = store.search.clone();
    Effect::new(move |_| browser::carry_search(&search.read()));
    provide_context(store);
    view! {
        {move || {
            let page = page.get();
            provide_context(Ctx::new(page.clone()));
            view! { <Framed page=(*page).clone()/> }
        }}
        {interactive.then(|| view! { <Announcer/> })}
    }
}

#[component]
fn Framed(page: Page) -> impl IntoView {
    let (skip, embed) = (page.common.skip.clone(), page.is_embedded());
    let offer = crate::store::use_store().interactive.then(|| view! { <LanguageOffer/> });
    view! {
        {still::part("still-header", || {
            if embed {
                return view! { <EmbedHeader/> }.into_any();
            }
            view! { <a class="skip" href="#main">{skip}</a><Header/> }.into_any()
        })}
        <main id="main" class="main" tabindex="-1">
            {still::part("still-note", || view! { <FailedNote/> }.into_any())}
            {body(page.body)}
        </main>
        {still::part("still-footer", || if embed { view! { <EmbedFooter/> }.into_any() } else { view! { <Footer/> }.into_any() })}
        {offer}
    }
}

#[cfg_attr(target_arch = "wasm32", expect(clippy::match_wildcard_for_single_variants, reason = "natively more"))]
fn body(body: Body) -> AnyView {
    match body {
        Body::Matrix(matrix) => view! { <pages::matrix::MatrixPage matrix=matrix/> }.into_any(),
        Body::Library(library) => view! { <pages::library::LibraryPage library=*library/> }.into_any(),
        Body::Search(search) => view! { <pages::search::SearchPage search=*search/> }.into_any(),
        other => still::page(other),
    }
}
