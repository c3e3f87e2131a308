//! Finding in the matrix: a field, and how many places match.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use crate::{
    browser,
    ctx::use_ctx,
    domain::{query::Query, text::fill},
    page::{Findings, Matrix},
    store::{Fetched, Store, use_store},
};

/// What the reader looks for in the matrix, found; the texts it needs are fetched when somebody looks for something.
pub fn findings(store: &Store, matrix: &Arc<Matrix>, query: Memo<Query>) -> Memo<Findings> {
    let (rationales, summaries) = (store.rationales.clone(), store.summaries.clone());
    let text = Memo::new(move |_| query.read().text.clone());
    let asked = store.clone();
    Effect::new(move |_| {
        if !text.read().is_empty() {
            browser::need_rationales(&asked);
            browser::need_summaries(&asked);
        }
    });
    let matrix = matrix.clone();
    Memo::new(move |_| {
        let text = text.read();
        if text.is_empty() {
            return Findings::default();
        }
        match &*rationales.read() {
            Fetched::Ready(rationales) => matrix.find(&text, Some(rationales), &summaries.read()),
            _ => matrix.find(&text, None, &summaries.read()),
        }
    })
}

#[component]
pub fn Find(matrix: Arc<Matrix>, query: Memo<Query>, findings: Memo<Findings>) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let text = &matrix.text;
    let words = Memo::new(move |_| query.read().text.clone());
    let typed = {
        let store = store.clone();
        move |event: ev::Event| {
            let text = crate::domain::text::typed(&browser::value_at(&event));
            store.type_search(&Query { text, ..query.get_untracked() }.to_string());
        }
    };
    let said = {
        let (none, count, lang) = (text.find_none.clone(), text.find_count.clone(), ctx.lang());
        Memo::new(move |_| match (words.get(), findings.read().count()) {
            (words, _) if words.is_empty() => String::new(),
            (words, 0) => fill(&none, &[("words", &words)]),
            (_, places) => count.count(lang, places),
        })
    };
    Effect::new(move |before: Option<()>| {
        let said = said.get();
        if before.is_some() && !said.is_empty() {
            store.announce(said);
        }
    });
    let placeholder = format!("{} – {}", text.find_label, text.find_hint);
    view! {
        <form role="search" class="tools__find" on:submit=|event: ev::SubmitEvent| event.prevent_default()>
            <label class="visually-hidden" for="find">{text.find_label.clone()}</label>
            <input class="search-box__field" type="search" id="find" maxlength="200" autocomplete="off" placeholder=placeholder prop:value=move || words.get() on:input=typed/>
            <span class="tools__found" aria-hidden="true">{move || said.get()}</span>
        </form>
    }
    .into_any()
}
