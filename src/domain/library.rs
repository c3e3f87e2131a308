//! The state of the library as it stands in the address: what the reader looks for among the case studies.
//! Parsing is total: what is unknown is dropped.

use std::fmt;

use super::{
    ids::{GoalId, LineId},
    names::Country,
    query::LONGEST,
    story::{Kind, PrizeResult},
    text::{from_query, in_query, typed},
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Title,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Newest, Self::Oldest, Self::Title];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
        }
    }
}

/// What the reader chose. An empty list narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    pub text: String,
    pub goals: Vec<GoalId>,
    pub lines: Vec<LineId>,
    pub countries: Vec<Country>,
    /// UN M49 codes of subregions: `011`.
    pub regions: Vec<u16>,
    pub kinds: Vec<Kind>,
    /// First and last year, at least one of them: stories that overlap.
    pub years: Option<(u16, u16)>,
    pub prize: Option<PrizeResult>,
    pub prize_years: Vec<u16>,
    pub sort: Sort,
    /// From 1.
    pub page: usize,
}

impl Wish {
    /// Everything, newest first.
    pub fn all() -> Self {
        Self { page: 1, ..Self::default() }
    }

    /// Reads the part of an address behind the `?`. Never fails.
    pub fn parse(search: &str) -> Self {
        let search = search.trim_start_matches('?');
        if search.len() > LONGEST {
            return Self::all();
        }
        let value = |name: &str| {
            let pairs = search.split('&').filter_map(|pair| pair.split_once('='));
            let found = pairs.into_iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| from_query(value)).unwrap_or_default()
        };
        let page = value("page").parse().ok().filter(|page| (1..=9_999).contains(page));
        Self {
            text: typed(&value("q")),
            goals: list(&value("goals"), GoalId::parse),
            lines: list(&value("lines"), |id| LineId::parse(id).ok()),
            countries: list(&value("countries"), |code| Country::parse(code).ok()),
            regions: list(&value("regions"), region),
            kinds: list(&value("types"), |name| Kind::ALL.into_iter().find(|kind| kind.as_str() == name)),
            years: years(&value("years")),
            prize: PrizeResult::ALL.into_iter().find(|result| result.as_str() == value("prize")),
            prize_years: list(&value("prizeYears"), year),
            sort: Sort::ALL.into_iter().find(|sort| sort.as_str() == value("sort")).unwrap_or_default(),
            page: page.unwrap_or(1),
        }
    }

    /// Whether all case studies are asked for, in whatever order and from whatever page.
    pub fn wants_all(&self) -> bool {
        Self { sort: Sort::Newest, page: 1, ..self.clone() } == Self::all()
    }

    /// The same wish from its first page: what a new choice leads to.
    #[must_use]
    pub fn from_start(mut self) -> Self {
        self.page = 1;
        self
    }
}

/// The distinct values of a list that are understood, in order.
fn list<T: Ord>(value: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut items: Vec<T> = Vec::new();
    for item in value.split(',').filter_map(parse) {
        if let Err(at) = items.binary_search(&item) {
            items.insert(at, item);
        }
    }
    items
}

/// Takes an item out of a list in order, or puts it in.
pub fn flip<T: Ord>(items: &mut Vec<T>, item: T) {
    match items.binary_search(&item) {
        Ok(at) => drop(items.remove(at)),
        Err(at) => items.insert(at, item),
    }
}

/// A UN M49 code: three digits.
pub fn region(code: &str) -> Option<u16> {
    (code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit())).then(|| code.parse().ok()).flatten()
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// `2016-2019`, `2016-`, `-2019` or `2016`; turned round when the first is later.
fn years(value: &str) -> Option<(u16, u16)> {
    let (from, to) = match value.split_once('-') {
        Some((from, "")) => (year(from)?, 2199),
        Some(("", to)) => (1900, year(to)?),
        Some((from, to)) => (year(from)?, year(to)?),
        None => (year(value)?, year(value)?),
    };
    Some((from.min(to), from.max(to)))
}

/// The canonical form, defaults omitted, without `?`.
impl fmt::Display for Wish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Vec::new();
        let mut put = |name: &str, value: String| {
            if !value.is_empty() {
                pairs.push(format!("{name}={value}"));
            }
        };
        put("q", in_query(&self.text));
        put("goals", joined(&self.goals));
        put("lines", joined(&self.lines));
        put("countries", joined(&self.countries));
        put("regions", joined(self.regions.iter().map(|code| format!("{code:03}"))));
        put("types", joined(self.kinds.iter().map(|kind| kind.as_str())));
        put("years", self.years.map(span).unwrap_or_default());
        put("prize", self.prize.map(PrizeResult::as_str).unwrap_or_default().to_owned());
        put("prizeYears", joined(&self.prize_years));
        if self.sort != Sort::Newest {
            put("sort", self.sort.as_str().to_owned());
        }
        if self.page > 1 {
            put("page", self.page.to_string());
        }
        f.write_str(&pairs.join("&"))
    }
}

fn span((from, to): (u16, u16)) -> String {
    match (from, to) {
        (from, 2199) => format!("{from}-"),
        (1900, to) => format!("-{to}"),
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from}-{to}"),
    }
}

fn joined<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    texts.join(",")
}
