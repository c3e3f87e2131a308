//! What happens where a translation is missing: English, marked as such, and a page that says so.

use ict4sdg::{
    domain::{ids::CellId, lang::Lang, text::Said},
    page::{Body, Page},
    route::Route,
    site::{
        build::Assets,
        document::{self, Frame},
        files::Files,
        pages::Content,
    },
};

use crate::{
    common::{AXES, CONTENT, ORIGIN, TODAY, read_data, rendered, settings},
    html::{Seen, text},
};

fn cell() -> CellId {
    CellId::parse("c2-9").expect("a cell")
}

fn page_of(change: impl Fn(&mut Files), route: &Route) -> Page {
    let mut files = read_data();
    change(&mut files);
    let content = Content::complete(files, TODAY).expect("complete content");
    content.page(Lang::Fr, route, &settings(ORIGIN, "/")).expect("a page")
}

fn html_of(page: &Page) -> String {
    let named = |name: &str| name.to_owned();
    let assets = Assets { js: named("j"), wasm: named("w"), css: named("c"), css_integrity: named("i") };
    document::of(page, &Frame::new(assets, &AXES, "/", None), &settings(ORIGIN, "/"))
}

fn without_rationale(files: &mut Files) {
    files.rationales.get_mut(&Lang::Fr).expect("French").rationales.remove(&cell()).expect("a rationale");
}

fn without_gist(files: &mut Files) {
    let targets = &mut files.targets.as_mut().expect("targets").targets;
    let target = targets.iter_mut().find(|target| target.code.as_str() == "9.c").expect("9.c");
    target.gist.remove(&Lang::Fr).expect("a gist");
}

fn without_summaries(files: &mut Files) {
    for line in &mut files.lines.as_mut().expect("lines").lines {
        line.summary.remove(&Lang::Fr).expect("a summary");
    }
    for goal in &mut files.goals.as_mut().expect("goals").goals {
        goal.summary.remove(&Lang::Fr).expect("a summary");
    }
}

fn without_note(files: &mut Files) {
    let links = &mut files.matrix.as_mut().expect("matrix").links;
    links.iter_mut().find(|link| link.cell().to_string() == "c8-9").expect("c8-9").note.remove(&Lang::Fr);
}

#[test]
fn a_missing_rationale_is_english_and_marked() {
    let page = page_of(without_rationale, &Route::Cell(cell()));
    let Body::Cell(shown) = &page.body else { panic!("not a cell") };
    let english = CONTENT.rationales[&Lang::En].rationales[&cell()].clone();
    assert_eq!(shown.full.rationale, Said { text: english.clone(), lang: Some(Lang::En) });
    assert!(page.falls_back);

    let seen = Seen::new(&page, &html_of(&page));
    let marked = seen.all(".cell__rationale span[lang=en][dir=ltr]");
    assert_eq!(marked.into_iter().map(text).collect::<Vec<_>>(), [english]);
    assert!(seen.body_text().contains(&page.common.fallback_note));
}

type Loss = fn(&mut Files);

#[test]
fn every_page_that_shows_something_untranslated_says_so() {
    let goal = Route::Goal(cell().goal);
    let line = Route::Line(cell().line);
    let unconfirmed = Route::Cell(CellId::parse("c8-9").expect("a cell"));
    let cases: [(Loss, Vec<Route>); 4] = [
        (without_rationale, vec![Route::Home, Route::Matrix, Route::Cell(cell()), line.clone(), goal.clone()]),
        (without_gist, vec![Route::Matrix, Route::Cell(cell()), line.clone(), goal.clone()]),
        (without_summaries, vec![line, goal]),
        (without_note, vec![Route::Matrix, unconfirmed]),
    ];
    for (change, routes) in cases {
        for route in routes {
            let page = page_of(change, &route);
            let said = Seen::new(&page, &html_of(&page)).body_text();
            assert!(page.falls_back, "{route:?}");
            assert!(said.contains(&page.common.fallback_note), "{route:?} does not say so");
        }
    }
}

#[test]
fn pages_that_do_not_show_it_stay_silent() {
    for route in [Route::About, Route::Privacy, Route::Data, Route::Cell(CellId::parse("c3-4").expect("a cell"))] {
        assert!(!page_of(without_rationale, &route).falls_back, "{route:?}");
    }
}

#[test]
fn the_explorer_then_fetches_the_english_rationales_too() {
    let Body::Matrix(matrix) = page_of(without_rationale, &Route::Matrix).body else { panic!("not the matrix") };
    assert_eq!(matrix.rationale_langs, [Lang::Fr, Lang::En]);
    let Body::Matrix(complete) = &rendered(Lang::Fr, &Route::Matrix).page.body else { panic!("not the matrix") };
    assert_eq!(complete.rationale_langs, [Lang::Fr]);
}
