//! Fetching files of this site.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::domain::value::Value;

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

/// The JSON of a file that exists.
pub(super) async fn json(address: &str) -> Result<Value, Missing> {
    parsed(&text(address).await?).ok_or(Missing)
}

/// A text as JSON, read by the browser.
pub fn parsed(text: &str) -> Option<Value> {
    js_sys::JSON::parse(text).ok().map(|value| value_of(&value))
}

/// A value of JavaScript as one of ours; what we have no use for, such as `true` and fractions, is nothing.
pub(super) fn value_of(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        return Value::String(text);
    }
    if let Some(number) = value.as_f64() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "out of range it is cut off")]
        return Value::Number(number as u64);
    }
    if let Some(array) = value.dyn_ref::<js_sys::Array>() {
        return Value::Array(array.iter().map(|item| value_of(&item)).collect());
    }
    if let Some(object) = value.dyn_ref::<js_sys::Object>() {
        let entry = |pair: JsValue| {
            let pair: js_sys::Array = pair.unchecked_into();
            (pair.get(0).as_string().unwrap_or_default(), value_of(&pair.get(1)))
        };
        return Value::Object(js_sys::Object::entries(object).iter().map(entry).collect());
    }
    Value::Null
}

/// The text of a file that exists.
pub(super) async fn text(address: &str) -> Result<String, Missing> {
    let answer = get(address).await?;
    if answer.ok() { text_of(&answer).await } else { Err(Missing) }
}
