//! The record of a case study, `case-studies/{slug}.json`, as authored and as served: what an API would answer too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    content::Words,
    day::Day,
    ids::{GoalId, LineId, TargetCode},
    lang::Lang,
    names::{Country, Slug, Web},
    packed::Packed,
    value::Value,
};

/// `case-studies/{slug}.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StoryFile {
    pub data: Story,
}

/// What an organisation did with ICTs for the goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Never changes; `redirects.json` keeps an old one alive.
    pub id: Slug,
    /// The language of `title`, `summary` and `body`.
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Lang, Translation>,
    /// As it calls itself.
    pub organisation: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    /// ISO 3166-1, upper case; none for a worldwide one.
    pub countries: Vec<Country>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    pub years: Years,
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetCode>,
    /// How it serves its goals, in the organisation's own words: a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Who says that the story belongs to these lines and goals.
    #[serde(default, skip_serializing_if = "Bases::is_empty")]
    pub basis: Bases,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Outcome>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prize: Option<Prize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<WebLink>,
    pub origin: Origin,
    /// Where an imported entry stands in the list it comes from; it counts, not ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<WebLink>,
    /// The day on which somebody last made sure that it is still true.
    pub confirmed: Day,
    /// The day on which the organisation agreed to publication: submitted ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Day>,
    /// Ids of sources, see `sources.json`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Remark of the editors.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
}

/// The same story in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    pub state: State,
    pub title: String,
    pub summary: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
}

/// How a text came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Written so by the organisation itself.
    Original,
    /// Translated and read by a person.
    Reviewed,
    /// Translated by a machine.
    Machine,
}

/// A part of a story's body. There is no HTML in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Block {
    Paragraph {
        text: String,
    },
    Heading {
        text: String,
    },
    List {
        items: Vec<String>,
    },
    Quotation {
        text: String,
        /// Who said it, and where.
        by: String,
    },
    /// A picture in `case-studies/images/`, made small at build time.
    Figure {
        image: String,
        /// What it shows, for those who do not see it.
        alt: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        caption: String,
    },
    Link {
        url: Web,
        text: String,
    },
    /// A film elsewhere: nothing is loaded from there before the reader follows the link.
    Video {
        url: Web,
        title: String,
        /// Captions or transcript.
        transcript: Web,
    },
}

/// The kind of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Government,
    PrivateSector,
    CivilSociety,
    InternationalOrganization,
    Academia,
}

impl Kind {
    pub const ALL: [Self; 5] =
        [Self::Government, Self::PrivateSector, Self::CivilSociety, Self::InternationalOrganization, Self::Academia];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::PrivateSector => "private-sector",
            Self::CivilSociety => "civil-society",
            Self::InternationalOrganization => "international-organization",
            Self::Academia => "academia",
        }
    }
}

/// Where a story took place, when it is not in certain countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    Global,
}

/// The years of a story; without `to` it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Years {
    pub from: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
    /// The sources do not say exactly.
    #[serde(default, skip_serializing_if = "is_false")]
    pub about: bool,
}

/// By id of a line or number of a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bases {
    #[serde(default)]
    pub lines: BTreeMap<LineId, Basis>,
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "BTreeMap<String, Basis>"))]
    pub goals: BTreeMap<GoalId, Basis>,
}

impl Bases {
    fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.goals.is_empty()
    }
}

/// Who says that a story belongs to a line or a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The source, or the organisation itself.
    Source,
    /// The category of its prize is the line.
    Prize,
    /// Our own reading.
    Editorial,
}

/// A sentence that shows how a story serves a goal, in the story's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub goal: GoalId,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 10, max = 400)))]
    pub text: String,
}

/// Something a story achieved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The figure as it is shown, such as `65,000`.
    pub figure: String,
    /// What was counted.
    pub what: Words,
    /// As the source dates it: a year or a day.
    pub date: String,
    /// Id of a source, or the address where the organisation says so.
    pub source: String,
}

/// What a story won in the WSIS Prizes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prize {
    pub year: u16,
    /// As published: the code of an action line, or words; absent when the sources do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    pub result: PrizeResult,
    /// Id of a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PrizeResult {
    Winner,
    Champion,
    Nominated,
}

impl PrizeResult {
    pub const ALL: [Self; 3] = [Self::Winner, Self::Champion, Self::Nominated];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Winner => "winner",
            Self::Champion => "champion",
            Self::Nominated => "nominated",
        }
    }
}

/// An address elsewhere, with what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WebLink {
    pub url: Web,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// How a story came into the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    Researched,
    Submitted,
    Imported,
}

impl Origin {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Researched => "researched",
            Self::Submitted => "submitted",
            Self::Imported => "imported",
        }
    }
}

/// A story's texts in one language.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    pub lang: Lang,
    pub state: State,
    pub title: &'a str,
    pub summary: &'a str,
    pub body: &'a [Block],
}

impl Story {
    /// The languages in which the text exists.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + '_ {
        Lang::ALL.into_iter().filter(|lang| *lang == self.lang || self.translations.contains_key(lang))
    }

    /// The texts in a language; `None` where there are none.
    pub fn in_language(&self, lang: Lang) -> Option<Telling<'_>> {
        if lang == self.lang {
            return Some(Telling {
                lang,
                state: State::Original,
                title: &self.title,
                summary: &self.summary,
                body: &self.body,
            });
        }
        let text = self.translations.get(&lang)?;
        Some(Telling { lang, state: text.state, title: &text.title, summary: &text.summary, body: &text.body })
    }

    /// The texts in a language, or in the story's own.
    pub fn told(&self, lang: Lang) -> Telling<'_> {
        self.in_language(lang).unwrap_or(Telling {
            lang: self.lang,
            state: State::Original,
            title: &self.title,
            summary: &self.summary,
            body: &self.body,
        })
    }

    /// The story as it stands in the index of the open data: without body, results and sources.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn in_brief(&self) -> Value {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            for field in ["body", "translations", "evidence", "basis", "results", "links", "note", "sources", "consent"]
            {
                fields.remove(field);
            }
        }
        value
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Packed for PrizeResult {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.as_str().into()
    }
    fn unpack(value: Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|one| one.as_str() == name)
    }
}
