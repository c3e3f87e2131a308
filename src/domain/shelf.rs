//! The whole library in columns: what every case study counts for, in the order of the library. Small enough to be sent
//! for ten thousand of them, so that narrowing down and counting need nothing else.

use super::{
    ids::{GoalId, LineId},
    library::Wish,
    names::Country,
    story::{Kind, PrizeResult},
    value::Value,
};

/// What one case study counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub goals: Vec<GoalId>,
    pub lines: Vec<LineId>,
    pub countries: Vec<Country>,
    pub kind: Kind,
    pub from: u16,
    pub to: Option<u16>,
    pub prize: Option<(PrizeResult, u16)>,
    pub imported: bool,
}

/// All case studies, in the order of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    pub entries: Vec<Entry>,
}

/// What the library can be narrowed down by, apart from the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    Goal,
    Line,
    Country,
    Region,
    Kind,
    Prize,
    PrizeYear,
}

impl Facet {
    pub const ALL: [Self; 7] =
        [Self::Goal, Self::Line, Self::Country, Self::Region, Self::Kind, Self::Prize, Self::PrizeYear];
}

/// How many case studies each value of a facet has. A value is a small number: of a goal or a region its own, of a line,
/// a kind or a result its place, of a country its two letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts([Vec<usize>; 7]);

impl Counts {
    pub fn of(&self, facet: Facet, value: usize) -> usize {
        self.0[facet as usize].get(value).copied().unwrap_or(0)
    }

    fn add(&mut self, facet: Facet, value: usize) {
        let counts = &mut self.0[facet as usize];
        if counts.len() <= value {
            counts.resize(value + 1, 0);
        }
        counts[value] += 1;
    }
}

/// The UN M49 code of a country's subregion.
pub type RegionOf<'a> = &'a dyn Fn(Country) -> Option<u16>;

/// The number of a value as it stands in an address, for looking it up in `Counts`.
pub fn value_of(facet: Facet, text: &str, lines: &[LineId]) -> Option<usize> {
    match facet {
        Facet::Goal => GoalId::parse(text).map(|goal| usize::from(goal.number())),
        Facet::Line => lines.iter().position(|line| line.as_str() == text),
        Facet::Country => Country::parse(text).ok().map(Country::number),
        Facet::Region | Facet::PrizeYear => text.parse().ok(),
        Facet::Kind => Kind::ALL.into_iter().position(|kind| kind.as_str() == text),
        Facet::Prize => PrizeResult::ALL.into_iter().position(|result| result.as_str() == text),
    }
}

impl Shelf {
    /// The columns as JSON: one text each, the case studies separated by commas. Goals and lines stand as letters, by
    /// their place on the axis.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn columns(&self, lines: &[LineId], goals: &[GoalId]) -> Value {
        let column =
            |cell: &dyn Fn(&Entry) -> String| -> String { self.entries.iter().map(cell).collect::<Vec<_>>().join(",") };
        serde_json::json!({
            "goals": column(&|entry| letters(&entry.goals, goals)),
            "lines": column(&|entry| letters(&entry.lines, lines)),
            "countries": column(&|entry| entry.countries.iter().map(ToString::to_string).collect()),
            "types": column(&|entry| letters(&[entry.kind], &Kind::ALL)),
            "from": column(&|entry| entry.from.to_string()),
            "to": column(&|entry| entry.to.map(|to| (to - entry.from).to_string()).unwrap_or_default()),
            "prizes": column(&|entry| {
                entry.prize.map(|(result, year)| letters(&[result], &PrizeResult::ALL) + &year.to_string()).unwrap_or_default()
            }),
            "imported": column(&|entry| if entry.imported { "1".to_owned() } else { String::new() }),
        })
    }

    /// Reads the columns; `None` unless they are all there and of one length.
    pub fn read(value: &Value, lines: &[LineId], goals: &[GoalId]) -> Option<Self> {
        let column = |name: &str| Some(value.get(name)?.as_str()?.split(','));
        let mut all = (
            column("goals")?,
            column("lines")?,
            column("countries")?,
            column("types")?,
            column("from")?,
            column("to")?,
            column("prizes")?,
            column("imported")?,
        );
        if value.get("from").and_then(Value::as_str) == Some("") {
            return Some(Self::default());
        }
        let mut entries = Vec::new();
        for cell in all.4.by_ref() {
            let from: u16 = cell.parse().ok()?;
            let to = all.5.next()?;
            let prize = all.6.next()?;
            entries.push(Entry {
                goals: named(all.0.next()?, goals)?,
                lines: named(all.1.next()?, lines)?,
                countries: countries(all.2.next()?)?,
                kind: named(all.3.next()?, &Kind::ALL)?.pop()?,
                from,
                to: if to.is_empty() { None } else { Some(from.checked_add(to.parse().ok()?)?) },
                prize: match prize.get(1..) {
                    Some(year) => Some((named(prize.get(..1)?, &PrizeResult::ALL)?.pop()?, year.parse().ok()?)),
                    None => None,
                },
                imported: all.7.next()? == "1",
            });
        }
        Some(Self { entries })
    }

    /// The places of the case studies that a wish leaves, in the order of the library. `among` says which are considered
    /// at all: those that a text was found in.
    pub fn matching(&self, wish: &Wish, among: Option<&[bool]>, region: RegionOf<'_>) -> Vec<usize> {
        let all = self.entries.iter().enumerate().filter(|(at, _)| considered(among, *at));
        all.filter(|(_, entry)| misses(entry, wish, region) == 0).map(|(at, _)| at).collect()
    }

    /// How many case studies each choice would leave: all other choices kept, those of its own facet left aside.
    pub fn counts(&self, wish: &Wish, lines: &[LineId], among: Option<&[bool]>, region: RegionOf<'_>) -> Counts {
        let mut counts = Counts::default();
        for (_, entry) in self.entries.iter().enumerate().filter(|(at, _)| considered(among, *at)) {
            let missed = misses(entry, wish, region);
            for (bit, facet) in Facet::ALL.into_iter().enumerate() {
                if missed & !(1 << bit) == 0 {
                    for value in values(entry, facet, lines, region) {
                        counts.add(facet, value);
                    }
                }
            }
        }
        counts
    }
}

fn considered(among: Option<&[bool]>, at: usize) -> bool {
    among.is_none_or(|among| among.get(at).copied().unwrap_or(false))
}

/// What an entry counts for in a facet, each value once.
fn values(entry: &Entry, facet: Facet, lines: &[LineId], region: RegionOf<'_>) -> Vec<usize> {
    match facet {
        Facet::Goal => entry.goals.iter().map(|goal| usize::from(goal.number())).collect(),
        Facet::Line => entry.lines.iter().filter_map(|id| lines.iter().position(|line| line == id)).collect(),
        Facet::Country => entry.countries.iter().map(|country| country.number()).collect(),
        Facet::Region => {
            let mut regions: Vec<usize> = Vec::new();
            for code in entry.countries.iter().filter_map(|country| region(*country)).map(usize::from) {
                if !regions.contains(&code) {
                    regions.push(code);
                }
            }
            regions
        }
        Facet::Kind => Kind::ALL.into_iter().position(|kind| kind == entry.kind).into_iter().collect(),
        Facet::Prize => {
            let place_of = |result| PrizeResult::ALL.into_iter().position(|other| other == result);
            entry.prize.and_then(|(result, _)| place_of(result)).into_iter().collect()
        }
        Facet::PrizeYear => entry.prize.map(|(_, year)| usize::from(year)).into_iter().collect(),
    }
}

/// Which facets keep an entry out, a bit each in the order of `Facet::ALL`; the years, which are counted nowhere, come last.
fn misses(entry: &Entry, wish: &Wish, region: RegionOf<'_>) -> u32 {
    let (from, to) = wish.years.unwrap_or((0, u16::MAX));
    let kept_out = [
        !wish.goals.is_empty() && !entry.goals.iter().any(|goal| wish.goals.contains(goal)),
        !wish.lines.is_empty() && !entry.lines.iter().any(|line| wish.lines.contains(line)),
        !wish.countries.is_empty() && !entry.countries.iter().any(|country| wish.countries.contains(country)),
        !wish.regions.is_empty()
            && !entry.countries.iter().any(|country| region(*country).is_some_and(|code| wish.regions.contains(&code))),
        !wish.kinds.is_empty() && !wish.kinds.contains(&entry.kind),
        wish.prize.is_some_and(|wanted| entry.prize.is_none_or(|(result, _)| result != wanted)),
        !wish.prize_years.is_empty() && !entry.prize.is_some_and(|(_, year)| wish.prize_years.contains(&year)),
        entry.from > to || entry.to.is_some_and(|last| last < from),
    ];
    kept_out.iter().enumerate().map(|(at, out)| u32::from(*out) << at).sum()
}

/// Letters from `a` for the places of items on an axis; beyond `z` the capitals.
#[cfg(not(target_arch = "wasm32"))]
fn letters<T: PartialEq>(items: &[T], axis: &[T]) -> String {
    items.iter().filter_map(|item| letter(axis.iter().position(|other| other == item)?)).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn letter(at: usize) -> Option<char> {
    ('a'..='z').chain('A'..='Z').nth(at)
}

fn named<T: Clone>(letters: &str, axis: &[T]) -> Option<Vec<T>> {
    let place = |c: char| ('a'..='z').chain('A'..='Z').position(|other| other == c);
    letters.chars().map(|c| axis.get(place(c)?).cloned()).collect()
}

fn countries(codes: &str) -> Option<Vec<Country>> {
    let pairs = codes.as_bytes().chunks(2);
    pairs.map(|pair| Country::parse(str::from_utf8(pair).ok()?).ok()).collect()
}
