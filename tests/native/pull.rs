//! What an API has published, taken over into the data: whole, checked, and resumed where it was interrupted.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

use ict4sdg::site::{files::WORK, pull::pull};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{broken::DataCopy, common::project};

/// An answer: its status line, further headers, and its body.
type Answer = (&'static str, String, String);

/// Serves one answer a request, in their order, and notes what was asked for.
fn api(answers: Vec<Answer>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/v1/", listener.local_addr().expect("an address"));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let notes = asked.clone();
    thread::spawn(move || {
        for (status, headers, body) in answers {
            let (mut stream, _) = listener.accept().expect("a request");
            let mut request = [0; 4096];
            let length = stream.read(&mut request).expect("a request");
            let first = String::from_utf8_lossy(&request[..length]).lines().next().unwrap_or_default().to_owned();
            notes.lock().expect("the notes").push(first);
            let length = body.len();
            let answer =
                format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}");
            stream.write_all(answer.as_bytes()).expect("an answer");
        }
    });
    (address, asked)
}

const JSON: &str = "Content-Type: application/json\r\n";

fn page(records: &[Value], next: Option<&str>) -> Answer {
    // The host of the next page is the other side's opinion: only its query counts.
    let next = next.map(|query| format!("Next-Page: http://elsewhere.example/v1/x?{query}\r\n")).unwrap_or_default();
    ("200 OK", format!("{JSON}{next}"), json!({"data": records}).to_string())
}

/// A case study of ours as the engine tells it, under another name.
fn told(copy: &DataCopy, id: &str) -> Value {
    let file: Value = serde_json::from_slice(&copy.bytes("case-studies/plan-ceibal.json")).expect("JSON");
    let mut record = file["data"].clone();
    record["id"] = json!(id);
    record["last_modified"] = json!(1_795_000_000_000_u64);
    record["schema"] = json!(1_795_000_000_000_u64);
    record
}

/// A place for what a pull keeps, with what the check of the content needs.
fn work() -> TempDir {
    let work = tempfile::tempdir().expect("a folder");
    for name in ["places.json", "pictures.json"] {
        std::fs::copy(project(WORK).join(name), work.path().join(name)).expect(name);
    }
    work
}

#[test]
fn an_interrupted_pull_changes_nothing_and_goes_on_where_it_stopped() {
    let (copy, work) = (DataCopy::new(), work());
    let gone = json!({"id": "giga", "deleted": true, "last_modified": 1_795_000_000_000_u64});
    let mut bad = told(&copy, "bad-story");
    bad["lines"] = json!(["c99"]);
    let second = [told(&copy, "told-by-the-api"), told(&copy, "plan-ceibal"), gone, bad, json!({"id": "../x"})];
    let (address, asked) = api(vec![
        page(&[told(&copy, "first-page")], Some("_token=2")),
        ("503 Service Unavailable", JSON.to_owned(), "{}".to_owned()),
        page(&second, None),
    ]);
    pull(&address, copy.root(), work.path()).expect_err("the second page was not to be had");
    assert!(!copy.path("case-studies/first-page.json").exists(), "half a pull was written");
    let outcome = pull(&address, copy.root(), work.path()).expect("a whole pull");
    assert_eq!((outcome.written, outcome.unchanged, outcome.withdrawn, outcome.refused.len()), (2, 1, 1, 2));
    let asked = asked.lock().expect("the notes").clone();
    assert_eq!(asked.iter().filter(|line| line.contains("_since=1")).count(), 1, "the first page was asked for again");
    assert!(copy.path("case-studies/told-by-the-api.json").exists());
    assert!(!copy.path("case-studies/bad-story.json").exists() && !copy.path("case-studies/giga.json").exists());
    let withdrawn: Value = serde_json::from_slice(&copy.bytes("withdrawn.json")).expect("JSON");
    assert_eq!(withdrawn["stories"], json!([{"id": "giga", "on": "2026-11-18"}]));
}

#[test]
fn what_is_no_list_of_records_stops_a_pull() {
    for (headers, body) in [("Content-Type: text/html\r\n", "<html>"), (JSON, "{}"), (JSON, "[1")] {
        let (copy, work) = (DataCopy::new(), work());
        let (address, _) = api(vec![("200 OK", headers.to_owned(), body.to_owned())]);
        assert!(pull(&address, copy.root(), work.path()).is_err(), "{body}");
    }
}
