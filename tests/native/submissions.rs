//! What members send: what becomes of it, what is refused, and what the engine is told to refuse.

use std::{fs, path::Path};

use ict4sdg::{
    domain::{
        alike::{Sketch, likeness},
        ids::CellId,
        names::Slug,
        slug_for::slug_for,
        story::Block,
        submission::{Reference, Submission, SubmissionFile},
    },
    site::{api_schemas, files::WORK, submissions},
};
use serde_json::{Value, json};

use crate::{
    broken::DataCopy,
    common::{CONTENT, TODAY, project},
};

type Change = fn(&mut Value);

fn sample() -> Value {
    let text = fs::read_to_string(project("tests/submissions/case.json")).expect("the sample");
    serde_json::from_str(&text).expect("JSON")
}

fn submission() -> Submission {
    serde_json::from_value::<SubmissionFile>(sample()).expect("a submission").data
}

/// Writes a changed sample beside a copy of the data, and imports it there.
fn import(copy: &DataCopy, change: impl Fn(&mut Value)) -> Result<Slug, String> {
    let mut sent = sample();
    change(&mut sent["data"]);
    let file = copy.root().with_extension("sent.json");
    fs::write(&file, sent.to_string()).expect("a file");
    let done = submissions::import(&file, None, copy.root(), &project(WORK), TODAY);
    fs::remove_file(file).expect("the file");
    done
}

#[test]
fn a_handed_over_file_becomes_a_case_study_without_the_contact() {
    let copy = DataCopy::new();
    let slug = import(&copy, |_| ()).expect("a sound submission");
    assert_eq!(slug.as_str(), "prognoz-pogody-po-sms-dlya-rybakov");
    let text = String::from_utf8(copy.bytes(&format!("case-studies/{slug}.json"))).expect("text");
    let story: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(story["data"]["origin"], "submitted");
    assert_eq!(story["data"]["evidence"][1]["goal"], 17);
    assert_eq!(story["data"]["body"][1]["items"], json!(["Первая гавань", "Вторая гавань"]));
    for private in ["name@example.org", "Имя", "6f1f2c3a"] {
        assert!(!text.contains(private), "{private} is in the case study");
    }
    let image = story["data"]["body"][2]["image"].as_str().expect("a picture");
    assert!(copy.bytes(&format!("case-studies/images/{image}")).starts_with(b"\x89PNG"));
}

#[test]
fn what_is_wrong_is_refused_and_leaves_nothing_behind() {
    let refused: [(&str, Change); 8] = [
        ("title", |data| data["title"] = json!("x")),
        ("U+202E", |data| data["summary"] = json!(format!("{}\u{202e}", "word ".repeat(10)))),
        ("javascript:", |data| data["links"][0]["url"] = json!("javascript:alert(1)")),
        ("consent", |data| data["consent"] = json!(false)),
        ("website", |data| data["website"] = json!("https://spam.example")),
        ("goal 3", |data| data["evidence"][0]["goal"] = json!(3)),
        ("no action line", |data| data["lines"] = json!(["c99"])),
        ("picture", |data| data["pictures"][0]["data"] = json!("data:image/png;base64,PHN2Zz4=")),
    ];
    let copy = DataCopy::new();
    let before = names(copy.root());
    for (word, change) in refused {
        let reason = import(&copy, change).expect_err(word);
        assert!(reason.contains(word), "{word}: {reason}");
        assert_eq!(names(copy.root()), before, "{word} left something behind");
    }
}

fn names(root: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    files.filter(|entry| entry.file_type().is_file()).map(|entry| entry.path().display().to_string()).collect()
}

#[test]
fn a_taken_address_is_never_overwritten() {
    let copy = DataCopy::new();
    let slug = import(&copy, |_| ()).expect("a sound submission");
    let before = copy.bytes(&format!("case-studies/{slug}.json"));
    assert!(import(&copy, |data| data["organisation"] = json!("Another")).is_err());
    assert_eq!(copy.bytes(&format!("case-studies/{slug}.json")), before);
}

#[test]
fn the_body_is_read_as_paragraphs_and_lists() {
    let mut sent = submission();
    sent.body = "One\r\nline\r\n\r\n- a\n- b\n\n\n<b>not markup</b>".to_owned();
    sent.pictures.clear();
    let story = sent.story(Slug::parse("x").expect("a slug"), TODAY);
    let paragraph = |text: &str| Block::Paragraph { text: text.to_owned() };
    let list = Block::List { items: vec!["a".to_owned(), "b".to_owned()] };
    assert_eq!(story.body, [paragraph("One line"), list, paragraph("<b>not markup</b>")]);
}

#[test]
fn pairs_outside_the_matrix_are_told() {
    let linked: Vec<CellId> = CONTENT.links.iter().map(ict4sdg::domain::matrix::Link::cell).collect();
    let sent = submission();
    let outside = sent.outside(&linked);
    for line in &sent.lines {
        for goal in &sent.goals {
            let cell = CellId { line: line.clone(), goal: *goal };
            assert_eq!(outside.contains(&cell), !linked.contains(&cell), "{cell}");
        }
    }
}

#[test]
fn addresses_follow_from_titles_of_three_scripts_or_from_the_organisation() {
    let slug = |title: &str| slug_for(title, "Ministry", 2019).map(|slug| slug.to_string());
    assert_eq!(slug("Économie à l’école!").as_deref(), Some("economie-a-l-ecole"));
    assert_eq!(slug("Щит и меч").as_deref(), Some("shchit-i-mech"));
    assert_eq!(slug("مشروع").as_deref(), Some("ministry-2019"));
    assert_eq!(slug_for("案例", "机构", 2019).map(|slug| slug.to_string()).as_deref(), Some("2019"));
}

#[test]
fn a_reference_is_a_random_uuid_and_nothing_else() {
    assert!(Reference::parse("6f1f2c3a-4b5d-4e6f-8a7b-9c0d1e2f3a4b").is_ok());
    for text in ["", "6F1F2C3A-4B5D-4E6F-8A7B-9C0D1E2F3A4B", "6f1f2c3a-4b5d-1e6f-8a7b-9c0d1e2f3a4b", "../../etc/passwd"]
    {
        assert!(Reference::parse(text).is_err(), "{text}");
    }
}

#[test]
fn the_same_told_twice_is_alike_and_others_are_not() {
    let sketch = |title| Sketch { title, organisation: "Ministry of Fisheries", countries: &[], goals: &[2] };
    assert!(likeness(sketch("Weather by text message"), sketch("Weather forecasts by text message")) >= 40);
    let other = Sketch { title: "A library of seeds", organisation: "University", countries: &[], goals: &[15] };
    assert!(likeness(sketch("Weather by text message"), other) < 40);
    assert!(likeness(sketch("渔民天气预报"), sketch("渔民天气短信预报")) >= 40);
}

#[test]
fn the_engine_takes_our_case_studies_and_the_sample_and_refuses_what_we_refuse() {
    let schemas = api_schemas::all();
    let validator = |name: &str| {
        let (_, schema) = schemas.iter().find(|(other, _)| *other == name).expect(name);
        jsonschema::validator_for(schema).expect("a schema")
    };
    let stories = validator("case-studies");
    for story in &CONTENT.stories.all {
        let value = serde_json::to_value(story).expect("JSON");
        assert!(stories.is_valid(&value), "{}: {:?}", story.id, stories.validate(&value).err());
    }
    let submissions = validator("submissions");
    let mut sent = sample()["data"].clone();
    assert!(!submissions.is_valid(&sent), "a picture within the record is for files only");
    sent["pictures"] = json!([]);
    assert!(submissions.is_valid(&sent), "{:?}", submissions.validate(&sent).err());
    let changes: [Change; 6] = [
        |data| data["title"] = json!("Title\u{0}"),
        |data| data["links"][0]["url"] = json!("javascript:alert(1)"),
        |data| data["consent"] = json!(false),
        |data| data["website"] = json!("x"),
        |data| data["goals"] = json!([1, 2, 3, 4, 5, 6]),
        |data| data["surplus"] = json!(1),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut changed = sent.clone();
        change(&mut changed);
        assert!(!submissions.is_valid(&changed), "change {at} is let through");
    }
    let wish = json!({"id": sent["id"], "regards": sent["id"], "wish": "withdraw", "consent": true});
    assert!(submissions.is_valid(&wish));
}
