//! Writing the site: every page in every language, and the files beside them, into the folder Trunk is staging.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    build::Assets,
    choice, compress, csv,
    document::{self, Frame},
    pages::Content,
    schema,
    settings::Settings,
    sitemap,
};
use crate::{
    domain::{lang::Lang, query::Axes},
    route::Route,
};

/// Where and how to render.
pub struct Target {
    pub dist: PathBuf,
    /// Folder of compressed files kept between builds; `None` to leave compression out (development).
    pub cache: Option<PathBuf>,
    pub settings: Settings,
    /// The staged page of Trunk, from which a live-reload script is taken in development.
    pub reload: bool,
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
    };
    let frame = Frame::new(Assets::find(dist)?, &axes, &settings.base, reload);

    let pages: Vec<(Lang, Route)> =
        Lang::ALL.into_iter().flat_map(|lang| content.routes().into_iter().map(move |route| (lang, route))).collect();
    pages.par_iter().try_for_each(|(lang, route)| {
        let Some(page) = content.page(*lang, route, settings) else {
            return Err(format!("{route:?} has no page"));
        };
        let html = document::of(&page, &frame, settings);
        write(dist, &file_of(route, *lang), html.as_bytes())
    })?;

    write(dist, "index.html", choice::languages(content, &frame, settings).as_bytes())?;
    write(dist, "404.html", choice::not_found(content, &frame, settings).as_bytes())?;
    write(dist, "sitemap.xml", &sitemap::sitemap(content, settings).map_err(|error| error.to_string())?)?;
    write(dist, "robots.txt", sitemap::robots(settings).as_bytes())?;
    write(dist, "manifest.webmanifest", sitemap::manifest(settings).as_bytes())?;
    write(dist, "data/matrix.csv", &csv::matrix(content).map_err(|error| error.to_string())?)?;
    for (name, schema) in schema::all() {
        write(dist, &format!("data/schema/{name}.json"), schema::printed(&schema).as_bytes())?;
    }
    let policy = document::policy(&[&frame.state_script, &frame.boot_script, &choice::script(&settings.base)]);
    write(dist, POLICY_FILE, policy.as_bytes())?;
    if let Some(cache) = &target.cache {
        compress::precompress(dist, cache).map_err(|error| error.to_string())?;
    }
    Ok(pages.len() + 2)
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
