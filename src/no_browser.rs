//! The native twin of `browser.rs`: while pages are prerendered there is no browser, so nothing happens.

use std::sync::Arc;

use crate::{
    domain::{bridges::Shown, grid::Focus, ids::CellId, lang::Lang, library::Wish, query::Query},
    page::{Findings, Library, Mark},
    store::Store,
};

pub const fn focus_at<E>(_event: &E) -> Option<Focus> {
    None
}
pub const fn focus(_to: &Focus) {}
pub const fn focus_on(_id: &str) {}
pub const fn move_tab_stop(_from: Option<&Focus>, _to: &Focus) {}
pub const fn push_search(_search: &str) {}
pub const fn show_state(_state: Option<(&Query, &Shown)>) {}
pub const fn need_rationales(_store: &Store) {}
pub const fn need_summaries(_store: &Store) {}
pub const fn mark_cells(_mark: &dyn Fn(&CellId) -> Mark) {}
pub const fn mark_chosen(_cell: Option<&CellId>) {}
pub const fn mark_found(_findings: &Findings) {}
pub const fn remember_language(_lang: Lang) {}
pub const fn preferred_language() -> Option<Lang> {
    None
}
pub const fn replace_search(_search: &str) {}
pub fn find_stories(_store: &Store, _library: &Arc<Library>, _wish: Wish) {}
pub const fn carry_search(_search: &str) {}
pub const fn value_at<E>(_event: &E) -> String {
    String::new()
}
pub const fn find_everything(_store: &Store, _text: &str) {}
pub const fn show_more(_store: &Store, _kind: &str, _most: usize) {}
pub const fn slash_leads_to_search() -> bool {
    true
}
pub const fn let_slash_lead_to_search(_on: bool) {}
pub fn copy_address(_title: Option<String>, _path: String, _done: impl Fn(Result<(), String>) + 'static) {}
