//! What every view of a page knows: its language, its place, and the words of the frame.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{
        ids::{GoalId, LineId},
        lang::Lang,
        matrix::{Link, Status},
        text::fill,
        texts::Common,
    },
    page::{GoalRef, LineRef, Page},
    route::Route,
};

/// Provided once a page; the language never changes within a document.
#[derive(Clone, Debug)]
pub struct Ctx {
    page: Arc<Page>,
}

/// The context of the page that is being shown.
///
/// # Panics
/// When a view is built outside [`crate::app::App`], which is an error of the program.
pub fn use_ctx() -> Ctx {
    expect_context::<Ctx>()
}

impl Ctx {
    pub const fn new(page: Arc<Page>) -> Self {
        Self { page }
    }

    pub fn page(&self) -> &Page {
        &self.page
    }

    pub fn lang(&self) -> Lang {
        self.page.lang
    }

    pub fn common(&self) -> &Common {
        &self.page.common
    }

    /// The address of a page in the language of this one.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.page.base, self.page.lang)
    }

    pub fn line_href(&self, line: &LineId) -> String {
        self.href(&Route::Line(line.clone()))
    }

    pub fn goal_href(&self, goal: GoalId) -> String {
        self.href(&Route::Goal(goal))
    }

    /// “C2 Infrastructure”
    pub fn line_name(&self, line: &LineRef) -> String {
        format!("{} {}", line.code, line.name)
    }

    /// “Goal 9 Industry, innovation and infrastructure”
    pub fn goal_name(&self, goal: &GoalRef) -> String {
        format!("{} {}", self.goal_number(goal.id), goal.title)
    }

    /// “Goal 9”
    pub fn goal_number(&self, goal: GoalId) -> String {
        fill(&self.common().goal_n, &[("n", &goal.to_string())])
    }

    /// “3 targets: 9.1, 9.a, 9.c”, or “the goal as a whole”, or both.
    pub fn targets(&self, link: &Link) -> String {
        let common = self.common();
        let mut parts = Vec::new();
        if !link.targets.is_empty() {
            let codes: Vec<&str> = link.targets.iter().map(super::domain::ids::TargetCode::as_str).collect();
            let count = common.count_targets.count(self.lang(), codes.len());
            let (colon, comma) = self.punctuation();
            parts.push(format!("{count}{colon}{}", codes.join(comma)));
        }
        if link.whole {
            parts.push(common.whole_goal.clone());
        }
        parts.join(" + ")
    }

    /// How sure a link is, in words.
    pub fn status(&self, status: Status) -> &str {
        let common = self.common();
        match status {
            Status::Confirmed => &common.confirmed,
            Status::Disputed => &common.disputed,
            Status::Unconfirmed => &common.unconfirmed,
        }
    }

    /// The comma between the items of a list, with its space.
    pub fn comma(&self) -> &'static str {
        self.punctuation().1
    }

    /// Colon and list comma of the language, with their spaces.
    fn punctuation(&self) -> (&'static str, &'static str) {
        match self.lang() {
            Lang::Zh => ("：", "、"),
            Lang::Ar => (": ", "، "),
            Lang::Fr => ("\u{a0}: ", ", "),
            _ => (": ", ", "),
        }
    }
}
