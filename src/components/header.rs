//! The header of every page: mark, navigation, languages.

use leptos::prelude::*;

use crate::{
    ctx::{Ctx, use_ctx},
    domain::lang::Lang,
    route::Route,
};

/// The hash sign: two lines crossing two goals.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark__sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M3 9h18M3 15h18"/>
            <path class="mark__goal" data-goal="9" d="M9 3v18"/>
            <path class="mark__goal" data-goal="14" d="M15 3v18"/>
        </svg>
    }
    .into_any()
}

#[component]
pub fn Header() -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let links = [(Route::Matrix, common.matrix), (Route::Library(1), common.stories), (Route::About, common.about)];
    let items: Vec<_> = links
        .into_iter()
        .map(|(route, text)| {
            let current = (ctx.page().route == route).then_some("page");
            view! { <li><a class="bar__link" href=ctx.href(&route) aria-current=current>{text}</a></li> }
        })
        .collect();
    view! {
        <header class="bar">
            <div class="wrap bar__row">
                <a class="mark" href=ctx.href(&Route::Home) dir="ltr">
                    <Mark/>
                    <span class="mark__name" translate="no"><span class="visually-hidden">"#"</span>"ICT4SDG"</span>
                </a>
                <nav class="bar__nav" aria-label=common.nav_label><ul>{items}</ul></nav>
                <a class="bar__search" href=ctx.href(&Route::Search) aria-label=common.search.clone() title=common.search>
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                        <circle cx="10.5" cy="10.5" r="6.5"/>
                        <path d="m15.5 15.5 5 5"/>
                    </svg>
                </a>
                <Languages/>
            </div>
        </header>
    }
    .into_any()
}

/// The same place in the other languages. The application has the links carry the query, and remembers a choice
/// (`browser/languages.rs`).
#[component]
fn Languages() -> impl IntoView {
    let ctx = use_ctx();
    let label = ctx.common().language_label.clone();
    let items: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let href = same_place(&ctx, lang);
            let current = (lang == ctx.lang()).then_some("true");
            view! {
                <li>
                    <a
                        class="languages__link" data-language-link
                        href=href
                        hreflang=lang.code()
                        lang=lang.code()
                        dir=lang.dir()
                        rel="alternate"
                        aria-current=current
                    >
                        {lang.endonym()}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <details class="languages">
            <summary class="languages__summary">
                <span class="visually-hidden">{label.clone()}": "</span>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="12" cy="12" r="9"/>
                    <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>
                </svg>
                <span>{ctx.lang().endonym()}</span>
            </summary>
            <nav aria-label=label><ul class="languages__list">{items}</ul></nav>
        </details>
    }
    .into_any()
}

/// The address of this page in another language; a case study that is not told in that language is left for the library.
pub fn same_place(ctx: &Ctx, lang: Lang) -> String {
    let page = ctx.page();
    let route = if page.langs.contains(&lang) { &page.route } else { &Route::Library(1) };
    route.href(&page.base, lang)
}
