//! The native twin of `browser.rs`: while pages are prerendered there is no browser, so nothing happens.

use crate::{
    domain::{grid::Focus, lang::Lang, query::Query},
    store::Store,
};

pub const fn focus_at<E>(_event: &E) -> Option<Focus> {
    None
}
pub const fn focus(_to: &Focus) {}
pub const fn focus_on(_id: &str) {}
pub const fn move_tab_stop(_from: Option<&Focus>, _to: &Focus) {}
pub const fn push_search(_search: &str) {}
pub const fn show_state(_query: Option<&Query>) {}
pub const fn need_rationales(_store: &Store) {}
pub const fn remember_language(_lang: Lang) {}
pub const fn preferred_language() -> Option<Lang> {
    None
}
pub fn copy_address(_path: String, _done: impl Fn(Result<(), String>) + 'static) {}
