//! Plural forms of the six languages for whole numbers, after the CLDR rules.

use serde::{Deserialize, Serialize};

use super::{lang::Lang, text::fill};
use crate::packed;

/// A CLDR plural category that whole numbers can have in one of the six languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    /// The category of `n` in `lang` (CLDR 48; French and Spanish “many” begins at a million and is not needed here).
    pub const fn of(lang: Lang, n: usize) -> Self {
        let (ten, hundred) = (n % 10, n % 100);
        match lang {
            Lang::Zh => Self::Other,
            Lang::En | Lang::Es => match n {
                1 => Self::One,
                _ => Self::Other,
            },
            Lang::Fr => match n {
                0 | 1 => Self::One,
                _ => Self::Other,
            },
            Lang::Ru => match (ten, hundred) {
                (_, 11..=14) => Self::Many,
                (1, _) => Self::One,
                (2..=4, _) => Self::Few,
                _ => Self::Many,
            },
            Lang::Ar => match (n, hundred) {
                (0, _) => Self::Zero,
                (1, _) => Self::One,
                (2, _) => Self::Two,
                (_, 3..=10) => Self::Few,
                (_, 11..=99) => Self::Many,
                _ => Self::Other,
            },
        }
    }

    /// The categories that a text in `lang` must word.
    pub const fn needed(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::Zh => &[Self::Other],
            Lang::En | Lang::Es | Lang::Fr => &[Self::One, Self::Other],
            Lang::Ru => &[Self::One, Self::Few, Self::Many, Self::Other],
            Lang::Ar => &[Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other],
        }
    }
}

/// A text that counts: one wording a category; `{n}` stands for the number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plural {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many: Option<String>,
    pub other: String,
}

packed! { Plural { zero, one, two, few, many, other } }

impl Plural {
    /// The wording of one category, if there is one of its own.
    pub fn form(&self, category: Category) -> Option<&str> {
        match category {
            Category::Zero => self.zero.as_deref(),
            Category::One => self.one.as_deref(),
            Category::Two => self.two.as_deref(),
            Category::Few => self.few.as_deref(),
            Category::Many => self.many.as_deref(),
            Category::Other => Some(&self.other),
        }
    }

    /// The text for `n` things in `lang`, digits Western.
    pub fn count(&self, lang: Lang, n: usize) -> String {
        let form = self.form(Category::of(lang, n)).unwrap_or(&self.other);
        fill(form, &[("n", &n.to_string())])
    }
}
