//! What other sites show of ours: pages in frames, oEmbed, the script for hosts, versions that stay.

use std::{collections::BTreeSet, fs};

use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use ict4sdg::{
    domain::{content::VersionFile, ids::CellId, lang::Lang},
    page::{Body, Kept},
    route::Route,
    site::{
        build::Assets,
        document::Frame,
        embed,
        files::{Files, version_path},
        headers, versions,
    },
};
use scraper::Html;
use sha2::{Digest, Sha384};
use std::io::Write;

use crate::{
    broken::copy_folder,
    common::{AXES, CONTENT, CSS, JS, ORIGIN, WASM, project, read_data, settings},
    html::selector,
};

fn frame() -> Frame {
    let assets =
        Assets { js: JS.to_owned(), wasm: WASM.to_owned(), css: CSS.to_owned(), css_integrity: "x".to_owned() };
    Frame::new(assets, &AXES, "/", None)
}

fn embedded(lang: Lang, route: &Route) -> String {
    let settings = settings(ORIGIN, "/");
    let page = CONTENT.embedded(lang, route, &settings).expect("a page that can be embedded");
    embed::document(&page, &CONTENT.versions, &frame(), &settings)
}

#[test]
fn everything_the_contract_names_can_be_embedded_in_each_language() {
    for lang in Lang::ALL {
        let paths: BTreeSet<String> =
            embed::routes(&CONTENT, lang).iter().map(|route| route.embed_href("/", lang)).collect();
        for path in ["matrix/", "matrix/c2/9/", "goals/17/", "lines/c7-eagr/", "case-studies/"] {
            assert!(paths.contains(&format!("/embed/{}/{path}", lang.code())), "{path} in {}", lang.code());
        }
        assert!(!paths.contains(&format!("/embed/{}/", lang.code())));
    }
}

#[test]
fn an_embedded_page_is_as_light_as_promised_and_has_no_frame_of_the_site() {
    for lang in Lang::ALL {
        for route in embed::routes(&CONTENT, lang) {
            let html = embedded(lang, &route);
            let document = Html::parse_document(&html);
            let count = |css: &str| document.select(&selector(css)).count();
            let path = route.embed_href("/", lang);
            assert_eq!(count(".bar, .footer, .share, .neighbours, .skip, .tour-line, .take"), 0, "{path}");
            assert_eq!((count("h1"), count("base[target=_blank]"), count(".embed-foot")), (1, 1, 1), "{path}");
            assert_eq!(count("meta[name=robots][content=noindex]"), 1, "{path}");
            // Only what the application changes loads it.
            let lively = matches!(route, Route::Matrix | Route::Library(1));
            assert_eq!(count("#page-data"), usize::from(lively), "{path}");
            let within = selector("a[href^='#']:not([target=_self])");
            assert_eq!(document.select(&within).count(), 0, "{path}");
        }
    }
}

#[test]
fn oembed_answers_are_whole_and_name_the_frame() {
    let settings = settings(ORIGIN, "/ict4sdg/");
    for lang in Lang::ALL {
        for route in embed::routes(&CONTENT, lang) {
            let page = CONTENT.embedded(lang, &route, &settings).expect("a page");
            let answer = embed::oembed(&page, &settings);
            let html = answer["html"].as_str().expect("html");
            let fragment = Html::parse_fragment(html);
            let frames: Vec<_> = fragment.select(&selector("iframe[title][width][height]")).collect();
            assert_eq!(frames.len(), 1, "{html}");
            let src = format!("{ORIGIN}{}", route.embed_href("/ict4sdg/", lang));
            assert_eq!(frames[0].attr("src"), Some(src.as_str()));
            assert_eq!(frames[0].attr("title"), answer["title"].as_str());
            assert!(answer["thumbnail_url"].as_str().is_some_and(|url| url.starts_with(ORIGIN)));
        }
    }
    assert_eq!(embed::oembed_file(&Route::Matrix, Lang::Fr), "oembed/fr/matrix.json");
}

/// Sites name a release with its integrity: one that changed would be refused by every one of them.
#[test]
fn released_scripts_never_change_and_stay_small() {
    let releases = read_data().embed.expect("embed.json").loaders;
    assert!(!releases.is_empty());
    for release in &releases {
        let path = project("public/embed").join(format!("v{}.js", release.version));
        let script = fs::read(&path).expect("a released script");
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&script)));
        assert_eq!(integrity, release.integrity, "{} was changed: release a new version", path.display());
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&script).expect("memory");
        let size = packed.finish().expect("memory").len();
        assert!(size <= 2_000, "{} takes {size} bytes", path.display());
    }
    let files = fs::read_dir(project("public/embed")).expect("the releases").count();
    assert_eq!(files, releases.len(), "a release without an entry in embed.json");
}

#[test]
fn only_embedded_pages_may_be_framed() {
    let policy = |path: &str| {
        let headers = headers::of(path, "default-src 'none'");
        headers.into_iter().find(|(name, _)| *name == "content-security-policy").map(|(_, value)| value)
    };
    let ends = |path: &str, end: &str| policy(path).is_some_and(|value| value.ends_with(end));
    for path in ["", "en/", "fr/matrix/", "en/embed/", "embed.js", "embeddings/", "s/c2/", "oembed/fr/matrix.json"] {
        assert!(ends(path, "; frame-ancestors 'none'"), "{path}");
    }
    for path in ["embed/en/matrix/", "embed/at/0123456789ab/en/matrix/"] {
        assert!(ends(path, "; frame-ancestors *"), "{path}");
    }
}

/// Where two rules fit, both hosts send both headers: a second policy would forbid what the first allows.
#[test]
fn the_file_of_headers_has_one_rule_a_path() {
    let files = ["embed.js", "icons.svg", "index.html", CSS].map(str::to_owned);
    let text = headers::file(&files, "/ict4sdg/", "default-src 'none'");
    let rules: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
    let fits = |rule: &str, path: &str| rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
    for path in ["", "index.html", "embed.js", CSS, "fr/matrix/", "embed/fr/matrix/", "data/matrix.json", "s/c2-9/"] {
        let path = format!("/ict4sdg/{path}");
        assert_eq!(rules.iter().filter(|rule| fits(rule, &path)).count(), 1, "{path}");
    }
    let after =
        |rule: &str| text.split_once(&format!("{rule}\n")).map(|(_, rest)| rest.split("\n/").next().unwrap_or(rest));
    assert!(after("/ict4sdg/embed/*").is_some_and(|rule| rule.contains("frame-ancestors *")));
    assert!(after("/ict4sdg/fr/*").is_some_and(|rule| rule.contains("frame-ancestors 'none'")));
    assert!(after(&format!("/ict4sdg/{CSS}")).is_some_and(|rule| rule.contains("immutable")));
}

/// Breaks a rationale, a link and a gist after a version was kept: its page still shows them as they were.
#[test]
fn a_version_stays_as_it_was_and_says_that_there_is_a_newer_one() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("public/data"), folder.path());
    let work = project("target/site");
    let (id, _) = versions::freeze(Files::read(folder.path(), &work), folder.path()).expect("kept");
    let again = versions::freeze(Files::read(folder.path(), &work), folder.path()).expect("kept already");
    assert_eq!(again, (id.clone(), false));

    let rationales = folder.path().join("en/matrix.json");
    let text = fs::read_to_string(&rationales).expect("rationales");
    let first = CONTENT.rationales[&Lang::En].rationales.values().next().expect("a rationale");
    fs::write(&rationales, text.replacen(first.as_str(), "Changed since.", 1)).expect("written");
    let files = Files::read(folder.path(), &work);
    assert_eq!(files.problems, Vec::new());
    let content = ict4sdg::site::pages::Content::complete(files, crate::common::TODAY).expect("complete");
    let settings = settings(ORIGIN, "/");
    let file: &VersionFile = &content.version_files[&id];
    assert_eq!(versions::id(file), id);
    let pages = content.frozen(&id, file, &settings);
    assert_eq!(pages.len(), Lang::ALL.len());
    let page = pages.iter().find(|page| page.lang == Lang::En).expect("a frozen page");
    let Kept(Some(frame)) = &page.frame else { panic!("no frame") };
    assert!(frame.newer.is_some());
    let Body::Matrix(matrix) = &page.body else { panic!("no explorer") };
    assert_eq!((matrix.version.as_str(), matrix.links.len()), (id.as_str(), 124));
    let (_, said) =
        versions::rationales(&id, file).into_iter().find(|(path, _)| path.ends_with("/en.json")).expect("English");
    assert!(said.to_string().contains(first.as_str()) && !said.to_string().contains("Changed since."));
    // While nothing has changed, nothing is said.
    let now = CONTENT.versions.last().expect("a version").id.clone();
    let kept: VersionFile =
        serde_json::from_str(&fs::read_to_string(project("public/data").join(version_path(&now))).expect("kept"))
            .expect("a version");
    assert_eq!(versions::id(&kept), now, "the file of a version was changed");
}

#[test]
fn a_story_is_embedded_in_the_languages_it_is_told_in() {
    let cell = CellId::parse("c2-9").expect("a cell");
    assert!(embedded(Lang::Ru, &Route::Cell(cell)).contains("<html lang=\"ru\""));
    for lang in Lang::ALL {
        for route in embed::routes(&CONTENT, lang) {
            if let Route::Story(slug) = &route {
                assert!(CONTENT.langs(&Route::Story(slug.clone())).contains(&lang), "{slug}");
            }
        }
    }
}
