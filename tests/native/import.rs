//! Importing a list of other people's entries.

use std::{collections::BTreeMap, fs, path::Path};

use ict4sdg::{
    domain::story::{Origin, StoryFile},
    site::import::{import, write_rejects},
};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::common::project;

const HEAD: &str = "Project ID,Title,Description,Organization,Kind,Countries,Start,End,Action Lines,SDGs,Link,Language";

/// A copy of the project's data to import into.
fn data() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in WalkDir::new(project("public/data")).into_iter().filter_map(Result::ok) {
        let target = folder.path().join(entry.path().strip_prefix(project("public/data")).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
    folder
}

fn mapping() -> std::path::PathBuf {
    project("tests/import/mapping.json")
}

fn good(number: usize) -> String {
    format!(
        "{number},Project {number},\"It helps, a lot\",Organisation {number},Gov,Kenya; UG,2015,2018,C2; E-agriculture,\
         SDG 2; Goal 9: Industry,https://list.example/{number},EN"
    )
}

/// Ways in which a row can be bad, with a word of the reason.
const BAD: [(&str, &str); 10] = [
    (",T,S,O,Gov,Kenya,2015,,C2,2,https://a.b/,", "address"),
    ("b,,S,O,Gov,Kenya,2015,,C2,2,https://a.b/,", "title is empty"),
    ("c,T,S,O,Club,Kenya,2015,,C2,2,https://a.b/,", "type “Club”"),
    ("d,T,S,O,Gov,Atlantis,2015,,C2,2,https://a.b/,", "country “Atlantis”"),
    ("e,T,S,O,Gov,Kenya,soon,,C2,2,https://a.b/,", "year “soon”"),
    ("f,T,S,O,Gov,Kenya,2018,2015,C2,2,https://a.b/,", "ends before"),
    ("g,T,S,O,Gov,Kenya,2015,,C99,2,https://a.b/,", "line “C99”"),
    ("h,T,S,O,Gov,Kenya,2015,,C2,SDG 40,https://a.b/,", "goal “SDG 40”"),
    ("i,T,S,O,Gov,Kenya,2015,,C2,2,javascript:alert(1),", "address"),
    ("j,T,S,O,Gov,Kenya,2015,,C2,2,https://a.b/,de", "language “de”"),
];

fn written(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder.join("case-studies")).expect("the folder");
    let all = files.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    all.map(|path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a text"))
    })
    .collect()
}

#[test]
fn ten_thousand_rows_with_one_in_a_hundred_bad() {
    let folder = data();
    let before = written(folder.path()).len();
    let rows: Vec<String> = (0..10_000)
        .map(|number| if number % 100 == 99 { BAD[number / 100 % BAD.len()].0.to_owned() } else { good(number) })
        .collect();
    let export = folder.path().join("export.csv");
    fs::write(&export, format!("\u{feff}{HEAD}\r\n{}\r\n", rows.join("\r\n"))).expect("the export");

    let first = import(&export, &mapping(), folder.path()).expect("an import");
    assert_eq!((first.written, first.unchanged, first.rejected.len()), (9_900, 0, 100));
    for (rejected, (_, word)) in first.rejected.iter().zip(BAD.iter().cycle()) {
        assert!(rejected.reasons.iter().any(|reason| reason.contains(word)), "{:?}: {word}", rejected.reasons);
        assert_eq!(rejected.row.number % 100, 1, "rows are numbered as in a spreadsheet");
    }
    let after = written(folder.path());
    assert_eq!(after.len(), before + 9_900);

    let second = import(&export, &mapping(), folder.path()).expect("an import");
    assert_eq!((second.written, second.unchanged, second.rejected.len()), (0, 9_900, 100));
    assert_eq!(written(folder.path()), after, "running it twice changes nothing");

    let rejects = folder.path().join("rejects.csv");
    write_rejects(&first.rejected, &rejects).expect("the rejects");
    let table: Vec<_> = csv::Reader::from_path(&rejects).expect("a table").into_records().collect();
    assert_eq!(table.len(), 100);
    assert_eq!(&table[0].as_ref().expect("a row")[0], "101");
}

#[test]
fn an_entry_says_where_it_comes_from_and_holds_what_the_row_said() {
    let folder = data();
    let export = folder.path().join("export.csv");
    fs::write(&export, format!("{HEAD}\n{}\n", good(7))).expect("the export");
    import(&export, &mapping(), folder.path()).expect("an import");
    let text = &written(folder.path())["list-7.json"];
    let story = serde_json::from_str::<StoryFile>(text).expect("a case study").data;
    assert_eq!(story.origin, Origin::Imported);
    assert_eq!(story.original.expect("the original").url.as_str(), "https://list.example/7");
    let lines: Vec<&str> = story.lines.iter().map(ict4sdg::domain::ids::LineId::as_str).collect();
    assert_eq!(lines, ["c2", "c7-eagr"]);
    assert_eq!(story.goals.iter().map(|goal| goal.number()).collect::<Vec<_>>(), [2, 9]);
    assert_eq!(story.countries.iter().map(ToString::to_string).collect::<Vec<_>>(), ["KE", "UG"]);
    assert_eq!((story.years.from, story.years.to), (2015, Some(2018)));
}

#[test]
fn hostile_text_goes_in_harmless_or_not_at_all() {
    let folder = data();
    let export = folder.path().join("export.csv");
    let long = "x".repeat(10_000);
    let rows = [
        "a,<script>alert(1)</script>,S \u{202e}evil\u{0} 🙂,O,Gov,global,2015,,C2,2,https://a.b/,".to_owned(),
        format!("b,{long},S,O,Gov,Kenya,2015,,C2,2,https://a.b/,"),
        format!("c,T,{long},O,Gov,Ivory Coast,2015,,C2,2,https://a.b/,"),
    ];
    fs::write(&export, format!("{HEAD}\n{}\n", rows.join("\n"))).expect("the export");
    let outcome = import(&export, &mapping(), folder.path()).expect("an import");
    assert_eq!((outcome.written, outcome.rejected.len()), (2, 1));
    assert!(outcome.rejected[0].reasons[0].contains("10000 characters"), "{:?}", outcome.rejected[0].reasons);
    let all = written(folder.path());
    let story = |name: &str| serde_json::from_str::<StoryFile>(&all[name]).expect("a case study").data;
    assert_eq!(story("list-a.json").summary, "S evil 🙂");
    assert_eq!(story("list-a.json").title, "<script>alert(1)</script>", "a text like any other: pages escape it");
    assert!(story("list-c.json").summary.chars().count() <= 1_200 && story("list-c.json").summary.ends_with('…'));
    assert_eq!(story("list-c.json").countries[0].to_string(), "CI");
}

#[test]
fn ours_are_never_overwritten_and_an_id_goes_in_once() {
    let folder = data();
    let ours = folder.path().join("case-studies/list-1.json");
    let text = fs::read_to_string(project("public/data/case-studies/giga.json")).expect("a case study");
    fs::write(&ours, text.replace("\"id\": \"giga\"", "\"id\": \"list-1\"")).expect("one of ours");
    let before = fs::read_to_string(&ours).expect("it");
    let export = folder.path().join("export.json");
    let row = |id: &str| {
        let head =
            HEAD.split(',').zip(["", "T", "S", "O", "NGO", "Nepal", "2015-05-01", "", "c2", "9", "https://a.b/", ""]);
        let mut row: BTreeMap<&str, &str> = head.collect();
        row.insert("Project ID", id);
        serde_json::to_value(row).expect("a row")
    };
    fs::write(&export, serde_json::Value::Array(vec![row("1"), row("2"), row("2")]).to_string()).expect("the export");
    let outcome = import(&export, &mapping(), folder.path()).expect("an import");
    assert_eq!((outcome.written, outcome.rejected.len()), (1, 2));
    assert!(outcome.rejected[0].reasons[0].contains("ours"));
    assert!(outcome.rejected[1].reasons[0].contains("same id as row 2"));
    assert_eq!(fs::read_to_string(&ours).expect("it"), before);
}

#[test]
fn a_broken_export_or_mapping_is_told() {
    let folder = data();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{").expect("a file");
    assert!(import(&broken, &mapping(), folder.path()).is_err());
    assert!(import(&folder.path().join("missing.csv"), &mapping(), folder.path()).is_err());
    assert!(import(&broken, &broken, folder.path()).is_err());
}
