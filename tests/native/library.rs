//! The state of the library as it stands in the address.

use ict4sdg::domain::{
    ids::{GoalId, LineId},
    library::{Sort, Wish},
    names::Country,
    story::{Kind, PrizeResult},
};
use proptest::{collection::btree_set, prelude::*};

/// The contract's order, defaults left out.
#[test]
fn the_canonical_form_is_the_contracts() {
    let search = "q=clean%20water&goals=6,9&lines=c2,c7-eagr&countries=KE,NP&regions=011&types=government,academia\
                  &years=2016-2019&prize=winner&prizeYears=2015&sort=oldest&page=3";
    assert_eq!(Wish::parse(search).to_string(), search);
    assert_eq!(Wish::parse("").to_string(), "");
    assert_eq!(Wish::parse("sort=newest&page=1&q=").to_string(), "");
}

#[test]
fn what_is_unknown_is_dropped() {
    let search = "goals=0,9,99x,-1&lines=C2,c2&countries=ke,KE,KEN&regions=11,011,abc&types=state&years=x-y&prize=loser\
                  &prizeYears=1,2015&sort=random&page=0&foo=bar&q";
    assert_eq!(Wish::parse(search).to_string(), "goals=9&lines=c2&countries=KE&regions=011&prizeYears=2015");
}

#[test]
fn years_are_read_in_every_form() {
    for (text, years) in [
        ("2016", Some((2016, 2016))),
        ("2016-2019", Some((2016, 2019))),
        ("2019-2016", Some((2016, 2019))),
        ("2016-", Some((2016, 2199))),
        ("-2016", Some((1900, 2016))),
        ("-", None),
        ("20166", None),
        ("2016-2017-2018", None),
    ] {
        assert_eq!(Wish::parse(&format!("years={text}")).years, years, "{text}");
    }
}

#[test]
fn a_text_is_taken_as_it_was_typed_within_bounds() {
    assert_eq!(Wish::parse("q=a%26b+c%3D%22%3Cscript%3E").text, "a&b c=\"<script>");
    assert_eq!(Wish::parse("q=%FF%00x").text.chars().filter(|c| c.is_control()).count(), 0);
    assert_eq!(Wish::parse(&format!("q={}", "ab".repeat(400))).text.chars().count(), 200);
    assert_eq!(Wish::parse(&format!("goals=9&q={}", "a".repeat(5_000))), Wish::all());
}

fn wishes() -> impl Strategy<Value = Wish> {
    let goals = btree_set((1_u64..=17).prop_map(|n| GoalId::new(n).expect("a goal")), 0..4);
    let lines = btree_set(prop::sample::select(vec!["c1", "c2", "c7-egov", "c11"]), 0..3);
    let countries = btree_set(prop::sample::select(vec!["KE", "NP", "UY"]), 0..3);
    let regions = btree_set(1_u16..999, 0..3);
    let kinds = btree_set(prop::sample::select(Kind::ALL.to_vec()), 0..3);
    let years = prop::option::of((1990_u16..2030, 1990_u16..2030).prop_map(|(a, b)| (a.min(b), a.max(b))));
    let prize = prop::option::of(prop::sample::select(PrizeResult::ALL.to_vec()));
    let rest =
        ("[a-zé& +=%#]{0,12}", btree_set(1990_u16..2030, 0..3), prop::sample::select(Sort::ALL.to_vec()), 1_usize..50);
    (goals, lines, countries, regions, kinds, years, prize, rest).prop_map(
        |(goals, lines, countries, regions, kinds, years, prize, (text, prize_years, sort, page))| {
            let mut lines: Vec<LineId> = lines.into_iter().map(|id| LineId::parse(id).expect("a line")).collect();
            lines.sort();
            Wish {
                text: text.trim().to_owned(),
                goals: goals.into_iter().collect(),
                lines,
                countries: countries.into_iter().map(|code| Country::parse(code).expect("a country")).collect(),
                regions: regions.into_iter().collect(),
                kinds: kinds.into_iter().collect(),
                years,
                prize,
                prize_years: prize_years.into_iter().collect(),
                sort,
                page,
            }
        },
    )
}

proptest! {
    #[test]
    fn every_wish_reads_back(wish in wishes()) {
        prop_assert_eq!(Wish::parse(&wish.to_string()), wish);
    }

    #[test]
    fn any_search_is_read_and_its_canonical_form_is_stable(search in ".{0,80}") {
        let wish = Wish::parse(&search);
        prop_assert_eq!(Wish::parse(&wish.to_string()), wish);
    }
}
