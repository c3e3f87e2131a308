//! Filling templates, and finding what is to be filled.

use ict4sdg::domain::text::{fill, placeholders};
use proptest::prelude::*;

#[test]
fn every_occurrence_of_a_known_name_is_filled() {
    let values = [("n", "3"), ("goal", "SDG 9")];
    assert_eq!(fill("{goal}: {n} of {n}{goal}", &values), "SDG 9: 3 of 3SDG 9");
}

#[test]
fn unknown_names_stay_as_they_are() {
    assert_eq!(fill("{n} and {other}, {N}, { n }, {}", &[("n", "1")]), "1 and {other}, {N}, { n }, {}");
}

#[test]
fn unclosed_and_stray_braces_stay() {
    let values = [("n", "1")];
    for (template, expected) in
        [("{n", "{n"), ("{", "{"), ("}", "}"), ("{n} {n", "1 {n"), ("} {n}", "} 1"), ("n}", "n}")]
    {
        assert_eq!(fill(template, &values), expected);
    }
}

#[test]
fn values_with_braces_are_not_filled_again() {
    assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "{a}")]), "{b}{a}");
    assert_eq!(fill("{a}b}", &[("a", "{"), ("b", "1")]), "{b}");
}

#[test]
fn text_of_any_script_is_kept_around_and_within_values() {
    assert_eq!(fill("الهدف {n}، 目标{goal}。", &[("n", "٩"), ("goal", "创新🏗️")]), "الهدف ٩، 目标创新🏗️。");
    assert_eq!(fill("{имя}", &[("имя", "Ликвидация")]), "Ликвидация");
}

#[test]
fn placeholders_are_sorted_with_repeats_and_without_unclosed_ones() {
    assert_eq!(placeholders("{n} of {goal}, {n}"), ["goal", "n", "n"]);
    assert_eq!(placeholders("目标{目标} {a"), ["目标"]);
    assert_eq!(placeholders("nothing } here {"), Vec::<&str>::new());
}

proptest! {
    #[test]
    fn without_values_every_text_stays(template: String, braces in "[{}a ]{0,40}") {
        prop_assert_eq!(fill(&template, &[]), template);
        prop_assert_eq!(fill(&braces, &[]), braces);
    }

    #[test]
    fn a_value_stands_between_what_surrounds_it(before in "[^{}]{0,20}", after in "[^{}]{0,20}", value: String) {
        let template = format!("{before}{{name}}{after}");
        prop_assert_eq!(fill(&template, &[("name", &value)]), format!("{before}{value}{after}"));
        prop_assert_eq!(placeholders(&template), ["name"]);
    }
}
