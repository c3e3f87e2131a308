//! The whole site, written under a base path and walked from its first page.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use ict4sdg::{
    domain::lang::Lang,
    site::{
        embed,
        previous::Previous,
        render::{self, Target},
        share,
    },
};
use rayon::prelude::*;
use scraper::Html;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::{
    broken::copy_folder,
    common::{CONTENT, CSS, JS, WASM, addresses as addresses_of, first_few, project, settings},
    html::selector,
};

const ORIGIN: &str = "https://example.org";
const BASE: &str = "/ict4sdg/";

/// What a walk over the links found.
struct Walk {
    /// Held so that the files stay.
    folder: TempDir,
    pages: usize,
    /// Every file that a link leads to, the pages themselves included.
    reached: BTreeSet<PathBuf>,
    /// What is wrong, each with the page where it stands.
    faults: Vec<String>,
}

static WALK: LazyLock<Walk> = LazyLock::new(|| {
    let content = &*CONTENT;
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy_folder(&project("public"), folder.path());
    for asset in [JS, WASM, CSS] {
        fs::write(folder.path().join(asset), "x").expect("an asset");
    }
    let target = Target {
        dist: folder.path().to_owned(),
        settings: settings(ORIGIN, BASE),
        work: folder.path().join("work"),
        previous: Previous::default(),
        reload: false,
    };
    let pages = render::site(content, &target).expect("the site is written");
    let posters = project("target/site/posters");
    share::write_all(content, &target.settings, folder.path(), &posters, &target.previous).expect("share pictures");

    let (mut reached, mut faults) = (BTreeSet::new(), Vec::new());
    let mut ahead = BTreeSet::from([folder.path().join("index.html")]);
    while !ahead.is_empty() {
        let found: Vec<Found> = ahead.par_iter().map(|page| read(folder.path(), page)).collect();
        reached.append(&mut ahead);
        for Found { pages, files, faults: more } in found {
            ahead.extend(pages.into_iter().filter(|page| !reached.contains(page)));
            reached.extend(files);
            faults.extend(more);
        }
    }
    Walk { folder, pages, reached, faults }
});

#[derive(Default)]
struct Found {
    pages: BTreeSet<PathBuf>,
    files: BTreeSet<PathBuf>,
    faults: Vec<String>,
}

/// Where the links of a written page lead.
fn read(root: &Path, page: &Path) -> Found {
    let html = fs::read_to_string(page).expect("a page");
    let here = page.strip_prefix(root).expect("a page of the site").display();
    let mut found = Found::default();
    for (what, address) in addresses(&html) {
        match file_of(root, &address) {
            Ok(Some(file)) if file.extension().is_some_and(|ending| ending == "html") => _ = found.pages.insert(file),
            Ok(Some(file)) => _ = found.files.insert(file),
            Ok(None) => {}
            Err(fault) => found.faults.push(format!("{here}: {what} {address} {fault}")),
        }
    }
    // In scripts and in the data of the page, too, nothing begins at the bare root.
    let bare = html.match_indices("\"/").filter(|(at, _)| !html[at + 1..].starts_with(BASE));
    let bare = bare.map(|(at, _)| html[at..].chars().take(40).collect::<String>());
    found.faults.extend(bare.map(|text| format!("{here}: {text} is outside {BASE}")));
    found
}

/// All addresses that stand in a page, with where they stand.
fn addresses(html: &str) -> Vec<(String, String)> {
    let document = Html::parse_document(html);
    let named = ["href", "src", "action", "content"];
    let addressed = selector("[href], [src], [action], meta[content]");
    let found = document.select(&addressed).flat_map(|element| {
        let name = element.value().name();
        element
            .value()
            .attrs()
            .filter(|(key, _)| named.contains(key))
            .map(move |(key, value)| (format!("{name}[{key}]"), value.to_owned()))
    });
    let is_address = |value: &str| ["/", "http", ".", "#", "mailto:"].iter().any(|start| value.starts_with(start));
    found.filter(|(what, value)| !what.starts_with("meta") || is_address(value)).collect()
}

/// The file an address of the site leads to; none for addresses elsewhere and within the page.
fn file_of(root: &Path, address: &str) -> Result<Option<PathBuf>, &'static str> {
    if address.starts_with('#') || address.starts_with("mailto:") {
        return Ok(None);
    }
    let path = match address.strip_prefix(ORIGIN) {
        Some(path) => path,
        None if address.starts_with("http://") || address.starts_with("https://") => return Ok(None),
        None => address,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let relative = path.strip_prefix(BASE).ok_or("is outside the base path")?;
    let index = if relative.is_empty() || relative.ends_with('/') { "index.html" } else { "" };
    let file = root.join(format!("{relative}{index}"));
    if file.is_file() { Ok(Some(file)) } else { Err("leads to no file") }
}

#[test]
fn every_address_begins_with_the_base_path_and_leads_to_a_file() {
    assert!(WALK.faults.is_empty(), "{}", first_few(&WALK.faults));
}

#[test]
fn every_page_is_reached_by_plain_links() {
    let root = WALK.folder.path();
    let written: BTreeSet<PathBuf> = WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        // Pages inside other sites are reached from there.
        .filter(|path| !path.starts_with(root.join("embed")))
        .collect();
    // Short addresses of lines, goals, links and case studies, `/` and `/404.html` have no language.
    let all = addresses_of(&CONTENT).len() + 18 + 17 + 124 + 46 + 2;
    let embedded: usize = Lang::ALL.into_iter().map(|lang| embed::routes(&CONTENT, lang).len()).sum();
    assert_eq!((written.len(), WALK.pages), (all, all + embedded));
    let lonely: Vec<String> = written
        .difference(&WALK.reached)
        .filter(|path| !path.ends_with("404.html"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(lonely.is_empty(), "{}", first_few(&lonely));
}

#[test]
fn the_open_data_are_reached_by_plain_links() {
    let root = WALK.folder.path();
    let core = ["matrix.json", "matrix.csv", "lines.json", "goals.json", "targets.json", "sources.json"];
    let rationales = ["ar", "en", "es", "fr", "ru", "zh"].map(|lang| format!("{lang}/matrix.json"));
    for file in core.map(str::to_owned).iter().chain(&rationales) {
        assert!(WALK.reached.contains(&root.join("data").join(file)), "data/{file}");
    }
}

#[test]
fn the_first_page_links_all_six_languages_without_script() {
    let html = fs::read_to_string(WALK.folder.path().join("index.html")).expect("the first page");
    let document = Html::parse_document(&html);
    let links: Vec<&str> = document.select(&selector("body a")).filter_map(|link| link.attr("href")).collect();
    assert_eq!(links, ["ar", "en", "es", "fr", "ru", "zh"].map(|lang| format!("{BASE}{lang}/")));
    assert_eq!(document.select(&selector("h1")).count(), 1);
}

#[test]
fn the_published_policy_allows_the_scripts_of_all_pages() {
    let root = WALK.folder.path();
    let served = fs::read_to_string(root.join(render::POLICY_FILE)).expect("the policy");
    for file in ["index.html", "404.html", "en/index.html", "ar/matrix/index.html", "fr/404.html"] {
        let html = fs::read_to_string(root.join(file)).expect(file);
        let own = Html::parse_document(&html)
            .select(&selector("meta[http-equiv=\"Content-Security-Policy\"]"))
            .filter_map(|meta| meta.attr("content").map(str::to_owned))
            .collect::<String>();
        let hashes: Vec<&str> = own.split([' ', ';']).filter(|part| part.starts_with("'sha256-")).collect();
        assert!(own.contains("default-src 'none'"), "{file} has no policy");
        assert_eq!(hashes.is_empty(), file == "404.html", "{file}: {own}");
        for hash in hashes {
            assert!(served.contains(hash), "{file}: {hash} is not in the policy that servers send");
        }
    }
}
