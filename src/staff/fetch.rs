//! Requests of the browser, no more than the desk needs.

use leptos::prelude::window;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

/// An answer, read to its end.
pub struct Answer {
    pub status: u16,
    headers: Headers,
    body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    /// `None` when it is no JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_str(&self.body).ok()
    }
}

/// Asks; `None` when nobody answers.
pub async fn fetch(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Option<Answer> {
    let init = RequestInit::new();
    init.set_method(method);
    let sent = Headers::new().ok()?;
    for (name, value) in headers {
        sent.set(name, value).ok()?;
    }
    init.set_headers_headers(&sent);
    if let Some(body) = body {
        init.set_body(&JsValue::from_str(body));
    }
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?;
    Some(Answer { status: answer.status(), headers: answer.headers(), body: text.as_string()? })
}

/// A file of the public site.
pub async fn file(path: &str) -> Option<Value> {
    fetch("GET", path, &[], None).await.filter(|answer| answer.status == 200)?.json()
}
