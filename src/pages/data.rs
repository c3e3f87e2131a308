//! The open data: files, schemas, licence, citation.

use leptos::prelude::*;

use super::home::paragraphs;
use crate::{components::notices::AboutMatrix, ctx::use_ctx, domain::text::fill, page::Data, route::asset};

#[component]
pub fn DataPage(data: Data) -> impl IntoView {
    let ctx = use_ctx();
    let text = data.text;
    let lang = ctx.lang().code();
    let files = [
        ("matrix.json".to_owned(), Some("matrix"), text.files.matrix_json),
        ("matrix.csv".to_owned(), None, text.files.matrix_csv),
        ("lines.json".to_owned(), Some("lines"), text.files.lines_json),
        ("goals.json".to_owned(), Some("goals"), text.files.goals_json),
        ("targets.json".to_owned(), Some("targets"), text.files.targets_json),
        ("sources.json".to_owned(), Some("sources"), text.files.sources_json),
        (format!("{lang}/matrix.json"), Some("rationales"), text.files.rationales_json),
        ("case-studies/index.json".to_owned(), Some("case-study"), text.files.stories_json),
        ("case-studies.csv".to_owned(), None, text.files.stories_csv),
        ("activities.json".to_owned(), Some("related"), text.files.activities_json),
        ("campaign.json".to_owned(), Some("related"), text.files.campaign_json),
        ("layers.json".to_owned(), Some("layers"), text.files.layers_json),
        ("changes.json".to_owned(), Some("changes"), text.files.changes_json),
        ("datapackage.json".to_owned(), None, text.files.package),
    ];
    let rows: Vec<_> = files
        .into_iter()
        .map(|(path, schema, what)| {
            let href = asset(&ctx.page().base, &format!("data/{path}"));
            let schema = schema.map(|name| {
                let href = asset(&ctx.page().base, &format!("data/schema/{name}.json"));
                view! { <a href=href rel="external" dir="ltr" >{format!("schema/{name}.json")}</a> }
            });
            view! {
                <tr>
                    <th scope="row"><a href=href rel="external" dir="ltr">{path}</a></th>
                    <td>{what}</td>
                    <td>{schema}</td>
                </tr>
            }
        })
        .collect();
    let feed = asset(&ctx.page().base, &format!("feeds/{lang}/matrix.atom"));
    let cite = fill(&text.cite, &[("date", &data.as_of), ("address", &data.address)]);
    view! {
        <article class="wrap prose-page">
            <h1 tabindex="-1">{text.title}</h1>
            <p class="lead">{text.lead}</p>
            <section class="section">
                <h2>{text.files_heading}</h2>
                <table class="files">
                    <thead><tr><th scope="col">{text.file}</th><th scope="col">{text.content}</th><th scope="col">{text.schema.clone()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
            <p class="files__feed"><a href=feed rel="alternate" type="application/atom+xml">{text.changes}" (Atom)"</a></p>
            <section class="section section--split"><h2>{text.use_heading}</h2><div class="prose">{paragraphs(text.usage)}</div></section>
            <section class="section section--split"><h2>{text.licence_heading}</h2><div class="prose"><p>{text.licence}</p></div></section>
            <section class="section section--split"><h2>{text.cite_heading}</h2><div class="prose"><p class="cite">{cite}</p></div></section>
            <AboutMatrix/>
        </article>
    }
    .into_any()
}
