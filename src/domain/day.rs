//! Days of the calendar as the data write them, `YYYY-MM-DD`, and how long ago one was.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a day such as 2026-11-24")]
pub struct DayError(String);

/// A day of the Gregorian calendar, 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
pub struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Day {
    /// # Errors
    /// When the text is not a day of the calendar in the form `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let error = || DayError(text.chars().take(40).collect());
        let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u16>().ok());
        let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else { return Err(error()) };
        let dashes = text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-');
        let month = u8::try_from(month).unwrap_or_default();
        let day = u8::try_from(day).unwrap_or_default();
        let exists = (1900..2200).contains(&year) && (1..=length(year, month)).contains(&day);
        if plain && dashes && exists { Ok(Self { year, month, day }) } else { Err(error()) }
    }

    /// Whole years from this day to a later one; 0 when it is not later.
    pub const fn years_until(self, later: Self) -> u16 {
        let years = later.year.saturating_sub(self.year);
        let before = (later.month, later.day);
        let anniversary = before.0 > self.month || (before.0 == self.month && before.1 >= self.day);
        if anniversary { years } else { years.saturating_sub(1) }
    }
}

/// Days of a month; 0 for a month that does not exist.
const fn length(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;
    fn try_from(text: String) -> Result<Self, DayError> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// How long ago a case study was last checked: under a year, under two, or longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    Fresh,
    Ageing,
    Old,
}

impl Freshness {
    pub const fn on(confirmed: Day, today: Day) -> Self {
        match confirmed.years_until(today) {
            0 => Self::Fresh,
            1 => Self::Ageing,
            _ => Self::Old,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Old => "old",
        }
    }
}
