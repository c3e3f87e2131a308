//! Quiet notes: what the matrix is, what is missing, and the offer of another language.

use leptos::prelude::*;

use super::header::same_place;
use crate::{browser, ctx::use_ctx, domain::lang::Lang, store::use_store};

/// Stands on every page that shows the matrix: what it is, and whose words the reasons are.
#[component]
pub fn AboutMatrix() -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let fallback = ctx.page().falls_back.then_some(common.fallback_note);
    view! {
        <div class="notice">
            <p>{common.living}" "{common.own_words}</p>
            {fallback.map(|text| view! { <p>{text}</p> })}
        </div>
    }
    .into_any()
}

/// Shown by the style sheet only when the application could not be loaded.
#[component]
pub fn FailedNote() -> impl IntoView {
    view! { <p class="failed-note" role="status">{use_ctx().common().failed.clone()}</p> }.into_any()
}

/// “Read this page in …”: offered when the reader's language is another than the page's. Never moves the page.
#[component]
pub fn LanguageOffer() -> impl IntoView {
    let ctx = use_ctx();
    let here = ctx.lang();
    let wanted = RwSignal::new(browser::preferred_language().filter(|lang| *lang != here));
    let close = ctx.common().close.clone();
    move || {
        {
            wanted.get().map(|lang| {
                let offer = Lang::ALL.into_iter().position(|other| other == lang);
                let text = offer.and_then(|index| ctx.page().offers.get(index).cloned());
                view! {
                    <div class="offer">
                        <a
                            class="offer__link" data-language-link
                            href=same_place(&ctx, lang)
                            hreflang=lang.code()
                            lang=lang.code()
                            dir=lang.dir()
                        >
                            {text}
                        </a>
                        <button
                            class="offer__close"
                            type="button"
                            aria-label=close.clone()
                            on:click=move |_| {
                                browser::remember_language(here);
                                wanted.set(None);
                            }
                        >
                            "×"
                        </button>
                    </div>
                }
            })
        }
        .into_any()
    }
}

/// The one live region of the page.
#[component]
pub fn Announcer() -> impl IntoView {
    let text = use_store().announcement;
    view! { <p class="visually-hidden" role="status" aria-live="polite">{move || text.get()}</p> }.into_any()
}
