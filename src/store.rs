//! The signals of the application. They belong to the root: a page may come and go, they stay.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::query::Query,
    page::{Page, Rationales},
};

/// How far the rationales are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fetched {
    #[default]
    Not,
    Loading,
    Ready(Arc<Rationales>),
    Failed,
}

#[derive(Clone, Debug)]
pub struct Store {
    /// The page that is shown.
    pub page: ArcRwSignal<Arc<Page>>,
    /// What stands behind the `?` of the address: the one truth of the explorer's state.
    pub search: ArcRwSignal<String>,
    pub rationales: ArcRwSignal<Fetched>,
    /// What the live region says.
    pub announcement: ArcRwSignal<String>,
    /// False in the prerendered page, which must work without script.
    pub interactive: bool,
}

impl Store {
    pub fn new(page: Page, search: String, interactive: bool) -> Self {
        Self {
            page: ArcRwSignal::new(Arc::new(page)),
            search: ArcRwSignal::new(search),
            rationales: ArcRwSignal::default(),
            announcement: ArcRwSignal::default(),
            interactive,
        }
    }

    /// A deliberate choice of the reader: a new entry in the history, and nothing scrolls.
    pub fn choose(&self, query: &Query) {
        let search = query.to_string();
        if *self.search.read_untracked() != search {
            crate::browser::push_search(&search);
            self.search.set(search);
        }
    }

    /// Has the live region say something. An equal text said twice is still said twice.
    pub fn announce(&self, text: String) {
        let mut text = text;
        if *self.announcement.read_untracked() == text {
            text.push('\u{a0}');
        }
        self.announcement.set(text);
    }
}

pub fn use_store() -> Store {
    expect_context::<Store>()
}
