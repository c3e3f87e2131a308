//! Marks on the cells of the explorer: counts of a layer, gaps, and what was found. They are attributes of cells that
//! stay, set all at once: a signal for each of 306 cells would cost more than it saves.

use wasm_bindgen::JsCast;

use super::document;
use crate::{
    domain::ids::CellId,
    page::{Findings, Mark},
};

/// Marks every linked cell, and every entry of a list.
pub fn mark_cells(mark: &dyn Fn(&CellId) -> Mark) {
    each(".explorer__main [data-line][data-goal]:not(:empty)", &|element| {
        let end = |name: &str| element.get_attribute(name).unwrap_or_default();
        let Some(cell) = CellId::parse(&format!("{}-{}", end("data-line"), end("data-goal"))) else { return };
        let Mark { count, gap, quiet, name } = mark(&cell);
        let count_text = count.map(|count| count.to_string());
        set(element, "data-count", count_text.as_deref());
        set(element, "data-step", count.map(step));
        set(element, "data-gap", gap.then_some(""));
        set(element, "data-quiet", quiet.then_some(""));
        if let (Some(name), Some(link)) = (name, element.first_element_child()) {
            if !link.has_attribute("aria-label") {
                return;
            }
            set(&link, "aria-label", Some(&name));
            // What the cell shows of the link itself is kept for when the layer goes.
            let sign = link.get_attribute("data-sign").or_else(|| {
                let sign = link.text_content();
                set(&link, "data-sign", sign.as_deref());
                sign
            });
            link.set_text_content(if gap { Some("+") } else { count_text.as_deref().or(sign.as_deref()) });
        }
    });
}

/// Marks the chosen cell of the grid, which replaces the one chosen before.
pub fn mark_chosen(cell: Option<&CellId>) {
    each("#matrix td[aria-selected]", &|old| set(old, "aria-selected", None));
    if let Some(CellId { line, goal }) = cell {
        each(&format!("#matrix td[data-line=\"{line}\"][data-goal=\"{goal}\"]"), &|new| {
            set(new, "aria-selected", Some("true"));
        });
    }
}

/// Marks the cells, entries and headings that were found.
pub fn mark_found(findings: &Findings) {
    each("[data-match]", &|before| set(before, "data-match", None));
    let found = |selector: &str| each(selector, &|element| set(element, "data-match", Some("")));
    for CellId { line, goal } in &findings.cells {
        found(&format!(".explorer__main [data-line='{line}'][data-goal='{goal}']"));
    }
    for line in &findings.lines {
        found(&format!("#matrix th[data-line='{line}']"));
    }
    for goal in &findings.goals {
        found(&format!("#matrix th[data-goal='{goal}']"));
    }
}

/// The tint of a count: four are told apart, beside the number itself.
const fn step(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        3..=5 => "3",
        _ => "4",
    }
}

fn each(selector: &str, act: &dyn Fn(&web_sys::Element)) {
    let Some(all) = document().and_then(|document| document.query_selector_all(selector).ok()) else { return };
    for at in 0..all.length() {
        if let Some(element) = all.item(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            act(&element);
        }
    }
}

fn set(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
