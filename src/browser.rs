//! The only module that talks to the browser. What it cannot do (blocked storage, no clipboard, an old browser)
//! it answers with `None` or an error, never with a panic.

mod boot;
mod files;
mod focus;
mod languages;
mod library;
mod marks;
mod navigation;
mod rationales;
mod search;
mod share;
pub mod still;

use wasm_bindgen::JsValue;

use crate::domain::{bridges::Shown, lang::Lang, query::Query};

pub use boot::start;
pub use files::parsed;
pub use focus::{focus, focus_at, focus_on, move_tab_stop};
pub use languages::carry_search;
pub use library::find_stories;
pub use marks::{mark_cells, mark_chosen, mark_found};
pub use rationales::{need_rationales, need_summaries};
pub use search::{find_everything, let_slash_lead_to_search, show_more, slash_leads_to_search};
pub use share::copy_address;

/// Where the reader's choice of a language is kept.
const LANGUAGE_KEY: &str = "ict4sdg-language";

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// The query of the address in use, without `?`.
fn current_search() -> String {
    window()
        .and_then(|window| window.location().search().ok())
        .map(|search| search.trim_start_matches('?').to_owned())
        .unwrap_or_default()
}

fn current_path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// This path with another query. Inside another site the looks stay in it (`site/embed/frame.js`).
fn with_search(search: &str) -> String {
    let kept = root().and_then(|root| root.get_attribute("data-kept")).unwrap_or_default();
    let mut url = current_path();
    let mut mark = '?';
    for part in [search, &kept].into_iter().filter(|part| !part.is_empty()) {
        url.push(mark);
        url.push_str(part);
        mark = '&';
    }
    url
}

/// A new entry in the history with another query at the same path. Nothing scrolls.
pub fn push_search(search: &str) {
    let url = with_search(search);
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused only when a page pushes hundreds of entries a minute: the choice then works without an entry.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The same, in the place of the entry there is: for what changes with every key.
pub fn replace_search(search: &str) {
    let url = with_search(search);
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// Writes the state of the explorer to the root element, where the style sheet filters by it.
pub fn show_state(state: Option<(&Query, &Shown)>) {
    let Some(root) = root() else { return };
    let set = |name: &str, value: Option<String>| {
        let _ = match value.filter(|value| !value.is_empty()) {
            Some(value) => root.set_attribute(name, &value),
            None => root.remove_attribute(name),
        };
    };
    let query = state.map(|(query, _)| query);
    // A bridge may leave nothing; `none` is the name of no line and of no goal.
    let spaced = |ids: Vec<String>| if ids.is_empty() { "none".to_owned() } else { ids.join(" ") };
    let lines = state.filter(|(query, _)| query.bridge || !query.lines.is_empty());
    set("data-lines", lines.map(|(_, shown)| spaced(shown.lines.iter().map(ToString::to_string).collect())));
    let goals = state.filter(|(query, _)| query.bridge || !query.goals.is_empty());
    set("data-goals", goals.map(|(_, shown)| spaced(shown.goals.iter().map(ToString::to_string).collect())));
    set("data-view", query.map(|q| q.view.name().to_owned()).filter(|view| view != "grid"));
    set("data-cell", query.and_then(|q| q.cell.as_ref()).map(ToString::to_string));
}

/// What stands in the field where an event happened.
pub fn value_at(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Remembers the language on the device, if it lets us.
pub fn remember_language(lang: Lang) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE_KEY, lang.code());
    }
}

/// The language the reader chose before, else the first of the browser's languages that the site has.
pub fn preferred_language() -> Option<Lang> {
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    if let Some(lang) = chosen.as_deref().and_then(Lang::parse) {
        return Some(lang);
    }
    let languages = window()?.navigator().languages();
    languages.iter().find_map(|tag| {
        let tag = tag.as_string()?.to_ascii_lowercase();
        Lang::parse(tag.split('-').next()?)
    })
}

/// `None` where storage is blocked, as in third-party frames.
fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
}
