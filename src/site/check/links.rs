//! Links of the matrix: what they cite, how sure they are, and why they are there.

use std::collections::BTreeSet;

use super::{Check, MATRIX};
use crate::domain::{
    ids::CellId,
    lang::Lang,
    matrix::{Link, Status},
};

impl Check<'_> {
    pub(super) fn links(&mut self) {
        let Some(file) = &self.files.matrix else { return };
        self.unique(MATRIX, file.links.iter().map(Link::cell));
        for link in &file.links {
            let place = link.cell().to_string();
            if let Some(lines) = &self.files.lines
                && !lines.lines.iter().any(|line| line.id == link.line)
            {
                self.add(MATRIX, &place, format!("there is no action line {}", link.line));
            }
            if let Some(goals) = &self.files.goals
                && !goals.goals.iter().any(|goal| goal.number == link.goal)
            {
                self.add(MATRIX, &place, format!("there is no goal {}", link.goal));
            }
            self.cited(&place, link);
            self.doubts(&place, link);
        }
    }

    /// The targets of a link and of its readings exist, belong to the goal, and stand in order.
    fn cited(&mut self, place: &str, link: &Link) {
        if link.targets.is_empty() && !link.whole {
            self.add(MATRIX, place, "cites neither targets nor the goal as a whole");
        }
        if link.sources.is_empty() {
            self.add(MATRIX, place, "names no source");
        }
        let lists = std::iter::once(&link.targets).chain(link.readings.iter().map(|reading| &reading.targets));
        for codes in lists {
            if !codes.is_sorted() {
                self.add(MATRIX, place, "its targets are not in order");
            }
            for code in codes {
                if !code.belongs_to(link.goal) {
                    self.add(MATRIX, place, format!("target {code} does not belong to goal {}", link.goal));
                }
                if let Some(targets) = &self.files.targets
                    && !targets.targets.iter().any(|target| target.code == *code)
                {
                    self.add(MATRIX, place, format!("there is no target {code}"));
                }
            }
        }
    }

    /// A confirmed link has no readings; any other has two, one of which is what the link shows.
    fn doubts(&mut self, place: &str, link: &Link) {
        let confirmed = link.status == Status::Confirmed;
        if confirmed && !(link.readings.is_empty() && link.note.is_empty()) {
            self.add(MATRIX, place, "is confirmed, yet has readings or a note");
        }
        if confirmed {
            return;
        }
        self.english_first(MATRIX, &format!("{place}.note"), &link.note, "notes on links");
        let shown = link
            .readings
            .iter()
            .any(|reading| !reading.is_record() && reading.targets == link.targets && reading.whole == link.whole);
        if link.readings.len() < 2 || !shown {
            self.add(MATRIX, place, "needs two readings, one of them what is shown and read in a source");
        }
        let absent = link.readings.iter().any(|reading| reading.absent);
        if absent != (link.status == Status::Unconfirmed) {
            self.add(MATRIX, place, "“unconfirmed” goes with a reading that lacks the link, and only with that");
        }
    }

    pub(super) fn rationales(&mut self) {
        let cells: BTreeSet<CellId> = self.links_of().map(Link::cell).collect();
        if self.files.matrix.is_none() {
            return;
        }
        for (lang, file) in &self.files.rationales {
            let name = format!("{}/matrix.json", lang.code());
            for (cell, text) in &file.rationales {
                if !cells.contains(cell) {
                    self.add(&name, cell.to_string(), "the matrix has no such link");
                }
                if text.trim().is_empty() {
                    self.add(&name, cell.to_string(), "is empty");
                }
            }
            let missing = cells.iter().filter(|cell| !file.rationales.contains_key(cell));
            if *lang == Lang::En {
                for cell in missing {
                    self.add(&name, cell.to_string(), "has no rationale");
                }
            } else {
                let missing = missing.count();
                if missing > 0 {
                    self.coverage.missing.insert(("rationales", *lang), missing);
                }
            }
        }
    }
}
