//! The pages of organisations and countries, and that of the search.

use std::collections::BTreeSet;

use super::Maker;
use crate::{
    domain::{
        ids::GoalId,
        matrix::Link,
        names::{Country, Slug},
        story::Story,
        text::in_query,
    },
    page::{GoalRef, Place, Search},
    store::PER_PAGE,
};

impl Maker<'_> {
    pub(super) fn organisation(&self, slug: &Slug) -> Option<Place> {
        let organisation = self.content.stories.organisations.get(slug)?;
        let stories: Vec<&Story> = self.content.stories.at(&organisation.stories, PER_PAGE).collect();
        Some(Place {
            text: self.texts.place.clone(),
            kicker: self.texts.place.organisation.clone(),
            name: organisation.name.clone(),
            named: false,
            what: self.kind_name(organisation.kind),
            goals: self.goals_of(&stories),
            cards: self.cards(stories.into_iter()),
            count: organisation.stories.len(),
            query: format!("q={}", in_query(&organisation.name)),
            name_note: None,
            sources: Vec::new(),
        })
    }

    pub(super) fn country(&self, country: Country) -> Option<Place> {
        let (content, text) = (self.content, &self.texts.place);
        let places = content.stories.countries.get(&country)?;
        let stories: Vec<&Story> = content.stories.at(places, PER_PAGE).collect();
        let region = content.places.subregion(country).unwrap_or_default();
        let renamed = content.places.renamed.get(&country);
        Some(Place {
            text: text.clone(),
            kicker: text.country.clone(),
            name: self.country_name(country),
            named: true,
            what: content.places.subregion_name(region, self.lang),
            goals: self.goals_of(&stories),
            cards: self.cards(stories.into_iter()),
            count: places.len(),
            query: format!("countries={country}"),
            name_note: renamed.map(|_| text.name_source.clone()),
            sources: renamed.map(|sources| self.sources_of(sources.iter())).unwrap_or_default(),
        })
    }

    fn goals_of(&self, stories: &[&Story]) -> Vec<GoalRef> {
        let goals: BTreeSet<GoalId> = stories.iter().flat_map(|story| story.goals.iter().copied()).collect();
        goals.into_iter().filter_map(|goal| self.find_goal(goal)).collect()
    }

    pub(super) fn search(&self) -> Search {
        Search {
            text: self.texts.search.clone(),
            goals: self.goals(),
            lines: self.lines(),
            cells: self.content.links.iter().map(Link::cell).collect(),
        }
    }
}
