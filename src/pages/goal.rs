//! One goal: what it asks for, the lines that serve it, and the targets the matrix cites.

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
    page::{Cited, GoalPage, GoalRef},
    route::Route,
};

#[component]
pub fn GoalPageView(goal: GoalPage) -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let text = goal.text.clone();
    let neighbour = |to: GoalRef| Neighbour { href: ctx.goal_href(to.id), name: ctx.goal_name(&to) };
    let title = ctx.goal_name(&goal.goal);
    let neighbours = goal.neighbours.iter().map(|(other, count)| (neighbour(other.clone()), *count)).collect();
    let in_matrix = format!("{}?goals={}", ctx.href(&Route::Matrix), goal.goal.id);
    let count = common.count_links.count(ctx.lang(), goal.links.len());
    let none_cited = goal.cited.is_empty().then(|| view! { <p>{text.none_cited}</p> });
    let not_cited = (!goal.cited.is_empty() && goal.not_cited > 0)
        .then(|| view! { <p class="quiet">{text.not_cited.count(ctx.lang(), goal.not_cited)}</p> });
    let cited: Vec<_> = goal
        .cited
        .into_iter()
        .map(|Cited { code, gist, by }| {
            let by: Vec<_> = by
                .into_iter()
                .map(|line| {
                    view! { <a class="pill pill--small" href=ctx.line_href(&line.id) title=line.name><Code code=line.code/></a>" " }
                })
                .collect();
            view! {
                <div class="targets__item">
                    <dt><Code code=code.to_string()/></dt>
                    <dd><Words said=gist/><span class="targets__by">{text.cited_by.clone()}" "{by}</span></dd>
                </div>
            }
        })
        .collect();
    let cited = (!cited.is_empty()).then(|| view! { <dl class="targets targets--wide">{cited}</dl> });
    view! {
        <article class="wrap goal" data-goal=goal.goal.id.to_string()>
            <header class="page-head page-head--goal">
                <p class="page-head__badge" aria-hidden="true"><Icon id=format!("g{}", goal.goal.id)/>{goal.goal.id.number()}</p>
                <div>
                    <p class="kicker">{text.kicker}</p>
                    <h1 tabindex="-1"><span class="visually-hidden">{ctx.goal_number(goal.goal.id)}" "</span>{goal.goal.title.clone()}</h1>
                    <p class="lead"><Words said=goal.summary/></p>
                </div>
            </header>
            <section class="section">
                <div class="section__head">
                    <h2>{text.served_by}</h2>
                    <p>{count}" · "<a href=in_matrix>{text.in_matrix}</a></p>
                </div>
                <p class="quiet">{goal.line_text.ranked}</p>
                <LinkList links=goal.links of=Side::Goal text=goal.link_text/>
            </section>
            <Sharing heading=text.neighbours shared=text.shared names=neighbours/>
            <section class="section" id="targets">
                <h2>{text.cited}</h2>
                {none_cited}{cited}{not_cited}
                <p class="quiet">{text.identifier}": "<a rel="external noreferrer" dir="ltr" href=goal.identifier.clone()>{goal.identifier.clone()}</a></p>
            </section>
            <CasesSection cases=goal.cases/>
            <RelatedSections lists=goal.related/>
            <section class="section section--split"><h2>{goal.line_text.counted_heading}</h2><div class="prose"><p>{goal.line_text.counted}</p></div></section>
            <ShareBar title=title text=goal.share qr=true/>
            <Neighbours
                previous=goal.previous.map(neighbour)
                next=goal.next.map(neighbour)
                previous_label=text.previous
                next_label=text.next
            />
            <AboutMatrix/>
            <details class="how-sure"><summary>{common.sources}</summary><Sources sources=goal.sources/></details>
        </article>
    }
    .into_any()
}
