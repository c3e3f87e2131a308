//! What the application relies on in the browser's own target: packed data, queries, plurals.
#![cfg(target_arch = "wasm32")]

use ict4sdg::{
    domain::{
        content::Words,
        ids::{CellId, GoalId, LineId, TargetCode},
        lang::Lang,
        matrix::{Link, Status},
        packed::Packed,
        plural::Plural,
        query::{Axes, Query, View},
        text::Said,
    },
    page::LineRef,
    route::Route,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn line(id: &str) -> LineId {
    LineId::parse(id).expect("a line")
}

fn goal(number: u64) -> GoalId {
    GoalId::new(number).expect("a goal")
}

/// Through the text of a script element, as in a page.
fn through_the_page<T: Packed>(value: &T) -> Option<T> {
    let text = value.pack().to_string();
    T::unpack(serde_json::from_str(&text).ok()?)
}

#[wasm_bindgen_test]
fn packed_values_arrive_as_they_were_sent() {
    let said = Said { text: "أهداف </script> “9.c”".to_owned(), lang: Some(Lang::En) };
    assert_eq!(through_the_page(&said), Some(said));

    let named = LineRef { id: line("c7-egov"), code: "C7 e-gov".to_owned(), name: "E-government".to_owned() };
    assert_eq!(through_the_page(&named), Some(named));

    let link = Link {
        line: line("c2"),
        goal: goal(9),
        targets: ["9.1", "9.10", "9.c"].map(|code| TargetCode::parse(code).expect("a target")).to_vec(),
        whole: true,
        status: Status::Disputed,
        sources: vec!["a".to_owned()],
        readings: Vec::new(),
        note: Words::new(),
    };
    assert_eq!(through_the_page(&vec![link.clone()]), Some(vec![link]));

    let route = Route::Cell(CellId { line: line("c7-egov"), goal: goal(16) });
    assert_eq!(through_the_page(&route), Some(route));
}

#[wasm_bindgen_test]
fn a_value_of_another_shape_is_refused() {
    for text in ["null", "[]", "[1,null]", "[\"x\"]", "[\"x\",\"xx\"]", "{\"text\":\"x\"}", "18446744073709551615"] {
        let value = serde_json::from_str(text).expect("JSON");
        assert_eq!(Said::unpack(value), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn a_query_survives_its_address() {
    let axes = Axes { lines: ["c1", "c2", "c7-egov"].map(line).to_vec(), goals: (1..=17).map(goal).collect() };
    let text = "lines=c2,c7-egov&goals=9,17&view=list&cell=c7-egov-16&by=goal";
    let query = Query::parse(text, &axes);
    assert_eq!(query.view, View::Goals);
    assert_eq!(query.to_string(), text);
    assert_eq!(Query::parse("goals=9%2C99&lines=%F0&cell=c9-9", &axes).to_string(), "goals=9");
}

#[wasm_bindgen_test]
fn plural_forms_follow_the_language() {
    let said = |form: &str| Some(format!("{form} {{n}}"));
    let text = Plural {
        zero: said("zero"),
        one: said("one"),
        two: said("two"),
        few: said("few"),
        many: said("many"),
        other: "other {n}".to_owned(),
    };
    let of = |lang: Lang, n: usize| text.count(lang, n);
    assert_eq!([of(Lang::Ar, 0), of(Lang::Ar, 7), of(Lang::Ar, 100)], ["zero 0", "few 7", "other 100"]);
    assert_eq!([of(Lang::Ru, 1), of(Lang::Ru, 22), of(Lang::Ru, 11)], ["one 1", "few 22", "many 11"]);
    assert_eq!([of(Lang::En, 1), of(Lang::Fr, 0), of(Lang::Zh, 1)], ["one 1", "one 0", "other 1"]);
}
