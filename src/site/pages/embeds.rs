//! Pages inside other sites, and the page where staff put them together.

use super::{Content, Maker};
use crate::{
    domain::{
        content::{Version, VersionFile},
        day::Day,
        lang::Lang,
    },
    page::{EmbedFrame, EmbedPage, Kept, Page},
    route::Route,
    site::{embed, settings::Settings, versions},
};

impl Content {
    /// A page as it stands inside other sites; `None` where nothing can be embedded.
    pub fn embedded(&self, lang: Lang, route: &Route, settings: &Settings) -> Option<Page> {
        let maker = Maker { content: self, lang, texts: self.texts(lang), settings };
        let frame = EmbedFrame { text: maker.texts.embed.clone(), as_of: maker.written_day(&self.as_of), newer: None };
        let page = self.page(lang, route, settings)?;
        Some(Page { frame: Kept(Some(frame)), ..page })
    }

    /// The explorer with the matrix of a version, as it stands inside other sites, in every language.
    pub fn frozen(&self, id: &str, file: &VersionFile, settings: &Settings) -> Vec<Page> {
        let (then, is_outdated) = (versions::as_it_was(self, id, file), versions::is_outdated(self, id));
        let frozen = |lang| {
            let mut page = then.embedded(lang, &Route::Matrix, settings)?;
            let maker = Maker { content: self, lang, texts: self.texts(lang), settings };
            if let Kept(Some(frame)) = &mut page.frame {
                frame.newer = is_outdated.then(|| maker.written_day(&self.as_of));
            }
            Some(page)
        };
        Lang::ALL.into_iter().filter_map(frozen).collect()
    }
}

impl Maker<'_> {
    pub(super) fn embed(&self) -> EmbedPage {
        let embeddable = embed::routes(self.content, self.lang);
        let stories =
            self.content.stories.all.iter().filter(|story| {
                embeddable.iter().any(|route| matches!(route, Route::Story(slug) if *slug == story.id))
            });
        let versions = self.content.versions.iter().rev();
        EmbedPage {
            text: self.texts.embed.clone(),
            explorer: self.texts.explorer.clone(),
            lines: self.lines(),
            goals: self.goals(),
            links: self.content.links.iter().map(|link| link.cell().to_string()).collect(),
            layers: self.content.layers.iter().map(|layer| (layer.id.clone(), self.word(&layer.name))).collect(),
            stories: stories.map(|story| (story.id.clone(), self.card(story).title.text)).collect(),
            versions: versions.map(|Version { id, date }| (id.clone(), self.written_day(date))).collect(),
            loader: self.content.loader.clone(),
        }
    }

    /// A day of the data as the language writes it.
    pub(super) fn written_day(&self, text: &str) -> String {
        Day::parse(text).map_or_else(|_| text.to_owned(), |day| self.day(day))
    }
}
