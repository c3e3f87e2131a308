//! One action line: what it is, who facilitates it, and the goals it serves.

use leptos::prelude::*;

use crate::{
    components::{
        link_list::{LinkList, Side},
        neighbours::{Neighbour, Neighbours},
        notices::AboutMatrix,
        related::RelatedSections,
        share::ShareBar,
        sharing::Sharing,
        sources::Sources,
        story_cards::CasesSection,
        words::{Code, Icon, Words},
    },
    ctx::use_ctx,
    domain::text::fill,
    page::{LinePage, LineRef},
    route::Route,
};

#[component]
pub fn LinePageView(line: LinePage) -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let text = line.text.clone();
    let neighbour = |to: LineRef| Neighbour { href: ctx.line_href(&to.id), name: ctx.line_name(&to) };
    let title = ctx.line_name(&line.line);
    let neighbours = line.neighbours.iter().map(|(other, count)| (neighbour(other.clone()), *count)).collect();
    let in_matrix = format!("{}?lines={}", ctx.href(&Route::Matrix), line.line.id);
    let count = common.count_links.count(ctx.lang(), line.links.len());
    let recalled = line.facilitators_recalled.then(|| format!(" ({})", text.recalled));
    let family = line.family.map(|family| fill(&text.family, &[("family", &family)]));
    let facts = [
        Some((text.official, view! { <span>{line.title}</span> }.into_any())),
        line.later_title.map(|said| (text.later, view! { <Words said=said/> }.into_any())),
        Some((text.lead_facilitators, organizations(line.lead, recalled.clone()))),
        (!line.co.is_empty()).then(|| (text.co_facilitators, organizations(line.co, recalled))),
    ];
    let facts: Vec<_> =
        facts.into_iter().flatten().map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> }).collect();
    view! {
        <article class="wrap">
            <header class="page-head">
                <div class="page-head__icon"><Icon id=line.line.id.to_string()/></div>
                <h1 tabindex="-1"><Code code=line.line.code.clone()/>" "{line.line.name.clone()}</h1>
                <p class="lead"><Words said=line.summary/></p>
                {family.map(|family| view! { <p class="page-head__note">{family}</p> })}
            </header>
            <dl class="fact-list">{facts}</dl>
            <section class="section">
                <div class="section__head">
                    <h2>{text.serves}</h2>
                    <p>{count}" · "<a href=in_matrix>{text.in_matrix}</a></p>
                </div>
                <p class="quiet">{text.ranked}</p>
                <LinkList links=line.links of=Side::Line text=line.link_text/>
            </section>
            <Sharing heading=text.neighbours shared=text.shared names=neighbours/>
            <CasesSection cases=line.cases/>
            <RelatedSections lists=line.related/>
            <section class="section section--split"><h2>{text.counted_heading}</h2><div class="prose"><p>{text.counted}</p></div></section>
            <ShareBar title=title text=line.share qr=true/>
            <Neighbours
                previous=line.previous.map(neighbour)
                next=line.next.map(neighbour)
                previous_label=text.previous
                next_label=text.next
            />
            <AboutMatrix/>
            <details class="how-sure"><summary>{common.sources}</summary><Sources sources=line.sources/></details>
        </article>
    }
    .into_any()
}

fn organizations(names: Vec<String>, remark: Option<String>) -> AnyView {
    view! { <bdi lang="en" dir="ltr" translate="no">{names.join(", ")}</bdi>{remark} }.into_any()
}
