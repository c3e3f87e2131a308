//! The library of case studies.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser,
    components::{
        facets::{Facets, PlainWays},
        paging::Paging,
        story_cards::StoryCards,
        world_map::WorldMapView,
    },
    ctx::use_ctx,
    domain::{library::Wish, text::fill},
    page::Library,
    route::Route,
    still,
    store::{Found, FoundStories, PER_PAGE, use_store},
};

#[component]
pub fn LibraryPage(library: Library) -> impl IntoView {
    let ctx = use_ctx();
    let text = library.text.clone();
    let number = library.page;
    let head = still::part("still-head", || {
        let heading = match number {
            1 => text.title.clone(),
            n => fill(&text.page_title, &[("n", &n.to_string())]),
        };
        view! { <header class="page-head"><h1 tabindex="-1">{heading}</h1><p class="lead">{text.lead.clone()}" "<a href=ctx.href(&Route::Submit)>{ctx.common().submit.clone()}</a></p></header> }
            .into_any()
    });
    // Tells the build that there are many such pages (`site::compress`).
    let many = (library.page > 1).then_some("");
    let library = Arc::new(library);
    let body = if library.page == 1 {
        view! { <Narrowing library=library/> }.into_any()
    } else {
        let count = ctx.common().count_stories.count(ctx.lang(), library.total);
        view! {
            <h2 class="library__count">{count}" · "<a href=ctx.href(&Route::Library(1))>{text.narrow.clone()}</a></h2>
            <div data-results><Shelf library=library/></div>
        }
        .into_any()
    };
    view! {
        <article class="wrap library" data-many=many>
            {head}
            {body}
        </article>
    }
    .into_any()
}

/// The first page: the form beside the cards, which follow it.
#[component]
fn Narrowing(library: Arc<Library>) -> impl IntoView {
    let ctx = use_ctx();
    let store = use_store();
    let search = store.search.clone();
    let wish = Memo::new(move |_| Wish::parse(&search.read()));
    let narrowed = Memo::new(move |_| *wish.read() != Wish::all());
    Effect::new({
        let (store, library) = (store.clone(), library.clone());
        move |_| {
            let wish = wish.get();
            if wish == Wish::all() {
                store.found.set(Found::All);
            } else {
                browser::find_stories(&store, &library, wish);
            }
        }
    });
    let common = ctx.common().clone();
    let (lang, total) = (ctx.lang(), library.total);
    let text = library.text.clone();
    let said = {
        let (found, text) = (store.found.clone(), text.clone());
        Memo::new(move |_| match &*found.read() {
            Found::All => common.count_stories.count(lang, total),
            Found::Loading => text.loading.clone(),
            Found::Ready(found) if found.total == 0 => text.none.clone(),
            Found::Ready(found) => text.found.count(lang, found.total),
            Found::Failed => text.failed.clone(),
        })
    };
    // Said when it has changed, not on arrival.
    Effect::new({
        let store = store.clone();
        move |before: Option<()>| {
            let text = said.get();
            if before.is_some() {
                store.announce(text);
            }
        }
    });
    let shown = {
        let (library, found) = (library.clone(), store.found.clone());
        move || match (narrowed.get(), found.get()) {
            (true, Found::Ready(found)) => view! { <Answer library=library.clone() found=found wish=wish/> }.into_any(),
            (true, Found::Failed) => {
                let (store, again) = (use_store(), library.clone());
                view! {
                    <p><button class="button" type="button" on:click=move |_| browser::find_stories(&store, &again, wish.get_untracked())>{library.text.retry.clone()}</button></p>
                    <Shelf library=library.clone()/>
                }
                .into_any()
            }
            _ => view! { <Shelf library=library.clone()/> }.into_any(),
        }
    };
    let waiting = {
        let found = store.found.clone();
        move || matches!(*found.read(), Found::Loading)
    };
    view! {
        <div class="library__columns">
            <Facets library=library.clone() wish=wish/>
            <div class="library__main">
                <h2 class="library__count">{move || said.get()}</h2>
                <div class="library__results" data-results class:library__results--waiting=waiting>{shown}</div>
            </div>
        </div>
        {still::part("still-ways", || {
            let map = library.map.0.clone().map(|map| {
                view! { <WorldMapView map=map text=library.text.clone() worldwide=library.words.worldwide.clone()/> }
            });
            view! { <PlainWays library=library.clone()/>{map} }.into_any()
        })}
    }
    .into_any()
}

/// All case studies, page by page, as prerendered.
#[component]
fn Shelf(library: Arc<Library>) -> impl IntoView {
    let ctx = use_ctx();
    let text = library.text.clone();
    view! {
        <StoryCards cards=library.cards.clone()/>
        <Paging
            page=library.page
            pages=library.pages
            href=Box::new(move |page| ctx.href(&Route::Library(page)))
            label=text.pages
            previous=text.previous
            next=text.next
            page_n=text.page_n
        />
    }
    .into_any()
}

/// What the search found.
#[component]
fn Answer(library: Arc<Library>, found: Arc<FoundStories>, wish: Memo<Wish>) -> impl IntoView {
    let ctx = use_ctx();
    let text = library.text.clone();
    if found.total == 0 {
        return view! { <p class="quiet">{text.none_hint}</p> }.into_any();
    }
    let wish = wish.get_untracked();
    let page = wish.page;
    let href = move |page| {
        let query = Wish { page, ..wish.clone() }.to_string();
        format!("{}?{query}", ctx.href(&Route::Library(1)))
    };
    view! {
        <StoryCards cards=found.cards.clone()/>
        <Paging
            page=page
            pages=found.total.div_ceil(PER_PAGE)
            href=Box::new(href)
            label=text.pages
            previous=text.previous
            next=text.next
            page_n=text.page_n
        />
    }
    .into_any()
}
