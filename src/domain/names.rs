//! Names that come from outside: slugs, countries, addresses of the web. Small, checked, harmless wherever they stand.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{packed::Packed, value::Value};

/// Why a text is not such a name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    #[error("“{0}” is not a slug (lower-case letters, digits, single hyphens; 1 to 80)")]
    Slug(String),
    #[error("“{0}” is not the code of a country (ISO 3166-1, two upper-case letters)")]
    Country(String),
    #[error("“{0}” is not an address that begins with https:// or http:// and names a host")]
    Web(String),
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The name of a case study or an organisation in addresses and files: `plan-ceibal`. Never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = 80)))]
pub struct Slug(String);

impl Slug {
    /// # Errors
    /// When the text could not stand in an address, or names a place that pages use (`page`).
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let edges = text.starts_with('-') || text.ends_with('-') || text.contains("--");
        let fine = (1..=80).contains(&text.len()) && text.bytes().all(fits) && !edges && text != "page";
        if fine { Ok(Self(text.to_owned())) } else { Err(NameError::Slug(short(text))) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A country or area by its ISO 3166-1 code: `KE`. The code implies no position on the status of any territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[A-Z]{2}$")))]
pub struct Country([u8; 2]);

impl Country {
    /// # Errors
    /// When the text is not two upper-case letters. Whether such a country exists is for the data to say.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([a, b])),
            _ => Err(NameError::Country(short(text))),
        }
    }

    /// Its two letters as one number.
    pub const fn number(self) -> usize {
        self.0[0] as usize * 256 + self.0[1] as usize
    }

    /// As it stands in paths: `ke`.
    pub fn lower(self) -> String {
        self.to_string().to_ascii_lowercase()
    }
}

/// An address of the web: `https` or `http`, with a host, without user name, spaces or control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^https?://[^\\s\"<>\\\\`@/?#]+\\.[^\\s\"<>\\\\`]+$", "maxLength" = 2000)))]
pub struct Web(String);

impl Web {
    /// # Errors
    /// When the text is another kind of address, such as `javascript:`, or none at all.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
        let named = host.is_some_and(|host| host.contains('.') && !host.contains('@') && !host.starts_with('.'));
        let clean = text.len() <= 2_000 && !text.contains(['"', '<', '>', '\\', '`']) && !text.contains(is_unseen);
        if named && clean { Ok(Self(text.to_owned())) } else { Err(NameError::Web(short(text))) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, as a reader would name the place.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Whether a character is a space, a control character, or one that turns the direction of a text unseen.
pub fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || turns(c)
}

/// Marks that override or embed a direction (UAX 9), and marks that join or hide: never needed in the data,
/// where every text says its language.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{61c}')
}

macro_rules! text_like {
    ($($name:ident),+) => {$(
        impl TryFrom<String> for $name {
            type Error = NameError;
            fn try_from(text: String) -> Result<Self, NameError> {
                Self::parse(&text)
            }
        }
        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.to_string()
            }
        }
        impl Packed for $name {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self) -> Value {
                Value::String(self.to_string())
            }
            fn unpack(value: Value) -> Option<Self> {
                Self::parse(value.as_str()?).ok()
            }
        }
    )+};
}

text_like!(Slug, Country, Web);

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl fmt::Display for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
