//! Records of the engine as the desk works with them.

use serde_json::Value;

use crate::domain::{
    alike::{Sketch, likeness},
    day::Day,
    lang::Lang,
    story::Story,
    submission::{FollowUp, Reference, Submission, Wish},
};

/// What was sent.
#[derive(Clone, Debug)]
pub enum Sent {
    Story(Box<Submission>),
    Wish(FollowUp),
}

impl Sent {
    /// What is wanted; `None` for a new case study.
    pub fn wish(&self) -> Option<Wish> {
        match self {
            Self::Story(story) => story.wish,
            Self::Wish(wish) => Some(wish.wish),
        }
    }

    /// The earlier submission it is about.
    pub fn regards(&self) -> Option<&str> {
        match self {
            Self::Story(story) => story.regards.as_ref().map(Reference::as_str),
            Self::Wish(wish) => Some(wish.regards.as_str()),
        }
    }
}

/// A submission that waits for a decision.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: String,
    /// Its version: milliseconds since 1970 in which it was last written.
    pub version: u64,
    /// As it came, for undoing.
    pub raw: Value,
    /// What it says, or why it cannot be read.
    pub sent: Result<Sent, String>,
}

/// A published case study.
#[derive(Clone, Debug)]
pub struct Published {
    pub story: Story,
    pub version: u64,
}

/// Records of one version are the same.
impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, self.version) == (&other.id, other.version)
    }
}

impl PartialEq for Published {
    fn eq(&self, other: &Self) -> bool {
        (&self.story.id, self.version) == (&other.story.id, other.version)
    }
}

/// What the engine adds to a record is none of ours.
fn plain(mut raw: Value) -> (String, u64, Value) {
    let id = raw.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let version = raw.get("last_modified").and_then(Value::as_u64).unwrap_or_default();
    if let Some(fields) = raw.as_object_mut() {
        fields.remove("last_modified");
        fields.remove("schema");
    }
    (id, version, raw)
}

impl Waiting {
    pub fn of(raw: Value) -> Self {
        let (id, version, raw) = plain(raw);
        let is_wish = matches!(raw.get("wish").and_then(Value::as_str), Some("withdraw" | "confirm"));
        let sent = if is_wish {
            serde_json::from_value(raw.clone()).map(Sent::Wish)
        } else {
            serde_json::from_value(raw.clone()).map(|story| Sent::Story(Box::new(story)))
        };
        Self { id, version, raw, sent: sent.map_err(|error| error.to_string()) }
    }

    /// The day on which it arrived, in universal time.
    pub fn arrived(&self) -> Option<Day> {
        day_of(self.version)
    }
}

impl Published {
    /// `None` for a record that cannot be read: it is left alone.
    pub fn of(raw: Value) -> Option<Self> {
        let (_, version, raw) = plain(raw);
        Some(Self { story: serde_json::from_value(raw).ok()?, version })
    }
}

/// The day of a moment, in milliseconds since 1970.
pub fn day_of(moment: u64) -> Option<Day> {
    #[expect(clippy::cast_precision_loss, reason = "as JavaScript counts")]
    let date = js_sys::Date::new(&(moment as f64).into());
    Day::parse(String::from(date.to_iso_string()).get(..10)?).ok()
}

pub fn today() -> Day {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "far from both ends")]
    let now = js_sys::Date::now() as u64;
    day_of(now).unwrap_or(Day { year: 2026, month: 1, day: 1 })
}

/// The published case studies most like one, the most alike first.
pub fn similar<'a>(to: &Submission, among: &'a [Published]) -> Vec<&'a Published> {
    let texts = |story: &Story| -> (Vec<String>, Vec<u64>) {
        let countries = story.countries.iter().map(ToString::to_string).collect();
        (countries, story.goals.iter().map(|goal| u64::from(goal.number())).collect())
    };
    let countries: Vec<String> = to.countries.iter().map(ToString::to_string).collect();
    let goals: Vec<u64> = to.goals.iter().map(|goal| u64::from(goal.number())).collect();
    let wanted = Sketch { title: &to.title, organisation: &to.organisation, countries: &countries, goals: &goals };
    let mut found: Vec<(usize, &Published)> = Vec::new();
    for published in among {
        let (countries, goals) = texts(&published.story);
        let titles = Lang::ALL.into_iter().filter_map(|lang| published.story.in_language(lang));
        let score = titles
            .map(|told| {
                let organisation = &published.story.organisation;
                likeness(wanted, Sketch { title: told.title, organisation, countries: &countries, goals: &goals })
            })
            .max();
        if let Some(score) = score.filter(|score| *score >= 40) {
            found.push((score, published));
        }
    }
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().take(3).map(|(_, published)| published).collect()
}
