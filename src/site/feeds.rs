//! Feeds of the case studies, newest first: Atom and JSON Feed, in each language, for all of them and for each goal.

use atom_syndication as atom;
use serde_json::json;

use super::{pages::Content, settings::Settings};
use crate::{
    domain::{ids::GoalId, lang::Lang, story::Story},
    route::{Route, asset},
};

/// Case studies in a feed.
const LONGEST: usize = 50;

/// One feed: the case studies that are told in a language, all or those for a goal.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    pub lang: Lang,
    pub goal: Option<GoalId>,
}

impl Feed {
    /// Every feed of the site.
    pub fn all(content: &Content) -> Vec<Self> {
        let goals = || content.goals.iter().map(|goal| Some(goal.number));
        Lang::ALL
            .into_iter()
            .flat_map(|lang| std::iter::once(None).chain(goals()).map(move |goal| Self { lang, goal }))
            .collect()
    }

    /// Below the root of the site: `feeds/fr/case-studies.atom`, `feeds/fr/goals/9/case-studies.json`.
    pub fn path(self, ending: &str) -> String {
        let goal = self.goal.map(|goal| format!("goals/{goal}/")).unwrap_or_default();
        format!("feeds/{}/{goal}case-studies.{ending}", self.lang.code())
    }

    fn stories(self, content: &Content) -> impl Iterator<Item = &Story> {
        let all = content.stories.all.iter();
        all.filter(move |story| story.in_language(self.lang).is_some())
            .filter(move |story| self.goal.is_none_or(|goal| story.goals.contains(&goal)))
            .take(LONGEST)
    }

    fn title(self, content: &Content) -> String {
        let stories = &content.texts(self.lang).common.stories;
        let goal = self.goal.and_then(|id| content.goals.iter().find(|goal| goal.number == id));
        match goal.and_then(|goal| goal.title.get(&self.lang)) {
            Some(goal) => format!("#ICT4SDG · {stories} · {goal}"),
            None => format!("#ICT4SDG · {stories}"),
        }
    }

    /// The page that shows the same.
    fn page(self, settings: &Settings) -> String {
        let route = self.goal.map_or(Route::Library(1), Route::Goal);
        settings.absolute(&route.href(&settings.base, self.lang))
    }

    /// The feed as Atom.
    pub fn atom(self, content: &Content, settings: &Settings) -> String {
        let here = settings.absolute(&asset(&settings.base, &self.path("atom")));
        let entries: Vec<atom::Entry> = self.stories(content).filter_map(|story| self.entry(story, settings)).collect();
        let updated = self.stories(content).map(|story| story.confirmed).max().unwrap_or(content.today);
        let feed = atom::Feed {
            title: self.title(content).into(),
            id: here.clone(),
            updated: instant(&updated.to_string()),
            links: vec![link(here, "self"), link(self.page(settings), "alternate")],
            authors: vec![atom::Person { name: "#ICT4SDG".to_owned(), ..atom::Person::default() }],
            rights: Some("CC BY 4.0".into()),
            lang: Some(self.lang.code().to_owned()),
            entries,
            ..atom::Feed::default()
        };
        feed.to_string()
    }

    fn entry(self, story: &Story, settings: &Settings) -> Option<atom::Entry> {
        let told = story.in_language(self.lang)?;
        let address = address(story, self.lang, settings);
        Some(atom::Entry {
            title: told.title.to_owned().into(),
            id: address.clone(),
            updated: instant(&story.confirmed.to_string()),
            links: vec![link(address, "alternate")],
            summary: Some(told.summary.to_owned().into()),
            categories: story
                .goals
                .iter()
                .map(|goal| atom::Category {
                    term: goal.to_string(),
                    scheme: Some("http://metadata.un.org/sdg/".to_owned()),
                    label: None,
                })
                .collect(),
            ..atom::Entry::default()
        })
    }

    /// The feed as JSON Feed 1.1.
    pub fn json(self, content: &Content, settings: &Settings) -> String {
        let items: Vec<_> = self
            .stories(content)
            .filter_map(|story| {
                let told = story.in_language(self.lang)?;
                let address = address(story, self.lang, settings);
                Some(json!({
                    "id": address,
                    "url": address,
                    "title": told.title,
                    "content_text": told.summary,
                    "date_modified": instant(&story.confirmed.to_string()).to_rfc3339(),
                    "language": self.lang.code(),
                    "tags": story.goals.iter().map(|goal| format!("SDG {goal}")).collect::<Vec<_>>(),
                    "authors": [{ "name": story.organisation }],
                }))
            })
            .collect();
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title(content),
            "home_page_url": self.page(settings),
            "feed_url": settings.absolute(&asset(&settings.base, &self.path("json"))),
            "language": self.lang.code(),
            "items": items,
        })
        .to_string()
    }
}

fn address(story: &Story, lang: Lang, settings: &Settings) -> String {
    settings.absolute(&Route::Story(story.id.clone()).href(&settings.base, lang))
}

/// A link of a feed or an entry.
pub fn link(href: String, rel: &str) -> atom::Link {
    atom::Link { href, rel: rel.to_owned(), ..atom::Link::default() }
}

/// The beginning of a day.
pub fn instant(day: &str) -> atom::FixedDateTime {
    format!("{day}T00:00:00Z").parse().unwrap_or_default()
}
