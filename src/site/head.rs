//! The head of a page, from one value.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::{json_ld, settings::Settings};
use crate::{
    domain::{lang::Lang, text::fill},
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
            Body::About(about) => (about.text.title.clone(), about.text.description.clone()),
            Body::Prose(prose) => (prose.title.clone(), prose.description.clone()),
            Body::Data(data) => (data.text.title.clone(), data.text.description.clone()),
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
    if page.route == Route::NotFound {
        named(&mut head, "name", "robots", "noindex");
    } else {
        link(&mut head, "rel=\"canonical\"", &here(page.lang));
        for lang in Lang::ALL {
            link(&mut head, &format!("rel=\"alternate\" hreflang=\"{}\"", lang.code()), &here(lang));
        }
        link(&mut head, "rel=\"alternate\" hreflang=\"x-default\"", &here(Lang::En));
    }
    let picture = settings.absolute(&asset(&settings.base, "share.png"));
    let graph = [
        ("og:type", "website"),
        ("og:site_name", SITE),
        ("og:title", &meta.title),
        ("og:description", &meta.description),
        ("og:url", &here(page.lang)),
        ("og:locale", locale(page.lang)),
        ("og:image", &picture),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", &page.common.picture_alt),
    ];
    for (name, content) in graph {
        named(&mut head, "property", name, content);
    }
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != page.lang) {
        named(&mut head, "property", "og:locale:alternate", locale(lang));
    }
    named(&mut head, "name", "twitter:card", "summary_large_image");
    let linked_data = json_ld::of(page, &meta, settings);
    head + &format!("<script type=\"application/ld+json\" data-page>{linked_data}</script>")
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
