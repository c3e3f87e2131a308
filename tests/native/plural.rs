//! Plural categories against ICU, which has the CLDR rules as data.

use std::collections::BTreeSet;

use ict4sdg::domain::{
    lang::Lang,
    plural::{Category, Plural},
};
use icu_locale_core::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

fn rules(lang: Lang) -> PluralRules {
    let id: LanguageIdentifier = lang.code().parse().expect("the code is a language identifier");
    PluralRules::try_new(id.into(), PluralRulesOptions::default()).expect("ICU has rules for the language")
}

fn ours(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

#[test]
fn categories_to_ten_thousand_are_those_of_icu() {
    for lang in Lang::ALL {
        let rules = rules(lang);
        for n in 0..=10_000_usize {
            assert_eq!(Category::of(lang, n), ours(rules.category_for(n)), "{n} in {}", lang.code());
        }
    }
}

#[test]
fn needed_has_every_category_that_occurs_and_only_other_besides() {
    for lang in Lang::ALL {
        let mut occurring: BTreeSet<Category> = (0..1_000).map(|n| Category::of(lang, n)).collect();
        occurring.insert(Category::Other);
        let needed: BTreeSet<Category> = Category::needed(lang).iter().copied().collect();
        assert_eq!(needed, occurring, "{}", lang.code());
    }
}

#[test]
fn each_category_is_counted_with_its_own_wording() {
    let own = |name: &str| Some(format!("{name} {{n}}"));
    let text = Plural {
        zero: own("zero"),
        one: own("one"),
        two: own("two"),
        few: own("few"),
        many: own("many"),
        other: "other {n}".to_owned(),
    };
    let arabic = [
        (0, "zero 0"),
        (1, "one 1"),
        (2, "two 2"),
        (3, "few 3"),
        (11, "many 11"),
        (100, "other 100"),
        (103, "few 103"),
    ];
    for (n, expected) in arabic {
        assert_eq!(text.count(Lang::Ar, n), expected);
    }
    for (n, expected) in [(1, "one 1"), (3, "few 3"), (11, "many 11"), (21, "one 21"), (112, "many 112")] {
        assert_eq!(text.count(Lang::Ru, n), expected);
    }
}

#[test]
fn a_missing_wording_falls_back_to_other() {
    let text = Plural { other: "{n} links".to_owned(), ..Plural::default() };
    assert_eq!(text.count(Lang::En, 1), "1 links");
    assert_eq!(text.count(Lang::Ar, 2), "2 links");
    assert_eq!(text.form(Category::One), None);
}
