//! Navigation within a language, through the browser's own Navigation API: it keeps history, scroll and loading state.
//! The page asked for is fetched as it was prerendered; its data make the new view. Where the API is missing, or
//! anything is in doubt, the browser loads the page as it would any other. ADR 0003 says why there is no router.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

use super::{boot, current_path, current_search, document, files, focus, languages, rationales, root, still, window};
use crate::{
    page::Page,
    route::{Route, SEARCH_FIELD},
    store::Store,
};

#[wasm_bindgen]
extern "C" {
    /// <https://developer.mozilla.org/docs/Web/API/NavigateEvent>; not yet among the stable bindings.
    type NavigateEvent;
    #[wasm_bindgen(method, getter, js_name = canIntercept)]
    fn can_intercept(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter, js_name = hashChange)]
    fn hash_change(this: &NavigateEvent) -> bool;
    #[wasm_bindgen(method, getter, js_name = downloadRequest)]
    fn download_request(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = formData)]
    fn form_data(this: &NavigateEvent) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = navigationType)]
    fn navigation_type(this: &NavigateEvent) -> String;
    #[wasm_bindgen(method, getter)]
    fn destination(this: &NavigateEvent) -> Destination;
    #[wasm_bindgen(method)]
    fn intercept(this: &NavigateEvent, options: &JsValue);

    type Destination;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Destination) -> String;
    #[wasm_bindgen(method, getter, js_name = sameDocument)]
    fn same_document(this: &Destination) -> bool;
}

/// Follows the reader from page to page, and through the history of the explorer's states.
pub(super) fn listen(store: &Store) {
    let Some(window) = window() else { return };
    let shown = Rc::new(Shown { path: std::cell::RefCell::new(current_path()), latest: Cell::new(0) });

    let (on_pop, state) = (store.clone(), shown.clone());
    let popped = Closure::<dyn Fn()>::new(move || {
        if *state.path.borrow() == current_path() {
            on_pop.search.set(current_search());
        }
    });
    let _ = window.add_event_listener_with_callback("popstate", popped.as_ref().unchecked_ref());
    popped.forget();

    let navigation = js_sys::Reflect::get(&window, &"navigation".into())
        .ok()
        .and_then(|navigation| navigation.dyn_into::<web_sys::EventTarget>().ok());
    let Some(navigation) = navigation else { return };
    let store = store.clone();
    let navigate = Closure::<dyn Fn(NavigateEvent)>::new(move |event| on_navigate(&event, &store, &shown));
    let _ = navigation.add_event_listener_with_callback("navigate", navigate.as_ref().unchecked_ref());
    navigate.forget();
}

/// The page that is shown, and the number of the latest navigation: a slower, earlier one must not win.
struct Shown {
    path: std::cell::RefCell<String>,
    latest: Cell<u32>,
}

fn on_navigate(event: &NavigateEvent, store: &Store, shown: &Rc<Shown>) {
    let ours = event.can_intercept()
        && !event.hash_change()
        && event.download_request().is_null()
        && event.form_data().is_null()
        && event.navigation_type() != "reload";
    let Ok(url) = web_sys::Url::new(&event.destination().url()) else { return };
    let (lang, base) = {
        let page = store.page.read_untracked();
        (page.lang, page.base.clone())
    };
    let known = Route::parse(&url.pathname(), &base).is_some_and(|(to, _)| to == lang);
    if !ours || !known {
        return;
    }
    let same_page = *shown.path.borrow() == url.pathname();
    if same_page && event.destination().same_document() {
        return; // a state of this page: pushed by us, or reached by back and forward (`popstate`)
    }
    let number = shown.latest.get().wrapping_add(1);
    shown.latest.set(number);
    let (store, shown) = (store.clone(), shown.clone());
    let handler = Closure::once_into_js(move || {
        future_to_promise(async move {
            let search = url.search().trim_start_matches('?').to_owned();
            if same_page {
                store.search.set(search);
            } else {
                set_loading(true);
                let page = load(&url.href()).await;
                if shown.latest.get() != number {
                    return Ok(JsValue::UNDEFINED);
                }
                set_loading(false);
                let Some((page, loaded)) = page else {
                    if let Some(window) = window() {
                        let _ = window.location().reload();
                    }
                    return Ok(JsValue::UNDEFINED);
                };
                show(&store, page, &loaded, search);
                shown.path.replace(url.pathname());
                rationales::fetch_when_idle(&store);
            }
            leptos::task::tick().await;
            still::place();
            languages::carry_search(&store.search.read_untracked());
            // The search is reached to be typed into.
            match url.hash().strip_prefix('#') {
                Some(SEARCH_FIELD) => focus::focus_on(SEARCH_FIELD),
                _ => focus_heading(),
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"handler".into(), &handler);
    let _ = js_sys::Reflect::set(&options, &"focusReset".into(), &"manual".into());
    event.intercept(&options);
}

/// The page at an address, as it was prerendered; `None` unless it is whole and of the same build.
async fn load(url: &str) -> Option<(Page, web_sys::Document)> {
    let response = files::get(url).await.ok()?;
    // A page that does not exist comes with its status and its own text.
    if !response.ok() && response.status() != 404 {
        return None;
    }
    let html = files::text_of(&response).await.ok()?;
    let parser = web_sys::DomParser::new().ok()?;
    let loaded = parser.parse_from_string(&html, web_sys::SupportedType::TextHtml).ok()?;
    let build = |document: &web_sys::Document| document.get_element_by_id(boot::PAGE_DATA)?.get_attribute("data-build");
    if build(&loaded)? != build(&document()?)? {
        return None;
    }
    let page = boot::page_data(&loaded)?;
    Some((page, loaded))
}

fn show(store: &Store, page: Page, loaded: &web_sys::Document, search: String) {
    replace_head(loaded);
    still::keep(loaded);
    store.search.set(search);
    store.page.set(page.into());
}

/// Takes title and page-bound head elements from the loaded document.
fn replace_head(loaded: &web_sys::Document) -> Option<()> {
    let document = document()?;
    document.set_title(&loaded.title());
    let head = document.head()?;
    let old = document.query_selector_all("head [data-page]").ok()?;
    for at in 0..old.length() {
        if let Some(element) = old.item(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            element.remove();
        }
    }
    let new = loaded.query_selector_all("head [data-page]").ok()?;
    for at in 0..new.length() {
        let node = document.import_node_with_deep(&new.item(at)?, true).ok()?;
        head.append_child(&node).ok()?;
    }
    Some(())
}

fn set_loading(loading: bool) {
    if let Some(root) = root() {
        let _ = if loading { root.set_attribute("data-loading", "") } else { root.remove_attribute("data-loading") };
    }
}

/// A new page is announced by the focus on its heading.
fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus::focus_still(&heading);
    }
}
