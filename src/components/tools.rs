//! View switch, filter, and what is shown: the controls of the explorer. They need script, and are hidden without it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    help::take_away,
    layers::Layers,
    matrix_search::Find,
    words::{Code, Icon},
};
use crate::{
    browser,
    ctx::use_ctx,
    domain::{
        bridges::Shown,
        query::{Query, View},
    },
    page::{Findings, Matrix},
    route::Route,
    still,
    store::{Store, use_store},
};

#[component]
pub fn Tools(matrix: Arc<Matrix>, query: Memo<Query>, shown: Memo<Shown>, findings: Memo<Findings>) -> impl IntoView {
    let label = matrix.text.tools_label.clone();
    let take = {
        let (ctx, matrix) = (use_ctx(), matrix.clone());
        still::part("still-take", move || {
            if ctx.page().is_embedded() {
                return ().into_any();
            }
            take_away(&matrix, &ctx.page().base, &ctx.common().campaign, &ctx.common().licence)
        })
    };
    view! {
        <div class="tools" role="group" aria-label=label>
            <Views matrix=matrix.clone() query=query/>
            <Filters matrix=matrix.clone() query=query/>
            <CopyLink matrix=matrix.clone() query=query/>
            {take}
            <Find matrix=matrix.clone() query=query findings=findings/>
            <Layers matrix=matrix.clone() query=query/>
            <Showing matrix=matrix query=query shown=shown/>
        </div>
    }
    .into_any()
}

#[component]
fn Views(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let text = &matrix.text;
    let names = [&text.view_grid, &text.view_lines, &text.view_goals, &text.view_text];
    let buttons: Vec<_> = View::ALL
        .into_iter()
        .zip(names)
        .map(|(view, name)| {
            let store = use_store();
            let pressed = move || (query.read().view == view).to_string();
            let choose = move |_| store.choose(&Query { view, ..query.get_untracked() });
            view! { <button class="chip" type="button" aria-pressed=pressed on:click=choose>{name.clone()}</button> }
        })
        .collect();
    view! { <div class="tools__views" role="group" aria-label=text.view_label.clone()>{buttons}</div> }.into_any()
}

/// All goals and lines as switches: the way to filter on a phone, and for those who do not use the headings.
#[component]
fn Filters(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let ctx = use_ctx();
    let axes = matrix.axes();
    // Inside another site the closed drawer is filled when the application is there: what is read before that is light.
    let filled = use_store().interactive || !ctx.page().is_embedded();
    let goals: Vec<_> = matrix
        .goals
        .iter()
        .filter(|_| filled)
        .map(|goal| {
            let (store, axes, id) = (use_store(), axes.clone(), goal.id);
            let pressed = move || query.read().goals.contains(&id).to_string();
            let choose = move |_| store.choose(&query.get_untracked().toggle_goal(id, &axes));
            view! {
                <button class="switch" type="button" data-goal=id.to_string() aria-pressed=pressed on:click=choose>
                    <span class="tile" aria-hidden="true">{id.number()}</span>
                    <span class="visually-hidden">{ctx.goal_number(id)}" "</span>
                    <span>{goal.title.clone()}</span>
                </button>
            }
        })
        .collect();
    let lines: Vec<_> = matrix
        .lines
        .iter()
        .filter(|_| filled)
        .map(|line| {
            let (store, axes, id, key) = (use_store(), axes.clone(), line.id.clone(), line.id.clone());
            let pressed = move || query.read().lines.contains(&key).to_string();
            let choose = move |_| store.choose(&query.get_untracked().toggle_line(&id, &axes));
            view! {
                <button class="switch" type="button" aria-pressed=pressed on:click=choose>
                    <Icon id=line.id.to_string()/>
                    <span><Code code=line.code.clone()/>" "{line.name.clone()}</span>
                </button>
            }
        })
        .collect();
    view! {
        <details class="tools__filters">
            <summary class="chip">{matrix.text.filter_heading.clone()}</summary>
            <div class="tools__drawer">
                <div class="tools__group" role="group" aria-label=ctx.common().goals.clone()>{goals}</div>
                <div class="tools__group" role="group" aria-label=ctx.common().lines.clone()>{lines}</div>
            </div>
        </details>
    }
    .into_any()
}

/// How many links are shown, and the way back to all of them.
#[component]
fn Showing(matrix: Arc<Matrix>, query: Memo<Query>, shown: Memo<Shown>) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let said = {
        let (matrix, lang) = (matrix.clone(), ctx.lang());
        Memo::new(move |_| match shown.read().links(&matrix.links).count() {
            0 => matrix.text.none.clone(),
            count => matrix.text.showing.count(lang, count),
        })
    };
    let bridge = bridge_switch(&store, &matrix, query);
    let reset = {
        let store = store.clone();
        move |_| store.choose(&query.get_untracked().without_filter())
    };
    // Said when the filter changes, not on arrival, and not for other choices within a filter.
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            store.announce(said.get_untracked());
        }
    });
    view! {
        <p class="tools__showing">
            <span>{move || said.get()}</span>
            {bridge}
            <button class="chip" type="button" disabled=move || query.read().shows_all() on:click=reset>
                {matrix.text.reset.clone()}
            </button>
        </p>
    }
    .into_any()
}

/// Narrows down to what serves all of two or more chosen goals, or is served by all of the chosen lines.
fn bridge_switch(store: &Store, matrix: &Matrix, query: Memo<Query>) -> AnyView {
    let (store, label) = (store.clone(), matrix.text.bridge.clone());
    let several = Memo::new(move |_| query.with(|query| query.goals.len() > 1 || query.lines.len() > 1));
    let press = move |_| {
        let query = query.get_untracked();
        store.choose(&Query { bridge: !query.bridge, ..query });
    };
    let pressed = move || query.read().bridge.to_string();
    view! {
        <button class="chip" type="button" hidden=move || !several.get() aria-pressed=pressed on:click=press>{label}</button>
    }
    .into_any()
}

/// Copies the address; with a cell chosen and nothing else, that of the cell's own page, because that unfurls.
#[component]
fn CopyLink(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let label = matrix.text.copy_link.clone();
    // What was copied is soon another state: the answer goes with the next choice.
    let answer = RwSignal::new(String::new());
    Effect::new(move |_| {
        query.track();
        answer.set(String::new());
    });
    let copy = move |_| {
        let query = query.get_untracked();
        let only_cell = Query { cell: query.cell.clone(), ..Query::default() } == query;
        let linked = query.cell.clone().filter(|cell| only_cell && matrix.link(&cell.line, cell.goal).is_some());
        let path = match linked {
            Some(cell) => ctx.href(&Route::Cell(cell)),
            None => match query.to_string() {
                search if search.is_empty() => ctx.href(&Route::Matrix),
                search => format!("{}?{search}", ctx.href(&Route::Matrix)),
            },
        };
        let (store, done, failed) = (store.clone(), matrix.text.copied.clone(), matrix.text.copy_failed.clone());
        browser::copy_address(None, path, move |copied| {
            let text = match copied {
                Ok(()) => done.clone(),
                Err(address) => format!("{failed} {address}"),
            };
            answer.set(text.clone());
            store.announce(text);
        });
    };
    view! {
        <span class="tools__copy">
            <button class="chip" type="button" on:click=copy>{label}</button>
            <span class="tools__answer" aria-hidden="true">{move || answer.get()}</span>
        </span>
    }
}
