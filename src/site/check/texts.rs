//! Interface texts: the same in every language, but for the words.

use serde_json::Value;

use super::{Check, Problem};
use crate::{
    domain::{
        lang::Lang,
        plural::{Category, Plural},
        text::placeholders,
    },
    site::files::{AREAS, text_path},
};

impl Check<'_> {
    /// Every language has the same lists and placeholders as English, and its own plural forms.
    pub(super) fn texts(&mut self) {
        for &area in AREAS {
            let Some(english) = self.files.raw_texts.get(&(Lang::En, area)) else { continue };
            for lang in Lang::ALL {
                if let Some(text) = self.files.raw_texts.get(&(lang, area)) {
                    let mut compare = Compare { lang, file: text_path(lang, area), problems: &mut self.problems };
                    compare.value("", english, text);
                }
            }
        }
    }
}

/// Compares one area of text with the English one.
struct Compare<'a> {
    lang: Lang,
    file: String,
    problems: &'a mut Vec<Problem>,
}

impl Compare<'_> {
    fn add(&mut self, place: &str, what: impl Into<String>) {
        self.problems.push(Problem { file: self.file.clone(), place: place.to_owned(), what: what.into() });
    }

    fn value(&mut self, place: &str, english: &Value, text: &Value) {
        match (english, text) {
            (Value::Object(e), Value::Object(t)) if e.contains_key("other") => {
                self.plural(place, &plural(e), &plural(t));
            }
            (Value::Object(e), Value::Object(t)) => {
                for (key, value) in e {
                    if let Some(other) = t.get(key) {
                        let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                        self.value(&place, value, other);
                    }
                }
            }
            (Value::Array(e), Value::Array(t)) => {
                if e.len() != t.len() {
                    self.add(place, format!("has {} entries, English has {}", t.len(), e.len()));
                }
                for (index, (e, t)) in e.iter().zip(t).enumerate() {
                    self.value(&format!("{place}[{index}]"), e, t);
                }
            }
            (Value::String(e), Value::String(t)) => {
                if t.trim().is_empty() {
                    self.add(place, "is empty");
                }
                if placeholders(e) != placeholders(t) {
                    self.add(
                        place,
                        format!("has placeholders {:?}, English has {:?}", placeholders(t), placeholders(e)),
                    );
                }
            }
            _ => {} // another shape: reading the file has reported it
        }
    }

    fn plural(&mut self, place: &str, english: &Plural, text: &Plural) {
        let expected = placeholders(&english.other);
        for category in Category::needed(self.lang) {
            let Some(form) = text.form(*category) else {
                self.add(place, format!("lacks the plural form “{category:?}”"));
                continue;
            };
            // Arabic words “no link”, “one link”, “two links” without a figure.
            let may_omit = matches!(category, Category::Zero | Category::One | Category::Two);
            let found = placeholders(form);
            if found != expected && !(may_omit && found.is_empty()) {
                self.add(place, format!("“{category:?}” has placeholders {found:?}, English has {expected:?}"));
            }
        }
    }
}

fn plural(object: &serde_json::Map<String, Value>) -> Plural {
    serde_json::from_value(Value::Object(object.clone())).unwrap_or_default()
}
