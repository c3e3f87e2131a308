//! Fetching files of this site.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// A file that could not be had, or is not what it should be.
#[derive(Debug)]
pub(super) struct Missing;

impl From<JsValue> for Missing {
    fn from(_: JsValue) -> Self {
        Self
    }
}

thread_local! {
    /// What has been asked for and not yet been read.
    static ASKED: RefCell<Vec<(String, js_sys::Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for a file that will be read soon, so that several come side by side.
pub(super) fn ask(address: &str) {
    if let Some(window) = window() {
        let asked = window.fetch_with_str(address);
        ASKED.with(|all| all.borrow_mut().push((address.to_owned(), asked)));
    }
}

/// The answer for an address, asked for before or now, whatever its status.
pub(super) async fn get(address: &str) -> Result<web_sys::Response, Missing> {
    let asked = ASKED.with(|all| {
        let mut all = all.borrow_mut();
        let at = all.iter().position(|(other, _)| other == address)?;
        Some(all.swap_remove(at).1)
    });
    let asked = match asked {
        Some(asked) => asked,
        None => window().ok_or(Missing)?.fetch_with_str(address),
    };
    Ok(JsFuture::from(asked).await?.dyn_into()?)
}

pub(super) async fn text_of(answer: &web_sys::Response) -> Result<String, Missing> {
    JsFuture::from(answer.text()?).await?.as_string().ok_or(Missing)
}

/// The text of a file that exists.
pub(super) async fn text(address: &str) -> Result<String, Missing> {
    let answer = get(address).await?;
    if answer.ok() { text_of(&answer).await } else { Err(Missing) }
}
