//! Texts with placeholders, and texts that may stand in another language than the page.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::lang::Lang;
use crate::packed;

/// Puts values in the place of `{name}`. An unknown placeholder stays as it is: the content check finds it.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 24);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|i| open + i) else {
            break;
        };
        out.push_str(&rest[..open]);
        let name = &rest[open + 1..close];
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

/// The names of the placeholders in a template, sorted.
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        template.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect();
    names.sort_unstable();
    names
}

/// A template without its placeholders.
pub fn without_placeholders(template: &str) -> String {
    template.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// What stands as it is in a value of a query.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as a value in the query of an address.
pub fn in_query(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A value of a query as it was meant.
pub fn from_query(value: &str) -> String {
    percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The longest text that is looked for, in characters.
const LONGEST_TYPED: usize = 200;

/// What a reader typed into a field for searching, in one line.
pub fn typed(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).take(LONGEST_TYPED).collect();
    text.trim().to_owned()
}

/// A text of the content; `lang` is set only when it is not the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub lang: Option<Lang>,
}

packed! { Said { text, lang } }
