//! Content with a fault: every one is found, alone and among all the others, with its file and place.

use std::{fs, slice};

use ict4sdg::site::files::Problem;
use rayon::prelude::*;
use serde_json::json;

use crate::broken::{DataCopy, link, list, remove};

/// What is broken, where it must be reported, and a word of the report.
pub struct Fault {
    pub file: &'static str,
    pub place: &'static str,
    pub what: &'static str,
    pub make: fn(&DataCopy),
}

/// Faults that can stand side by side: none makes a file unreadable in which another one is to be found.
pub const FAULTS: &[Fault] = &[
    Fault {
        file: "matrix.json",
        place: "c1-3",
        what: "no target 3.99",
        make: |copy| {
            copy.edit("matrix.json", |matrix| link(matrix, "c1", 3)["targets"][0] = json!("3.99"));
        },
    },
    Fault {
        file: "matrix.json",
        place: "c2-9",
        what: "10.1 does not belong to goal 9",
        make: |copy| {
            copy.edit("matrix.json", |matrix| list(&mut link(matrix, "c2", 9)["targets"]).push(json!("10.1")));
        },
    },
    Fault {
        file: "matrix.json",
        place: "c6-16",
        what: "not in order",
        make: |copy| {
            copy.edit("matrix.json", |matrix| list(&mut link(matrix, "c6", 16)["targets"]).reverse());
        },
    },
    Fault {
        file: "matrix.json",
        place: "c1-1",
        what: "stands twice",
        make: |copy| {
            copy.edit("matrix.json", |matrix| {
                let twin = link(matrix, "c1", 1).clone();
                list(&mut matrix["links"]).push(twin);
            });
        },
    },
    Fault {
        file: "matrix.json",
        place: "c99-9",
        what: "no action line c99",
        make: |copy| {
            copy.edit("matrix.json", |matrix| {
                let mut stray = link(matrix, "c2", 9).clone();
                stray["line"] = json!("c99");
                list(&mut matrix["links"]).push(stray);
            });
        },
    },
    Fault {
        file: "matrix.json",
        place: "c8-9",
        what: "two readings",
        make: |copy| {
            copy.edit("matrix.json", |matrix| drop(list(&mut link(matrix, "c8", 9)["readings"]).remove(0)));
        },
    },
    Fault {
        file: "goals.json",
        place: "4",
        what: "no source “nobody”",
        make: |copy| {
            copy.edit("goals.json", |goals| list(&mut goals["goals"][3]["sources"]).push(json!("nobody")));
        },
    },
    Fault {
        file: "goals.json",
        place: "1.title",
        what: "no text in zh",
        make: |copy| {
            copy.edit("goals.json", |goals| remove(&mut goals["goals"][0]["title"], "zh"));
        },
    },
    Fault {
        file: "goals.json",
        place: "2.colour",
        what: "not a colour",
        make: |copy| {
            copy.edit("goals.json", |goals| goals["goals"][1]["colour"] = json!("red"));
        },
    },
    Fault {
        file: "sources.json",
        place: "idle",
        what: "nothing cites",
        make: |copy| {
            copy.edit("sources.json", |sources| {
                let mut idle = sources["sources"][0].clone();
                idle["id"] = json!("idle");
                list(&mut sources["sources"]).push(idle);
            });
        },
    },
    Fault {
        file: "targets.json",
        place: "1.1",
        what: "stands twice",
        make: |copy| {
            copy.edit("targets.json", |targets| {
                let twin = targets["targets"][0].clone();
                list(&mut targets["targets"]).insert(0, twin);
            });
        },
    },
    Fault {
        file: "en/matrix.json",
        place: "c3-4",
        what: "no rationale",
        make: |copy| {
            copy.edit("en/matrix.json", |file| remove(&mut file["rationales"], "c3-4"));
        },
    },
    Fault {
        file: "fr/matrix.json",
        place: "c1-2",
        what: "no such link",
        make: |copy| {
            copy.edit("fr/matrix.json", |file| file["rationales"]["c1-2"] = json!("Pourquoi pas ?"));
        },
    },
    Fault {
        file: "es/text/line.json",
        place: "",
        what: "missing field `family`",
        make: |copy| {
            copy.edit("es/text/line.json", |text| remove(text, "family"));
        },
    },
    Fault {
        file: "fr/text/cell.json",
        place: "surplus",
        what: "unknown field",
        make: |copy| {
            copy.edit("fr/text/cell.json", |text| text["surplus"] = json!("x"));
        },
    },
    Fault {
        file: "es/text/data.json",
        place: "files.stories_csv",
        what: "EOF",
        make: |copy| copy.cut_in("es/text/data.json", "stories_csv"),
    },
    Fault {
        file: "ru/text/common.json",
        place: "",
        what: "52428800 bytes",
        make: |copy| {
            let file = fs::OpenOptions::new().write(true).open(copy.path("ru/text/common.json")).expect("a file");
            file.set_len(50 * 1024 * 1024).expect("a large file");
        },
    },
    Fault {
        file: "ar/text/goal.json",
        place: "",
        what: "not UTF-8",
        make: |copy| {
            let mut bytes = copy.bytes("ar/text/goal.json");
            bytes.insert(20, 0xff);
            copy.write("ar/text/goal.json", bytes);
        },
    },
    Fault {
        file: "ru/text/explorer.json",
        place: "showing",
        what: "Few",
        make: |copy| {
            copy.edit("ru/text/explorer.json", |text| remove(&mut text["showing"], "few"));
        },
    },
    Fault {
        file: "ru/text/goal.json",
        place: "not_cited",
        what: "placeholders",
        make: |copy| {
            copy.edit("ru/text/goal.json", |text| text["not_cited"]["many"] = json!("много"));
        },
    },
    Fault {
        file: "fr/text/common.json",
        place: "goal_n",
        what: "placeholders",
        make: |copy| {
            copy.edit("fr/text/common.json", |text| text["goal_n"] = json!("Objectif"));
        },
    },
    Fault {
        file: "es/text/home.json",
        place: "headline",
        what: "is empty",
        make: |copy| {
            copy.edit("es/text/home.json", |text| text["headline"] = json!(" "));
        },
    },
    Fault {
        file: "es/text/home.json",
        place: "how",
        what: "entries",
        make: |copy| {
            copy.edit("es/text/home.json", |text| drop(list(&mut text["how"]).pop()));
        },
    },
    Fault {
        file: "es/text/notfound.json",
        place: "",
        what: "No such file",
        make: |copy| {
            fs::remove_file(copy.path("es/text/notfound.json")).expect("a file");
        },
    },
    Fault { file: "en/notes.txt", place: "", what: "nothing uses", make: |copy| copy.write("en/notes.txt", "x") },
];

fn not_reported(faults: &[Fault], problems: &[Problem]) -> Vec<String> {
    let is = |Fault { file, place, what, .. }: &Fault, problem: &Problem| {
        problem.file == *file && problem.place == *place && problem.what.contains(what)
    };
    let missed = faults.iter().filter(|fault| !problems.iter().any(|problem| is(fault, problem)));
    missed.map(|fault| format!("{} {}: {}", fault.file, fault.place, fault.what)).collect()
}

#[test]
fn each_fault_is_reported_with_its_file_and_place() {
    let missed: Vec<String> = FAULTS
        .par_iter()
        .flat_map_iter(|fault| {
            let copy = DataCopy::new();
            (fault.make)(&copy);
            let problems = copy.problems();
            not_reported(slice::from_ref(fault), &problems)
                .into_iter()
                .map(move |missed| format!("{missed}; reported: {problems:?}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn all_faults_at_once_are_all_reported() {
    let copy = DataCopy::new();
    assert_eq!(copy.problems(), [], "a copy that is not broken");
    for fault in FAULTS {
        (fault.make)(&copy);
    }
    let problems = copy.problems();
    let missed = not_reported(FAULTS, &problems);
    assert!(missed.is_empty(), "not reported:\n{}\nreported: {problems:#?}", missed.join("\n"));
}
