//! The links to the same place in other languages: they carry the state of the page, and a choice is remembered.

use wasm_bindgen::{JsCast, closure::Closure};

use super::{document, remember_language};
use crate::domain::lang::Lang;

const LINKS: &str = "a[data-language-link]";

/// Has all links to other languages lead to the query in use.
pub fn carry_search(search: &str) {
    let Some(links) = document().and_then(|document| document.query_selector_all(LINKS).ok()) else { return };
    for link in (0..links.length()).filter_map(|at| links.item(at)?.dyn_into::<web_sys::Element>().ok()) {
        let href = link.get_attribute("href").unwrap_or_default();
        let path = href.split('?').next().unwrap_or_default();
        let _ = if search.is_empty() {
            link.set_attribute("href", path)
        } else {
            link.set_attribute("href", &format!("{path}?{search}"))
        };
    }
}

/// Remembers the language of a link that is followed.
pub(super) fn listen() {
    let Some(document) = document() else { return };
    let clicked = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
        if let Some(lang) = link.and_then(|link| Lang::parse(&link.get_attribute("hreflang")?)) {
            remember_language(lang);
        }
    });
    let _ = document.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    clicked.forget();
}
