//! Names that come from outside, and days.

use ict4sdg::domain::{
    day::{Day, Freshness},
    names::{Country, Slug, Web, turns},
};
use proptest::prelude::*;

#[test]
fn only_the_web_is_linked_to() {
    for good in
        ["https://itu.int/", "http://example.org", "https://www.example.org/a?b=c#d", "https://xn--80ak6aa92e.com/"]
    {
        assert_eq!(Web::parse(good).map(String::from), Ok(good.to_owned()));
    }
    for bad in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>",
        "//example.org/",
        "/en/",
        "https://",
        "https://localhost",
        "https://user@example.org/",
        "https://example.org/\"onclick=",
        "https://example.org/<script>",
        "https://exa mple.org/",
        "https://example.org/\u{202e}gpj.exe",
        "https://example.org/\n",
        "",
    ] {
        assert!(Web::parse(bad).is_err(), "{bad:?}");
    }
    assert!(Web::parse(&format!("https://example.org/{}", "a".repeat(2_000))).is_err());
}

#[test]
fn the_host_is_what_a_reader_would_call_the_place() {
    assert_eq!(Web::parse("https://www.itu.int/en/a").expect("an address").host(), "itu.int");
}

#[test]
fn a_slug_can_stand_in_an_address() {
    for good in ["plan-ceibal", "m-kopa", "x", "2015"] {
        assert!(Slug::parse(good).is_ok(), "{good}");
    }
    for bad in ["", "page", "-a", "a-", "a--b", "A", "a b", "é", "../x", &"a".repeat(81)] {
        assert!(Slug::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_country_is_two_capitals() {
    assert!(Country::parse("KE").is_ok());
    for bad in ["ke", "K", "KEN", "1E", "КЕ", ""] {
        assert!(Country::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_day_is_one_of_the_calendar() {
    for good in ["2024-02-29", "2000-02-29", "2026-11-24"] {
        assert_eq!(Day::parse(good).map(|day| day.to_string()), Ok(good.to_owned()));
    }
    for bad in
        ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/11/24", "26-11-24", "", "tomorrow"]
    {
        assert!(Day::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn freshness_turns_on_the_anniversary() {
    let checked = Day::parse("2025-11-24").expect("a day");
    let on = |day: &str| Freshness::on(checked, Day::parse(day).expect("a day"));
    assert_eq!(on("2026-11-23"), Freshness::Fresh);
    assert_eq!(on("2026-11-24"), Freshness::Ageing);
    assert_eq!(on("2027-11-23"), Freshness::Ageing);
    assert_eq!(on("2027-11-24"), Freshness::Old);
    assert_eq!(on("2020-01-01"), Freshness::Fresh, "a day that lies ahead");
}

#[test]
fn what_turns_a_text_is_known_and_what_joins_emoji_is_not_among_it() {
    for bad in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}', '\u{200b}'] {
        assert!(turns(bad), "U+{:04X}", u32::from(bad));
    }
    for good in ['a', 'ع', '\u{200d}', '\u{200c}', '🙂', '\u{fe0f}'] {
        assert!(!turns(good), "U+{:04X}", u32::from(good));
    }
}

proptest! {
    #[test]
    fn what_is_taken_for_an_address_of_the_web_can_stand_in_an_attribute(text in ".{0,60}") {
        for text in [text.clone(), format!("https://a.b/{text}")] {
            if let Ok(web) = Web::parse(&text) {
                prop_assert!(web.as_str().starts_with("http"));
                prop_assert!(!web.as_str().contains(['"', '<', '>', ' ', '\n']));
            }
        }
    }
}
