//! What a member sends by the form: a case study with the contact of who tells it, or a wish about one sent before.
//! `docs/api.md` says where it goes; the rules are those of the schema that the engine checks.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    day::Day,
    ids::{CellId, GoalId, LineId, TargetCode},
    lang::Lang,
    names::{Country, Slug, Web, turns},
    story::{Bases, Block, Evidence, Kind, Origin, Outcome, Scope, Story, WebLink, Years},
};

/// The least and the most characters of a text.
pub type Length = (usize, usize);

pub const TITLE: Length = (2, 160);
pub const SUMMARY: Length = (20, 2_000);
pub const BODY: Length = (0, 8_000);
pub const ORGANISATION: Length = (2, 160);
pub const EVIDENCE: Length = (10, 400);
pub const FIGURE: Length = (1, 40);
pub const WHAT: Length = (2, 200);
pub const CAPTION: Length = (2, 300);
pub const ADDRESS: Length = (10, 2_000);
pub const NAME: Length = (0, 120);
pub const EMAIL: Length = (6, 254);
pub const NOTE: Length = (0, 1_000);
/// Goals a story may claim.
pub const GOALS: usize = 5;
/// Rows of figures, of links, of pictures.
pub const ROWS: (usize, usize, usize) = (6, 6, 3);
/// The years a story may begin in.
pub const YEARS: (u16, u16) = (1950, 2100);
/// Bytes of a picture that travels in a hand-over file.
pub const PICTURE_BYTES: usize = 300_000;

/// Why a text is not the reference of a submission.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a reference (a UUID of version 4)")]
pub struct ReferenceError(String);

/// The reference of a submission: a random UUID made once a draft. Whoever knows it may correct or withdraw the story, so
/// it is never published.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(with = "String", extend("pattern" = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
)]
pub struct Reference(String);

impl Reference {
    /// # Errors
    /// When the text is not a UUID of version 4 in lower case.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let bytes = text.as_bytes();
        let fits = |(at, byte): (usize, &u8)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            14 => *byte == b'4',
            19 => b"89ab".contains(byte),
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(byte),
        };
        let fine = bytes.len() == 36 && bytes.iter().enumerate().all(fits);
        if fine { Ok(Self(text.to_owned())) } else { Err(ReferenceError(text.chars().take(40).collect())) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;
    fn try_from(text: String) -> Result<Self, ReferenceError> {
        Self::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

/// What a later submission wants of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Wish {
    Correct,
    Withdraw,
    Confirm,
}

/// A file that was handed over: as the engine answers too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubmissionFile {
    pub data: Submission,
}

/// A case study as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submission {
    pub id: Reference,
    /// The earlier submission that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regards: Option<Reference>,
    /// `correct`, where it regards an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    pub lang: Lang,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = TITLE.0, max = TITLE.1)))]
    pub title: String,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = SUMMARY.0, max = SUMMARY.1)))]
    pub summary: String,
    /// Plain text; an empty line begins a paragraph, lines that begin with `- ` are a list.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = BODY.1)))]
    pub body: String,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = ROWS.0)))]
    pub results: Vec<Figure>,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = ORGANISATION.0, max = ORGANISATION.1)))]
    pub organisation: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 60)))]
    pub countries: Vec<Country>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    pub years: Years,
    /// The first is the main one.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 18)))]
    pub lines: Vec<LineId>,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = GOALS)))]
    pub goals: Vec<GoalId>,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 40)))]
    pub targets: Vec<TargetCode>,
    /// One sentence a goal.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = GOALS)))]
    pub evidence: Vec<Evidence>,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = ROWS.1)))]
    pub links: Vec<WebLink>,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = ROWS.2)))]
    pub pictures: Vec<Picture>,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = NOTE.1)))]
    pub note: String,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = NAME.1)))]
    pub contact_name: String,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = EMAIL.0, max = EMAIL.1), extend("pattern" = "^[^@\\s]{1,64}@[^@\\s]{1,190}")))]
    pub contact_email: String,
    /// Always true.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = true)))]
    pub consent: bool,
    /// A trap for machines: nobody sees the field.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 0)))]
    pub website: String,
}

/// A figure as it was sent; its source is an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = FIGURE.0, max = FIGURE.1)))]
    pub figure: String,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = WHAT.0, max = WHAT.1)))]
    pub what: String,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 4, max = 10)))]
    pub date: String,
    pub source: Web,
}

/// A picture as it was sent: elsewhere, or within a hand-over file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Picture {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Web>,
    /// `data:image/jpeg;base64,…`: in hand-over files only, the engine does not take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = CAPTION.0, max = CAPTION.1)))]
    pub alt: String,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = CAPTION.1)))]
    pub caption: String,
}

/// A wish about a case study sent before: nothing else is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    pub id: Reference,
    pub regards: Reference,
    pub wish: Wish,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = NOTE.1)))]
    pub note: String,
    /// Always true.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = true)))]
    pub consent: bool,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 0)))]
    pub website: String,
}

/// Which case study became of a submission: kept for staff alone, so that a private link leads on. No personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The reference of the submission.
    pub id: Reference,
    pub slug: Slug,
    pub lang: Lang,
}

/// A problem of an answer: the field, and what is wrong.
pub type Fault = (&'static str, String);

impl Submission {
    /// The case study that it becomes under a slug, `today` being the day of its review.
    pub fn story(&self, id: Slug, today: Day) -> Story {
        Story {
            id,
            lang: self.lang,
            title: self.title.trim().to_owned(),
            summary: self.summary.trim().to_owned(),
            body: self.blocks(),
            translations: std::collections::BTreeMap::new(),
            organisation: self.organisation.trim().to_owned(),
            kind: self.kind,
            countries: self.countries.clone(),
            scope: self.scope,
            years: self.years,
            lines: self.lines.clone(),
            goals: self.goals.clone(),
            targets: self.targets.clone(),
            evidence: self.evidence.clone(),
            basis: Bases::default(),
            results: self.results.iter().map(|figure| figure.outcome(self.lang)).collect(),
            prize: None,
            links: self.links.clone(),
            origin: Origin::Submitted,
            original: None,
            confirmed: today,
            consent: Some(today),
            sources: Vec::new(),
            note: std::collections::BTreeMap::default(),
        }
    }

    /// The body in parts, then its pictures that lie elsewhere, as links: the site loads nothing from other hosts.
    fn blocks(&self) -> Vec<Block> {
        let pictures = self.pictures.iter().filter_map(|picture| {
            let text = if picture.caption.is_empty() { &picture.alt } else { &picture.caption };
            Some(Block::Link { url: picture.url.clone()?, text: text.clone() })
        });
        blocks(&self.body).chain(pictures).collect()
    }

    /// What the types leave open: lengths, hidden signs, what must go together. A sound one has none.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (field, text, length) in [
            ("title", &self.title, TITLE),
            ("summary", &self.summary, SUMMARY),
            ("body", &self.body, BODY),
            ("organisation", &self.organisation, ORGANISATION),
            ("note", &self.note, NOTE),
            ("contact_name", &self.contact_name, NAME),
            ("contact_email", &self.contact_email, EMAIL),
        ] {
            measure(field, text, length, &mut faults);
        }
        for figure in &self.results {
            measure("results", &figure.figure, FIGURE, &mut faults);
            measure("results", &figure.what, WHAT, &mut faults);
        }
        for evidence in &self.evidence {
            measure("evidence", &evidence.text, EVIDENCE, &mut faults);
            if !self.goals.contains(&evidence.goal) {
                faults.push(("evidence", format!("is about goal {}, which is not claimed", evidence.goal)));
            }
        }
        for picture in &self.pictures {
            measure("pictures", &picture.alt, CAPTION, &mut faults);
            if picture.url.is_some() == picture.data.is_some() {
                faults.push(("pictures", "a picture has an address, or is within the file".to_owned()));
            }
        }
        if self.countries.is_empty() != self.scope.is_some() {
            faults.push(("countries", "names countries, or is worldwide, and never both".to_owned()));
        }
        if self.goals.is_empty() || self.goals.len() > GOALS {
            faults.push(("goals", format!("one to {GOALS} goals")));
        }
        if self.years.to.is_some_and(|to| to < self.years.from) {
            faults.push(("years", "end before they begin".to_owned()));
        }
        if !self.consent {
            faults.push(("consent", "is missing".to_owned()));
        }
        if !self.website.is_empty() {
            faults.push(("website", "must be empty".to_owned()));
        }
        faults
    }

    /// The pairs of its lines and goals that are not among the cells of the matrix.
    pub fn outside(&self, linked: &[CellId]) -> Vec<CellId> {
        let pairs = self
            .lines
            .iter()
            .flat_map(|line| self.goals.iter().map(move |goal| CellId { line: line.clone(), goal: *goal }));
        pairs.filter(|pair| !linked.contains(pair)).collect()
    }
}

impl Figure {
    fn outcome(&self, lang: Lang) -> Outcome {
        Outcome {
            figure: self.figure.clone(),
            what: [(lang, self.what.clone())].into_iter().collect(),
            date: self.date.clone(),
            source: self.source.to_string(),
        }
    }
}

/// A plain text in parts: paragraphs, and lists where every line of one begins with a hyphen.
fn blocks(text: &str) -> impl Iterator<Item = Block> {
    let text = text.replace("\r\n", "\n");
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        match (line, paragraphs.last_mut()) {
            ("", _) => paragraphs.push(Vec::new()),
            (_, Some(last)) => last.push(line.to_owned()),
            (_, None) => {}
        }
    }
    paragraphs.into_iter().filter(|lines| !lines.is_empty()).map(|lines| {
        let items: Option<Vec<String>> =
            lines.iter().map(|line| line.strip_prefix("- ").map(|item| item.trim().to_owned())).collect();
        match items {
            Some(items) => Block::List { items },
            None => Block::Paragraph { text: lines.join(" ") },
        }
    })
}

fn measure(field: &'static str, text: &str, (least, most): Length, faults: &mut Vec<Fault>) {
    let length = text.trim().chars().count();
    if length < least || length > most {
        faults.push((field, format!("has {length} characters, not {least} to {most}")));
    }
    if let Some(bad) = text.chars().find(|c| turns(*c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))) {
        faults.push((field, format!("has the character U+{:04X}, which turns or hides text", u32::from(bad))));
    }
}
