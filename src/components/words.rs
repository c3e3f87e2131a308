//! Texts and codes, marked so that every browser and screen reader takes them in the right language and direction.

use leptos::prelude::*;

use crate::{
    ctx::use_ctx,
    domain::{lang::Lang, text::Said},
    route::asset,
};

/// A text of the content; one that is not in the language of the page says so in `lang` and `dir`.
#[component]
pub fn Words(said: Said) -> impl IntoView {
    view! { <span lang=said.lang.map(Lang::code) dir=said.lang.map(Lang::dir)>{said.text}</span> }
}

/// A code such as `9.c` or `C7 e-gov`: never turns round in Arabic.
#[component]
pub fn Code(#[prop(into)] code: String) -> impl IntoView {
    view! { <bdi class="code" dir="ltr" translate="no">{code}</bdi> }
}

/// One of our own pictograms; decoration beside a name that says the same.
#[component]
pub fn Icon(#[prop(into)] id: String) -> impl IntoView {
    let href = format!("{}#{id}", asset(&use_ctx().page().base, "icons.svg"));
    view! { <svg class="icon" aria-hidden="true" focusable="false"><use href=href></use></svg> }
}
