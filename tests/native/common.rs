//! What the tests share: the shipped content, read once, and every page of it, rendered once.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use ict4sdg::{
    domain::{day::Day, lang::Lang, query::Axes},
    page::Page,
    route::Route,
    site::{
        build::Assets,
        document::{self, Frame},
        files::Files,
        pages::Content,
        settings::Settings,
    },
};
use rayon::prelude::*;

/// The day on which the tests build.
pub const TODAY: Day = Day { year: 2026, month: 11, day: 24 };

pub const ORIGIN: &str = "https://ict4sdg.example";
pub const CONTACT: &str = "team@example.org";

/// The names of the built files, as Trunk would leave them.
pub const JS: &str = "site-x.js";
pub const WASM: &str = "site-x_bg.wasm";
pub const CSS: &str = "site-x.css";

/// The folder of the project, or a path within it.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn read_data() -> Files {
    Files::read(&project("public/data"), &project("target/site"))
}

/// The shipped content. Have it at hand before going parallel: a thread of the pool must not wait for it.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    Content::complete(read_data(), TODAY).expect("complete content: `site check` says what is missing")
});

pub static AXES: LazyLock<Axes> = LazyLock::new(|| Axes {
    lines: CONTENT.lines.iter().map(|line| line.id.clone()).collect(),
    goals: CONTENT.goals.iter().map(|goal| goal.number).collect(),
    layers: CONTENT.layers.iter().map(|layer| layer.id.clone()).collect(),
});

pub fn settings(origin: &str, base: &str) -> Settings {
    Settings {
        origin: origin.to_owned(),
        base: base.to_owned(),
        contact: CONTACT.to_owned(),
        repository: String::new(),
        api_origin: String::new(),
    }
}

/// A page and the document made of it.
pub struct Rendered {
    pub page: Page,
    pub html: String,
}

/// Every page in every language.
pub static PAGES: LazyLock<Vec<Rendered>> = LazyLock::new(|| {
    let (content, settings) = (&*CONTENT, settings(ORIGIN, "/"));
    let assets =
        Assets { js: JS.to_owned(), wasm: WASM.to_owned(), css: CSS.to_owned(), css_integrity: "x".to_owned() };
    let frame = Frame::new(assets, &AXES, "/", None);
    let render = |(lang, route): (Lang, Route)| {
        let page = content.page(lang, &route, &settings).expect("a page for every route");
        Rendered { html: document::of(&page, &frame, &settings), page }
    };
    addresses(content).into_par_iter().map(render).collect()
});

/// Every language and route.
pub fn addresses(content: &Content) -> Vec<(Lang, Route)> {
    Lang::ALL.into_iter().flat_map(|lang| content.routes(lang).into_iter().map(move |route| (lang, route))).collect()
}

pub fn rendered(lang: Lang, route: &Route) -> &'static Rendered {
    PAGES.iter().find(|seen| seen.page.lang == lang && seen.page.route == *route).expect("a page that exists")
}

/// The first few of many, for a message that can be read.
pub fn first_few(faults: &[String]) -> String {
    let more = faults.len().saturating_sub(8);
    format!("{} faults\n  {}\n  and {more} more", faults.len(), faults[..faults.len() - more].join("\n  "))
}
