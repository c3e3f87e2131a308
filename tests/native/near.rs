//! What a reader may have meant.

use ict4sdg::domain::near::{distance, folded, meant};
use proptest::prelude::*;

fn vocabulary() -> Vec<String> {
    ["agriculture", "farmers", "santé", "образование", "school", "الزراعة"].map(ToOwned::to_owned).to_vec()
}

#[test]
fn a_slip_leads_to_the_word() {
    let known = vocabulary();
    for (typed, word) in [
        ("agricluture", "agriculture"),
        ("agricultre", "agriculture"),
        ("farmres", "farmers"),
        ("scool", "school"),
        ("образовние", "образование"),
        ("الزراغة", "الزراعة"),
    ] {
        assert_eq!(meant(typed, &known), Some(word), "{typed}");
    }
}

#[test]
fn a_known_word_its_beginning_and_a_stranger_lead_nowhere() {
    let known = vocabulary();
    for typed in ["agriculture", "agri", "Farm", "sante", "SANTÉ", "zebra", "abc", "2015", "образ", ""] {
        assert_eq!(meant(typed, &known), None, "{typed}");
    }
}

#[test]
fn accents_and_case_do_not_count() {
    assert_eq!(folded("ÉCOLE"), folded("ecole"));
    assert_eq!(folded("Ёлка"), folded("елка"));
    assert_eq!(folded("الزِّراعة"), folded("الزراعه"));
}

/// The textbook recurrence, without any economy.
fn slow(a: &[char], b: &[char]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([first @ .., x], [second @ .., y]) => {
            let change = slow(first, second) + usize::from(x != y);
            let mut best = change.min(slow(first, b) + 1).min(slow(a, second) + 1);
            if let ([.., c], [.., d]) = (first, second)
                && x == d
                && c == y
            {
                best = best.min(slow(&first[..first.len() - 1], &second[..second.len() - 1]) + 1);
            }
            best
        }
    }
}

proptest! {
    #[test]
    fn the_distance_is_that_of_the_textbook(a in "[abc]{0,5}", b in "[abc]{0,5}", most in 0_usize..6) {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        let expected = Some(slow(&letters(&a), &letters(&b))).filter(|distance| *distance <= most);
        prop_assert_eq!(distance(&a, &b, most), expected);
    }
}
