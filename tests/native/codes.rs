//! Codes that people type into the search.

use ict4sdg::domain::{
    codes::{Coded, read},
    ids::{CellId, GoalId, LineId, TargetCode},
};

use crate::common::AXES;

fn goal(number: u64) -> Coded {
    Coded::Goal(GoalId::new(number).expect("a goal"))
}

fn line(id: &str) -> Coded {
    Coded::Line(LineId::parse(id).expect("a line"))
}

fn cell(id: &str) -> Coded {
    Coded::Cell(CellId::parse(id).expect("a cell"))
}

#[test]
fn a_goal_is_understood_in_every_language() {
    for words in ["9", " SDG 9 ", "sdg9", "Goal 9", "#9", "ODS 9", "ODD 9", "ЦУР 9", "цель 9", "目标9", "الهدف 9"]
    {
        assert_eq!(read(words, &AXES), [goal(9)], "{words}");
    }
}

#[test]
fn a_target_is_understood_with_and_without_the_word_goal() {
    for (words, code) in [("9.c", "9.c"), ("9.C", "9.c"), ("SDG 16.10", "16.10"), ("17.18", "17.18")] {
        assert_eq!(read(words, &AXES), [Coded::Target(TargetCode::parse(code).expect("a target"))], "{words}");
    }
}

#[test]
fn a_line_is_understood_by_id_and_by_code() {
    assert_eq!(read("C2", &AXES), [line("c2")]);
    assert_eq!(read("c7-egov", &AXES), [line("c7-egov")]);
    assert_eq!(read("C7 e-gov", &AXES), [line("c7-egov")]);
    assert_eq!(read("C7", &AXES).len(), 8, "the family of C7");
}

#[test]
fn a_line_and_a_goal_are_a_cell() {
    for words in ["c2-9", "C2 9", "C2 × 9", "c2 / sdg 9", "C2 goal 9"] {
        let words = words.replace("sdg ", "sdg");
        assert_eq!(read(&words, &AXES), [cell("c2-9")], "{words}");
    }
}

#[test]
fn words_are_no_codes() {
    for words in ["", "farmers", "99", "0", "18", "9.", "c12", "c", "goal", "9.zz", "c2 99", "🙂", "1.1.1"] {
        assert_eq!(read(words, &AXES), [], "{words}");
    }
}
