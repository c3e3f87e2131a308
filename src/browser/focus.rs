//! Focus in the grid, and across the take-over.

use wasm_bindgen::{JsCast, JsValue};

use super::document;
use crate::domain::{
    grid::Focus,
    ids::{CellId, GoalId, LineId},
};

/// What part of the grid or of a list an event happened in.
pub fn focus_at(event: &web_sys::Event) -> Option<Focus> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    focus_of(&target)
}

fn focus_of(element: &web_sys::Element) -> Option<Focus> {
    let place = element.closest("td[data-line], th[data-line], th[data-goal], li[data-line]").ok()??;
    let line = place.get_attribute("data-line").and_then(|id| LineId::parse(&id).ok());
    let goal = place.get_attribute("data-goal").and_then(|id| GoalId::parse(&id));
    match (line, goal) {
        (Some(line), Some(goal)) => Some(Focus::Cell(CellId { line, goal })),
        (Some(line), None) => Some(Focus::Line(line)),
        (None, Some(goal)) => Some(Focus::Goal(goal)),
        (None, None) => None,
    }
}

/// The element that takes the focus for a place: the link or button in it, or the empty cell itself.
fn element_of(document: &web_sys::Document, focus: &Focus) -> Option<web_sys::HtmlElement> {
    let place = match focus {
        Focus::Cell(cell) => format!("td[data-line='{}'][data-goal='{}']", cell.line, cell.goal),
        Focus::Line(line) => format!("th[data-line='{line}']"),
        Focus::Goal(goal) => format!("th[data-goal='{goal}']"),
    };
    let inner = document.query_selector(&format!("{place} :is(a,button)")).ok().flatten();
    let element = inner.or_else(|| document.query_selector(&place).ok().flatten())?;
    element.dyn_into().ok()
}

/// Gives the focus to a place of the grid, or to its entry in the list that is shown instead.
pub fn focus(to: &Focus) {
    let Some(document) = document() else { return };
    let entry = match to {
        Focus::Cell(cell) => {
            let entry = format!(".lists li[data-line='{}'][data-goal='{}'] a", cell.line, cell.goal);
            document.query_selector(&entry).ok().flatten().and_then(|entry| entry.dyn_into().ok())
        }
        Focus::Line(_) | Focus::Goal(_) => None,
    };
    if let Some(element) = entry.or_else(|| element_of(&document, to)) {
        let _ = element.focus();
    }
}

/// Gives the focus to the element with this id.
pub fn focus_on(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Makes `to` the one tab stop of the grid.
pub fn move_tab_stop(from: Option<&Focus>, to: &Focus) {
    let Some(document) = document() else { return };
    if let Some(before) = from.and_then(|from| element_of(&document, from)) {
        before.set_tab_index(-1);
    }
    if let Some(now) = element_of(&document, to) {
        now.set_tab_index(0);
    }
}

/// What had the focus before the take-over.
pub(super) enum Place {
    Grid(Focus),
    Id(String),
    /// Its address, and how many links before it have the same.
    Link(String, usize),
    Summary(u32),
}

/// Where the focus is now, if it is on something that both pages have.
pub(super) fn place(document: &web_sys::Document) -> Option<Place> {
    let active = document.active_element()?;
    if active.closest("#matrix").ok().flatten().is_some() {
        return focus_of(&active).map(Place::Grid);
    }
    if !active.id().is_empty() {
        return Some(Place::Id(active.id()));
    }
    if let Some(href) = active.get_attribute("href") {
        let same = links_to(document, &href).iter().position(|link| *link == active)?;
        return Some(Place::Link(href, same));
    }
    let summaries = document.get_elements_by_tag_name("summary");
    (0..summaries.length()).find(|at| summaries.item(*at).as_ref() == Some(&active)).map(Place::Summary)
}

fn links_to(document: &web_sys::Document, href: &str) -> Vec<web_sys::Element> {
    let links = document.get_elements_by_tag_name("a");
    let all = (0..links.length()).filter_map(|at| links.item(at));
    all.filter(|link| link.get_attribute("href").as_deref() == Some(href)).collect()
}

/// Gives the focus back without moving the page.
pub(super) fn return_to(document: &web_sys::Document, place: &Place) {
    let element = match place {
        Place::Grid(focus) => element_of(document, focus),
        Place::Id(id) => document.get_element_by_id(id).and_then(|found| found.dyn_into().ok()),
        Place::Link(href, same) => {
            links_to(document, href).into_iter().nth(*same).and_then(|link| link.dyn_into().ok())
        }
        Place::Summary(at) => {
            document.get_elements_by_tag_name("summary").item(*at).and_then(|summary| summary.dyn_into().ok())
        }
    };
    if let Some(element) = element {
        focus_still(&element);
    }
}

/// Focus without scrolling.
pub(super) fn focus_still(element: &web_sys::HtmlElement) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    let focus = js_sys::Reflect::get(element, &"focus".into());
    if let Some(focus) = focus.ok().and_then(|focus| focus.dyn_into::<js_sys::Function>().ok()) {
        let _ = focus.call1(element, &options);
    }
}
