//! What the cells count: the choice of a layer, what it says of itself, and the marks it leaves on the cells.

use std::sync::Arc;

use leptos::prelude::*;

use super::legend::legend;
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        ids::CellId,
        query::{Query, View},
        text::fill,
    },
    page::{Findings, LayerRef, Mark, Matrix},
    route::Route,
    store::use_store,
};

/// Targets, and every layer of the data.
#[component]
pub fn Layers(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let text = &matrix.text;
    let all = std::iter::once((None, text.layer_links.clone()))
        .chain(matrix.layers.iter().map(|layer| (Some(layer.id.clone()), layer.name.clone())));
    let buttons: Vec<_> = all
        .map(|(id, name)| {
            let (store, key) = (use_store(), id.clone());
            let pressed = move || (query.read().layer == key).to_string();
            let choose = move |_| store.choose(&Query { layer: id.clone(), ..query.get_untracked() });
            view! { <button class="chip" type="button" aria-pressed=pressed on:click=choose>{name}</button> }.into_any()
        })
        .collect();
    view! {
        <div class="tools__layers" role="group" aria-label=text.layer_label.clone()>
            <span class="label" aria-hidden="true">{text.layer_label.clone()}</span>
            {buttons}
        </div>
    }
    .into_any()
}

/// The layer and the view of a query and nothing else of it. It is a query again, so that no other kind of memo is needed,
/// each of which costs WebAssembly.
fn layer_and_view(query: Memo<Query>) -> Memo<Query> {
    Memo::new(move |_| query.with(|query| Query { layer: query.layer.clone(), view: query.view, ..Query::default() }))
}

/// The steps of tint, as `browser::marks` sets them.
const STEPS: [(&str, &str); 5] = [("0", "0"), ("1", "1"), ("2", "2"), ("3", "3–5"), ("4", "6+")];

/// How to read the cells: of targets the legend, of a layer its words, its steps, and the pairs outside the matrix.
#[component]
pub fn LayerNote(matrix: Arc<Matrix>, query: Memo<Query>) -> impl IntoView {
    let ctx = use_ctx();
    let state = layer_and_view(query);
    move || match matrix.layer(&state.read()) {
        Some(layer) => note(&ctx, &matrix, layer, state.read().view == View::Grid),
        None if state.read().view == View::Grid => legend(&matrix.text),
        None => ().into_any(),
    }
}

fn note(ctx: &Ctx, matrix: &Matrix, layer: &LayerRef, is_grid: bool) -> AnyView {
    let steps: Vec<_> = if layer.gaps {
        vec![view! { <li data-gap=""><span class="legend__sign" aria-hidden="true">"+"</span>{matrix.text.gap_sign.clone()}</li> }.into_any()]
    } else {
        STEPS
            .map(|(step, name)| view! { <li><span class="legend__sign" data-step=step>{name}</span></li> }.into_any())
            .into()
    };
    let outside: Vec<_> = layer
        .outside()
        .filter_map(|(cell, count)| {
            let (line, goal) = matrix.ends(&cell)?;
            let name = format!("{} × {}", line.code, ctx.goal_number(goal.id));
            Some(view! { <li><a href=list_href(ctx, matrix, layer, &cell)>{name}</a>" "<b>{count}</b></li> }.into_any())
        })
        .collect();
    let outside = (!outside.is_empty()).then(|| {
        view! { <details class="layer__outside"><summary>{matrix.text.outside.clone()}</summary><ul>{outside}</ul></details> }
    });
    view! {
        <div class="layer">
            {(!is_grid).then(|| view! { <p>{layer.lead.clone()}</p> })}
            <ul class="legend" aria-label=matrix.text.legend_label.clone()>{steps}</ul>
            {outside}
        </div>
    }
    .into_any()
}

/// Where what a layer counts in a cell is listed.
pub fn list_href(ctx: &Ctx, matrix: &Matrix, layer: &LayerRef, cell: &CellId) -> String {
    if layer.in_library {
        return format!("{}?goals={}&lines={}", ctx.href(&Route::Library(1)), cell.goal, cell.line);
    }
    let page = match matrix.link(&cell.line, cell.goal) {
        Some(_) => Route::Cell(cell.clone()),
        None => Route::Line(cell.line.clone()),
    };
    format!("{}#{}", ctx.href(&page), layer.id)
}

/// Keeps the marks on the cells in step with the layer, the search and the view.
#[component]
pub fn Marks(
    matrix: Arc<Matrix>,
    query: Memo<Query>,
    whole: RwSignal<Query>,
    findings: Memo<Findings>,
) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    if !store.interactive {
        return;
    }
    let state = layer_and_view(query);
    let chosen = Memo::new(move |_| query.with(|query| Query { cell: query.cell.clone(), ..Query::default() }));
    Effect::new(move |_| browser::mark_chosen(chosen.read().cell.as_ref()));
    Effect::new(move |before: Option<bool>| {
        let (state, findings) = (state.get(), findings.get());
        // Lists are built anew for another choice, and their entries marked anew; cells of the grid stay.
        if state.view != View::Grid {
            whole.track();
        }
        let layer = matrix.layer(&state).cloned();
        let marks = layer.is_some() || findings.count() > 0;
        if marks || before == Some(true) {
            let (ctx, matrix) = (ctx.clone(), matrix.clone());
            request_animation_frame(move || {
                browser::mark_cells(&|cell| mark(&ctx, &matrix, layer.as_ref(), &findings, cell));
                browser::mark_found(&findings);
            });
        }
        marks
    });
}

fn mark(ctx: &Ctx, matrix: &Matrix, layer: Option<&LayerRef>, findings: &Findings, cell: &CellId) -> Mark {
    let Some(at) = matrix.links.iter().position(|link| link.is(&cell.line, cell.goal)) else { return Mark::default() };
    let counted = layer.map(|layer| layer.count_at(at));
    let gaps = layer.is_some_and(|layer| layer.gaps);
    let gap = gaps && counted.is_some_and(|count| count > 0);
    let count = counted.filter(|_| !gaps);
    let link = &matrix.links[at];
    let name = matrix.ends(cell).map(|(line, goal)| {
        let (line, goal) = (ctx.line_name(line), ctx.goal_name(goal));
        let said = match layer.zip(count) {
            // Arabic words few of a thing without a figure; the name says what is seen.
            Some((layer, count)) => {
                let (words, figure) = (layer.unit.count(ctx.lang(), count), count.to_string());
                if words.contains(&figure) { words } else { format!("{figure} · {words}") }
            }
            None if gap => matrix.text.gap_sign.clone(),
            None => ctx.targets(link),
        };
        fill(&matrix.text.cell_name, &[("line", &line), ("goal", &goal), ("targets", &said)])
    });
    let quiet = findings.count() > 0 && !findings.cells.contains(cell) || gaps && !gap;
    Mark { count, gap, quiet, name }
}
