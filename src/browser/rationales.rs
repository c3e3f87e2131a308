//! Fetching the rationales of the explorer: after the page is ready, or when a cell is chosen, whichever is first.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, closure::Closure};

use super::{files, window};
use crate::{
    domain::{ids::CellId, text::Said, value::Value},
    page::{Body, Page, Rationales, Summaries},
    route::asset,
    store::{Fetched, Store},
};

/// Fetches the rationales unless they are there or on their way; a failed attempt is repeated.
pub fn need_rationales(store: &Store) {
    if !matches!(*store.rationales.read_untracked(), Fetched::Not | Fetched::Failed) {
        return;
    }
    store.rationales.set(Fetched::Loading);
    let store = store.clone();
    spawn_local(async move {
        let page = store.page.get_untracked();
        let fetched = match all(&page).await {
            Some(rationales) => Fetched::Ready(Arc::new(rationales)),
            None => Fetched::Failed,
        };
        store.rationales.set(fetched);
    });
}

/// The files that together have every rationale; `None` when one is missing or is not what it should be.
async fn all(page: &Page) -> Option<Rationales> {
    let Body::Matrix(matrix) = &page.body else { return None };
    let mut rationales = Rationales::new();
    for lang in &matrix.rationale_langs {
        let path = match matrix.version.as_str() {
            "" => format!("data/{}/matrix.json", lang.code()),
            version => format!("data/versions/{version}/{}.json", lang.code()),
        };
        let url = asset(&page.base, &path);
        let file = files::json(&url).await.ok()?;
        let rationales_of = file.get("rationales").filter(|found| matches!(found, Value::Object(_)))?;
        for (cell, text) in rationales_of.entries() {
            let said = Said { text: text.as_str()?.to_owned(), lang: (*lang != page.lang).then_some(*lang) };
            rationales.entry(CellId::parse(cell)?).or_insert(said);
        }
    }
    Some(rationales)
}

/// Fetches the summaries of lines and goals for finding in the matrix. Without them fewer places match.
pub fn need_summaries(store: &Store) {
    if !store.summaries.read_untracked().is_empty() {
        return;
    }
    let store = store.clone();
    spawn_local(async move {
        let url = {
            let page = store.page.read_untracked();
            asset(&page.base, &format!("data/{}/summaries.json", page.lang.code()))
        };
        let Ok(file) = files::json(&url).await else { return };
        let entries = file.entries().iter();
        let summaries: Summaries =
            entries.filter_map(|(id, text)| Some((id.clone(), text.as_str()?.to_owned()))).collect();
        store.summaries.set(Arc::new(summaries));
    });
}

/// Once the explorer is ready and the browser has nothing better to do; not at all where the reader saves data.
pub(super) fn fetch_when_idle(store: &Store) {
    if !matches!(store.page.read_untracked().body, Body::Matrix(_)) || saves_data() {
        return;
    }
    let store = store.clone();
    let later = Closure::once_into_js(move || need_rationales(&store));
    let Some(window) = window() else { return };
    let name = ["requestIdleCallback", "setTimeout"]
        .into_iter()
        .find_map(|name| js_sys::Reflect::get(&window, &name.into()).ok()?.dyn_into::<js_sys::Function>().ok());
    if let Some(schedule) = name {
        let _ = schedule.call1(&window, &later);
    }
}

/// The reader asked the browser to save data.
pub(super) fn saves_data() -> bool {
    let connection = window().and_then(|window| js_sys::Reflect::get(&window.navigator(), &"connection".into()).ok());
    connection
        .filter(wasm_bindgen::JsValue::is_object)
        .and_then(|connection| js_sys::Reflect::get(&connection, &"saveData".into()).ok())
        .is_some_and(|saves| saves.is_truthy())
}
