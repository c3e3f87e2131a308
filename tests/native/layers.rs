//! The layers of the explorer against the files they count.

use std::{collections::BTreeMap, fs};

use ict4sdg::{
    domain::{
        content::Confidence,
        ids::{CellId, LineId},
        lang::Lang,
    },
    page::{Body, LayerRef, Matrix},
    route::Route,
    site::{check::check, files::Files},
};
use serde_json::{Value, json};

use crate::{
    broken::DataCopy,
    common::{CONTENT, project, rendered},
};

fn matrix() -> &'static Matrix {
    match &rendered(Lang::En, &Route::Matrix).page.body {
        Body::Matrix(matrix) => matrix,
        other => panic!("the explorer, not {other:?}"),
    }
}

fn layer(id: &str) -> &'static LayerRef {
    matrix().layers.iter().find(|layer| layer.id == id).expect("a layer")
}

/// What a file says of each pair, read without the types of the site.
fn naive(file: &str, list: &str) -> BTreeMap<String, usize> {
    let text = fs::read_to_string(project("public/data").join(file)).expect("a file");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let mut counts = BTreeMap::new();
    for one in value[list].as_array().expect("a list") {
        if one["ties"]["goals"] == "matrix" {
            continue;
        }
        for line in one["lines"].as_array().expect("lines") {
            for goal in one["goals"].as_array().expect("goals") {
                *counts.entry(format!("{}-{goal}", line.as_str().expect("a line"))).or_default() += 1;
            }
        }
    }
    counts
}

fn of_cases() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for story in &CONTENT.stories.all {
        for line in &story.lines {
            for goal in &story.goals {
                *counts.entry(format!("{line}-{goal}")).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn every_pair_is_counted_as_often_as_its_files_name_it() {
    for (id, counts) in [
        ("activities", naive("activities.json", "activities")),
        ("forum", naive("campaign.json", "sessions")),
        ("cases", of_cases()),
    ] {
        let layer = layer(id);
        for link in &matrix().links {
            let expected = counts.get(&link.cell().to_string()).copied().unwrap_or_default();
            assert_eq!(matrix().count(layer, &link.cell()), expected, "{id} {}", link.cell());
        }
        let outside: BTreeMap<String, usize> = layer.outside().map(|(cell, count)| (cell.to_string(), count)).collect();
        let linked =
            |cell: &str| CellId::parse(cell).is_some_and(|cell| matrix().link(&cell.line, cell.goal).is_some());
        let expected: BTreeMap<String, usize> = counts.into_iter().filter(|(cell, _)| !linked(cell)).collect();
        assert_eq!(outside, expected, "{id}");
    }
}

#[test]
fn gaps_are_the_links_without_a_case_study() {
    let counts = of_cases();
    for link in &matrix().links {
        let gap = !counts.contains_key(&link.cell().to_string());
        assert_eq!(matrix().count(layer("gaps"), &link.cell()), usize::from(gap), "{}", link.cell());
    }
    assert_eq!(layer("gaps").outside().count(), 0);
}

/// A session whose goals are those of the matrix itself is listed on the page of its line, and says why it is not counted.
#[test]
fn what_only_repeats_the_matrix_is_listed_and_not_counted() {
    let Body::Line(line) = &rendered(Lang::En, &Route::Line(LineId::parse("c7-eenv").expect("a line"))).page.body
    else {
        panic!("a line")
    };
    let sessions = line.related.iter().find(|list| list.id == "forum").expect("sessions");
    assert!(sessions.items.iter().any(|item| !item.remarks.is_empty()), "{sessions:?}");
    assert!(sessions.items.iter().any(|item| item.remarks.is_empty()), "{sessions:?}");
}

/// What is listed names its sources on the same page, and what comes from memory says so.
#[test]
fn what_is_listed_rests_on_sources_that_are_shown() {
    for line in &CONTENT.lines {
        let Body::Line(page) = &rendered(Lang::Es, &Route::Line(line.id.clone())).page.body else { panic!("a line") };
        for one in CONTENT.related.values().flatten().filter(|one| one.lines.contains(&line.id)) {
            for id in &one.sources {
                assert!(page.sources.iter().any(|source| source.id == *id), "{}: {id}", line.id);
            }
            let listed = page.related.iter().flat_map(|list| &list.items).find(|item| item.title == one.title);
            let recalled = one.confidence == Confidence::Recalled;
            assert_eq!(listed.expect("an item").remarks.contains(&page.text.recalled), recalled, "{}", one.title);
        }
    }
}

#[test]
fn the_list_behind_a_count_is_on_the_page_it_leads_to() {
    for id in ["activities", "forum"] {
        for link in &matrix().links {
            let Body::Cell(cell) = &rendered(Lang::Ar, &Route::Cell(link.cell())).page.body else { panic!("a link") };
            let listed = cell.related.iter().find(|list| list.id == id).map_or(0, |list| list.items.len());
            assert_eq!(listed, matrix().count(layer(id), &link.cell()), "{id} {}", link.cell());
        }
    }
}

/// A relation is one file and one entry.
#[test]
fn a_new_relation_needs_a_file_and_an_entry_and_no_code() {
    let copy = DataCopy::new();
    let words = |text: &str| {
        Lang::ALL.iter().map(|lang| (lang.code().to_owned(), json!(text))).collect::<serde_json::Map<_, _>>()
    };
    let forms = json!({ "zero": "0", "one": "1", "two": "2", "few": "{n}", "many": "{n}", "other": "{n}" });
    let unit: serde_json::Map<_, _> = Lang::ALL.iter().map(|lang| (lang.code().to_owned(), forms.clone())).collect();
    copy.edit("layers.json", |file| {
        let entry = json!({ "id": "films", "from": "films.json", "name": words("Films"), "lead": words("Films."), "unit": unit });
        file["layers"].as_array_mut().expect("layers").push(entry);
    });
    let film = json!({
        "id": "one", "title": "A film", "within": "A festival", "lines": ["c9"], "goals": [16, 17],
        "ties": { "lines": "source", "goals": "editorial" }, "sources": [CONTENT.sources[0].id], "confidence": "confirmed",
    });
    fs::write(copy.root().join("films.json"), json!({ "films": [film] }).to_string()).expect("a file");
    let files = Files::read(copy.root(), &project("target/site"));
    let (problems, _) = check(&files);
    assert!(problems.is_empty(), "{problems:?}");
    let content = ict4sdg::site::pages::Content::complete(files, crate::common::TODAY).expect("complete content");
    let counts = ict4sdg::site::layers::counts(&content, content.layers.last().expect("a layer"));
    assert_eq!(counts.keys().map(CellId::to_string).collect::<Vec<_>>(), ["c9-16", "c9-17"]);
}

#[test]
fn faults_of_layers_and_lists_are_told_with_their_place() {
    type Change = fn(&mut Value);
    let faults: [(&str, Change, &str); 7] = [
        ("layers.json", |file| file["layers"][1]["from"] = json!("nowhere.json"), "nowhere.json"),
        ("layers.json", |file| file["layers"][1]["from"] = json!("activities.json#none"), "has no list “none”"),
        ("layers.json", |file| file["layers"][0]["id"] = json!("links"), "is taken"),
        (
            "layers.json",
            |file| file["layers"][0]["unit"]["ru"] = json!({ "other": "{n}" }),
            "lacks a plural form in ru",
        ),
        ("activities.json", |file| file["activities"][0]["goals"] = json!([99]), "99"),
        ("activities.json", |file| file["activities"][0]["lines"] = json!(["c99"]), "there is no action line c99"),
        ("campaign.json", |file| file["sessions"][0]["sources"] = json!(["nobody"]), "there is no source “nobody”"),
    ];
    for (file, change, expected) in faults {
        let copy = DataCopy::new();
        copy.edit(file, change);
        let found: Vec<String> = copy.problems().iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|line| line.contains(expected)), "{expected}: {found:?}");
    }
}

/// The axes are data: a nineteenth line needs its record, its links, reasons and changes, and no code.
#[test]
fn a_nineteenth_line_needs_files_and_no_code() {
    let copy = DataCopy::new();
    copy.edit("lines.json", |file| {
        let lines = file["lines"].as_array_mut().expect("lines");
        let mut line = lines.last().expect("a line").clone();
        line["id"] = json!("c12");
        line["code"] = json!("C12");
        lines.push(line);
    });
    copy.edit("matrix.json", |file| {
        let links = file["links"].as_array_mut().expect("links");
        let mut link = links.last().expect("a link").clone();
        link["line"] = json!("c12");
        links.push(link);
    });
    for lang in Lang::ALL {
        copy.edit(&format!("{}/matrix.json", lang.code()), |file| {
            let rationales = file["rationales"].as_object_mut().expect("rationales");
            let like = rationales["c11-17"].clone();
            rationales.insert("c12-17".to_owned(), like);
        });
    }
    copy.edit("changes.json", |file| {
        file["changes"][0]["cells"].as_array_mut().expect("cells").push(json!("c12-17"));
    });
    let files = Files::read(copy.root(), &project("target/site"));
    let (problems, _) = check(&files);
    assert!(problems.is_empty(), "{problems:?}");
    let css = ict4sdg::site::style::axes(
        &files.lines.as_ref().expect("lines").lines,
        &files.goals.as_ref().expect("goals").goals,
    );
    assert!(css.contains("[data-lines~=\"c12\"]"), "the filter knows it");
    let content = ict4sdg::site::pages::Content::complete(files, crate::common::TODAY).expect("complete content");
    let settings = crate::common::settings(crate::common::ORIGIN, "/");
    let page = content.page(Lang::Fr, &Route::Matrix, &settings).expect("a page");
    let Body::Matrix(matrix) = &page.body else { panic!("the explorer") };
    assert_eq!(matrix.lines.len(), 19);
    assert!(content.routes(Lang::Ru).contains(&Route::Line(LineId::parse("c12").expect("a line"))));
    assert!(content.page(Lang::Zh, &Route::Cell(CellId::parse("c12-17").expect("a cell")), &settings).is_some());
}

/// Titles of changes, and a link that no change tells of.
#[test]
fn every_link_says_since_when_it_stands_here() {
    let copy = DataCopy::new();
    copy.edit("changes.json", |file| {
        let cells = file["changes"][0]["cells"].as_array_mut().expect("cells");
        cells.retain(|cell| cell != "c2-9");
    });
    let found: Vec<String> = copy.problems().iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|line| line.starts_with("changes.json c2-9")), "{found:?}");
    let settings = crate::common::settings(crate::common::ORIGIN, "/");
    for lang in Lang::ALL {
        let text = ict4sdg::site::changes_feed::atom(&CONTENT, lang, &settings);
        let feed: atom_syndication::Feed = text.parse().expect("Atom");
        assert_eq!(feed.entries.len(), CONTENT.changes.len());
        let newest = feed.entries.first().expect("an entry");
        assert_eq!(newest.title.as_str(), CONTENT.changes.last().expect("a change").what[&lang]);
    }
    let cell = rendered(Lang::En, &Route::Cell(CellId::parse("c2-9").expect("a cell")));
    assert!(cell.html.contains("Last changed on this site on 23 November 2026:"));
}

#[test]
fn a_text_that_departs_from_the_glossary_is_reported() {
    let copy = DataCopy::new();
    copy.edit("fr/text/line.json", |file| file["neighbours"] = json!("Les voies qui partagent le plus d’objectifs"));
    let found: Vec<String> = copy.problems().iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|line| line.contains("fr/text/line.json .neighbours: says “action line”")), "{found:?}");
}
