//! The explorer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser,
    components::{
        answers::Answers,
        grid::MatrixGrid,
        help::tour,
        layers::{LayerNote, Marks},
        lists::Lists,
        matrix_search::findings,
        notices::AboutMatrix,
        panel::Panel,
        tools::Tools,
    },
    ctx::use_ctx,
    domain::query::{Query, View},
    page::Matrix,
    still,
    store::use_store,
};

#[component]
pub fn MatrixPage(matrix: Arc<Matrix>) -> impl IntoView {
    let store = use_store();
    let (search, axes) = (store.search.clone(), matrix.axes());
    let query = Memo::new(move |_| Query::parse(&search.read(), &axes));
    let shown = {
        let matrix = matrix.clone();
        Memo::new(move |_| matrix.shown(&query.read()))
    };
    // The style sheet filters by attributes of the root element, set before the first paint and kept here.
    Effect::new(move |_| browser::show_state(Some((&query.read(), &shown.read()))));
    on_cleanup(|| browser::show_state(None));
    // Choosing a cell, a layer or a word must not build the lists anew.
    let laid_out = Memo::new(move |_| query.with(Query::laid_out));
    // What the list stands whole for: after a choice its first screen is drawn a frame before the rest.
    let whole = RwSignal::new(Query::default());
    let findings = findings(&store, &matrix, query);
    let (heading, lead) = (matrix.text.heading.clone(), matrix.text.lead.clone());
    let (help, ctx) = (matrix.help.clone(), use_ctx());
    view! {
        {still::part("still-head", move || view! {
            <div class="wrap explorer-head">
                <h1 tabindex="-1">{heading}</h1>
                {(!ctx.page().is_embedded()).then(|| view! {
                    <p class="lead">{lead}</p>
                    {tour(&help, &ctx.page().base)}
                })}
            </div>
        }.into_any())}
        <div class="wrap explorer">
            <Tools matrix=matrix.clone() query=query shown=shown findings=findings/>
            <div class="explorer__main">
                // The grid stays: the style sheet hides it while a list is shown.
                <div class="grid"><MatrixGrid matrix=matrix.clone() query=query shown=shown/></div>
                {
                    let matrix = matrix.clone();
                    move || {
                        let wanted = laid_out.get();
                        (wanted.view != View::Grid)
                            .then(|| view! { <Lists matrix=matrix.clone() query=query wanted=wanted whole=whole/> })
                    }
                }
                <LayerNote matrix=matrix.clone() query=query/>
                <Answers matrix=matrix.clone() query=query shown=shown/>
                <Marks matrix=matrix.clone() query=query whole=whole findings=findings/>
            </div>
            <Panel matrix=matrix.clone() query=query/>
        </div>
        {still::part("still-about", || view! { <div class="wrap"><AboutMatrix/></div> }.into_any())}
    }
    .into_any()
}
