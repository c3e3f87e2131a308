//! Home: what #ICT4SDG is, in one screen, and the ways in.

use leptos::prelude::*;

use crate::{
    components::{
        link_list::LinkCard,
        names::{GoalIndex, LineIndex},
        notices::AboutMatrix,
        share::ShareBar,
        story_cards::StoryCards,
        weave::Weave,
    },
    ctx::use_ctx,
    domain::lang::Lang,
    page::Home,
    route::Route,
};

#[component]
pub fn HomePage(home: Home) -> impl IntoView {
    let ctx = use_ctx();
    let text = home.text.clone();
    let facts = [
        (home.links, text.fact_links),
        (home.targets, text.fact_targets),
        (Lang::ALL.len(), text.fact_languages),
        (0, text.fact_trackers),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(number, what)| view! { <li class="facts__item"><b>{number}</b>" "<span>{what}</span></li> })
        .collect();
    let start: Vec<_> = home
        .start
        .iter()
        .map(|full| view! { <li><LinkCard full=full.clone() read_on=text.read_on.clone()/></li> })
        .collect();
    let common = ctx.common().clone();
    let count = common.count_stories.count(ctx.lang(), home.story_count);
    let questions = text.doubt_count.count(ctx.lang(), home.open_questions);
    view! {
        <div class="hero wrap">
            <div class="hero__words">
                <h1 class="hero__title" tabindex="-1">{text.headline}</h1>
                <p class="hero__lead">{text.lead}</p>
                <p class="hero__ways">
                    <a class="button button--main" href=ctx.href(&Route::Matrix)>{text.explore}</a>
                    <a class="button" href="#how">{text.learn}</a>
                </p>
            </div>
            <Weave lines=home.lines.clone() goals=home.goals.clone() woven=home.woven.clone() label=text.weave/>
        </div>
        <div class="wrap">
            <ul class="facts">{facts}</ul>
        </div>
        <section class="wrap section section--split">
            <h2>{text.what_heading}</h2>
            <div class="prose">{paragraphs(text.what)}</div>
        </section>
        <section class="wrap section section--split" id="how">
            <h2>{text.how_heading}</h2>
            <ol class="steps">{text.how.into_iter().map(|step| view! { <li>{step}</li> }).collect::<Vec<_>>()}</ol>
        </section>
        <section class="wrap section">
            <h2>{text.start_heading}</h2>
            <ul class="cards">{start}</ul>
        </section>
        <section class="wrap section">
            <div class="section__head">
                <h2>{common.stories}</h2>
                <p>{count}" · "<a href=ctx.href(&Route::Library(1))>{text.all_stories}</a></p>
            </div>
            <StoryCards cards=home.stories/>
        </section>
        <section class="wrap section">
            <h2>{text.goals_heading}</h2>
            <GoalIndex goals=home.goals/>
        </section>
        <section class="wrap section">
            <h2>{text.lines_heading}</h2>
            <LineIndex lines=home.lines/>
        </section>
        <section class="wrap section section--split">
            <h2>{text.doubt_heading}</h2>
            <div class="prose">
                <p>{text.doubt}</p>
                <p><strong>{questions}</strong></p>
                <AboutMatrix/>
            </div>
        </section>
        <div class="wrap"><ShareBar title=text.title text=home.share qr=true/></div>
    }
    .into_any()
}

/// Plain paragraphs.
pub fn paragraphs(texts: Vec<String>) -> Vec<impl IntoView> {
    texts.into_iter().map(|text| view! { <p>{text}</p> }).collect()
}
