//! From the content to the data of each page.

mod embeds;
mod library;
mod matrix;
mod places;
mod relations;
mod stories;
mod submit;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    files::{Files, Texts},
    library_files,
    pictures::Picture,
    places::Places,
    settings::Settings,
    stories::Stories,
};
use crate::{
    domain::{
        content::{
            Change, DateBasis, Goal, Line, LoaderRelease, RationalesFile, Redirect, Source, Target, Version,
            VersionFile, Withdrawn, Words,
        },
        day::Day,
        ids::{CellId, GoalId, LineId, TargetCode},
        lang::Lang,
        matrix::Link,
        relations::{Layer, Related},
        story::Story,
        text::{Said, fill},
    },
    page::{About, Body, Data, Gist, GoalRef, Kept, LineRef, LinkInFull, Page, RawCard, SourceRef},
    route::Route,
    store::PER_PAGE,
};

/// The content, complete and checked.
#[derive(Clone, Debug)]
pub struct Content {
    pub lines: Vec<Line>,
    pub goals: Vec<Goal>,
    pub targets: Vec<Target>,
    pub links: Vec<Link>,
    pub sources: Vec<Source>,
    pub document_sources: Vec<String>,
    pub as_of: String,
    pub rationales: BTreeMap<Lang, RationalesFile>,
    pub stories: Stories,
    pub layers: Vec<Layer>,
    /// The oldest first.
    pub changes: Vec<Change>,
    /// The lists that layers count, by where they come from.
    pub related: BTreeMap<String, Vec<Related>>,
    pub places: Places,
    /// Pictures of case studies as they were made small, by file name.
    pub pictures: BTreeMap<String, Picture>,
    pub redirects: Vec<Redirect>,
    pub withdrawn: Vec<Withdrawn>,
    /// The newest release of the script for hosts.
    pub loader: Option<LoaderRelease>,
    /// Versions of the matrix that stay as they are, the oldest first.
    pub versions: Vec<Version>,
    pub version_files: BTreeMap<String, VersionFile>,
    /// The version that is shown, if not the newest.
    pub version: Option<String>,
    /// Changes with anything that the library can be narrowed down by.
    pub shelf_id: String,
    /// The day of the build: how fresh a case study is depends on it.
    pub today: Day,
    texts: BTreeMap<Lang, Texts>,
}

impl Content {
    /// The content of files without problems; `None` when something is missing.
    pub fn complete(files: Files, today: Day) -> Option<Self> {
        let matrix = files.matrix?;
        let embed = files.embed?;
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
            shelf_id: String::new(),
            stories: Stories::of(files.stories),
            layers: files.layers?.layers,
            changes: files.changes?.changes,
            related: files.related,
            places: files.places?,
            pictures: files.pictures,
            redirects: files.redirects?.redirects,
            withdrawn: files.withdrawn?.stories,
            loader: embed.loaders.last().cloned(),
            versions: embed.versions,
            version_files: files.versions,
            version: None,
            today,
            texts: files.texts,
        })
        .filter(|_| all_languages)
        .map(|mut content| {
            content.shelf_id = library_files::id(&content);
            content
        })
    }

    /// Every page of a language, the 404 page included: the one list that drives prerendering, sitemap and checks.
    pub fn routes(&self, lang: Lang) -> Vec<Route> {
        let fixed = [
            Route::Home,
            Route::Matrix,
            Route::Search,
            Route::About,
            Route::Accessibility,
            Route::Privacy,
            Route::Data,
            Route::Embed,
            Route::Submit,
            Route::NotFound,
        ];
        let cells = self.links.iter().map(|link| Route::Cell(link.cell()));
        let lines = self.lines.iter().map(|line| Route::Line(line.id.clone()));
        let goals = self.goals.iter().map(|goal| Route::Goal(goal.number));
        let library = (1..=self.library_pages()).map(Route::Library);
        let told = self.stories.all.iter().filter(|story| story.in_language(lang).is_some());
        let stories = told.map(|story| Route::Story(story.id.clone()));
        let organisations = self.stories.organisations.keys().cloned().map(Route::Organisation);
        let countries = self.stories.countries.keys().copied().map(Route::Country);
        fixed
            .into_iter()
            .chain(cells)
            .chain(lines)
            .chain(goals)
            .chain(library)
            .chain(stories)
            .chain(organisations)
            .chain(countries)
            .collect()
    }

    /// Pages of the library; one even when it is empty.
    pub fn library_pages(&self) -> usize {
        self.stories.all.len().div_ceil(PER_PAGE).max(1)
    }

    /// The languages in which a page exists.
    pub fn langs(&self, route: &Route) -> Vec<Lang> {
        match route {
            Route::Story(slug) => self.stories.get(slug).map(|story| story.langs().collect()).unwrap_or_default(),
            _ => Lang::ALL.to_vec(),
        }
    }

    /// A case study as it lies on the shelf, in a language.
    pub fn raw_card(&self, story: &Story, lang: Lang, settings: &Settings) -> RawCard {
        Maker { content: self, lang, texts: self.texts(lang), settings }.raw_card(story)
    }

    /// What the matrix, its axes and its document rest on; case studies name their sources themselves.
    fn sources_of_the_matrix(&self) -> BTreeSet<&String> {
        let of_lines = self.lines.iter().flat_map(|line| line.sources.iter().chain(&line.facilitators.sources));
        let of_goals = self.goals.iter().flat_map(|goal| &goal.sources);
        let of_links = self.links.iter().flat_map(|link| &link.sources);
        let of_readings = self.links.iter().flat_map(|link| &link.readings).map(|reading| &reading.source);
        of_lines.chain(of_goals).chain(of_links).chain(of_readings).chain(&self.document_sources).collect()
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
            origin: settings.origin.clone(),
            mailto: format!("mailto:{}", settings.contact),
            common: maker.texts.common.clone(),
            offers: Lang::ALL.into_iter().map(|lang| self.texts(lang).common.offer.clone()).collect(),
            langs: self.langs(route),
            frame: Kept(None),
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
            Route::Library(page) => Body::Library(Box::new(self.library(*page)?)),
            Route::Story(slug) => Body::Story(Box::new(self.story(slug)?)),
            Route::Organisation(slug) => Body::Place(Box::new(self.organisation(slug)?)),
            Route::Country(country) => Body::Place(Box::new(self.country(*country)?)),
            Route::Search => Body::Search(Box::new(self.search())),
            Route::About => Body::About(Box::new(About {
                text: texts.about.clone(),
                sources: self.sources_of(self.content.sources_of_the_matrix().into_iter()),
            })),
            Route::Accessibility => Body::Prose(Box::new(texts.accessibility.clone())),
            Route::Privacy => Body::Prose(Box::new(texts.privacy.clone())),
            Route::Data => Body::Data(Box::new(Data {
                text: texts.data.clone(),
                as_of: self.content.as_of.clone(),
                address: self.settings.absolute(&route.href(&self.settings.base, self.lang)),
            })),
            Route::Embed => Body::Embed(Box::new(self.embed())),
            Route::Submit => Body::Submit(Box::new(self.submit())),
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
            Body::Still
            | Body::About(_)
            | Body::Prose(_)
            | Body::Data(_)
            | Body::Library(_)
            | Body::Story(_)
            | Body::Place(_)
            | Body::Search(_)
            | Body::Embed(_)
            | Body::Submit(_)
            | Body::Withdrawn(_)
            | Body::NotFound(_) => false,
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

    /// A day as the language writes it.
    fn day(&self, day: Day) -> String {
        let dates = &self.texts.dates;
        let month = dates.months.get(usize::from(day.month) - 1).map_or("", String::as_str);
        let number = if day.day == 1 { dates.first_day.clone() } else { day.day.to_string() };
        fill(&dates.full, &[("day", &number), ("month", month), ("year", &day.year.to_string())])
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
}
