//! The library of case studies: its pages, what they can be narrowed down by, and the world map.

use std::collections::{BTreeMap, BTreeSet};

use super::Maker;
use crate::{
    domain::{
        names::Country,
        story::{Kind, PrizeResult, Story},
    },
    page::{Choice, Dot, Kept, Library, WorldMap},
    site::places::Places,
    store::PER_PAGE,
};

impl Maker<'_> {
    pub(super) fn library(&self, page: usize) -> Option<Library> {
        let stories = &self.content.stories;
        let pages = self.content.library_pages();
        let from = page.checked_sub(1)? * PER_PAGE;
        let here = stories.all.iter().skip(from).take(PER_PAGE);
        // Later pages are for leafing through: narrowing down begins on the first.
        let choices = if page == 1 { self.choices() } else { Choices::default() };
        let first = stories.all.iter().map(|story| story.years.from).min().unwrap_or(self.content.today.year);
        (page <= pages).then(|| Library {
            text: self.texts.library.clone(),
            cards: self.cards(here),
            total: stories.all.len(),
            page,
            pages,
            goals: choices.goals,
            lines: choices.lines,
            regions: choices.regions,
            countries: choices.countries,
            kinds: choices.kinds,
            prizes: choices.prizes,
            prize_years: choices.prize_years,
            first_year: usize::from(first),
            last_year: usize::from(self.content.today.year),
            map: Kept((page == 1).then(|| self.world_map())),
            words: self.words(),
            country_regions: choices.country_regions,
            shelf: self.content.shelf_id.clone(),
        })
    }

    fn world_map(&self) -> WorldMap {
        let (stories, places) = (&self.content.stories, &self.content.places);
        let dots = stories.countries.keys().filter_map(|country| {
            let at = places.countries.get(country)?;
            Some(Dot { country: self.country_ref(*country), x: tenths(at.x), y: tenths(at.y) })
        });
        let mut dots: Vec<Dot> = dots.collect();
        dots.sort_by(|a, b| a.country.name.cmp(&b.country.name));
        WorldMap {
            width: places.width,
            height: places.height,
            dots,
            worldwide: stories.all.iter().filter(|story| story.countries.is_empty()).count(),
        }
    }

    fn choices(&self) -> Choices {
        let all = &self.content.stories.all;
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        let mut add = |facet, value: String| *counts.entry((facet, value)).or_default() += 1;
        for story in all {
            for (facet, value) in facets(story, &self.content.places) {
                add(facet, value);
            }
        }
        let of = |facet: &str, name: &dyn Fn(&str) -> String| -> Vec<Choice> {
            let values = counts.iter().filter(|((other, _), _)| *other == facet);
            values
                .map(|((_, value), count)| Choice { value: value.clone(), name: name(value), count: *count })
                .collect()
        };
        let count = |facet: &'static str, value: &str| counts.get(&(facet, value.to_owned())).copied().unwrap_or(0);
        let countries: Vec<Choice> = by_name(of("country", &|code| {
            Country::parse(code).map_or_else(|_| code.to_owned(), |country| self.country_name(country))
        }));
        let region = |choice: &Choice| {
            let country = Country::parse(&choice.value).ok();
            country.and_then(|country| self.content.places.subregion(country)).unwrap_or_default().to_owned()
        };
        let text = &self.texts.story;
        Choices {
            goals: self
                .goals()
                .into_iter()
                .map(|goal| Choice {
                    value: goal.id.to_string(),
                    count: count("goal", &goal.id.to_string()),
                    name: goal.title,
                })
                .collect(),
            lines: self
                .lines()
                .into_iter()
                .map(|line| Choice {
                    value: line.id.to_string(),
                    count: count("line", line.id.as_str()),
                    name: format!("{} {}", line.code, line.name),
                })
                .collect(),
            regions: by_name(of("region", &|code| self.content.places.subregion_name(code, self.lang))),
            country_regions: countries.iter().map(region).collect(),
            countries,
            kinds: Kind::ALL
                .into_iter()
                .map(|kind| Choice {
                    value: kind.as_str().to_owned(),
                    name: self.kind_name(kind),
                    count: count("type", kind.as_str()),
                })
                .collect(),
            prizes: PrizeResult::ALL
                .into_iter()
                .zip([&text.winner, &text.champion, &text.nominated])
                .map(|(result, name)| Choice {
                    value: result.as_str().to_owned(),
                    name: name.clone(),
                    count: count("prize", result.as_str()),
                })
                .collect(),
            prize_years: of("prizeYear", &|year| year.to_owned()),
        }
    }
}

/// The choices of the facets.
#[derive(Default)]
struct Choices {
    goals: Vec<Choice>,
    lines: Vec<Choice>,
    regions: Vec<Choice>,
    countries: Vec<Choice>,
    country_regions: Vec<String>,
    kinds: Vec<Choice>,
    prizes: Vec<Choice>,
    prize_years: Vec<Choice>,
}

fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| a.name.cmp(&b.name));
    choices
}

/// What a story counts for in each facet, except the years, which are a range.
fn facets(story: &Story, places: &Places) -> Vec<(&'static str, String)> {
    let regions: BTreeSet<&str> = story.countries.iter().filter_map(|country| places.subregion(*country)).collect();
    let goals = story.goals.iter().map(|goal| ("goal", goal.to_string()));
    let lines = story.lines.iter().map(|line| ("line", line.to_string()));
    let countries = story.countries.iter().map(|country| ("country", country.to_string()));
    let regions = regions.into_iter().map(|region| ("region", region.to_owned()));
    let prizes = story
        .prize
        .iter()
        .flat_map(|prize| [("prize", prize.result.as_str().to_owned()), ("prizeYear", prize.year.to_string())]);
    let kind = std::iter::once(("type", story.kind.as_str().to_owned()));
    goals.chain(lines).chain(countries).chain(regions).chain(kind).chain(prizes).collect()
}

/// Tenths of a unit of the map.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the map: 0 to 10,000")]
fn tenths(at: f32) -> usize {
    (at.max(0.0) * 10.0).round() as usize
}
