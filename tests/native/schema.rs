//! The published schemas against the files they describe. They are generated in every build, so they cannot be stale;
//! whether they fit is asked here.

use std::fs;

use ict4sdg::{
    domain::lang::Lang,
    site::{
        files::{AREAS, text_path, version_path},
        schema,
    },
};
use serde_json::{Map, Value, json};

use crate::common::{CONTENT, first_few, project};

/// Every authored file and the schema that describes it.
fn files() -> Vec<(String, String)> {
    let core = [
        "lines",
        "goals",
        "targets",
        "matrix",
        "sources",
        "country-names",
        "redirects",
        "withdrawn",
        "layers",
        "changes",
        "glossary",
        "embed",
    ]
    .map(|name| (format!("{name}.json"), name.to_owned()));
    let stories = CONTENT.stories.all.iter();
    let stories = stories.map(|story| (format!("case-studies/{}.json", story.id), "case-study".to_owned()));
    // A mapping of an import and a submission are not part of the data; examples lie beside the tests.
    let mapping = [
        ("../../tests/import/mapping.json".to_owned(), "import-mapping".to_owned()),
        ("../../tests/submissions/case.json".to_owned(), "submission".to_owned()),
    ];
    let related = ["activities.json", "campaign.json"].map(|file| (file.to_owned(), "related".to_owned()));
    let rationales = Lang::ALL.map(|lang| (format!("{}/matrix.json", lang.code()), "rationales".to_owned()));
    let texts = Lang::ALL.into_iter().flat_map(|lang| {
        AREAS.iter().map(move |area| {
            let kind = if ["accessibility", "privacy"].contains(area) { "prose" } else { area };
            (text_path(lang, area), format!("text-{kind}"))
        })
    });
    let versions = CONTENT.versions.iter().map(|version| (version_path(&version.id), "version".to_owned()));
    core.into_iter()
        .chain(versions)
        .chain(stories)
        .chain(mapping)
        .chain(related)
        .chain(rationales)
        .chain(texts)
        .collect()
}

fn schema_named(name: &str) -> Value {
    let all = schema::all();
    let (_, schema) = all.iter().find(|(other, _)| *other == name).unwrap_or_else(|| panic!("no schema “{name}”"));
    schema.as_value().clone()
}

fn read(file: &str) -> Value {
    let text = fs::read_to_string(project("public/data").join(file)).expect(file);
    serde_json::from_str(&text).expect(file)
}

/// What in `value` does not fit `schema`, with its place.
fn misfits_of(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// All schemas of objects with named fields, with their place: the file itself and its definitions.
fn records(schema: &Value) -> Vec<(String, &Map<String, Value>)> {
    let definitions = schema["$defs"].as_object().into_iter().flatten();
    let all = definitions.map(|(name, schema)| (name.clone(), schema)).chain([("the file".to_owned(), schema)]);
    all.filter_map(|(name, schema)| Some((name, schema.as_object().filter(|words| words.contains_key("properties"))?)))
        .collect()
}

#[test]
fn every_file_fits_its_schema() {
    let faults: Vec<String> = files()
        .into_iter()
        .flat_map(|(file, schema)| {
            let misfits = misfits_of(&schema_named(&schema), &read(&file));
            misfits.into_iter().map(move |misfit| format!("{file}{misfit}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", first_few(&faults));
}

type Change = fn(&mut Value);

#[test]
fn a_changed_file_does_not_fit() {
    let changes: [(&str, &str, Change); 7] = [
        ("matrix.json", "matrix", |file| file["surplus"] = json!(1)),
        ("matrix.json", "matrix", |file| file["links"][0]["surplus"] = json!(1)),
        ("matrix.json", "matrix", |file| file["links"][0]["status"] = json!("certain")),
        ("goals.json", "goals", |file| file["goals"][0]["title"]["de"] = json!("Keine Armut")),
        ("goals.json", "goals", |file| file["goals"][0]["number"] = json!("1")),
        ("en/text/cell.json", "text-cell", |file| drop(file.as_object_mut().and_then(|keys| keys.remove("title")))),
        ("en/text/common.json", "text-common", |file| file["count_links"]["five"] = json!("{n} links")),
    ];
    for (file, schema, change) in changes {
        let mut value = read(file);
        change(&mut value);
        assert_ne!(misfits_of(&schema_named(schema), &value), Vec::<String>::new(), "a change of {file}");
    }
}

#[test]
fn every_schema_describes_a_file_and_says_what_it_is() {
    let used: Vec<String> = files().into_iter().map(|(_, schema)| schema).collect();
    for (name, schema) in schema::all() {
        assert!(used.iter().any(|other| other == name), "{name} describes no file");
        assert_eq!(schema.get("$schema"), Some(&json!("https://json-schema.org/draft/2020-12/schema")), "{name}");
        let printed = schema::printed(&schema);
        assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), *schema.as_value(), "{name}");
    }
}

#[test]
fn every_record_is_explained_and_denies_unknown_fields() {
    for (name, schema) in schema::all() {
        let schema = schema.as_value();
        let records = records(schema);
        assert!(!records.is_empty(), "{name} describes no record");
        for (record, words) in records {
            let explained = words.get("description").and_then(Value::as_str).is_some_and(|text| text.len() > 5);
            assert!(explained, "{name}: {record} is not explained");
            assert_eq!(words.get("additionalProperties"), Some(&json!(false)), "{name}: {record} takes unknown fields");
        }
    }
}

/// Fields that do not explain themselves by their names.
#[test]
fn fields_that_need_it_are_explained() {
    let needed = [
        ("lines", "Line", &["code", "short", "title", "family", "sources"][..]),
        ("goals", "Goal", &["identifier", "colour"]),
        ("matrix", "the file", &["asOf", "documentSources"]),
        ("matrix", "Link", &["whole", "sources", "note"]),
        ("matrix", "Reading", &["source", "whole", "absent"]),
        ("sources", "Source", &["date", "kind"]),
    ];
    for (name, record, fields) in needed {
        let schema = schema_named(name);
        let records = records(&schema);
        let (_, words) = records.iter().find(|(other, _)| other == record).expect(record);
        for field in fields {
            let text = words["properties"][*field]["description"].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{name}: {record}.{field} is not explained");
        }
    }
}
