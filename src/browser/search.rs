//! The search: an index of every page in the page's language, loaded when somebody searches and not before. The engine is
//! Pagefind; `search/search.js`, written by the build, hands it over.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::{document, files, window};
use crate::{
    domain::{
        lang::Lang,
        near::{folded, meant},
        value::Value,
    },
    route::{Route, SEARCH_FIELD, asset},
    store::{Hit, HitGroup, HitPage, Hits, Store},
};

#[wasm_bindgen]
extern "C" {
    /// The engine, as the module of Pagefind exports it.
    #[derive(Clone)]
    type Engine;
    #[wasm_bindgen(method, catch)]
    async fn search(this: &Engine, words: &JsValue, options: &JsValue) -> Result<JsValue, JsValue>;

    /// The engines of a language: of our own pages, and of the imported case studies if there are any.
    #[derive(Clone)]
    type Engines;
    #[wasm_bindgen(method, getter)]
    fn own(this: &Engines) -> Engine;
    #[wasm_bindgen(method, getter)]
    fn imported(this: &Engines) -> Option<Engine>;

    type Answer;
    #[wasm_bindgen(method, getter)]
    fn results(this: &Answer) -> js_sys::Array;

    type Record;
    /// Two letters, `_`, and its place in the index, which is that in the library: see `scripts/search.mjs`.
    #[wasm_bindgen(method, getter)]
    fn id(this: &Record) -> String;
    #[wasm_bindgen(method, getter)]
    fn score(this: &Record) -> f64;
    #[wasm_bindgen(method)]
    fn data(this: &Record) -> js_sys::Promise;
}

/// Kinds of results of the search over everything, in the order in which they are shown.
const KINDS: [&str; 6] = ["goal", "line", "cell", "story", "place", "page"];

/// Results of a kind shown at first.
const SHOWN: usize = 5;

thread_local! {
    static ENGINES: RefCell<Vec<(Lang, Engines)>> = const { RefCell::new(Vec::new()) };
    static WORDS: RefCell<Vec<(Lang, Rc<Vec<String>>)>> = const { RefCell::new(Vec::new()) };
    /// The text that was looked for last.
    static SOUGHT: RefCell<String> = const { RefCell::new(String::new()) };
    /// Counts searches, so that a slow old answer never replaces a new one.
    static LATEST: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// What is kept for a language.
fn kept<T: Clone>(all: &[(Lang, T)], lang: Lang) -> Option<T> {
    all.iter().find(|(other, _)| *other == lang).map(|(_, thing)| thing.clone())
}

pub(super) fn begin() -> u32 {
    LATEST.with(|latest| {
        latest.set(latest.get().wrapping_add(1));
        latest.get()
    })
}

pub(super) fn is_latest(search: u32) -> bool {
    LATEST.with(|latest| latest.get() == search)
}

/// How long a reader who types may pause between two letters, in ms.
const PAUSE: i32 = 200;

/// Waits until the reader has typed a text; false when another search has begun meanwhile.
pub(super) async fn is_typed(search: u32, text: &str) -> bool {
    let same = SOUGHT.with(|sought| sought.replace(text.to_owned())) == text;
    if !same && !text.is_empty() {
        let pause = js_sys::Promise::new(&mut |resolve, _| {
            let _ = window()
                .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE).ok());
        });
        let _ = JsFuture::from(pause).await;
    }
    is_latest(search)
}

/// Has the engines of a language loaded, once.
async fn engines(base: &str, lang: Lang) -> Result<Engines, JsValue> {
    if let Some(loaded) = ENGINES.with(|engines| kept(&engines.borrow(), lang)) {
        return Ok(loaded);
    }
    let promise = js_sys::Promise::new(&mut |resolve, reject| load(base, lang, &resolve, &reject));
    let loaded: Engines = JsFuture::from(promise).await?.unchecked_into();
    ENGINES.with(|engines| engines.borrow_mut().push((lang, loaded.clone())));
    Ok(loaded)
}

/// Adds the script that loads the engine; it answers with an event.
fn load(base: &str, lang: Lang, resolve: &js_sys::Function, reject: &js_sys::Function) {
    let parts = || {
        let document = document()?;
        let script = document.create_element("script").ok()?;
        let address = format!("{}?lang={}", asset(base, "search/search.js"), lang.code());
        script.set_attribute("type", "module").ok()?;
        script.set_attribute("src", &address).ok()?;
        Some((document.head()?, script))
    };
    let Some((head, script)) = parts() else {
        let _ = reject.call0(&JsValue::NULL);
        return;
    };
    let (resolve, refuse) = (resolve.clone(), reject.clone());
    let answered = Closure::once_into_js(move |event: web_sys::CustomEvent| {
        let engine = event.detail();
        let _ = if engine.is_object() { resolve.call1(&JsValue::NULL, &engine) } else { refuse.call0(&JsValue::NULL) };
    });
    let (name, reject) = (format!("ict4sdg:search-{}", lang.code()), reject.clone());
    if let Some(window) = window() {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            &name,
            answered.unchecked_ref(),
            &options,
        );
    }
    let failed = Closure::once_into_js(move |_: JsValue| {
        let _ = reject.call0(&JsValue::NULL);
    });
    let _ = script.add_event_listener_with_callback("error", failed.unchecked_ref());
    let _ = head.append_child(&script);
}

/// What a search is restricted to: records of one kind, or none.
fn options(kind: Option<&str>) -> JsValue {
    let filters = kind.map(|kind| format!("{{\"filters\":{{\"kind\":\"{kind}\"}}}}"));
    js_sys::JSON::parse(filters.as_deref().unwrap_or("{}")).unwrap_or(JsValue::UNDEFINED)
}

fn words(text: &str) -> JsValue {
    if text.is_empty() { JsValue::NULL } else { text.into() }
}

/// The case studies a text was found in, the best first: whether each is an imported one, and its place among its own.
pub(super) async fn find_in_stories(base: &str, lang: Lang, text: &str) -> Result<Vec<(bool, usize)>, JsValue> {
    let engines = engines(base, lang).await?;
    let own = results(&engines.own(), text, Some("story")).await?;
    let others = match engines.imported() {
        Some(imported) => results(&imported, text, None).await?,
        None => Vec::new(),
    };
    let place = |(record, imported): (Record, bool)| Some((imported, record.id().get(3..)?.parse().ok()?));
    Ok(merged(own, others).into_iter().filter_map(place).collect())
}

/// The records in which an engine finds a text, the best first.
async fn results(engine: &Engine, text: &str, kind: Option<&str>) -> Result<Vec<Record>, JsValue> {
    let answer: Answer = engine.search(&words(text), &options(kind)).await?.unchecked_into();
    Ok(answer.results().iter().map(JsCast::unchecked_into).collect())
}

/// Two lists, each the best first, as one; with each record, whether it is of the second.
fn merged(own: Vec<Record>, others: Vec<Record>) -> Vec<(Record, bool)> {
    let mut out = Vec::with_capacity(own.len() + others.len());
    let (mut own, mut others) = (own.into_iter().peekable(), others.into_iter().peekable());
    loop {
        let second = match (own.peek(), others.peek()) {
            (Some(first), Some(second)) => second.score() > first.score(),
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (None, None) => return out,
        };
        let next = if second { others.next() } else { own.next() };
        out.extend(next.map(|record| (record, second)));
    }
}

/// What the records say, all asked for at once.
async fn data_of(records: impl Iterator<Item = Record>) -> Result<Vec<Value>, JsValue> {
    let promises: Vec<js_sys::Promise> = records.map(|record| record.data()).collect();
    let mut all = Vec::with_capacity(promises.len());
    for promise in promises {
        all.push(files::value_of(&JsFuture::from(promise).await?));
    }
    Ok(all)
}

fn place(store: &Store) -> (String, Lang) {
    let page = store.page.read_untracked();
    (page.base.clone(), page.lang)
}

/// Looks for words among all pages of the language, and in the other languages when there is nothing.
pub fn find_everything(store: &Store, text: &str) {
    let search = begin();
    if text.is_empty() {
        store.hits.set(Hits::None);
        return;
    }
    if !matches!(*store.hits.read_untracked(), Hits::Ready(_)) {
        store.hits.set(Hits::Loading);
    }
    let (store, text) = (store.clone(), text.to_owned());
    spawn_local(async move {
        if !is_typed(search, &text).await {
            return;
        }
        let hits = everything(&store, &text).await;
        if is_latest(search) {
            store.hits.set(hits.map_or(Hits::Failed, |page| Hits::Ready(Arc::new(page))));
        }
    });
}

async fn everything(store: &Store, text: &str) -> Result<HitPage, JsValue> {
    let (base, lang) = place(store);
    let engines = engines(&base, lang).await?;
    let known = vocabulary(&base, lang).await;
    let mut slipped = false;
    let told: Vec<String> = text
        .split_whitespace()
        .map(|word| match meant(word, &known) {
            Some(near) => {
                slipped = true;
                near.to_owned()
            }
            None => word.to_owned(),
        })
        .collect();
    let mut page = HitPage { words: text.to_owned(), meant: slipped.then(|| told.join(" ")), ..HitPage::default() };
    for kind in KINDS {
        let found = of_kind(&engines, text, kind, lang, SHOWN).await?;
        // What begins like a misspelt word is not what the reader looks for.
        if found.total > 0 && !slipped {
            page.groups.push(found);
        }
    }
    if page.groups.is_empty() && !slipped {
        for other in Lang::ALL.into_iter().filter(|other| *other != lang) {
            let found = results(&self::engines(&base, other).await?.own(), text, None).await?;
            let found = data_of(found.into_iter().take(3)).await?;
            page.elsewhere.extend(found.iter().map(|data| hit(data, Some(other))).filter(|hit| is_apt(hit, text)));
        }
    }
    Ok(page)
}

async fn of_kind(engines: &Engines, text: &str, kind: &str, lang: Lang, most: usize) -> Result<HitGroup, JsValue> {
    let own = results(&engines.own(), text, Some(kind)).await?;
    let others = match engines.imported().filter(|_| kind == "story") {
        Some(imported) => results(&imported, text, None).await?,
        None => Vec::new(),
    };
    let mut records = merged(own, others);
    let total = records.len();
    records.truncate(most);
    let hits = data_of(records.into_iter().map(|(record, _)| record)).await?.into_iter().map(|data| {
        let told = Lang::parse(&text_at(&data, &["meta", "lang"]));
        hit(&data, told.filter(|told| *told != lang))
    });
    let hits: Vec<Hit> = hits.filter(|hit| is_apt(hit, text)).collect();
    let total = if hits.is_empty() { 0 } else { total };
    Ok(HitGroup { kind: kind.to_owned(), total, hits })
}

/// More results of one kind, as many as asked for.
pub fn show_more(store: &Store, kind: &str, most: usize) {
    let Hits::Ready(shown) = store.hits.get_untracked() else { return };
    let search = begin();
    let (store, kind) = (store.clone(), kind.to_owned());
    spawn_local(async move {
        let (base, lang) = place(&store);
        let Ok(engines) = engines(&base, lang).await else { return };
        let Ok(group) = of_kind(&engines, &shown.words, &kind, lang, most).await else { return };
        if is_latest(search) {
            let mut page = (*shown).clone();
            if let Some(old) = page.groups.iter_mut().find(|old| old.kind == kind) {
                *old = group;
            }
            store.hits.set(Hits::Ready(Arc::new(page)));
        }
    });
}

/// Whether a record was found for one of the words, and not for a few letters they begin with: the engine answers with
/// something rather than nothing.
fn is_apt(hit: &Hit, text: &str) -> bool {
    let title = hit.title.split(|c: char| !is_letter(c));
    let found = hit.excerpt.iter().filter(|(_, mark)| *mark).map(|(word, _)| word.as_str()).chain(title);
    let found: Vec<String> = found.map(folded).collect();
    text.split(|c: char| !is_letter(c)).map(folded).filter(|word| !word.is_empty()).any(|word| {
        let start: String = word.chars().take(4).collect();
        found.iter().any(|other| other.contains(&start))
    })
}

fn is_letter(c: char) -> bool {
    !c.is_ascii_punctuation() && c != ' '
}

/// The text at the end of a path; an empty one if there is none.
fn text_at(data: &Value, path: &[&str]) -> String {
    let end = path.iter().try_fold(data, |value, key| value.get(key));
    end.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn hit(data: &Value, lang: Option<Lang>) -> Hit {
    Hit {
        href: text_at(data, &["url"]),
        title: text_at(data, &["meta", "title"]),
        excerpt: marked(&text_at(data, &["excerpt"])),
        lang,
    }
}

/// Pagefind marks what was found with `<mark>` and escapes the rest: back to plain text, with what is marked.
fn marked(excerpt: &str) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    for (at, piece) in excerpt.split("<mark>").enumerate() {
        let (inside, rest) = if at == 0 { ("", piece) } else { piece.split_once("</mark>").unwrap_or((piece, "")) };
        for (text, mark) in [(inside, true), (rest, false)] {
            if !text.is_empty() {
                parts.push((unescaped(text), mark));
            }
        }
    }
    parts
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}

/// The words of the language's pages, most frequent first; none when they cannot be loaded.
async fn vocabulary(base: &str, lang: Lang) -> Rc<Vec<String>> {
    if let Some(words) = WORDS.with(|words| kept(&words.borrow(), lang)) {
        return words;
    }
    let address = asset(base, &format!("search/{}/words.txt", lang.code()));
    let text = files::text(&address).await.unwrap_or_default();
    let words: Rc<Vec<String>> = Rc::new(text.split_whitespace().map(ToOwned::to_owned).collect());
    WORDS.with(|kept| kept.borrow_mut().push((lang, words.clone())));
    words
}

/// Where a reader who uses `/` for other things has said so.
const SLASH_KEY: &str = "ict4sdg-slash";

/// Whether `/` leads to the search: so unless the reader has switched it off on this device.
pub fn slash_leads_to_search() -> bool {
    let kept = super::storage().and_then(|storage| storage.get_item(SLASH_KEY).ok().flatten());
    kept.as_deref() != Some("off")
}

pub fn let_slash_lead_to_search(on: bool) {
    if let Some(storage) = super::storage() {
        let _ = if on { storage.remove_item(SLASH_KEY) } else { storage.set_item(SLASH_KEY, "off") };
    }
}

/// Has `/` lead to the field of this page, or to the page of the search, unless the reader is typing.
pub(super) fn listen_for_slash(store: &Store) {
    let Some(document) = document() else { return };
    let store = store.clone();
    let pressed = Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(move |event: web_sys::KeyboardEvent| {
        let plain = event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let typing = target.is_some_and(|element| {
            element.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some()
        });
        if !plain || typing || !slash_leads_to_search() {
            return;
        }
        event.prevent_default();
        let field = self::document().and_then(|document| document.query_selector("main input[name=q]").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
            return;
        }
        let (base, lang) = place(&store);
        if let Some(window) = window() {
            let address = format!("{}#{SEARCH_FIELD}", Route::Search.href(&base, lang));
            let _ = window.location().set_href(&address);
        }
    });
    let _ = document.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    pressed.forget();
}
