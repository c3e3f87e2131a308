//! Reading HTML as a reader of the page would.

use ict4sdg::page::Page;
use scraper::{ElementRef, Html, Node, Selector};

/// A page with its parsed document.
pub struct Seen<'a> {
    pub page: &'a Page,
    pub html: Html,
}

impl<'a> Seen<'a> {
    pub fn new(page: &'a Page, html: &str) -> Self {
        Self { page, html: Html::parse_document(&without_templates(html)) }
    }

    /// The path of the page.
    pub fn path(&self) -> String {
        self.page.route.href(&self.page.base, self.page.lang)
    }

    pub fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&selector(css)).collect()
    }

    /// The values of an attribute of all elements that match.
    pub fn values(&self, css: &str, attribute: &str) -> Vec<&str> {
        self.all(css).into_iter().filter_map(|element| element.attr(attribute)).collect()
    }

    /// The text of the body, as it is read.
    pub fn body_text(&self) -> String {
        self.all("#app").into_iter().map(text).collect()
    }
}

pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|_| panic!("{css} is a selector"))
}

/// The text of an element, white space folded.
pub fn text(element: ElementRef) -> String {
    let joined: String = element.text().collect();
    joined.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name by which assistive technology knows the element: its label, or its text without what is hidden from it.
pub fn accessible_name(element: ElementRef) -> String {
    let mut name = String::new();
    match element.attr("aria-label") {
        Some(label) => name.push_str(label),
        None => gather(element, &mut name),
    }
    name.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(element: ElementRef, name: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => name.push_str(text),
            Node::Element(_) => {
                let inner = ElementRef::wrap(child).filter(|inner| inner.attr("aria-hidden") != Some("true"));
                if let Some(inner) = inner {
                    name.push_str(inner.attr("aria-label").unwrap_or_default());
                    gather(inner, name);
                }
            }
            _ => {}
        }
    }
}

/// Whether the element, or one around it, is hidden from assistive technology.
pub fn is_hidden(element: ElementRef) -> bool {
    let hides = |element: ElementRef| element.attr("aria-hidden") == Some("true");
    hides(element) || element.ancestors().filter_map(ElementRef::wrap).any(hides)
}

/// An element as a fault report names it.
pub fn shown(element: ElementRef) -> String {
    element.html().chars().take(120).collect()
}

/// What stands in a template is not yet part of the page.
fn without_templates(html: &str) -> String {
    let mut parts = html.split("<template");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| page + part.split_once("</template>").map_or("", |(_, rest)| rest))
}
