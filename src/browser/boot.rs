//! Taking over the prerendered page: the application builds the same page from the data in it and puts it in place
//! at once, so that nothing flashes, moves or loses the focus. If anything is missing, the static page stays.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    current_search, document, files, focus, languages, navigation, rationales, root, search, share, still, window,
};
use crate::{app::App, domain::packed::Packed, page::Page, store::Store};

/// Id of the element that holds a page's data.
pub(super) const PAGE_DATA: &str = "page-data";

/// Where `public/explorer.js` keeps that the reader knows the tour.
const TOUR_KEY: &str = "ict4sdg-tour";

/// Starts the application, or marks the document as `failed`. Reading the data and building the page are tasks of
/// their own, so that a slow processor can answer the reader in between.
pub fn start() {
    next_task(|| match document().and_then(|document| page_data(&document)) {
        Some(page) => next_task(|| report(take_over(page).is_some())),
        None => report(false),
    });
}

fn next_task(task: impl FnOnce() + 'static) {
    set_timeout(task, Duration::ZERO);
}

fn report(ready: bool) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-app", if ready { "ready" } else { "failed" });
    }
}

fn take_over(page: Page) -> Option<()> {
    let document = document()?;
    let mount: web_sys::HtmlElement = document.get_element_by_id("app")?.dyn_into().ok()?;
    let store = Store::new(page, current_search(), true);

    let held = Held::of(&document);
    still::keep(&document);
    mount.set_text_content(None);
    let root_store = store.clone();
    mount_to(mount, move || view! { <App store=root_store/> }).forget();
    still::place();
    languages::carry_search(&store.search.read_untracked());
    held.restore(&document);

    let toured = super::storage().is_some_and(|storage| matches!(storage.get_item(TOUR_KEY), Ok(Some(_))));
    for (name, holds) in [("data-toured", toured), ("data-saving", rationales::saves_data())] {
        if let Some(root) = root().filter(|_| holds) {
            let _ = root.set_attribute(name, "");
        }
    }
    share::listen(&store);
    languages::listen();
    navigation::listen(&store);
    search::listen_for_slash(&store);
    rationales::fetch_when_idle(&store);
    Some(())
}

/// The data of a document's page.
pub(super) fn page_data(document: &web_sys::Document) -> Option<Page> {
    let text = document.get_element_by_id(PAGE_DATA)?.text_content()?;
    Page::unpack(files::parsed(&text)?)
}

/// What the reader had done with the static page, to be found again after the swap.
struct Held {
    scroll: (f64, f64),
    open: Vec<bool>,
    /// What stood in the fields that the reader had changed, by their place among all fields.
    fields: Vec<(u32, Field)>,
    focused: Option<focus::Place>,
}

impl Held {
    fn of(document: &web_sys::Document) -> Self {
        let window = window();
        let axis = |read: fn(&web_sys::Window) -> Option<f64>| window.as_ref().and_then(read).unwrap_or_default();
        Self {
            scroll: (axis(|w| w.scroll_x().ok()), axis(|w| w.scroll_y().ok())),
            open: details(document).iter().map(web_sys::HtmlDetailsElement::open).collect(),
            fields: fields(document).filter_map(|(at, element)| Some((at, Field::changed(&element)?))).collect(),
            focused: focus::place(document),
        }
    }

    fn restore(&self, document: &web_sys::Document) {
        for (details, open) in details(document).iter().zip(&self.open) {
            details.set_open(*open);
        }
        for (at, field) in &self.fields {
            if let Some((_, element)) = fields(document).find(|(place, _)| place == at) {
                field.put(&element);
            }
        }
        if let Some(place) = &self.focused {
            focus::return_to(document, place);
        }
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(self.scroll.0, self.scroll.1);
        }
    }
}

fn details(document: &web_sys::Document) -> Vec<web_sys::HtmlDetailsElement> {
    let list = document.get_elements_by_tag_name("details");
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// What a reader did to a field before the application came.
enum Field {
    Typed(String),
    Checked(bool),
    Chosen(String),
}

impl Field {
    /// What is in the field, if that is not what the page came with.
    fn changed(element: &web_sys::Element) -> Option<Self> {
        if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
            return match input.type_().as_str() {
                "checkbox" => (input.checked() != input.default_checked()).then(|| Self::Checked(input.checked())),
                _ => (input.value() != input.default_value()).then(|| Self::Typed(input.value())),
            };
        }
        let select = element.dyn_ref::<web_sys::HtmlSelectElement>()?;
        (select.selected_index() > 0).then(|| Self::Chosen(select.value()))
    }

    /// Puts it into the field of the application, and tells the application.
    fn put(&self, element: &web_sys::Element) {
        let event = match self {
            Self::Typed(text) => {
                if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                    input.set_value(text);
                }
                "input"
            }
            Self::Checked(checked) => {
                if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                    input.set_checked(*checked);
                }
                "change"
            }
            Self::Chosen(value) => {
                if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
                    select.set_value(value);
                }
                "change"
            }
        };
        if let Ok(event) = web_sys::Event::new(event) {
            let _ = element.dispatch_event(&event);
        }
    }
}

/// The fields of the page's content, with their places.
fn fields(document: &web_sys::Document) -> impl Iterator<Item = (u32, web_sys::Element)> {
    let list = document.query_selector_all("main :is(input, select)").ok();
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |at| Some((at, list.as_ref()?.item(at)?.dyn_into().ok()?)))
}
