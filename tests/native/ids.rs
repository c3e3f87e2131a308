//! What is an identifier and what is not, their order, and their form in JSON.

use ict4sdg::domain::ids::{CellId, GoalId, IdError, LineId, TargetCode};
use proptest::prelude::*;

fn target(text: &str) -> TargetCode {
    TargetCode::parse(text).expect("the code of a target")
}

#[test]
fn lines_are_1_to_16_lower_case_letters_digits_and_hyphens() {
    for text in ["c2", "c7-egov", "a", "9", "0123456789abcdef"] {
        assert_eq!(LineId::parse(text).map(|id| id.to_string()).as_deref(), Ok(text));
    }
    for text in ["", "C2", "c_2", "c2 ", "c2\n", "é", "c2,c5", "0123456789abcdefg"] {
        assert_eq!(LineId::parse(text), Err(IdError::Line(text.to_owned())));
    }
}

#[test]
fn an_error_quotes_at_most_40_characters() {
    let long = "é".repeat(1_000);
    assert_eq!(LineId::parse(&long), Err(IdError::Line("é".repeat(40))));
    assert_eq!(TargetCode::parse(&long), Err(IdError::Target("é".repeat(40))));
}

#[test]
fn goals_are_numbers_from_1_to_99() {
    for number in [1, 17, 99] {
        assert_eq!(GoalId::new(number).map(u64::from), Ok(number));
    }
    for number in [0, 100, 257, u64::MAX] {
        assert_eq!(GoalId::new(number), Err(IdError::Goal(number)));
    }
}

#[test]
fn goals_in_addresses_are_plain_digits() {
    for (text, number) in [("1", 1), ("9", 9), ("17", 17), ("99", 99)] {
        assert_eq!(GoalId::parse(text).map(GoalId::number), Some(number));
    }
    for text in ["", "0", "00", "01", "+1", "-1", "100", " 1", "1 ", "1.", "a", "١", "９"] {
        assert_eq!(GoalId::parse(text), None, "{text:?}");
    }
}

#[test]
fn targets_are_a_goal_and_a_number_or_a_letter() {
    for text in ["9.1", "16.10", "9.c", "99.99", "1.z"] {
        assert_eq!(TargetCode::parse(text).map(|code| code.to_string()).as_deref(), Ok(text));
    }
    let wrong = ["", "9", "9.", ".1", ".", "9.0", "9.01", "09.1", "9.cc", "9.C", "9.1.1", "9,1", "0.1", "100.1", "9.é"];
    for text in wrong {
        assert_eq!(TargetCode::parse(text), Err(IdError::Target(text.to_owned())));
    }
}

#[test]
fn targets_are_ordered_by_goal_then_numbers_then_letters() {
    let expected = ["1.1", "1.10", "1.a", "1.b", "2.1", "9.2", "9.10", "9.a", "9.c", "10.1", "17.19"];
    let mut codes: Vec<TargetCode> = expected.iter().rev().map(|text| target(text)).collect();
    codes.sort();
    assert_eq!(codes.iter().map(TargetCode::as_str).collect::<Vec<_>>(), expected);
    assert!(target("9.2") < target("9.10"));
    assert!(target("9.10") < target("9.a"));
    assert!(target("1.b") < target("2.1"));
}

#[test]
fn a_target_belongs_to_the_goal_before_the_dot_only() {
    let goal = |number| GoalId::new(number).expect("a goal");
    assert!(target("16.10").belongs_to(goal(16)));
    assert!(target("9.c").belongs_to(goal(9)));
    assert!(!target("16.10").belongs_to(goal(1)));
    assert!(!target("16.10").belongs_to(goal(10)));
}

#[test]
fn the_goal_of_a_cell_follows_the_last_hyphen() {
    let parts = |text: &str| CellId::parse(text).map(|cell| (cell.line.to_string(), cell.goal.number()));
    assert_eq!(parts("c7-egov-9"), Some(("c7-egov".to_owned(), 9)));
    assert_eq!(parts("c2-17"), Some(("c2".to_owned(), 17)));
    for text in ["", "-", "c2", "c2-", "-9", "c2-0", "c2-09", "c2-100", "C2-9", "c2-9 ", "c2_9", "c7-egov"] {
        assert_eq!(CellId::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_bad_id_in_json_is_an_error() {
    for json in ["\"C2\"", "\"\"", "2", "null", "[\"c2\"]"] {
        assert!(serde_json::from_str::<LineId>(json).is_err(), "line {json}");
    }
    for json in ["0", "100", "-1", "9.5", "\"9\"", "null"] {
        assert!(serde_json::from_str::<GoalId>(json).is_err(), "goal {json}");
    }
    for json in ["\"9\"", "\"9.01\"", "9.1", "null"] {
        assert!(serde_json::from_str::<TargetCode>(json).is_err(), "target {json}");
    }
    for json in ["\"c2\"", "\"c2-0\"", "[\"c2\",9]", "null"] {
        assert!(serde_json::from_str::<CellId>(json).is_err(), "cell {json}");
    }
}

proptest! {
    #[test]
    fn displayed_ids_parse_back(line in "[a-z0-9-]{1,16}", goal in 1..=99_u64, place in "[a-z]|[1-9][0-9]?") {
        let line = LineId::parse(&line).expect("a line");
        let goal = GoalId::new(goal).expect("a goal");
        let code = target(&format!("{goal}.{place}"));
        let cell = CellId { line: line.clone(), goal };
        prop_assert_eq!(CellId::parse(&cell.to_string()), Some(cell));
        prop_assert_eq!(LineId::parse(&line.to_string()), Ok(line));
        prop_assert_eq!(GoalId::parse(&goal.to_string()), Some(goal));
        prop_assert_eq!(TargetCode::parse(&code.to_string()), Ok(code));
    }

    #[test]
    fn json_is_the_displayed_text_and_reads_back(line in "[a-z0-9-]{1,16}", goal in 1..=99_u64) {
        let text = format!("{line}-{goal}");
        let cell = CellId::parse(&text).expect("a cell");
        let json = serde_json::json!([cell, cell.line, cell.goal]);
        prop_assert_eq!(&json, &serde_json::json!([text, line, goal]));
        let back: (CellId, LineId, GoalId) = serde_json::from_value(json).expect("what was written");
        prop_assert_eq!(back, (cell.clone(), cell.line, cell.goal));
    }

    #[test]
    fn of_two_targets_equal_order_means_equal_codes(a in "[1-9][0-9]?\\.([a-z]|[1-9][0-9]?)", b in "[1-3]\\.[a-c1-3]") {
        let (a, b) = (target(&a), target(&b));
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
    }
}
