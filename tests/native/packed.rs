//! The form in which a page's data travel in the page.

use std::sync::Arc;

use ict4sdg::{
    domain::{content::Words, ids::CellId, lang::Lang, packed::Packed, plural::Plural, text::Said},
    page::{Body, Kept, LineRef, Page, SourceRef},
    route::Route,
    site::document::only_in_the_application,
};
use proptest::prelude::*;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::common::{PAGES, rendered};

/// The page as it arrives: only what the application changes travels. Of the explorer, notes in all languages stay behind,
/// the one that is shown travels beside the link; of the library, the map.
fn as_sent(page: &Page) -> Page {
    let mut page = page.clone();
    page.frame = Kept(None);
    page.common = only_in_the_application(page.common);
    match &mut page.body {
        Body::Matrix(matrix) => {
            for link in &mut Arc::make_mut(matrix).links {
                link.note = Words::new();
            }
            Arc::make_mut(matrix).help = Kept(None);
            Arc::make_mut(matrix).sheet = Kept(None);
        }
        Body::Library(library) => library.map = Kept(None),
        Body::Search(_) => {}
        still => *still = Body::Still,
    }
    page
}

/// The data as the application finds them in the document.
fn page_data(html: &str) -> Value {
    let (_, rest) = html.split_once("id=\"page-data\"").expect("page data");
    let (_, rest) = rest.split_once('>').expect("a script element");
    let (json, _) = rest.split_once("</script>").expect("the end of it");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn every_page_arrives_as_it_was_sent() {
    let pages = &*PAGES;
    let changed: Vec<String> = pages
        .par_iter()
        // A script of their own is all that these pages have.
        .filter(|sent| ![Route::Embed, Route::Submit].contains(&sent.page.route))
        .filter(|sent| Page::unpack(page_data(&sent.html)).as_ref() != Some(&as_sent(&sent.page)))
        .map(|sent| sent.page.route.href("/", sent.page.lang))
        .collect();
    assert_eq!(changed, Vec::<String>::new());
}

#[test]
fn a_page_that_lost_its_last_field_is_refused() {
    for sent in PAGES.iter().filter(|sent| sent.page.lang == Lang::Ar) {
        let mut value = sent.page.pack();
        value.as_array_mut().expect("fields").pop();
        assert_eq!(Page::unpack(value), None, "{:?}", sent.page.route);
    }
}

/// All places of a value, each as the way to it.
fn places(value: &Value, way: &mut Vec<usize>, all: &mut Vec<Vec<usize>>) {
    all.push(way.clone());
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        way.push(at);
        places(item, way, all);
        way.pop();
    }
}

fn place_mut<'a>(value: &'a mut Value, way: &[usize]) -> &'a mut Value {
    way.iter().fold(value, |value, at| &mut value[*at])
}

/// Objects never stand in packed data, so wherever one is put, it is noticed.
#[test]
fn a_foreign_value_anywhere_in_a_page_is_refused() {
    for route in [Route::Matrix, Route::Library(1), Route::Search, Route::Home] {
        let good = rendered(Lang::Zh, &route).page.pack();
        let mut all = Vec::new();
        places(&good, &mut Vec::new(), &mut all);
        assert!(all.len() > 50, "{} places", all.len());
        for way in all {
            let mut bad = good.clone();
            *place_mut(&mut bad, &way) = json!({ "foreign": true });
            assert_eq!(Page::unpack(bad), None, "{route:?} at {way:?}");
        }
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec!["", "en", "c2", "c2-9", "9.c", "Home", "matrix/", "confirmed"]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

/// Whatever can be read can be written and read again.
fn reads_back<T: Packed + PartialEq>(value: Value) -> bool {
    T::unpack(value).is_none_or(|read| T::unpack(read.pack()) == Some(read))
}

proptest! {
    #[test]
    fn any_value_is_refused_or_read_and_never_panics(value in values()) {
        prop_assert_eq!(Page::unpack(value.clone()), None);
        prop_assert_eq!(Body::unpack(value.clone()), None);
        prop_assert!(reads_back::<Said>(value.clone()));
        prop_assert!(reads_back::<Plural>(value.clone()));
        prop_assert!(reads_back::<LineRef>(value.clone()));
        prop_assert!(reads_back::<SourceRef>(value.clone()));
        prop_assert!(reads_back::<Route>(value.clone()));
        prop_assert!(reads_back::<CellId>(value.clone()));
        prop_assert!(reads_back::<Lang>(value.clone()));
        prop_assert!(reads_back::<bool>(value.clone()));
        prop_assert!(reads_back::<usize>(value.clone()));
        prop_assert!(reads_back::<Option<Vec<String>>>(value));
    }

    #[test]
    fn a_page_with_any_value_replaced_is_refused_or_read(at in any::<prop::sample::Index>(), value in values()) {
        let route = Route::Library(1);
        let mut page = rendered(Lang::Ru, &route).page.pack();
        let mut all = Vec::new();
        places(&page, &mut Vec::new(), &mut all);
        *place_mut(&mut page, &all[at.index(all.len())]) = value;
        prop_assert!(reads_back::<Page>(page));
    }
}

#[test]
fn small_values_have_their_known_form() {
    assert_eq!(Said { text: "x".to_owned(), lang: Some(Lang::En) }.pack(), json!(["x", "en"]));
    assert_eq!(Said { text: "x".to_owned(), lang: None }.pack(), json!(["x", null]));
    assert_eq!(vec![true, false].pack(), json!([1, 0]));
    assert_eq!(Route::Matrix.pack(), json!("matrix/"));
}
