//! The head of a page, from one value.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::{changes_feed, embed, feeds::Feed, json_ld, settings::Settings};
use crate::{
    domain::{ids::CellId, lang::Lang, text::fill},
    page::{Body, Page},
    route::{Route, asset},
};

/// What a page says of itself to browsers, search engines and link previews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMeta {
    pub title: String,
    pub description: String,
}

const SITE: &str = "#ICT4SDG";

/// The picture of pages that have none of their own.
const SITE_PICTURE: &str = "share.png";

impl PageMeta {
    pub fn of(page: &Page) -> Self {
        let (title, description) = match &page.body {
            Body::Home(home) => (home.text.title.clone(), home.text.description.clone()),
            Body::Matrix(matrix) => (matrix.text.title.clone(), matrix.text.description.clone()),
            Body::Cell(cell) => {
                let (line, goal) = (&cell.full.line, &cell.full.goal);
                let name = format!("{} {}", line.code, line.name);
                let number = goal.id.to_string();
                let values = [("line", name.as_str()), ("n", &number), ("goal", &goal.title)];
                let description = fill(&cell.text.description, &values);
                (fill(&cell.text.title, &values), format!("{description} {}", cell.full.rationale.text))
            }
            Body::Line(line) => {
                let values = [("code", line.line.code.as_str()), ("line", &line.line.name)];
                (fill(&line.text.title, &values), fill(&line.text.description, &values))
            }
            Body::Goal(goal) => {
                let number = goal.goal.id.to_string();
                let values = [("n", number.as_str()), ("goal", &goal.goal.title)];
                (fill(&goal.text.title, &values), fill(&goal.text.description, &values))
            }
            Body::Library(library) => {
                let text = &library.text;
                let page = library.page.to_string();
                let title =
                    if library.page == 1 { text.title.clone() } else { fill(&text.page_title, &[("n", &page)]) };
                (title, text.description.clone())
            }
            Body::Story(story) => (story.title.text.clone(), story.summary.text.clone()),
            Body::Place(place) => {
                let (title, description) = match page.route {
                    Route::Country(_) => (&place.text.country_title, &place.text.country_description),
                    _ => (&place.text.organisation_title, &place.text.organisation_description),
                };
                let values = [("name", place.name.as_str())];
                (fill(title, &values), fill(description, &values))
            }
            Body::Search(search) => (search.text.title.clone(), search.text.description.clone()),
            Body::Still => (String::new(), String::new()),
            Body::About(about) => (about.text.title.clone(), about.text.description.clone()),
            Body::Prose(prose) => (prose.title.clone(), prose.description.clone()),
            Body::Data(data) => (data.text.title.clone(), data.text.description.clone()),
            Body::Embed(embed) => (embed.text.title.clone(), embed.text.description.clone()),
            Body::Submit(submit) => (submit.text.title.clone(), submit.text.description.clone()),
            Body::Withdrawn(gone) => (gone.heading.clone(), gone.lead.clone()),
            Body::NotFound(text) => (text.title.clone(), text.description.clone()),
        };
        let title = if title.contains(SITE) { title } else { format!("{title} · {SITE}") };
        Self { title, description }
    }
}

/// The page-bound part of the head as HTML: the title, and what the application exchanges when it goes to another
/// page (marked `data-page`).
pub fn html(page: &Page, settings: &Settings) -> String {
    let meta = PageMeta::of(page);
    let here = |lang: Lang| settings.absolute(&page.route.href(&settings.base, lang));
    let mut head = format!("<title>{}</title>", escape(&meta.title));
    named(&mut head, "name", "description", &meta.description);
    if matches!(page.body, Body::NotFound(_) | Body::Withdrawn(_)) {
        named(&mut head, "name", "robots", "noindex");
    } else {
        link(&mut head, "rel=\"canonical\"", &here(page.lang));
        for lang in &page.langs {
            link(&mut head, &format!("rel=\"alternate\" hreflang=\"{}\"", lang.code()), &here(*lang));
        }
        let default = if page.langs.contains(&Lang::En) { Lang::En } else { page.lang };
        link(&mut head, "rel=\"alternate\" hreflang=\"x-default\"", &here(default));
        feeds(&mut head, page, settings);
        if embed::is_offered(page) {
            let href = settings.absolute(&asset(&settings.base, &embed::oembed_file(&page.route, page.lang)));
            link(&mut head, "rel=\"alternate\" type=\"application/json+oembed\"", &href);
        }
    }
    let picture = settings.absolute(&asset(&settings.base, &picture(page)));
    let alt = if has_own_picture(page) { &meta.title } else { &page.common.picture_alt };
    let kind = if matches!(page.body, Body::Story(_)) { "article" } else { "website" };
    let graph = [
        ("og:type", kind),
        ("og:site_name", SITE),
        ("og:title", &meta.title),
        ("og:description", &meta.description),
        ("og:url", &here(page.lang)),
        ("og:locale", locale(page.lang)),
        ("og:image", &picture),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", alt),
    ];
    for (name, content) in graph {
        named(&mut head, "property", name, content);
    }
    for lang in page.langs.iter().filter(|lang| **lang != page.lang) {
        named(&mut head, "property", "og:locale:alternate", locale(*lang));
    }
    // Title, description and picture are taken from Open Graph.
    named(&mut head, "name", "twitter:card", "summary_large_image");
    let linked_data = json_ld::of(page, &meta, settings);
    head + &format!("<script type=\"application/ld+json\" data-page>{linked_data}</script>")
}

/// Whether a picture is drawn for the page itself.
fn has_own_picture(page: &Page) -> bool {
    match &page.body {
        Body::Home(_) | Body::Cell(_) | Body::Line(_) | Body::Goal(_) => true,
        Body::Story(story) => !story.imported,
        _ => false,
    }
}

/// The share picture of a page: its own; that of its first cell for an imported case study; or the site's.
pub fn picture(page: &Page) -> String {
    match &page.body {
        _ if has_own_picture(page) => page.route.picture(page.lang, "png"),
        Body::Story(story) => story.supports.first().map_or_else(
            || SITE_PICTURE.to_owned(),
            |pair| {
                let cell = CellId { line: pair.line.id.clone(), goal: pair.goal.id };
                Route::Cell(cell).picture(page.lang, "png")
            },
        ),
        _ => SITE_PICTURE.to_owned(),
    }
}

/// Feeds of the case studies: all of them, and those of the page's goal.
fn feeds(head: &mut String, page: &Page, settings: &Settings) {
    let all = Feed { lang: page.lang, goal: None };
    let own = match &page.body {
        Body::Goal(goal) => Some(Feed { lang: page.lang, goal: Some(goal.goal.id) }),
        _ => None,
    };
    if matches!(page.body, Body::Matrix(_) | Body::Data(_)) {
        let href = asset(&settings.base, &changes_feed::path(page.lang));
        link(head, "rel=\"alternate\" type=\"application/atom+xml\" title=\"WSIS–SDG\"", &href);
    }
    for feed in own.into_iter().chain([all]) {
        for (kind, ending) in [("application/atom+xml", "atom"), ("application/feed+json", "json")] {
            let href = asset(&settings.base, &feed.path(ending));
            link(head, &format!("rel=\"alternate\" type=\"{kind}\" title=\"{}\"", escape(&page.common.stories)), &href);
        }
    }
}

fn named(head: &mut String, key: &str, name: &str, content: &str) {
    let _ = write!(head, "<meta {key}=\"{name}\" content=\"{}\" data-page>", escape(content));
}

fn link(head: &mut String, attributes: &str, href: &str) {
    let _ = write!(head, "<link {attributes} href=\"{}\" data-page>", escape(href));
}

/// The language as Open Graph writes it.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar_AR",
        Lang::En => "en_GB",
        Lang::Es => "es_ES",
        Lang::Fr => "fr_FR",
        Lang::Ru => "ru_RU",
        Lang::Zh => "zh_CN",
    }
}
