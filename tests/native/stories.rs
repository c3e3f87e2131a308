//! The case studies as they are shipped, and what is done with broken or hostile ones.

use std::{collections::BTreeSet, fs};

use ict4sdg::{
    domain::{
        day::Day,
        lang::Lang,
        story::{Block, Origin},
    },
    page::Body,
    route::Route,
    site::{
        build::Assets,
        check, csv as table, data_package,
        document::{self, Frame},
        feeds::Feed,
        files::Files,
        pages::Content,
    },
};
use serde_json::Value;

use crate::common::{CONTENT, ORIGIN, TODAY, project, rendered, settings};

#[test]
fn there_are_46_researched_ones_told_in_all_six_languages() {
    assert_eq!(CONTENT.stories.all.len(), 46);
    for story in &CONTENT.stories.all {
        assert_eq!(story.origin, Origin::Researched, "{}", story.id);
        assert_eq!(story.langs().count(), 6, "{}", story.id);
        assert!(!story.sources.is_empty(), "{}", story.id);
    }
    assert_eq!(CONTENT.stories.all.iter().filter(|story| story.prize.is_some()).count(), 18);
}

#[test]
fn they_stand_newest_first() {
    let years: Vec<u16> = CONTENT.stories.all.iter().map(|story| story.years.from).collect();
    assert!(years.is_sorted_by(|a, b| a >= b), "{years:?}");
}

/// Names as the UN writes them, not as the CLDR does.
#[test]
fn the_state_of_palestine_is_called_so_and_the_page_says_why() {
    let country = ict4sdg::domain::names::Country::parse("PS").expect("a country");
    for (lang, name) in [(Lang::En, "State of Palestine"), (Lang::Fr, "État de Palestine"), (Lang::Zh, "巴勒斯坦国")]
    {
        let seen = rendered(lang, &Route::Country(country));
        let Body::Place(place) = &seen.page.body else { panic!("a place") };
        assert_eq!(place.name, name);
        assert!(seen.html.contains("UNTERM"), "{name} has no source");
    }
}

fn problems(change: impl Fn(&mut Value)) -> Vec<String> {
    problems_of("giga", change)
}

/// The problems that the check finds in a copy of the data, in which one case study is changed and called so.
fn problems_of(name: &str, change: impl Fn(&mut Value)) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in walkdir::WalkDir::new(project("public/data")).into_iter().filter_map(Result::ok) {
        let target = folder.path().join(entry.path().strip_prefix(project("public/data")).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
    let path = folder.path().join("case-studies/giga.json");
    let mut value: Value = serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON");
    change(&mut value["data"]);
    fs::write(folder.path().join(format!("case-studies/{name}.json")), value.to_string()).expect("a file");
    let (problems, _) = check::check(&Files::read(folder.path(), &project("target/site")));
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn no_case_study_takes_the_short_address_of_something_else() {
    for taken in ["c2-9", "c2", "9"] {
        let found = problems_of(taken, |story| story["id"] = taken.into());
        assert!(found.iter().any(|line| line.contains("short address")), "{taken}: {found:?}");
    }
}

#[test]
fn every_fault_of_a_case_study_is_told_with_file_and_place() {
    type Change = fn(&mut Value);
    let faults: [(Change, &str); 16] = [
        (|s| s["lines"] = serde_json::json!(["c99"]), "data.lines: there is no action line c99"),
        (|s| s["goals"] = serde_json::json!([9, 18]), "there is no goal 18"),
        (|s| s["targets"] = serde_json::json!(["9.z"]), "there is no target 9.z"),
        (|s| s["goals"] = serde_json::json!([]), "at least one"),
        (|s| s["countries"] = serde_json::json!(["XX"]), "there is no country XX"),
        (|s| s["countries"] = serde_json::json!(["KE"]), "never both"),
        (|s| s["years"] = serde_json::json!({"from": 2019, "to": 2015}), "data.years"),
        (|s| s["title"] = serde_json::json!(" "), "data.title: has 1 to"),
        (|s| s["title"] = serde_json::json!("a\u{202e}b"), "U+202E"),
        (
            |s| s["translations"]["fr"]["summary"] = serde_json::json!("a\u{0}b"),
            "data.translations.fr.summary: has the character U+0000",
        ),
        (|s| s["sources"] = serde_json::json!([]), "rests on sources"),
        (|s| s["sources"] = serde_json::json!(["nowhere"]), "there is no source “nowhere”"),
        (|s| s["links"] = serde_json::json!([{"url": "javascript:alert(1)"}]), "is not an address"),
        (
            |s| s["body"] = serde_json::json!([{"type": "figure", "image": "x.png", "alt": " "}]),
            "no text for those who do not see it",
        ),
        (|s| s["id"] = serde_json::json!("other"), "not the name of the file"),
        (|s| s["html"] = serde_json::json!("<b>"), "unknown field"),
    ];
    for (change, expected) in faults {
        let found = problems(change);
        let told = found.iter().any(|line| line.starts_with("case-studies/giga.json") && line.contains(expected))
            || found.iter().any(|line| line.starts_with("case-studies giga") && line.contains(expected));
        assert!(told, "{expected}: {found:?}");
    }
    assert_eq!(problems(|_| {}), Vec::<String>::new());
}

/// Atom and JSON Feed, read as a feed reader does.
#[test]
fn feeds_are_well_formed_and_lead_to_pages() {
    let settings = settings(ORIGIN, "/");
    let feeds = Feed::all(&CONTENT);
    assert_eq!(feeds.len(), 6 * 18);
    for feed in feeds {
        let atom: atom_syndication::Feed = feed.atom(&CONTENT, &settings).parse().expect("Atom");
        let json: Value = serde_json::from_str(&feed.json(&CONTENT, &settings)).expect("JSON");
        let items = json["items"].as_array().expect("items");
        let expected = match feed.goal {
            None => CONTENT.stories.all.len(),
            Some(goal) => CONTENT.stories.goals.get(&goal).map_or(0, Vec::len),
        };
        assert_eq!((atom.entries.len(), items.len()), (expected, expected), "{}", feed.path("atom"));
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        let ids: BTreeSet<&str> = atom.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), expected, "ids are unique");
        for (entry, item) in atom.entries.iter().zip(items) {
            assert_eq!(item["url"], entry.id.as_str());
            let path = entry.id.strip_prefix(ORIGIN).expect("our address");
            let (lang, Route::Story(slug)) = Route::parse(path, "/").expect("a path") else { panic!("{path}") };
            assert_eq!(lang, feed.lang);
            let told = CONTENT.stories.get(&slug).expect("a case study").told(lang);
            assert_eq!((entry.title.as_str(), item["title"].as_str()), (told.title, Some(told.title)));
        }
    }
}

#[test]
fn the_table_of_case_studies_is_clean() {
    let bytes = table::stories(&CONTENT).expect("a table");
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark"));
    let head = reader.headers().expect("a head").clone();
    assert_eq!(head.iter().skip(head.len() - 4).collect::<Vec<_>>(), ["source", "licence", "as_of", "filters"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 46);
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

/// Every table that is described has the columns of its description, and cells of their types.
#[test]
fn the_tables_are_as_they_are_described() {
    let described = data_package::all(&CONTENT, &settings(ORIGIN, "/"));
    let package: Value = serde_json::from_str(&described[0].1).expect("JSON");
    let tables = [
        ("matrix.csv", table::matrix(&CONTENT).expect("a table")),
        ("case-studies.csv", table::stories(&CONTENT).expect("a table")),
    ];
    for (name, bytes) in tables {
        let resources = package["resources"].as_array().expect("resources");
        let fields = &resources.iter().find(|one| one["path"] == name).expect(name)["schema"]["fields"];
        let mut reader =
            csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark"));
        let names: Vec<String> = reader.headers().expect("a head").iter().map(ToOwned::to_owned).collect();
        let of_fields: Vec<&str> =
            fields.as_array().expect("fields").iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(names, of_fields, "{name}");
        for row in reader.records().map(|row| row.expect("a row")) {
            for (cell, field) in row.iter().zip(fields.as_array().expect("fields")).filter(|(cell, _)| !cell.is_empty())
            {
                let fits = match field["type"].as_str().expect("a type") {
                    "integer" => cell.parse::<u32>().is_ok(),
                    "boolean" => ["true", "false"].contains(&cell),
                    "date" => Day::parse(cell).is_ok(),
                    _ => true,
                };
                assert!(fits, "{name} {field}: {cell}");
            }
        }
        let on_the_web = described.iter().find(|(file, _)| *file == format!("data/{name}-metadata.json")).expect(name);
        let metadata: Value = serde_json::from_str(&on_the_web.1).expect("JSON");
        let columns = metadata["tableSchema"]["columns"].as_array().expect("columns").iter();
        assert_eq!(columns.filter_map(|column| column["name"].as_str()).collect::<Vec<_>>(), names, "{name}");
    }
}

#[test]
fn a_case_study_checked_long_ago_says_so() {
    assert!(CONTENT.stories.all.iter().all(|story| story.confirmed <= TODAY));
    let story = rendered(Lang::En, &Route::Story(CONTENT.stories.all[0].id.clone()));
    assert!(story.html.contains("data-freshness=\"fresh\""));
}

/// Texts that would do harm if they were taken as markup.
#[test]
fn hostile_texts_are_shown_as_texts() {
    let mut files = crate::common::read_data();
    let hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
    let word = "x".repeat(10_000);
    let story = files.stories.first_mut().expect("a case study");
    let slug = story.id.clone();
    story.title = format!("{hostile} 🙂");
    story.summary = format!("{hostile} {word}");
    story.organisation = hostile.to_owned();
    story.body = vec![Block::Paragraph { text: hostile.to_owned() }, Block::List { items: vec![hostile.to_owned()] }];
    let content = Content::complete(files, TODAY).expect("complete content");
    let settings = settings(ORIGIN, "/");
    let assets = Assets { js: "a.js".into(), wasm: "a_bg.wasm".into(), css: "a.css".into(), css_integrity: "x".into() };
    let frame = Frame::new(assets, &crate::common::AXES, "/", None);
    for route in [Route::Story(slug.clone()), Route::Library(1), Route::Library(2)] {
        let page = content.page(Lang::En, &route, &settings).expect("a page");
        let html = document::of(&page, &frame, &settings);
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{route:?}");
        assert!(!html.contains("onerror=alert(2)\""), "{route:?}");
    }
    let page = content.page(Lang::En, &Route::Story(slug), &settings).expect("a page");
    let html = document::of(&page, &frame, &settings);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it is shown");
    for feed in Feed::all(&content).into_iter().filter(|feed| feed.lang == Lang::En) {
        assert!(!feed.atom(&content, &settings).contains("<script>"));
    }
}

#[test]
fn a_former_slug_leads_to_the_present_one() {
    let html = document::redirect("/en/case-studies/giga/", Lang::En, &settings(ORIGIN, "/"));
    assert!(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=/en/case-studies/giga/\">"));
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{ORIGIN}/en/case-studies/giga/\">")));
    assert!(html.contains("<a href=\"/en/case-studies/giga/\">"), "without refresh there is a link");
}
