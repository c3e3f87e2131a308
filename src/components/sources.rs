//! Sources, each with publisher and date.

use leptos::prelude::*;

use crate::page::SourceRef;

#[component]
pub fn Sources(sources: Vec<SourceRef>) -> impl IntoView {
    let items: Vec<_> = sources
        .into_iter()
        .map(|source| {
            let title = match source.url {
                Some(url) => view! { <a href=url rel="external noreferrer"><cite>{source.title}</cite></a> }.into_any(),
                None => view! { <cite>{source.title}</cite> }.into_any(),
            };
            view! {
                <li>
                    <span lang="en" dir="ltr">{title}", "{source.publisher}</span>
                    <span class="sources__date">" · "{source.date}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="sources">{items}</ul> }.into_any()
}
