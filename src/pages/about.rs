//! About: who publishes the site, what it is not, where its facts come from.

use leptos::prelude::*;

use super::prose::sections;
use crate::{components::sources::Sources, ctx::use_ctx, domain::text::fill, page::About};

#[component]
pub fn AboutPage(about: About) -> impl IntoView {
    let ctx = use_ctx();
    let text = about.text;
    let address = ctx.page().mailto.trim_start_matches("mailto:").to_owned();
    let contact = if address.is_empty() {
        view! { <p>{text.contact_none}</p> }.into_any()
    } else {
        // The address is a link of its own, so the sentence is cut where it stands.
        let (before, after) = text.contact.split_once("{contact}").unwrap_or((&text.contact, ""));
        let (before, after) = (fill(before, &[]), fill(after, &[]));
        view! { <p>{before}<a href=ctx.page().mailto.clone()><bdi dir="ltr">{address}</bdi></a>{after}</p> }.into_any()
    };
    view! {
        <article class="wrap prose-page">
            <h1 tabindex="-1">{text.title}</h1>
            <p class="lead">{text.lead}</p>
            {sections(text.sections)}
            <section class="section section--split">
                <h2>{text.contact_heading}</h2>
                <div class="prose">{contact}</div>
            </section>
            <section class="section section--split">
                <h2>{text.sources_heading}</h2>
                <Sources sources=about.sources/>
            </section>
        </article>
    }
    .into_any()
}
