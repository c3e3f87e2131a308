//! Lines that share goals, or goals that share lines: those that share most, with how many.

use leptos::prelude::*;

use super::neighbours::Neighbour;
use crate::{ctx::use_ctx, domain::plural::Plural};

#[component]
pub fn Sharing(heading: String, shared: Plural, names: Vec<(Neighbour, usize)>) -> impl IntoView {
    let lang = use_ctx().lang();
    let items: Vec<_> = names
        .into_iter()
        .map(|(to, count)| view! { <li><a href=to.href>{to.name}</a>" "<span class="quiet">{shared.count(lang, count)}</span></li> })
        .collect();
    (!items.is_empty())
        .then(|| view! { <section class="section"><h2>{heading}</h2><ul class="plain-list">{items}</ul></section> })
        .into_any()
}
