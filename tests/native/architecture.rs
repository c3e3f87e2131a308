//! Rules of the house that no compiler keeps (docs/architecture.md).

use std::fs;

use walkdir::WalkDir;

use crate::common::project;

/// Files below a folder with one of the endings, as path and text. What tools write is left out.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let made = ["node_modules", "output", "target"];
    let all = WalkDir::new(project(folder)).sort_by_file_name().into_iter();
    let all = all.filter_entry(|entry| !made.iter().any(|name| entry.file_name() == *name));
    let files: Vec<(String, String)> = all
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.path().extension().is_some_and(|ending| endings.iter().any(|other| ending == *other)))
        .map(|entry| {
            let path = entry.path().strip_prefix(project("")).expect("a path of the project").display().to_string();
            (path, fs::read_to_string(entry.path()).expect("a text"))
        })
        .collect();
    assert!(!files.is_empty(), "there is nothing in {folder}");
    files
}

/// Lines that name one of the words, as `path:line: text`.
fn lines_with(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    let lines =
        files.iter().flat_map(|(path, text)| text.lines().enumerate().map(move |(at, line)| (path, at + 1, line)));
    let found = lines.filter(|(_, _, line)| words.iter().any(|word| line.contains(word)));
    found.map(|(path, at, line)| format!("{path}:{at}: {}", line.trim())).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn the_domain_knows_neither_rendering_nor_browser_nor_files_nor_clock() {
    let foreign =
        ["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen", "std::fs", "std::time", "std::net", "std::env"];
    assert_eq!(lines_with(&files("src/domain", &["rs"]), &foreign), NONE);
}

#[test]
fn the_domain_depends_on_nothing_of_the_site_but_itself() {
    let foreign = ["crate::app", "crate::browser", "crate::components", "crate::ctx", "crate::page", "crate::route"];
    let more = ["crate::site", "crate::store", "super::super"];
    let words: Vec<&str> = foreign.into_iter().chain(more).collect();
    assert_eq!(lines_with(&files("src/domain", &["rs"]), &words), NONE);
}

#[test]
fn only_the_browser_module_talks_to_the_browser() {
    let mut others = files("src", &["rs"]);
    let before = others.len();
    // The desk of the editors is an application of its own, for browsers only.
    others.retain(|(path, _)| {
        path != "src/browser.rs" && !path.starts_with("src/browser/") && !path.starts_with("src/staff/")
    });
    assert!(others.len() < before, "the module of the browser has moved");
    assert_eq!(lines_with(&others, &["web_sys", "js_sys", "gloo"]), NONE);
}

#[test]
fn pages_and_components_neither_read_files_nor_know_the_native_tool() {
    let mut views = files("src/components", &["rs"]);
    views.extend(files("src/pages", &["rs"]));
    assert_eq!(lines_with(&views, &["std::fs", "crate::site", "std::env", "std::process"]), NONE);
}

#[test]
fn nothing_panics_by_design_and_no_markup_is_taken_as_it_comes() {
    let found = lines_with(
        &files("src", &["rs"]),
        &["unwrap(", ".expect(", "inner_html", "todo!", "unimplemented!", "panic!", "dbg!", "unsafe "],
    );
    assert_eq!(found, NONE);
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let folders = ["src", "style", "tests", "scripts"];
    let endings = ["rs", "css", "ts", "mjs", "js", "sh"];
    let long: Vec<String> = folders
        .iter()
        .flat_map(|folder| files(folder, &endings))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > 400)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert_eq!(long, NONE);
}

/// Whether a declaration depends on left and right, or on the writing direction being horizontal.
fn is_physical(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else { return false };
    let (property, value) = (property.trim(), value.trim().trim_end_matches(';'));
    let sides = ["left", "right", "top", "bottom"];
    let by_side = property.split('-').any(|part| sides.contains(&part));
    let by_size = ["width", "height", "min-width", "min-height", "max-width", "max-height"].contains(&property);
    let by_value = ["text-align", "float", "clear"].contains(&property) && ["left", "right"].contains(&value);
    by_side || by_size || by_value
}

#[test]
fn styles_know_no_left_and_right() {
    let physical: Vec<String> = files("style", &["css"])
        .iter()
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(at, line)| (path, at + 1, line)))
        // A declaration may stand behind its selector on one line.
        .filter(|(_, _, line)| line.split(['{', '}', ';']).any(is_physical))
        .map(|(path, at, line)| format!("{path}:{at}: {}", line.trim()))
        .collect();
    assert_eq!(physical, NONE);
}

#[test]
fn a_physical_declaration_is_told_from_a_logical_one() {
    for physical in
        ["  margin-left: 1rem;", "left: 0", "width: 3rem;", "border-top-left-radius: 1px", "text-align: right;"]
    {
        assert!(is_physical(physical), "{physical}");
    }
    for logical in
        ["margin-inline-start: 1rem;", "stroke-width: 2;", "inset-inline: 0", "vertical-align: top;", "a:hover"]
    {
        assert!(!is_physical(logical), "{logical}");
    }
}

/// Colours of goals come from the data; no style sheet repeats one.
#[test]
fn styles_repeat_no_colour_of_a_goal() {
    let colours: Vec<&str> = crate::common::CONTENT.goals.iter().map(|goal| goal.colour.as_str()).collect();
    let lower: Vec<(String, String)> =
        files("style", &["css"]).into_iter().map(|(path, text)| (path, text.to_lowercase())).collect();
    let colours: Vec<String> = colours.into_iter().map(str::to_lowercase).collect();
    let words: Vec<&str> = colours.iter().map(String::as_str).collect();
    assert_eq!(lines_with(&lower, &words), NONE);
}

#[test]
fn style_sheets_are_all_in_use() {
    let main = fs::read_to_string(project("style/main.css")).expect("the main style sheet");
    let desk = fs::read_to_string(project("staff.html")).expect("the page of the editors' desk");
    let unused: Vec<String> = files("style", &["css"])
        .into_iter()
        .filter_map(|(path, _)| Some(path.strip_prefix("style/")?.to_owned()))
        .filter(|path| path != "main.css" && !main.contains(&format!("url(\"{path}\")")))
        .filter(|path| !desk.contains(&format!("href=\"style/{path}\"")))
        .collect();
    assert_eq!(unused, NONE);
}
