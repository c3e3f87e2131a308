//! The facts of the shipped content.

use std::collections::BTreeSet;

use ict4sdg::{
    domain::{ids::TargetCode, lang::Lang, matrix::Status},
    site::check::check,
};

use crate::common::{CONTENT, read_data};

fn with_status(status: Status) -> Vec<String> {
    CONTENT.links.iter().filter(|link| link.status == status).map(|link| link.cell().to_string()).collect()
}

#[test]
fn the_shipped_content_has_no_problems() {
    let (problems, _) = check(&read_data());
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn there_are_18_lines_17_goals_and_169_targets() {
    let lines: Vec<&str> = CONTENT.lines.iter().map(|line| line.id.as_str()).collect();
    let expected = [
        "c1", "c2", "c3", "c4", "c5", "c6", "c7-egov", "c7-ebus", "c7-elea", "c7-ehea", "c7-eemp", "c7-eenv",
        "c7-eagr", "c7-esci", "c8", "c9", "c10", "c11",
    ];
    assert_eq!(lines, expected);
    let goals: Vec<u8> = CONTENT.goals.iter().map(|goal| goal.number.number()).collect();
    assert_eq!(goals, (1..=17).collect::<Vec<_>>());
    let targets: BTreeSet<&TargetCode> = CONTENT.targets.iter().map(|target| &target.code).collect();
    assert_eq!((targets.len(), CONTENT.targets.len()), (169, 169));
}

#[test]
fn of_124_links_112_are_confirmed_11_disputed_and_1_unconfirmed() {
    assert_eq!(CONTENT.links.len(), 124);
    assert_eq!(with_status(Status::Confirmed).len(), 112);
    assert_eq!(
        with_status(Status::Disputed),
        [
            "c1-1",
            "c1-5",
            "c1-16",
            "c1-17",
            "c6-16",
            "c7-eagr-9",
            "c7-eagr-12",
            "c7-eagr-13",
            "c7-eagr-17",
            "c7-esci-14",
            "c10-8"
        ]
    );
    assert_eq!(with_status(Status::Unconfirmed), ["c8-9"]);
}

#[test]
fn links_stand_in_the_order_of_rows_and_columns() {
    let row = |id| CONTENT.lines.iter().position(|line| line.id == id);
    assert!(CONTENT.links.is_sorted_by_key(|link| (row(link.line.clone()), link.goal)));
}

/// What rests on memory stands only in the readings.
#[test]
fn no_recalled_target_stands_in_a_link() {
    for (line, recalled) in [("c1", &["1.b", "5.b", "16.a", "17.18"][..]), ("c7-esci", &["14.a"])] {
        let links = || CONTENT.links.iter().filter(|link| link.line.as_str() == line);
        for code in recalled {
            assert!(!links().any(|link| link.targets.iter().any(|target| target.as_str() == *code)), "{line}: {code}");
            let mut readings = links().flat_map(|link| &link.readings);
            let kept =
                readings.any(|reading| reading.is_record() && reading.targets.iter().any(|t| t.as_str() == *code));
            assert!(kept, "{line}: the record of {code} is lost");
        }
    }
}

/// The source that stands for memory is cited by readings, never by a link as read.
#[test]
fn no_link_cites_memory_as_its_source() {
    for link in &CONTENT.links {
        assert!(!link.sources.iter().any(|id| id == "matrix-table-iii"), "{}", link.cell());
        assert!(!link.sources.is_empty(), "{}", link.cell());
    }
}

#[test]
fn every_doubted_link_has_a_note_and_two_readings_that_differ() {
    let doubted: Vec<_> = CONTENT.links.iter().filter(|link| link.status != Status::Confirmed).collect();
    assert_eq!(doubted.len(), 12);
    for link in doubted {
        let [copy, record] = link.readings.as_slice() else { panic!("{} has not two readings", link.cell()) };
        assert!(!copy.is_record() && record.is_record(), "{}", link.cell());
        assert_eq!((&copy.targets, copy.whole), (&link.targets, link.whole), "{} shows the copy", link.cell());
        assert_ne!((&copy.targets, copy.whole), (&record.targets, record.whole), "{} has no doubt", link.cell());
        assert_eq!(record.absent, link.status == Status::Unconfirmed, "{}", link.cell());
        assert!(link.note.contains_key(&Lang::En), "{}", link.cell());
    }
}

#[test]
fn every_english_rationale_has_25_to_50_words() {
    let rationales = &CONTENT.rationales[&Lang::En].rationales;
    assert_eq!(rationales.len(), 124);
    let other: Vec<String> = rationales
        .iter()
        .map(|(cell, text)| (cell, text.split_whitespace().count()))
        .filter(|(_, words)| !(25..=50).contains(words))
        .map(|(cell, words)| format!("{cell}: {words} words"))
        .collect();
    assert_eq!(other, Vec::<String>::new());
}

/// A figure would be a claim with a source; rationales are our own words and have none.
#[test]
fn no_rationale_claims_a_figure() {
    for (lang, file) in &CONTENT.rationales {
        for (cell, text) in &file.rationales {
            let figure = |word: &&str| {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                !bare.is_empty() && bare.chars().all(|c| c.is_numeric() || ".,%".contains(c))
            };
            assert_eq!(text.split_whitespace().find(figure), None, "{cell} in {}", lang.code());
        }
    }
}

#[test]
fn rationales_are_not_copied_from_one_link_or_language_to_another() {
    let mut seen = BTreeSet::new();
    for (lang, file) in &CONTENT.rationales {
        for (cell, text) in &file.rationales {
            assert!(seen.insert(text.as_str()), "{cell} in {} repeats another", lang.code());
        }
    }
    assert!(seen.len() >= 124);
}

/// Which script a language is written in: a text that was never translated shows.
#[test]
fn content_is_written_in_the_script_of_its_language() {
    let fits = |lang: Lang, c: char| match lang {
        Lang::Ar => ('\u{600}'..='\u{6ff}').contains(&c),
        Lang::Ru => ('\u{400}'..='\u{4ff}').contains(&c),
        Lang::Zh => ('\u{4e00}'..='\u{9fff}').contains(&c),
        Lang::En | Lang::Es | Lang::Fr => c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c),
    };
    let titles = CONTENT.lines.iter().flat_map(|line| [&line.title, &line.short, &line.summary]);
    let texts = titles.chain(CONTENT.goals.iter().flat_map(|goal| [&goal.title, &goal.summary]));
    let texts = texts.chain(CONTENT.targets.iter().map(|target| &target.gist)).flatten();
    let rationales =
        CONTENT.rationales.iter().flat_map(|(lang, file)| file.rationales.values().map(move |t| (lang, t)));
    let mut count = 0;
    for (lang, text) in texts.chain(rationales) {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let own = text.chars().filter(|c| fits(*lang, *c)).count();
        assert!(own * 2 > letters, "{}: {text}", lang.code());
        count += 1;
    }
    assert!(count > 6 * (18 * 3 + 17 * 2), "{count} texts");
}

#[test]
fn the_day_of_the_data_is_a_date() {
    let parts: Vec<usize> = CONTENT.as_of.split('-').map(str::len).collect();
    assert_eq!(parts, [4, 2, 2], "{}", CONTENT.as_of);
    assert!(CONTENT.as_of.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
}
