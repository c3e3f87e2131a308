//! How to read the cells: each sign with its words.

use leptos::prelude::*;

use crate::domain::texts::Explorer;

#[component]
pub fn Legend(text: Explorer) -> impl IntoView {
    view! {
        <ul class="legend" aria-label=text.legend_label>
            <li><span class="legend__sign" aria-hidden="true">"3"</span>{text.legend_count}</li>
            <li><span class="legend__sign" aria-hidden="true">"•"</span>{text.legend_whole}</li>
            <li><span class="legend__sign" data-status="disputed" aria-hidden="true">"3"</span>{text.legend_disputed}</li>
            <li><span class="legend__sign" data-status="unconfirmed" aria-hidden="true">"?"</span>{text.legend_unconfirmed}</li>
        </ul>
    }
    .into_any()
}
