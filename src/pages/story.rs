//! One case study.

use leptos::prelude::*;

use crate::{
    components::{
        names::{GoalLink, LineLink},
        share::ShareBar,
        sources::Sources,
        story_body::StoryBody,
        story_cards::RelatedCards,
        words::{Code, Icon, Words},
    },
    ctx::{Ctx, use_ctx},
    domain::{day::Freshness, ids::CellId, text::Said},
    page::{CellRef, Claimed, CountryRef, GoalRef, PlainLink, PrizeBadge, ResultLine, StoryPage},
    route::Route,
};

#[component]
pub fn StoryPageView(story: StoryPage) -> impl IntoView {
    let ctx = use_ctx();
    let text = story.text.clone();
    let common = ctx.common().clone();
    let lang = story.lang;
    let first = story.goals.first().map(|goal| goal.what.id.to_string());
    let title = story.title.text.clone();
    let facts = facts(&ctx, &story);
    let sources = story.sources.clone();
    let share = story.share.clone();
    let links = (!story.links.is_empty()).then(|| {
        view! { <p class="story__links"><span class="label">{text.read_more.clone()}</span>" "{outside(story.links.clone())}</p> }
    });
    let original = story.original.clone().map(|link| {
        view! { <p>{text.original_entry.clone()}": "{outside(vec![link])}</p> }
    });
    let note = story.note.clone().map(|note| view! { <p><b>{text.remark.clone()}</b>": "<Words said=note/></p> });
    let basis = story.editorial.then(|| view! { <p>{text.basis_note.clone()}</p> });
    let results = results(&text.results, story.results.clone());
    let supports = pairs(&ctx, &story);
    let evidence = evidence(&text.evidence, story.evidence.clone());
    let related = (!story.related.is_empty()).then(|| {
        view! { <section class="section"><h2>{text.related.clone()}</h2><RelatedCards related=story.related.clone()/></section> }
    });
    let fresh = match story.freshness {
        Freshness::Fresh => text.fresh.clone(),
        Freshness::Ageing => text.ageing.clone(),
        Freshness::Old => text.old.clone(),
    };
    view! {
        <article class="wrap story" data-goal=first data-slug=story.slug.to_string() data-many=story.imported.then_some("")>
            <header class="story__head">
                <p class="kicker"><a href=ctx.href(&Route::Library(1))>{text.kicker.clone()}</a></p>
                <h1 tabindex="-1"><Words said=story.title.clone()/></h1>
                <p class="story__by"><Maker story=story.clone()/>" · "{story.place.clone()}" · "{story.years.clone()}</p>
                {story.prize.clone().map(|prize| view! { <Badge prize=prize/> })}
            </header>
            <div class="story__columns">
                <div class="story__text">
                    <p class="story__lead" lang=(lang != ctx.lang()).then(|| lang.code())>{story.summary.text.clone()}</p>
                    {story.told.clone().map(|told| view! { <p class="story__told">{told}</p> })}
                    <StoryBody parts=story.body.clone() text=text.clone()/>
                    {results}
                    {links}
                    {evidence}
                    {supports}
                </div>
                <aside class="story__facts" aria-label=text.glance.clone()>
                    <h2 class="label">{text.glance.clone()}</h2>
                    <dl class="fact-list">{facts}</dl>
                    <p class="story__checked" data-freshness=story.freshness.as_str()>
                        <span>{story.checked.clone()}</span>
                        <span class="quiet">{fresh}</span>
                    </p>
                </aside>
            </div>
            <ShareBar title=title text=share qr=!story.imported/>
            {related}
            <section class="section story__about">
                <div class="notice">
                    <p>{story.origin.clone()}</p>
                    {original}{basis}{note}
                </div>
                <details class="how-sure"><summary>{common.sources}</summary><Sources sources=sources/></details>
                <details class="how-sure"><summary>{text.cite.clone()}</summary><p class="cite">{story.cite.clone()}</p></details>
                <p class="story__ways">
                    <button class="chip print-button" type="button" data-share="print">{text.print.clone()}</button>
                    <a href=ctx.href(&Route::Library(1))>{text.library.clone()}</a>
                </p>
            </section>
        </article>
    }
    .into_any()
}

/// The organisation, with a link where it has a page.
#[component]
fn Maker(story: StoryPage) -> impl IntoView {
    let ctx = use_ctx();
    match story.organisation_slug {
        Some(slug) => {
            view! { <a href=ctx.href(&Route::Organisation(slug))><bdi>{story.organisation}</bdi></a> }.into_any()
        }
        None => view! { <bdi>{story.organisation}</bdi> }.into_any(),
    }
}

#[component]
fn Badge(prize: PrizeBadge) -> impl IntoView {
    view! {
        <p class="story__prize">
            <span class="badge"><Icon id="prize"/>{prize.name}</span>
            {prize.category.map(|category| view! { " "<span class="quiet"><bdi>{category}</bdi></span> })}
        </p>
    }
    .into_any()
}

fn facts(ctx: &Ctx, story: &StoryPage) -> Vec<AnyView> {
    let text = &story.text;
    let countries: Vec<_> = story
        .countries
        .iter()
        .map(|CountryRef { code, name, .. }| {
            view! { <li><a href=ctx.href(&Route::Country(*code))>{name.clone()}</a></li> }
        })
        .collect();
    let place = if countries.is_empty() {
        view! { <span>{story.place.clone()}</span> }.into_any()
    } else {
        view! { <ul class="plain-list">{countries}</ul> }.into_any()
    };
    let goals: Vec<_> = story
        .goals
        .iter()
        .map(|Claimed { what, basis }| view! { <li><GoalLink goal=what.clone()/><Basis text=basis.clone()/></li> })
        .collect();
    let lines: Vec<_> = story
        .lines
        .iter()
        .map(|Claimed { what, basis }| view! { <li><LineLink line=what.clone()/><Basis text=basis.clone()/></li> })
        .collect();
    let targets: Vec<_> = story.targets.iter().map(|code| view! { <li><Code code=code.to_string()/></li> }).collect();
    let regions = (!story.regions.is_empty()).then(|| story.regions.join(" · "));
    let rows = [
        Some((text.organisation.clone(), view! { <Maker story=story.clone()/> }.into_any())),
        Some((text.kind.clone(), view! { <span>{story.kind.clone()}</span> }.into_any())),
        Some((text.countries.clone(), place)),
        regions.map(|regions| (text.region.clone(), view! { <span>{regions}</span> }.into_any())),
        Some((text.years.clone(), view! { <span>{story.years.clone()}</span> }.into_any())),
        Some((text.goals.clone(), view! { <ul class="plain-list">{goals}</ul> }.into_any())),
        Some((text.lines.clone(), view! { <ul class="plain-list">{lines}</ul> }.into_any())),
        (!targets.is_empty())
            .then(|| (text.targets.clone(), view! { <ul class="plain-list">{targets}</ul> }.into_any())),
    ];
    rows.into_iter()
        .flatten()
        .map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> }.into_any())
        .collect()
}

#[component]
fn Basis(text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <span class="basis">{text}</span> })
}

fn results(heading: &str, results: Vec<ResultLine>) -> Option<AnyView> {
    let items: Vec<_> = results
        .into_iter()
        .map(|result| {
            view! {
                <li>
                    <b class="results__figure"><bdi>{result.figure}</bdi></b>
                    <span><Words said=result.what/>" · "<span class="quiet">{result.date}</span></span>
                    <Sources sources=vec![result.source]/>
                </li>
            }
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <section><h2>{heading.to_owned()}</h2><ul class="results">{items}</ul></section> }.into_any())
}

/// How it serves its goals, in the organisation's own words.
fn evidence(heading: &str, evidence: Vec<(GoalRef, Said)>) -> Option<AnyView> {
    let items: Vec<_> = evidence
        .into_iter()
        .map(|(goal, said)| view! { <li><GoalLink goal=goal/><p><Words said=said/></p></li> })
        .collect();
    (!items.is_empty())
        .then(|| view! { <section><h2>{heading.to_owned()}</h2><ul class="evidence">{items}</ul></section> }.into_any())
}

/// The cells the story supports, and its pairs that the matrix does not link.
fn pairs(ctx: &Ctx, story: &StoryPage) -> Option<AnyView> {
    let text = &story.text;
    let names =
        |pair: &CellRef| (format!("{} × {}", pair.line.code, ctx.goal_number(pair.goal.id)), pair.goal.id.to_string());
    let linked: Vec<_> = story
        .supports
        .iter()
        .map(|pair| {
            let cell = CellId { line: pair.line.id.clone(), goal: pair.goal.id };
            let (name, goal) = names(pair);
            let title = format!("{} × {}", ctx.line_name(&pair.line), ctx.goal_name(&pair.goal));
            view! {
                <li data-goal=goal>
                    <a class="pill pill--goal" href=ctx.href(&Route::Cell(cell)) title=title><bdi>{name}</bdi></a>
                </li>
            }
        })
        .collect();
    let others: Vec<String> = story.outside.iter().map(|pair| names(pair).0).collect();
    let others = (!others.is_empty())
        .then(|| view! { <p class="quiet">{text.outside.clone()}": "<bdi>{others.join(" · ")}</bdi></p> });
    (!linked.is_empty() || others.is_some()).then(|| {
        view! {
            <section class="story__supports">
                <h2>{text.supports.clone()}</h2>
                <ul class="pills">{linked}</ul>
                {others}
            </section>
        }
        .into_any()
    })
}

/// Addresses elsewhere.
fn outside(links: Vec<PlainLink>) -> Vec<impl IntoView> {
    links
        .into_iter()
        .map(|link| view! { <a href=link.url.to_string() rel="external noreferrer"><bdi>{link.text}</bdi></a>" " })
        .collect()
}
