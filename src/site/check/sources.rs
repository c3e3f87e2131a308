//! Sources: each that is named exists, and each that exists is named.

use std::collections::BTreeSet;

use super::{Check, GOALS, LINES, MATRIX, Problem, STORIES};
use crate::domain::names::Web;

impl Check<'_> {
    /// Every source that is named exists, and every source that exists is named.
    pub(super) fn sources(&mut self) {
        let Some(file) = &self.files.sources else { return };
        self.unique("sources.json", file.sources.iter().map(|source| source.id.clone()));
        let mut named: Vec<(&str, String, &String)> = Vec::new();
        for line in self.files.lines.iter().flat_map(|file| &file.lines) {
            for id in line.sources.iter().chain(&line.facilitators.sources) {
                named.push((LINES, line.id.to_string(), id));
            }
        }
        for goal in self.files.goals.iter().flat_map(|file| &file.goals) {
            for id in &goal.sources {
                named.push((GOALS, goal.number.to_string(), id));
            }
        }
        if let Some(matrix) = &self.files.matrix {
            for id in &matrix.document_sources {
                named.push((MATRIX, "documentSources".to_owned(), id));
            }
            for link in &matrix.links {
                let ids = link.sources.iter().chain(link.readings.iter().map(|reading| &reading.source));
                named.extend(ids.map(|id| (MATRIX, link.cell().to_string(), id)));
            }
        }
        for name in self.files.country_names.iter().flat_map(|file| &file.names) {
            named.extend(name.sources.iter().map(|id| ("country-names.json", name.country.to_string(), id)));
        }
        for story in &self.files.stories {
            let of_prize = story.prize.iter().filter_map(|prize| prize.source.as_ref());
            // Of a submitted story it may be an address where the organisation says so.
            let of_results = story.results.iter().map(|result| &result.source).filter(|id| Web::parse(id).is_err());
            let ids = story.sources.iter().chain(of_prize).chain(of_results);
            named.extend(ids.map(|id| (STORIES, story.id.to_string(), id)));
        }
        for (from, list) in &self.files.related {
            named.extend(list.iter().flat_map(|one| one.sources.iter().map(|id| (from.as_str(), one.id.clone(), id))));
        }
        let known: BTreeSet<&String> = file.sources.iter().map(|source| &source.id).collect();
        for (name, place, id) in &named {
            if !known.contains(id) {
                self.problems.push(Problem {
                    file: (*name).to_owned(),
                    place: place.clone(),
                    what: format!("there is no source “{id}”"),
                });
            }
        }
        let all_read = self.files.lines.is_some() && self.files.goals.is_some() && self.files.matrix.is_some();
        for id in known {
            if all_read && !named.iter().any(|(_, _, other)| *other == id) {
                self.problems.push(Problem {
                    file: "sources.json".to_owned(),
                    place: id.clone(),
                    what: "nothing cites this source".to_owned(),
                });
            }
        }
    }
}
