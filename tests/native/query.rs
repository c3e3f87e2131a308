//! The state of the explorer in the address.

use std::sync::LazyLock;

use ict4sdg::domain::{
    ids::{CellId, GoalId, LineId},
    query::{Axes, LONGEST, Query, View},
};
use proptest::prelude::*;

/// The axes as the contract names them.
static AXES: LazyLock<Axes> = LazyLock::new(|| Axes {
    lines: LINES.iter().map(|id| line(id)).collect(),
    goals: (1..=17).map(goal).collect(),
    layers: ["cases", "activities", "forum", "gaps"].map(ToOwned::to_owned).to_vec(),
});

const LINES: [&str; 18] = [
    "c1", "c2", "c3", "c4", "c5", "c6", "c7-egov", "c7-ebus", "c7-elea", "c7-ehea", "c7-eemp", "c7-eenv", "c7-eagr",
    "c7-esci", "c8", "c9", "c10", "c11",
];

fn line(id: &str) -> LineId {
    LineId::parse(id).expect("a line")
}

fn goal(number: u64) -> GoalId {
    GoalId::new(number).expect("a goal")
}

fn parse(search: &str) -> Query {
    Query::parse(search, &AXES)
}

/// What the address becomes when it is written in the canonical form.
fn canonical(search: &str) -> String {
    parse(search).to_string()
}

prop_compose! {
    fn queries()(
        lines in prop::sample::subsequence(AXES.lines.clone(), 0..=18),
        goals in prop::sample::subsequence(AXES.goals.clone(), 0..=17),
        view in prop::sample::select(View::ALL.to_vec()),
        cell in prop::option::of((prop::sample::select(AXES.lines.clone()), prop::sample::select(AXES.goals.clone()))),
        layer in prop::option::of(prop::sample::select(AXES.layers.clone())),
        bridge in any::<bool>(),
        text in "[a-zа-я0-9 .&=%+#é正]{0,12}",
    ) -> Query {
        let cell = cell.map(|(line, goal)| CellId { line, goal });
        Query { lines, goals, view, layer, cell, bridge, text: text.trim().to_owned() }
    }
}

/// Texts that come close to a query, and some that do not.
fn almost_queries() -> impl Strategy<Value = String> {
    let pieces = [
        "lines",
        "goals",
        "view",
        "cell",
        "by",
        "=",
        "=",
        "=",
        "&",
        "&",
        ",",
        ",",
        "%2C",
        "%2c",
        "%39",
        "%",
        "%G",
        "%00",
        "?",
        "#",
        ";",
        "+",
        "c1",
        "c2",
        "c7-egov",
        "c99",
        "C2",
        "9",
        "17",
        "18",
        "0",
        "09",
        "-1",
        "9.c",
        "list",
        "text",
        "grid",
        "goal",
        "c2-9",
        "c7-egov-9",
        "c2-18",
        "layer=cases",
        "q=é",
        "𝄞",
        "\u{0}",
        "\u{202e}",
        " ",
    ];
    let piece = prop_oneof![6 => prop::sample::select(pieces.map(str::to_owned).to_vec()), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn is_within_the_axes(query: &Query) -> bool {
    let in_order = |places: Vec<Option<usize>>| places.iter().all(Option::is_some) && places.is_sorted_by(|a, b| a < b);
    let lines = query.lines.iter().map(|id| AXES.lines.iter().position(|other| other == id)).collect();
    let goals = query.goals.iter().map(|id| AXES.goals.iter().position(|other| other == id)).collect();
    in_order(lines) && in_order(goals) && query.cell.as_ref().is_none_or(|cell| AXES.has(cell))
}

proptest! {
    #[test]
    fn every_query_survives_its_address(query in queries()) {
        prop_assert_eq!(parse(&query.to_string()), query.clone());
        prop_assert_eq!(parse(&format!("?{query}")), query.clone());
        prop_assert_eq!(parse(&query.to_string().replace(',', "%2C")), query.clone());
        prop_assert!(query.to_string().len() < LONGEST / 3);
    }

    #[test]
    fn order_of_names_does_not_matter(query in queries()) {
        let text = query.to_string();
        let turned: Vec<&str> = text.split('&').rev().collect();
        prop_assert_eq!(parse(&turned.join("&")), query);
    }

    #[test]
    fn any_text_gives_a_query_within_the_axes(text in prop_oneof![almost_queries(), any::<String>()]) {
        let query = parse(&text);
        prop_assert!(is_within_the_axes(&query), "{query:?}");
        prop_assert_eq!(parse(&query.to_string()), query);
    }

    #[test]
    fn toggling_twice_changes_nothing(query in queries(), at in 0usize..18, number in 1u64..=17) {
        let line = &AXES.lines[at];
        let once = query.clone().toggle_line(line, &AXES);
        prop_assert_eq!(once.lines.contains(line), !query.lines.contains(line));
        prop_assert!(is_within_the_axes(&once));
        prop_assert_eq!(once.toggle_line(line, &AXES), query.clone());

        let once = query.clone().toggle_goal(goal(number), &AXES);
        prop_assert_eq!(once.goals.contains(&goal(number)), !query.goals.contains(&goal(number)));
        prop_assert!(is_within_the_axes(&once));
        prop_assert_eq!(once.toggle_goal(goal(number), &AXES), query);
    }

    #[test]
    fn without_its_filter_a_query_keeps_view_and_cell(query in queries()) {
        let bare = query.clone().without_filter();
        prop_assert!(bare.shows_all());
        prop_assert_eq!((bare.view, bare.cell, bare.layer, bare.text), (query.view, query.cell, query.layer, query.text));
    }
}

#[test]
fn the_canonical_order_is_lines_goals_view_cell_by() {
    let full = "lines=c2,c5&goals=9,17&view=list&cell=c2-9&by=goal";
    assert_eq!(canonical(full), full);
    assert_eq!(canonical("by=goal&cell=c2-9&view=list&goals=17,9&lines=c5,c2"), full);
}

#[test]
fn the_examples_of_the_contract_stay_as_they_are() {
    for search in ["lines=c2,c5", "goals=9,17", "view=list", "view=text", "cell=c2-9", "lines=c7-egov&cell=c7-egov-16"]
    {
        assert_eq!(canonical(search), search);
        assert_ne!(parse(search), Query::default(), "{search}");
    }
}

#[test]
fn defaults_are_left_out() {
    for search in ["", "?", "view=grid", "lines=&goals=", "by=goal", "view=grid&by=goal"] {
        assert_eq!((parse(search), canonical(search)), (Query::default(), String::new()), "{search}");
    }
}

#[test]
fn by_goal_counts_only_in_a_list() {
    assert_eq!(parse("view=list&by=goal").view, View::Goals);
    assert_eq!(parse("view=list&by=line").view, View::Lines);
    assert_eq!(canonical("view=text&by=goal"), "view=text");
}

#[test]
fn unknown_names_and_values_are_dropped() {
    assert_eq!(canonical("layer=rivers&bridge=yes&goals=9&utm_source=x"), "goals=9");
    assert_eq!(canonical("q=%20&layer=links&bridge=0"), "");
    assert_eq!(canonical("lines=c2,c99,C5,c7,%20&goals=9,18,0,09,-3,9.1,nine"), "lines=c2&goals=9");
    for search in ["view=spiral", "view=List", "cell=c2-18", "cell=c99-9", "cell=c2", "cell=C2-9", "Lines=c2", "lines"]
    {
        assert_eq!(canonical(search), "", "{search}");
    }
}

#[test]
fn the_cell_may_be_one_without_a_link_or_outside_the_filter() {
    assert_eq!(canonical("cell=c1-2"), "cell=c1-2");
    assert_eq!(canonical("goals=9&cell=c1-2"), "goals=9&cell=c1-2");
}

#[test]
fn repeats_count_once_and_of_equal_names_the_first() {
    assert_eq!(canonical("lines=c5,c2,c5,c2"), "lines=c2,c5");
    assert_eq!(canonical("goals=9&goals=17"), "goals=9");
    assert_eq!(canonical("goals=9,,17,"), "goals=9,17");
}

#[test]
fn escapes_are_understood() {
    for search in ["lines=c2%2Cc5", "lines=c2%2cc5", "lines=c%32,c5"] {
        assert_eq!(canonical(search), "lines=c2,c5", "{search}");
    }
    for search in ["lines=c2%", "goals=%E0%A4%A", "goals=%00"] {
        assert_eq!(canonical(search), "", "{search}");
    }
}

#[test]
fn a_text_longer_than_any_honest_query_is_not_read() {
    let just_fits = format!("goals=9&x={}", "a".repeat(LONGEST - 10));
    assert_eq!(just_fits.len(), LONGEST);
    assert_eq!(canonical(&just_fits), "goals=9");
    assert_eq!(canonical(&format!("{just_fits}a")), "");
    assert_eq!(canonical(&format!("goals={}", "9,".repeat(1_000_000))), "");
}

#[test]
fn no_axis_means_nothing_can_be_chosen() {
    assert_eq!(Query::parse("lines=c2&goals=9&cell=c2-9", &Axes::default()), Query::default());
}
