//! Files that cannot be read, or not as what they should be.

use ict4sdg::site::files::Files;
use serde_json::json;

use crate::broken::DataCopy;
use crate::common::project;

/// What hangs on an unreadable file is not reported a hundred times over.
#[test]
fn a_truncated_file_is_one_problem_and_hides_no_other_file() {
    let files = ["lines.json", "goals.json", "targets.json", "matrix.json", "sources.json", "en/matrix.json"];
    for file in files.into_iter().chain(["fr/matrix.json", "en/text/common.json", "zh/text/home.json"]) {
        let copy = DataCopy::new();
        copy.truncate(file);
        let problems = copy.problems();
        assert_eq!(problems.iter().map(|problem| problem.file.as_str()).collect::<Vec<_>>(), [file], "{problems:?}");
    }
}

#[test]
fn the_place_of_a_malformed_value_is_exact() {
    let copy = DataCopy::new();
    copy.edit("matrix.json", |matrix| matrix["links"][1]["targets"][1] = json!("three"));
    copy.edit("lines.json", |lines| lines["lines"][2]["facilitators"]["boss"] = json!("x"));
    copy.edit("goals.json", |goals| goals["goals"][0]["number"] = json!(0));
    copy.edit("en/text/common.json", |text| text["count_links"]["one"] = json!(1));
    let problems = copy.problems();
    let places: Vec<(&str, &str)> = problems.iter().map(|p| (p.file.as_str(), p.place.as_str())).collect();
    let expected = [
        ("en/text/common.json", "count_links.one"),
        ("goals.json", "goals[0].number"),
        ("lines.json", "lines[2].facilitators.boss"),
        ("matrix.json", "links[1].targets[1]"),
    ];
    assert_eq!(places, expected);
}

/// A file too large to be true is not even taken into memory to be compared with others.
#[test]
fn a_file_that_is_too_large_is_not_read() {
    let copy = DataCopy::new();
    let title = "x".repeat(6 * 1024 * 1024);
    copy.write("es/text/notfound.json", json!({ "title": title, "description": "x", "lead": "x" }).to_string());
    let files = Files::read(copy.root(), &project("target/site"));
    let problems: Vec<&str> = files.problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(problems, ["es/text/notfound.json"]);
    let kept = files.raw_texts.keys().filter(|(lang, area)| lang.code() == "es" && *area == "notfound").count();
    assert_eq!(kept, 0, "it was read all the same");
}
