//! What the pages of case studies, organisations, countries and of the search show, as plain data.

use crate::{
    domain::{
        day::Freshness,
        ids::{CellId, GoalId, TargetCode},
        lang::Lang,
        names::{Country, Slug, Web},
        packed::Packed,
        story::PrizeResult,
        text::{Said, fill},
        texts,
        value::Value,
    },
    packed,
    page::{CellRef, GoalRef, LineRef, SourceRef},
};

/// A case study where it is one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryCard {
    pub slug: Slug,
    pub title: Said,
    pub summary: Said,
    pub organisation: String,
    /// Names of its countries, or “worldwide”.
    pub place: String,
    pub years: String,
    pub goals: Vec<GoalId>,
    /// The badge of its prize, such as “Winner, WSIS Prizes 2015”.
    pub prize: Option<String>,
}

/// A case study as it lies on the shelf of the library: nothing worded but its own texts, so that one file serves all
/// languages.
#[derive(Clone, Debug, PartialEq)]
pub struct RawCard {
    pub slug: Slug,
    /// The language of the texts.
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub organisation: String,
    /// None for a worldwide one.
    pub countries: Vec<Country>,
    pub from: usize,
    pub to: Option<usize>,
    pub about: bool,
    pub goals: Vec<GoalId>,
    pub prize: Option<(PrizeResult, usize)>,
}

/// The words that make a card of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    pub worldwide: String,
    pub since: String,
    pub span: String,
    pub about: String,
    pub winner: String,
    pub champion: String,
    pub nominated: String,
    /// Between the names of countries.
    pub comma: String,
}

impl CardWords {
    /// The years of a case study, in words.
    pub fn years(&self, from: usize, to: Option<usize>, about: bool) -> String {
        let from_text = from.to_string();
        let plain = match to {
            None => fill(&self.since, &[("from", &from_text)]),
            Some(to) if to == from => from_text,
            Some(to) => fill(&self.span, &[("from", &from_text), ("to", &to.to_string())]),
        };
        if about { fill(&self.about, &[("years", &plain)]) } else { plain }
    }

    /// The countries of a case study by name, or “worldwide”.
    pub fn place(&self, countries: &[Country], name: &dyn Fn(Country) -> String) -> String {
        if countries.is_empty() {
            return self.worldwide.clone();
        }
        countries.iter().map(|country| name(*country)).collect::<Vec<_>>().join(&self.comma)
    }

    /// “Winner 2015”
    fn prize(&self, result: PrizeResult, year: usize) -> String {
        let word = match result {
            PrizeResult::Winner => &self.winner,
            PrizeResult::Champion => &self.champion,
            PrizeResult::Nominated => &self.nominated,
        };
        format!("{word} {year}")
    }
}

impl RawCard {
    /// The card in a language; `name` names countries in it.
    pub fn worded(self, lang: Lang, words: &CardWords, name: &dyn Fn(Country) -> String) -> StoryCard {
        let other = (self.lang != lang).then_some(self.lang);
        StoryCard {
            slug: self.slug,
            title: Said { text: self.title, lang: other },
            summary: Said { text: self.summary, lang: other },
            organisation: self.organisation,
            place: words.place(&self.countries, name),
            years: words.years(self.from, self.to, self.about),
            goals: self.goals,
            prize: self.prize.map(|(result, year)| words.prize(result, year)),
        }
    }
}

/// Case studies on the page of something else, and where all of them are.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    pub heading: String,
    pub cards: Vec<StoryCard>,
    /// How many there are in all; more than `cards` when the page shows only the first.
    pub count: usize,
    /// The query of the library that lists all of them.
    pub query: String,
    pub see_all: String,
    pub none: String,
}

/// A country where it is named, with how many case studies it has.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryRef {
    pub code: Country,
    pub name: String,
    pub count: usize,
}

/// A choice of a facet of the library, with how many case studies it has among all.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// As in the address: `9`, `c2`, `KE`, `011`, `government`, `winner`, `2015`.
    pub value: String,
    pub name: String,
    pub count: usize,
}

/// A dot on the map, in units of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub country: CountryRef,
    /// Tenths, from the left and the top edge.
    pub x: usize,
    pub y: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorldMap {
    pub width: usize,
    pub height: usize,
    pub dots: Vec<Dot>,
    /// Case studies without a country.
    pub worldwide: usize,
}

/// What only the prerendered page shows: it stays behind when the page's data travel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept<T>(pub Option<T>);

impl<T> Packed for Kept<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::Null
    }
    fn unpack(value: Value) -> Option<Self> {
        matches!(value, Value::Null).then_some(Self(None))
    }
}

/// The library: a page of cards, and everything to narrow them down by.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    pub text: texts::LibraryTexts,
    pub cards: Vec<StoryCard>,
    pub total: usize,
    /// From 1.
    pub page: usize,
    pub pages: usize,
    pub goals: Vec<Choice>,
    pub lines: Vec<Choice>,
    pub regions: Vec<Choice>,
    pub countries: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub prizes: Vec<Choice>,
    pub prize_years: Vec<Choice>,
    /// The first and the last year of all case studies.
    pub first_year: usize,
    pub last_year: usize,
    pub map: Kept<WorldMap>,
    pub words: CardWords,
    /// Of each country in `countries`, its subregion.
    pub country_regions: Vec<String>,
    /// Distinguishes this build's shelf from others in the cache.
    pub shelf: String,
}

/// A part of a story's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Paragraph(String),
    Heading(String),
    List(Vec<String>),
    Quotation(Quotation),
    Figure(Figure),
    Link(PlainLink),
    Video(Video),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    pub text: String,
    pub by: String,
}

/// A picture in several widths, each as AVIF and WebP: `{stem}-{width}.avif`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub stem: String,
    pub widths: Vec<usize>,
    pub height: usize,
    /// Of the largest, in bytes: what it may cost.
    pub bytes: usize,
    pub alt: String,
    pub caption: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlainLink {
    pub url: Web,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    pub url: Web,
    pub title: String,
    pub transcript: Web,
}

/// A result with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    pub figure: String,
    pub what: Said,
    pub date: String,
    pub source: SourceRef,
}

/// A goal or a line of a story, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed<T> {
    pub what: T,
    /// “chosen by our editors”, “stated by the source” …; empty when nothing is known.
    pub basis: String,
}

/// A related case study, and why it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub card: StoryCard,
    pub why: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StoryPage {
    pub text: texts::StoryTexts,
    pub share: texts::ShareTexts,
    pub slug: Slug,
    pub title: Said,
    pub summary: Said,
    /// The language of the texts.
    pub lang: Lang,
    pub body: Vec<Part>,
    /// How the text came about, when it is a translation or there is none.
    pub told: Option<String>,
    pub organisation: String,
    /// Of its page, if it has one.
    pub organisation_slug: Option<Slug>,
    pub kind: String,
    pub countries: Vec<CountryRef>,
    /// All of them by name, or “worldwide”.
    pub place: String,
    pub regions: Vec<String>,
    pub years: String,
    pub goals: Vec<Claimed<GoalRef>>,
    pub lines: Vec<Claimed<LineRef>>,
    pub targets: Vec<TargetCode>,
    pub editorial: bool,
    pub prize: Option<PrizeBadge>,
    pub results: Vec<ResultLine>,
    /// Pairs of its lines and goals that the matrix links, and those it does not.
    pub supports: Vec<CellRef>,
    pub outside: Vec<CellRef>,
    /// How it serves goals, by the organisation.
    pub evidence: Vec<(GoalRef, Said)>,
    pub links: Vec<PlainLink>,
    pub origin: String,
    pub imported: bool,
    pub original: Option<PlainLink>,
    /// `YYYY-MM-DD`.
    pub confirmed: String,
    /// When it was last checked, in words.
    pub checked: String,
    pub freshness: Freshness,
    pub note: Option<Said>,
    pub sources: Vec<SourceRef>,
    pub related: Vec<Related>,
    pub cite: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PrizeBadge {
    pub name: String,
    /// The category as published.
    pub category: Option<String>,
}

/// An organisation or a country with its case studies.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub text: texts::PlaceTexts,
    pub kicker: String,
    pub name: String,
    /// The name is in the language of the page.
    pub named: bool,
    /// Of an organisation: its kind. Of a country: its region.
    pub what: String,
    pub goals: Vec<GoalRef>,
    pub cards: Vec<StoryCard>,
    /// How many there are in all.
    pub count: usize,
    /// The query of the library that lists the same.
    pub query: String,
    /// Why the name of a country is what it is.
    pub name_note: Option<String>,
    pub sources: Vec<SourceRef>,
}

/// The page of the search: its words, and the plain ways for readers without script.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    pub text: texts::SearchTexts,
    pub goals: Vec<GoalRef>,
    pub lines: Vec<LineRef>,
    /// Cells that are linked, for codes such as `c2 9`.
    pub cells: Vec<CellId>,
}

packed! {
    StoryCard { slug, title, summary, organisation, place, years, goals, prize }
    Choice { value, name, count }
    Library {
        text, cards, total, page, pages, goals, lines, regions, countries, kinds, prizes, prize_years, first_year,
        last_year, map, words, country_regions, shelf
    }
    RawCard { slug, lang, title, summary, organisation, countries, from, to, about, goals, prize }
    CardWords { worldwide, since, span, about, winner, champion, nominated, comma }
    Search { text, goals, lines, cells }
}
