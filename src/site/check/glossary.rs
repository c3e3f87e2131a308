//! Terms: a text whose English names one must name it as the glossary does.

use serde_json::Value;

use super::Check;
use crate::{
    domain::{content::Term, lang::Lang, text::without_placeholders},
    site::files::{AREAS, text_path},
};

impl Check<'_> {
    pub(super) fn glossary(&mut self) {
        let Some(glossary) = &self.files.glossary else { return };
        for &area in AREAS {
            let Some(english) = self.files.raw_texts.get(&(Lang::En, area)) else { continue };
            for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::En) {
                let Some(text) = self.files.raw_texts.get(&(lang, area)) else { continue };
                let mut found = Vec::new();
                compare("", english, text, &mut |place, english, text| {
                    let departed = glossary.terms.iter().filter(|term| departs(term, lang, english, text));
                    found.extend(departed.map(|term| (place.to_owned(), term)));
                });
                for (place, term) in found {
                    let forms = term.forms.get(&lang).map(|forms| forms.join(", ")).unwrap_or_default();
                    let what = format!("says “{}” otherwise than the glossary: {forms}", term.english);
                    self.add(&text_path(lang, area), place, what);
                }
            }
        }
    }
}

/// Calls `act` with the place and both texts, wherever both languages have one. Of plural forms the last one counts.
fn compare(place: &str, english: &Value, text: &Value, act: &mut impl FnMut(&str, &str, &str)) {
    match (english, text) {
        (Value::String(english), Value::String(text)) => act(place, english, text),
        (Value::Array(english), Value::Array(text)) => {
            for (at, (english, text)) in english.iter().zip(text).enumerate() {
                compare(&format!("{place}[{at}]"), english, text, act);
            }
        }
        (Value::Object(english), Value::Object(text)) => {
            let plural = english.contains_key("other");
            for (key, value) in english.iter().filter(|(key, _)| !plural || *key == "other") {
                if let Some(other) = text.get(key) {
                    compare(&format!("{place}.{key}"), value, other, act);
                }
            }
        }
        _ => {}
    }
}

fn departs(term: &Term, lang: Lang, english: &str, text: &str) -> bool {
    let named = without_placeholders(english).to_lowercase().contains(&term.english);
    let text = text.to_lowercase();
    named && !term.forms.get(&lang).is_some_and(|forms| forms.iter().any(|form| text.contains(form.as_str())))
}
