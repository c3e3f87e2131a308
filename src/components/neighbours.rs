//! The page before and the page after, in the order of the matrix.

use leptos::prelude::*;

use crate::ctx::use_ctx;

/// A way to a neighbour: its address, and what it is called.
pub struct Neighbour {
    pub href: String,
    pub name: String,
}

#[component]
pub fn Neighbours(
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
    previous_label: String,
    next_label: String,
) -> impl IntoView {
    if use_ctx().page().is_embedded() {
        return ().into_any();
    }
    let previous = previous.map(|to| {
        view! {
            <a class="neighbours__link" rel="prev" href=to.href>
                <span class="neighbours__label">{previous_label}</span>
                <span>{to.name}</span>
            </a>
        }
    });
    let next = next.map(|to| {
        view! {
            <a class="neighbours__link neighbours__link--next" rel="next" href=to.href>
                <span class="neighbours__label">{next_label}</span>
                <span>{to.name}</span>
            </a>
        }
    });
    view! { <div class="neighbours">{previous}{next}</div> }.into_any()
}
