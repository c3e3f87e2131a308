//! What hangs on the links: their changes, and layers with what they count. All of it names what exists, and has its words.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    domain::{
        ids::{CellId, GoalId, LineId},
        lang::Lang,
        matrix::Link,
        plural::Category,
    },
    site::files::{CHANGES, LAYERS},
};

impl Check<'_> {
    /// Every link says when it last changed.
    pub(super) fn changes(&mut self) {
        let (Some(file), Some(matrix)) = (&self.files.changes, &self.files.matrix) else { return };
        for (at, change) in file.changes.iter().enumerate() {
            let place = format!("changes[{at}]");
            self.all_six(CHANGES, &place, &change.what);
            if change.cells.is_empty() {
                self.add(CHANGES, &place, "changes nothing");
            }
            if at > 0 && file.changes[at - 1].date > change.date {
                self.add(CHANGES, &place, "stands before the one above: the oldest comes first");
            }
        }
        let told: BTreeSet<&CellId> = file.changes.iter().flat_map(|change| &change.cells).collect();
        for cell in matrix.links.iter().map(Link::cell).filter(|cell| !told.contains(cell)) {
            self.add(CHANGES, cell.to_string(), "is in the matrix, and no change says since when");
        }
    }

    pub(super) fn layers(&mut self) {
        let Some(file) = &self.files.layers else { return };
        self.unique(LAYERS, file.layers.iter().map(|layer| layer.id.clone()));
        for layer in &file.layers {
            let at = |field: &str| format!("{}.{field}", layer.id);
            if layer.id.is_empty() || layer.id == "links" || !layer.id.chars().all(|c| c.is_ascii_lowercase()) {
                self.add(LAYERS, at("id"), "is not a name of lower-case letters, or is taken");
            }
            self.all_six(LAYERS, &at("name"), &layer.name);
            self.all_six(LAYERS, &at("lead"), &layer.lead);
            for lang in Lang::ALL {
                let unit = layer.unit.get(&lang);
                let complete = |unit| Category::needed(lang).iter().all(|category| unit_of(unit, *category));
                if !unit.is_some_and(complete) {
                    self.add(LAYERS, at("unit"), format!("lacks a plural form in {}", lang.code()));
                }
            }
        }
    }

    pub(super) fn related(&mut self) {
        // What hangs on an unreadable file is not reported again.
        let (Some(lines), Some(goals)) = (&self.files.lines, &self.files.goals) else { return };
        let known: BTreeSet<&LineId> = lines.lines.iter().map(|line| &line.id).collect();
        let goals: BTreeSet<GoalId> = goals.goals.iter().map(|goal| goal.number).collect();
        for (from, list) in &self.files.related {
            self.unique(from, list.iter().map(|one| one.id.clone()));
            for one in list {
                for line in one.lines.iter().filter(|line| !known.contains(line)) {
                    self.add(from, &one.id, format!("there is no action line {line}"));
                }
                for goal in one.goals.iter().filter(|goal| !goals.contains(goal)) {
                    self.add(from, &one.id, format!("there is no goal {goal}"));
                }
                if one.lines.is_empty() || one.goals.is_empty() {
                    self.add(from, &one.id, "names no action line or no goal");
                }
                if one.title.trim().is_empty() {
                    self.add(from, &one.id, "has no title");
                }
                if !one.summary.is_empty() {
                    self.english_first(from, &one.id, &one.summary, "summaries of activities");
                }
            }
        }
    }
}

fn unit_of(unit: &crate::domain::plural::Plural, category: Category) -> bool {
    unit.form(category).is_some_and(|text| !text.trim().is_empty())
}
