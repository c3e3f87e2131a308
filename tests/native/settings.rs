//! What a build may be told, and what the tool answers.

use std::process::{Command, Output};

use clap::Parser;
use ict4sdg::site::settings::Settings;

use crate::{
    broken::DataCopy,
    common::project,
    faults::{FAULTS, Fault},
};

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
}

/// The settings that the arguments give; what is not given is as in a build that says nothing.
fn parse(arguments: &[&str]) -> Result<Settings, String> {
    let given = |name: &str| arguments.iter().any(|argument| argument.starts_with(name));
    let rest = ["--origin=http://localhost:8080", "--base=/", "--contact="];
    let rest = rest.into_iter().filter(|default| !given(default.split('=').next().unwrap_or_default()));
    let all = ["site"].into_iter().chain(arguments.iter().copied()).chain(rest);
    Cli::try_parse_from(all).map(|cli| cli.settings).map_err(|error| error.to_string())
}

fn refusal(argument: &str) -> String {
    match parse(&[argument]) {
        Ok(settings) => panic!("{argument} is taken as {settings:?}"),
        Err(message) => message,
    }
}

fn site(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.args(arguments).current_dir(project(""));
    for name in ["ORIGIN", "BASE_PATH", "CONTACT", "TRUNK_STAGING_DIR", "SITE_DEV", "PORT"] {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied()).output().expect("the tool runs")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_origin_is_a_scheme_and_a_host() {
    let origin = |text: &str| parse(&[&format!("--origin={text}")]).expect(text).origin;
    assert_eq!(origin("https://example.org"), "https://example.org");
    assert_eq!(origin("https://example.org/"), "https://example.org");
    assert_eq!(origin("http://localhost:8080"), "http://localhost:8080");
    for text in [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https:///",
        "https://example.org/path",
        "https://example.org?x",
        "https://example.org#x",
        "https://exam ple.org",
        "https://a\"b",
        "https://a<b",
        "https://a>b",
        "https://a&b",
        "https://a'b",
        "https://a\nb",
        "javascript:alert(1)",
    ] {
        assert!(refusal(&format!("--origin={text}")).contains("an origin "), "{text}");
    }
}

#[test]
fn a_base_path_has_slashes_at_both_ends() {
    let base = |text: &str| parse(&[&format!("--base={text}")]).expect(text).base;
    for text in ["ict4sdg", "/ict4sdg", "ict4sdg/", "/ict4sdg/"] {
        assert_eq!(base(text), "/ict4sdg/");
    }
    assert_eq!(base("/"), "/");
    assert_eq!(base(""), "/");
    assert_eq!(base("/a/b-c/v1.0/"), "/a/b-c/v1.0/");
    for text in
        ["/a b/", "/../x/", "/a/../b/", "/a//b/", "/a?b/", "/a#b/", "/a\"b/", "/a<b/", "/ä/", "/a/./b/", "/a\nb/"]
    {
        assert!(refusal(&format!("--base={text}")).contains("a base path is made of"), "{text}");
    }
}

#[test]
fn a_contact_is_one_mail_address_or_nothing() {
    let contact = |text: &str| parse(&[&format!("--contact={text}")]).expect(text).contact;
    assert_eq!(contact("team@example.org"), "team@example.org");
    assert_eq!(contact("a.b+c@ex-ample.org"), "a.b+c@ex-ample.org");
    assert_eq!(contact(""), "");
    for text in [
        "nobody",
        "@",
        "@example.org",
        "team@",
        "a@b@c",
        "a b@c",
        "mailto:a@b",
        "a@b?subject=x",
        "a@b,c@d",
        "<a@b>",
        " ",
    ] {
        assert!(refusal(&format!("--contact={text}")).contains("a contact is one mail address"), "{text}");
    }
}

#[test]
fn an_absolute_address_is_origin_and_path() {
    let settings = parse(&["--origin=https://example.org/", "--base=x"]).expect("settings");
    assert_eq!(settings.absolute("/x/en/"), "https://example.org/x/en/");
}

#[test]
fn bad_values_in_the_environment_stop_a_build_with_a_message() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dist = folder.path().to_str().expect("a path");
    for (name, value, hint) in [
        ("ORIGIN", "example.org", "an origin begins with http"),
        ("BASE_PATH", "/a b/", "a base path is made of"),
        ("CONTACT", "nobody", "a contact is one mail address"),
    ] {
        let output = site(&["render", "--dist", dist], &[(name, value)]);
        assert_eq!(output.status.code(), Some(2), "{name}={value}");
        assert!(errors(&output).contains(hint) && errors(&output).contains(value), "{}", errors(&output));
    }
    assert_eq!(folder.path().read_dir().expect("a folder").count(), 0, "something was written all the same");
}

#[test]
fn check_is_content_with_the_shipped_content() {
    let output = site(&["check"], &[]);
    assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for part in ["18 action lines", "17 goals", "169 targets", "124 links", "no problems"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn check_prints_every_problem_of_a_broken_copy_and_fails() {
    let copy = DataCopy::new();
    for fault in FAULTS {
        (fault.make)(&copy);
    }
    let root = copy.root().to_str().expect("a path");
    let output = site(&["check", root], &[]);
    assert_eq!(output.status.code(), Some(1));
    let printed = errors(&output);
    for Fault { file, place, what, .. } in FAULTS {
        let path = format!("{root}/{file}");
        let said = |line: &str| line.contains(&path) && line.contains(place) && line.contains(what);
        assert!(printed.lines().any(said), "{file} {place}: {what}\n{printed}");
    }
    assert!(printed.contains(&format!("{} problems", printed.lines().count() - 1)), "{printed}");
}

#[test]
fn check_of_a_folder_that_does_not_exist_fails_with_a_message() {
    let output = site(&["check", "no/such/folder"], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("no/such/folder/lines.json"), "{}", errors(&output));
}
