//! Where the links of every page lead.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::LazyLock,
};

use ict4sdg::{
    domain::{lang::Lang, library::Wish, query::Query},
    page::Body,
    route::Route,
    site::{changes_feed, embed, feeds::Feed, schema},
};
use walkdir::WalkDir;

use crate::{
    common::{AXES, CONTACT, CONTENT, CSS, JS, ORIGIN, WASM, addresses, project, rendered},
    html::{Seen, shown},
    pages::Rule,
};

pub const RULES: &[Rule] = &[
    Rule {
        name: "leads_only_to_what_exists",
        faults: leads_to_what_exists,
        spoil: ("href=\"/en/lines/c2/\"", "href=\"/en/lines/c12/\""),
    },
    Rule {
        name: "asks_no_other_host",
        faults: asks_no_other_host,
        spoil: ("<footer", "<img src=\"https://example.org/x.png\" alt=\"\"><footer"),
    },
    Rule {
        name: "leads_to_itself_in_all_languages",
        faults: language_links,
        spoil: ("href=\"/zh/matrix/c2/9/\" hreflang=\"zh\" lang", "href=\"/zh/\" hreflang=\"zh\" lang"),
    },
    Rule {
        name: "has_fragments_that_exist",
        faults: fragments_exist,
        spoil: ("href=\"/icons.svg#c2\"", "href=\"/icons.svg#c12\""),
    },
    Rule { name: "can_be_reported", faults: can_be_reported, spoil: ("?subject=", "?cc=") },
];

/// Reads what the rules need, before they are asked in parallel.
pub fn prepare() {
    LazyLock::force(&PATHS);
    LazyLock::force(&ICONS);
}

/// The paths of all pages and files of the site, under `/`.
pub static PATHS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut paths: BTreeSet<String> =
        addresses(&CONTENT).into_iter().map(|(lang, route)| route.href("/", lang)).collect();
    let root = project("public");
    let files = WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    paths.extend(files.filter_map(|entry| Some(format!("/{}", entry.path().strip_prefix(&root).ok()?.to_str()?))));
    paths.extend(schema::all().into_iter().map(|(name, _)| format!("/data/schema/{name}.json")));
    let made = ["", "404.html", "sitemap.xml", "robots.txt", "manifest.webmanifest", "data/matrix.csv", JS, WASM, CSS];
    paths.extend(made.map(|file| format!("/{file}")));
    paths.extend(["land.svg", "data/case-studies.csv", "data/case-studies/index.json"].map(|file| format!("/{file}")));
    paths.extend(Lang::ALL.map(|lang| format!("/{}", changes_feed::path(lang))));
    paths.insert("/data/datapackage.json".to_owned());
    for feed in Feed::all(&CONTENT) {
        paths.extend(["atom", "json"].map(|ending| format!("/{}", feed.path(ending))));
    }
    paths.extend(Lang::ALL.into_iter().flat_map(|lang| {
        embed::routes(&CONTENT, lang).into_iter().map(move |route| format!("/{}", embed::oembed_file(&route, lang)))
    }));
    paths.extend(addresses(&CONTENT).iter().filter_map(|(_, route)| Some(format!("/{}", route.short()?))));
    // Pictures and QR codes; that they are drawn, `base_path` sees.
    for (lang, route) in addresses(&CONTENT) {
        if matches!(route, Route::Home | Route::Cell(_) | Route::Line(_) | Route::Goal(_) | Route::Story(_)) {
            paths.extend(["png", "svg"].map(|ending| format!("/{}", route.picture(lang, ending))));
        }
    }
    LazyLock::force(&AXES);
    paths
});

/// The ids of the pictograms.
static ICONS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let icons = fs::read_to_string(project("public/icons.svg")).expect("the pictograms");
    icons.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
});

/// What is wrong with an address that stands in a page.
fn fault_of(address: &str) -> Option<String> {
    let path = address.strip_prefix(ORIGIN).unwrap_or(address);
    let outside = ["https://", "http://"].iter().any(|scheme| path.starts_with(scheme));
    if outside || path.starts_with('#') || path.starts_with("mailto:") {
        return None;
    }
    let (path, _) = path.split_once('#').unwrap_or((path, ""));
    let (path, search) = path.split_once('?').unwrap_or((path, ""));
    if !PATHS.contains(path) {
        return Some(format!("{address} leads nowhere"));
    }
    let canonical = match Route::parse(path, "/") {
        Some((_, Route::Matrix)) => Query::parse(search, &AXES).to_string(),
        Some((_, Route::Library(1) | Route::Search)) => Wish::parse(search).to_string(),
        _ => String::new(),
    };
    (search != canonical).then(|| format!("{address} has a query that means “{canonical}”"))
}

fn leads_to_what_exists(seen: &Seen) -> Vec<String> {
    let addresses = [
        ("[href]", "href"),
        ("[src]", "src"),
        ("meta[property=\"og:image\"]", "content"),
        ("meta[property=\"og:url\"]", "content"),
    ];
    let all: BTreeSet<&str> = addresses.into_iter().flat_map(|(css, attribute)| seen.values(css, attribute)).collect();
    all.into_iter().filter_map(fault_of).collect()
}

/// Everything a page loads is its own; only links that a reader follows lead elsewhere.
fn asks_no_other_host(seen: &Seen) -> Vec<String> {
    let loading = [
        ("[src]", "src"),
        ("[srcset]", "srcset"),
        ("use", "href"),
        ("link[rel=stylesheet]", "href"),
        ("link[rel=icon], link[rel=apple-touch-icon]", "href"),
        ("link[rel=manifest], link[rel=preload], link[rel=modulepreload]", "href"),
    ];
    let values = loading.into_iter().flat_map(|(css, attribute)| seen.values(css, attribute));
    let own = |address: &str| address.starts_with('/') && !address.starts_with("//");
    let mut faults: Vec<String> =
        values.filter(|address| !own(address)).map(|address| format!("loads {address}")).collect();
    faults.extend(
        seen.all("iframe[src], object, embed, link[rel=preconnect], link[rel=dns-prefetch]").into_iter().map(shown),
    );
    faults
}

fn language_links(seen: &Seen) -> Vec<String> {
    let found: BTreeMap<&str, &str> = seen
        .all("#app .languages a[hreflang]")
        .into_iter()
        .filter_map(|link| Some((link.attr("hreflang")?, link.attr("href")?)))
        .collect();
    let expected = Lang::ALL.map(|lang| (lang.code(), seen.page.route.href("/", lang)));
    let missing = expected.into_iter().filter(|(code, href)| found.get(code) != Some(&href.as_str()));
    missing.map(|(code, href)| format!("no link to {href} in {code}")).collect()
}

/// Sections of pages that others lead into.
const SECTIONS: [&str; 2] = ["case-studies", "targets"];

/// Fragments of the page itself, pictograms, and the sections that pages of goals and lines have.
fn fragments_exist(seen: &Seen) -> Vec<String> {
    let ids: BTreeSet<&str> = seen.values("[id]", "id").into_iter().collect();
    let exists = |href: &str| match href.split_once('#') {
        Some(("", id)) => ids.contains(id),
        Some(("/icons.svg", id)) => ICONS.contains(id),
        Some((address, id)) => match Route::parse(address, "/") {
            Some((lang, route @ (Route::Goal(_) | Route::Line(_)))) if SECTIONS.contains(&id) => {
                rendered(lang, &route).html.contains(&format!("id=\"{id}\""))
            }
            _ => address.starts_with("http"),
        },
        None => true,
    };
    let missing = seen.values("a[href], use[href]", "href").into_iter().filter(|href| !exists(href));
    missing.map(|href| format!("{href} names nothing")).collect()
}

/// On the page of a link: a mail whose subject and text are begun, and which says what page it is about.
fn can_be_reported(seen: &Seen) -> Vec<String> {
    let Body::Cell(cell) = &seen.page.body else { return Vec::new() };
    let begun = |href: &&str| {
        let rest = href.strip_prefix(&format!("mailto:{CONTACT}?subject="))?;
        let (subject, body) = rest.split_once("&body=")?;
        Some(subject.contains(&cell.full.link.cell().to_string()) && body.len() > 10 && !rest.contains(' '))
    };
    let mails = seen.values("a[href^=\"mailto:\"]", "href");
    if mails.iter().any(|href| begun(href) == Some(true)) { Vec::new() } else { vec![format!("{mails:?}")] }
}
