//! Narrowing down and counting, against a naive implementation.

use std::collections::BTreeSet;

use ict4sdg::domain::{
    ids::{GoalId, LineId},
    library::Wish,
    names::Country,
    shelf::{Entry, Facet, Shelf, value_of},
    story::{Kind, PrizeResult},
};
use proptest::{collection::vec, prelude::*};
use serde_json::json;

use crate::common::AXES;

fn country(code: &str) -> Country {
    Country::parse(code).expect("a country")
}

/// Kenya and Uganda in one region, Nepal in another, Antarctica in none.
fn region(of: Country) -> Option<u16> {
    match of.to_string().as_str() {
        "KE" | "UG" => Some(14),
        "NP" => Some(34),
        _ => None,
    }
}

const COUNTRIES: [&str; 4] = ["KE", "UG", "NP", "AQ"];

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let goals = prop::sample::subsequence(AXES.goals[..5].to_vec(), 1..4);
    let lines = prop::sample::subsequence(AXES.lines[..4].to_vec(), 1..3);
    let countries = prop::sample::subsequence(COUNTRIES.to_vec(), 0..3);
    let prize = prop::option::of((prop::sample::select(PrizeResult::ALL.to_vec()), 2012_u16..2016));
    let years = (2010_u16..2020, prop::option::of(0_u16..5));
    let entry = (goals, lines, countries, prop::sample::select(Kind::ALL.to_vec()), years, prize, any::<bool>());
    vec(
        entry.prop_map(|(goals, lines, countries, kind, (from, more), prize, imported)| Entry {
            goals,
            lines,
            countries: countries.into_iter().map(country).collect(),
            kind,
            from,
            to: more.map(|more| from + more),
            prize,
            imported,
        }),
        0..12,
    )
}

fn wishes() -> impl Strategy<Value = Wish> {
    let search = "((goals=[1-5](,[1-5])?)?(&lines=c[1-4])?(&countries=(KE|NP))?(&regions=0[13]4)?(&types=(government|academia))?\
                  (&years=201[0-9]-201[0-9])?(&prize=(winner|champion))?(&prizeYears=201[2-5])?)";
    search.prop_map(|search| Wish::parse(&search))
}

/// The values of an entry in a facet, as they stand in an address.
fn values(entry: &Entry, facet: Facet) -> BTreeSet<String> {
    match facet {
        Facet::Goal => entry.goals.iter().map(GoalId::to_string).collect(),
        Facet::Line => entry.lines.iter().map(LineId::to_string).collect(),
        Facet::Country => entry.countries.iter().map(Country::to_string).collect(),
        Facet::Region => entry.countries.iter().filter_map(|of| region(*of)).map(|code| format!("{code:03}")).collect(),
        Facet::Kind => BTreeSet::from([entry.kind.as_str().to_owned()]),
        Facet::Prize => entry.prize.iter().map(|(result, _)| result.as_str().to_owned()).collect(),
        Facet::PrizeYear => entry.prize.iter().map(|(_, year)| year.to_string()).collect(),
    }
}

/// What is chosen in a facet.
fn chosen(wish: &Wish, facet: Facet) -> BTreeSet<String> {
    match facet {
        Facet::Goal => wish.goals.iter().map(GoalId::to_string).collect(),
        Facet::Line => wish.lines.iter().map(LineId::to_string).collect(),
        Facet::Country => wish.countries.iter().map(Country::to_string).collect(),
        Facet::Region => wish.regions.iter().map(|code| format!("{code:03}")).collect(),
        Facet::Kind => wish.kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
        Facet::Prize => wish.prize.iter().map(|result| result.as_str().to_owned()).collect(),
        Facet::PrizeYear => wish.prize_years.iter().map(u16::to_string).collect(),
    }
}

/// Whether an entry fits a wish, the choice in one facet left aside.
fn fits(entry: &Entry, wish: &Wish, without: Option<Facet>) -> bool {
    let facets = Facet::ALL.into_iter().filter(|facet| Some(*facet) != without);
    let in_all = facets.into_iter().all(|facet| {
        let wanted = chosen(wish, facet);
        wanted.is_empty() || !wanted.is_disjoint(&values(entry, facet))
    });
    let overlap = wish.years.is_none_or(|(from, to)| {
        (from..=to.min(2100)).any(|year| entry.from <= year && entry.to.is_none_or(|last| year <= last))
    });
    in_all && overlap
}

proptest! {
    #[test]
    fn what_matches_is_what_fits_everything(entries in entries(), wish in wishes(), among in prop::option::of(vec(any::<bool>(), 12))) {
        let shelf = Shelf { entries };
        let in_text = |at: usize| among.as_ref().is_none_or(|among| among[at]);
        let all = shelf.entries.iter().enumerate();
        let expected: Vec<usize> =
            all.filter(|(at, entry)| in_text(*at) && fits(entry, &wish, None)).map(|(at, _)| at).collect();
        prop_assert_eq!(shelf.matching(&wish, among.as_deref(), &region), expected);
    }

    #[test]
    fn a_count_is_what_its_choice_would_leave(entries in entries(), wish in wishes()) {
        let shelf = Shelf { entries };
        let counts = shelf.counts(&wish, &AXES.lines, None, &region);
        for facet in Facet::ALL {
            let all: BTreeSet<String> = shelf.entries.iter().flat_map(|entry| values(entry, facet)).collect();
            for value in all {
                let left = shelf.entries.iter().filter(|entry| fits(entry, &wish, Some(facet)) && values(entry, facet).contains(&value));
                let number = value_of(facet, &value, &AXES.lines).expect("a value");
                prop_assert_eq!(counts.of(facet, number), left.count(), "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn the_columns_read_back(entries in entries()) {
        let shelf = Shelf { entries };
        let columns = shelf.columns(&AXES.lines, &AXES.goals);
        prop_assert_eq!(Shelf::read(&columns, &AXES.lines, &AXES.goals), Some(shelf));
    }
}

#[test]
fn broken_columns_are_refused() {
    let entry = Entry {
        goals: vec![AXES.goals[8]],
        lines: vec![AXES.lines[1].clone()],
        countries: vec![country("KE")],
        kind: Kind::Academia,
        from: 2015,
        to: None,
        prize: Some((PrizeResult::Winner, 2015)),
        imported: false,
    };
    let good = Shelf { entries: vec![entry.clone(), entry] }.columns(&AXES.lines, &AXES.goals);
    let read = |value| Shelf::read(&value, &AXES.lines, &AXES.goals);
    assert!(read(good.clone()).is_some());
    for (column, bad) in [
        ("goals", json!("i")),
        ("goals", json!("i,Z")),
        ("lines", json!(1)),
        ("countries", json!("KE,k")),
        ("types", json!(",e")),
        ("from", json!("2015,x")),
        ("to", json!(",99999")),
        ("prizes", json!("a2015,aé")),
        ("imported", json!(null)),
    ] {
        let mut value = good.clone();
        value[column] = bad;
        assert_eq!(read(value), None, "{column}");
    }
    assert_eq!(read(json!([])), None);
    assert_eq!(read(json!({})), None);
}
