//! Writing the site: every page in every language, and the files beside them, into the folder Trunk is staging.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use rayon::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    build::Assets,
    changes_feed, choice, csv, data_package,
    document::{self, Frame},
    embed,
    feeds::Feed,
    headers, library_files,
    pages::Content,
    previous::{self, Previous},
    schema,
    search_records::Records,
    settings::Settings,
    sitemap, versions,
};
use crate::{
    domain::{
        content::{LoaderRelease, Words},
        lang::Lang,
        query::Axes,
        story::{Origin, Story},
    },
    page::Page,
    route::Route,
};

/// Where and how to render.
pub struct Target {
    pub dist: PathBuf,
    pub settings: Settings,
    /// Where the build keeps what is not part of the site: `target/site`.
    pub work: PathBuf,
    /// The last build, when only content has changed since.
    pub previous: Previous,
    /// The staged page of Trunk, from which a live-reload script is taken in development.
    pub reload: bool,
}

impl Target {
    /// Writes a file of the site, or takes it over from the last build when it was the same.
    fn write(&self, file: &str, bytes: &[u8]) -> Result<(), String> {
        if self.previous.take_same(file, bytes, &self.dist) {
            return Ok(());
        }
        write(&self.dist, file, bytes)
    }
}

/// Writes the whole site. Returns the number of pages.
///
/// # Errors
/// When an asset is missing or a file cannot be written.
pub fn site(content: &Content, target: &Target) -> Result<usize, String> {
    let dist = &target.dist;
    let settings = &target.settings;
    let reload = target.reload.then(|| reload_script(dist)).flatten();
    let axes = Axes {
        lines: content.lines.iter().map(|line| line.id.clone()).collect(),
        goals: content.goals.iter().map(|goal| goal.number).collect(),
        layers: content.layers.iter().map(|layer| layer.id.clone()).collect(),
    };
    let frame = Frame::new(Assets::find(dist)?, &axes, &settings.base, reload);

    let pages: Vec<(Lang, Route)> = Lang::ALL
        .into_iter()
        .flat_map(|lang| content.routes(lang).into_iter().map(move |route| (lang, route)))
        .collect();
    let keys = pages.par_iter().map(|(lang, route)| {
        let Some(page) = content.page(*lang, route, settings) else {
            return Err(format!("{route:?} has no page"));
        };
        let (file, key) = (file_of(route, *lang), key(&page));
        if !target.previous.take(&file, &key, dist) {
            write(dist, &file, document::of(&page, &frame, settings).as_bytes())?;
        }
        Ok((file, key))
    });
    let keys: BTreeMap<String, String> = keys.collect::<Result<_, String>>()?;
    previous::keep(&target.work, &keys).map_err(|error| error.to_string())?;

    let embedded = embeds(content, &frame, target)?;
    let short = short_addresses(content);
    short.par_iter().try_for_each(|(path, route)| {
        let Some(html) = choice::short(route, content, &frame, settings) else { return Ok(()) };
        target.write(&format!("{path}index.html"), html.as_bytes())
    })?;

    target.write("index.html", choice::languages(content, &frame, settings).as_bytes())?;
    target.write("404.html", choice::not_found(content, &frame, settings).as_bytes())?;
    target.write("sitemap.xml", &sitemap::sitemap(content, settings).map_err(|error| error.to_string())?)?;
    target.write("robots.txt", sitemap::robots(settings).as_bytes())?;
    target.write("manifest.webmanifest", sitemap::manifest(settings).as_bytes())?;
    target.write("data/matrix.csv", &csv::matrix(content).map_err(|error| error.to_string())?)?;
    target.write("data/case-studies.csv", &csv::stories(content).map_err(|error| error.to_string())?)?;
    target.write("land.svg", content.places.land_svg().as_bytes())?;
    for feed in Feed::all(content) {
        target.write(&feed.path("atom"), feed.atom(content, settings).as_bytes())?;
        target.write(&feed.path("json"), feed.json(content, settings).as_bytes())?;
    }
    for lang in Lang::ALL {
        target.write(&changes_feed::path(lang), changes_feed::atom(content, lang, settings).as_bytes())?;
    }
    for (file, text) in data_package::all(content, settings) {
        target.write(&file, text.as_bytes())?;
    }
    for (file, text) in library_files::all(content, settings) {
        target.write(&file, text.as_bytes())?;
    }
    summaries(content, target)?;
    redirects(content, target)?;
    withdrawn(content, &frame, target)?;
    indexes(content, target)?;
    records(content, target)?;
    for (name, schema) in schema::all() {
        target.write(&format!("data/schema/{name}.json"), schema::printed(&schema).as_bytes())?;
    }
    let policy = document::policy(
        &[
            &frame.state_script,
            document::ASKED_SCRIPT,
            document::SAVING_SCRIPT,
            &frame.boot_script,
            &choice::script(&settings.base),
            choice::SHORT_SCRIPT,
            &embed::frame_script(),
        ],
        settings,
    );
    target.write(POLICY_FILE, policy.as_bytes())?;
    // What an API has published since is not part of the site.
    target.write("data/build.json", format!("{{\"built\":\"{}\"}}\n", content.today).as_bytes())?;
    target.write("_headers", headers::file(&root_files(dist)?, &settings.base, &policy).as_bytes())?;
    Ok(pages.len() + embedded + short.len() + 2)
}

/// What other sites show of this one: the pages in their frames, the oEmbed answers, and the newest script under its short name.
fn embeds(content: &Content, frame: &Frame, target: &Target) -> Result<usize, String> {
    let settings = &target.settings;
    let pages: Vec<(Lang, Route)> = Lang::ALL
        .into_iter()
        .flat_map(|lang| embed::routes(content, lang).into_iter().map(move |route| (lang, route)))
        .collect();
    pages.par_iter().try_for_each(|(lang, route)| {
        let Some(page) = content.embedded(*lang, route, settings) else {
            return Err(format!("{route:?} cannot be embedded"));
        };
        let file = format!("{}index.html", route.embed_href("", *lang));
        target.write(&file, embed::document(&page, &content.versions, frame, settings).as_bytes())?;
        target.write(&embed::oembed_file(route, *lang), embed::oembed(&page, settings).to_string().as_bytes())
    })?;
    for (id, file) in &content.version_files {
        for page in content.frozen(id, file, settings) {
            let html = embed::document(&page, &content.versions, frame, settings);
            target.write(&embed::frozen_file(id, page.lang), html.as_bytes())?;
        }
        for (path, said) in versions::rationales(id, file) {
            target.write(&path, said.to_string().as_bytes())?;
        }
    }
    if let Some(LoaderRelease { version, .. }) = &content.loader {
        let released = target.dist.join(format!("embed/v{version}.js"));
        let script = fs::read(&released).map_err(|error| format!("{}: {error}", released.display()))?;
        target.write("embed.js", &script)?;
    }
    Ok(pages.len())
}

/// The short addresses, each with the page it leads to. Imported case studies have none: what is
/// shared is the original.
fn short_addresses(content: &Content) -> BTreeMap<String, Route> {
    let imported = |route: &Route| match route {
        Route::Story(slug) => content.stories.get(slug).is_some_and(|story| story.origin == Origin::Imported),
        _ => false,
    };
    let routes = Lang::ALL.into_iter().flat_map(|lang| content.routes(lang)).filter(|route| !imported(route));
    routes.filter_map(|route| Some((route.short()?, route))).collect()
}

/// Tells two states of a page apart: it is a function of its data.
fn key(page: &Page) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{page:?}")))
}

/// `data/{lang}/summaries.json`: lines and goals in our words, for finding in the matrix.
fn summaries(content: &Content, target: &Target) -> Result<(), String> {
    Lang::ALL.into_iter().try_for_each(|lang| {
        let said = |words: &Words| words.get(&lang).or_else(|| words.get(&Lang::En)).cloned().unwrap_or_default();
        let lines = content.lines.iter().map(|line| (line.id.to_string(), said(&line.summary)));
        let goals = content.goals.iter().map(|goal| (goal.number.to_string(), said(&goal.summary)));
        let all: BTreeMap<String, String> = lines.chain(goals).collect();
        target.write(&format!("data/{}/summaries.json", lang.code()), json!(all).to_string().as_bytes())
    })
}

/// Former addresses of case studies lead to the present ones, in every language these have.
fn redirects(content: &Content, target: &Target) -> Result<(), String> {
    for redirect in &content.redirects {
        for lang in content.langs(&Route::Story(redirect.to.clone())) {
            let to = Route::Story(redirect.to.clone()).href(&target.settings.base, lang);
            let html = document::redirect(&to, lang, &target.settings);
            target.write(&file_of(&Route::Story(redirect.from.clone()), lang), html.as_bytes())?;
        }
    }
    Ok(())
}

/// The addresses of withdrawn case studies say so, in every language.
fn withdrawn(content: &Content, frame: &Frame, target: &Target) -> Result<(), String> {
    for gone in &content.withdrawn {
        for page in Lang::ALL.into_iter().filter_map(|lang| content.gone(gone, lang, &target.settings)) {
            let html = document::of(&page, frame, &target.settings);
            target.write(&file_of(&page.route, page.lang), html.as_bytes())?;
        }
    }
    Ok(())
}

/// Records in one file of the index of case studies.
const INDEX_PAGE: usize = 500;

/// `data/case-studies/index.json`, and further pages beyond 500, as an API would answer.
fn indexes(content: &Content, target: &Target) -> Result<(), String> {
    let pages = content.stories.all.len().div_ceil(INDEX_PAGE).max(1);
    for page in 0..pages {
        let stories = content.stories.all.iter().skip(page * INDEX_PAGE).take(INDEX_PAGE);
        let data: Vec<Value> = stories.map(Story::in_brief).collect();
        let name = |page: usize| match page {
            0 => "index.json".to_owned(),
            page => format!("index-{}.json", page + 1),
        };
        let next = (page + 1 < pages).then(|| name(page + 1));
        let index = match next {
            Some(next) => json!({ "data": data, "next": next }),
            None => json!({ "data": data }),
        };
        target.write(&format!("data/case-studies/{}", name(page)), index.to_string().as_bytes())?;
    }
    Ok(())
}

/// Writes `records/`, of which `scripts/search.mjs` makes the search indexes.
fn records(content: &Content, target: &Target) -> Result<(), String> {
    let (folder, settings) = (&target.work.join("records"), &target.settings);
    let all: Vec<(Lang, Records)> =
        Lang::ALL.into_par_iter().map(|lang| (lang, Records::of(content, lang, settings))).collect();
    for (lang, records) in all {
        write(folder, &format!("{}.jsonl", lang.code()), records.lines.as_bytes())?;
        write(folder, &format!("{}.words.txt", lang.code()), records.vocabulary().as_bytes())?;
    }
    write(folder, "imported.jsonl", Records::imported(content, settings).lines.as_bytes())
}

/// The names of the files in the root of the site.
fn root_files(dist: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// The policy for all pages, read by servers that send it as a header.
pub const POLICY_FILE: &str = "content-security-policy.txt";

/// The file of a page below the root of the site.
pub fn file_of(route: &Route, lang: Lang) -> String {
    let path = route.href("", lang);
    if path.ends_with('/') { format!("{path}index.html") } else { path }
}

fn write(dist: &Path, file: &str, bytes: &[u8]) -> Result<(), String> {
    let path = dist.join(file);
    let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
    parent.and_then(|()| fs::write(&path, bytes)).map_err(|error: io::Error| format!("{}: {error}", path.display()))
}

/// The script that Trunk puts into the page it serves during development.
fn reload_script(dist: &Path) -> Option<String> {
    let staged = fs::read_to_string(dist.join("index.html")).ok()?;
    staged
        .split("<script")
        .filter_map(|part| part.split_once('>')?.1.split_once("</script>"))
        .map(|(script, _)| script)
        .find(|script| script.contains("__TRUNK_"))
        .map(ToOwned::to_owned)
}
