//! What a page shows, as plain data: the native build writes it into the page, the application reads it there.
//! A page is a function of this data, in both renderers.

mod embeds;
mod findings;
mod layers;
mod stories;
#[cfg(not(target_arch = "wasm32"))]
mod submit;

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    domain::{
        bridges::Shown,
        ids::{CellId, GoalId, LineId, TargetCode},
        lang::Lang,
        matrix::Link,
        names::Web,
        packed::{Fields, Packed},
        query::{Axes, Query},
        text::Said,
        texts,
        value::Value,
    },
    packed,
    route::Route,
};

pub use embeds::{EmbedFrame, EmbedPage};
pub use findings::{Findings, Summaries};
pub use layers::{LayerRef, Mark, letter};
pub use stories::{
    CardWords, Cases, Choice, Claimed, CountryRef, Dot, Figure, Kept, Library, Part, Place, PlainLink, PrizeBadge,
    Quotation, RawCard, Related, ResultLine, Search, StoryCard, StoryPage, Video, WorldMap,
};
#[cfg(not(target_arch = "wasm32"))]
pub use submit::{Gone, SubmitPage};

/// One page in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub lang: Lang,
    pub route: Route,
    /// The path under which the site lives, with slashes at both ends: `/` or `/ict4sdg/`.
    pub base: String,
    /// Scheme and host of the published site.
    pub origin: String,
    /// Where errors are reported: a `mailto:` address without its query.
    pub mailto: String,
    pub common: texts::Common,
    /// The offers “read this page in …”, each in its own language, in the order of [`Lang::ALL`].
    pub offers: Vec<String>,
    /// The languages in which the page exists.
    pub langs: Vec<Lang>,
    /// What stands around it inside another site. It does not travel.
    pub frame: Kept<EmbedFrame>,
    /// Some text of the page is in English for want of a translation.
    pub falls_back: bool,
    pub body: Body,
}

impl Page {
    /// Whether it is shown inside another site. Only prerendered parts need to know: in the application it is never said.
    pub const fn is_embedded(&self) -> bool {
        self.frame.0.is_some()
    }
}

/// The part of a page between header and footer.
///
/// Only what the application itself changes travels to it as data: the explorer, the library, the search. Every other page
/// is still: it arrives as the elements it was prerendered as, and the application keeps those (`still.rs`).
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Matrix(Arc<Matrix>),
    Library(Box<Library>),
    Search(Box<Search>),
    /// In the application: a page that stays as it was prerendered.
    Still,
    #[cfg(not(target_arch = "wasm32"))]
    Home(Box<Home>),
    #[cfg(not(target_arch = "wasm32"))]
    Cell(Box<Cell>),
    #[cfg(not(target_arch = "wasm32"))]
    Line(Box<LinePage>),
    #[cfg(not(target_arch = "wasm32"))]
    Goal(Box<GoalPage>),
    #[cfg(not(target_arch = "wasm32"))]
    Story(Box<StoryPage>),
    #[cfg(not(target_arch = "wasm32"))]
    Place(Box<Place>),
    #[cfg(not(target_arch = "wasm32"))]
    About(Box<About>),
    #[cfg(not(target_arch = "wasm32"))]
    Prose(Box<texts::Prose>),
    #[cfg(not(target_arch = "wasm32"))]
    Data(Box<Data>),
    #[cfg(not(target_arch = "wasm32"))]
    Embed(Box<EmbedPage>),
    #[cfg(not(target_arch = "wasm32"))]
    Submit(Box<SubmitPage>),
    #[cfg(not(target_arch = "wasm32"))]
    Withdrawn(Box<Gone>),
    #[cfg(not(target_arch = "wasm32"))]
    NotFound(Box<texts::NotFound>),
}

impl Packed for Body {
    #[cfg_attr(target_arch = "wasm32", expect(clippy::match_wildcard_for_single_variants, reason = "natively more"))]
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        let (name, value) = match self {
            Self::Matrix(matrix) => ("Matrix", matrix.pack()),
            Self::Library(library) => ("Library", library.pack()),
            Self::Search(search) => ("Search", search.pack()),
            _ => ("Still", Value::Null),
        };
        Value::Array(vec![name.into(), value])
    }
    fn unpack(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let name: String = fields.take()?;
        match name.as_str() {
            "Matrix" => fields.take().map(Self::Matrix),
            "Library" => fields.take().map(Self::Library),
            "Search" => fields.take().map(Self::Search),
            "Still" => fields.take::<Kept<()>>().map(|_| Self::Still),
            _ => None,
        }
    }
}

/// An action line where it is only named.
#[derive(Clone, Debug, PartialEq)]
pub struct LineRef {
    pub id: LineId,
    pub code: String,
    pub name: String,
}

/// A goal where it is only named.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalRef {
    pub id: GoalId,
    pub title: String,
}

/// A source where it is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRef {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub url: Option<String>,
    /// As it is shown, in the language of the page.
    pub date: String,
}

/// What a target asks for, in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Gist {
    pub code: TargetCode,
    pub text: Said,
}

/// A remark on a link that is not confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub cell: CellId,
    pub text: Said,
}

/// A target with the lines that cite it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    pub code: TargetCode,
    pub gist: Said,
    pub by: Vec<LineRef>,
}

/// The explorer: both axes, all links, and the gists of the targets they cite. Rationales are fetched later.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    pub text: texts::Explorer,
    pub link_text: texts::LinkTexts,
    pub lines: Vec<LineRef>,
    pub goals: Vec<GoalRef>,
    pub links: Vec<Link>,
    pub notes: Vec<Note>,
    pub gists: Vec<Gist>,
    pub sources: Vec<SourceRef>,
    /// The files of rationales that together are complete: the page's language, and English if that lacks some.
    pub rationale_langs: Vec<Lang>,
    pub layers: Vec<LayerRef>,
    /// The day on which the data were last read.
    pub as_of: String,
    /// The version of the matrix that is shown, if not the newest.
    pub version: String,
    /// Does not travel: it stands still.
    pub help: Kept<texts::Help>,
    /// The name of the system's share sheet, which stands still too.
    pub sheet: Kept<String>,
}

impl Matrix {
    pub fn axes(&self) -> Axes {
        Axes {
            lines: self.lines.iter().map(|line| line.id.clone()).collect(),
            goals: self.goals.iter().map(|goal| goal.id).collect(),
            layers: self.layers.iter().map(|layer| layer.id.clone()).collect(),
        }
    }

    /// What a query leaves.
    pub fn shown(&self, query: &Query) -> Shown {
        Shown::of(query, &self.axes(), &self.links)
    }

    pub fn link(&self, line: &LineId, goal: GoalId) -> Option<&Link> {
        self.links.iter().find(|link| link.is(line, goal))
    }

    /// The names of both ends of a cell.
    pub fn ends(&self, cell: &CellId) -> Option<(&LineRef, &GoalRef)> {
        let line = self.lines.iter().find(|line| line.id == cell.line)?;
        let goal = self.goals.iter().find(|goal| goal.id == cell.goal)?;
        Some((line, goal))
    }
}

/// A link with everything that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkInFull {
    pub line: LineRef,
    pub goal: GoalRef,
    pub link: Link,
    pub gists: Vec<Gist>,
    pub rationale: Said,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: texts::CellTexts,
    pub link_text: texts::LinkTexts,
    pub full: LinkInFull,
    pub note: Option<Said>,
    /// When it last changed on this site, and why.
    pub changed: Option<(String, Said)>,
    pub sources: Vec<SourceRef>,
    pub cases: Cases,
    /// What else is tied to both ends, and the note on titles.
    pub related: Vec<RelatedList>,
    pub share: texts::ShareTexts,
    pub same_goal: Vec<LineRef>,
    pub same_line: Vec<GoalRef>,
    pub previous: Option<CellRef>,
    pub next: Option<CellRef>,
}

/// Activities, sessions and the like on the page of a link, a line or a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedList {
    /// The layer of the explorer that counts them; the anchor of the list.
    pub id: String,
    pub heading: String,
    /// What is counted and who says so, and that titles stand in English; only where there is room for it.
    pub lead: Option<String>,
    pub items: Vec<RelatedItem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RelatedItem {
    /// As published, in English.
    pub title: String,
    pub within: String,
    pub when: String,
    pub url: Option<Web>,
    /// Only where there is room for it.
    pub summary: Option<Said>,
    /// Only where they are not those of the page.
    pub goals: Vec<GoalId>,
    /// That it comes from memory, or why it is not counted.
    pub remarks: Vec<String>,
}

/// A link where it is only named.
#[derive(Clone, Debug, PartialEq)]
pub struct CellRef {
    pub line: LineRef,
    pub goal: GoalRef,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LinePage {
    pub text: texts::LineTexts,
    pub link_text: texts::LinkTexts,
    pub line: LineRef,
    pub title: String,
    pub family: Option<String>,
    pub later_title: Option<Said>,
    pub summary: Said,
    pub lead: Vec<String>,
    pub co: Vec<String>,
    pub facilitators_recalled: bool,
    pub links: Vec<LinkInFull>,
    /// The lines that share most goals, and how many.
    pub neighbours: Vec<(LineRef, usize)>,
    pub cases: Cases,
    pub related: Vec<RelatedList>,
    pub share: texts::ShareTexts,
    pub sources: Vec<SourceRef>,
    pub previous: Option<LineRef>,
    pub next: Option<LineRef>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GoalPage {
    pub text: texts::GoalTexts,
    pub line_text: texts::LineTexts,
    pub link_text: texts::LinkTexts,
    pub goal: GoalRef,
    pub identifier: String,
    pub summary: Said,
    pub links: Vec<LinkInFull>,
    /// The targets of the goal that are cited, with the lines that cite them.
    pub cited: Vec<Cited>,
    /// How many targets of the goal are not cited.
    pub not_cited: usize,
    /// The goals that share most lines, and how many.
    pub neighbours: Vec<(GoalRef, usize)>,
    pub cases: Cases,
    pub related: Vec<RelatedList>,
    pub share: texts::ShareTexts,
    pub sources: Vec<SourceRef>,
    pub previous: Option<GoalRef>,
    pub next: Option<GoalRef>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub text: texts::Home,
    pub lines: Vec<LineRef>,
    pub goals: Vec<GoalRef>,
    /// Which goals each line is linked with, in the order of `lines`.
    pub woven: Vec<Vec<GoalId>>,
    pub links: usize,
    pub targets: usize,
    pub open_questions: usize,
    /// A few links to start with.
    pub start: Vec<LinkInFull>,
    /// A few case studies that won a prize, and how many there are in all.
    pub stories: Vec<StoryCard>,
    pub story_count: usize,
    pub share: texts::ShareTexts,
}

#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub text: texts::About,
    pub sources: Vec<SourceRef>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    pub text: texts::DataTexts,
    /// When the data were last read.
    pub as_of: String,
    /// The absolute address of this page, for citing.
    pub address: String,
}

packed! {
    Page { lang, route, base, origin, mailto, common, offers, langs, frame, falls_back, body }
    LineRef { id, code, name }
    GoalRef { id, title }
    SourceRef { id, title, publisher, url, date }
    Gist { code, text }
    Note { cell, text }
    Matrix { text, link_text, lines, goals, links, notes, gists, sources, rationale_langs, layers, as_of, version, help, sheet }
}

/// The rationales the explorer has fetched so far, each with its language where that is not the page's.
pub type Rationales = BTreeMap<CellId, Said>;
