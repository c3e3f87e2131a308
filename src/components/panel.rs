//! The panel that explains the chosen cell: beside the grid on a wide screen, a sheet at the bottom of a narrow one.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    layers::list_href,
    link_details::{HowSure, Targets},
    names::GoalTile,
    words::{Code, Words},
};
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        grid::Focus,
        ids::CellId,
        matrix::Link,
        query::Query,
        text::{Said, fill},
    },
    page::{LayerRef, Matrix},
    route::Route,
    store::{Fetched, Store, use_store},
};

/// Chooses a cell, linked or not, and says so once.
pub fn choose_cell(store: &Store, ctx: &Ctx, matrix: &Matrix, query: Query, cell: &CellId) {
    let Some((line, goal)) = matrix.ends(cell) else { return };
    browser::need_rationales(store);
    store.choose(&Query { cell: Some(cell.clone()), ..query });
    let (line_name, goal_name) = (ctx.line_name(line), ctx.goal_name(goal));
    let said = match matrix.link(&cell.line, cell.goal) {
        Some(link) => {
            fill(&matrix.text.cell_name, &[("line", &line_name), ("goal", &goal_name), ("targets", &ctx.targets(link))])
        }
        None => fill(&matrix.text.empty_name, &[("line", &line_name), ("goal", &goal_name)]),
    };
    store.announce(said);
}

/// Closes the panel and gives the focus back to the cell it explained.
pub fn close(store: &Store, matrix: &Matrix, query: Query) {
    let Some(cell) = query.cell.clone() else { return };
    store.choose(&Query { cell: None, ..query });
    store.announce(matrix.text.announce_closed.clone());
    browser::focus(&Focus::Cell(cell));
}

#[component]
pub fn Panel(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let store = use_store();
    let label = matrix.text.panel_label.clone();
    let cell = Memo::new(move |_| query.read().cell.clone());
    let on_escape = {
        let (store, matrix) = (store.clone(), matrix.clone());
        move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Escape" {
                close(&store, &matrix, query.get_untracked());
            }
        }
    };
    view! {
        <section id="cell-panel" class="panel" aria-label=label data-open=move || cell.read().is_some().to_string() on:keydown=on_escape>
            {move || match cell.get() {
                Some(cell) => view! { <Chosen matrix=matrix.clone() query=query cell=cell/> }.into_any(),
                None => view! { <Hint matrix=matrix.clone()/> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Hint(matrix: Arc<Matrix>) -> impl IntoView {
    view! {
        <p class="panel__hint">{matrix.text.hint.clone()}</p>
        <p class="panel__keys">{matrix.text.keys.clone()}</p>
    }
    .into_any()
}

#[component]
fn Chosen(matrix: Arc<Matrix>, query: Memo<Query>, cell: CellId) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let Some((line, goal)) = matrix.ends(&cell).map(|(line, goal)| (line.clone(), goal.clone())) else {
        return ().into_any();
    };
    let link = matrix.link(&cell.line, cell.goal).cloned();
    let counted = {
        let (ctx, matrix, cell) = (ctx.clone(), matrix.clone(), cell.clone());
        let state = Memo::new(move |_| query.with(|query| Query { layer: query.layer.clone(), ..Query::default() }));
        move || match matrix.layer(&state.read()) {
            Some(layer) => counted(&ctx, &matrix, layer, &cell),
            None => ().into_any(),
        }
    };
    let close_label = ctx.common().close.clone();
    let on_close = {
        let (store, matrix) = (store.clone(), matrix.clone());
        move |_| close(&store, &matrix, query.get_untracked())
    };
    let ways = [
        link.as_ref().map(|_| (ctx.href(&Route::Cell(cell.clone())), matrix.text.open_page.clone())),
        Some((ctx.line_href(&cell.line), matrix.text.open_line.clone())),
        Some((ctx.goal_href(cell.goal), matrix.text.open_goal.clone())),
    ];
    let ways: Vec<_> =
        ways.into_iter().flatten().map(|(href, text)| view! { <li><a href=href>{text}</a></li> }).collect();
    let body = match link {
        Some(link) => view! { <LinkBody matrix=matrix.clone() cell=cell link=link/> }.into_any(),
        None => view! { <p>{matrix.text.no_link.clone()}</p> }.into_any(),
    };
    view! {
        <div class="panel__head" data-goal=goal.id.to_string()>
            <button class="panel__close" type="button" aria-label=close_label on:click=on_close>"×"</button>
            <h2 class="panel__title">
                <span class="panel__line"><Code code=line.code/>" "{line.name}</span>
                <span class="panel__cross" aria-hidden="true">"×"</span>
                <span class="panel__goal"><GoalTile goal=goal.id/>" "{goal.title}</span>
            </h2>
        </div>
        <div class="panel__body">
            {counted}
            {body}
            <ul class="panel__ways">{ways}</ul>
        </div>
    }
    .into_any()
}

/// How often the layer counts the cell, and where that is listed; of a gap, an invitation.
fn counted(ctx: &Ctx, matrix: &Matrix, layer: &LayerRef, cell: &CellId) -> AnyView {
    let count = matrix.count(layer, cell);
    let text = &matrix.text;
    if layer.gaps && count > 0 {
        let form = format!("{}?cell={cell}", ctx.href(&Route::Submit));
        return view! { <p class="panel__count"><a href=form>{text.gap_invite.clone()}</a></p> }.into_any();
    }
    if layer.gaps {
        return ().into_any();
    }
    let list = (count > 0).then(|| {
        let href = list_href(ctx, matrix, layer, cell);
        view! { " · "<a href=href>{text.see_list.clone()}</a> }
    });
    view! { <p class="panel__count"><b>{layer.unit.count(ctx.lang(), count)}</b>{list}</p> }.into_any()
}

#[component]
fn LinkBody(matrix: Arc<Matrix>, cell: CellId, link: Link) -> impl IntoView {
    let text = matrix.link_text.clone();
    let note = matrix.notes.iter().find(|note| note.cell == cell).map(|note| note.text.clone());
    let sources = matrix.sources.iter().filter(|source| link.sources.contains(&source.id)).cloned().collect();
    view! {
        <h3 class="panel__label">{text.why.clone()}</h3>
        <Rationale matrix=matrix.clone() cell=cell/>
        <h3 class="panel__label">{text.targets.clone()}</h3>
        <Targets link=link.clone() gists=matrix.gists.clone() text=text.clone()/>
        <HowSure link=link note=note sources=sources text=text/>
    }
    .into_any()
}

/// The reason for a link: it is fetched after the page, and says so while it is not there. Trying
/// again leads the focus to where the reason will stand, so that it is not lost with the button.
#[component]
fn Rationale(matrix: Arc<Matrix>, cell: CellId) -> impl IntoView {
    let store = use_store();
    let fetched = store.rationales.clone();
    let failed_before = RwSignal::new(false);
    Effect::new({
        let fetched = fetched.clone();
        move |_| {
            if *fetched.read() == Fetched::Failed {
                failed_before.set(true);
            }
        }
    });
    let said = {
        let (matrix, fetched) = (matrix.clone(), fetched.clone());
        move || match fetched.get() {
            Fetched::Ready(rationales) => rationales.get(&cell).cloned().unwrap_or_default(),
            Fetched::Not | Fetched::Loading => plain(&matrix.text.loading),
            Fetched::Failed => plain(&matrix.text.load_failed),
        }
    };
    let waiting = move || !matches!(*fetched.read(), Fetched::Ready(_));
    view! {
        <p class="panel__why" class:panel__why--waiting=waiting tabindex="-1" id="panel-why">
            {move || view! { <Words said=said()/> }}
        </p>
        {move || {
            let store = store.clone();
            failed_before.get().then(|| view! {
                <button class="button" type="button" on:click=move |_| {
                    browser::focus_on("panel-why");
                    failed_before.set(false);
                    browser::need_rationales(&store);
                }>
                    {matrix.text.retry.clone()}
                </button>
            })
        }}
    }
    .into_any()
}

fn plain(text: &str) -> Said {
    Said { text: text.to_owned(), lang: None }
}
