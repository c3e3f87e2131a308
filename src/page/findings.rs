//! Finding in the matrix: what holds all of the words a reader typed, or is named by a code.

use crate::{
    domain::{
        codes::{self, Coded},
        ids::{CellId, GoalId, LineId},
        near::folded,
    },
    page::{Matrix, Rationales},
};

/// What lights up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub cells: Vec<CellId>,
    pub lines: Vec<LineId>,
    pub goals: Vec<GoalId>,
}

impl Findings {
    pub const fn count(&self) -> usize {
        self.cells.len() + self.lines.len() + self.goals.len()
    }
}

/// Summaries of lines and goals, by id and number.
pub type Summaries = Vec<(String, String)>;

impl Matrix {
    /// What matches a text, accents and case ignored: lines and goals by code, title and summary; links by their targets,
    /// gists and rationale. Of a code, only what it names.
    pub fn find(&self, text: &str, rationales: Option<&Rationales>, summaries: &Summaries) -> Findings {
        let coded = codes::read(text, &self.axes());
        if !coded.is_empty() {
            return self.named(&coded);
        }
        let words: Vec<String> = text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
        let holds = |text: String| {
            let text = folded(&text);
            !words.is_empty() && words.iter().all(|word| text.contains(word.as_str()))
        };
        let summary = |id: String| summaries.iter().find(|(key, _)| *key == id).map_or("", |(_, text)| text.as_str());
        let mut findings = Findings::default();
        for line in &self.lines {
            if holds(format!("{} {} {}", line.code, line.name, summary(line.id.to_string()))) {
                findings.lines.push(line.id.clone());
            }
        }
        for goal in &self.goals {
            if holds(format!("{} {}", goal.title, summary(goal.id.to_string()))) {
                findings.goals.push(goal.id);
            }
        }
        for link in &self.links {
            let cell = link.cell();
            let mut said = rationales.and_then(|all| all.get(&cell)).map(|said| said.text.clone()).unwrap_or_default();
            for gist in self.gists.iter().filter(|gist| link.targets.contains(&gist.code)) {
                said.push(' ');
                said.push_str(&gist.text.text);
            }
            if holds(said) {
                findings.cells.push(cell);
            }
        }
        findings
    }

    fn named(&self, coded: &[Coded]) -> Findings {
        let mut findings = Findings::default();
        for one in coded {
            match one {
                Coded::Line(line) => findings.lines.push(line.clone()),
                Coded::Goal(goal) => findings.goals.push(*goal),
                Coded::Cell(cell) => findings.cells.push(cell.clone()),
                Coded::Target(code) => {
                    let citing = self.links.iter().filter(|link| link.targets.contains(code));
                    findings.cells.extend(citing.map(crate::domain::matrix::Link::cell));
                }
            }
        }
        findings
    }
}
