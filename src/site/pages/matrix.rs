//! The pages of the matrix: home, explorer, links, lines, goals.

use std::collections::BTreeSet;

use super::{
    Maker,
    stories::{SHOWN, SHOWN_OF_CELL},
};
use crate::{
    domain::{
        bridges::neighbours,
        content::{Confidence, Line},
        ids::{CellId, GoalId, LineId, TargetCode},
        lang::Lang,
        matrix::{Link, Status},
        text::{Said, fill},
    },
    page::{Cell, CellRef, Cited, GoalPage, Home, Kept, LinePage, LinkInFull, Matrix, Note},
};

/// The links the home page begins with: an infrastructure, a health and a farming one, chosen by the editors.
const START: [(&str, u64); 3] = [("c2", 9), ("c7-ehea", 3), ("c7-eagr", 2)];

/// Neighbours named on the page of a line or a goal.
const NEIGHBOURS: usize = 4;

/// Those that cite most targets first; where as many are cited, the order of the matrix stays.
fn ranked(mut links: Vec<LinkInFull>) -> Vec<LinkInFull> {
    links.sort_by_key(|full| std::cmp::Reverse(full.link.targets.len()));
    links
}

impl Maker<'_> {
    pub(super) fn home(&self) -> Home {
        let links = &self.content.links;
        let cited: BTreeSet<&TargetCode> = links.iter().flat_map(|link| &link.targets).collect();
        let linked = |line: &Line| links.iter().filter(|link| link.line == line.id).map(|link| link.goal).collect();
        let start = START.iter().filter_map(|(line, goal)| {
            let link = links.iter().find(|link| link.line.as_str() == *line && u64::from(link.goal) == *goal)?;
            self.in_full(link)
        });
        Home {
            text: self.texts.home.clone(),
            lines: self.lines(),
            goals: self.goals(),
            woven: self.content.lines.iter().map(linked).collect(),
            links: links.len(),
            targets: cited.len(),
            open_questions: links.iter().filter(|link| link.status != Status::Confirmed).count(),
            start: start.collect(),
            stories: self.cards(self.content.stories.all.iter().filter(|story| story.prize.is_some()).take(3)),
            story_count: self.content.stories.all.len(),
            share: self.texts.share.clone(),
        }
    }

    pub(super) fn matrix(&self) -> Matrix {
        let links = &self.content.links;
        let noted = links.iter().filter(|link| !link.note.is_empty());
        let complete = |lang: Lang| self.content.rationales[&lang].rationales.len() >= links.len();
        let rationale_langs = if complete(self.lang) { vec![self.lang] } else { vec![self.lang, Lang::En] };
        Matrix {
            text: self.texts.explorer.clone(),
            link_text: self.texts.link.clone(),
            lines: self.lines(),
            goals: self.goals(),
            links: links.clone(),
            notes: noted.map(|link| Note { cell: link.cell(), text: self.said(&link.note) }).collect(),
            gists: self.gists(links.iter().flat_map(|link| &link.targets)),
            sources: self.sources_of(links.iter().flat_map(|link| &link.sources)),
            rationale_langs,
            layers: self.layers(),
            as_of: self.content.as_of.clone(),
            version: self.content.version.clone().unwrap_or_default(),
            help: Kept(Some(self.texts.help.clone())),
            sheet: Kept(Some(self.texts.share.system.clone())),
        }
    }

    pub(super) fn cell(&self, cell: &CellId) -> Option<Cell> {
        let links = &self.content.links;
        let at = links.iter().position(|link| link.cell() == *cell)?;
        let link = &links[at];
        let neighbour = |at: Option<usize>| {
            let link = links.get(at?)?;
            Some(CellRef { line: self.find_line(&link.line)?, goal: self.find_goal(link.goal)? })
        };
        let changed = self.content.changes.iter().rev().find(|change| change.cells.contains(cell));
        let others = links.iter().filter(|other| other.cell() != *cell);
        let same_goal = others.clone().filter(|other| other.goal == link.goal);
        let same_line = others.filter(|other| other.line == link.line);
        Some(Cell {
            text: self.texts.cell.clone(),
            link_text: self.texts.link.clone(),
            full: self.in_full(link)?,
            cases: self.cases(
                self.content.stories.cells.get(cell),
                SHOWN_OF_CELL,
                &self.texts.story.for_cell,
                &format!("goals={}&lines={}", cell.goal, cell.line),
            ),
            related: self.tied(|one| one.counts() && one.cells().any(|named| named == *cell), false),
            share: self.texts.share.clone(),
            changed: changed.map(|change| {
                let day = self.day(change.date);
                (fill(&self.texts.cell.changed, &[("date", &day)]), self.said(&change.what))
            }),
            note: (!link.note.is_empty()).then(|| self.said(&link.note)),
            sources: self.sources_of(link.sources.iter().chain(&self.content.document_sources)),
            same_goal: same_goal.filter_map(|other| self.find_line(&other.line)).collect(),
            same_line: same_line.filter_map(|other| self.find_goal(other.goal)).collect(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        })
    }

    pub(super) fn line(&self, id: &LineId) -> Option<LinePage> {
        let lines = &self.content.lines;
        let at = lines.iter().position(|line| line.id == *id)?;
        let line = &lines[at];
        let links = self.content.links.iter().filter(|link| link.line == *id);
        let all: Vec<LineId> = lines.iter().map(|line| line.id.clone()).collect();
        let shared = neighbours(id, &all, &self.content.links, |link| (link.line.clone(), link.goal));
        let facilitators = &line.facilitators;
        let tied = self.sources_of_tied(|one| one.lines.contains(id));
        Some(LinePage {
            text: self.texts.line.clone(),
            link_text: self.texts.link.clone(),
            line: self.line_ref(line),
            title: self.word(&line.title),
            family: (!line.family.is_empty()).then(|| self.word(&line.family)),
            later_title: line.later_title.get(&self.lang).map(|text| Said { text: text.clone(), lang: None }),
            summary: self.said(&line.summary),
            lead: facilitators.lead.clone(),
            co: facilitators.co.clone(),
            facilitators_recalled: facilitators.confidence == Confidence::Recalled,
            links: ranked(links.filter_map(|link| self.in_full(link)).collect()),
            neighbours: shared
                .into_iter()
                .take(NEIGHBOURS)
                .filter_map(|(line, count)| Some((self.find_line(&line)?, count)))
                .collect(),
            related: self.tied(|one| one.lines.contains(id), true),
            cases: self.cases(
                self.content.stories.lines.get(id),
                SHOWN,
                &self.texts.story.for_line,
                &format!("lines={id}"),
            ),
            share: self.texts.share.clone(),
            sources: self.sources_of(line.sources.iter().chain(&facilitators.sources).chain(tied)),
            previous: at.checked_sub(1).map(|at| self.line_ref(&lines[at])),
            next: lines.get(at + 1).map(|line| self.line_ref(line)),
        })
    }

    pub(super) fn goal(&self, id: GoalId) -> Option<GoalPage> {
        let goals = &self.content.goals;
        let at = goals.iter().position(|goal| goal.number == id)?;
        let goal = &goals[at];
        let links: Vec<&Link> = self.content.links.iter().filter(|link| link.goal == id).collect();
        let of_goal = || self.content.targets.iter().filter(|target| target.goal == id);
        let cited: Vec<_> = of_goal()
            .filter_map(|target| {
                let by = links.iter().filter(|link| link.targets.contains(&target.code));
                let by: Vec<_> = by.filter_map(|link| self.find_line(&link.line)).collect();
                (!by.is_empty()).then(|| Cited { code: target.code.clone(), gist: self.said(&target.gist), by })
            })
            .collect();
        let tied = self.sources_of_tied(|one| one.goals.contains(&id));
        let all: Vec<GoalId> = goals.iter().map(|goal| goal.number).collect();
        let shared = neighbours(&id, &all, &self.content.links, |link| (link.goal, link.line.clone()));
        Some(GoalPage {
            text: self.texts.goal.clone(),
            link_text: self.texts.link.clone(),
            goal: self.goal_ref(goal),
            identifier: goal.identifier.clone(),
            summary: self.said(&goal.summary),
            links: ranked(links.iter().filter_map(|link| self.in_full(link)).collect()),
            line_text: self.texts.line.clone(),
            neighbours: shared
                .into_iter()
                .take(NEIGHBOURS)
                .filter_map(|(goal, count)| Some((self.find_goal(goal)?, count)))
                .collect(),
            related: self.tied(|one| one.goals.contains(&id), true),
            cases: self.cases(
                self.content.stories.goals.get(&id),
                SHOWN,
                &self.texts.story.for_goal,
                &format!("goals={id}"),
            ),
            share: self.texts.share.clone(),
            not_cited: of_goal().count() - cited.len(),
            cited,
            sources: self
                .sources_of(goal.sources.iter().chain(links.iter().flat_map(|link| &link.sources)).chain(tied)),
            previous: at.checked_sub(1).map(|at| self.goal_ref(&goals[at])),
            next: goals.get(at + 1).map(|goal| self.goal_ref(goal)),
        })
    }
}
