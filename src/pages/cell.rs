//! One link of the matrix.

use leptos::prelude::*;

use crate::{
    components::{
        link_details::{HowSure, Targets},
        names::{GoalLink, LineLink},
        neighbours::{Neighbour, Neighbours},
        notices::AboutMatrix,
        related::RelatedSections,
        share::ShareBar,
        story_cards::CasesSection,
        words::{Icon, Words},
    },
    ctx::{Ctx, use_ctx},
    domain::text::{fill, in_query},
    page::{Cell, CellRef},
    route::Route,
};

#[component]
pub fn CellPage(cell: Cell) -> impl IntoView {
    let ctx = use_ctx();
    let Cell {
        text,
        link_text,
        full,
        note,
        changed,
        sources,
        cases,
        related,
        share,
        same_goal,
        same_line,
        previous,
        next,
    } = cell;
    // Inside another site the link itself is what was asked for.
    let embedded = ctx.page().is_embedded();
    let title = format!("{} × {}", ctx.line_name(&full.line), ctx.goal_name(&full.goal));
    let neighbour = |to: CellRef| Neighbour {
        href: ctx.href(&Route::Cell(crate::domain::ids::CellId { line: to.line.id.clone(), goal: to.goal.id })),
        name: format!("{} × {}", to.line.code, ctx.goal_number(to.goal.id)),
    };
    let in_matrix = format!("{}?cell={}", ctx.href(&Route::Matrix), full.link.cell());
    let lines: Vec<_> = same_goal.into_iter().map(|line| {
        let href = ctx.href(&Route::Cell(crate::domain::ids::CellId { line: line.id.clone(), goal: full.goal.id }));
        view! { <li><a class="pill" href=href><Icon id=line.id.to_string()/><bdi class="code" dir="ltr">{line.code}</bdi>" "{line.name}</a></li> }
    }).collect();
    let goals: Vec<_> = same_line.into_iter().map(|goal| {
        let href = ctx.href(&Route::Cell(crate::domain::ids::CellId { line: full.line.id.clone(), goal: goal.id }));
        let number = ctx.goal_number(goal.id);
        view! { <li><a class="pill" href=href><span class="tile" aria-hidden="true" data-goal=goal.id.to_string()>{goal.id.number()}</span><span class="visually-hidden">{number}" "</span>{goal.title}</a></li> }
    }).collect();
    view! {
        <article class="wrap cell" data-goal=full.goal.id.to_string()>
            <header class="cell__head">
                <p class="kicker"><a href=in_matrix.clone()>{text.kicker}</a></p>
                <h1 class="cell__title" tabindex="-1">
                    <span class="cell__line"><LineLink line=full.line.clone()/></span>
                    <span class="cell__cross" aria-hidden="true">"×"</span>
                    <span class="cell__goal"><GoalLink goal=full.goal.clone()/></span>
                </h1>
            </header>
            <div class="cell__columns">
                <section class="cell__why">
                    <h2 class="label">{link_text.why.clone()}</h2>
                    <p class="cell__rationale"><Words said=full.rationale.clone()/></p>
                </section>
                <section class="cell__facts">
                    <h2 class="label">{link_text.targets.clone()}</h2>
                    <Targets link=full.link.clone() gists=full.gists.clone() text=link_text.clone()/>
                    <HowSure link=full.link.clone() note=note sources=sources text=link_text/>
                    {changed.map(|(when, what)| view! { <p class="quiet">{when}" "<Words said=what/></p> })}
                    <p class="cell__ways">
                        <a class="button" href=in_matrix>{text.in_matrix}</a>
                        <a href=report_href(&ctx, &full.link.cell().to_string())>{ctx.common().report.clone()}</a>
                    </p>
                </section>
            </div>
            {(!lines.is_empty() && !embedded).then(|| view! { <section class="section"><h2>{text.same_goal}</h2><ul class="pills">{lines}</ul></section> })}
            {(!goals.is_empty() && !embedded).then(|| view! { <section class="section"><h2>{text.same_line}</h2><ul class="pills">{goals}</ul></section> })}
            <CasesSection cases=cases/>
            <RelatedSections lists=related/>
            <ShareBar title=title text=share qr=true/>
            <Neighbours
                previous=previous.map(neighbour)
                next=next.map(neighbour)
                previous_label=text.previous
                next_label=text.next
            />
            <AboutMatrix/>
        </article>
    }
    .into_any()
}

/// A mail to whoever publishes the site, its subject and body begun.
fn report_href(ctx: &Ctx, title: &str) -> String {
    let common = ctx.common();
    let subject = fill(&common.report_subject, &[("title", title)]);
    format!("{}?subject={}&body={}", ctx.page().mailto, in_query(&subject), in_query(&common.report_body))
}
