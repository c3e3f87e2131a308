//! Pages that are only read: accessibility, privacy, and the body of About.

use leptos::prelude::*;

use super::home::paragraphs;
use crate::domain::texts::{Prose, Section};

#[component]
pub fn ProsePage(prose: Prose) -> impl IntoView {
    view! {
        <article class="wrap prose-page">
            <h1 tabindex="-1">{prose.title}</h1>
            <p class="lead">{prose.lead}</p>
            {sections(prose.sections)}
        </article>
    }
    .into_any()
}

/// Headings with their paragraphs.
pub fn sections(sections: Vec<Section>) -> Vec<impl IntoView> {
    sections
        .into_iter()
        .map(|section| {
            view! {
                <section class="section section--split">
                    <h2>{section.heading}</h2>
                    <div class="prose">{paragraphs(section.paragraphs)}</div>
                </section>
            }
        })
        .collect()
}
