//! The signals of the application. They belong to the root: a page may come and go, they stay.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use leptos::prelude::*;

use crate::{
    domain::{
        lang::Lang,
        query::Query,
        shelf::{Counts, Facet},
    },
    page::{Page, Rationales, StoryCard, Summaries},
};

/// Case studies shown at a time.
pub const PER_PAGE: usize = 24;

/// Cards in one file of the shelf: a page of results may need as many files as it has cards.
pub const CARDS_PER_FILE: usize = 8;

/// What the search of the library has found for the wish in the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Found {
    /// Nothing was asked: the library as it was prerendered.
    #[default]
    All,
    Loading,
    Ready(Arc<FoundStories>),
    Failed,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundStories {
    pub total: usize,
    /// Those of the page asked for.
    pub cards: Vec<StoryCard>,
    /// How many each choice of a facet would leave, by facet and value.
    pub counts: Counts,
}

impl Found {
    /// The count of a choice: among what was found, or among all.
    pub fn count(&self, facet: Facet, value: Option<usize>, all: usize) -> usize {
        match self {
            Self::Ready(found) => value.map_or(0, |value| found.counts.of(facet, value)),
            Self::All | Self::Loading | Self::Failed => all,
        }
    }
}

/// A result of the search over everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub href: String,
    pub title: String,
    /// Some words around what was looked for; `true` where it is the word itself.
    pub excerpt: Vec<(String, bool)>,
    /// The language of the result, when it is not that of the page.
    pub lang: Option<Lang>,
}

/// Results of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HitGroup {
    pub kind: String,
    pub total: usize,
    pub hits: Vec<Hit>,
}

/// The answer to a search over everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Hits {
    #[default]
    None,
    Loading,
    Ready(Arc<HitPage>),
    Failed,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HitPage {
    pub words: String,
    pub groups: Vec<HitGroup>,
    /// A word of the site that is close to one that leads nowhere, put in its place.
    pub meant: Option<String>,
    /// Found in other languages, when there is nothing in this one.
    pub elsewhere: Vec<Hit>,
}

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
    /// Fetched when somebody looks for something in the matrix.
    pub summaries: ArcRwSignal<Arc<Summaries>>,
    pub found: ArcRwSignal<Found>,
    pub hits: ArcRwSignal<Hits>,
    /// The reader has just chosen something and waits for the next frame: what is not yet seen can follow.
    awaited: Arc<AtomicBool>,
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
            summaries: ArcRwSignal::default(),
            found: ArcRwSignal::default(),
            hits: ArcRwSignal::default(),
            awaited: Arc::default(),
            announcement: ArcRwSignal::default(),
            interactive,
        }
    }

    /// A deliberate choice of the reader: a new entry in the history, and nothing scrolls.
    pub fn choose(&self, query: &Query) {
        self.choose_search(&query.to_string());
    }

    /// The same for any page whose state is its query.
    pub fn choose_search(&self, search: &str) {
        if *self.search.read_untracked() != search {
            crate::browser::push_search(search);
            self.awaited.store(true, Relaxed);
            let awaited = self.awaited.clone();
            request_animation_frame(move || awaited.store(false, Relaxed));
            self.search.set(search.to_owned());
        }
    }

    /// Whether a choice waits to be drawn. Going back does not: the place on the page is restored at once, and needs all of it.
    pub fn is_awaited(&self) -> bool {
        self.awaited.load(Relaxed)
    }

    /// While the reader types, the entry in the history is replaced.
    pub fn type_search(&self, search: &str) {
        if *self.search.read_untracked() != search {
            crate::browser::replace_search(search);
            self.search.set(search.to_owned());
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
