//! Finding case studies: the shelf's columns narrow down and count; only the cards of the page that is shown are fetched;
//! a text is looked for in the search index.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use super::{
    files::{self, Missing},
    search,
};
use crate::{
    domain::{
        ids::{GoalId, LineId},
        lang::Lang,
        library::{Sort, Wish, region},
        names::Country,
        packed::Packed,
        shelf::Shelf,
        value::Value,
    },
    page::{Library, RawCard, StoryCard},
    route::asset,
    store::{CARDS_PER_FILE, Found, FoundStories, PER_PAGE, Store},
};

thread_local! {
    /// What was fetched, by address: the shelf of a build does not change.
    static FETCHED: RefCell<Vec<(String, Rc<Value>)>> = const { RefCell::new(Vec::new()) };
    /// The columns, read once.
    static SHELF: RefCell<Option<(String, Rc<Shelf>)>> = const { RefCell::new(None) };
}

/// Looks for the case studies of a wish; the answer comes into the store.
pub fn find_stories(store: &Store, library: &Arc<Library>, wish: Wish) {
    let number = search::begin();
    if !matches!(*store.found.read_untracked(), Found::Ready(_)) {
        store.found.set(Found::Loading);
    }
    let (store, library) = (store.clone(), library.clone());
    spawn_local(async move {
        if !search::is_typed(number, &wish.text).await {
            return;
        }
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
        let regions = self.regions();
        let region = |country: Country| regions.get(country.number()).copied().filter(|code| *code > 0);
        let lines = self.lines();
        let mut places = shelf.matching(wish, among.as_deref(), &region);
        let counts = shelf.counts(wish, &lines, among.as_deref(), &region);
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

    /// The codes of the subregions of countries, by the numbers of these; 0 for none.
    fn regions(&self) -> Vec<u16> {
        let mut regions = Vec::new();
        for (choice, code) in self.library.countries.iter().zip(&self.library.country_regions) {
            if let (Ok(country), Some(code)) = (Country::parse(&choice.value), region(code)) {
                let at = country.number();
                if regions.len() <= at {
                    regions.resize(at + 1, 0);
                }
                regions[at] = code;
            }
        }
        regions
    }

    fn lines(&self) -> Vec<LineId> {
        self.library.lines.iter().filter_map(|choice| LineId::parse(&choice.value).ok()).collect()
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
        let goals: Vec<GoalId> = self.library.goals.iter().filter_map(|choice| GoalId::parse(&choice.value)).collect();
        let shelf = Rc::new(Shelf::read(&columns, &self.lines(), &goals).ok_or(Missing)?);
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
        let wanted: Vec<(String, usize)> = page.iter().map(|at| self.card_file(*at, shelf)).collect();
        let mut asked: Vec<&String> = Vec::new();
        for (address, _) in &wanted {
            if !asked.contains(&address) {
                ask(address);
                asked.push(address);
            }
        }
        let name = |country: Country| {
            let code = country.to_string();
            let named = self.library.countries.iter().find(|choice| choice.value == code);
            named.map_or(code, |choice| choice.name.clone())
        };
        let mut cards = Vec::with_capacity(wanted.len());
        for (address, at) in wanted {
            let card = fetched(address).await?.items().get(at).cloned().and_then(RawCard::unpack).ok_or(Missing)?;
            cards.push(card.worded(self.lang, &self.library.words, &name));
        }
        Ok(cards)
    }

    /// The address of the file that holds the card at a place, and its place there.
    fn card_file(&self, at: usize, shelf: &Shelf) -> (String, usize) {
        let imported = shelf.entries.get(at).is_some_and(|entry| entry.imported);
        let before = shelf.entries.iter().take(at).filter(|entry| entry.imported == imported).count();
        let folder = if imported { "imported" } else { self.lang.code() };
        let file = format!("library/{folder}/{}.json", before / CARDS_PER_FILE);
        (format!("{}?{}", asset(&self.base, &file), self.library.shelf), before % CARDS_PER_FILE)
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

/// Asks for a file of the shelf, unless it is there.
fn ask(address: &str) {
    if !FETCHED.with(|fetched| fetched.borrow().iter().any(|(other, _)| other == address)) {
        files::ask(address);
    }
}

/// A file of the shelf, fetched once.
async fn fetched(address: String) -> Result<Rc<Value>, Missing> {
    let kept = FETCHED
        .with(|fetched| fetched.borrow().iter().find(|(other, _)| *other == address).map(|(_, value)| value.clone()));
    if let Some(value) = kept {
        return Ok(value);
    }
    let value = Rc::new(files::json(&address).await?);
    FETCHED.with(|fetched| fetched.borrow_mut().push((address, value.clone())));
    Ok(value)
}
