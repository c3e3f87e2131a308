//! The only place that builds or reads a path of the site.

use crate::domain::{
    ids::{CellId, GoalId, LineId},
    lang::Lang,
    names::{Country, Slug},
    packed::Packed,
    value::Value,
};

/// A kind of page, without its language. `/`, the choice of a language, is outside: it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    Matrix,
    Cell(CellId),
    Line(LineId),
    Goal(GoalId),
    /// A page of the library of case studies, from 1.
    Library(usize),
    Story(Slug),
    Organisation(Slug),
    Country(Country),
    Search,
    About,
    Accessibility,
    Privacy,
    Data,
    Embed,
    Submit,
    NotFound,
}

impl Route {
    /// The address of the page: `/ict4sdg/` + `fr` + `matrix/c2/9/`. `base` has slashes at both ends.
    pub fn href(&self, base: &str, lang: Lang) -> String {
        format!("{base}{}/{}", lang.code(), self.tail())
    }

    /// The address of the page as it stands inside other sites: `/embed/fr/matrix/`.
    pub fn embed_href(&self, base: &str, lang: Lang) -> String {
        self.href(&format!("{base}embed/"), lang)
    }

    /// The part of the path after the language.
    fn tail(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Matrix => "matrix/".to_owned(),
            Self::Cell(cell) => format!("matrix/{}/{}/", cell.line, cell.goal),
            Self::Line(line) => format!("lines/{line}/"),
            Self::Goal(goal) => format!("goals/{goal}/"),
            Self::Library(1) => "case-studies/".to_owned(),
            Self::Library(page) => format!("case-studies/page/{page}/"),
            Self::Story(slug) => format!("case-studies/{slug}/"),
            Self::Organisation(slug) => format!("organisations/{slug}/"),
            Self::Country(country) => format!("countries/{}/", country.lower()),
            Self::Search => "search/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Accessibility => "accessibility/".to_owned(),
            Self::Privacy => "privacy/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Embed => "embed/".to_owned(),
            Self::Submit => "submit/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The short address of what people share most, without a language: each reader is led to their own.
    pub fn short(&self) -> Option<String> {
        match self {
            Self::Story(slug) => Some(format!("s/{slug}/")),
            Self::Cell(cell) => Some(format!("s/{cell}/")),
            Self::Line(line) => Some(format!("s/{line}/")),
            Self::Goal(goal) => Some(format!("s/{goal}/")),
            _ => None,
        }
    }

    /// Where the share picture of the page (`png`) and its QR code (`svg`) lie, below the root of the site.
    pub fn picture(&self, lang: Lang, ending: &str) -> String {
        let tail = self.tail();
        let name = if tail.is_empty() { "home" } else { tail.trim_end_matches('/') };
        format!("share/{}/{name}.{ending}", lang.code())
    }

    /// The language and page of a path, as written by [`Route::href`]. Whether the page exists is for the data to say.
    pub fn parse(path: &str, base: &str) -> Option<(Lang, Self)> {
        let (lang, tail) = path.strip_prefix(base)?.split_once('/')?;
        Some((Lang::parse(lang)?, Self::from_tail(tail)?))
    }

    /// Without [`Route::Embed`] and [`Route::Submit`]: the application leaves these pages to the browser.
    fn from_tail(tail: &str) -> Option<Self> {
        let parts: Vec<&str> = tail.split('/').collect();
        Some(match parts.as_slice() {
            [""] => Self::Home,
            ["matrix", ""] => Self::Matrix,
            ["matrix", line, goal, ""] => {
                Self::Cell(CellId { line: LineId::parse(line).ok()?, goal: GoalId::parse(goal)? })
            }
            ["lines", line, ""] => Self::Line(LineId::parse(line).ok()?),
            ["goals", goal, ""] => Self::Goal(GoalId::parse(goal)?),
            ["case-studies", ""] => Self::Library(1),
            ["case-studies", "page", page, ""] => Self::Library(page_number(page)?),
            ["case-studies", slug, ""] => Self::Story(Slug::parse(slug).ok()?),
            ["organisations", slug, ""] => Self::Organisation(Slug::parse(slug).ok()?),
            ["countries", code, ""] if *code == code.to_ascii_lowercase() => {
                Self::Country(Country::parse(&code.to_ascii_uppercase()).ok()?)
            }
            ["search", ""] => Self::Search,
            ["about", ""] => Self::About,
            ["accessibility", ""] => Self::Accessibility,
            ["privacy", ""] => Self::Privacy,
            ["data", ""] => Self::Data,
            ["404.html"] => Self::NotFound,
            _ => return None,
        })
    }
}

/// The number of a further page: from 2, as the first has an address of its own, without a leading zero.
fn page_number(text: &str) -> Option<usize> {
    let plain = text.len() <= 6 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|page| *page > 1)
}

impl Packed for Route {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.tail().into()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::from_tail(value.as_str()?)
    }
}

/// Id of the field on the page of the search, and the fragment that leads into it.
pub const SEARCH_FIELD: &str = "search-q";

/// Addresses of files that are the same in every language.
pub fn asset(base: &str, path: &str) -> String {
    format!("{base}{path}")
}
