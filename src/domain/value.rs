//! JSON as it was read: natively by `serde_json`; in the browser by the browser's own reader, which costs nothing to send.

#[cfg(not(target_arch = "wasm32"))]
pub use serde_json::Value;

/// What the pages and files of this site hold: numbers are whole and not negative.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    #[default]
    Null,
    Number(u64),
    String(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

#[cfg(target_arch = "wasm32")]
impl Value {
    pub const fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of an object; none of anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The items of an array; none of anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// An entry of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}
