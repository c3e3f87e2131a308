//! The explorer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser,
    components::{grid::MatrixGrid, legend::Legend, lists::Lists, notices::AboutMatrix, panel::Panel, tools::Tools},
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
    // The style sheet filters by attributes of the root element, set before the first paint and kept here.
    Effect::new(move |_| browser::show_state(Some(&query.read())));
    on_cleanup(|| browser::show_state(None));
    let is_grid = Memo::new(move |_| query.read().view == View::Grid);
    let text = matrix.text.clone();
    view! {
        {still::part("still-head", || view! {
            <div class="wrap explorer-head">
                <h1 tabindex="-1">{text.heading}</h1>
                <p class="lead">{text.lead}</p>
            </div>
        }.into_any())}
        <div class="wrap explorer">
            <Tools matrix=matrix.clone() query=query/>
            <div class="explorer__main">
                {
                    let matrix = matrix.clone();
                    move || if is_grid.get() {
                        view! { <MatrixGrid matrix=matrix.clone() query=query/><Legend text=matrix.text.clone()/> }.into_any()
                    } else {
                        view! { <Lists matrix=matrix.clone() query=query/> }.into_any()
                    }
                }
            </div>
            <Panel matrix=matrix.clone() query=query/>
        </div>
        {still::part("still-about", || view! { <div class="wrap"><AboutMatrix/></div> }.into_any())}
    }
    .into_any()
}
