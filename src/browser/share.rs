//! Sharing the address in use: by the clipboard, and by the system's own sheet.

use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

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

fn share_function(navigator: &web_sys::Navigator) -> Option<js_sys::Function> {
    js_sys::Reflect::get(navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Whether the system has a sheet for sharing.
pub fn can_share() -> bool {
    window().is_some_and(|window| share_function(&window.navigator()).is_some())
}

/// Opens the system's sheet with the address of a path of this site. A reader who closes it has decided.
pub fn share_address(title: &str, path: &str) {
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
