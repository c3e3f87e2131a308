//! The small files beside the pages: for search engines, spreadsheets and devices.

use std::collections::{BTreeMap, BTreeSet};

use ict4sdg::{
    domain::{ids::TargetCode, lang::Lang},
    route::Route,
    site::{csv as table, sitemap},
};
use quick_xml::{Reader, events::Event};
use serde_json::Value;

use crate::common::{CONTENT, addresses, settings};

const ORIGIN: &str = "https://example.org";
const BASE: &str = "/ict4sdg/";

/// Address of each page with its alternates, as the file lists them.
fn listed(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    let (mut pages, mut in_loc) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) if element.name().as_ref() == b"url" => pages.push((String::new(), Vec::new())),
            Event::Start(element) => in_loc = element.name().as_ref() == b"loc",
            Event::End(_) => in_loc = false,
            Event::Text(text) if in_loc => {
                pages.last_mut().expect("within url").0.push_str(&text.decode().expect("UTF-8"));
            }
            Event::Empty(element) => {
                assert_eq!(element.name().as_ref(), b"xhtml:link");
                let attributes: BTreeMap<String, String> = element
                    .attributes()
                    .map(|attribute| attribute.expect("an attribute"))
                    .map(|a| {
                        (String::from_utf8_lossy(a.key.as_ref()).into_owned(), a.unescape_value().expect("text").into())
                    })
                    .collect();
                assert_eq!(attributes["rel"], "alternate");
                let alternate = (attributes["hreflang"].clone(), attributes["href"].clone());
                pages.last_mut().expect("within url").1.push(alternate);
            }
            Event::Eof => return pages,
            _ => {}
        }
    }
}

#[test]
fn the_sitemap_lists_every_page_once_with_its_six_alternates() {
    let settings = settings(ORIGIN, BASE);
    let xml = String::from_utf8(sitemap::sitemap(&CONTENT, &settings).expect("a sitemap")).expect("UTF-8");
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    let pages = listed(&xml);

    let address = |lang: Lang, route: &Route| format!("{ORIGIN}{}", route.href(BASE, lang));
    let expected: BTreeMap<String, Vec<(String, String)>> = addresses(&CONTENT)
        .into_iter()
        .filter(|(_, route)| *route != Route::NotFound)
        .map(|(lang, route)| {
            let alternates = Lang::ALL.map(|other| (other.code().to_owned(), address(other, &route)));
            (address(lang, &route), alternates.to_vec())
        })
        .collect();
    assert_eq!(pages.len(), expected.len());
    assert_eq!(pages.into_iter().collect::<BTreeMap<_, _>>(), expected);
}

#[test]
fn robots_may_read_everything_and_learn_where_the_sitemap_is() {
    let robots = sitemap::robots(&settings(ORIGIN, BASE));
    let lines: Vec<&str> = robots.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["User-agent: *", "Allow: /", "Sitemap: https://example.org/ict4sdg/sitemap.xml"]);
}

#[test]
fn the_manifest_stays_under_the_base_path() {
    let manifest: Value = serde_json::from_str(&sitemap::manifest(&settings(ORIGIN, BASE))).expect("JSON");
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&Value::from(BASE), &Value::from(BASE)));
    let icons = manifest["icons"].as_array().expect("icons");
    assert!(!icons.is_empty());
    for icon in icons {
        let src = icon["src"].as_str().expect("an address");
        let file = src.strip_prefix(BASE).unwrap_or_else(|| panic!("{src} is outside {BASE}"));
        assert!(crate::common::project("public").join(file).is_file(), "{src} does not exist");
    }
    assert!(manifest["name"].as_str().is_some_and(|name| !name.is_empty()));
}

fn rows() -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let bytes = table::matrix(&CONTENT).expect("a table");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    (head, reader.records().map(|row| row.expect("a row of as many cells as the head")).collect())
}

#[test]
fn the_table_ends_in_source_licence_date_and_filters_on_every_row() {
    let (head, rows) = rows();
    let last: Vec<&str> = head.iter().skip(head.len() - 4).collect();
    assert_eq!(last, ["source", "licence", "as_of", "filters"]);
    assert_eq!(head.iter().collect::<BTreeSet<_>>().len(), head.len());
    assert_eq!(rows.len(), 124);
    for row in &rows {
        let last: Vec<&str> = row.iter().skip(row.len() - 4).collect();
        assert!(last[0].contains("uwi-matrix-app"), "{row:?}");
        assert_eq!(last[1..], ["CC BY 4.0", &CONTENT.as_of, ""], "{row:?}");
    }
}

#[test]
fn the_table_says_of_each_link_what_the_data_say() {
    let (head, rows) = rows();
    let column = |name: &str| head.iter().position(|other| other == name).unwrap_or_else(|| panic!("no column {name}"));
    for (row, link) in rows.iter().zip(&CONTENT.links) {
        let cell = |name: &str| row[column(name)].to_owned();
        let targets: Vec<&str> = link.targets.iter().map(TargetCode::as_str).collect();
        assert_eq!(format!("{}-{}", cell("line"), cell("goal")), link.cell().to_string());
        assert_eq!(cell("targets"), targets.join(" "), "{}", link.cell());
        assert_eq!(cell("whole_goal"), link.whole.to_string(), "{}", link.cell());
        assert_eq!(cell("status"), link.status.as_str(), "{}", link.cell());
        assert_eq!(cell("rationale"), CONTENT.rationales[&Lang::En].rationales[&link.cell()], "{}", link.cell());
        for name in ["line_code", "line_title", "goal_title"] {
            assert!(!cell(name).is_empty(), "{}: {name} is empty", link.cell());
        }
    }
}

/// A cell that begins so would be run as a formula by spreadsheets.
#[test]
fn no_cell_of_the_table_is_a_formula() {
    let (_, rows) = rows();
    let formulas: Vec<&str> =
        rows.iter().flat_map(csv::StringRecord::iter).filter(|cell| cell.starts_with(['=', '+', '-', '@'])).collect();
    assert_eq!(formulas, Vec::<&str>::new());
}
