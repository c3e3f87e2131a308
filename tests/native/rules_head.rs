//! What the head of every page must say.

use std::collections::BTreeSet;

use base64::{Engine, prelude::BASE64_STANDARD};
use ict4sdg::{
    domain::lang::Lang,
    page::{Body, LinkInFull},
    route::Route,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    common::ORIGIN,
    html::{Seen, text},
    pages::Rule,
};

pub const RULES: &[Rule] = &[
    Rule {
        name: "says_its_language_and_direction",
        faults: language_and_direction,
        spoil: ("<html lang=\"en\" dir=\"ltr\">", "<html lang=\"en\" dir=\"rtl\">"),
    },
    Rule { name: "has_one_title", faults: title, spoil: ("</title>", "</title><title>Another</title>") },
    Rule {
        name: "has_a_description",
        faults: description,
        spoil: ("name=\"description\" content=\"", "name=\"description\" content=\" \" data-was=\""),
    },
    Rule {
        name: "has_its_canonical_address",
        faults: canonical,
        spoil: ("rel=\"canonical\" href=\"https://ict4sdg.example/en/", "rel=\"canonical\" href=\"/en/"),
    },
    Rule {
        name: "has_alternates_in_all_languages",
        faults: alternates,
        spoil: ("<link rel=\"alternate\" hreflang=\"ru\"", "<link rel=\"alternate\" hreflang=\"de\""),
    },
    Rule {
        name: "has_a_preview",
        faults: preview,
        spoil: ("property=\"og:image\" content=\"https://ict4sdg.example/", "property=\"og:image\" content=\"/"),
    },
    Rule {
        name: "links_data_with_the_identifiers_of_the_un",
        faults: linked_data,
        spoil: ("\"@id\":\"http://metadata.un.org/sdg/9.c\"", "\"@id\":\"http://metadata.un.org/sdg/9.b\""),
    },
    Rule {
        name: "allows_exactly_its_own_scripts",
        faults: policy,
        spoil: ("<script type=\"module\">", "<script type=\"module\">alert(1);"),
    },
];

/// The fault, if the thing is not as it should be.
fn unless(holds: bool, fault: impl FnOnce() -> String) -> Vec<String> {
    if holds { Vec::new() } else { vec![fault()] }
}

fn address(seen: &Seen, lang: Lang) -> String {
    format!("{ORIGIN}{}", seen.page.route.href(&seen.page.base, lang))
}

fn language_and_direction(seen: &Seen) -> Vec<String> {
    let lang = seen.page.lang;
    let (langs, dirs) = (seen.values("html", "lang"), seen.values("html", "dir"));
    unless(langs == [lang.code()] && dirs == [lang.dir()], || format!("lang {langs:?}, dir {dirs:?}"))
}

fn title(seen: &Seen) -> Vec<String> {
    let titles: Vec<String> = seen.all("head title").into_iter().map(text).collect();
    unless(titles.len() == 1 && titles[0].trim() != "#ICT4SDG" && !titles[0].is_empty(), || format!("{titles:?}"))
}

fn description(seen: &Seen) -> Vec<String> {
    let found = seen.values("head meta[name=description]", "content");
    unless(found.len() == 1 && !found[0].trim().is_empty(), || format!("{found:?}"))
}

/// Its own address; the 404 page has none, and asks not to be indexed.
fn canonical(seen: &Seen) -> Vec<String> {
    let found = seen.values("head link[rel=canonical]", "href");
    let robots = seen.values("head meta[name=robots]", "content");
    let holds = if seen.page.route == Route::NotFound {
        found.is_empty() && robots == ["noindex"]
    } else {
        found == [address(seen, seen.page.lang)] && robots.is_empty()
    };
    unless(holds, || format!("canonical {found:?}, robots {robots:?}"))
}

fn alternates(seen: &Seen) -> Vec<String> {
    let links = seen.all("head link[rel=alternate][hreflang]");
    let found: BTreeSet<(String, String)> = links
        .iter()
        .map(|link| {
            let of = |name| link.attr(name).unwrap_or_default().to_owned();
            (of("hreflang"), of("href"))
        })
        .collect();
    let mut expected: BTreeSet<_> =
        Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), address(seen, lang))).collect();
    expected.insert(("x-default".to_owned(), address(seen, Lang::En)));
    if seen.page.route == Route::NotFound {
        expected.clear();
    }
    unless(found == expected && links.len() == expected.len(), || format!("{found:?}"))
}

fn preview(seen: &Seen) -> Vec<String> {
    let one = |css: &str| match seen.values(css, "content").as_slice() {
        [only] => (*only).to_owned(),
        _ => String::new(),
    };
    let property = |name: &str| one(&format!("head meta[property=\"{name}\"]"));
    let title: String = seen.all("head title").into_iter().map(text).collect();
    let mut faults = Vec::new();
    let mut expect = |what: &str, found: String, holds: bool| {
        if !holds {
            faults.push(format!("{what} is “{found}”"));
        }
    };
    let found = property("og:title");
    expect("og:title", found.clone(), !title.is_empty() && found == title);
    let found = property("og:description");
    expect("og:description", found.clone(), !found.is_empty() && found == one("head meta[name=description]"));
    let found = property("og:image");
    let own = match seen.page.route {
        Route::Home | Route::Cell(_) | Route::Line(_) | Route::Goal(_) | Route::Story(_) => {
            seen.page.route.picture(seen.page.lang, "png")
        }
        _ => "share.png".to_owned(),
    };
    expect("og:image", found.clone(), found == format!("{ORIGIN}/{own}"));
    let size = (property("og:image:width"), property("og:image:height"));
    expect("size of og:image", format!("{size:?}"), size == ("1200".to_owned(), "630".to_owned()));
    expect("og:image:alt", property("og:image:alt"), !property("og:image:alt").is_empty());
    let found = property("og:url");
    expect("og:url", found.clone(), found == address(seen, seen.page.lang));
    let found = property("og:locale");
    let parts = found.split_once('_').unwrap_or_default();
    expect("og:locale", found.clone(), parts.0 == seen.page.lang.code() && parts.1.len() == 2);
    let found = one("head meta[name=\"twitter:card\"]");
    expect("twitter:card", found.clone(), found == "summary_large_image");
    faults
}

/// The goals and targets that a page is about, as the UN names them.
fn linked_data(seen: &Seen) -> Vec<String> {
    let id = |what: String| format!("http://metadata.un.org/sdg/{what}");
    let goals = |links: &[LinkInFull]| links.iter().map(|full| id(full.goal.id.to_string())).collect();
    let expected: BTreeSet<String> = match &seen.page.body {
        Body::Matrix(matrix) => matrix.goals.iter().map(|goal| id(goal.id.to_string())).collect(),
        Body::Cell(cell) => {
            let targets = cell.full.link.targets.iter().map(|code| id(code.to_string()));
            targets.chain([id(cell.full.goal.id.to_string())]).collect()
        }
        Body::Line(line) => goals(&line.links),
        Body::Goal(goal) => BTreeSet::from([goal.identifier.clone()]),
        Body::Story(story) => story.goals.iter().map(|goal| id(goal.what.id.to_string())).collect(),
        _ => BTreeSet::new(),
    };
    let scripts: Vec<String> =
        seen.all("script[type=\"application/ld+json\"]").iter().map(|script| script.text().collect()).collect();
    let [script] = scripts.as_slice() else {
        return vec![format!("{} scripts of linked data", scripts.len())];
    };
    let Ok(data) = serde_json::from_str::<Value>(script) else {
        return vec!["the linked data are not JSON".to_owned()];
    };
    let about = &data["@graph"][0];
    let named = about["about"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found: BTreeSet<String> = named.iter().filter_map(|thing| Some(thing["@id"].as_str()?.to_owned())).collect();
    let mut faults = unless(found == expected, || format!("is about {found:?}, not {expected:?}"));
    let here = address(seen, seen.page.lang);
    faults.extend(unless(data["@context"] == "https://schema.org" && about["url"] == here.as_str(), || {
        format!("@context {}, url {}", data["@context"], about["url"])
    }));
    faults
}

/// Each inline script is allowed by its hash, and nothing is allowed that is not there.
fn policy(seen: &Seen) -> Vec<String> {
    let policies = seen.values("head meta[http-equiv=\"Content-Security-Policy\"]", "content");
    let [policy] = policies.as_slice() else {
        return vec![format!("{} policies", policies.len())];
    };
    let is_code = |kind: Option<&str>| !kind.is_some_and(|kind| kind.ends_with("json"));
    let scripts = seen.all("script:not([src])").into_iter().filter(|script| is_code(script.attr("type")));
    let hashes: BTreeSet<String> = scripts
        .map(|script| {
            let code: String = script.text().collect();
            format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(code.as_bytes())))
        })
        .collect();
    let directive = |name: &str| policy.split(';').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix(' '));
    let allowed: BTreeSet<String> =
        directive("script-src").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    let mut expected = hashes.clone();
    expected.extend(["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned()]);
    let closed = directive("default-src") == Some("'none'") && directive("style-src") == Some("'self'");
    unless(!hashes.is_empty() && allowed == expected && closed && !policy.contains("unsafe-inline"), || {
        format!("policy {policy} for scripts {hashes:?}")
    })
}
