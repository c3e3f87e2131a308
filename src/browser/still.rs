//! What is still, in the application: the elements that were prerendered are kept, not made anew. Nothing flashes or moves,
//! their data need not travel, and their views are no part of the WebAssembly.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::document;
use crate::page::Body;

thread_local! {
    /// What was prerendered, on its way into the application.
    static KEPT: RefCell<Vec<web_sys::Element>> = const { RefCell::new(Vec::new()) };
}

/// Holds the still parts of a document, until `place` puts them where the application has room for them.
pub fn keep(from: &web_sys::Document) {
    let parts = from.get_elements_by_class_name("still");
    let mut kept = Vec::new();
    // The list follows the document: what is taken out of it is no longer in it.
    while let (Some(part), Some(ours)) = (parts.item(0), document()) {
        match ours.adopt_node(&part).ok().and_then(|node| node.dyn_into().ok()) {
            Some(element) => kept.push(element),
            None => break,
        }
    }
    KEPT.with(|held| *held.borrow_mut() = kept);
}

/// Puts what is held into the page. Called in the task that renders it, so that nothing is painted in between.
pub fn place() {
    let kept = KEPT.with(|held| std::mem::take(&mut *held.borrow_mut()));
    for part in kept {
        let Some(room) = document().and_then(|document| document.get_element_by_id(&part.id())) else { continue };
        // The room may be that of the page before.
        room.set_text_content(None);
        while let Some(child) = part.first_child() {
            if room.append_child(&child).is_err() {
                break;
            }
        }
    }
}

/// Room for a part that stays as it was prerendered.
pub fn part(id: &'static str, _view: impl FnOnce() -> AnyView) -> AnyView {
    view! { <div class="still" id=id></div> }.into_any()
}

/// Room for a page that is still as a whole.
pub fn page(_body: Body) -> AnyView {
    part("still-page", || ().into_any())
}
