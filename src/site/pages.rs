//! From the content to the data of each page.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    files::{Files, Texts},
    settings::Settings,
};
use crate::{
    domain::{
        content::{Confidence, DateBasis, Goal, Line, RationalesFile, Source, Target, Words},
        ids::{CellId, GoalId, LineId, TargetCode},
        lang::Lang,
        matrix::{Link, Status},
        text::{Said, fill},
    },
    page::{
        About, Body, Cell, CellRef, Cited, Data, Gist, GoalPage, GoalRef, Home, LinePage, LineRef, LinkInFull, Matrix,
        Note, Page, SourceRef,
    },
    route::Route,
};

/// The content, complete and checked.
#[derive(Debug)]
pub struct Content {
    pub lines: Vec<Line>,
    pub goals: Vec<Goal>,
    pub targets: Vec<Target>,
    pub links: Vec<Link>,
    pub sources: Vec<Source>,
    pub document_sources: Vec<String>,
    pub as_of: String,
    pub rationales: BTreeMap<Lang, RationalesFile>,
    texts: BTreeMap<Lang, Texts>,
}

/// The links the home page begins with: an infrastructure, a health and a farming one, chosen by the editors.
const START: [(&str, u64); 3] = [("c2", 9), ("c7-ehea", 3), ("c7-eagr", 2)];

impl Content {
    /// The content of files without problems; `None` when something is missing.
    pub fn complete(files: Files) -> Option<Self> {
        let matrix = files.matrix?;
        let all_languages = files.texts.len() == Lang::ALL.len() && files.rationales.len() == Lang::ALL.len();
        Some(Self {
            lines: files.lines?.lines,
            goals: files.goals?.goals,
            targets: files.targets?.targets,
            links: matrix.links,
            document_sources: matrix.document_sources,
            as_of: matrix.as_of,
            sources: files.sources?.sources,
            rationales: files.rationales,
            texts: files.texts,
        })
        .filter(|_| all_languages)
    }

    /// Every page of a language, the 404 page included: the one list that drives prerendering, sitemap and checks.
    pub fn routes(&self) -> Vec<Route> {
        let fixed = [
            Route::Home,
            Route::Matrix,
            Route::About,
            Route::Accessibility,
            Route::Privacy,
            Route::Data,
            Route::NotFound,
        ];
        let cells = self.links.iter().map(|link| Route::Cell(link.cell()));
        let lines = self.lines.iter().map(|line| Route::Line(line.id.clone()));
        let goals = self.goals.iter().map(|goal| Route::Goal(goal.number));
        fixed.into_iter().chain(cells).chain(lines).chain(goals).collect()
    }

    /// The interface texts of a language.
    ///
    /// # Panics
    /// Never for content made by [`Content::complete`], which has all six.
    pub fn texts(&self, lang: Lang) -> &Texts {
        &self.texts[&lang]
    }

    /// The data of a page; `None` for a route that is not among [`Content::routes`].
    pub fn page(&self, lang: Lang, route: &Route, settings: &Settings) -> Option<Page> {
        let maker = Maker { content: self, lang, texts: self.texts(lang), settings };
        let body = maker.body(route)?;
        let falls_back = Maker::falls_back(&body);
        Some(Page {
            lang,
            route: route.clone(),
            base: settings.base.clone(),
            mailto: format!("mailto:{}", settings.contact),
            common: maker.texts.common.clone(),
            offers: Lang::ALL.into_iter().map(|lang| self.texts(lang).common.offer.clone()).collect(),
            falls_back,
            body,
        })
    }
}

/// Makes pages in one language.
struct Maker<'a> {
    content: &'a Content,
    lang: Lang,
    texts: &'a Texts,
    settings: &'a Settings,
}

impl Maker<'_> {
    fn body(&self, route: &Route) -> Option<Body> {
        let texts = self.texts;
        Some(match route {
            Route::Home => Body::Home(Box::new(self.home())),
            Route::Matrix => Body::Matrix(Arc::new(self.matrix())),
            Route::Cell(cell) => Body::Cell(Box::new(self.cell(cell)?)),
            Route::Line(line) => Body::Line(Box::new(self.line(line)?)),
            Route::Goal(goal) => Body::Goal(Box::new(self.goal(*goal)?)),
            Route::About => Body::About(Box::new(About {
                text: texts.about.clone(),
                sources: self.sources_of(self.content.sources.iter().map(|source| &source.id)),
            })),
            Route::Accessibility => Body::Prose(Box::new(texts.accessibility.clone())),
            Route::Privacy => Body::Prose(Box::new(texts.privacy.clone())),
            Route::Data => Body::Data(Box::new(Data {
                text: texts.data.clone(),
                as_of: self.content.as_of.clone(),
                address: self.settings.absolute(&route.href(&self.settings.base, self.lang)),
            })),
            Route::NotFound => Body::NotFound(Box::new(texts.notfound.clone())),
        })
    }

    /// Whether any text of the page is in another language than the page.
    fn falls_back(body: &Body) -> bool {
        match body {
            // The explorer fetches its rationales, so they count although they are not in the page.
            Body::Matrix(matrix) => {
                let gists = matrix.gists.iter().map(|gist| &gist.text);
                let notes = matrix.notes.iter().map(|note| &note.text);
                matrix.rationale_langs.len() > 1 || gists.chain(notes).any(|said| said.lang.is_some())
            }
            Body::Cell(cell) => {
                Self::in_english(&cell.full) || cell.note.as_ref().is_some_and(|note| note.lang.is_some())
            }
            Body::Line(line) => line.summary.lang.is_some() || line.links.iter().any(Self::in_english),
            Body::Goal(goal) => goal.summary.lang.is_some() || goal.links.iter().any(Self::in_english),
            Body::Home(home) => home.start.iter().any(Self::in_english),
            Body::About(_) | Body::Prose(_) | Body::Data(_) | Body::NotFound(_) => false,
        }
    }

    fn in_english(full: &LinkInFull) -> bool {
        full.rationale.lang.is_some() || full.gists.iter().any(|gist| gist.text.lang.is_some())
    }

    /// A text in the language of the page, or in English and marked so.
    fn said(&self, words: &Words) -> Said {
        match (words.get(&self.lang), words.get(&Lang::En)) {
            (Some(text), _) => Said { text: text.clone(), lang: None },
            (None, Some(text)) => Said { text: text.clone(), lang: Some(Lang::En) },
            (None, None) => Said::default(),
        }
    }

    /// A text that exists in all languages.
    fn word(&self, words: &Words) -> String {
        self.said(words).text
    }

    fn line_ref(&self, line: &Line) -> LineRef {
        LineRef { id: line.id.clone(), code: line.code.clone(), name: self.word(&line.short) }
    }

    fn goal_ref(&self, goal: &Goal) -> GoalRef {
        GoalRef { id: goal.number, title: self.word(&goal.title) }
    }

    fn lines(&self) -> Vec<LineRef> {
        self.content.lines.iter().map(|line| self.line_ref(line)).collect()
    }

    fn goals(&self) -> Vec<GoalRef> {
        self.content.goals.iter().map(|goal| self.goal_ref(goal)).collect()
    }

    fn find_line(&self, id: &LineId) -> Option<LineRef> {
        self.content.lines.iter().find(|line| line.id == *id).map(|line| self.line_ref(line))
    }

    fn find_goal(&self, id: GoalId) -> Option<GoalRef> {
        self.content.goals.iter().find(|goal| goal.number == id).map(|goal| self.goal_ref(goal))
    }

    fn gists<'b>(&self, codes: impl Iterator<Item = &'b TargetCode>) -> Vec<Gist> {
        let codes: BTreeSet<&TargetCode> = codes.collect();
        codes
            .into_iter()
            .filter_map(|code| {
                let target = self.content.targets.iter().find(|target| target.code == *code)?;
                Some(Gist { code: code.clone(), text: self.said(&target.gist) })
            })
            .collect()
    }

    fn rationale(&self, cell: &CellId) -> Said {
        let words = self
            .content
            .rationales
            .iter()
            .filter_map(|(lang, file)| Some((*lang, file.rationales.get(cell)?.clone())))
            .collect();
        self.said(&words)
    }

    fn in_full(&self, link: &Link) -> Option<LinkInFull> {
        Some(LinkInFull {
            line: self.find_line(&link.line)?,
            goal: self.find_goal(link.goal)?,
            link: link.clone(),
            gists: self.gists(link.targets.iter()),
            rationale: self.rationale(&link.cell()),
        })
    }

    fn sources_of<'b>(&self, ids: impl Iterator<Item = &'b String>) -> Vec<SourceRef> {
        let ids: BTreeSet<&String> = ids.collect();
        let sources = self.content.sources.iter().filter(|source| ids.contains(&source.id));
        sources.map(|source| self.source_ref(source)).collect()
    }

    fn source_ref(&self, source: &Source) -> SourceRef {
        let common = &self.texts.common;
        SourceRef {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
            date: match source.date_basis {
                DateBasis::Stated => source.date.clone(),
                DateBasis::Inferred => fill(&common.date_about, &[("date", &source.date)]),
                DateBasis::None => common.undated.clone(),
            },
        }
    }

    fn home(&self) -> Home {
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
        }
    }

    fn matrix(&self) -> Matrix {
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
        }
    }

    fn cell(&self, cell: &CellId) -> Option<Cell> {
        let links = &self.content.links;
        let at = links.iter().position(|link| link.cell() == *cell)?;
        let link = &links[at];
        let neighbour = |at: Option<usize>| {
            let link = links.get(at?)?;
            Some(CellRef { line: self.find_line(&link.line)?, goal: self.find_goal(link.goal)? })
        };
        let others = links.iter().filter(|other| other.cell() != *cell);
        let same_goal = others.clone().filter(|other| other.goal == link.goal);
        let same_line = others.filter(|other| other.line == link.line);
        Some(Cell {
            text: self.texts.cell.clone(),
            link_text: self.texts.link.clone(),
            full: self.in_full(link)?,
            note: (!link.note.is_empty()).then(|| self.said(&link.note)),
            sources: self.sources_of(link.sources.iter().chain(&self.content.document_sources)),
            same_goal: same_goal.filter_map(|other| self.find_line(&other.line)).collect(),
            same_line: same_line.filter_map(|other| self.find_goal(other.goal)).collect(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        })
    }

    fn line(&self, id: &LineId) -> Option<LinePage> {
        let lines = &self.content.lines;
        let at = lines.iter().position(|line| line.id == *id)?;
        let line = &lines[at];
        let links = self.content.links.iter().filter(|link| link.line == *id);
        let facilitators = &line.facilitators;
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
            links: links.filter_map(|link| self.in_full(link)).collect(),
            sources: self.sources_of(line.sources.iter().chain(&facilitators.sources)),
            previous: at.checked_sub(1).map(|at| self.line_ref(&lines[at])),
            next: lines.get(at + 1).map(|line| self.line_ref(line)),
        })
    }

    fn goal(&self, id: GoalId) -> Option<GoalPage> {
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
        Some(GoalPage {
            text: self.texts.goal.clone(),
            link_text: self.texts.link.clone(),
            goal: self.goal_ref(goal),
            identifier: goal.identifier.clone(),
            summary: self.said(&goal.summary),
            links: links.iter().filter_map(|link| self.in_full(link)).collect(),
            not_cited: of_goal().count() - cited.len(),
            cited,
            sources: self.sources_of(goal.sources.iter().chain(links.iter().flat_map(|link| &link.sources))),
            previous: at.checked_sub(1).map(|at| self.goal_ref(&goals[at])),
            next: goals.get(at + 1).map(|goal| self.goal_ref(goal)),
        })
    }
}
