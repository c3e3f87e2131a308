//! The case studies of a build, newest first, with everything by which they are found.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{
    content::Words,
    day::Day,
    ids::{CellId, GoalId, LineId},
    lang::Lang,
    names::{Country, Slug},
    story::{Bases, Kind, Origin, Story, WebLink, Years},
};

/// An organisation with a page: one that has a case study of ours, not an imported one only.
#[derive(Clone, Debug)]
pub struct Organisation {
    pub name: String,
    pub kind: Kind,
    pub stories: Vec<usize>,
}

/// All case studies, newest first; the numbers are places in `all`.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    pub all: Vec<Story>,
    pub slugs: HashMap<Slug, usize>,
    pub cells: HashMap<CellId, Vec<usize>>,
    pub lines: HashMap<LineId, Vec<usize>>,
    pub goals: HashMap<GoalId, Vec<usize>>,
    pub countries: BTreeMap<Country, Vec<usize>>,
    pub organisations: BTreeMap<Slug, Organisation>,
}

impl Stories {
    /// Sorts and indexes: ours before imported ones of the same first year, then by slug.
    pub fn of(mut all: Vec<Story>) -> Self {
        let imported = |story: &Story| story.origin == Origin::Imported;
        all.sort_by(|a, b| {
            b.years.from.cmp(&a.years.from).then(imported(a).cmp(&imported(b))).then_with(|| a.id.cmp(&b.id))
        });
        let mut stories = Self::default();
        for (at, story) in all.iter().enumerate() {
            stories.slugs.insert(story.id.clone(), at);
            for line in &story.lines {
                stories.lines.entry(line.clone()).or_default().push(at);
                for goal in &story.goals {
                    let cell = CellId { line: line.clone(), goal: *goal };
                    stories.cells.entry(cell).or_default().push(at);
                }
            }
            for goal in &story.goals {
                stories.goals.entry(*goal).or_default().push(at);
            }
            for country in &story.countries {
                stories.countries.entry(*country).or_default().push(at);
            }
            if !imported(story)
                && let Some(slug) = organisation_slug(&story.organisation)
            {
                let new = || Organisation { name: story.organisation.clone(), kind: story.kind, stories: Vec::new() };
                stories.organisations.entry(slug).or_insert_with(new).stories.push(at);
            }
        }
        stories.all = all;
        stories
    }

    pub fn get(&self, slug: &Slug) -> Option<&Story> {
        self.all.get(*self.slugs.get(slug)?)
    }

    /// The organisation of a story, if it has a page.
    pub fn organisation(&self, story: &Story) -> Option<(&Slug, &Organisation)> {
        let slug = organisation_slug(&story.organisation)?;
        self.organisations.get_key_value(&slug)
    }

    /// The stories at these places, as many as asked for.
    pub fn at<'a>(&'a self, places: &'a [usize], most: usize) -> impl Iterator<Item = &'a Story> + 'a {
        places.iter().take(most).filter_map(|at| self.all.get(*at))
    }
}

/// The slug of an organisation, from its name in whatever script.
pub fn organisation_slug(name: &str) -> Option<Slug> {
    let slug = slug::slugify(name);
    let cut: String = slug.chars().take(80).collect();
    Slug::parse(cut.trim_end_matches('-')).ok()
}

/// An entry of another list, of which nothing is known yet but where it stands.
pub fn imported(id: Slug, original: WebLink, confirmed: Day) -> Story {
    Story {
        id,
        lang: Lang::En,
        title: String::new(),
        summary: String::new(),
        body: Vec::new(),
        translations: BTreeMap::new(),
        organisation: String::new(),
        kind: Kind::Government,
        countries: Vec::new(),
        scope: None,
        years: Years { from: confirmed.year, to: None, about: false },
        lines: Vec::new(),
        goals: Vec::new(),
        targets: Vec::new(),
        evidence: Vec::new(),
        basis: Bases::default(),
        results: Vec::new(),
        prize: None,
        links: Vec::new(),
        origin: Origin::Imported,
        original: Some(original),
        confirmed,
        consent: None,
        sources: Vec::new(),
        note: Words::new(),
    }
}
