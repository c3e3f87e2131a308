//! Finding case studies: the shelf's columns narrow down and count; only the cards of the page that is shown are fetched;
//! a text is looked for in the search index.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::search;
use crate::{
    domain::{
        ids::{GoalId, LineId},
        lang::Lang,
        library::{Sort, Wish},
        names::Country,
        packed::Packed,
        shelf::Shelf,
    },
    page::{Library, RawCard, StoryCard},
    route::asset,
    store::{CARDS_PER_FILE, Found, FoundStories, PER_PAGE, Store},
};

thread_local! {
    /// What was fetched, by address: the shelf of a build does not change.
    static FETCHED: RefCell<BTreeMap<String, Rc<Value>>> = const { RefCell::new(BTreeMap::new()) };
    /// The columns, read once.
    static SHELF: RefCell<Option<(String, Rc<Shelf>)>> = const { RefCell::new(None) };
}

/// What goes wrong on the way is all the same to the reader: the search could not be loaded.
struct Missing;

impl From<JsValue> for Missing {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Looks for the case studies of a wish; the answer comes into the store.
pub fn find_stories(store: &Store, library: &Arc<Library>, wish: Wish) {
    let number = search::begin();
    if !matches!(*store.found.read_untracked(), Found::Ready(_)) {
        store.found.set(Found::Loading);
    }
    let (store, library) = (store.clone(), library.clone());
    spawn_local(async move {
        let found = Finder::of(&store, &library).find(&wish).await;
        if search::is_latest(number) {
            store.found.set(found.map_or(Found::Failed, |found| Found::Ready(Arc::new(found))));
        }
    });
}

struct Finder {
    base: String,
    lang: Lang,
    library: Arc<Library>,
}

impl Finder {
    fn of(store: &Store, library: &Arc<Library>) -> Self {
        let page = store.page.read_untracked();
        Self { base: page.base.clone(), lang: page.lang, library: library.clone() }
    }

    async fn find(&self, wish: &Wish) -> Result<FoundStories, Missing> {
        let shelf = self.shelf().await?;
        let ranks = if wish.text.is_empty() { None } else { Some(self.ranks(&wish.text, &shelf).await?) };
        let among = ranks.as_ref().map(|ranks| flags(ranks, shelf.entries.len()));
        let regions: BTreeMap<Country, String> = self.regions();
        let region = |country: Country| regions.get(&country).cloned();
        let mut places = shelf.matching(wish, among.as_deref(), &region);
        let counts = shelf.counts(wish, among.as_deref(), &region);
        match (wish.sort, ranks) {
            // The best match first, where there is a text to match.
            (Sort::Newest, Some(ranks)) => {
                let kept: Vec<bool> = flags(&places, shelf.entries.len());
                places = ranks.into_iter().filter(|at| kept.get(*at).copied().unwrap_or(false)).collect();
            }
            (Sort::Newest, None) => {}
            (Sort::Oldest, _) => places.reverse(),
            (Sort::Title, _) => {
                let kept: Vec<bool> = flags(&places, shelf.entries.len());
                places =
                    self.titles().await?.into_iter().filter(|at| kept.get(*at).copied().unwrap_or(false)).collect();
            }
        }
        let page: Vec<usize> = places.iter().skip((wish.page - 1) * PER_PAGE).take(PER_PAGE).copied().collect();
        Ok(FoundStories { total: places.len(), cards: self.cards(&page, &shelf).await?, counts })
    }

    fn regions(&self) -> BTreeMap<Country, String> {
        let countries = self.library.countries.iter().filter_map(|choice| Country::parse(&choice.value).ok());
        countries.zip(self.library.country_regions.iter().cloned()).collect()
    }

    async fn fetch(&self, file: &str) -> Result<Rc<Value>, Missing> {
        let address = format!("{}?{}", asset(&self.base, &format!("library/{file}")), self.library.shelf);
        fetched(address).await
    }

    async fn shelf(&self) -> Result<Rc<Shelf>, Missing> {
        let kept = SHELF.with(|shelf| shelf.borrow().clone());
        if let Some((_, shelf)) = kept.filter(|(id, _)| *id == self.library.shelf) {
            return Ok(shelf);
        }
        let columns = self.fetch("columns.json").await?;
        let lines: Vec<LineId> =
            self.library.lines.iter().filter_map(|choice| LineId::parse(&choice.value).ok()).collect();
        let goals: Vec<GoalId> = self.library.goals.iter().filter_map(|choice| GoalId::parse(&choice.value)).collect();
        let shelf = Rc::new(Shelf::read(&columns, &lines, &goals).ok_or(Missing)?);
        SHELF.with(|kept| *kept.borrow_mut() = Some((self.library.shelf.clone(), shelf.clone())));
        Ok(shelf)
    }

    /// The places of the case studies that a text was found in, the best first.
    async fn ranks(&self, text: &str, shelf: &Shelf) -> Result<Vec<usize>, Missing> {
        let found = search::find_in_stories(&self.base, self.lang, text).await?;
        let of = |imported: bool| -> Vec<usize> {
            let all = shelf.entries.iter().enumerate();
            all.filter(|(_, entry)| entry.imported == imported).map(|(at, _)| at).collect()
        };
        let (ours, others) = (of(false), of(true));
        let place = |(imported, at): (bool, usize)| if imported { others.get(at) } else { ours.get(at) }.copied();
        Ok(found.into_iter().filter_map(place).collect())
    }

    async fn titles(&self) -> Result<Vec<usize>, Missing> {
        let titles = self.fetch(&format!("{}/titles.json", self.lang.code())).await?;
        Vec::unpack((*titles).clone()).ok_or(Missing)
    }

    /// The cards at these places, from the files that hold them, all asked for at once.
    async fn cards(&self, page: &[usize], shelf: &Shelf) -> Result<Vec<StoryCard>, Missing> {
        let wanted: Vec<(String, usize)> = page
            .iter()
            .filter_map(|at| {
                let imported = shelf.entries.get(*at)?.imported;
                let before = shelf.entries.iter().take(*at).filter(|entry| entry.imported == imported).count();
                let folder = if imported { "imported" } else { self.lang.code() };
                let file = format!("library/{folder}/{}.json", before / CARDS_PER_FILE);
                Some((format!("{}?{}", asset(&self.base, &file), self.library.shelf), before % CARDS_PER_FILE))
            })
            .collect();
        let mut files: BTreeMap<String, js_sys::Promise> = BTreeMap::new();
        for (address, _) in &wanted {
            files.entry(address.clone()).or_insert_with(|| {
                let address = address.clone();
                future_to_promise(async move {
                    fetched(address).await.map(|_| JsValue::UNDEFINED).map_err(|_| JsValue::NULL)
                })
            });
        }
        for promise in files.into_values() {
            JsFuture::from(promise).await?;
        }
        let names: BTreeMap<&str, &str> =
            self.library.countries.iter().map(|choice| (choice.value.as_str(), choice.name.as_str())).collect();
        let name = |country: Country| {
            let code = country.to_string();
            names.get(code.as_str()).map_or_else(|| code.clone(), |name| (*name).to_owned())
        };
        let mut cards = Vec::with_capacity(wanted.len());
        for (address, at) in wanted {
            let file = fetched(address).await?;
            let card = file.get(at).cloned().and_then(RawCard::unpack).ok_or(Missing)?;
            cards.push(card.worded(self.lang, &self.library.words, &name));
        }
        Ok(cards)
    }
}

fn flags(places: &[usize], length: usize) -> Vec<bool> {
    let mut flags = vec![false; length];
    for at in places {
        if let Some(flag) = flags.get_mut(*at) {
            *flag = true;
        }
    }
    flags
}

/// A file of the shelf, fetched once.
async fn fetched(address: String) -> Result<Rc<Value>, Missing> {
    if let Some(value) = FETCHED.with(|fetched| fetched.borrow().get(&address).cloned()) {
        return Ok(value);
    }
    let answer = Request::get(&address).send().await.map_err(|_| Missing)?;
    if !answer.ok() {
        return Err(Missing);
    }
    let text = answer.text().await.map_err(|_| Missing)?;
    let value: Rc<Value> = Rc::new(serde_json::from_str(&text).map_err(|_| Missing)?);
    FETCHED.with(|fetched| fetched.borrow_mut().insert(address, value.clone()));
    Ok(value)
}
