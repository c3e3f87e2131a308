//! What the application relies on in the browser's own target: packed data, queries, plurals.
#![cfg(target_arch = "wasm32")]

use ict4sdg::{
    browser::parsed,
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

/// A value as it stands in the text of a page, read by the browser.
fn read<T: Packed>(text: &str) -> Option<T> {
    T::unpack(parsed(text)?)
}

#[wasm_bindgen_test]
fn packed_values_arrive_as_they_were_sent() {
    let said = Said { text: "أهداف </script> “9.c”".to_owned(), lang: Some(Lang::En) };
    assert_eq!(read(r#"["أهداف \u003c/script> “9.c”","en"]"#), Some(said));

    let named = LineRef { id: line("c7-egov"), code: "C7 e-gov".to_owned(), name: "E-government".to_owned() };
    assert_eq!(read(r#"["c7-egov","C7 e-gov","E-government"]"#), Some(named));

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
    assert_eq!(read(r#"[["c2",9,["9.1","9.10","9.c"],1,"disputed",["a"],[]]]"#), Some(vec![link]));

    let route = Route::Cell(CellId { line: line("c7-egov"), goal: goal(16) });
    assert_eq!(read(r#""matrix/c7-egov/16/""#), Some(route));
}

#[wasm_bindgen_test]
fn a_value_of_another_shape_is_refused() {
    for text in
        ["null", "[]", "[1,null]", "[true,null]", "[\"x\"]", "[\"x\",\"xx\"]", "{\"text\":\"x\"}", "1e99", "-1", "{"]
    {
        assert_eq!(read::<Said>(text), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn a_query_survives_its_address() {
    let axes = Axes {
        lines: ["c1", "c2", "c7-egov"].map(line).to_vec(),
        goals: (1..=17).map(goal).collect(),
        layers: vec!["cases".to_owned()],
    };
    let text = "lines=c2,c7-egov&goals=9,17&view=list&layer=cases&cell=c7-egov-16&bridge=1&q=farm&by=goal";
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
