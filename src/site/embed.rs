//! Pages inside other sites: the same parts as on the pages of this site, in a frame of their own.

use quick_xml::escape::escape;
use serde_json::{Value, json};

use super::{
    document::{self, Frame, links, policy_meta},
    head::{self, PageMeta},
    pages::Content,
    settings::Settings,
};
use crate::{
    domain::{content::Version, lang::Lang, story::Origin},
    page::{Body, Page},
    route::{Route, asset},
};

/// What can be embedded in a language. Of case studies only our own: imported ones are shared where they were published.
pub fn routes(content: &Content, lang: Lang) -> Vec<Route> {
    let imported = |route: &Route| match route {
        Route::Story(slug) => content.stories.get(slug).is_some_and(|story| story.origin == Origin::Imported),
        _ => false,
    };
    content.routes(lang).into_iter().filter(is_embeddable).filter(|route| !imported(route)).collect()
}

/// Whether others can embed what a page of this site shows.
pub const fn is_offered(page: &Page) -> bool {
    match &page.body {
        Body::Story(story) => !story.imported,
        _ => is_embeddable(&page.route),
    }
}

const fn is_embeddable(route: &Route) -> bool {
    matches!(
        route,
        Route::Matrix | Route::Cell(_) | Route::Line(_) | Route::Goal(_) | Route::Library(1) | Route::Story(_)
    )
}

/// The script in the head, without its comments.
pub fn frame_script() -> String {
    let lines = include_str!("embed/frame.js").lines().map(str::trim);
    lines.filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The document of an embedded page. Only what the application changes is taken over by it.
pub fn document(page: &Page, versions: &[Version], frame: &Frame, settings: &Settings) -> String {
    let lang = page.lang;
    let state = match page.body {
        Body::Matrix(_) => Some(frame.state_script.as_str()),
        Body::Library(_) => Some(document::ASKED_SCRIPT),
        _ => None,
    };
    let script = frame_script();
    let scripts: Vec<&str> = state.iter().copied().chain([script.as_str()]).collect();
    let early = format!("<script>{}</script>", scripts.join("</script><script>"));
    let late = match state {
        Some(_) => format!(
            "<script type=\"application/json\" id=\"page-data\" data-build=\"{build}\">{data}</script>\
             <script type=\"module\">{boot}</script>",
            build = frame.build,
            data = document::data(page),
            boot = frame.boot_script,
        ),
        None => String::new(),
    };
    let allowed: Vec<&str> = scripts.iter().copied().chain(state.map(|_| frame.boot_script.as_str())).collect();
    let (here, versions) = match &page.body {
        Body::Matrix(matrix) => (matrix.version.as_str(), versions.iter().map(|version| version.id.as_str()).collect()),
        _ => ("", Vec::new()),
    };
    let whole = settings.absolute(&page.route.href(&settings.base, lang));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{dir}\" data-embed=\"{root}\" data-versions=\"{versions}\" data-version=\"{here}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{policy}{early}{links}\
         <base target=\"_blank\"><title>{title}</title><meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{whole}\"></head>\n\
         <body><div id=\"app\">{body}</div>\n{late}</body></html>\n",
        code = lang.code(),
        dir = lang.dir(),
        root = asset(&settings.base, "embed/"),
        versions = versions.join(" "),
        policy = policy_meta(&document::policy(&allowed, settings)),
        links = links(&frame.assets, &settings.base),
        title = escape(&PageMeta::of(page).title),
        body = in_place(&document::body(page)),
    )
}

/// Links open a tab of their own (`base`): the pages of this site refuse to be framed, and others may. Those within the page
/// do not.
fn in_place(html: &str) -> String {
    html.replace("<a href=\"#", "<a target=\"_self\" href=\"#")
}

/// Where the explorer of a version lies, below the root of the site. The script in the head leads there when `data=` says so.
pub fn frozen_file(id: &str, lang: Lang) -> String {
    format!("embed/at/{id}/{}/matrix/index.html", lang.code())
}

/// The width and the height that are reserved when nobody measured: in CSS pixels.
const fn size(page: &Page) -> (u32, u32) {
    match page.body {
        Body::Matrix(_) => (1000, 960),
        Body::Library(_) => (800, 900),
        _ => (800, 720),
    }
}

/// Where the oEmbed answer for a page lies, below the root of the site: `oembed/fr/matrix.json`.
pub fn oembed_file(route: &Route, lang: Lang) -> String {
    format!("{}.json", route.href("oembed/", lang).trim_end_matches('/'))
}

/// The oEmbed answer for a page, as a file: without a server there are no parameters, so no filters and no sizes asked for.
/// Source: <https://oembed.com>, version 1.0.
pub fn oembed(page: &Page, settings: &Settings) -> Value {
    let meta = PageMeta::of(page);
    let (width, height) = size(page);
    let src = settings.absolute(&page.route.embed_href(&settings.base, page.lang));
    let html = format!(
        "<iframe src=\"{src}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>",
        escape(&meta.title)
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "title": meta.title,
        "provider_name": "#ICT4SDG",
        "provider_url": settings.absolute(&settings.base),
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": settings.absolute(&asset(&settings.base, &head::picture(page))),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 86_400,
    })
}
