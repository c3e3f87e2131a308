//! The search over everything: codes are answered at once, words by the index, grouped by kind.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser,
    components::{
        names::{GoalIndex, LineIndex},
        search_box::SearchBox,
    },
    ctx::{Ctx, use_ctx},
    domain::{
        codes::{self, Coded},
        ids::GoalId,
        lang::Lang,
        library::Wish,
        query::Axes,
        text::fill,
        texts::SearchTexts,
    },
    page::Search,
    route::{Route, SEARCH_FIELD},
    still,
    store::{Hit, HitGroup, HitPage, Hits, Store, use_store},
};

#[component]
pub fn SearchPage(search: Search) -> impl IntoView {
    let store = use_store();
    let text = search.text.clone();
    let words = {
        let search = store.search.clone();
        Memo::new(move |_| Wish::parse(&search.read()).text)
    };
    Effect::new({
        let store = store.clone();
        move |_| browser::find_everything(&store, &words.read())
    });
    let typed = {
        let store = store.clone();
        move |value: String| store.type_search(&Wish { text: value, ..Wish::all() }.to_string())
    };
    let search = Arc::new(search);
    let answers = {
        let search = search.clone();
        let ctx = use_ctx();
        move || direct(&ctx, &search, &words.read())
    };
    view! {
        <article class="wrap search-page">
            {still::part("still-head", || view! {
                <header class="page-head">
                    <h1 tabindex="-1">{text.title.clone()}</h1>
                    <p class="lead">{text.lead.clone()}</p>
                </header>
            }.into_any())}
            <form role="search" class="search-page__form" aria-label=text.label.clone() on:submit=|event| event.prevent_default()>
                <SearchBox id=SEARCH_FIELD label=text.label.clone() button=text.button.clone() value=words typed=Box::new(typed)/>
                <KeySwitch text=text.clone()/>
            </form>
            <div data-results>
                {answers}
                <Results text=text.clone()/>
            </div>
            {still::part("still-ways", || ways(&search))}
        </article>
    }
    .into_any()
}

/// Ways to everything, for those who do not search and those who found nothing.
fn ways(search: &Search) -> AnyView {
    let ctx = use_ctx();
    let (common, text) = (ctx.common().clone(), search.text.clone());
    let ways = [(Route::Matrix, common.matrix), (Route::Library(1), common.stories), (Route::Data, common.data)];
    let ways: Vec<_> =
        ways.into_iter().map(|(route, name)| view! { <a class="button" href=ctx.href(&route)>{name}</a>" " }).collect();
    view! {
        <section class="section ways-on">
            <h2>{text.ways}</h2>
            <p class="without-script">{text.without_script}</p>
            <p class="search-page__ways">{ways}</p>
            <GoalIndex goals=search.goals.clone()/>
            <LineIndex lines=search.lines.clone()/>
        </section>
    }
    .into_any()
}

/// Whether `/` leads here from every page: some readers use that key for other things.
#[component]
fn KeySwitch(text: SearchTexts) -> impl IntoView {
    let store = use_store();
    store.interactive.then(|| {
        let on = RwSignal::new(browser::slash_leads_to_search());
        let label = move || if on.get() { text.key_on.clone() } else { text.key_off.clone() };
        let flip = move |_| {
            on.update(|on| *on = !*on);
            browser::let_slash_lead_to_search(on.get_untracked());
        };
        view! {
            <p class="search-page__key">
                {text.key.clone()}" "
                <button class="chip" type="button" role="switch" aria-checked=move || on.get().to_string() on:click=flip>{label}</button>
            </p>
        }
    })
}

/// What a code names, by our own reading.
fn direct(ctx: &Ctx, search: &Search, words: &str) -> Option<AnyView> {
    let axes = Axes {
        lines: search.lines.iter().map(|line| line.id.clone()).collect(),
        goals: search.goals.iter().map(|goal| goal.id).collect(),
        layers: Vec::new(),
    };
    let goal_name = |id: GoalId| search.goals.iter().find(|goal| goal.id == id).map(|goal| ctx.goal_name(goal));
    let items: Vec<(String, String)> = codes::read(words, &axes)
        .into_iter()
        .filter_map(|coded| match coded {
            Coded::Goal(goal) => Some((ctx.goal_href(goal), goal_name(goal)?)),
            Coded::Target(code) => {
                let goal = search.goals.iter().find(|goal| code.belongs_to(goal.id))?;
                Some((format!("{}#targets", ctx.goal_href(goal.id)), format!("{code} · {}", ctx.goal_name(goal))))
            }
            Coded::Line(id) => {
                let line = search.lines.iter().find(|line| line.id == id)?;
                Some((ctx.line_href(&id), ctx.line_name(line)))
            }
            Coded::Cell(cell) => {
                let line = search.lines.iter().find(|line| line.id == cell.line)?;
                let name = format!("{} × {}", ctx.line_name(line), goal_name(cell.goal)?);
                let href = if search.cells.contains(&cell) {
                    ctx.href(&Route::Cell(cell))
                } else {
                    format!("{}?cell={cell}", ctx.href(&Route::Matrix))
                };
                Some((href, name))
            }
        })
        .collect();
    let items: Vec<_> =
        items.into_iter().map(|(href, name)| view! { <li><a class="hit__title" href=href>{name}</a></li> }).collect();
    (!items.is_empty()).then(|| {
        view! { <section class="hits" data-kind="code"><h2>{search.text.answers.clone()}</h2><ul class="hits__list">{items}</ul></section> }.into_any()
    })
}

#[component]
fn Results(text: SearchTexts) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let lang = ctx.lang();
    let shown = store.hits.clone();
    Effect::new({
        let (store, text) = (store.clone(), text.clone());
        move |before: Option<()>| {
            if let Hits::Ready(page) = &*store.hits.read()
                && before.is_some()
            {
                let total = page.groups.iter().map(|group| group.total).sum::<usize>();
                store.announce(if total == 0 {
                    fill(&text.none, &[("words", &page.words)])
                } else {
                    text.found.count(lang, total)
                });
            }
        }
    });
    move || match shown.get() {
        Hits::None => ().into_any(),
        Hits::Loading => view! { <p class="quiet">{text.loading.clone()}</p> }.into_any(),
        Hits::Failed => {
            let store = store.clone();
            let again = move |_| {
                let words = Wish::parse(&store.search.read_untracked()).text;
                browser::find_everything(&store, &words);
            };
            view! {
                <p>{text.failed.clone()}</p>
                <p><button class="button" type="button" on:click=again>{text.retry.clone()}</button></p>
            }
            .into_any()
        }
        Hits::Ready(page) => view! { <Page page=page text=text.clone()/> }.into_any(),
    }
}

#[component]
fn Page(page: Arc<HitPage>, text: SearchTexts) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let meant = page.meant.clone().map(|words| {
        let href = format!("{}?{}", ctx.href(&Route::Search), Wish { text: words.clone(), ..Wish::all() });
        view! { <p class="search-page__meant">{text.did_you_mean.clone()}" "<a href=href><bdi>{words}</bdi></a></p> }
    });
    let none = page
        .groups
        .is_empty()
        .then(|| view! { <p class="search-page__none">{fill(&text.none, &[("words", &page.words)])}</p> });
    let groups: Vec<_> = page.groups.iter().map(|group| group_view(&store, &ctx, group, &text)).collect();
    let elsewhere = (!page.elsewhere.is_empty()).then(|| {
        let items: Vec<_> = page.elsewhere.iter().map(|hit| view! { <HitView hit=hit.clone()/> }).collect();
        view! { <section class="hits" data-kind="elsewhere"><h2>{text.elsewhere.clone()}</h2><ul class="hits__list">{items}</ul></section> }
    });
    view! { {meant}{none}{groups}{elsewhere} }.into_any()
}

fn group_view(store: &Store, ctx: &Ctx, group: &HitGroup, text: &SearchTexts) -> AnyView {
    let heading = match group.kind.as_str() {
        "goal" => &text.goals,
        "line" => &text.lines,
        "cell" => &text.cells,
        "story" => &text.stories,
        "place" => &text.places,
        _ => &text.pages,
    }
    .clone();
    let items: Vec<_> = group.hits.iter().map(|hit| view! { <HitView hit=hit.clone()/> }).collect();
    let more = (group.total > group.hits.len()).then(|| {
        let (store, kind, most) = (store.clone(), group.kind.clone(), group.hits.len() + 15);
        view! { <button class="chip" type="button" on:click=move |_| browser::show_more(&store, &kind, most)>{text.more.clone()}</button> }
    });
    view! {
        <section class="hits" data-kind=group.kind.clone()>
            <h2>{heading}" "<span class="hits__count">{text.found.count(ctx.lang(), group.total)}</span></h2>
            <ul class="hits__list">{items}</ul>
            {more}
        </section>
    }
    .into_any()
}

#[component]
fn HitView(hit: Hit) -> impl IntoView {
    let excerpt: Vec<_> = hit
        .excerpt
        .into_iter()
        .map(|(text, mark)| if mark { view! { <mark>{text}</mark> }.into_any() } else { view! { {text} }.into_any() })
        .collect();
    view! {
        <li class="hit" lang=hit.lang.map(Lang::code) dir=hit.lang.map(Lang::dir)>
            <a class="hit__title" href=hit.href hreflang=hit.lang.map(Lang::code)>{hit.title}</a>
            {hit.lang.map(|lang| view! { " "<span class="story-card__lang">{lang.endonym()}</span> })}
            <p class="hit__excerpt">{excerpt}</p>
        </li>
    }
    .into_any()
}
