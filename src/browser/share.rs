//! Sharing the address in use: by the clipboard, and by the system's own sheet.

use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{current_path, document, root, window};
use crate::store::Store;

/// The address of a path of this site, at the origin in use.
fn address(window: &web_sys::Window, path: &str) -> String {
    format!("{}{path}", window.location().origin().unwrap_or_default())
}

/// Copies the address of a path of this site, under a title if there is one; answers with what was to be copied when
/// copying is not possible.
pub fn copy_address(title: Option<String>, path: String, done: impl Fn(Result<(), String>) + 'static) {
    let Some(window) = window() else { return };
    let address = address(&window, &path);
    let text = title.map_or_else(|| address.clone(), |title| format!("{title}\n{address}"));
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())
        .ok()
        .and_then(|clipboard| clipboard.dyn_into::<web_sys::Clipboard>().ok());
    spawn_local(async move {
        let copied = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done(if copied { Ok(()) } else { Err(text) });
    });
}

/// Answers the buttons of the share bar and of printing, which stand on still pages: `data-share` says what each does.
pub(super) fn listen(store: &Store) {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    if share_function(&window.navigator()).is_some()
        && let Some(root) = root()
    {
        let _ = root.set_attribute("data-sheet", "");
    }
    let store = store.clone();
    let clicked = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        if let Ok(Some(button)) = target.closest("[data-share]") {
            share(&store, &button);
        }
        if let Ok(Some(button)) = target.closest("[data-script]") {
            load_script(&button);
        }
    });
    let _ = document.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    clicked.forget();
}

/// The first button of a script loads it, and is pressed again when it is there.
fn load_script(button: &web_sys::Element) {
    let address = button.get_attribute("data-script").unwrap_or_default();
    let Some(document) = document() else { return };
    if matches!(document.query_selector(&format!("script[src=\"{address}\"]")), Ok(Some(_))) {
        return;
    }
    let (Ok(script), Some(head)) = (document.create_element("script"), document.head()) else { return };
    let _ = script.set_attribute("type", "module");
    let _ = script.set_attribute("src", &address);
    let button = button.clone();
    let again = Closure::once_into_js(move |_: JsValue| {
        if let Some(button) = button.dyn_ref::<web_sys::HtmlElement>() {
            button.click();
        }
    });
    let _ = script.add_event_listener_with_callback("load", again.unchecked_ref());
    let _ = head.append_child(&script);
}

fn share(store: &Store, button: &web_sys::Element) {
    let bar = button.closest(".share").ok().flatten();
    let said = |name: &str| bar.as_ref().and_then(|bar| bar.get_attribute(name)).unwrap_or_default();
    let (title, path) = (said("data-title"), current_path());
    match button.get_attribute("data-share").as_deref() {
        Some("sheet") => share_address(&title, &path),
        Some("print") => {
            if let Some(window) = window() {
                let _ = window.print();
            }
        }
        Some(what) => {
            let title = (what == "both").then_some(title);
            let (copied, failed, store, bar) = (said("data-copied"), said("data-failed"), store.clone(), bar.clone());
            copy_address(title, path, move |done| {
                let text = match done {
                    Ok(()) => copied.clone(),
                    Err(what) => format!("{failed} {what}"),
                };
                let place = bar.as_ref().and_then(|bar| bar.query_selector(".share__answer").ok().flatten());
                if let Some(place) = place {
                    place.set_text_content(Some(&text));
                }
                store.announce(text);
            });
        }
        None => {}
    }
}

fn share_function(navigator: &web_sys::Navigator) -> Option<js_sys::Function> {
    js_sys::Reflect::get(navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Opens the system's sheet with the address of a path of this site. A reader who closes it has decided.
fn share_address(title: &str, path: &str) {
    let Some(window) = window() else { return };
    let navigator = window.navigator();
    let Some(share) = share_function(&navigator) else { return };
    let what = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&what, &"title".into(), &title.into());
    let _ = js_sys::Reflect::set(&what, &"url".into(), &address(&window, path).into());
    if let Ok(promise) = share.call1(&navigator, &what).and_then(JsValue::dyn_into::<js_sys::Promise>) {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
