//! The only place that builds or reads a path of the site.

use serde_json::Value;

use crate::domain::{
    ids::{CellId, GoalId, LineId},
    lang::Lang,
    packed::Packed,
};

/// A kind of page, without its language. `/`, the choice of a language, is outside: it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    Matrix,
    Cell(CellId),
    Line(LineId),
    Goal(GoalId),
    About,
    Accessibility,
    Privacy,
    Data,
    NotFound,
}

impl Route {
    /// The address of the page: `/ict4sdg/` + `fr` + `matrix/c2/9/`. `base` has slashes at both ends.
    pub fn href(&self, base: &str, lang: Lang) -> String {
        format!("{base}{}/{}", lang.code(), self.tail())
    }

    /// The part of the path after the language.
    fn tail(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Matrix => "matrix/".to_owned(),
            Self::Cell(cell) => format!("matrix/{}/{}/", cell.line, cell.goal),
            Self::Line(line) => format!("lines/{line}/"),
            Self::Goal(goal) => format!("goals/{goal}/"),
            Self::About => "about/".to_owned(),
            Self::Accessibility => "accessibility/".to_owned(),
            Self::Privacy => "privacy/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The language and page of a path, as written by [`Route::href`]. Whether the page exists is for the data to say.
    pub fn parse(path: &str, base: &str) -> Option<(Lang, Self)> {
        let (lang, tail) = path.strip_prefix(base)?.split_once('/')?;
        Some((Lang::parse(lang)?, Self::from_tail(tail)?))
    }

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
            ["about", ""] => Self::About,
            ["accessibility", ""] => Self::Accessibility,
            ["privacy", ""] => Self::Privacy,
            ["data", ""] => Self::Data,
            ["404.html"] => Self::NotFound,
            _ => return None,
        })
    }
}

impl Packed for Route {
    fn pack(&self) -> Value {
        self.tail().into()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::from_tail(value.as_str()?)
    }
}

/// Addresses of files that are the same in every language.
pub fn asset(base: &str, path: &str) -> String {
    format!("{base}{path}")
}
