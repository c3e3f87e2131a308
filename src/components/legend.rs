//! How to read the cells: each sign with its words.

use leptos::prelude::*;

use crate::domain::texts::Explorer;

pub fn legend(text: &Explorer) -> AnyView {
    let signs = [
        ("3", None, &text.legend_count),
        ("•", None, &text.legend_whole),
        ("3", Some("disputed"), &text.legend_disputed),
        ("?", Some("unconfirmed"), &text.legend_unconfirmed),
    ];
    let items: Vec<_> = signs
        .into_iter()
        .map(|(sign, status, words)| {
            view! { <li><span class="legend__sign" data-status=status aria-hidden="true">{sign}</span>{words.clone()}</li> }
                .into_any()
        })
        .collect();
    view! { <ul class="legend" aria-label=text.legend_label.clone()>{items}</ul> }.into_any()
}
