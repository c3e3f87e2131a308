//! Pages inside other sites, and the page where staff put them together.

use super::{GoalRef, LineRef};
use crate::domain::{content::LoaderRelease, names::Slug, texts};

/// The frame of a page inside another site.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedFrame {
    pub text: texts::Embed,
    /// The day of the data that are shown, as the language writes it.
    pub as_of: String,
    /// Of a frozen page that is no longer the newest: the day of the newest data.
    pub newer: Option<String>,
}

/// Where staff put together what they embed.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedPage {
    pub text: texts::Embed,
    pub explorer: texts::Explorer,
    pub lines: Vec<LineRef>,
    pub goals: Vec<GoalRef>,
    /// The pairs that the matrix links: `c2-9`.
    pub links: Vec<String>,
    pub layers: Vec<(String, String)>,
    /// Our own case studies told in the language, by slug and title.
    pub stories: Vec<(Slug, String)>,
    /// Versions of the data that stay as they are, the newest first: name and day.
    pub versions: Vec<(String, String)>,
    /// The newest release of the script for hosts.
    pub loader: Option<LoaderRelease>,
}
